use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use once_cell::sync::Lazy;

use super::moves::clerk;
use crate::{
    body::Actor,
    case::{AnyCase, Stamp, steps::File},
    catalogue::{Edition, Item, Standing},
    place::{Place, Region, Village},
    register::{Office, Registers},
    route::{Question, Scope, Venue},
    strategies::{
        days::{FIRST, after, at, span},
        luck::Luck,
        word::{numbered, person},
    },
    text::Mark,
};

/// Papers that an office takes in, and the case that this makes; none where what was drawn cannot be handed in.
pub(in crate::strategies) fn filed(office: &Office, luck: &mut Luck) -> Option<((File, Stamp), AnyCase)> {
    let day = day(office, luck);
    let registers = office.on(day);
    let (item, region) = matter(registers, registers.edition_on(day)?, day, luck)?;
    let place = place(registers, item, region, day, luck);
    let crossing = luck.chance(8);
    let scope = if crossing { Scope::touching(luck.pick(&regions()).copied()) } else { Scope::WITHIN };
    let (venue, body) = window(office, (item, place, scope, day), luck)?;
    let file = File {
        case: numbered("2024", luck.between(1, 999_999)),
        item: item.key().clone(),
        place,
        scope,
        venue,
        applicant: person("applicant", luck.between(1, 99)),
        materials: papers(registers, item, region, day, luck),
        follows: luck.chance(5).then(|| numbered("2023", luck.between(1, 99))),
    };
    let stamp = Stamp {
        at: at(day, luck.between(28_800, 61_200))?,
        by: Actor::Official { body, person: clerk(luck.between(1, 9)) },
    };
    let case = AnyCase::file(file.clone(), stamp.clone(), office).ok()?;
    Some(((file, stamp), case))
}

fn regions() -> Vec<Region> {
    Region::all().collect()
}

/// Often not long before or after something was recorded.
fn day(office: &Office, luck: &mut Luck) -> NaiveDate {
    // so that there is a year to handle it in
    let last = after(FIRST, span().saturating_sub(365));
    let recorded: Vec<NaiveDate> = office.revisions().iter().map(|it| it.recorded).collect();
    match luck.pick(&recorded) {
        Some(recorded) if luck.chance(75) => {
            let before = Days::new(luck.between(0, 40).into());
            let day = recorded.checked_sub_days(before).unwrap_or(*recorded);
            after(day, luck.between(0, 160)).clamp(FIRST, last)
        }
        _ => after(FIRST, luck.between(0, span().saturating_sub(365))),
    }
}

/// An item in a region: each way in which items stand is as likely as another, as far as a few draws show it.
fn matter<'o>(
    registers: Registers<'o>,
    edition: &'o Edition,
    day: NaiveDate,
    luck: &mut Luck,
) -> Option<(Item<'o>, Region)> {
    const DRAWS: usize = 60;
    let (all, planned) = (regions(), planned(registers));
    let items: Vec<Item<'_>> = edition.items().collect();
    let mut by_standing: BTreeMap<Standing, Vec<(Item<'o>, Region)>> = BTreeMap::new();
    for _ in 0..DRAWS {
        let item = *luck.pick(&items)?;
        let region = match luck.pick(&planned) {
            Some(region) if luck.chance(85) => *region,
            _ => *luck.pick(&all)?,
        };
        let standing = match registers.chosen(item, region, day).next() {
            Some(chosen) => Standing::Chosen(chosen.way.modality()),
            None => item.cell(region).standing,
        };
        if standing != Standing::RegionChooses {
            by_standing.entry(standing).or_default().push((item, region));
        }
    }
    let known: Vec<_> = by_standing.into_values().collect();
    let of_one = luck.pick(&known)?;
    luck.pick(of_one).copied()
}

fn planned(registers: Registers<'_>) -> Vec<Region> {
    let rows = registers.revisions().iter();
    rows.flat_map(|it| it.plans.iter().map(|it| it.region).chain(it.choices.iter().map(|it| it.region))).collect()
}

/// The villages of each region.
static VILLAGES: Lazy<BTreeMap<Region, Vec<Village>>> = Lazy::new(|| {
    let mut by_region: BTreeMap<Region, Vec<Village>> = BTreeMap::new();
    for it in Village::all() {
        by_region.entry(it.managing_region().0).or_default().push(it);
    }
    by_region
});

fn place(registers: Registers<'_>, item: Item<'_>, region: Region, day: NaiveDate, luck: &mut Luck) -> Place {
    let chosen: Vec<Place> = registers.chosen(item, region, day).map(|it| Place::Township(it.township)).collect();
    if let Some(chosen) = luck.pick(&chosen) {
        return *chosen;
    }
    let village = VILLAGES.get(&region).and_then(|it| luck.pick(it)).copied();
    let told = match (luck.between(0, 2), village) {
        (0, Some(village)) => Place::Village(village),
        (1, Some(village)) => Place::Township(village.township()),
        _ => Place::Region(region),
    };
    // a village may be run by another region than its township
    if told.managing_region().is_some_and(|(by, _)| by == region) { told } else { Place::Region(region) }
}

/// A window that may take the papers in, and whose it is.
fn window(
    office: &Office,
    (item, place, scope, day): (Item<'_>, Place, Scope, NaiveDate),
    luck: &mut Luck,
) -> Option<(Venue, crate::body::Body)> {
    let registers = office.on(day);
    let permitted: Vec<Venue> =
        registers.revisions().iter().flat_map(|it| &it.permissions).map(|it| it.venue.clone()).collect();
    let drawn = if luck.chance(60) { luck.pick(&permitted).cloned() } else { None };
    let ask =
        |venue: &Venue| registers.route(&Question { item: item.key(), place, scope, venue: Some(venue), day }).ok();
    let counter = ask(&Venue::Online)?.counter();
    let mut tried = drawn.into_iter().chain(counter);
    tried.find_map(|venue| {
        let route = ask(&venue).filter(|it| it.access().is_open())?;
        let body = route.intake().is.to_body()?;
        Some((venue, body))
    })
}

/// All that is required, most of it, or little; at times what nobody asked for.
fn papers(registers: Registers<'_>, item: Item<'_>, region: Region, day: NaiveDate, luck: &mut Luck) -> Vec<Mark> {
    let Some(standard) = registers.standard(item.key(), region, day) else {
        return if luck.chance(50) { vec![numbered("paper", 1)] } else { Vec::new() };
    };
    let share = luck.one(&[100, 100, 60, 60, 10], 100);
    let mut papers = Vec::new();
    for it in &standard.materials {
        if luck.chance(if it.required { share } else { 30 }) {
            papers.push(it.code.clone());
        }
    }
    if luck.chance(5) {
        papers.push(numbered("other", 1));
    }
    papers
}
