//! What a region may leave out, and that it adds nothing (`C7`).

use serde_json::{Value, json};
use tongquan::{
    Rule,
    register::{ConditionKind, Limit, Limits, Standard, TimeUnit},
};

use super::{Told, assert_one, handbook, in_words, line, mark, own, step, where_told};

/// The faults of 汶上县's own beside the handbook.
fn held(change: impl FnOnce(&mut Standard)) -> Vec<Told> {
    line(&[&handbook(), &own(change)])
}

/// The same, with the handbook changed too.
fn held_against(handbook: &Standard, change: impl FnOnce(&mut Standard)) -> Vec<Told> {
    let mut standard = Standard { own: own(|_| {}).own, from: own(|_| {}).from, ..handbook.clone() };
    change(&mut standard);
    line(&[handbook, &standard])
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Standard), path: &str, expected: &str, got: &str) {
    assert_one(&held(change), Rule::RegionAddsNothing, &format!("[1].{path}"), expected, got);
}

/// A step, with the rest of its fields as in the handbook's first.
fn new(code: &str, more: Value) -> tongquan::register::ReviewStep {
    let mut value = json!({"code": code, "name": "联合审查", "required": true});
    value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    step(value)
}

fn drop_step(it: &mut Standard, code: &str) {
    it.steps.retain(|it| it.code != mark(code));
    it.steps.iter_mut().for_each(|it| it.after.retain(|it| *it != mark(code)));
}

#[test]
fn it_may_work_as_the_handbook_says() {
    assert_eq!(held(|_| {}), []);
    assert_eq!(held(|it| it.steps.reverse()), []); // order in a list says nothing
}

#[test]
fn days_are_shortened_in_the_same_unit() {
    let promised = |limit| move |it: &mut Standard| it.limits.as_mut().unwrap().promised = limit;
    let days = |amount| Limit { amount, unit: TimeUnit::WorkingDay };
    assert_eq!(held(promised(days(3))), []);
    refused(promised(days(11)), "limits", "10、工作日", "11、工作日");
    refused(promised(Limit { amount: 3, unit: TimeUnit::Day }), "limits", "10、工作日", "3、日");
    refused(|it| it.limits.as_mut().unwrap().statutory = None, "limits", "20、工作日", "无");
    let none = held(|it| it.limits = None);
    assert_eq!(where_told(&none), [(Rule::RegionAddsNothing, "[1].limits"); 2]); // promised and statutory
    // where the handbook promises nothing, a region may
    let silent = Standard { limits: None, ..handbook() };
    let promise = Some(Limits { promised: days(3), statutory: None });
    assert_eq!(held_against(&silent, |it| it.limits = promise), []);
}

#[test]
fn fees_fall_and_never_rise() {
    assert_eq!(held(|it| it.fees[0].amount = 0), []);
    assert_eq!(held(|it| it.fees.clear()), []);
    refused(|it| it.fees[0].amount = 1001, "fees[0].amount", "1000", "1001");
    refused(|it| it.fees[0].by = "另一文件".parse().unwrap(), "fees[0].by", "（虚构）收费文件", "另一文件");
    let copy = |it: &mut Standard| {
        it.fees.push(it.fees[0].clone());
        it.fees[1].code = mark("copy");
    };
    refused(copy, "fees[1]", "无", "工本费");
}

