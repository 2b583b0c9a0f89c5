//! Registers are stored as they are: what is written is read back, and what is not of the form is refused.

use serde_json::{Map, Value, json};
use tongquan::{Department, Office, Region, register::Revision};

use super::{office, put, small};
use crate::support::{OFFICE, OFFICE_JSON};

#[test]
fn offices_and_revisions_come_back_from_storage() {
    for list in small()[1].as_object().unwrap().values().filter_map(Value::as_array) {
        assert!(!list.is_empty());
    }
    let ours = office(&small());
    for office in [&ours, &*OFFICE, Office::built_in(), &Office::new(ours.revisions()[..1].to_vec()).unwrap()] {
        let text = serde_json::to_string(office).unwrap();
        let again: Office = serde_json::from_str(&text).unwrap();
        assert_eq!((&again, serde_json::to_string(&again).unwrap()), (office, text.clone()));
        assert_eq!((again.revisions(), again.catalogue().latest()), (office.revisions(), office.catalogue().latest()));
        assert_eq!(serde_json::from_value::<Office>(serde_json::to_value(office).unwrap()).unwrap(), *office);
        let bytes = postcard::to_stdvec(office).unwrap();
        assert_eq!(postcard::from_bytes::<Office>(&bytes).unwrap(), *office);
        // an office is written as its revisions
        assert_eq!(serde_json::to_string(office.revisions()).unwrap(), text);
        assert_eq!(postcard::to_stdvec(&office.revisions().to_vec()).unwrap(), bytes);
        for revision in office.revisions() {
            let text = serde_json::to_string(revision).unwrap();
            assert_eq!(&serde_json::from_str::<Revision>(&text).unwrap(), revision);
            let bytes = postcard::to_stdvec(revision).unwrap();
            assert_eq!(&postcard::from_bytes::<Revision>(&bytes).unwrap(), revision);
            assert_eq!(postcard::to_stdvec(&postcard::from_bytes::<Revision>(&bytes).unwrap()).unwrap(), bytes);
        }
    }
    // what the file says is what is written: nothing is added, nothing lost but what is left out
    let standards = [json!([]), json!([])];
    let [mut said, mut written] = [small(), serde_json::to_value(&ours).unwrap()];
    for (at, none) in ["/0/standards", "/1/standards"].iter().zip(standards) {
        put(&mut said, at, none.clone());
        put(&mut written, at, none);
    }
    assert_eq!(written, said);
}

/// What the reader says of the second revision of a file with another version.
fn of_version(version: &Value) -> String {
    let mut file = small();
    put(&mut file, "/1/v", version.clone());
    let office = serde_json::from_str::<Office>(&file.to_string()).unwrap_err().to_string();
    let revision = serde_json::from_value::<Revision>(file[1].clone()).unwrap_err().to_string();
    assert!(office.starts_with(&revision), "{office}: {revision}");
    office
}

#[test]
fn a_revision_says_its_version_and_one_that_says_none_is_of_the_first() {
    let mut bare = small();
    assert_eq!(bare[0].as_object_mut().unwrap().remove("v"), Some(json!(1)));
    assert_eq!(office(&bare), office(&small()));
    assert_eq!(serde_json::to_value(office(&bare)).unwrap()[0]["v"], json!(1));
    for version in [0, 2, 255, 65_535] {
        let told = of_version(&json!(version));
        assert!(told.contains(&format!("version {version}; this crate reads version 1")), "{told}");
        assert!(told.contains(&format!("版本为{version}，本库只识版本1")), "{told}");
    }
    for other in [json!("1"), json!(null), json!(1.0), json!(-1), json!([1])] {
        assert!(of_version(&other).contains("本库只识版本1"), "{other}");
    }
    // in bytes it stands first
    let mut bytes = postcard::to_stdvec(&office(&small()).revisions()[1]).unwrap();
    assert_eq!((bytes[0], postcard::from_bytes::<Revision>(&bytes).is_ok()), (1, true));
    for version in (0..128).filter(|it| *it != 1) {
        bytes[0] = version;
        assert!(postcard::from_bytes::<Revision>(&bytes).is_err(), "{version}");
    }
}

