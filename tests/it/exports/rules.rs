//! The rules of OCEL 2.0, on what was written: ids are unique, nothing refers to what is not there, types and attributes are declared, values are of
//! their types; and what readers ask beside them: an event names an object once, and every object is named by an event.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use serde_json::{Value as Json, json};
use tongquan::{
    Body, Department, Region, Stamp,
    case::{
        StageKind,
        steps::{Ground, NotAccept},
    },
    exports::{
        Ocel,
        ocel::{EventType, ObjectType, Qualifier, Since, Value},
    },
};

use super::{array, called, driven, entries, golden_cases, golden_prefixes, licence, log, text, whole, written};
use crate::{
    journals::{Golden, proven},
    matters::mark,
    support::{OFFICE, case_at},
};

/// Type, then attribute, then the type of its values.
type Declared<'v> = BTreeMap<&'v str, BTreeMap<&'v str, &'v str>>;

fn declared(types: &Json) -> Declared<'_> {
    let all = array(types).iter().map(|it| {
        let attributes = array(&it["attributes"]);
        let by_name: BTreeMap<&str, &str> =
            attributes.iter().map(|it| (text(&it["name"]), text(&it["type"]))).collect();
        assert_eq!(by_name.len(), attributes.len(), "an attribute of {} is declared twice", it["name"]);
        (text(&it["name"]), by_name)
    });
    let declared: Declared = all.collect();
    assert_eq!(declared.len(), array(types).len(), "a type is declared twice");
    declared
}

fn kind(value: &Json) -> &'static str {
    match value {
        Json::String(it) => {
            assert!(!it.is_empty());
            "string"
        }
        Json::Number(it) if it.is_i64() => "integer",
        Json::Bool(_) => "boolean",
        other => panic!("{other} is of no type"),
    }
}

#[track_caller]
fn then_lawful(log: &Ocel) {
    let log = written(log);
    let fields: Vec<&str> = log.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["eventTypes", "events", "objectTypes", "objects"]);
    let (event_types, object_types) = (declared(&log["eventTypes"]), declared(&log["objectTypes"]));
    let (events, objects) = (array(&log["events"]), array(&log["objects"]));

    let mut ids = BTreeSet::new();
    for it in events.iter().chain(objects) {
        assert!(ids.insert(text(&it["id"])), "{} stands twice", it["id"]);
    }
    let there: BTreeSet<&str> = objects.iter().map(|it| text(&it["id"])).collect();
    let mut named = BTreeSet::new();
    for (it, types) in events.iter().map(|it| (it, &event_types)).chain(objects.iter().map(|it| (it, &object_types))) {
        let attributes = types.get(text(&it["type"])).unwrap_or_else(|| panic!("{} is not declared", it["type"]));
        for told in array(&it["attributes"]) {
            let as_declared = attributes.get(text(&told["name"])).copied();
            assert_eq!(as_declared, Some(kind(&told["value"])), "{}: {}", it["id"], told["name"]);
        }
        let mut once = BTreeSet::new();
        for relation in array(&it["relationships"]) {
            let object = text(&relation["objectId"]);
            assert!(there.contains(object), "{} names {object}, which is not there", it["id"]);
            assert!(once.insert(object), "{} names {object} twice", it["id"]);
            assert_ne!(object, text(&it["id"]));
            assert!(!text(&relation["qualifier"]).is_empty());
        }
        if it.get("time").is_some() {
            named.extend(once);
        }
    }
    assert_eq!(named, there, "an event names every object");
    then_in_order(events, objects);
}

#[track_caller]
fn then_in_order(events: &[Json], objects: &[Json]) {
    let moment = |it: &Json| DateTime::parse_from_rfc3339(text(it)).unwrap();
    assert!(events.iter().map(|it| moment(&it["time"])).is_sorted());
    for it in events {
        assert!(text(&it["time"]).ends_with("+08:00"));
        let names: Vec<&str> = array(&it["attributes"]).iter().map(|it| text(&it["name"])).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}", it["id"]);
    }
    for it in objects {
        let mut since = BTreeMap::new();
        for told in array(&it["attributes"]) {
            let (name, at, value) = (text(&told["name"]), moment(&told["time"]), &told["value"]);
            if let Some((before, known)) = since.insert(name, (at, value)) {
                assert!(before < at && known != value, "{}: {name} at {at}", it["id"]);
            }
        }
    }
}

#[test]
fn every_golden_journal_makes_a_lawful_log_alone_and_with_the_others() {
    for case in golden_cases() {
        then_lawful(&log([&case], &[]));
    }
    then_lawful(&whole());
}

#[test]
fn so_does_every_prefix_of_every_journal_and_every_stage() {
    let prefixes = golden_prefixes();
    assert!(prefixes.len() > 150, "{}", prefixes.len());
    for case in prefixes.iter().chain(&driven()) {
        then_lawful(&log([case], &[]));
    }
}

#[test]
fn a_log_of_nothing_is_lawful_and_declares_every_type() {
    let nothing = log([], &[]);
    then_lawful(&nothing);
    assert_eq!((nothing.events().len(), nothing.objects().len()), (0, 0));
    assert_eq!(nothing.event_types(), whole().event_types());
    assert!(nothing.event_types().iter().map(|it| it.name).eq(EventType::all()));
    assert!(nothing.object_types().iter().map(|it| it.name).eq(ObjectType::all()));
}

