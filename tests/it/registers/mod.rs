//! The registers are checked whole before they answer, and answer as of the day asked.

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};
use tongquan::{
    Body, Department, Key, Kind, Office, Region, Unit, UnitKind, Venue,
    catalogue::OwnItemFault,
    place::Centre,
    register::{Fault, Limit, Limits, Posting, ReviewStep, Rows, SealId, SealState, Service, TimeUnit},
    route::{Items, Permission, Supervision},
    text::Mark,
};

mod faults;

use crate::support::{OFFICE, OFFICE_JSON, day, marks};

const SEAL: SealId = SealId { department: Department::Transport, number: 7 };

/// One row of each register: A1-36 in 汶上县.
fn small() -> Rows {
    let rows = json!({
        "own_items": [{"key": "WS-001", "name": "（虚构）原有事项", "kind": "licence", "origin": "county"},
            {"key": "WS-002", "name": "（虚构）前批事项", "kind": "licence", "origin": {"city": {"department": "health",
            "modality": "direct", "not_devolved_to": ["qufu"]}}}],
        "plans": [{"region": "wenshang", "from": "2021-06-30", "undertakes": [{"items": {"only": ["A1-36", "WS-001"]},
            "handler": {"region": "wenshang", "kind": "sector", "name": "某局（虚构）"},
            "supervision": {"county_supervisor": {"unit": {"region": "wenshang", "kind": "sector", "name": "某局"}}}}]}],
        "postings": [{"department": "ecology", "region": "wenshang", "from": "2021-07-01", "until": "2021-07-31"}],
        "standards": [{"item": "A1-36", "edition": 1, "from": "2021-06-15",
            "materials": [{"code": "form", "name": "申请表", "required": true}],
            "conditions": [{"code": "true", "name": "材料真实"}],
            "steps": [{"code": "desk", "name": "审查", "required": true},
                {"code": "site", "name": "核查", "required": false, "after": ["desk"]}],
            "outcome": "准予", "remedies": ["litigation"],
            "limits": {"promised": {"amount": 5, "unit": "working_day"}, "statutory": {"amount": 20, "unit": "working_day"}}}],
        "agreements": [{"number": "XY-1", "department": "transport", "region": "wenshang", "users": ["keeper"],
            "items": {"only": ["A1-36"]}, "circumstances": [{"code": "decision", "name": "决定文书"}],
            "custody": "专柜", "liability": "用章单位", "from": "2021-06-25", "until": "2022-06-30"}],
        "seals": [{"seal": {"department": "transport", "number": 7},
            "holdings": [{"from": "2021-06-20", "region": "wenshang", "agreement": "XY-1"}],
            "service": [{"from": "2021-06-30", "state": "in_service"}, {"from": "2021-09-01", "state": "suspended"},
                {"from": "2021-09-10", "state": "in_service"}, {"from": "2023-01-01", "state": "withdrawn"}]}],
        "permissions": [{"venue": {"centre": "city"},
            "gives": {"operator": {"department": "approval_service"}, "handling": {"decide": "competent"}},
            "items": {"only": ["A1-36"]}, "regions": ["wenshang"], "from": "2021-08-01",
            "until": "2021-08-31", "ground": "虚构"}]
    });
    serde_json::from_value(rows).unwrap()
}

#[track_caller]
fn office(change: impl FnOnce(&mut Rows)) -> Office {
    let mut rows = small();
    change(&mut rows);
    Office::new(rows).unwrap()
}

/// The faults of the small registers after a change.
#[track_caller]
fn faults(change: impl FnOnce(&mut Rows)) -> Vec<Fault> {
    let mut rows = small();
    change(&mut rows);
    let text = serde_json::to_string(&rows).unwrap();
    let faults = Office::new(rows).unwrap_err();
    let told = serde_json::from_str::<Office>(&text).unwrap_err().to_string();
    assert!(told.contains(&format!("faults in the registers: {}", faults.all().len())), "{told}");
    for fault in faults.all() {
        let (en, zh) = (fault.to_string(), fault.zh());
        assert!(told.contains(&en), "{told} lacks {fault}");
        let same_path = en.split(": ").next() == zh.split('：').next();
        assert!(same_path || matches!(fault, Fault::OwnItem(_)), "{en} {zh}");
        assert!(zh.chars().any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it)), "{fault}");
    }
    faults.all().to_vec()
}

