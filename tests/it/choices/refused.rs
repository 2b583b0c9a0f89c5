//! Bad choices are refused whole: every fault by its path, which leads to something in the file, and all of them at once.

use serde_json::{Value, json};
use tongquan::{Office, law::Faults, register::Revision};

fn revision() -> Value {
    let unit = |id: &str, region: &str, kind: &str| json!({"id": id, "region": region, "kind": kind, "name": "某单位（虚构）"});
    json!({
        "recorded": "2021-07-20",
        "own_items": [{"key": "WS-001", "name": "（虚构）原有事项", "kind": "licence", "origin": "county"}],
        "units": [unit("bureau", "wenshang", "approval_bureau"), unit("sector", "wenshang", "sector"),
            unit("squad", "wenshang", "enforcement"), unit("nanwang", "wenshang", "township"),
            unit("ciqiu", "wenshang", "township"), unit("far-town", "liangshan", "township"),
            unit("far-bureau", "liangshan", "approval_bureau")],
        "agencies": [{"id": "city", "name": "某市级机构（虚构）"}],
        "partners": [{"id": "bank", "name": "某银行（虚构）"}],
        "choices": [choice()]
    })
}

fn choice() -> Value {
    json!({"region": "wenshang", "items": {"only": ["A2-1", "A2-8"]}, "from": "2021-07-31",
        "way": {"window": {"county": "bureau"}},
        "townships": [{"township": "370830102", "body": "nanwang"}, {"township": "370830103", "body": "ciqiu"}],
        "supervision": {"county_supervisor": {"body": "sector"}, "county_enforcement": {"body": "squad"},
            "city_supervisor": {"department": "transport"}, "city_enforcement": {"body": "city"}}})
}

#[track_caller]
fn with(at: &str, value: Value) -> Value {
    let mut choice = choice();
    *choice.pointer_mut(at).unwrap_or_else(|| panic!("nothing stands at {at}")) = value;
    choice
}

/// The faults of an office with these choices: the same whether it is made or read.
#[track_caller]
fn faults(choices: &[Value]) -> Option<(Value, Faults)> {
    let mut file = revision();
    file["choices"] = choices.into();
    let file = json!([file]);
    let revisions: Vec<Revision> = serde_json::from_value(file.clone()).unwrap();
    let read = serde_json::from_value::<Office>(file.clone());
    match Office::new(revisions) {
        Ok(office) => {
            assert_eq!(read.unwrap(), office);
            None
        }
        Err(faults) => {
            assert_eq!(read.unwrap_err().to_string(), faults.to_string());
            Some((file, faults))
        }
    }
}

/// What a path names.
fn found<'v>(file: &'v Value, path: &str) -> Option<&'v Value> {
    let path = path.replace('[', "/").replace(']', "").replace('.', "/");
    file.pointer(&format!("/{}", path.trim_start_matches('/')))
}

/// These faults and no others, in this order, each with its path after the choices'.
#[track_caller]
fn then(choices: &[Value], expected: &[(&str, &str)]) {
    let Some((file, faults)) = faults(choices) else { panic!("nothing is wrong with {choices:?}") };
    let told: Vec<(&str, &str)> = faults.all().iter().map(|it| (it.path.as_str(), it.objection.rule.id())).collect();
    let expected: Vec<(String, &str)> =
        expected.iter().map(|(path, rule)| (format!("[0].choices{path}"), *rule)).collect();
    assert_eq!(told, expected.iter().map(|(path, rule)| (path.as_str(), *rule)).collect::<Vec<_>>());
    for (path, _) in told {
        assert!(found(&file, path).is_some(), "{path} leads nowhere");
    }
    assert!(!faults.zh().is_empty());
}

