//! What is written is of the form, and what is not of the form is not read.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tongquan::{
    AnyStep, Journal, Office, Question, Region, Scope, Stamp, Venue,
    case::{Action, steps::File, worklist},
    catalogue::Amendment,
    exports::{CloudEvent, EventSource},
    oversight::{Dispute, Engagement, Feedback, Finding, Licence, Logged, Minutes, Reversal},
    place::Centre,
    register::Revision,
    schema::Document,
    strategies::{histories, offices},
    time::CalendarYear,
};

use super::{faults, is_of, then_is_of};
use crate::{
    forgery::changes::changes,
    journals::GOLDEN,
    support::{OFFICE, OFFICE_JSON, filing_day},
};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Whether the crate reads it. Of registers and of the list it is asked for the form alone: whether the rows hold together is another question.
fn is_read(document: Document, value: &Value) -> bool {
    fn read<T: DeserializeOwned>(value: &Value) -> bool {
        serde_json::from_value::<T>(value.clone()).is_ok()
    }
    match document {
        Document::Journal => read::<Journal>(value),
        Document::Filing => read::<File>(value),
        Document::Step => read::<AnyStep>(value),
        Document::Stamp => read::<Stamp>(value),
        Document::Action => read::<Action>(value),
        Document::Registers => read::<Vec<Revision>>(value),
        Document::Catalogue => read::<tongquan::Catalogue>(value),
        Document::Amendment => read::<Amendment>(value),
        Document::CalendarYear => read::<CalendarYear>(value),
        Document::Dispute => read::<Minutes<Dispute>>(value),
        Document::Finding => read::<Minutes<Finding>>(value),
        Document::Licence => read::<Minutes<Licence>>(value),
        Document::Engagement => read::<Minutes<Engagement>>(value),
        Document::Feedback => read::<Minutes<Feedback>>(value),
        Document::Reversal => read::<Minutes<Reversal>>(value),
        Document::Log => read::<Logged>(value),
        _ => panic!("{document} is written, and never read"),
    }
}

/// What the crate tells, and nobody tells it.
const ONLY_WRITTEN: [Document; 7] = [
    Document::Message,
    Document::Sheet,
    Document::Available,
    Document::Waiting,
    Document::Worklist,
    Document::Refusal,
    Document::Faults,
];

/// One of each kind, as it was once written.
fn kept() -> Vec<(Document, Value)> {
    let dossiers = json(include_str!("../../golden/dossiers.json"));
    let of = |name: &str| dossiers[name].clone();
    let mut all = vec![
        (Document::Registers, json(include_str!("../../golden/registers.json"))),
        (Document::Registers, json(OFFICE_JSON)),
        (Document::Registers, json!([json(include_str!("../../../examples/choices.json"))])),
        (Document::Registers, json(include_str!("../../../examples/stations.json"))),
        (Document::Catalogue, json(include_str!("../../golden/catalogue.json"))),
        (Document::Amendment, json(include_str!("../../../examples/amendment.json"))),
        (Document::CalendarYear, serde_json::to_value(crate::years::notice_2027()).unwrap()),
        (Document::Dispute, of("dispute")),
        (Document::Finding, of("finding")),
        (Document::Licence, of("licence")),
        (Document::Engagement, of("engagement")),
        (Document::Feedback, of("feedback")),
        (Document::Reversal, of("reversal")),
    ];
    let several =
        |document, text| json(text).as_array().unwrap().iter().map(|it| (document, it.clone())).collect::<Vec<_>>();
    all.extend(include_str!("../../golden/plain_log.jsonl").lines().map(|it| (Document::Log, json(it))));
    all.extend(several(Document::Amendment, include_str!("../../golden/amendments.json")));
    all.extend(several(Document::Journal, include_str!("../../golden/amended_journals.json")));
    for it in GOLDEN {
        let entries = it.entries();
        let (filing, stamp) = (&entries[0]["file"]["step"], &entries[0]["file"]["stamp"]);
        all.extend([(Document::Filing, filing.clone()), (Document::Stamp, stamp.clone())]);
        for entry in &entries[1..] {
            let (step, taken) = entry.as_object().unwrap().iter().next().unwrap();
            let step = json!({ step: taken["step"] });
            let action = json!({ "id": "a-1", "expected": 3, "step": step, "stamp": taken["stamp"] });
            all.extend([(Document::Step, step), (Document::Action, action)]);
        }
        all.push((Document::Journal, Value::Array(entries)));
    }
    all
}

#[test]
fn what_was_ever_written_is_of_the_form() {
    for (document, value) in kept() {
        assert!(is_read(document, &value), "{document}: {value}");
        then_is_of(document, &value);
    }
    for it in json(include_str!("../../golden/exports_cloud_events.json")).as_array().unwrap() {
        then_is_of(Document::Message, it);
    }
}

/// A part of something kept, and the smallest whole that it can stand in.
struct Piece {
    document: Document,
    part: Value,
    whole: Box<dyn Fn(Value) -> Value>,
}

