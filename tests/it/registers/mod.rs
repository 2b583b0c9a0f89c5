//! Registers are recorded by revisions, checked whole, never edited, and answer as of the day and the revision asked.

use std::{fmt::Debug, str::FromStr};

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{Actor, AnyCase, AnyStep, Moment, Office, Refusal, Rule, Stamp, law::Fault};

mod append_only;
mod bodies;
mod doors;
mod each_rule;
mod late;
mod listed;
mod once_wrong;
mod permissions;
mod plain;
mod stored;
mod stories;
mod time_travel;
mod together;
mod universe;
mod wishes;

use crate::support::{mark, rows};

pub(crate) use each_rule::shown;

/// A small lawful office: a row of each register in two revisions, most of it of A1-36 in 汶上县.
fn small() -> Value {
    json!([first(), second()])
}

/// What was so before the registers were opened.
fn first() -> Value {
    json!({
        "v": 1,
        "recorded": "2021-07-31",
        "note": "首批（虚构）",
        "calendars": [],
        "own_items": [{"key": "WS-001", "name": "（虚构）原有事项", "kind": "licence", "origin": "county"}],
        "amendments": [amendment("TZ-1", "2021-07-15", json!({"policy": "（虚构）某政策"}),
            json!({"changes": [change("A1-5", json!({"name": "（虚构）自行招标备案"}))]}))],
        "checked": [{"until": "2021-07-20", "against": "（虚构）市政府门户网站"}],
        "units": [{"id": "ws-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "汶上某局（虚构）"},
            {"id": "ws-sector", "region": "wenshang", "kind": "sector", "name": "汶上某主管部门（虚构）"},
            {"id": "ls-sector", "region": "liangshan", "kind": "sector", "name": "梁山某主管部门（虚构）"},
            {"id": "nanwang-township", "region": "wenshang", "kind": "township", "name": "南旺某办（虚构）"},
            {"id": "wenshang-approval-office", "region": "wenshang", "kind": "approval_bureau", "name": "汶上审批局（虚构）"},
            {"id": "wenshang-sector-office", "region": "wenshang", "kind": "sector", "name": "汶上又一部门（虚构）"}],
        "agencies": [{"id": "city-law", "name": "某市级机构（虚构）"}],
        "partners": [{"id": "bank", "name": "某银行（虚构）"}],
        "plans": [{"region": "wenshang", "from": "2021-06-30", "centre": null, "undertakes": [
            {"items": {"only": ["A1-36", "WS-001"]}, "handler": "ws-bureau",
                "supervision": {"county_supervisor": {"body": "ws-sector"}, "county_enforcement": null,
                    "city_supervisor": {"department": "transport"}, "city_enforcement": {"body": "city-law"}},
                "uses": {"seal": true, "licence": false}}]}],
        "choices": [choice(json!({"only": ["A2-3"]}), "2021-06-30", json!("direct")),
            choice(json!({"of_kind": "licence"}), "2021-06-30", json!({"review": {"seal": null}}))],
        "stationings": [{"region": "wenshang", "items": "all", "from": "2021-06-30"}],
        "postings": [{"department": "ecology", "region": "wenshang", "from": "2021-07-01", "until": null}],
        "advisers": [{"department": "transport", "items": {"only": ["A1-36"]}, "persons": ["adviser"], "from": "2021-06-30", "reason": null}],
        "experts": [{"number": "ZJ-1", "department": "ecology", "reference": "org-1", "organisation": "某检测机构（虚构）", "qualifications": ["（虚构）资质"],
            "works": ["monitoring", "survey"], "from": "2021-07-31", "until": null}],
        "on_platform": [{"items": {"of_kind": "confirmation"}, "regions": ["wenshang", "liangshan"], "from": "2021-07-31"}],
        "electronics": [{"what": "seal", "region": "wenshang", "items": "all", "from": "2021-07-31"}],
        "standards": [handbook(1, "2021-06-15")],
        "agreements": [agreement("XY-1", "transport", "wenshang", json!({"only": ["A1-36"]}), "2021-06-25")],
        "seals": [event(7, "2021-06-20", json!({"cut": {"twin_of": null}})),
            event(7, "2021-06-30", json!({"handed_over": {"agreement": "XY-1"}})),
            event(8, "2021-07-01", json!({"cut": {"twin_of": 7}})),
            event(9, "2021-07-01", json!({"cut": {"twin_of": null}})),
            event(9, "2021-07-02", json!({"withdrawn": {"reason": "虚构"}}))],
        "permissions": [permission("SJ-1", json!({"centre": "city"}), "2021-08-02")],
        "ceilings": [{"number": "ZB-1", "department": "transport", "counts": "seal_no2", "items": {"only": ["A1-36"]}, "regions": ["wenshang"],
            "shared": "together", "from": "2021-07-01", "until": "2021-12-31", "at_most": 10, "effect": "flag"}],
                "endings": [],
        "evidence": [evidence("file_advisers", json!({"department": "transport"}), "2021-06-28")]
    })
}

/// What was recorded a month later.
fn second() -> Value {
    json!({
        "v": 1,
        "recorded": "2021-09-01",
        "note": null,
        "calendars": [{"year": 2027, "exceptions": [{"date": "2027-01-01", "kind": "holiday", "name": "元旦"}],
            "december_before": [], "source": "（虚构）通知"}],
        "own_items": [{"key": "WS-002", "name": "（虚构）前批事项", "kind": "licence",
            "origin": {"city": {"department": "health", "modality": "direct", "exceptions": [{"region": "sishui", "modality": "intake"}],
                "not_devolved_to": ["qufu"]}}}],
        "amendments": [amendment("TZ-2", "2021-10-01", json!({"law": "（虚构）某法"}),
                json!({"adds": [item_of_the_city(), {"key": "SJ-001", "name": "（虚构）三级事项", "kind": "licence", "origin": "three_tier"}],
                    "removes": ["A1-9"]})),
            amendment("TZ-3", "2021-10-01", json!({"practice": ["low_volume", "costly"]}),
                json!({"heard": [opinion("qufu", "2021-09-20"), opinion("sishui", "2021-09-30")],
                    "changes": [change("A1-7", json!({"exceptions": [{"region": "qufu", "modality": "review"}],
                        "not_devolved_to": ["sishui"]}))]}))],
        "checked": [{"until": "2021-07-25", "against": "（虚构）市政府公报"}],
        "units": [{"id": "ws-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "汶上新局（虚构）"}],
        "agencies": [{"id": "city-law", "name": "某新市级机构（虚构）"}],
        "partners": [{"id": "bank", "name": "某新银行（虚构）"}],
        "plans": [{"region": "liangshan", "from": "2021-09-01", "centre": {"region": "wenshang"}, "undertakes": [
            {"items": {"of_kind": "other_power"}, "handler": "ls-sector",
                "supervision": {"county_supervisor": null, "county_enforcement": null, "city_supervisor": null,
                    "city_enforcement": null},
                "uses": {"seal": false, "licence": true}}]}],
        "choices": [choice(json!({"only": ["A2-1", "A2-2"]}), "2021-09-01", json!({"window": {"county": "wenshang-sector-office"}})),
            choice(json!({"of_kind": "public_service"}), "2021-09-01", json!({"review": {"seal": {"county": "wenshang-sector-office"}}})),
            choice(json!({"only": ["A2-4"]}), "2021-09-01", json!({"review": {"seal": "township"}})),
            supervised(choice(json!("all"), "2021-09-02", json!({"intake": {"county": "wenshang-approval-office"}})))],
        "stationings": [{"region": "liangshan", "items": {"only": ["A1-37"]}, "from": "2021-09-01"}],
        "postings": [{"department": "public_security", "region": "wenshang", "from": "2021-09-01", "until": "2021-12-31"}],
        "advisers": [{"department": "commerce", "items": "all", "persons": ["one", "two"], "from": "2021-09-01", "reason": "虚构"}],
        "experts": [{"number": "ZJ-2", "department": "health", "reference": "expert-2", "organisation": null, "qualifications": ["（虚构）职称"],
            "works": ["appraisal"], "from": "2021-09-01", "until": "2022-12-31"}],
        "on_platform": [{"items": {"only": ["WS-002"]}, "regions": ["wenshang"], "from": "2021-09-01"}],
        "electronics": [{"what": "licence", "region": "liangshan", "items": {"of_kind": "licence"}, "from": "2021-09-01"}],
        "standards": [handbook(2, "2021-10-01")],
        "agreements": [agreement("XY-2", "transport", "liangshan", json!("all"), "2021-09-01")],
        "seals": [event(7, "2021-09-01", json!({"suspended": {"reason": "虚构"}})),
            event(7, "2021-09-02", json!({"restored": {"reason": "虚构"}})),
            event(7, "2021-09-03", json!({"renewed": {"agreement": "XY-1"}})),
            event(8, "2021-07-15", json!({"lost": {"reason": "虚构"}}))],
        "permissions": [{"number": "SJ-2", "venue": "online",
            "gives": {"operator": {"body": "ws-bureau"}, "handling": {"decide": "competent"}},
            "items": "all", "regions": ["wenshang"], "from": "2021-09-01", "until": "2021-12-31", "ground": "虚构"}],
        "ceilings": [{"number": "ZB-2", "department": "commerce", "counts": "favourable", "items": "all", "regions": ["wenshang", "qufu"],
            "shared": "each", "from": "2021-09-01", "until": "2022-08-31", "at_most": 100, "effect": "finding"}],
        "endings": [{"ends": {"agreement": "XY-1"}, "last": "2022-06-30", "reason": "虚构"},
            {"ends": {"permission": "SJ-1"}, "last": "2021-12-31", "reason": "虚构"},
            {"ends": {"posting": {"department": "ecology", "region": "wenshang"}}, "last": "2021-10-31", "reason": "虚构"}],
        "evidence": [evidence("head_answers", json!({"region": "wenshang"}), "2021-06-15"),
            with(evidence("plan_training", json!({"department": "transport"}), "2021-07-28"), json!({"cycle": "2022-01-01"}))]
    })
}

/// An edition of the fictional handbook of A1-36: what a standard holds by itself is not told here.
fn handbook(edition: u32, from: &str) -> Value {
    let known = rows().standards.iter().find(|it| it.item.to_string() == "A1-36").unwrap();
    let mut row = serde_json::to_value(known).unwrap();
    row["edition"] = edition.into();
    row["from"] = from.into();
    row
}

fn agreement(number: &str, department: &str, region: &str, items: Value, from: &str) -> Value {
    json!({"number": number, "department": department, "region": region, "users": ["keeper"], "items": items,
        "circumstances": [{"code": "decision", "name": "决定文书"}], "custody": "专柜", "liability": "用章单位",
        "from": from, "until": null})
}

/// An amendment that does nothing but what is told of it.
fn amendment(number: &str, from: &str, ground: Value, told: Value) -> Value {
    let bare = json!({"number": number, "from": from, "ground": ground, "heard": [], "adds": [], "removes": [], "changes": []});
    with(bare, told)
}

/// A change that leaves everything as it is but what is told of it.
fn change(item: &str, told: Value) -> Value {
    let bare = json!({"item": item, "modality": null, "exceptions": null, "not_devolved_to": null, "department": null,
        "name": null});
    with(bare, told)
}

/// An item of 市卫生健康委 in a forward service window, in substantive review in 曲阜市, and not devolved to one zone.
fn item_of_the_city() -> Value {
    json!({"key": "SX-001", "name": "（虚构）增列事项", "kind": "other_power",
        "origin": {"city": {"department": "health", "modality": "window",
            "exceptions": [{"region": "qufu", "modality": "review"}], "not_devolved_to": ["culture_zone"]}}})
}

fn opinion(region: &str, on: &str) -> Value {
    json!({"region": region, "on": on, "said": "同意（虚构）"})
}

/// What 汶上县 chose for 南旺镇.
fn choice(items: Value, from: &str, way: Value) -> Value {
    json!({"region": "wenshang", "items": items, "from": from, "way": way,
        "townships": [{"township": "370830102", "body": "nanwang-township"}],
        "supervision": {"county_supervisor": null, "county_enforcement": null, "city_supervisor": null,
            "city_enforcement": null}})
}

/// The same, with somebody in each seat.
fn supervised(choice: Value) -> Value {
    let sector = json!({"body": "wenshang-sector-office"});
    let seats = json!({"county_supervisor": sector, "county_enforcement": sector,
        "city_supervisor": {"department": "transport"}, "city_enforcement": {"department": "ecology"}});
    with(choice, json!({"supervision": seats}))
}

/// The same row with some fields told anew.
fn with(mut row: Value, told: Value) -> Value {
    for (field, value) in told.as_object().unwrap() {
        row[field] = value.clone();
    }
    row
}

/// What happened to a seal of 市交通运输局.
fn event(number: u16, on: &str, event: Value) -> Value {
    json!({"seal": {"department": "transport", "number": number}, "on": on, "event": event})
}

/// That a unit did what was asked of it.
fn evidence(obligation: &str, by: Value, on: &str) -> Value {
    json!({"obligation": obligation, "by": by, "on": on, "what": "（虚构）已办", "cycle": null})
}

/// A window of 市行政审批服务局 that passes A1-36 of 汶上县 on.
fn permission(number: &str, venue: Value, from: &str) -> Value {
    json!({"number": number, "venue": venue,
        "gives": {"operator": {"department": "approval_service"}, "handling": "pass_on"},
        "items": {"only": ["A1-36"]}, "regions": ["wenshang"], "from": from, "until": null, "ground": "虚构"})
}

/// The office of a file.
#[track_caller]
fn office(file: &Value) -> Office {
    Office::new(serde_json::from_value(file.clone()).unwrap()).unwrap_or_else(|why| panic!("{why}"))
}

/// The same office with one more revision.
#[track_caller]
fn recorded(office: &Office, revision: Value) -> Office {
    office.record(&serde_json::from_value(revision).unwrap()).unwrap_or_else(|why| panic!("{why}"))
}

/// The same case, stored and read again: what it says of the registers is a claim until it is held against them.
#[track_caller]
fn stored(case: &AnyCase) -> AnyCase {
    let read = serde_json::from_str(&serde_json::to_string(case).unwrap()).unwrap();
    assert_eq!(&read, case);
    read
}

/// A step of somebody at nine o'clock of a day.
#[track_caller]
fn taken(
    case: AnyCase,
    step: impl Into<AnyStep>,
    by: Actor,
    on: NaiveDate,
    office: &Office,
) -> Result<AnyCase, Refusal> {
    case.apply(step.into(), Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by }, office).map_err(|it| it.why)
}

/// The rules that a refusal names.
fn rules(why: &Refusal) -> Vec<Rule> {
    why.objections().iter().map(|it| it.rule).collect()
}

/// The faults of a file: the same whether it is made or read.
#[track_caller]
fn faults(file: &Value) -> Vec<Fault> {
    let revisions = serde_json::from_value(file.clone()).unwrap();
    let Err(faults) = Office::new(revisions) else { panic!("nothing is wrong with {file}") };
    let read = serde_json::from_str::<Office>(&file.to_string()).unwrap_err().to_string();
    assert!(read.starts_with(&faults.to_string()), "{read} is not {faults}");
    faults.all().to_vec()
}

/// Path and rule of each.
fn told(faults: &[Fault]) -> Vec<(&str, &str)> {
    faults.iter().map(|it| (it.path.as_str(), it.objection.rule.id())).collect()
}

/// Puts a value in the place of another.
#[track_caller]
fn put(file: &mut Value, at: &str, value: Value) {
    *file.pointer_mut(at).unwrap_or_else(|| panic!("nothing stands at {at}")) = value;
}

/// Adds a row to a list.
#[track_caller]
fn add(file: &mut Value, at: &str, row: Value) {
    file.pointer_mut(at).and_then(Value::as_array_mut).unwrap_or_else(|| panic!("no list stands at {at}")).push(row);
}

#[track_caller]
fn parsed<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}
