//! What was written of tallies and plain logs is read for ever.

use tongquan::oversight::{Audit, Conformance, Logged, PlainCase, Terms};

use super::{edits, golden_journals};

const TALLY: &str = include_str!("../../golden/conformance.json");
const LOG: &str = include_str!("../../golden/plain_log.jsonl");

/// Of the golden journals and of every edit of one entry of theirs.
fn tally() -> Conformance {
    let mut tally = Conformance::default();
    for journal in golden_journals() {
        edits(&journal).for_each(|(_, edited)| tally.add(&Audit::of(edited)));
        tally.add(&Audit::of(journal));
    }
    tally
}

#[test]
fn a_tally_is_read_and_written_back_byte_for_byte() {
    let read: Conformance = serde_json::from_str(TALLY).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), TALLY.trim_end());
    let again = tally();
    assert_eq!(read, again, "if this is meant, it is another set of rules\n{}", serde_json::to_string(&again).unwrap());
}

#[test]
fn a_plain_log_is_read_and_written_back_byte_for_byte() {
    let mut case = PlainCase::of(Terms::UNKNOWN);
    let mut broken = Vec::new();
    for line in LOG.lines() {
        let logged: Logged = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&logged).unwrap(), line);
        broken.extend(case.take(&logged.event(None)).rules().map(|rule| (logged.activity.to_string(), rule.id())));
    }
    let told = [("会签", "step_has_place"), ("accept", "step_has_place"), ("归档", "step_has_place")];
    assert_eq!(broken, told.map(|(activity, rule)| (activity.to_owned(), rule)));
}
