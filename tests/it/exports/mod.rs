//! 导出: what leaves the crate is what the journals say, in the shape of the standards, and names no person.

mod cloud_events;
mod counts;
mod golden;
mod ids;
mod licences;
mod persons;
mod results;
mod rules;
mod sources;

use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Region,
    case::StageKind,
    exports::Ocel,
    oversight::{Dossier, Licence, Minutes, OnCase},
};

use crate::{
    journals::{GOLDEN, Golden, proven},
    support::{OFFICE, case_at},
};

/// The golden case whose licence has a golden dossier.
const LICENSED: &str = "review";

/// Golden cases have one number, so each has one of its own here; two have the numbers that others refer to.
fn entries(golden: &Golden) -> Vec<Value> {
    let mut entries = golden.entries();
    let number = match golden.name {
        LICENSED => "2024-000001",
        "lapsed" => "WS-2023-0911",
        "window" => "2024-000088",
        name => name,
    };
    entries[0]["file"]["step"]["case"] = json!(number);
    entries
}

fn called(name: &str) -> AnyCase {
    proven(&entries(Golden::called(name)))
}

fn golden_cases() -> Vec<AnyCase> {
    GOLDEN.iter().map(|it| proven(&entries(it))).collect()
}

/// The golden cases, as far as each had come after so many entries.
fn golden_prefixes() -> Vec<AnyCase> {
    let all = GOLDEN.iter().map(entries);
    all.flat_map(|it| (1..=it.len()).map(move |length| proven(&it[..length])).collect::<Vec<_>>()).collect()
}

/// A case at every stage: directly devolved, at a forward service window, under Seal No. 2, and of the county's own.
fn driven() -> Vec<AnyCase> {
    let items = ["A1-1", "A1-24", "A1-36", "XK-001"];
    let each = items.iter().flat_map(|item| StageKind::iter().map(move |stage| (item, stage)));
    // those that not every item has; golden cases are at each of them
    let stages =
        each.filter(|(_, stage)| !matches!(stage, StageKind::Licensed | StageKind::NotAccepted | StageKind::Lapsed));
    stages.map(|(item, stage)| case_at(&OFFICE, item, Region::Wenshang, stage)).collect()
}

/// The minutes of the golden licence, as they are written.
fn licence_minutes() -> Value {
    let dossiers: Value = serde_json::from_str(include_str!("../../golden/dossiers.json")).unwrap();
    dossiers["licence"].clone()
}

fn licence() -> Dossier<Licence> {
    let minutes: Minutes<Licence> = serde_json::from_value(licence_minutes()).unwrap();
    Dossier::prove(minutes, OnCase { record: called(LICENSED).record(), office: &OFFICE }).unwrap()
}

fn log<'c>(cases: impl IntoIterator<Item = &'c AnyCase>, licences: &'c [Dossier<Licence>]) -> Ocel {
    Ocel::of(cases.into_iter().map(AnyCase::record), licences)
}

/// Everything that the golden files tell.
fn whole() -> Ocel {
    log(&golden_cases(), &[licence()])
}

fn written(log: &Ocel) -> Value {
    serde_json::from_str(&serde_json::to_string(log).unwrap()).unwrap()
}

fn array(it: &Value) -> &[Value] {
    it.as_array().unwrap()
}

fn text(it: &Value) -> &str {
    it.as_str().unwrap()
}
