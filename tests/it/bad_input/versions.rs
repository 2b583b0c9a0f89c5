//! Journals of another version of the wire: refused where they are read, by number.

use serde_json::{Value, json};
use tongquan::{AnyCase, Journal, Version, case::StageKind};

use crate::support::{OFFICE, case_at};

fn journal() -> Value {
    serde_json::to_value(case_at(&OFFICE, "A1-33", tongquan::Region::Wenshang, StageKind::Closed)).unwrap()
}

/// What the reader says of a version, by whatever format of JSON, as a journal and as a case.
#[track_caller]
fn told(version: &Value) -> String {
    let mut value = journal();
    value[0]["file"]["v"] = version.clone();
    let text = value.to_string();
    // wherever the field stands
    let first = text.replacen(&format!(r#","v":{version}"#), "", 1).replacen(
        r#"{"file":{"#,
        &format!(r#"{{"file":{{"v":{version},"#),
        1,
    );
    let why = serde_json::from_str::<Journal>(&first).unwrap_err().to_string();
    assert!(serde_json::from_str::<Journal>(&text).is_err() && serde_json::from_str::<AnyCase>(&text).is_err());
    assert!(serde_json::from_value::<Journal>(value).is_err());
    why
}

#[test]
fn another_version_is_named_in_both_languages() {
    assert_eq!(Version::NUMBER, 1);
    for version in [0, 2, 255, 256, 65_535] {
        let why = told(&json!(version));
        assert!(why.contains(&format!("version {version}; this crate reads version 1")), "{why}");
        assert!(why.contains(&format!("版本为{version}，本库只识版本1")), "{why}");
    }
}

#[test]
fn what_is_no_number_of_a_version_is_refused_by_what_it_is() {
    for (version, word) in [
        (json!(-1), "version -1"),
        (json!(65_536), "version 65536"),
        (json!(0.5), "`0.5`"),
        (json!("1"), "\"1\""),
        (json!(null), "null"),
        (json!(true), "`true`"),
        (json!([0]), "sequence"),
        (json!({}), "map"),
    ] {
        let why = told(&version);
        assert!(why.contains(word) && why.contains("this crate reads version 1"), "{version}: {why}");
        assert!(why.contains("本库只识版本1"), "{version}: {why}");
    }
    let mut without = journal();
    without[0]["file"].as_object_mut().unwrap().remove("v");
    let why = serde_json::from_value::<Journal>(without).unwrap_err().to_string();
    assert!(why.contains("missing field `v`"), "{why}");
}

#[test]
fn in_bytes_too_another_version_is_not_read_as_this_one() {
    let case: AnyCase = serde_json::from_value(journal()).unwrap();
    let bytes = postcard::to_stdvec(&case).unwrap();
    // the number of entries, the tag of the filing, and the version
    let at = 2;
    assert_eq!(bytes[at], 1);
    assert_eq!(postcard::from_bytes::<AnyCase>(&bytes).unwrap(), case);
    for version in (0..128).filter(|it| *it != 1) {
        let mut later = bytes.clone();
        later[at] = version;
        assert!(postcard::from_bytes::<Journal>(&later).is_err(), "{version}");
    }
}
