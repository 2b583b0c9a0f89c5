//! Golden exports: what stands in them is what is written of the same journals for ever.

use serde::Serialize;
use tongquan::{
    AnyCase,
    exports::{CloudEvent, Ocel},
};

use super::{LICENSED, called, licence, log};

const OCEL: &str = include_str!("../../golden/exports_ocel.json");
const CLOUD_EVENTS: &str = include_str!("../../golden/exports_cloud_events.json");

/// The review with its licence, a licence of the county's own with a move to a later edition, a direct devolution, a refusal with a rejected push, and
/// a three-tier item.
const NAMES: [&str; 5] = [LICENSED, "licence", "direct", "unfavourable", "township_intake"];

fn cases() -> Vec<AnyCase> {
    NAMES.map(called).into()
}

fn rows<T: Serialize>(all: &[T]) -> String {
    all.iter().map(|it| serde_json::to_string(it).unwrap()).collect::<Vec<_>>().join(",\n")
}

/// A line for each type, object and event.
fn in_lines(log: &Ocel) -> String {
    format!(
        "{{\"objectTypes\":[\n{}\n],\"eventTypes\":[\n{}\n],\"objects\":[\n{}\n],\"events\":[\n{}\n]}}\n",
        rows(log.object_types()),
        rows(log.event_types()),
        rows(log.objects()),
        rows(log.events())
    )
}

#[track_caller]
fn then_same(written: &str, golden: &str) {
    for (at, (written, golden)) in (1..).zip(written.lines().zip(golden.lines())) {
        assert_eq!(written, golden, "line {at}");
    }
    assert_eq!(written.lines().count(), golden.lines().count());
}

#[test]
fn the_golden_log_is_written_of_the_golden_journals() {
    let log = log(&cases(), &[licence()]);
    then_same(&in_lines(&log), OCEL);
    let wire: String = OCEL.lines().collect();
    assert_eq!(serde_json::to_string(&log).unwrap(), wire, "in one go it is the same");
}

#[test]
fn the_golden_envelopes_are_written_of_the_golden_journals() {
    let source = "/jining/approvals".parse().unwrap();
    let events: Vec<CloudEvent> = cases().iter().flat_map(|it| CloudEvent::of(it.record(), &source)).collect();
    then_same(&format!("[\n{}\n]\n", rows(&events)), CLOUD_EVENTS);
    assert_eq!(serde_json::to_string(&events).unwrap(), CLOUD_EVENTS.lines().collect::<String>());
}
