//! Standards: what a handbook must hold, that it shrinks and never grows, and that a region adds nothing to it.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Region, Rule,
    law::{Fact, Faults},
    register::{Grown, Own, ReviewStep, Standard, check_line},
};

use crate::support::mark;

mod against_model;
mod alone;
mod differences;
mod lines;
mod periods;
mod procedures;
mod properties;
mod regions;
mod stored;

/// The first edition of a handbook: of each kind of thing one that the law requires and one that it does not.
fn handbook() -> Standard {
    read(json!({
        "item": "A1-36", "edition": 1, "from": "2021-06-15",
        "materials": [
            {"code": "form", "name": "申请表", "required": true},
            {"code": "photo", "name": "现场照片", "required": true, "dispensable": true},
            {"code": "other", "name": "其他说明", "required": false}],
        "conditions": [
            {"code": "eligible", "name": "符合条件"},
            {"code": "scope", "name": "属于本事项", "kind": "acceptance"}],
        "steps": [
            {"code": "desk", "name": "材料审查", "required": true},
            {"code": "site", "name": "现场核查", "required": true, "dispensable": true, "after": ["desk"]},
            {"code": "panel", "name": "专家评审", "required": false, "dispensable": true, "repeats": true,
                "after": ["desk"]},
            {"code": "opinion", "name": "审查意见", "required": true, "after": ["desk", "site"]}],
        "fees": [{"code": "book", "name": "工本费", "amount": 1000, "by": "（虚构）收费文件"}],
        "outcome": "确认", "remedies": ["reconsideration", "litigation"], "licence": "（虚构）站级证书",
        "limits": {"promised": {"amount": 10, "unit": "working_day"},
            "statutory": {"amount": 20, "unit": "working_day"}}
    }))
}

#[track_caller]
fn read(value: Value) -> Standard {
    serde_json::from_value(value).unwrap()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn step(value: Value) -> ReviewStep {
    serde_json::from_value(value).unwrap()
}

/// The second edition, with changes.
fn second(change: impl FnOnce(&mut Standard)) -> Standard {
    let mut standard = Standard { edition: 2, from: on("2022-01-01"), ..handbook() };
    change(&mut standard);
    standard
}

/// 汶上县's own, drawn from the first edition, with changes.
fn own(change: impl FnOnce(&mut Standard)) -> Standard {
    let drawn = Own { region: Region::Wenshang, handbook: 1 };
    let mut standard = Standard { own: Some(drawn), from: on("2021-09-01"), ..handbook() };
    change(&mut standard);
    standard
}

/// Cites a policy for a thing that grew.
fn cite(element: &str, code: Option<&str>) -> Grown {
    serde_json::from_value(json!({"element": element, "code": code, "by": "（虚构）上级文件"})).unwrap()
}

type Told = (Rule, String, Fact, Fact);

fn all(faults: &Faults) -> Vec<Told> {
    let told = |it: &tongquan::law::Fault| {
        let objection = it.objection.clone();
        (objection.rule, it.path.clone(), objection.expected, objection.got)
    };
    faults.all().iter().map(told).collect()
}

/// The faults of a line of standards, whose paths are their places.
fn line(standards: &[&Standard]) -> Vec<Told> {
    let line: Vec<(String, &Standard)> =
        standards.iter().enumerate().map(|(at, it)| (format!("[{at}]"), *it)).collect();
    let mut faults = Faults::default();
    check_line(&line, &mut faults);
    all(&faults)
}

/// The faults of a standard by itself.
fn alone(standard: &Standard) -> Vec<Told> {
    let mut faults = Faults::default();
    standard.check("it", &mut faults);
    all(&faults)
}

/// The rules and paths of faults, in order.
fn where_told(faults: &[Told]) -> Vec<(Rule, &str)> {
    faults.iter().map(|(rule, path, ..)| (*rule, path.as_str())).collect()
}

/// Rule, path, what was expected and what was there, the facts in Chinese.
fn in_words(faults: &[Told]) -> Vec<(Rule, String, String, String)> {
    faults.iter().map(|(rule, path, expected, got)| (*rule, path.clone(), expected.zh(), got.zh())).collect()
}

#[track_caller]
fn assert_one(faults: &[Told], rule: Rule, path: &str, expected: &str, got: &str) {
    assert_eq!(in_words(faults), [(rule, path.to_owned(), expected.to_owned(), got.to_owned())]);
}
