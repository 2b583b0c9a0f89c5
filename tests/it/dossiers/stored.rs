//! Minutes in every format: they come back as they were written and prove the same dossier; those of another matter or version are not read.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tongquan::oversight::{Dispute, Dossier, Engagement, Feedback, Finding, Licence, Matter, Minutes, Reversal};

use super::{
    order::dossiers,
    samples::{Sample, each_matter, given},
};

fn round<M: Sample>() -> usize {
    let given = given();
    let beside = M::beside(Some(&given.case), &given.office);
    let all = dossiers::<M>(3);
    for dossier in &all {
        let (text, bytes) = (serde_json::to_string(dossier).unwrap(), postcard::to_stdvec(dossier).unwrap());
        assert_eq!(text, serde_json::to_string(dossier.minutes()).unwrap());
        assert_eq!(bytes, postcard::to_stdvec(dossier.minutes()).unwrap());
        let value: Value = serde_json::from_str(&text).unwrap();
        let read: [Minutes<M>; 4] = [
            serde_json::from_str(&text).unwrap(),
            serde_json::from_reader(text.as_bytes()).unwrap(),
            serde_json::from_value(value.clone()).unwrap(),
            postcard::from_bytes(&bytes).unwrap(),
        ];
        for minutes in read {
            assert_eq!(minutes, *dossier.minutes());
            assert_eq!(serde_json::to_string(&minutes).unwrap(), text);
            assert_eq!(Dossier::prove(minutes, beside).unwrap(), *dossier);
        }
        // one entry after the other, the opening first, with the version
        let entries = value.as_array().unwrap();
        assert_eq!((entries.len(), &entries[0]["v"]), (dossier.version(), &json!(1)));
        let first = format!("[{{\"v\":1,\"matter\":\"{}\",\"stamp\":{{\"at\":\"2024-", M::NAME);
        assert!(text.starts_with(&first), "{text}");
        // every prefix is what a store has that is behind, and is a dossier
        for length in 1..entries.len() {
            let prefix: Minutes<M> = serde_json::from_value(entries[..length].into()).unwrap();
            assert_eq!(Dossier::prove(prefix, beside).unwrap().version(), length);
        }
    }
    all.len()
}

#[test]
fn minutes_come_back_as_they_were_written_and_prove_the_same_dossier_whatever_the_format() {
    let counts = each_matter!(round);
    assert!(counts.iter().all(|it| *it > 1) && counts.iter().sum::<usize>() > 40, "{counts:?}");
}

/// Whether what is written of one matter is read as another.
fn read_as<M: Sample>(text: &str, bytes: &[u8]) -> (bool, bool) {
    (serde_json::from_str::<Minutes<M>>(text).is_ok(), postcard::from_bytes::<Minutes<M>>(bytes).is_ok())
}

/// By which of the six it is read.
fn readers(text: &str, bytes: &[u8]) -> Vec<&'static str> {
    let all = [
        (Finding::NAME, read_as::<Finding>(text, bytes)),
        (Dispute::NAME, read_as::<Dispute>(text, bytes)),
        (Licence::NAME, read_as::<Licence>(text, bytes)),
        (Engagement::NAME, read_as::<Engagement>(text, bytes)),
        (Feedback::NAME, read_as::<Feedback>(text, bytes)),
        (Reversal::NAME, read_as::<Reversal>(text, bytes)),
    ];
    all.into_iter().filter(|(_, (json, postcard))| *json || *postcard).map(|(name, _)| name).collect()
}

fn as_another<M: Sample>() -> usize {
    let all = dossiers::<M>(3);
    for dossier in &all {
        let (text, bytes) = (serde_json::to_string(dossier).unwrap(), postcard::to_stdvec(dossier).unwrap());
        assert_eq!(readers(&text, &bytes), [M::NAME], "{text}");
    }
    all.len()
}

#[test]
fn the_minutes_of_one_matter_are_not_read_as_anothers() {
    assert!(each_matter!(as_another).iter().sum::<usize>() > 40);
    let names = [Finding::NAME, Dispute::NAME, Licence::NAME, Engagement::NAME, Feedback::NAME, Reversal::NAME];
    assert_eq!(BTreeSet::from(names).len(), 6);
}

/// Of what matter they are is told, in both languages, also where nothing else differs.
fn renamed<M: Sample>() -> usize {
    let told = serde_json::to_value(&dossiers::<M>(1)[0]).unwrap();
    let read = |name: Value| {
        let mut other = told.clone();
        other[0]["matter"] = name;
        serde_json::from_value::<Minutes<M>>(other)
    };
    assert!(read(json!(M::NAME)).is_ok());
    let names = ["", "case", "Finding", "findings"].into_iter();
    let names = names.chain([if M::NAME == "finding" { "dispute" } else { "finding" }]);
    for name in names.clone() {
        let why = read(json!(name)).unwrap_err().to_string();
        assert!(name.is_empty() || why.contains(&format!("minutes of {name}, and not of {}", M::NAME)), "{why}");
        assert!(name.is_empty() || why.contains(&format!("卷宗类别为{name}，应为{}", M::NAME)), "{why}");
    }
    assert!(read(Value::Null).is_err() && read(json!(1)).is_err());
    names.count()
}

#[test]
fn minutes_say_of_what_matter_they_are() {
    assert_eq!(each_matter!(renamed), [5; 6]);
}

fn another_version<M: Sample>() -> usize {
    let dossier = dossiers::<M>(1).pop().unwrap();
    let told = serde_json::to_value(&dossier).unwrap();
    let read = |entries: &Value| serde_json::from_value::<Minutes<M>>(entries.clone());
    for version in [0, 2, 255, 256, 65_535] {
        let mut later = told.clone();
        later[0]["v"] = json!(version);
        let why = read(&later).unwrap_err().to_string();
        assert!(why.contains(&format!("version {version}; this crate reads version 1")), "{why}");
        assert!(why.contains(&format!("版本为{version}，本库只识版本1")), "{why}");
    }
    let mut without = told.clone();
    without[0].as_object_mut().unwrap().remove("v");
    assert!(read(&without).unwrap_err().to_string().contains("missing field `v`"));
    // the number of entries, and the version
    let bytes = postcard::to_stdvec(&dossier).unwrap();
    assert_eq!(bytes[1], 1);
    for version in (0..128).filter(|it| *it != 1) {
        let mut later = bytes.clone();
        later[1] = version;
        assert!(postcard::from_bytes::<Minutes<M>>(&later).is_err(), "{version}");
    }
    // a field too many in the opening, in a step and in a stamp, and no entry at all
    assert!(read(&json!([])).is_err() && read(&json!({})).is_err());
    let mut refused = 0;
    for at in ["/0", "/0/stamp", "/0/step", "/1", "/1/stamp"] {
        let mut more = told.clone();
        more.pointer_mut(at).unwrap()["more"] = json!(null);
        assert!(read(&more).unwrap_err().to_string().contains("unknown field `more`"), "{at}");
        refused += 1;
    }
    refused
}

#[test]
fn another_version_and_fields_that_are_not_known_are_refused_where_they_are_read() {
    assert_eq!(each_matter!(another_version), [5; 6]);
}
