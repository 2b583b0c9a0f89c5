//! Nothing recorded is edited: a row of a later revision takes effect no earlier than it is recorded, but for the loss of a seal.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use tongquan::{
    Department, Office, Region, Rule,
    register::{Revision, SealId, SealState},
};

use super::{add, agreement, event, faults, handbook, mark, office, permission, put, small, told};
use crate::support::day;

/// The day on which the later revision is recorded.
const RECORDED: NaiveDate = NaiveDate::from_ymd_opt(2021, 9, 1).unwrap();

/// What was so before: an agreement of each department, a posting, a permission, and a seal in each state.
fn before() -> Value {
    let agreements: Vec<Value> = [("XY-1", "transport"), ("XY-2", "commerce")]
        .map(|(it, of)| agreement(it, of, "wenshang", json!("all"), "2021-06-25"))
        .into();
    let mut seals = Vec::new();
    let because = json!({"reason": "虚构"});
    for (number, last) in [(1, None), (2, Some("suspended")), (3, Some("withdrawn")), (4, None)] {
        seals.push(event(number, "2021-06-25", json!({"cut": {}})));
        if number < 4 {
            seals.push(event(number, "2021-06-25", json!({"handed_over": {"agreement": "XY-1"}})));
        }
        seals.extend(last.map(|last| event(number, "2021-06-25", json!({last: because}))));
    }
    json!([{
        "recorded": "2021-06-25",
        "units": [{"id": "ws-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "某局（虚构）"},
                  {"id": "nanwang", "region": "wenshang", "kind": "township", "name": "某镇（虚构）"}],
        "postings": [{"department": "ecology", "region": "wenshang", "from": "2021-06-25"}],
        "experts": [{"number": "ZJ-1", "department": "ecology", "reference": "e-1", "qualifications": ["虚构"], "works": ["other"], "from": "2021-06-25"}],
        "agreements": agreements, "seals": seals, "permissions": [permission("SJ-1", json!("online"), "2021-06-25")],
        "ceilings": [ceiling("ZB-1")]
    }])
}

fn ceiling(number: &str) -> Value {
    json!({"number": number, "department": "transport", "counts": "filed", "items": "all", "regions": ["wenshang"],
        "from": "2021-06-25", "until": "2021-12-31", "at_most": 5})
}

/// A row of each register that has a day, with the field of the day. Of seals, one of each thing that can happen.
fn rows() -> Vec<(&'static str, &'static str, Value)> {
    let because = || json!({"reason": "虚构"});
    vec![
        ("plans", "from", json!({"region": "wenshang", "undertakes": [{"items": "all", "handler": "ws-bureau"}]})),
        (
            "choices",
            "from",
            json!({"region": "wenshang", "items": "all", "way": "direct",
                   "townships": [{"township": "370830102", "body": "nanwang"}]}),
        ),
        ("stationings", "from", json!({"region": "wenshang", "items": "all"})),
        ("postings", "from", json!({"department": "public_security", "region": "wenshang"})),
        ("advisers", "from", json!({"department": "ecology", "items": "all", "persons": ["one"]})),
        (
            "experts",
            "from",
            json!({"number": "ZJ-9", "department": "ecology", "reference": "e-9", "qualifications": ["虚构"], "works": ["other"]}),
        ),
        ("on_platform", "from", json!({"items": "all", "regions": ["wenshang"]})),
        ("electronics", "from", json!({"what": "seal", "region": "wenshang", "items": "all"})),
        ("standards", "from", handbook(1, "")),
        ("agreements", "from", agreement("XY-3", "emergency", "wenshang", json!("all"), "")),
        ("permissions", "from", permission("SJ-2", json!("online"), "")),
        ("ceilings", "from", ceiling("ZB-2")),
        ("seals", "on", event(5, "", json!({"cut": {}}))),
        ("seals", "on", event(4, "", json!({"handed_over": {"agreement": "XY-1"}}))),
        ("seals", "on", event(1, "", json!({"renewed": {"agreement": "XY-1"}}))),
        ("seals", "on", event(1, "", json!({"suspended": because()}))),
        ("seals", "on", event(2, "", json!({"restored": because()}))),
        ("seals", "on", event(2, "", json!({"withdrawn": because()}))),
        ("seals", "on", event(3, "", json!({"handed_over": {"agreement": "XY-1"}}))),
        ("endings", "last", json!({"ends": {"agreement": "XY-2"}, "reason": "虚构"})),
        ("endings", "last", json!({"ends": {"permission": "SJ-1"}, "reason": "虚构"})),
        ("endings", "last", json!({"ends": {"expert": "ZJ-1"}, "reason": "虚构"})),
        ("endings", "last", json!({"ends": {"ceiling": "ZB-1"}, "reason": "虚构"})),
        (
            "endings",
            "last",
            json!({"ends": {"posting": {"department": "ecology", "region": "wenshang"}}, "reason": "虚构"}),
        ),
    ]
}

#[test]
fn a_backdated_row_is_refused_in_a_later_revision_and_taken_in_the_first() {
    for (list, field, row) in rows() {
        // what ends today had its last day yesterday
        let today = if list == "endings" { RECORDED - Days::new(1) } else { RECORDED };
        let of = |on: NaiveDate| {
            let mut row = row.clone();
            row[field] = on.to_string().into();
            row
        };
        let later = |on: NaiveDate| {
            let mut file = before();
            add(&mut file, "", json!({"recorded": RECORDED.to_string(), list: [of(on)]}));
            file
        };
        let yesterday = today - Days::new(1);
        let path = format!("[1].{list}[0].{field}");
        for back in [yesterday, day(2021, 6, 25)] {
            assert_eq!(told(&faults(&later(back))), [(&*path, "row_not_backdated")], "{row}");
        }
        for on in [today, today + Days::new(1)] {
            assert_eq!(office(&later(on)).revisions().len(), 2, "{row}");
        }
        let mut first = before();
        let had = first[0].get(list).cloned().unwrap_or(json!([]));
        first[0][list] = had;
        add(&mut first, &format!("/0/{list}"), of(yesterday));
        assert_eq!(office(&first).revisions().len(), 1, "{row}");
    }
    let mut dated: Vec<&str> = rows().iter().map(|it| it.0).collect();
    dated.dedup();
    let Value::Object(every) = serde_json::to_value(Revision::on(RECORDED)).unwrap() else { panic!() };
    let undated = [
        "v",
        "recorded",
        "note",
        "calendars",
        "own_items",
        "amendments",
        "checked",
        "units",
        "agencies",
        "partners",
        "evidence",
    ];
    let mut expected: Vec<&str> = every.keys().map(String::as_str).filter(|it| !undated.contains(it)).collect();
    dated.sort_unstable();
    expected.sort_unstable();
    assert_eq!(dated, expected);
}

#[test]
fn a_loss_may_be_found_out_late() {
    let seal = |number| SealId { department: Department::Transport, number };
    let (lost, earlier) = (day(2021, 7, 15), day(2021, 7, 14));
    // in whatever state the registers have it
    for (number, state) in
        [(1, SealState::InService), (2, SealState::Suspended), (3, SealState::Withdrawn), (4, SealState::NotHandedOver)]
    {
        let mut file = before();
        let loss = event(number, "2021-07-15", json!({"lost": {"reason": "虚构"}}));
        add(&mut file, "", json!({"recorded": "2021-09-01", "seals": [loss]}));
        let office = office(&file);
        let now = [earlier, lost, RECORDED].map(|on| office.now().seal_state(seal(number), on));
        assert_eq!(now, [Some(state), Some(SealState::Lost), Some(SealState::Lost)]);
        // nobody knew until it was recorded
        let known = |on| office.on(on).seal_state(seal(number), on);
        let days = [lost, RECORDED - Days::new(1), RECORDED];
        assert_eq!(days.map(known), [Some(state), Some(state), Some(SealState::Lost)]);
    }
}

#[test]
fn revisions_run_forward_and_two_of_one_day_are_fine() {
    let recorded = |days: &[(i32, u32, u32)]| {
        let days = days.iter().map(|(year, month, on)| Revision::on(day(*year, *month, *on)));
        Office::new(days.collect())
    };
    assert_eq!(recorded(&[]).unwrap(), *Office::built_in());
    let three = recorded(&[(2021, 9, 1), (2021, 9, 1), (2021, 9, 1)]).unwrap();
    assert_eq!((three.revisions().len(), three.on(RECORDED).revision()), (3, 3));
    // each of them was the last on that day for a while
    assert_eq!(
        [0, 1, 2, 3, 4].map(|it| three.as_of(it, RECORDED).map(|it| it.revision())),
        [None, Some(1), Some(2), Some(3), None]
    );
    let next = RECORDED + Days::new(1);
    assert_eq!([0, 1, 2, 3, 4].map(|it| three.as_of(it, next).is_some()), [false, false, false, true, false]);
    let faults = recorded(&[(2021, 9, 2), (2021, 9, 1), (2021, 9, 3), (2020, 1, 1)]).unwrap_err();
    let told: Vec<(&str, Rule)> = faults.all().iter().map(|it| (it.path.as_str(), it.objection.rule)).collect();
    assert_eq!(told, [("[1].recorded", Rule::RevisionsRunForward), ("[3].recorded", Rule::RevisionsRunForward)]);
    // what stands first is carried over, whatever its days; it is known before it was recorded too
    let mut file = small();
    put(&mut file, "/0/recorded", json!("2021-09-01"));
    let office = office(&file);
    let (sector, before) = (mark("ws-sector"), office.on(day(2021, 6, 30)));
    assert_eq!((before.revision(), before.body(&sector).is_some()), (1, true));
    assert!(before.posted(Department::Ecology, Region::Wenshang, day(2021, 7, 1)));
}

#[test]
fn what_was_recorded_twice_counts_as_recorded_last() {
    let plan = |region: &str| json!({"region": region, "from": "2021-10-01", "undertakes": [{"items": "all", "handler": "ws-bureau"}]});
    let mut file = before();
    let mut none = plan("wenshang");
    put(&mut none, "/undertakes", json!([]));
    add(&mut file, "", json!({"recorded": "2021-09-01", "plans": [plan("wenshang")]}));
    add(&mut file, "", json!({"recorded": "2021-09-02", "plans": [none]}));
    let office = office(&file);
    let handled = |revision: usize| {
        let registers = if revision == 2 { office.on(day(2021, 9, 1)) } else { office.now() };
        let item = office.catalogue().latest().annex_1(36).unwrap();
        registers.undertaking(item, Region::Wenshang, day(2021, 10, 1)).handler.is_some()
    };
    assert_eq!((handled(2), handled(3)), (true, false));
}