#[test]
fn the_choice_that_the_others_are_made_of_is_lawful_in_every_way() {
    let way = |way: Value| {
        let mut told = with("/way", way);
        assert!(faults(&[told.clone()]).is_none(), "{told}");
        // who supervises may be left out
        told.as_object_mut().unwrap().remove("supervision");
        assert!(faults(&[told]).is_none());
    };
    way(json!({"window": {"county": "bureau"}}));
    way(json!({"intake": {"county": "bureau"}}));
    way(json!({"review": {"seal": {"county": "bureau"}}}));
    for alone in [json!("direct"), json!({"review": {"seal": "township"}}), json!({"review": {"seal": null}})] {
        way(alone);
    }
    let mut sectors = with("/way", json!({"intake": {"county": "sector"}}));
    sectors["supervision"]["county_supervisor"] = Value::Null;
    assert!(faults(&[sectors]).is_none());
    for items in [json!("all"), json!({"of_kind": "licence"}), json!({"of_kind": "public_service"})] {
        assert!(faults(&[with("/items", items)]).is_none());
    }
}

#[test]
fn only_three_tier_items_that_are_on_the_list_are_chosen_for_each_once() {
    let items = |keys: &[&str], expected: &[(&str, &str)]| then(&[with("/items/only", json!(keys))], expected);
    let none = ("[0].items", "choice_of_three_tier");
    for number in 1..=61 {
        items(&[&format!("A1-{number}")], &[none]);
    }
    items(&["WS-001"], &[none]);
    items(&["A2-1", "A1-1", "WS-001", "A2-8"], &[none, none]);
    let unknown = ("[0].items", "item_in_force");
    for key in ["A2-16", "A2-0", "WS-002"] {
        items(&[key], &[unknown]);
    }
    items(&[], &[("[0].items", "names_something")]);
    items(&["A2-1", "A2-8", "A2-1"], &[("[0].items", "named_once")]);
}

#[test]
fn townships_are_some_each_once_and_run_by_the_region() {
    let desk = |township: &str| json!({"township": township, "body": "nanwang"});
    let named = |desks: &[Value], expected: &[(&str, &str)]| then(&[with("/townships", desks.into())], expected);
    named(&[], &[("[0].townships", "names_something")]);
    named(&[desk("370830102"), desk("370830103"), desk("370830102")], &[("[0].townships", "named_once")]);
    let foreign = |at: usize| (["[0].townships[0].township", "[0].townships[1].township"][at], "township_of_region");
    named(&[desk("370832104")], &[foreign(0)]);
    named(&[desk("370830102"), desk("370811002")], &[foreign(1)]);
    named(&[desk("370832104"), desk("370871001")], &[foreign(0), foreign(1)]);
}

#[test]
fn in_a_township_a_township_unit_of_the_region_acts() {
    let at = "[0].townships[1].body";
    for (body, rule) in [
        ("nobody", "body_known"),
        ("far-town", "body_of_region"),
        ("far-bureau", "body_of_region"),
        ("city", "body_of_region"),
        ("bank", "body_of_region"),
        ("bureau", "authority_of_tier"),
        ("sector", "authority_of_tier"),
        ("squad", "authority_of_tier"),
    ] {
        then(&[with("/townships/1/body", json!(body))], &[(at, rule)]);
    }
    // one body may act for several
    assert!(faults(&[with("/townships/1/body", json!("nanwang"))]).is_none());
}

#[test]
fn for_the_county_its_approval_bureau_or_a_sector_department_acts() {
    for (body, rule) in [
        ("nobody", "body_known"),
        ("far-bureau", "body_of_region"),
        ("far-town", "body_of_region"),
        ("city", "body_of_region"),
        ("bank", "body_of_region"),
        ("nanwang", "authority_of_tier"),
        ("squad", "authority_of_tier"),
    ] {
        for way in [
            json!({"window": {"county": body}}),
            json!({"intake": {"county": body}}),
            json!({"review": {"seal": {"county": body}}}),
        ] {
            let mut it = with("/way", way);
            it.as_object_mut().unwrap().remove("supervision");
            then(&[it], &[("[0].way", rule)]);
        }
    }
}

