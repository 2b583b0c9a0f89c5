//! 证照: what becomes of its term and why it was cancelled is told by the act, and of the licence from then on.

use serde_json::{Value, json};
use tongquan::oversight::{Dossier, Licence, Minutes, OnCase};

use super::{LICENSED, array, called, licence_minutes, log, text, written};
use crate::support::OFFICE;

const ISSUED: &str = "2024-03-15T10:00:00+08:00";
const LATER: &str = "2024-04-17T09:00:00+08:00";

/// The log of the golden licence, issued until a day and with one act later.
fn told(until: Value, act: Value) -> Value {
    let mut opening = licence_minutes()[0].clone();
    opening["step"]["until"] = until;
    let later = json!({
        "stamp": {"at": LATER, "by": opening["stamp"]["by"]}, "seen": {"revision": 1, "version": 19}, "step": act});
    let minutes: Minutes<Licence> = serde_json::from_value(json!([opening, later])).unwrap();
    let case = called(LICENSED);
    let licence = Dossier::prove(minutes, OnCase { record: case.record(), office: &OFFICE }).unwrap();
    written(&log([&case], &[licence]))
}

/// What a log tells of the licence under a name: from when on, and what.
fn of_licence<'v>(log: &'v Value, name: &str) -> Vec<(&'v str, &'v str)> {
    let licence = array(&log["objects"]).iter().find(|it| it["type"] == "licence").unwrap();
    let told = array(&licence["attributes"]).iter().filter(|it| it["name"] == name);
    told.map(|it| (text(&it["time"]), text(&it["value"]))).collect()
}

/// What the one event of a type tells under a name.
fn of_event<'v>(log: &'v Value, kind: &str, name: &str) -> Option<&'v str> {
    let event = array(&log["events"]).iter().find(|it| it["type"] == kind).unwrap();
    array(&event["attributes"]).iter().find(|it| it["name"] == name).map(|it| text(&it["value"]))
}

#[test]
fn its_term_is_a_day_or_endless_and_told_anew_where_a_change_sets_it() {
    for (until, issued) in [(json!("2027-03-14"), "2027-03-14"), (Value::Null, "endless")] {
        let terms = [
            (json!("kept"), None),
            (json!({"day": "2028-03-14"}), Some("2028-03-14")),
            (json!("endless"), Some("endless")),
        ];
        for (term, changed) in terms {
            let change = json!({"change": {"what": "（虚构）变更", "until": term, "by_case": null}});
            let log = told(until.clone(), change);
            // what stays as it was is not told of the licence again
            let anew = changed.filter(|it| *it != issued).map(|it| (LATER, it));
            let expected: Vec<(&str, &str)> = [(ISSUED, issued)].into_iter().chain(anew).collect();
            assert_eq!(of_licence(&log, "until"), expected, "{term}");
            assert_eq!(of_event(&log, "enter_licence", "until"), Some(issued));
            assert_eq!(of_event(&log, "change_licence", "until"), changed, "{term}");
        }
    }
}

#[test]
fn why_it_was_cancelled_is_told_by_a_word_that_names_nobody() {
    let grounds = [
        (json!("holder"), "holder", "2027-03-14"),
        (json!("expired"), "expired", "2024-04-16"),
        (json!({"revoked": "CX-1"}), "revoked", "2027-03-14"),
        (json!({"other": "（虚构）灭失"}), "other", "2027-03-14"),
    ];
    for (ground, word, until) in grounds {
        let log = told(json!(until), json!({"cancel": {"ground": ground}}));
        assert_eq!(of_event(&log, "cancel_licence", "ground"), Some(word));
        assert_eq!(of_licence(&log, "state").last(), Some(&(LATER, "cancelled")));
        assert!(!log.to_string().contains("灭失"));
    }
}
