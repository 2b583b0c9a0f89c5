//! Standards come back from storage as they went in, and those of before are read as they were.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tongquan::register::{ConditionKind, ExampleKind, Standard};

use super::{alone, line, read};

/// Every field that there is.
fn full() -> Value {
    let step = json!({"code": "joint", "name": "联合核查", "required": true, "after": ["desk"], "repeats": true,
        "dispensable": true, "on_site": true, "merges": ["site"]});
    let material = json!({"code": "form", "name": "申请表", "required": true, "dispensable": true});
    let fee = json!({"code": "book", "name": "工本费", "amount": 1000, "by": "（虚构）收费文件"});
    let days = json!({"amount": 5, "unit": "working_day"});
    json!({
        "item": "A1-36", "edition": 3, "from": "2023-01-01", "own": {"region": "wenshang", "handbook": 2},
        "materials": [material], "conditions": [{"code": "scope", "name": "属于本事项", "kind": "acceptance"}],
        "steps": [step], "procedures": [{"code": "panel", "name": "专家评审", "kind": "expert_review", "applicant_pays": true}],
        "fees": [fee], "outcome": "确认", "refusal": "不予确认",
        "remedies": ["reconsideration", "litigation"],
        "licence": "（虚构）证书", "limits": {"promised": days, "statutory": {"amount": 20, "unit": "day"}},
        "notice": {"amount": 3, "unit": "working_day"}, "corrections": {"amount": 15, "unit": "day"},
        "review_points": ["核对站级"], "pitfalls": ["客流按年度平均日计"],
        "examples": [{"kind": "model", "text": "（虚构）一次办结"}, {"kind": "mistaken", "text": "（虚构）漏核"}],
        "grown": [{"element": "step", "code": "joint", "by": "（虚构）上级文件"},
            {"element": "limit", "code": null, "by": "法律"}],
        "baseline": {"steps": [step], "materials": [material], "fees": [fee], "promised": days}
    })
}

#[test]
fn every_field_comes_back() {
    let standard = read(full());
    assert_eq!(serde_json::to_value(&standard).unwrap(), full());
    let text = serde_json::to_string(&standard).unwrap();
    assert_eq!(serde_json::from_str::<Standard>(&text).unwrap(), standard);
    let bytes = postcard::to_stdvec(&standard).unwrap();
    assert_eq!(postcard::from_bytes::<Standard>(&bytes).unwrap(), standard);
    assert_eq!(
        standard.examples.iter().map(|it| it.kind).collect::<Vec<_>>(),
        [ExampleKind::Model, ExampleKind::Mistaken]
    );
}

#[test]
fn a_field_that_it_has_not_is_refused() {
    for at in [
        "",
        "/own",
        "/materials/0",
        "/conditions/0",
        "/steps/0",
        "/procedures/0",
        "/fees/0",
        "/limits",
        "/limits/promised",
        "/examples/0",
        "/grown/0",
        "/baseline",
    ] {
        let mut value = full();
        value.pointer_mut(at).unwrap()["extra"] = json!(1);
        assert!(serde_json::from_value::<Standard>(value).is_err(), "{at}");
    }
}

#[test]
fn what_a_file_leaves_out_lets_nothing_be_dropped() {
    let standard = read(json!({"item": "A1-36", "edition": 1, "from": "2021-06-15",
        "materials": [{"code": "form", "name": "申请表", "required": true}],
        "conditions": [{"code": "eligible", "name": "符合条件"}],
        "steps": [{"code": "desk", "name": "材料审查", "required": true}],
        "outcome": "确认", "remedies": []}));
    assert!(!standard.materials[0].dispensable && !standard.steps[0].dispensable);
    assert_eq!(standard.conditions[0].kind, ConditionKind::Review);
    assert_eq!((standard.own, &standard.baseline, &standard.refusal), (None, &None, &None));
    assert!(standard.fees.is_empty() && standard.grown.is_empty() && standard.examples.is_empty());
}

fn standards(value: &Value, found: &mut Vec<Standard>) {
    match value {
        Value::Object(map) if map.contains_key("edition") && map.contains_key("materials") => {
            found.push(read(value.clone()));
        }
        Value::Object(map) => map.values().for_each(|it| standards(it, found)),
        Value::Array(list) => list.iter().for_each(|it| standards(it, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_handbooks_of_the_examples_are_read_and_hold() {
    let file = include_str!("../../../examples/office.json");
    let mut found = Vec::new();
    standards(&serde_json::from_str(file).unwrap(), &mut found);
    assert!(found.len() > 60, "{}", found.len());
    let mut lines: BTreeMap<String, Vec<&Standard>> = BTreeMap::new();
    for it in &found {
        assert_eq!(alone(it), []);
        lines.entry(it.item.to_string()).or_default().push(it);
    }
    for (item, it) in lines {
        assert_eq!(line(&it), [], "{item}");
    }
}
