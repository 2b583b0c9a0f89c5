//! Ids are the same however often, and with whatever else, something is exported, and as a case goes on.

use std::collections::BTreeMap;

use tongquan::exports::{
    CloudEvent,
    ocel::{Event, Object},
};

use super::{entries, golden_cases, golden_prefixes, licence, log, whole};
use crate::journals::{Golden, proven};

fn by_id(events: &[Event]) -> BTreeMap<&str, &Event> {
    events.iter().map(|it| (it.id.as_str(), it)).collect()
}

#[test]
fn an_event_is_the_same_in_every_log() {
    let whole = whole();
    let all = by_id(whole.events());
    for case in golden_cases() {
        let alone = log([&case], &[]);
        assert_eq!(alone.events().len(), case.record().version());
        for event in alone.events() {
            assert_eq!(all.get(event.id.as_str()), Some(&event));
        }
    }
}

#[test]
fn a_case_that_goes_on_adds_events_and_changes_none() {
    for case in golden_prefixes() {
        let alone = log([&case], &[]);
        let version = case.record().version();
        let ids: Vec<String> = (1..=version).map(|it| format!("step:{}:{it}", case.record().id())).collect();
        assert_eq!(alone.events().iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ids);
    }
}

/// Numbers are a service's own, whatever stands in them: two never make one id.
#[test]
fn numbers_that_look_like_ids_stay_apart() {
    let numbers = ["a", "a:1", "case:a", "step:a", "step:a:1", "licence:a", "a:1:1", "licence-act:a"];
    let cases: Vec<_> = numbers
        .iter()
        .map(|number| {
            let mut entries = entries(Golden::called("review"));
            entries[0]["file"]["step"]["case"] = serde_json::json!(number);
            proven(&entries)
        })
        .collect();
    let log = log(&cases, &[licence()]);
    let mut ids: Vec<&str> = log.events().iter().map(|it| it.id.as_str()).collect();
    ids.extend(log.objects().iter().map(|it: &Object| it.id.as_str()));
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);

    let source = "/a".parse().unwrap();
    let events: Vec<CloudEvent> = cases.iter().flat_map(|it| CloudEvent::of(it.record(), &source)).collect();
    let mut ids: Vec<&str> = events.iter().map(CloudEvent::id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 5 * numbers.len());
}
