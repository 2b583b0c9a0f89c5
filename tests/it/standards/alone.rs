//! What one standard must hold by itself.

use serde_json::json;
use tongquan::{Rule, register::Baseline};

use super::{alone, assert_one, cite, handbook, mark, own, read, step, where_told};
use crate::support::marks;

#[test]
fn a_good_standard_has_no_fault() {
    assert_eq!(alone(&handbook()), []);
    assert_eq!(alone(&own(|_| {})), []);
}

#[test]
fn a_list_uses_a_code_once_and_another_list_may_use_it_too() {
    let mut standard = handbook();
    standard.materials[2].code = mark("desk");
    standard.fees[0].code = mark("desk");
    assert_eq!(alone(&standard), []);

    let mut standard = handbook();
    standard.materials[1].code = mark("form");
    assert_one(&alone(&standard), Rule::CodeOnce, "it.materials", "每项一次", "form");
    let mut standard = handbook();
    standard.conditions[1].code = mark("eligible");
    assert_one(&alone(&standard), Rule::CodeOnce, "it.conditions", "每项一次", "eligible");
    let mut standard = handbook();
    standard.steps[2].code = mark("desk");
    assert_one(&alone(&standard), Rule::CodeOnce, "it.steps", "每项一次", "desk");
    let mut standard = handbook();
    standard.fees.extend_from_within(..);
    assert_one(&alone(&standard), Rule::CodeOnce, "it.fees", "每项一次", "book");
}

#[test]
fn a_step_of_a_code_used_twice_is_told_and_no_more() {
    // the two wait for different steps
    let mut standard = handbook();
    standard
        .steps
        .insert(0, step(json!({"code": "site", "name": "现场", "required": true, "after": ["opinion", "panel"]})));
    assert_eq!(
        where_told(&alone(&standard)),
        [(Rule::CodeOnce, "it.steps"), (Rule::StepsReachable, "it.steps")],
        "the first of the two counts"
    );
    standard.steps.swap(0, 2);
    assert_eq!(where_told(&alone(&standard)), [(Rule::CodeOnce, "it.steps")]);
}

#[test]
fn a_promise_is_within_the_law() {
    let promised = |amount: u16, unit: &str| {
        let mut standard = serde_json::to_value(handbook()).unwrap();
        standard["limits"]["promised"] = json!({"amount": amount, "unit": unit});
        alone(&read(standard))
    };
    assert_eq!(promised(20, "working_day"), []);
    assert_one(&promised(21, "working_day"), Rule::LimitsWithinLaw, "it.limits", "20、工作日", "21、工作日");
    assert_one(&promised(5, "day"), Rule::LimitsWithinLaw, "it.limits", "20、工作日", "5、日");
}

#[test]
fn prerequisites_are_known_and_wait_for_each_other_in_no_ring() {
    let mut standard = handbook();
    standard.steps[3].after.push(mark("panel"));
    assert_eq!(alone(&standard), []);
    standard.steps[3].after.push(mark("board"));
    assert_one(&alone(&standard), Rule::StepKnown, "it.steps[3].after", "无", "board");

    let mut standard = handbook();
    standard.steps[0].after.push(mark("site"));
    // the panel and the opinion wait for the ring, and so can never be taken either
    assert_one(&alone(&standard), Rule::StepsReachable, "it.steps", "无", "desk、site、panel、opinion");
    let mut standard = handbook();
    standard.steps[2].after = vec![mark("panel")];
    assert_one(&alone(&standard), Rule::StepsReachable, "it.steps", "无", "panel");
}

#[test]
fn only_a_region_merges_steps() {
    let merging = |standard: &mut tongquan::register::Standard| standard.steps[0].merges = vec![mark("panel")];
    assert_eq!(alone(&own(merging)), []);
    let mut standard = handbook();
    merging(&mut standard);
    assert_one(&alone(&standard), Rule::StepKnown, "it.steps[0].merges", "无", "panel");
}

#[test]
fn a_baseline_is_of_a_first_edition_and_held_like_a_handbook() {
    let before = handbook();
    let mut standard = handbook();
    standard.baseline = Some(Baseline {
        steps: Some(before.steps),
        materials: Some(before.materials),
        fees: Some(before.fees),
        promised: None,
    });
    assert_eq!(alone(&standard), []);
    standard.edition = 2;
    assert_one(&alone(&standard), Rule::EditionFollows, "it.baseline", "1", "2");

    standard.edition = 1;
    let baseline = standard.baseline.as_mut().unwrap();
    let (steps, materials) = (baseline.steps.as_mut().unwrap(), baseline.materials.as_mut().unwrap());
    steps[1].code = mark("desk");
    steps[2].after = vec![mark("board")];
    steps[3].merges = vec![mark("panel")];
    materials[1].code = mark("form");
    baseline.fees.as_mut().unwrap().extend_from_within(..);
    let told = alone(&standard);
    let expected = [
        (Rule::CodeOnce, "it.baseline.materials"),
        (Rule::CodeOnce, "it.baseline.fees"),
        (Rule::CodeOnce, "it.baseline.steps"),
        (Rule::StepKnown, "it.baseline.steps[2].after"),
        (Rule::StepKnown, "it.baseline.steps[3].after"), // the site is gone
        (Rule::StepKnown, "it.baseline.steps[3].merges"),
    ];
    assert_eq!(where_told(&told), expected);
}

#[test]
fn a_region_has_no_baseline_and_cites_nothing() {
    let with_baseline = own(|it| (it.edition, it.baseline) = (2, Some(Baseline::default())));
    assert_one(&alone(&with_baseline), Rule::RegionAddsNothing, "it.baseline", "无", "改革前基线");
    let citing = own(|it| it.grown = vec![cite("limit", None)]);
    assert_one(&alone(&citing), Rule::RegionAddsNothing, "it.grown", "无", "（虚构）上级文件");
    let mut standard = handbook();
    standard.grown = vec![cite("limit", None)];
    assert_eq!(alone(&standard), []); // whether it grew, the line tells
}

#[test]
fn what_a_case_keeps_of_it_names_its_materials_and_no_others() {
    let outline = handbook().outline();
    assert_eq!((&outline.required, &outline.optional), (&marks(&["form", "photo"]), &marks(&["other"])));
    for code in ["form", "photo", "other"] {
        assert!(outline.names_material(&mark(code)), "{code}");
    }
    assert!(!outline.names_material(&mark("desk")));
}
