//! Every entry of the golden journals, laid after every prefix of every one of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Machine, after, broken,
    selfcheck::{GOLDEN, golden},
};

fn journals() -> Vec<Vec<Value>> {
    GOLDEN.iter().map(|it| it.0).chain(["amended 2"]).map(golden).collect()
}

/// Rulebook 5, once more by hand: the steps that have a place at a stage.
const PLACES: [(&str, &str); 12] = [
    ("filed", "correct_on_spot pass_on ask_for_corrections accept not_accept deem_accepted transfer withdraw"),
    ("correcting", "hand_in_corrections accept not_accept lapse transfer withdraw"),
    ("accepted", "pass_on take_review_step suspend extend transfer decide_favourably decide_unfavourably withdraw"),
    ("suspended", "resume transfer withdraw"),
    ("decided", "affix_seal affix_seal_no2 report push acknowledge"),
    ("sealed", "issue_licence deliver report push acknowledge"),
    ("licensed", "deliver report push acknowledge"),
    ("concluded", "report push acknowledge close"),
    ("closed", ""),
    ("not_accepted", ""),
    ("withdrawn", ""),
    ("lapsed", ""),
];

fn name(entry: &Value) -> &str {
    entry.as_object().and_then(|one| one.keys().next()).expect("an entry names its step")
}

#[test]
fn a_step_without_a_place_is_told_that_and_nothing_else() {
    let places: BTreeMap<_, BTreeSet<_>> = PLACES.map(|(stage, steps)| (stage, steps.split(' ').collect())).into();
    let journals = journals();
    let entries: Vec<_> = journals.iter().flatten().collect();
    let (mut placed, mut out_of_place, mut seen) = (0, 0, BTreeSet::new());
    for journal in &journals {
        for end in 1..=journal.len() {
            let case = after(&journal[..end]);
            for entry in &entries {
                let why = case.enter(entry).err().unwrap_or_default();
                let has_place = places[case.stage()].contains(name(entry));
                assert_eq!(!has_place, why.contains("step_has_place"), "{} {}", case.stage(), name(entry));
                if has_place {
                    placed += 1;
                    seen.extend(why);
                } else {
                    assert_eq!(why, broken(["step_has_place"]));
                    out_of_place += 1;
                }
            }
        }
    }
    assert_eq!(placed + out_of_place, entries.len() * entries.len());
    assert!(placed > 8_000, "{placed}");
    assert!(seen.len() > 35, "{seen:?}");
}

#[test]
fn only_a_filing_opens_a_case_and_none_opens_it_twice() {
    for entry in journals().iter().flatten() {
        let opened = Machine::file(entry);
        assert_eq!(opened.is_ok(), name(entry) == "file");
        if let Ok(case) = opened {
            assert_eq!(case.enter(entry).unwrap_err(), broken(["step_has_place"]));
        }
    }
}
