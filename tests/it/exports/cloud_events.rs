//! Envelopes: one for each message sent, in the order sent, by the rules of CloudEvents 1.0, told as the case stood then.

use std::collections::BTreeSet;

use chrono::DateTime;
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Moment, Region, Stamp,
    case::{Duty, DutyState, Message, StageKind, steps::DeemAccepted},
    exports::{CloudEvent, EventSource, MessageType},
};

use super::{called, driven, entries, golden_cases, golden_prefixes, text};
use crate::{
    journals::{GOLDEN, Golden, proven},
    support::{OFFICE, case_at, day, filing_day},
    walk::Walk,
};

fn source() -> EventSource {
    "/jining/approvals".parse().unwrap()
}

fn written(case: &AnyCase) -> Vec<Value> {
    let events = CloudEvent::of(case.record(), &source());
    events.iter().map(|it| serde_json::from_str(&serde_json::to_string(it).unwrap()).unwrap()).collect()
}

#[test]
fn an_envelope_tells_what_is_written_of_it() {
    for case in golden_cases() {
        for it in CloudEvent::of(case.record(), &source()) {
            let wire = serde_json::to_value(&it).unwrap();
            let told = json!({"id": it.id(), "source": it.source(), "type": it.kind().to_string(), "subject": it.subject(), "time": it.time()});
            for (name, value) in told.as_object().unwrap() {
                assert_eq!(wire[name], *value, "{name}");
            }
        }
    }
}

#[test]
fn every_envelope_has_what_the_standard_asks() {
    let mut ids = BTreeSet::new();
    for case in golden_cases() {
        for it in written(&case) {
            let names: BTreeSet<&str> = it.as_object().unwrap().keys().map(String::as_str).collect();
            let standard = ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"];
            assert_eq!(names, BTreeSet::from(standard));
            assert!(names.iter().all(|it| it.chars().all(|it| it.is_ascii_lowercase())), "names of attributes");
            for name in names.iter().filter(|it| **it != "data") {
                assert!(!text(&it[*name]).is_empty(), "{name}");
            }
            assert_eq!((text(&it["specversion"]), text(&it["datacontenttype"])), ("1.0", "application/json"));
            assert!(MessageType::iter().any(|kind| it["type"] == kind.name()));
            assert_eq!((&it["source"], text(&it["subject"])), (&json!(source().as_str()), case.record().id().as_str()));
            assert!(DateTime::parse_from_rfc3339(text(&it["time"])).is_ok());
            assert!(it["data"].is_object());
            assert!(ids.insert(text(&it["id"]).to_owned()), "{} stands twice", it["id"]);
        }
    }
    assert_eq!(
        (CloudEvent::MEDIA_TYPE, CloudEvent::BATCH_MEDIA_TYPE),
        ("application/cloudevents+json", "application/cloudevents-batch+json")
    );
    assert!(ids.len() > 20, "{}", ids.len());
}

/// How often each message went out, counted from the journal: a seat is pushed to by the first push that names somebody for it, and again after it
/// rejected it.
fn counted(entries: &[Value]) -> Vec<(String, usize)> {
    let seats = ["county_supervisor", "county_enforcement", "city_supervisor", "city_enforcement"];
    let mut open: BTreeSet<&str> = seats.into();
    let mut told = Vec::new();
    for (version, entry) in (1..).zip(entries) {
        if entry.get("report").is_some() {
            told.push(("report".to_owned(), version));
        }
        if let Some(push) = entry.get("push") {
            for seat in seats {
                if open.contains(seat) && !push["found"]["said"][seat].is_null() {
                    open.remove(seat);
                    told.push((seat.to_owned(), version));
                }
            }
        }
        if let Some(answer) = entry.get("acknowledge").filter(|it| it["step"]["reply"].get("rejected").is_some()) {
            open.extend(seats.iter().filter(|seat| answer["step"]["message"]["push"] == **seat));
        }
    }
    told
}

#[test]
fn there_is_one_for_each_message_sent_in_the_order_sent() {
    for golden in GOLDEN {
        let entries = entries(&golden);
        let case = proven(&entries);
        let expected: Vec<String> = counted(&entries)
            .into_iter()
            .map(|(message, version)| format!("{}:{version}:{message}", case.record().id()))
            .collect();
        let got: Vec<String> = written(&case).iter().map(|it| text(&it["id"]).to_owned()).collect();
        assert_eq!(got, expected, "{}", golden.name);
    }
}

#[test]
fn what_is_sent_again_after_a_rejection_has_an_id_of_its_own() {
    let events = CloudEvent::of(called("unfavourable").record(), &source());
    let again: Vec<&CloudEvent> = events.iter().filter(|it| it.data().nth == 2).collect();
    assert!(!again.is_empty());
    for it in again {
        let first = events.iter().find(|first| first.data().seat == it.data().seat && first.data().nth == 1).unwrap();
        assert!(first.time() < it.time() && first.id() != it.id() && first.data().to == it.data().to);
    }
}