#[test]
fn the_seats_are_of_their_tier_and_the_bureau_does_not_supervise_itself() {
    let county = ["county_supervisor", "county_enforcement"];
    let city = ["city_supervisor", "city_enforcement"];
    let seat = |seat: &str, body: Value, rule: &str| {
        let path = format!("[0].supervision.{seat}");
        then(&[with(&format!("/supervision/{seat}"), body)], &[(&path, rule)]);
    };
    for it in county {
        for body in ["bureau", "far-bureau", "far-town", "city", "bank"] {
            seat(it, json!({"body": body}), "authority_of_tier");
        }
        seat(it, json!({"department": "transport"}), "authority_of_tier");
    }
    for it in city {
        for body in ["bureau", "sector", "squad", "nanwang", "far-bureau", "bank"] {
            seat(it, json!({"body": body}), "authority_of_tier");
        }
    }
    for it in county.into_iter().chain(city) {
        seat(it, json!({"body": "nobody"}), "body_known");
        assert!(faults(&[with(&format!("/supervision/{it}"), Value::Null)]).is_none());
    }
}

#[test]
fn one_revision_chooses_for_a_thing_from_a_day_once() {
    let of = |items: Value| with("/items", items);
    let twice = |first: Value, second: Value, told: bool| {
        let both = [of(first), of(second)];
        if told { then(&both, &[("[1]", "row_said_once")]) } else { assert!(faults(&both).is_none()) }
    };
    let (licences, services) = (json!({"of_kind": "licence"}), json!({"of_kind": "public_service"}));
    let only = |keys: &[&str]| json!({"only": keys});
    twice(json!("all"), json!("all"), true);
    twice(licences.clone(), licences.clone(), true);
    twice(only(&["A2-1", "A2-2"]), only(&["A2-2", "A2-3"]), true);
    // the narrower beside the broader says something else
    twice(json!("all"), licences.clone(), false);
    twice(licences.clone(), services, false);
    twice(licences, only(&["A2-1"]), false);
    twice(only(&["A2-1"]), only(&["A2-2"]), false);
    // whatever else differs, but for region and day
    let (mut other, mut later) = (choice(), choice());
    other["way"] = json!("direct");
    other["townships"] = json!([{"township": "370830104", "body": "ciqiu"}]);
    then(&[choice(), other], &[("[1]", "row_said_once")]);
    later["from"] = json!("2021-08-01");
    assert!(faults(&[choice(), later]).is_none());
    let mut there = choice();
    there["region"] = json!("liangshan");
    there["townships"] = json!([{"township": "370832104", "body": "far-town"}]);
    there["way"] = json!({"window": {"county": "far-bureau"}});
    there["supervision"] = json!({"county_supervisor": null, "county_enforcement": null, "city_supervisor": null,
        "city_enforcement": null});
    assert!(faults(&[choice(), there]).is_none());
    then(&[choice(), choice(), choice()], &[("[1]", "row_said_once"), ("[2]", "row_said_once")]);
}