fn mark(text: &str) -> Mark {
    text.parse().unwrap()
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

fn twice<T: Clone>(rows: &mut Vec<T>) {
    rows.extend_from_within(..1);
}

fn step(code: &str, after: &[&str]) -> ReviewStep {
    let after = after.iter().map(|it| mark(it)).collect();
    ReviewStep { code: mark(code), name: "审查".parse().unwrap(), required: true, after, repeats: false }
}

#[test]
fn an_office_comes_back_from_storage() {
    for office in [&*OFFICE, &Office::new(small()).unwrap(), Office::built_in()] {
        let text = serde_json::to_string(office).unwrap();
        let again: Office = serde_json::from_str(&text).unwrap();
        assert_eq!((&again, serde_json::to_string(&again).unwrap()), (office, text.clone()));
        assert_eq!(again.edition(), office.edition());
        let bytes = postcard::to_stdvec(office.rows()).unwrap();
        assert_eq!(&postcard::from_bytes::<Rows>(&bytes).unwrap(), office.rows());
        assert_eq!(&postcard::from_bytes::<Office>(&bytes).unwrap(), office);
        assert_eq!(postcard::to_stdvec(office).unwrap(), bytes);
    }
    assert_eq!(serde_json::from_str::<Rows>("{}").unwrap(), Rows::default());
}

/// Where the objects of a value stand, itself first.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            found.push(at.to_owned());
            map.iter().for_each(|(name, inner)| objects(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(it, inner)| objects(inner, &format!("{at}/{it}"), found))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn a_field_that_no_register_has_is_refused_wherever_it_stands() {
    let whole = serde_json::to_value(small()).unwrap();
    let mut found = Vec::new();
    objects(&whole, "", &mut found);
    assert_eq!(found.len(), 37, "{found:?}");
    for at in found {
        let mut broken = whole.clone();
        broken.pointer_mut(&at).unwrap()["extra"] = json!(1);
        assert!(serde_json::from_value::<Rows>(broken.clone()).is_err(), "{at}");
        assert!(serde_json::from_str::<Office>(&broken.to_string()).is_err(), "{at}");
    }
    let cut = OFFICE_JSON.trim_end().trim_end_matches('}');
    for text in ["", "null", r#"{"plans": {}}"#, cut, r#"{"plans": [], "plans": []}"#] {
        assert!(serde_json::from_str::<Office>(text).is_err());
    }
    for on in ["2021-7-1", "2021-07-01T00:00:00", "+2021-07-01", " 2021-07-01", "2021-02-29", ""] {
        let mut broken = whole.clone();
        broken["postings"][0]["from"] = on.into();
        assert!(serde_json::from_value::<Rows>(broken).is_err(), "{on}");
    }
}

#[test]
fn a_later_plan_takes_the_place_of_the_earlier_from_its_first_day() {
    let body =
        |name: &str| Unit { region: Region::Wenshang, kind: UnitKind::ApprovalBureau, name: name.parse().unwrap() };
    let office = office(|it| {
        let mut later = it.plans[0].clone();
        later.from = day(2022, 1, 1);
        later.centre = Some(Centre::CITY);
        later.undertakes[0].handler = body("新局（虚构）");
        let mut last = later.clone();
        (last.from, last.undertakes[0].items) = (day(2023, 1, 1), Items::OfKind(Kind::Licence));
        // rows stand in any order
        it.plans.splice(0..0, [last, later]);
    });
    let asked = |item: &str, on| {
        let item = office.edition().item(&key(item)).unwrap();
        office.now().undertaking(item, Region::Wenshang, on)
    };
    let named = |item: &str, on| asked(item, on).handler.map(|it| it.name.to_string());
    let (old, new) = (Some("某局（虚构）".to_owned()), Some("新局（虚构）".to_owned()));
    assert_eq!([29, 30].map(|on| named("A1-36", day(2021, 6, on))), [None, old.clone()]);
    assert_eq!([named("A1-36", day(2021, 12, 31)), named("A1-36", day(2022, 1, 1))], [old, new.clone()]);
    assert_eq!([named("A1-36", day(2022, 12, 31)), named("A1-36", day(2023, 1, 1))], [new.clone(), None]);
    assert_eq!([named("WS-001", day(2023, 1, 1)), named("A1-1", day(2022, 1, 1))], [new, None]);
    assert_eq!([day(2021, 12, 31), day(2022, 1, 1)].map(|on| asked("A1-36", on).centre), [None, Some(Centre::CITY)]);
    assert_eq!(asked("A1-36", day(2021, 6, 29)).supervision, &Supervision::NOBODY);
    let item = office.edition().item(&key("A1-36")).unwrap();
    assert_eq!(office.now().undertaking(item, Region::Qufu, day(2022, 1, 1)).handler, None);
}

#[test]
fn of_a_plan_the_first_row_that_covers_an_item_counts() {
    let plan = &OFFICE.rows().plans[0];
    let row = |item: &str| {
        let found = OFFICE.now().undertaking(OFFICE.edition().item(&key(item)).unwrap(), plan.region, day(2022, 1, 4));
        plan.undertakes.iter().position(|it| (Some(&it.handler), &it.supervision) == (found.handler, found.supervision))
    };
    assert_eq!(["A1-31", "A1-13", "A1-1"].map(row), [Some(0), Some(1), Some(2)]);
}

#[test]
fn postings_run_from_their_first_day_to_their_last() {
    let office = office(|it| {
        it.postings.push(Posting { from: day(2021, 9, 1), until: None, ..it.postings[0].clone() });
        it.postings.push(Posting { from: day(2021, 7, 10), until: Some(day(2021, 7, 20)), ..it.postings[0].clone() });
    });
    let days = [(6, 30), (7, 1), (7, 25), (7, 31), (8, 1), (8, 31), (9, 1), (12, 31)];
    let posted =
        days.map(|(month, on)| office.now().posted(Department::Ecology, Region::Wenshang, day(2021, month, on)));
    assert_eq!(posted, [false, true, true, true, false, false, true, true]);
    assert!(!office.now().posted(Department::Ecology, Region::Qufu, day(2021, 7, 1)));
    assert!(!office.now().posted(Department::Transport, Region::Wenshang, day(2021, 7, 1)));
    let item = |number| office.edition().annex_1(number).unwrap();
    assert!(office.now().undertaking(item(24), Region::Wenshang, day(2021, 7, 1)).posted);
    assert!(!office.now().undertaking(item(36), Region::Wenshang, day(2021, 7, 1)).posted);
}

#[test]
fn of_permissions_the_running_one_counts_then_the_next_then_the_last_that_ended() {
    let office = office(|it| {
        let spans = [(12, 1, 31), (10, 10, 12), (10, 1, 31)].map(|(month, from, until)| Permission {
            from: day(2021, month, from),
            until: Some(day(2021, month, until)),
            ..it.permissions[0].clone()
        });
        it.permissions.splice(0..0, spans);
    });
    let item = office.edition().annex_1(36).unwrap();
    let centre = Venue::Centre(Centre::CITY);
    // on a day: from which month the permission is, and whether it runs
    for (asked, from, runs) in [
        ((1, 1), (8, 1), false),
        ((7, 31), (8, 1), false),
        ((8, 1), (8, 1), true),
        ((8, 31), (8, 1), true),
        ((9, 1), (10, 1), false),
        ((9, 30), (10, 1), false),
        ((10, 9), (10, 1), true),
        ((10, 10), (10, 10), true),
        ((10, 12), (10, 10), true),
        ((10, 13), (10, 1), true),
        ((11, 1), (12, 1), false),
        ((12, 31), (12, 1), true),
    ] {
        let [asked, from] = [asked, from].map(|(month, on)| day(2021, month, on));
        let found = office.now().permission(item, Region::Wenshang, &centre, asked).unwrap();
        assert_eq!((found.from, found.runs_on(asked)), (from, runs), "{asked}");
    }
    let ended = office.now().permission(item, Region::Wenshang, &centre, day(2022, 1, 1)).unwrap();
    assert_eq!((ended.from, ended.runs_on(day(2022, 1, 1))), (day(2021, 12, 1), false));
    let august = day(2021, 8, 15);
    let other = office.edition().annex_1(37).unwrap();
    assert_eq!(office.now().permission(other, Region::Wenshang, &centre, august), None);
    assert_eq!(office.now().permission(item, Region::Qufu, &centre, august), None);
    assert_eq!(office.now().permission(item, Region::Wenshang, &Venue::Online, august), None);
}

#[test]
fn a_seal_is_in_the_state_of_the_day_and_its_agreement_runs_off_for_older_cases() {
    // of two states from one day the later row counts
    let lost = Service { from: day(2023, 1, 1), state: SealState::Lost };
    let office = office(|it| it.seals[0].service.push(lost));
    let asked = |item: &str, used, filed| office.now().seal_record(SEAL, &key(item), Kind::Confirmation, used, filed);
    let states = [
        (day(2021, 6, 29), SealState::NotHandedOver),
        (day(2021, 6, 30), SealState::InService),
        (day(2021, 8, 31), SealState::InService),
        (day(2021, 9, 1), SealState::Suspended),
        (day(2021, 9, 9), SealState::Suspended),
        (day(2021, 9, 10), SealState::InService),
        (day(2022, 12, 31), SealState::InService),
        (day(2023, 1, 1), SealState::Lost),
    ];
    for (used, state) in states {
        let record = asked("A1-36", used, day(2021, 6, 20)).unwrap();
        assert_eq!((record.state, office.seal(SEAL).unwrap().state_on(used)), (state, state), "{used}");
        assert_eq!((record.region, record.agreement), (Region::Wenshang, Some(mark("XY-1"))));
        assert_eq!((record.users, record.circumstances), (marks(&["keeper"]), vec![mark("decision")]));
    }
    let (last, after) = (day(2022, 6, 30), day(2022, 7, 1));
    for (used, filed, carried) in [
        (last, last, true),
        (after, last, true),
        (day(2026, 1, 1), last, true),
        (after, after, false),
        (day(2021, 6, 24), day(2021, 6, 24), false),
        (day(2021, 6, 25), day(2021, 6, 24), true),
    ] {
        let record = asked("A1-36", used, filed).unwrap();
        assert_eq!((record.agreement.is_some(), record.covers_item), (carried, carried), "used {used}, filed {filed}");
        assert_eq!((record.users.is_empty(), record.circumstances.is_empty()), (!carried, !carried));
        assert_eq!(office.now().agreement(&mark("XY-1")).unwrap().carries(used, filed), carried);
    }
    assert!(!asked("A1-37", last, last).unwrap().covers_item);
    assert_eq!(office.now().agreement(&mark("XY-2")), None);
    for other in [SealId { number: 8, ..SEAL }, SealId { department: Department::Ecology, ..SEAL }] {
        assert_eq!(office.seal(other), None);
        assert_eq!(office.now().seal_record(other, &key("A1-36"), Kind::Licence, last, last), None);
    }
}

#[test]
fn the_standard_of_the_day_counts() {
    let office = office(|it| {
        let mut later = it.standards[0].clone();
        (later.edition, later.from) = (2, day(2022, 1, 1));
        it.standards.insert(0, later);
    });
    let edition = |on| office.now().standard(&key("A1-36"), on).map(|it| it.edition);
    assert_eq!([14, 15].map(|on| edition(day(2021, 6, on))), [None, Some(1)]);
    assert_eq!([day(2021, 12, 31), day(2022, 1, 1), NaiveDate::MAX].map(edition), [Some(1), Some(2), Some(2)]);
    assert_eq!(office.now().standard(&key("A1-37"), day(2022, 1, 1)), None);
    let outline = office.now().standard(&key("A1-36"), day(2022, 1, 1)).unwrap().outline();
    assert_eq!((outline.required, outline.optional), (vec![mark("form")], vec![]));
    assert_eq!((outline.edition, outline.conditions), (2, vec![mark("true")]));
    assert_eq!((outline.steps.len(), &outline.steps[1].after), (2, &vec![mark("desk")]));
    let first = office.edition().id().from;
    assert_eq!([first.pred_opt().unwrap(), first].map(|on| office.edition_on(on).is_some()), [false, true]);
}

proptest! {
    #[test]
    fn steps_that_wait_for_each_other_are_named_and_no_others(
        edges in prop::collection::btree_set((0_usize..6, 0_usize..8), 0..10),
    ) {
        let code = |at: usize| format!("s{at}");
        let made = |at: usize| {
            let after: Vec<String> = edges.iter().filter(|(it, _)| *it == at).map(|(_, after)| code(*after)).collect();
            step(&code(at), &after.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let mut rows = small();
        rows.standards[0].steps = (0..6).map(made).collect();
        // what a step waits for, at any remove
        let mut waits = edges.clone();
        for by in 0..6 {
            let into: Vec<usize> = waits.iter().filter(|(_, it)| *it == by).map(|(it, _)| *it).collect();
            let onto: Vec<usize> = waits.iter().filter(|(it, _)| *it == by).map(|(_, it)| *it).collect();
            waits.extend(into.iter().flat_map(|a| onto.iter().map(move |b| (*a, *b))));
        }
        let mut expected = Vec::new();
        for (at, after) in edges.iter().filter(|(_, after)| *after >= 6) {
            let path = format!("standards[0].steps[{at}].after");
            expected.push(Fault::NoSuchStep { path, after: mark(&code(*after)) });
        }
        // in a ring itself, or waiting for one that is
        let stuck = |at: &usize| (0..6).any(|it| waits.contains(&(it, it)) && (it == *at || waits.contains(&(*at, it))));
        let steps: Vec<Mark> = (0..6).filter(stuck).map(|at| mark(&code(at))).collect();
        if !steps.is_empty() {
            expected.push(Fault::Ring { path: "standards[0].steps".to_owned(), steps });
        }
        prop_assert_eq!(Office::new(rows).err().map(|it| it.all().to_vec()).unwrap_or_default(), expected);
    }
}