/// An id that is told stays: as the case goes on, envelopes are added and none is changed.
#[test]
fn as_a_case_goes_on_envelopes_are_added_and_none_is_changed() {
    for golden in GOLDEN {
        let entries = entries(&golden);
        let mut before = Vec::new();
        for length in 1..=entries.len() {
            let now = CloudEvent::of(proven(&entries[..length]).record(), &source());
            assert_eq!(now[..before.len()], before[..], "{}", golden.name);
            before = now;
        }
    }
}

/// As many as there are messages that are not owed any more, each to whom it went.
#[test]
fn messages_that_are_out_have_their_envelope() {
    for case in golden_prefixes().iter().chain(&driven()) {
        let events = CloudEvent::of(case.record(), &source());
        for Duty { message, to, state } in case.record().duties() {
            let seat = if let Message::Push(seat) = message { Some(*seat) } else { None };
            let kind = if seat.is_some() { MessageType::Push } else { MessageType::Report };
            let last = events.iter().rfind(|it| (it.kind(), it.data().seat) == (kind, seat));
            assert_eq!(last.is_some(), *state != DutyState::Owed, "{}: {message}", case.record().id());
            if let Some(last) = last {
                assert_eq!(Some(&last.data().to), to.as_ref());
                let sent = if let DutyState::Sent(at) = state { Some(*at) } else { None };
                assert!(sent.is_none_or(|it| it == last.time()));
            }
        }
    }
}

#[test]
fn the_data_is_what_the_journal_says() {
    let case = called("review");
    let entries = entries(Golden::called("review"));
    let all = written(&case);
    assert_eq!(all.len(), 5);
    let report = &all[0];
    let filing = &entries[0]["file"];
    let data = &report["data"];
    assert_eq!((&data["item"], &data["edition"]), (&filing["step"]["item"], &filing["found"]["edition"]));
    assert_eq!(
        (&data["kind"], &data["department"]),
        (&filing["found"]["item"]["kind"], &filing["found"]["item"]["department"])
    );
    assert_eq!(data["standing"], json!({"devolved": "review"}));
    assert_eq!(
        (&data["region"], &data["region_name"], &data["region_code"]),
        (&json!("wenshang"), &json!("汶上县"), &json!(370830))
    );
    assert_eq!(
        (&data["seat"], &data["nth"], &data["to"]),
        (&Value::Null, &json!(1), &json!({"department": "natural_resources"}))
    );
    let sealed = entries.iter().find_map(|it| it.get("affix_seal_no2")).unwrap();
    let expected = json!({
        "with": "seal_no2", "at": sealed["stamp"]["at"], "seal": sealed["step"]["seal"], "circumstance": sealed["step"]["circumstance"]
    });
    assert_eq!(data["sealed"], expected);
    let decided = entries.iter().find_map(|it| it.get("decide_favourably")).unwrap();
    assert_eq!((&data["decided"], &data["favourable"]), (&decided["stamp"]["at"], &json!(true)));
    assert_eq!(data["decided_by"], decided["stamp"]["by"]["official"]["body"]);
    assert_eq!((&data["outcome"], &data["licence"], &data["unmet"]), (&json!("准予"), &json!("ZZ-1"), &json!([])));
    assert_eq!(
        (&data["filed"], &data["accepted"], &data["delivered"]),
        (&json!("2024-03-04"), &json!("2024-03-07"), &json!("2024-03-18"))
    );
}

#[test]
fn what_the_law_deems_accepted_was_accepted_on_its_filing_day() {
    let (filed, recorded) = (filing_day(), day(2024, 3, 20));
    let mut told = 0;
    for key in ["XK-001", "XK-002", "XK-003", "XK-004"] {
        let case = case_at(&OFFICE, key, Region::Wenshang, StageKind::Filed);
        let stamp = Stamp { at: Moment::new(recorded, 9, 0, 0).unwrap(), ..case.record().opening().stamp.clone() };
        let case = case.apply(DeemAccepted {}.into(), stamp, &OFFICE).unwrap();
        assert_eq!(case.record().docket().accepted(), Some(recorded), "that is when it was entered");
        let case = Walk::new(&OFFICE, recorded, None).on(case, StageKind::Closed).unwrap();
        for it in written(&case) {
            assert_eq!((&it["data"]["filed"], &it["data"]["accepted"]), (&json!(filed), &json!(filed)), "{key}");
            told += 1;
        }
    }
    assert!(told > 4, "{told}");
}

/// What came after the sending is not in it.
#[test]
fn it_is_told_as_the_case_stood_when_it_was_sent() {
    let events = CloudEvent::of(called("unfavourable").record(), &source());
    let sealed: Vec<bool> = events.iter().map(|it| it.data().sealed.is_some()).collect();
    assert!(sealed.is_sorted() && !sealed[0] && sealed[sealed.len() - 1]);
    let delivered: Vec<bool> = events.iter().map(|it| it.data().delivered.is_some()).collect();
    assert!(delivered.is_sorted() && !delivered[0]);
    assert!(
        events.iter().all(|it| !it.data().favourable && !it.data().unmet.is_empty() && it.data().outcome.is_none())
    );
    assert!(events.iter().all(|it| it.data().follows.as_ref().is_some_and(|it| it.as_str() == "WS-2023-0911")));
}