#[test]
fn what_is_declared_is_told_somewhere() {
    let all = whole();
    let log = written(&all);
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for it in array(&log["events"]).iter().chain(array(&log["objects"])) {
        seen.extend(array(&it["attributes"]).iter().map(|told| (text(&it["type"]), text(&told["name"]))));
    }
    let types = array(&log["eventTypes"]).iter().chain(array(&log["objectTypes"]));
    let declared =
        types.flat_map(|it| array(&it["attributes"]).iter().map(move |told| (text(&it["name"]), text(&told["name"]))));
    let never: BTreeSet<(&str, &str)> = declared.filter(|it| !seen.contains(it)).collect();
    // the golden change keeps the licence's term
    assert_eq!(never, BTreeSet::from([("change_licence", "until")]));
}

/// A proceeding that is begun and over in one second leaves the case where it was.
#[test]
fn of_one_second_the_last_counts() {
    let mut entries = entries(Golden::called("withdrawn"));
    let at = |kind: &str| entries.iter().position(|it| it.get(kind).is_some()).unwrap();
    let (suspended, resumed) = (at("suspend"), at("resume"));
    entries[resumed]["resume"]["stamp"]["at"] = entries[suspended]["suspend"]["stamp"]["at"].clone();
    let log = log([&proven(&entries)], &[]);
    then_lawful(&log);
    let case = log.objects_of(ObjectType::CaseFile).next().unwrap();
    let stages = case.attributes.iter().filter(|it| it.name == "stage").map(|it| it.value.clone());
    assert_eq!(stages.collect::<Vec<_>>(), ["filed", "correcting", "accepted", "withdrawn"].map(Value::from));
}

#[test]
fn a_body_that_is_competent_instead_is_told_once() {
    let competent = Body::Department(Department::Ecology);
    let case = case_at(&OFFICE, "A1-36", Region::Wenshang, StageKind::Filed);
    let by = case.record().opening().stamp.by.clone();
    let stamp = Stamp { at: "2024-03-05T09:00:00+08:00".parse().unwrap(), by };
    let ground = Ground::AnotherIsCompetent(competent);
    let case = case.apply(NotAccept { receipt: mark("BYSL-1"), ground }.into(), stamp, &OFFICE).unwrap();
    let log = log([&case], &[]);
    then_lawful(&log);
    let last = log.events().last().unwrap();
    let told = last.relations.iter().find(|it| it.qualifier == Qualifier::Competent).unwrap();
    assert_eq!(told.object, "body:department:ecology");
}

/// Under another name a body is the same; since when it has it is told.
#[test]
fn a_body_that_is_renamed_stays_one_object() {
    let mut entries = entries(Golden::called("direct"));
    let last = entries.len() - 1;
    let body = &mut entries[last]["close"]["stamp"]["by"]["official"]["body"]["unit"];
    body["name"] = json!("任城区某局（虚构）");
    let id = format!("body:unit:rencheng:{}", text(&body["id"]));
    let log = log([&proven(&entries)], &[]);
    then_lawful(&log);
    let body = log.objects_of(ObjectType::Body).find(|it| it.id == id).unwrap();
    let names: Vec<(Since, &Value)> =
        body.attributes.iter().filter(|it| it.name == "name").map(|it| (it.time, &it.value)).collect();
    let renamed = log.events().last().unwrap().time;
    assert_eq!(names.len(), 2);
    assert_eq!(names[1], (Since::At(renamed), &Value::from("任城区某局（虚构）")));
    assert_eq!(names[0].0, Since::Ever);
}

/// What is referred to and is not among what was given is an attribute, and no relation.
#[test]
fn nothing_dangles_whatever_is_left_out() {
    let follower = called("unfavourable");
    let alone = log([&follower], &[]);
    then_lawful(&alone);
    let told = written(&alone);
    let case = array(&told["objects"]).iter().find(|it| it["id"] == "case:unfavourable").unwrap();
    assert!(array(&case["attributes"]).iter().any(|it| it["name"] == "follows" && it["value"] == "WS-2023-0911"));
    assert!(!array(&case["relationships"]).iter().any(|it| it["qualifier"] == "follows"));
    let both = written(&log(&[called("lapsed"), follower], &[]));
    let case = array(&both["objects"]).iter().find(|it| it["id"] == "case:unfavourable").unwrap();
    let follows = array(&case["relationships"]).iter().find(|it| it["qualifier"] == "follows").unwrap();
    assert_eq!(follows["objectId"], "case:WS-2023-0911");

    // a dossier whose case is not given, and one whose change another case asked for
    let orphan = log([], &[licence()]);
    then_lawful(&orphan);
    assert_eq!((orphan.events().len(), orphan.objects_of(ObjectType::CaseFile).count()), (7, 0));
    let told = written(&orphan);
    let found = array(&told["objects"]).iter().find(|it| it["id"] == "licence:2024-000001").unwrap();
    assert!(array(&found["attributes"]).iter().any(|it| it["name"] == "case" && it["value"] == "2024-000001"));
    assert_eq!(array(&found["relationships"]), [] as [Json; 0]);
    let asked = written(&log(&[called("window")], &[licence()]));
    let change = array(&asked["events"]).iter().find(|it| it["type"] == "change_licence").unwrap();
    assert!(array(&change["relationships"]).iter().any(|it| it["objectId"] == "case:2024-000088"));
}