#[test]
fn an_office_is_a_list_of_revisions_and_nothing_else() {
    assert_eq!(serde_json::from_str::<Office>("[]").unwrap(), *Office::built_in());
    assert_eq!(serde_json::to_string(Office::built_in()).unwrap(), "[]");
    let bare = r#"[{"recorded": "2021-07-31"}]"#;
    let on = Revision::on("2021-07-31".parse().unwrap());
    assert_eq!(serde_json::from_str::<Office>(bare).unwrap().revisions(), [on]);
    let cut = OFFICE_JSON.trim_end().trim_end_matches(']');
    let day = r#""recorded": "2021-07-31""#;
    let twice = [format!("[{{{day}, {day}}}]"), format!(r#"[{{{day}, "plans": [], "plans": []}}]"#)];
    for text in ["", "{}", "null", "1", "\"[]\"", "[[]]", "[null]", "[{}]", r#"{"recorded": "2021-07-31"}"#, cut]
        .into_iter()
        .chain(twice.iter().map(String::as_str))
        .chain([
            &*format!("[{{{day}, \"plans\": {{}}}}]"),
            &*format!("[{{{day}, \"plans\": null}}]"),
            &*format!("{bare}]"),
        ])
    {
        assert!(serde_json::from_str::<Office>(text).is_err(), "{text}");
    }
    for on in ["2021-7-31", "2021-07-31T00:00:00", "+2021-07-31", " 2021-07-31", "2021-02-29", "20210731", ""] {
        let mut file = small();
        put(&mut file, "/0/recorded", on.into());
        assert!(serde_json::from_value::<Office>(file).is_err(), "{on}");
    }
    for (cut, bytes) in [postcard::to_stdvec(&office(&small())).unwrap()]
        .iter()
        .flat_map(|it| (0..it.len()).map(move |at| (at, &it[..at])))
    {
        assert!(postcard::from_bytes::<Office>(bytes).is_err(), "{cut} of the bytes");
    }
}

/// Where the values of a file stand that are of a kind, outermost first.
fn places(value: &Value, at: &str, wanted: &impl Fn(&Value) -> bool, found: &mut Vec<String>) {
    if wanted(value) {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(map) => map.iter().for_each(|(name, it)| places(it, &format!("{at}/{name}"), wanted, found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(name, it)| places(it, &format!("{at}/{name}"), wanted, found))
        }
        _ => {}
    }
}

fn all(wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    places(&small(), "", &wanted, &mut found);
    found
}

#[test]
fn a_field_that_no_row_has_is_refused_wherever_it_stands() {
    let objects = all(Value::is_object);
    assert!(objects.len() > 90, "{}", objects.len());
    let mut lists: Vec<&str> = objects.iter().filter_map(|it| it.split('/').nth(2)).collect();
    lists.sort_unstable();
    lists.dedup();
    assert_eq!(lists.len(), 22);
    for at in &objects {
        let mut file = small();
        assert!(file.pointer_mut(at).unwrap().as_object_mut().unwrap().insert("extra".to_owned(), json!(1)).is_none());
        assert!(serde_json::from_value::<Vec<Revision>>(file.clone()).is_err(), "{at}");
        assert!(serde_json::from_str::<Office>(&file.to_string()).is_err(), "{at}");
    }
}

/// What may be left out of an object: its lists from a revision, and what has a word for being left out.
fn may_be_left_out(at: &str, field: &str) -> bool {
    let (inside, last) = at.rsplit_once('/').unwrap();
    match last {
        "supervision" | "uses" => true,
        "cut" => field == "twin_of",
        "city" => matches!(field, "exceptions" | "not_devolved_to"),
        "review" => field == "seal",
        _ if inside.is_empty() => field != "recorded",
        _ if inside.ends_with("/undertakes") => matches!(field, "supervision" | "uses"),
        _ if inside.ends_with("/amendments") => matches!(field, "heard" | "adds" | "removes" | "changes"),
        _ if inside.ends_with("/changes") => field != "item",
        _ if inside.ends_with("/choices") => field == "supervision",
        _ if inside.ends_with("/checked") => false,
        _ if inside.ends_with("/advisers") => field == "reason",
        _ if inside.ends_with("/experts") => matches!(field, "organisation" | "until"),
        _ if inside.ends_with("/ceilings") => matches!(field, "shared" | "effect"),
        _ => {
            matches!(field, "until" | "december_before" | "cycle") || (inside.ends_with("/plans") && field == "centre")
        }
    }
}

fn says_nothing(it: &Value) -> bool {
    match it {
        Value::Object(map) => map.values().all(says_nothing),
        _ => [json!(null), json!([]), json!(false), json!("together"), json!("flag")].contains(it),
    }
}

#[test]
fn a_field_that_a_row_needs_is_not_left_out() {
    let (mut needed, mut free) = (0, 0);
    // what a standard may leave out is told elsewhere
    for at in all(Value::is_object).iter().filter(|it| !it.contains("/standards/")) {
        let fields: Vec<String> = small().pointer(at).unwrap().as_object().unwrap().keys().cloned().collect();
        for field in fields {
            let mut file = small();
            let had = file.pointer_mut(at).and_then(Value::as_object_mut).and_then(|it| it.remove(&field)).unwrap();
            let read = serde_json::from_value::<Vec<Revision>>(file.clone());
            assert_eq!(read.is_ok(), may_be_left_out(at, &field), "{at}/{field}");
            if let Ok(read) = read {
                free += 1;
                // left out is none
                let none = says_nothing(&had) || (at.len() == 2 && field == "v");
                let same = read == office(&small()).revisions();
                assert_eq!(same, none, "{at}/{field}");
            } else {
                needed += 1;
            }
        }
    }
    assert_eq!((needed, free), (374, 148));
    for field in ["item", "edition", "from", "materials", "conditions", "steps", "outcome", "remedies"] {
        let mut file = small();
        file[0]["standards"][0].as_object_mut().unwrap().remove(field).unwrap();
        assert!(serde_json::from_value::<Vec<Revision>>(file).is_err(), "{field}");
    }
}

#[test]
fn a_name_that_is_misspelt_is_refused_wherever_it_stands() {
    let is = |it: &Value| {
        it.is_string()
            && (serde_json::from_value::<Region>(it.clone()).is_ok()
                || serde_json::from_value::<Department>(it.clone()).is_ok())
    };
    let named = all(is);
    assert_eq!(named.len(), 70);
    for at in &named {
        let name = small().pointer(at).unwrap().as_str().unwrap().to_owned();
        let chopped = name[..name.len() - 1].to_owned();
        for wrong in
            [format!("{name}s"), chopped, name.to_uppercase(), format!(" {name}"), "汶上县".to_owned(), String::new()]
        {
            let mut file = small();
            put(&mut file, at, wrong.clone().into());
            assert!(serde_json::from_value::<Vec<Revision>>(file).is_err(), "{at}: {wrong}");
        }
    }
    for (at, wrong) in [
        ("/0/own_items/0/kind", json!("permit")),
        ("/0/own_items/0/origin", json!("city")),
        ("/0/own_items/0/key", json!("A1-36")),
        ("/0/units/0/kind", json!("bureau")),
        ("/0/units/0/id", json!("ws bureau")),
        ("/0/units/0/name", json!("")),
        ("/0/plans/0/undertakes/0/items", json!("none")),
        ("/0/plans/0/undertakes/0/items/only/0", json!("A1-036")),
        ("/0/plans/0/centre", json!({"region": "culture_zone"})),
        ("/0/plans/0/undertakes/0/supervision/county_supervisor", json!("ws-sector")),
        ("/0/plans/0/undertakes/0/handler", json!({"body": "ws-sector"})),
        ("/0/amendments/0/ground", json!("law")),
        ("/0/amendments/0/ground", json!({"law": "（虚构）某法", "policy": "（虚构）某政策"})),
        ("/1/amendments/1/ground/practice/0", json!("rare")),
        ("/0/amendments/0/number", json!("TZ 1")),
        ("/0/amendments/0/changes/0/item", json!("A1-05")),
        ("/0/amendments/0/changes/0/modality", json!("original")),
        ("/0/amendments/0/changes/0/not_devolved_to", json!(["qufu", "qufu"])),
        ("/1/amendments/0/adds/0/key", json!("A1-62")),
        ("/1/amendments/0/adds/0/origin", json!("county")),
        ("/1/amendments/0/adds/1/origin", json!({"three_tier": {}})),
        ("/1/amendments/1/heard/0/said", json!("")),
        ("/0/checked/0/until", json!(null)),
        ("/0/choices/0/way", json!("window")),
        ("/0/choices/0/way", json!({"direct": {"county": "ws-sector"}})),
        ("/0/choices/1/way/review/seal", json!("no2")),
        ("/0/choices/1/way/review/seal", json!({"township": "nanwang-township"})),
        ("/0/choices/0/townships/0/township", json!("370830999")),
        ("/0/choices/0/townships/0/township", json!(370_830_102)),
        ("/0/choices/0/townships/0/township", json!("南旺镇")),
        ("/0/on_platform/0/regions", json!(["wenshang", "wenshang"])),
        ("/0/experts/0/works/0", json!("advice")),
        ("/0/experts/0/reference", json!("13800138000")),
        ("/0/electronics/0/what", json!("stamp")),
        ("/0/agreements/0/users/0", json!("13800138000")),
        ("/0/seals/0/event", json!("cut")),
        ("/0/seals/0/event", json!({"forged": {"reason": "虚构"}})),
        ("/0/seals/0/seal/number", json!(65_536)),
        ("/0/seals/0/seal/number", json!(-1)),
        ("/0/permissions/0/venue", json!({"centre": {"region": "culture_zone"}})),
        ("/0/permissions/0/gives/handling", json!("decide")),
        ("/1/permissions/0/gives/handling/decide", json!("partner")),
        ("/0/ceilings/0/number", json!("ZB 1")),
        ("/0/ceilings/0/counts", json!("corrections")),
        ("/0/ceilings/0/items", json!({"only": "A1-36"})),
        ("/0/ceilings/0/regions", json!(["wenshang", "wenshang"])),
        ("/0/ceilings/0/shared", json!(null)),
        ("/0/ceilings/0/until", json!(null)),
        ("/0/ceilings/0/at_most", json!(-1)),
        ("/0/ceilings/0/at_most", json!(4_294_967_296_u64)),
        ("/0/ceilings/0/effect", json!("bar")),
        ("/1/endings/0/ends", json!({"plan": "XY-1"})),
        ("/1/endings/0/ends", json!({"agreement": "XY-1", "permission": "SJ-1"})),
        ("/1/endings/0/last", json!(null)),
        ("/0/evidence/0/obligation", json!("C10")),
        ("/0/evidence/0/obligation", json!("FileAdvisers")),
        ("/0/evidence/0/by", json!("transport")),
        ("/0/evidence/0/by", json!({"body": "ws-bureau"})),
        ("/0/evidence/0/by", json!({"department": "transport", "region": "wenshang"})),
        ("/0/evidence/0/on", json!(null)),
        ("/0/evidence/0/what", json!("")),
        ("/1/evidence/1/cycle", json!("2022")),
    ] {
        let mut file = small();
        put(&mut file, at, wrong.clone());
        assert!(serde_json::from_value::<Vec<Revision>>(file).is_err(), "{at}: {wrong}");
    }
}

#[test]
fn of_a_misspelt_name_a_service_is_told_what_there_is() {
    let mut file = small();
    put(&mut file, "/0/plans/0/region", json!("wenshan"));
    let told = serde_json::from_str::<Office>(&file.to_string()).unwrap_err().to_string();
    assert!(told.contains("wenshan") && told.contains("wenshang"), "{told}");
    let extra: Map<String, Value> =
        [("recorded".to_owned(), json!("2021-07-31")), ("plan".to_owned(), json!([]))].into_iter().collect();
    let told = serde_json::from_str::<Office>(&json!([extra]).to_string()).unwrap_err().to_string();
    assert!(told.contains("`plan`") && told.contains("`plans`"), "{told}");
}
