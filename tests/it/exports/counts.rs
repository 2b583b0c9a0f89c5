//! A log has as many of each as the journals have, counted again from their JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tongquan::AnyCase;

use super::{array, entries, golden_cases, licence, licence_minutes, log, text, whole, written};
use crate::journals::GOLDEN;

type Counts<'v> = BTreeMap<&'v str, usize>;

fn counted<'v>(all: impl Iterator<Item = &'v Value>) -> Counts<'v> {
    let mut counts = Counts::new();
    all.for_each(|it| *counts.entry(text(it)).or_default() += 1);
    counts
}

fn journals() -> Vec<(String, Vec<(String, Value)>)> {
    let one = |entries: Vec<Value>| {
        let case = text(&entries[0]["file"]["step"]["case"]).to_owned();
        let each = entries.into_iter().flat_map(|it| it.as_object().unwrap().clone());
        (case, each.collect())
    };
    GOLDEN.iter().map(|it| one(entries(it))).collect()
}

#[test]
fn events_by_type() {
    let log = written(&whole());
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for (_, entries) in journals() {
        entries.into_iter().for_each(|(kind, _)| *expected.entry(kind).or_default() += 1);
    }
    for (nth, noted) in array(&licence_minutes()).iter().enumerate() {
        let kind = noted["step"].as_object().unwrap().keys().next().unwrap();
        let event = if nth == 0 { "enter_licence".to_owned() } else { format!("{kind}_licence") };
        *expected.entry(event).or_default() += 1;
    }
    let got: BTreeMap<String, usize> = counted(array(&log["events"]).iter().map(|it| &it["type"]))
        .into_iter()
        .map(|(it, n)| (it.to_owned(), n))
        .collect();
    assert_eq!(got, expected);
    assert!(expected.len() > 25, "{expected:?}");
}

#[test]
fn seals_licences_and_items() {
    let (mut seals, mut licences, mut items) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (case, entries) in journals() {
        for (kind, taken) in entries {
            match kind.as_str() {
                "file" => items.extend([format!("item:{}", text(&taken["step"]["item"]))]),
                "issue_licence" => licences.extend([format!("licence:{case}")]),
                "affix_seal_no2" => {
                    let seal = &taken["step"]["seal"];
                    seals.extend([format!("seal:{}:{}", text(&seal["department"]), seal["number"])]);
                }
                _ => {}
            }
        }
    }
    let log = written(&whole());
    let of = |kind: &str| -> BTreeSet<String> {
        let all = array(&log["objects"]).iter().filter(|it| it["type"] == kind);
        all.map(|it| text(&it["id"]).to_owned()).collect()
    };
    assert_eq!((of("seal"), of("licence"), of("item")), (seals, licences, items));
    assert_eq!(of("case").len(), GOLDEN.len());
}

#[test]
fn relations_of_events_by_qualifier() {
    let (mut officials, mut entries_of_all, mut deliveries) = (0, 0, 0);
    let mut addressed = 0;
    for (_, entries) in journals() {
        let issued = entries.iter().any(|(kind, _)| kind == "issue_licence");
        // whom a message is owed to since a rejection, or since the decision
        let mut open: BTreeSet<String> =
            ["county_supervisor", "county_enforcement", "city_supervisor", "city_enforcement"]
                .map(str::to_owned)
                .into();
        for (kind, taken) in &entries {
            entries_of_all += 1;
            officials += usize::from(taken["stamp"]["by"].get("official").is_some());
            deliveries += usize::from(kind == "deliver" && issued);
            match kind.as_str() {
                "report" => addressed += 1,
                "push" => {
                    let said = taken["found"]["said"].as_object().unwrap();
                    let to: BTreeSet<String> = said
                        .iter()
                        .filter(|(seat, to)| open.contains(*seat) && !to.is_null())
                        .map(|(_, to)| to.to_string())
                        .collect();
                    open.retain(|seat| said[seat].is_null());
                    addressed += to.len();
                }
                "acknowledge" if taken["step"]["reply"].get("rejected").is_some() => {
                    open.extend(taken["step"]["message"]["push"].as_str().map(str::to_owned));
                }
                _ => {}
            }
        }
    }
    let dossier = array(&licence_minutes()).len();
    let log = written(&whole());
    let got =
        counted(array(&log["events"]).iter().flat_map(|it| array(&it["relationships"])).map(|it| &it["qualifier"]));
    let expected = Counts::from([
        ("case", entries_of_all),
        ("item", GOLDEN.len()),
        ("actor", officials + dossier),
        ("addressee", addressed),
        ("seal_affixed", 3),
        ("licence_issued", 3),
        ("licence_delivered", deliveries),
        ("licence_entered", 1),
        ("licence_changed", 1),
        ("licence_cancelled", 1),
        ("licence_synced", dossier - 3),
        ("applied_for_by", 1),
    ]);
    assert_eq!(got, expected);
}

#[test]
fn a_case_that_is_given_twice_counts_once_at_its_later_version() {
    let cases = golden_cases();
    let whole = whole();
    let twice: Vec<&AnyCase> = cases.iter().chain(&cases).collect();
    assert_eq!(log(twice, &[licence(), licence()]), whole);

    let begun: Vec<AnyCase> = GOLDEN.iter().map(|it| crate::journals::proven(&entries(it)[..1])).collect();
    for both in [begun.iter().chain(&cases).collect::<Vec<_>>(), cases.iter().chain(&begun).collect()] {
        assert_eq!(log(both, &[licence()]), whole);
    }
}

#[test]
fn the_order_in_which_they_come_changes_nothing() {
    let mut cases = golden_cases();
    let whole = whole();
    for turn in 0..cases.len() {
        cases.rotate_left(1);
        if turn % 2 == 0 {
            cases.reverse();
        }
        assert_eq!(log(&cases, &[licence()]), whole);
    }
}