#[test]
fn every_fault_of_every_choice_is_told_at_once() {
    let bad = json!({"region": "wenshang", "items": {"only": ["A1-1", "A2-16", "A1-1"]}, "from": "2021-07-31",
        "way": {"review": {"seal": {"county": "nanwang"}}},
        "townships": [{"township": "370832104", "body": "far-town"}, {"township": "370832104", "body": "nobody"},
            {"township": "370830102", "body": "bureau"}],
        "supervision": {"county_supervisor": {"body": "nanwang"}, "county_enforcement": {"body": "nobody"},
            "city_supervisor": {"body": "squad"}, "city_enforcement": {"body": "bank"}}});
    let empty =
        json!({"region": "wenshang", "items": {"only": []}, "from": "2021-07-31", "way": "direct", "townships": []});
    let bodies = |at: usize| {
        [
            ("townships[0].body", "body_of_region"),
            ("townships[1].body", "body_known"),
            ("townships[2].body", "authority_of_tier"),
            ("way", "authority_of_tier"),
            ("supervision.county_enforcement", "body_known"),
            ("supervision.city_supervisor", "authority_of_tier"),
            ("supervision.city_enforcement", "authority_of_tier"),
        ]
        .map(|(path, rule)| (format!("[{at}].{path}"), rule))
    };
    let items = |at: usize| ["named_once", "item_in_force"].map(|rule| (format!("[{at}].items"), rule));
    let itself = |at: usize| {
        let none = ("items", "choice_of_three_tier");
        let township = |path| (path, "township_of_region");
        let townships = [township("townships[0].township"), township("townships[1].township")];
        [[none, none].as_slice(), &[("townships", "named_once")], &townships]
            .concat()
            .into_iter()
            .map(move |(path, rule)| (format!("[{at}].{path}"), rule))
    };
    let mut all: Vec<(String, &str)> = items(0).into();
    all.push(("[1].items".into(), "names_something"));
    all.extend(items(2).into_iter().chain(bodies(0)).chain(bodies(2)).chain(itself(0)));
    all.push(("[1].townships".into(), "names_something"));
    let mut third: Vec<(String, &str)> = itself(2).collect();
    // and it says the same as the first
    third.insert(2, ("[2]".into(), "row_said_once"));
    all.extend(third);
    let expected: Vec<(&str, &str)> = all.iter().map(|(path, rule)| (path.as_str(), *rule)).collect();
    then(&[bad.clone(), empty, bad], &expected);
    assert_eq!(expected.len(), 31);
}

#[test]
fn a_choice_of_another_form_is_not_read() {
    let read = |choice: &Value| serde_json::from_value::<tongquan::register::Choice>(choice.clone());
    read(&choice()).unwrap();
    for object in ["", "/townships/0", "/way/window", "/supervision"] {
        let mut it = choice();
        it.pointer_mut(object).and_then(Value::as_object_mut).unwrap().insert("since".into(), json!("2021"));
        let why = read(&it).unwrap_err().to_string();
        assert!(why.contains("unknown field `since`"), "{object}: {why}");
    }
    for (way, word) in [
        (json!("window"), "invalid type"),
        (json!("review"), "invalid type"),
        (json!("intake"), "invalid type"),
        (json!({"window": {}}), "missing field `county`"),
        (json!({"intake": {"county": null}}), "invalid type"),
        (json!({"review": {"seal": "county"}}), "invalid type"),
        (json!({"review": {"seal": "no2"}}), "unknown variant `no2`"),
        (json!({"review": {"seal": {"township": "nanwang"}}}), "invalid type"),
        (json!({"review": {"seal": "township", "county": "bureau"}}), "unknown field `county`"),
        (json!({"intake": {"county": "bureau", "seal": null}}), "unknown field `seal`"),
        (json!("reserved"), "unknown variant `reserved`"),
        (json!({"direct": {}, "window": {"county": "bureau"}}), ""),
    ] {
        let why = read(&with("/way", way.clone())).unwrap_err().to_string();
        assert!(why.contains(word), "{way}: {why}");
    }
    for field in ["region", "items", "from", "way", "townships"] {
        let mut it = choice();
        it.as_object_mut().unwrap().remove(field);
        assert!(read(&it).unwrap_err().to_string().contains(&format!("missing field `{field}`")));
    }
    for (at, value) in [
        ("/region", json!("汶上")),
        ("/from", json!("2021-7-31")),
        ("/townships/0/township", json!("370830")),
        ("/townships/0/township", json!("370830999")),
        ("/townships/0/body", json!("")),
    ] {
        assert!(read(&with(at, value.clone())).is_err(), "{at}: {value}");
    }
    // what is read is written the same, but for what was left out
    let written = serde_json::to_value(read(&choice()).unwrap()).unwrap();
    assert_eq!(written, choice());
}
