//! Trials of the rules from the extension of a limit to the closing, and of Seal No. 2.

use serde_json::{Value, json};

use super::{
    broken,
    selfcheck::golden,
    selfcheck_rules::{Trial, edited, instead, later, other, set, told, upto},
};

pub(super) fn trials() -> Vec<Trial> {
    let extension = &golden("licence")[5];
    let days = json!({ "amount": 30, "unit": "day" });
    let mut in_days = upto("licence", 5);
    in_days[3] = set(&in_days[3], "found/standard/limits/statutory", days);
    let head = |name: &str| golden(name)[0]["file"]["stamp"]["by"].clone();
    let plain = json!({ "working_days": 5, "reason": "（虚构）", "notice": "YQ-1", "approved_by": head("direct") });
    let no2 = |rule, path: &str, value: Value| edited(rule, "review", 8, path, value);
    let nobody = json!({ "county_supervisor": null, "county_enforcement": null, "city_supervisor": null, "city_enforcement": null });
    let other_seal = json!({ "department": "transport", "number": 7 });
    vec![
        other("extension_for_licence", "direct", 4, "extend", plain, json!("running")),
        ("extension_once", upto("licence", 6), later(extension, "2024-06-05T11:00:00+08:00")),
        edited("extension_within_law", "licence", 5, "step/working_days", json!(11)),
        edited("extension_within_law", "licence", 5, "step/working_days", json!(0)),
        ("extension_of_working_days", in_days, extension.clone()),
        edited("extension_in_time", "licence", 5, "found/said", json!({ "over": { "last": "2024-06-04" } })),
        edited(
            "extension_by_head",
            "licence",
            5,
            "step/approved_by/official/body",
            json!({ "department": "transport" }),
        ),
        edited("later_edition", "licence", 3, "found/standard/edition", json!(1)),
        edited("catalogue_agrees", "amended 2", 4, "found/item/kind", json!("other_power")),
        ("required_steps_done", upto("direct", 6), golden("direct")[7].clone()),
        edited("conditions_attested", "licence", 7, "step/attested", json!(["eligible", "true"])),
        edited("conditions_in_standard", "direct", 7, "step/attested", json!(["eligible", "true", "tall"])),
        edited("conditions_in_standard", "unfavourable", 5, "step/unmet", json!(["tall"])),
        edited("unmet_named", "unfavourable", 5, "step/unmet", json!([])),
        edited("remedies_told", "unfavourable", 5, "step/remedies", json!(["litigation"])),
        other("seal_as_routed", "review", 8, "affix_seal", json!({}), Value::Null),
        (
            "seal_no2_review",
            upto("not_devolved", 8),
            instead(&golden("not_devolved")[8], "affix_seal_no2", use_of("human_resources"), held_in("high_tech_zone")),
        ),
        no2("seal_no2_on_record", "found/said", Value::Null),
        no2("seal_no2_on_record", "found/said/agreement", Value::Null),
        no2("seal_no2_on_record", "step/seal/number", json!(8)),
        (
            "seal_no2_of_department",
            upto("review", 8),
            set(&set(&golden("review")[8], "step/seal", other_seal.clone()), "found/said/seal", other_seal),
        ),
        no2("seal_no2_held_here", "found/said/region", json!("qufu")),
        no2("seal_no2_for_item", "found/said/covers_item", json!(false)),
        no2("seal_no2_for_circumstance", "step/circumstance", json!("letter")),
        no2("seal_no2_named_user", "stamp/by/official/person", json!("clerk-1")),
        no2("seal_no2_in_service", "found/said/state", json!("suspended")),
        no2("documents_listed", "step/documents", json!([])),
        no2("named_once", "step/documents", json!(["决定书", "决定书"])),
        other("licence_due", "direct", 9, "issue_licence", json!({ "number": "ZZ-1" }), Value::Null),
        ("licence_issued", upto("review", 9), golden("review")[10].clone()),
        other("report_called_for", "window", 9, "report", json!({}), Value::Null),
        other("report_called_for", "township_direct", 9, "report", json!({}), Value::Null),
        other("push_called_for", "county_original", 9, "push", json!({}), nobody.clone()),
        edited("addressees_named", "review", 13, "found/said", nobody),
        ("not_sent_yet", upto("review", 12), later(&golden("review")[11], "2024-03-19T10:00:00+08:00")),
        ("not_sent_yet", upto("review", 14), later(&golden("review")[13], "2024-03-21T10:00:00+08:00")),
        ("was_addressed", upto("review", 11), golden("review")[12].clone()),
        ("was_addressed", upto("review", 15), later(&golden("review")[14], "2024-03-22T10:00:00+08:00")),
        ("was_addressed", upto("window", 9), later(&golden("review")[12], "2024-03-20T09:00:00+08:00")),
        edited("was_addressed", "review", 14, "stamp/by/official/body", json!({ "department": "transport" })),
        ("duties_done", upto("review", 17), golden("review")[18].clone()),
    ]
}

fn use_of(department: &str) -> Value {
    json!({ "seal": { "department": department, "number": 7 }, "circumstance": "decision", "documents": ["决定书"] })
}

fn held_in(region: &str) -> Value {
    json!({
        "seal": { "department": "human_resources", "number": 7 }, "region": region, "agreement": "XY-1",
        "users": ["clerk-1"], "covers_item": true, "circumstances": ["decision"], "state": "in_service",
    })
}

#[test]
fn a_county_original_item_never_meets_a_condition_of_seal_no_2() {
    let entry =
        instead(&golden("county_original")[8], "affix_seal_no2", use_of("human_resources"), held_in("wenshang"));
    let all = broken(["seal_no2_formerly_city", "seal_no2_review"]);
    assert_eq!(told(&upto("county_original", 8), &entry), all);
    let entry =
        instead(&golden("township_direct")[8], "affix_seal_no2", use_of("human_resources"), held_in("liangshan"));
    assert_eq!(told(&upto("township_direct", 8), &entry), all);
}
