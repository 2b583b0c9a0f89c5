//! Catalogues that are no catalogues: unknown fields and words, other versions, histories that could not have been.

use serde_json::{Value, json};
use tongquan::{
    Catalogue, Rule,
    catalogue::{Amendment, Practice},
};

use super::given::{changing, city, except, grown, practice, removing, to};
use crate::{
    bad_input::{parts, with},
    support::day,
};

/// A row of each kind.
fn whole() -> Value {
    let at = tongquan::Region::Qufu;
    let changes = vec![except("A1-3", &[(at, tongquan::Modality::Review)]), to("A1-4", tongquan::Modality::Intake)];
    let all: Vec<_> = tongquan::Region::all().map(|it| (it, "2023-12-01")).collect();
    let it = Amendment {
        adds: vec![city("N-3", "（虚构）增列三")], ..changing("（虚构）2号", "2024-01-01", changes)
    };
    let it = practice(&[Practice::Risky], &all, it);
    let checked = json!({"checked": {"until": "2024-02-01", "against": "（虚构）公报"}});
    let mut whole = serde_json::to_value(grown().amend(&it).unwrap()).unwrap();
    whole["entries"].as_array_mut().unwrap().push(checked);
    whole
}

#[track_caller]
fn unread(value: &Value) -> String {
    let why = serde_json::from_value::<Catalogue>(value.clone()).expect_err(&value.to_string()).to_string();
    assert!(serde_json::from_str::<Catalogue>(&value.to_string()).is_err());
    why
}

#[test]
fn a_catalogue_comes_back_from_storage() {
    let catalogue: Catalogue = serde_json::from_value(whole()).unwrap();
    assert_eq!((serde_json::to_value(&catalogue).unwrap(), catalogue.editions().len()), (whole(), 3));
    assert_eq!(whole()["v"], tongquan::Version::NUMBER);
    let bytes = postcard::to_stdvec(&catalogue).unwrap();
    let back: Catalogue = postcard::from_bytes(&bytes).unwrap();
    assert_eq!((&back, back.editions(), back.checked_until()), (&catalogue, catalogue.editions(), day(2024, 2, 1)));
    assert!((0..bytes.len()).all(|cut| postcard::from_bytes::<Catalogue>(&bytes[..cut]).is_err()));
    assert_eq!(serde_json::to_value(Catalogue::built_in()).unwrap(), json!({"v": 1, "entries": []}));
}

#[test]
fn an_unknown_field_is_refused_in_every_part() {
    let (whole, mut all, mut refused) = (whole(), vec![], 0);
    parts(&whole, "", &mut all);
    for at in all.iter().filter(|at| whole.pointer(at).unwrap().is_object()) {
        let mut more = whole.pointer(at).unwrap().clone();
        more["news"] = json!("of a later shape");
        let why = unread(&if at.is_empty() { more } else { with(&whole, at, more) });
        assert!(why.contains("unknown field `news`") || why.contains("single key"), "{at}: {why}");
        refused += 1;
    }
    assert_eq!(refused, 40);
}

#[test]
fn a_value_of_another_kind_is_refused_in_every_part() {
    let (whole, mut all, mut taken) = (whole(), vec![], vec![]);
    parts(&whole, "", &mut all);
    for at in all.iter().filter(|it| !it.is_empty() && !it.contains("/heard/1")) {
        for other in [json!(null), json!(true), json!(-1), json!(1.5), json!("😀 \u{0}"), json!({}), json!([[]])] {
            if serde_json::from_value::<Catalogue>(with(&whole, at, other.clone())).is_ok()
                && whole.pointer(at) != Some(&other)
            {
                taken.push(format!("{at} {other}"));
            }
        }
    }
    // what a change may leave out may be nothing
    assert_eq!(taken, [""; 0]);
}

#[test]
fn another_version_is_refused_by_its_number() {
    for v in [json!(0), json!(2), json!(65_536), json!(-1)] {
        let why = unread(&with(&whole(), "/v", v.clone()));
        assert!(why.contains(&format!("version {v}")) && why.contains("版本"), "{why}");
    }
    let mut none = whole();
    none.as_object_mut().unwrap().remove("v");
    assert!(unread(&none).contains("missing field `v`"));
    let later = postcard::to_stdvec(&(2_u16, Vec::<u8>::new())).unwrap();
    assert!(postcard::from_bytes::<Catalogue>(&later).is_err());
}

#[test]
fn what_is_no_word_of_ours_is_refused_where_it_stands() {
    let change = "/entries/2/amendment/changes/0";
    for (at, word, why) in [
        ("/entries/2/amendment/from", json!("2024-02-30"), "2024-02-30"),
        ("/entries/2/amendment/number", json!("a b"), "character 2"),
        ("/entries/2/amendment/ground", json!({"mood": "x"}), "unknown variant `mood`"),
        ("/entries/2/amendment/ground/practice/0", json!("rare"), "unknown variant `rare`"),
        ("/entries/2/amendment/heard/0/region", json!("北京市"), "北京市"),
        ("/entries/2/amendment/adds/0/key", json!("A1-77"), "A1-77"), // of the form of an annex's
        ("/entries/2/amendment/adds/0/origin", json!("county"), "unknown variant `county`"),
        ("/entries/2/amendment/adds/0/name", json!("电话13800138000"), "personal data"),
        (&format!("{change}/item"), json!("A1-x"), "A1-x"),
        (&format!("{change}/modality"), json!("free"), "unknown variant `free`"),
        (&format!("{change}/department"), json!("moon"), "unknown variant `moon`"),
        (&format!("{change}/not_devolved_to"), json!(["qufu", "qufu"]), "named twice"),
    ] {
        let told = unread(&with(&whole(), at, word));
        assert!(told.contains(why), "{at}: {told}");
    }
}

#[test]
fn a_history_that_could_not_have_been_is_read_by_nobody_and_every_fault_is_told() {
    let bad = removing("（虚构）1号", "2022-01-01", &["A1-99"]);
    let mut history = whole();
    history["entries"].as_array_mut().unwrap().push(json!({"amendment": bad}));
    let why = unread(&history);
    for rule in [Rule::AmendmentInOrder, Rule::NumberUnused, Rule::ItemInForce] {
        assert!(why.contains(rule.en()), "{why}");
    }
    assert!(why.contains("[4].amendment.removes[0]"), "{why}");
}
