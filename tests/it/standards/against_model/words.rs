//! What the model is shown of a standard, and what the crate says in the model's words: "step:a added", "days up" …

use std::collections::BTreeSet;

use tongquan::{
    Rule,
    law::Fact,
    register::{Aspect, Change, Comparison, Condition, Element, Standard, TimeUnit},
    text::{Mark, Text},
};

use super::super::{Told, line};
use crate::model::standard::{self as model, Book, Part};

pub(super) type Words = BTreeSet<String>;

/// What the model looks at. Guidance and prerequisites it does not know.
pub(super) fn book(it: &Standard) -> Book {
    let words = |code: &Mark, name: &Text| (code.to_string(), name.to_string());
    let steps = it.steps.iter().map(|it| {
        let ((code, name), merges) = (words(&it.code, &it.name), it.merges.iter().map(ToString::to_string).collect());
        Part { code, name, required: it.required, repeats: it.repeats, by_law: !it.dispensable, merges }
    });
    let materials = it.materials.iter().map(|it| {
        let (code, name) = words(&it.code, &it.name);
        Part { code, name, required: it.required, by_law: !it.dispensable, ..Part::default() }
    });
    let fees = it.fees.iter().map(|it| {
        let (code, name) = words(&it.code, &it.name);
        model::Fee { code, name, amount: it.amount }
    });
    let conditions = it.conditions.iter().map(|it| {
        let (code, name) = words(&it.code, &it.name);
        model::Condition { code, name, kind: it.kind.to_string() }
    });
    let unit = |unit| if unit == TimeUnit::Day { "day" } else { "working_day" };
    Book {
        steps: steps.collect(),
        materials: materials.collect(),
        fees: fees.collect(),
        promised: it.limits.map(|it| (u32::from(it.promised.amount), unit(it.promised.unit).to_owned())),
        conditions: conditions.collect(),
    }
}

fn condition(it: &Condition) -> String {
    format!("{} {}", it.code, it.kind)
}

/// What grew; "awaited", where a required step comes to wait for another, is no word of the model's.
pub(super) fn grown(comparison: &Comparison) -> Words {
    comparison.grown().map(growth).collect()
}

fn growth(it: &Change) -> String {
    let thing = || format!("{}:{}", it.element, it.code.as_ref().unwrap());
    match (it.element, it.aspect) {
        (Element::Limit, Aspect::Amount) => days(&it.before, &it.after),
        (Element::Fee, Aspect::Amount) => format!("{} up", thing()),
        (_, Aspect::Presence) => format!("{} added", thing()),
        (_, Aspect::Required) => format!("{} required", thing()),
        (Element::Step, Aspect::Repeats) => format!("{} repeats", thing()),
        (Element::Step, Aspect::Awaited) => format!("{} awaited", thing()),
        _ => panic!("no word for {it}"),
    }
}

fn days(before: &Fact, after: &Fact) -> String {
    let unit = |it: &Fact| it.zh().split_once('、').map(|(_, unit)| unit.to_owned());
    let told = match (unit(before), unit(after)) {
        (Some(_), None) => "days dropped",
        (Some(was), Some(is)) if was != is => "days unit changed",
        _ => "days up",
    };
    told.to_owned()
}

/// The faults of a region's own beside the handbook. No words of the model's are "awaited" and "after".
pub(super) fn breaches(handbook: &Standard, own: &Standard) -> Words {
    line(&[handbook, own]).iter().flat_map(|it| breach(handbook, own, it)).collect()
}

fn breach(handbook: &Standard, own: &Standard, (rule, path, expected, got): &Told) -> Vec<String> {
    let path = path.strip_prefix("[1].").unwrap();
    let (row, field) = path.split_once('.').unwrap_or((path, ""));
    let (list, at) = row.split_once('[').map_or((row, None), |(list, at)| (list, Some(at)));
    let at: Option<usize> = at.map(|it| it.strip_suffix(']').unwrap().parse().unwrap());
    let code = match (list, at) {
        ("steps", Some(at)) => own.steps[at].code.to_string(),
        ("materials", Some(at)) => own.materials[at].code.to_string(),
        ("fees", Some(at)) => own.fees[at].code.to_string(),
        ("conditions", Some(at)) => own.conditions[at].code.to_string(),
        _ => expected.zh(), // the handbook's name, which is the code
    };
    let condition = |of: &Standard, how: &str| {
        let it = of.conditions.iter().find(|it| it.code.as_str() == code).unwrap();
        format!("condition:{} {how}", condition(it))
    };
    let thing = format!("{}:{code}", list.trim_end_matches('s'));
    let is_so = |so: &str, yes: &str, no: &str| format!("{thing} {}", if got.zh() == so { yes } else { no });
    assert!(matches!(rule, Rule::RegionAddsNothing | Rule::StepKnown), "{rule:?} {path}");
    vec![match (list, at.is_some(), field) {
        ("steps", true, "merges") if *rule == Rule::StepKnown => format!("step:{} unknown", got.zh()),
        _ if *rule == Rule::StepKnown => panic!("no word for {path}"),
        ("steps", true, "merges") => format!("step:{} doubled", got.zh()),
        ("limits", false, "") => days(expected, got),
        ("conditions", true, "") => condition(own, "added"),
        ("conditions", false, "") => condition(handbook, "dropped"),
        ("conditions", true, "kind") => return vec![condition(own, "added"), condition(handbook, "dropped")],
        (_, false, "") => is_so("无", "dropped", "merged"),
        ("steps", true, "") => is_so("必经环节的前置", "awaited", "added"),
        ("materials" | "fees", true, "") => format!("{thing} added"),
        ("steps", true, "required") => is_so("必经", "required", "loosened"),
        ("materials", true, "required") => is_so("必交", "required", "loosened"),
        ("steps", true, "repeats") => is_so("可重复", "repeats", "once"),
        ("steps" | "materials", true, "dispensable") => format!("{thing} marked"),
        ("steps", true, "after") => format!("{thing} after"),
        ("fees", true, "amount") => format!("{thing} up"),
        (_, true, "name") => format!("{thing} named"),
        _ => panic!("no word for {path}"),
    }]
}
