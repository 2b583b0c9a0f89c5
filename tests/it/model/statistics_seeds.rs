//! What statistics need of the seeds: which days are worked, and which region a place is managed by.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::Value;

const CALENDAR: &str = include_str!("../../../seeds/calendar.tsv");
pub(super) const REGIONS: &str = include_str!("../../../seeds/regions.tsv");
const TOWNSHIPS: &str = include_str!("../../../seeds/townships.tsv");
const VILLAGES: &str = include_str!("../../../seeds/villages.tsv");
const OVERLAY: &str = include_str!("../../../seeds/zone_overlay.tsv");

/// The rows of a seed under its heading, cell by cell.
pub(super) fn rows(seed: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    seed.lines().skip(1).map(|line| line.split('\t').collect())
}

/// The days that notices tell apart.
static NOTICES: LazyLock<BTreeMap<NaiveDate, &str>> =
    LazyLock::new(|| rows(CALENDAR).map(|row| (row[0].parse().expect("a day"), row[1])).collect());
/// The years that have a notice.
static NOTICED: LazyLock<BTreeSet<i32>> = LazyLock::new(|| NOTICES.keys().map(Datelike::year).collect());

/// Is it a working day? `None`: no notice of that year is known.
pub(crate) fn works(day: NaiveDate) -> Option<bool> {
    if !NOTICED.contains(&day.year()) {
        return None;
    }
    Some(match NOTICES.get(&day).copied() {
        Some("holiday") => false,
        Some("makeup_workday") => true,
        Some(other) => panic!("no such kind of day: {other}"),
        None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
    })
}

/// `HighTechZone` as journals write it: `high_tech_zone`.
pub(super) fn small(id: &str) -> String {
    let mut out = String::new();
    for letter in id.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

fn region_named(name: &str) -> String {
    let row = rows(REGIONS).find(|row| row[2] == name).unwrap_or_else(|| panic!("no such region: {name}"));
    small(row[0])
}

fn overlaid(code: &str) -> Option<String> {
    rows(OVERLAY).find(|row| row[0] == code).map(|row| region_named(row[2]))
}

fn of_township(code: &str) -> String {
    overlaid(code).unwrap_or_else(|| {
        let row = rows(TOWNSHIPS).find(|row| row[0] == code).unwrap_or_else(|| panic!("no such township: {code}"));
        region_named(row[3])
    })
}

/// The managing region of a place, as journals write regions. What the overlay says of a village goes before what
/// it says of the township; where a zone runs the place, the statutory parent is not asked.
pub(crate) fn managing(place: &Value) -> String {
    let said = |key: &str| place.get(key).and_then(Value::as_str);
    if let Some(region) = said("region") {
        return region.to_owned();
    }
    if let Some(code) = said("township") {
        return of_township(code);
    }
    let code = said("village").unwrap_or_else(|| panic!("no such place: {place}"));
    overlaid(code).unwrap_or_else(|| {
        let row = rows(VILLAGES).find(|row| row[0] == code).unwrap_or_else(|| panic!("no such village: {code}"));
        of_township(row[2])
    })
}
