//! What somebody would have of the list and of choices, in the small universe: amendments, checks, and what the regions choose.

use chrono::{Days, NaiveDate};
use tongquan::{
    Department, Kind, Modality, Region, Unit, UnitKind,
    body::BodyRef,
    catalogue::{Amendment, Checked, Devolution, Exception, Ground, ItemChange, NewItem, NewOrigin, Opinion, Practice},
    place::{Regions, Township},
    register::{Choice, Items, TownshipDesk},
    route::{ChosenWay, ReviewSeal, Supervision},
};

use super::{
    parsed,
    universe::{POSTED, REGIONS, key},
};

/// Two townships of each region, and the bodies that act for them.
pub(super) const TOWNSHIPS: [(Region, u32, &str); 4] = [
    (Region::Wenshang, 370_830_102, "ws-3"),
    (Region::Wenshang, 370_830_103, "ws-4"),
    (Region::Liangshan, 370_832_001, "ls-3"),
    (Region::Liangshan, 370_832_002, "ls-4"),
];

pub(super) fn township(code: u32) -> Township {
    Township::with_code(code).unwrap()
}

pub(super) fn offices() -> impl Iterator<Item = Unit> {
    TOWNSHIPS.into_iter().map(|(region, _, id)| Unit {
        id: parsed(id),
        region,
        kind: UnitKind::Township,
        name: parsed("某办（虚构）"),
    })
}

/// An amendment; on grounds of practice everybody is heard.
pub(super) fn amendment(number: usize, from: NaiveDate, [b, c, e, f]: [u8; 4]) -> Amendment {
    let (ground, heard) = if c.is_multiple_of(3) {
        let opinion = |region| Opinion { region, on: from.pred_opt().unwrap(), said: parsed("同意（虚构）") };
        (Ground::Practice(vec![Practice::Costly]), Region::all().map(opinion).collect())
    } else {
        (Ground::Law(parsed("（虚构）某法")), vec![])
    };
    let mut it = Amendment { heard, ..Amendment::new(parsed(&format!("TZ-{number}")), from, ground) };
    let region = REGIONS[usize::from(e % 2)];
    let modality = MODALITIES[usize::from(f % 4)];
    let window = || ItemChange::of(key("A1-24"));
    match b % 10 {
        0 => it.removes.push(key(["A2-8", "SX-1", "SJ-1", "A1-24"][usize::from(f % 4)])),
        1 | 2 => it.adds.push(added(e, f)),
        3 => {
            let item = key(["A1-37", "A2-8", "SJ-1"][usize::from(e % 3)]);
            it.changes
                .push(ItemChange { name: Some(parsed(&format!("（虚构）更名{f}"))), ..ItemChange::of(item) });
        }
        4 => it.changes.push(ItemChange { department: Some(POSTED[usize::from(e % 2)]), ..window() }),
        5 => {
            let exceptions = Some(vec![Exception { region, modality }]);
            it.changes.push(ItemChange { exceptions, ..window() });
        }
        6 => {
            let not = if f.is_multiple_of(3) { Regions::NONE } else { Regions::NONE.with(region) };
            it.changes.push(ItemChange { not_devolved_to: Some(not), ..window() });
        }
        // several at once
        7 => {
            it.changes.push(ItemChange { modality: Some(modality), ..ItemChange::of(key("SX-1")) });
            it.changes.push(ItemChange { modality: Some(Modality::Window), ..window() });
        }
        _ => it.changes.push(ItemChange { modality: Some(modality), ..window() }),
    }
    it
}

const MODALITIES: [Modality; 4] = [Modality::Direct, Modality::Window, Modality::Review, Modality::Intake];

fn added(e: u8, f: u8) -> NewItem {
    let exceptions = vec![Exception { region: REGIONS[usize::from(f % 2)], modality: Modality::Intake }];
    let devolution = Devolution { exceptions, ..Devolution::new(Department::Health, MODALITIES[usize::from(f % 3)]) };
    let (key, list) =
        if e.is_multiple_of(2) { ("SX-1", NewOrigin::City(devolution)) } else { ("SJ-1", NewOrigin::ThreeTier) };
    let kind = if f.is_multiple_of(2) { Kind::Licence } else { Kind::PublicService };
    NewItem { key: parsed(key), name: parsed(&format!("（虚构）{key}")), kind, origin: list }
}

pub(super) fn checked(recorded: NaiveDate, back: u8) -> Checked {
    Checked { until: recorded - Days::new(back.into()), against: parsed("（虚构）市政府公报") }
}

pub(super) fn choice(region: Region, from: NaiveDate, [b, c, e, f]: [u8; 4]) -> Choice {
    let units = if region == Region::Wenshang { ["ws-1", "ws-2"] } else { ["ls-1", "ls-2"] };
    let county = || parsed(units[usize::from(e % 2)]);
    let way = match f % 7 {
        0 => ChosenWay::Direct,
        1 => ChosenWay::Window { county: county() },
        2 => ChosenWay::Review { seal: None },
        3 => ChosenWay::Review { seal: Some(ReviewSeal::Township) },
        4 => ChosenWay::Review { seal: Some(ReviewSeal::County(county())) },
        _ => ChosenWay::Intake { county: county() },
    };
    let items = match b % 6 {
        0 => Items::All,
        1 => Items::OfKind(Kind::Licence),
        2 => Items::OfKind(Kind::PublicService),
        3 => Items::Only(vec![key("A2-8")]),
        4 => Items::Only(vec![key("A2-3"), key("SJ-1")]),
        _ => Items::Only(vec![key("A2-3")]),
    };
    let here = TOWNSHIPS.into_iter().filter(|it| it.0 == region);
    let named = here.enumerate().filter(|(at, _)| c % 3 == 2 || usize::from(c % 3) == *at);
    let townships =
        named.map(|(_, (_, code, id))| TownshipDesk { township: township(code), body: parsed(id) }).collect();
    let supervision = Supervision {
        county_supervisor: Some(BodyRef::Body(parsed(units[1]))),
        city_enforcement: (c % 2 == 0).then(|| BodyRef::Body(parsed("city"))),
        ..Supervision::NOBODY
    };
    Choice { region, items, from, way, townships, supervision }
}