/// Entries, rows and whole small things, one of each shape.
fn pieces() -> Vec<Piece> {
    let mut all = Vec::new();
    for (document, value) in kept() {
        let mut add = |part: &Value, whole: Box<dyn Fn(Value) -> Value>| {
            all.push(Piece { document, part: part.clone(), whole });
        };
        match (document, value) {
            (Document::Registers, Value::Array(revisions)) => {
                let tables = revisions.iter().flat_map(|it| it.as_object().unwrap());
                for (table, rows) in tables.filter(|(_, it)| it.is_array()) {
                    for row in rows.as_array().unwrap() {
                        let table = table.clone();
                        add(row, Box::new(move |row| json!([{ "recorded": "2021-07-31", &table: [row] }])));
                    }
                }
            }
            (Document::Catalogue, Value::Object(list)) => {
                let entries = list["entries"].as_array().unwrap();
                entries.iter().for_each(|it| add(it, Box::new(|entry| json!({ "v": 1, "entries": [entry] }))));
            }
            (_, Value::Array(entries)) => {
                let opening = entries[0].clone();
                add(&opening, Box::new(|it| json!([it])));
                for entry in &entries[1..] {
                    let opening = opening.clone();
                    add(entry, Box::new(move |entry| json!([opening, entry])));
                }
            }
            (_, whole) => add(&whole, Box::new(|it| it)),
        }
    }
    let mut shapes = BTreeSet::new();
    all.retain(|it| shapes.insert((it.document, shape(&it.part))));
    all
}

/// A value without its words and numbers.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields.iter().map(|(key, it)| format!("{key}{}", shape(it))).collect(),
        Value::Array(items) => items.iter().map(shape).collect::<BTreeSet<_>>().into_iter().collect(),
        Value::String(_) => "s".to_owned(),
        other => other.to_string(),
    }
}

#[test]
fn every_change_of_one_thing_is_of_the_form_if_and_only_if_it_is_read() {
    let (mut read, mut refused, mut listed) = (0, 0, 0);
    for Piece { document, part, whole } in pieces() {
        for change in changes(&part) {
            let changed = whole(change.entry);
            let (of, is) = (is_of(document, &changed), is_read(document, &changed));
            let told = || format!("{document} {}: {}", change.field, change.to);
            match (of, is) {
                (true, true) => read += 1,
                (false, false) => refused += 1,
                // serde takes an object written as the list of its fields, which no schema tells
                (false, true) => {
                    let was_list = part.pointer(&change.field).is_some_and(Value::is_array);
                    assert!(change.to.is_array() && !was_list, "{} is read, and not of the form", told());
                    listed += 1;
                }
                // a list is read whole, and its rules with it
                (true, false) => assert_eq!(document, Document::Catalogue, "{} is of the form, and not read", told()),
            }
        }
    }
    assert!(read > 20_000 && refused > 60_000 && listed < 100, "{read} {refused} {listed}");
}

#[test]
fn what_is_kept_as_malformed_is_refused_by_the_schema_and_by_the_crate() {
    let malformed = json(include_str!("../../golden/malformed.json"));
    let rows = malformed.as_array().unwrap();
    for row in rows {
        let (name, why, is) = (row["document"].as_str().unwrap(), &row["why"], &row["is"]);
        let document: Document = name.parse().unwrap();
        // it is wrong in one place, and no other
        let faults = faults(document, is);
        let places: BTreeSet<_> = faults.iter().map(|(at, _)| at).collect();
        let only_written = ONLY_WRITTEN.contains(&document);
        assert!(places.len() == 1 || only_written, "{name} {why}: {faults:#?}");
        assert!(only_written || !is_read(document, is), "{name} {why}");
    }
    assert!(rows.len() > 30);
}

#[test]
fn whatever_is_answered_is_of_its_form() {
    let (office, day, mut told) = (&*OFFICE, filing_day(), 0);
    for item in office.catalogue().latest().items() {
        for (region, venue) in Region::all().zip(Centre::all().map(Venue::from)) {
            let asked =
                Question { item: item.key(), place: region.into(), scope: Scope::WITHIN, venue: Some(&venue), day };
            if let Ok(route) = office.route(&asked) {
                then_is_of(Document::Sheet, &serde_json::to_value(route.sheet(day)).unwrap());
                told += 1;
            }
        }
    }
    assert!(told > 900, "{told}");
    // each revision once more is as wrong as can be
    let revisions: Vec<Revision> = office.revisions().iter().chain(office.revisions()).cloned().collect();
    let faults = Office::new(revisions).unwrap_err();
    assert!(faults.all().len() > 100);
    then_is_of(Document::Faults, &serde_json::to_value(faults).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_lawfully_happens_is_written_in_the_form(history in offices().prop_flat_map(|office| histories(office, 0..20))) {
        let case = history.case();
        then_is_of(Document::Journal, &serde_json::to_value(case).unwrap());
        then_is_of(Document::Registers, &serde_json::to_value::<&Office>(history.office()).unwrap());
        then_is_of(Document::Filing, &serde_json::to_value(history.file()).unwrap());
        for (step, stamp) in history.steps() {
            then_is_of(Document::Step, &serde_json::to_value(step).unwrap());
            then_is_of(Document::Stamp, &serde_json::to_value(stamp).unwrap());
        }
        let last = case.record().stamps().last().unwrap();
        let available = case.available(last, history.office());
        then_is_of(Document::Available, &serde_json::to_value(&available).unwrap());
        let waiting = case.waits_for(history.office(), last.at.day());
        then_is_of(Document::Waiting, &serde_json::to_value(waiting).unwrap());
        let pending = worklist([case], history.office().now().calendar());
        assert_eq!(pending.len(), usize::from(!case.stage().is_terminal()));
        then_is_of(Document::Worklist, &serde_json::to_value(pending).unwrap());
        for why in available.iter().filter_map(|it| it.why_not.as_ref()) {
            then_is_of(Document::Refusal, &serde_json::to_value(why).unwrap());
        }
        let source: EventSource = "/jining/approvals".parse().unwrap();
        for it in CloudEvent::of(case.record(), &source) {
            then_is_of(Document::Message, &serde_json::to_value(it).unwrap());
        }
    }
}
