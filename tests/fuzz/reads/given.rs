//! What bytes are held against: the fictional office of the examples, and golden cases.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use tongquan::{
    AnyCase, Office, Place, Region,
    place::Centre,
    register::{Expert, Revision},
    route::Venue,
};

const OFFICE_JSON: &str = include_str!("../../../examples/office.json");
const REGISTERS: &str = include_str!("../../golden/registers.json");
const DOSSIERS: &str = include_str!("../../golden/dossiers.json");

#[derive(Deserialize)]
struct Dossiers {
    experts: Vec<Expert>,
}

/// The office of the examples, with the experts that the golden dossiers call.
pub(super) static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let mut revisions: Vec<Revision> = serde_json::from_str(OFFICE_JSON).unwrap();
    revisions[0].experts = serde_json::from_str::<Dossiers>(DOSSIERS).unwrap().experts;
    Office::new(revisions).unwrap()
});

/// A smaller one, with a little of everything.
pub(super) static SMALL: LazyLock<Office> = LazyLock::new(|| serde_json::from_str(REGISTERS).unwrap());

macro_rules! cases {
    ($($name:literal),+) => {
        [$(include_str!(concat!("../../golden/", $name, ".json"))),+]
    };
}

/// Cases of several courses, ended and, cut short, running.
pub(super) static CASES: LazyLock<Vec<AnyCase>> = LazyLock::new(|| {
    let whole = cases!["review", "licence", "unfavourable", "not_accepted", "window", "deemed"];
    let read = |text: &str| serde_json::from_str::<Vec<serde_json::Value>>(text).unwrap();
    let cut = |text: &&str, length: usize| serde_json::to_value(&read(text)[..length]).unwrap();
    let ended = whole.iter().map(|it| cut(it, read(it).len()));
    let running = whole.iter().map(|it| cut(it, 2));
    ended.chain(running).map(|it| serde_json::from_value(it).unwrap()).collect()
});

/// Days near and far: the ends of what chrono can tell, of what the calendar covers, and of the document.
pub(super) fn days() -> impl Iterator<Item = NaiveDate> {
    let told = ["2021-06-14", "2021-06-15", "2024-03-04", "2026-12-31", "9999-12-31"];
    [NaiveDate::MIN, NaiveDate::MAX].into_iter().chain(told.map(|it| it.parse().unwrap()))
}

/// A county, a zone that has no centre of its own, a township run by a zone, the city.
pub(super) fn places() -> [Place; 4] {
    [Region::Wenshang.into(), Region::CultureZone.into(), "南旺镇".parse().unwrap(), Place::City]
}

pub(super) fn venues() -> [Venue; 3] {
    [Venue::Centre(Centre::CITY), Venue::Centre(Region::Wenshang.centre().unwrap()), Venue::Online]
}
