use strum::IntoEnumIterator;

use super::{
    begins,
    cast::{self, Cast, unit},
};
use crate::{
    body::{BodyRef, Department},
    catalogue::{Edition, Key, Kind, Origin},
    place::{Centre, Region, Regions, Village},
    register::{Choice, Items, Permission, Revision, TownshipDesk},
    route::{Admission, Bearer, ChosenWay, Handling, ReviewSeal, Venue},
    strategies::{
        days::after,
        luck::Luck,
        word::{mark, numbered, text},
    },
    text::Mark,
};

/// Where papers may be handed in beside the counters, and what regions chose for their townships.
pub(super) fn add(cast: &Cast, known: &Edition, to: &mut Revision, luck: &mut Luck) {
    for region in &cast.regions {
        if cast.has(luck) {
            to.choices.extend(choices(cast, known, *region, begins(to.recorded, true, luck), luck));
        }
    }
    for number in 1..=luck.between(0, 8) {
        let permission = permission(cast, known, number as usize, begins(to.recorded, true, luck), luck);
        to.permissions.extend(permission);
    }
}

/// For all three-tier items, or for some kinds of them, or for some.
pub(super) fn choices(
    cast: &Cast,
    known: &Edition,
    region: Region,
    from: chrono::NaiveDate,
    luck: &mut Luck,
) -> Vec<Choice> {
    let three_tier: Vec<Key> =
        known.items().filter(|it| it.origin() == Origin::ThreeTier).map(|it| it.key().clone()).collect();
    let few = 1 + luck.below(4);
    let kinds: Vec<Kind> = Kind::iter().collect();
    let of_kind = luck.one(&kinds, Kind::PublicService);
    let told = [Items::All, Items::OfKind(of_kind), Items::Only(luck.some(&three_tier, few))];
    let townships = cast.townships_of(region);
    if townships.is_empty() {
        return Vec::new();
    }
    let choice = |items: Items, luck: &mut Luck| {
        let most = 1 + luck.below(townships.len());
        let desk = |township| TownshipDesk { township, body: cast::township(township) };
        let townships = luck.some(&townships, most).into_iter().map(desk).collect();
        Choice { region, items, from, way: way(region, luck), townships, supervision: cast.supervision(region, luck) }
    };
    luck.those(&told, 75).into_iter().map(|items| choice(items, luck)).collect()
}

fn way(region: Region, luck: &mut Luck) -> ChosenWay<Mark> {
    let county = unit(region, luck.one(&["bureau", "sector"], "bureau"));
    match luck.between(0, 5) {
        0 => ChosenWay::Direct,
        1 => ChosenWay::Window { county },
        2 => ChosenWay::Review { seal: Some(ReviewSeal::Township) },
        3 => ChosenWay::Review { seal: Some(ReviewSeal::County(county)) },
        4 => ChosenWay::Review { seal: None },
        _ => ChosenWay::Intake { county },
    }
}

pub(super) fn permission(
    cast: &Cast,
    known: &Edition,
    number: usize,
    from: chrono::NaiveDate,
    luck: &mut Luck,
) -> Option<Permission> {
    let region = *luck.pick(&cast.regions)?;
    let departments: Vec<Department> = Department::all().collect();
    let body = BodyRef::Body;
    let department = BodyRef::Department(luck.one(&departments, Department::ApprovalService));
    let own = body(unit(region, luck.one(&["bureau", "sector", "society"], "bureau")));
    let partner = body(mark(luck.one(&["online-operator", "bank"], "bank")));
    let township = luck.pick(&cast.townships_of(region)).copied();
    let village = township.and_then(|at| Village::all().find(|it| it.township() == at));
    let (venue, operators) = match (luck.between(0, 8), township, village) {
        (0, ..) => (Centre::CITY.into(), vec![department, own]),
        (1, ..) => (region.centre()?.into(), vec![own, department]),
        (2, Some(at), _) => (Venue::TownshipStation(at), vec![body(unit(region, "bureau"))]),
        (3, Some(at), _) => (Venue::TownshipCentre(at), vec![body(cast::township(at)), own]),
        (4, Some(at), _) => (Venue::JointCentre(text(&format!("{at}联合中心"))), vec![body(cast::township(at)), own]),
        (5, _, Some(at)) => (Venue::VillageStation(at), vec![body(cast::township(at.township())), own]),
        (6, ..) => (Venue::BankOutlet(text("1号网点")), vec![partner, own]),
        (7, ..) => (Venue::Kiosk(text("1号一体机")), vec![partner, own, department]),
        _ => (Venue::Online, vec![partner, department]),
    };
    let operator = luck.pick(&operators)?.clone();
    let handling = match luck.between(0, 9) {
        0..=4 => Handling::PassOn,
        5..=7 => Handling::Decide(Bearer::Competent),
        _ => Handling::Decide(Bearer::Department),
    };
    let regions = if luck.chance(50) { Regions::ALL } else { cast.regions.iter().copied().collect() };
    let until = luck.chance(25).then(|| after(from, luck.between(0, 400)));
    let (items, ground) = (cast::items(known, luck), text("通办登记"));
    let gives = Admission { operator, handling };
    Some(Permission { number: numbered("SJ", number), venue, gives, items, regions, from, until, ground })
}
