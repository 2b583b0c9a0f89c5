//! No person leaves: neither a reference to one, nor a text that a person wrote. Under other names and other words, the exports are the same.

use std::collections::BTreeSet;

use serde_json::Value;
use tongquan::{
    AnyCase,
    exports::{CloudEvent, Ocel},
};

use super::{array, entries, licence_minutes, log, whole};
use crate::journals::{GOLDEN, proven};

/// Under which names references to persons stand in a journal.
const PERSONS: [&str; 4] = ["person", "applicant", "officers", "users"];
/// And what people wrote.
const WORDS: [&str; 5] = ["reason", "finding", "what", "documents", "rejected"];

/// Every text under these names, changed on the way.
fn each(value: &mut Value, under: bool, names: &[&str], change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(it) if under => change(it),
        Value::Array(all) => all.iter_mut().for_each(|it| each(it, under, names, change)),
        Value::Object(fields) => {
            for (name, it) in fields {
                each(it, names.contains(&name.as_str()), names, change);
            }
        }
        _ => {}
    }
}

fn found(names: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut all: Vec<Value> = GOLDEN.iter().map(|it| Value::Array(entries(it))).collect();
    all.push(licence_minutes());
    all.iter_mut().for_each(|it| each(it, false, names, &mut |it| found.extend([it.clone()])));
    found
}

/// The golden cases, otherwise named and otherwise worded.
fn cases(names: &[&str], mut change: impl FnMut(&mut String)) -> Vec<AnyCase> {
    let changed = |golden| {
        let mut journal = Value::Array(entries(golden));
        each(&mut journal, false, names, &mut change);
        proven(array(&journal))
    };
    GOLDEN.iter().map(changed).collect()
}

fn envelopes(cases: &[AnyCase]) -> Vec<CloudEvent> {
    let source = "/jining/approvals".parse().unwrap();
    cases.iter().flat_map(|it| CloudEvent::of(it.record(), &source)).collect()
}

fn exported(cases: &[AnyCase]) -> (Ocel, String) {
    (log(cases, &[]), serde_json::to_string(&envelopes(cases)).unwrap())
}

#[test]
fn nothing_that_refers_to_a_person_or_was_written_by_one_is_in_any_export() {
    let (persons, words) = (found(&PERSONS), found(&WORDS));
    assert!(persons.len() >= 5 && words.len() >= 5, "{persons:?} {words:?}");
    let cases = cases(&[], |_| ());
    let all = [serde_json::to_string(&whole()).unwrap(), serde_json::to_string(&envelopes(&cases)).unwrap()];
    for export in &all {
        for it in persons.iter().chain(&words) {
            assert!(!export.contains(it.as_str()), "{it}");
        }
    }
}

#[test]
fn other_persons_make_the_same_exports() {
    let plain = exported(&cases(&[], |_| ()));
    let others = cases(&PERSONS, |it| it.insert_str(0, "某人-"));
    let text = serde_json::to_string(&others).unwrap();
    assert!(text.matches("某人-").count() > 100, "they are there before");
    assert_eq!(exported(&others), plain);
}

#[test]
fn other_words_make_the_same_exports() {
    let plain = exported(&cases(&[], |_| ()));
    let others = cases(&WORDS, |it| it.push_str("，另有说明"));
    let text = serde_json::to_string(&others).unwrap();
    assert!(text.matches("，另有说明").count() > 5, "they are there before");
    assert_eq!(exported(&others), plain);
}