#[test]
fn conditions_and_words_stand_exactly() {
    refused(|it| drop(it.conditions.remove(0)), "conditions", "符合条件", "无");
    refused(|it| it.conditions[0].name = "更符合条件".parse().unwrap(), "conditions[0].name", "符合条件", "更符合条件");
    refused(|it| it.conditions[0].kind = ConditionKind::Acceptance, "conditions[0].kind", "审查条件", "受理条件");
    let another =
        |it: &mut Standard| it.conditions.push(serde_json::from_str(r#"{"code": "rich", "name": "富有"}"#).unwrap());
    refused(another, "conditions[2]", "无", "富有");
    refused(|it| it.outcome = "备案".parse().unwrap(), "outcome", "确认", "备案");
    refused(|it| it.refusal = Some("不予".parse().unwrap()), "refusal", "无", "不予");
    refused(|it| it.remedies.truncate(1), "remedies", "行政复议、行政诉讼", "行政复议");
    refused(|it| it.licence = None, "licence", "（虚构）站级证书", "无");
    assert_eq!(held(|it| it.remedies.reverse()), []);
    // guidance is a region's own to write
    assert_eq!(held(|it| it.review_points = vec!["先看站级".parse().unwrap()]), []);
}

#[test]
fn materials_are_dropped_only_where_dispensable() {
    assert_eq!(held(|it| drop(it.materials.remove(1))), []);
    assert_eq!(held(|it| it.materials[1].required = false), []);
    refused(|it| drop(it.materials.remove(0)), "materials", "申请表", "无");
    refused(|it| it.materials[0].required = false, "materials[0].required", "必交", "非必交");
    refused(|it| it.materials[2].required = true, "materials[2].required", "非必交", "必交");
    // what law asks for is not the region's to say
    refused(|it| it.materials[0].dispensable = true, "materials[0].dispensable", "法定", "非法定");
    refused(|it| it.materials[0].name = "体检证明".parse().unwrap(), "materials[0].name", "申请表", "体检证明");
    let another = |it: &mut Standard| {
        it.materials.push(it.materials[1].clone());
        it.materials[3].code = mark("lease");
    };
    refused(another, "materials[3]", "无", "现场照片");
}

#[test]
fn steps_are_dropped_only_where_dispensable() {
    assert_eq!(held(|it| drop_step(it, "site")), []);
    assert_eq!(held(|it| drop_step(it, "panel")), []);
    assert_eq!(held(|it| it.steps[1].required = false), []);
    assert_eq!(held(|it| it.steps[2].repeats = false), []);
    refused(|it| drop_step(it, "opinion"), "steps", "审查意见", "无");
    refused(|it| it.steps[0].required = false, "steps[0].required", "必经", "非必经");
    refused(|it| it.steps[2].required = true, "steps[2].required", "非必经", "必经");
    refused(|it| it.steps[0].repeats = true, "steps[0].repeats", "不重复", "可重复");
    refused(|it| it.steps[3].dispensable = true, "steps[3].dispensable", "法定", "非法定");
    refused(|it| it.steps[3].name = "会审".parse().unwrap(), "steps[3].name", "审查意见", "会审");
    refused(|it| it.steps.push(new("joint", json!({}))), "steps[4]", "无", "联合审查");
    let repeated = Standard { steps: vec![new("a", json!({"repeats": true}))], ..handbook() };
    assert_one(
        &held_against(&repeated, |it| it.steps[0].repeats = false),
        Rule::RegionAddsNothing,
        "[1].steps[0].repeats",
        "可重复",
        "不重复",
    );
}

#[test]
fn prerequisites_change_only_as_dropping_needs() {
    // the opinion waited for the site visit: without it, it may wait for another step in its stead, or for none
    assert_eq!(held(|it| drop_step(it, "site")), []);
    let instead = |it: &mut Standard| {
        drop_step(it, "desk");
        it.steps[2].after.push(mark("panel"));
    };
    let faults = held(instead); // but the desk is not dispensable, and the panel would be required in effect
    assert_eq!(
        in_words(&faults).iter().map(|it| (it.1.as_str(), it.2.as_str(), it.3.as_str())).collect::<Vec<_>>(),
        [("[1].steps[1]", "非必经", "必经环节的前置"), ("[1].steps", "材料审查", "无")]
    );
    let chain = Standard {
        steps: vec![
            new("a", json!({})),
            new("b", json!({"dispensable": true, "after": ["a"]})),
            new("c", json!({"after": ["b"]})),
        ],
        ..handbook()
    };
    for after in [vec![], vec![mark("a")]] {
        let without = |it: &mut Standard| {
            it.steps.remove(1);
            it.steps[1].after = after;
        };
        assert_eq!(held_against(&chain, without), []);
    }

    // where nothing that it waited for was dropped, its order stands
    refused(|it| it.steps[3].after = vec![mark("desk")], "steps[3].after", "desk、site", "desk");
    refused(|it| it.steps[1].after.clear(), "steps[1].after", "desk", "无");
    let more = |it: &mut Standard| it.steps[2].after.push(mark("opinion"));
    refused(more, "steps[2].after", "desk", "desk、opinion");
    // and what it still waits for stands even where another was dropped
    let faults = held(|it| {
        drop_step(it, "site");
        it.steps[2].after.clear();
    });
    assert_one(&faults, Rule::RegionAddsNothing, "[1].steps[2].after", "desk", "无");
    // a step that was only required because another waited for it, may then be left out
    let awaited = Standard {
        steps: vec![
            new("law", json!({"required": false})),
            new("last", json!({"dispensable": true, "after": ["law"]})),
        ],
        ..handbook()
    };
    assert_eq!(held_against(&awaited, |it| drop(it.steps.pop())), []);
}

/// The site visit and the panel go into one joint step.
fn joint(it: &mut Standard) {
    drop_step(it, "site");
    drop_step(it, "panel");
    it.steps.push(new("joint", json!({"repeats": true, "after": ["desk"], "merges": ["site", "panel"]})));
    it.steps[1].after.push(mark("joint"));
}

#[test]
fn dispensable_steps_are_merged_into_another() {
    assert_eq!(held(joint), []);
    // into one that is kept
    let into_desk = |it: &mut Standard| {
        drop_step(it, "site");
        it.steps[0].merges = vec![mark("site")];
    };
    assert_eq!(held(into_desk), []);
    let panel_into_desk = |it: &mut Standard| {
        drop_step(it, "panel");
        it.steps[0].merges = vec![mark("panel")];
    };
    assert_eq!(held(panel_into_desk), []); // and not repeated, as the panel might be
    // a merged step is no more required, and may be no more repeated, than those whose place it takes
    let panel = |more: Value| {
        held(|it| {
            drop_step(it, "panel");
            it.steps.push(new("talk", json!({"required": false, "after": ["desk"], "merges": ["panel"]})));
            let mut value = serde_json::to_value(&it.steps[3]).unwrap();
            value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            it.steps[3] = step(value);
        })
    };
    assert_eq!(panel(json!({"repeats": true})), []);
    assert_eq!(panel(json!({"repeats": false})), []);
    assert_one(&panel(json!({"required": true})), Rule::RegionAddsNothing, "[1].steps[3].required", "非必经", "必经");
    let site = held(|it| {
        joint(it);
        it.steps[2].merges.pop();
    });
    assert_one(&site, Rule::RegionAddsNothing, "[1].steps[2].repeats", "不重复", "可重复");
}

#[test]
fn what_is_merged_is_known_dispensable_and_goes_into_one_step() {
    let merging = |codes: &[&str]| {
        let merges = codes.iter().map(|it| mark(it)).collect();
        held(|it| {
            joint(it);
            it.steps[2].merges = merges;
        })
    };
    assert_one(&merging(&["site", "panel", "ghost"]), Rule::StepKnown, "[1].steps[2].merges", "无", "ghost");
    assert_one(&merging(&["site", "panel", "site"]), Rule::RegionAddsNothing, "[1].steps[2].merges", "无", "site");
    assert_one(&merging(&["site", "panel", "desk"]), Rule::RegionAddsNothing, "[1].steps[2].merges", "无", "desk");
    // one that merges nothing is an added one
    let nothing = merging(&[]);
    assert_eq!(where_told(&nothing), [(Rule::RegionAddsNothing, "[1].steps[2]")]);
    // into two steps at once
    let two = held(|it| {
        joint(it);
        it.steps[0].merges = vec![mark("panel")];
    });
    assert!(where_told(&two).contains(&(Rule::RegionAddsNothing, "[1].steps[2].merges")), "{two:?}");
    // one that the law requires
    let opinion = held(|it| {
        joint(it);
        it.steps.remove(1);
        it.steps[1].merges.push(mark("opinion"));
    });
    assert_one(&opinion, Rule::RegionAddsNothing, "[1].steps", "审查意见", "联合审查");
}

#[test]
fn a_merged_step_waits_and_is_waited_for_in_the_place_of_what_it_merges() {
    let faults = held(|it| {
        joint(it);
        it.steps[1].after.pop();
    });
    assert_one(&faults, Rule::RegionAddsNothing, "[1].steps[1].after", "desk、joint", "desk");
    let faults = held(|it| {
        joint(it);
        it.steps[2].after.clear();
    });
    assert_one(&faults, Rule::RegionAddsNothing, "[1].steps[2].after", "desk", "无");
    // what stood between what is merged would wait in a ring
    let chain = Standard {
        steps: vec![
            new("a", json!({"dispensable": true})),
            new("b", json!({"after": ["a"]})),
            new("c", json!({"dispensable": true, "after": ["b"]})),
        ],
        ..handbook()
    };
    let around = |it: &mut Standard| {
        it.steps =
            vec![new("b", json!({"after": ["joint"]})), new("joint", json!({"after": ["b"], "merges": ["a", "c"]}))];
    };
    assert_eq!(held_against(&chain, around), []);
    let mut ring = own(|_| {});
    around(&mut ring);
    assert_one(&super::alone(&ring), Rule::StepsReachable, "it.steps", "无", "b、joint");
}
