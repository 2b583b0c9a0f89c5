//! From the decision to delivery (rulebook 5 and 6; C5, C6).

use serde_json::Value;

use super::{
    Broken, Machine,
    acts::{Act, Actor, list, text},
    named_once, unless,
};

pub(super) fn judge(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    match act.step {
        // CHOICE: an own seal under review is not as routed; Seal No. 2 elsewhere breaks its own conditions alone.
        "affix_seal" => {
            case.holds(act, &case.hands.sealing, why);
            unless(!case.hands.no2, "seal_as_routed", why);
        }
        "affix_seal_no2" => {
            case.holds(act, &case.hands.sealing, why);
            no2(case, act, why);
        }
        "issue_licence" => {
            case.holds(act, &case.hands.deciding, why);
            unless(licence_due(case), "licence_due", why);
        }
        // P2, S51: any window of the route, of those before it, and of the filing venue
        "deliver" => {
            let window = act.body().is_some_and(|body| case.windows.contains(body));
            unless(window, "actor_holds_role", why);
            unless(case.stage == "licensed" || !licence_due(case), "licence_issued", why);
        }
        other => panic!("no such step: {other}"),
    }
}

/// CHOICE: whether an item yields a licence is the standard's to say, for a 行政许可 too; without one there is none.
fn licence_due(case: &Machine) -> bool {
    case.favourable && case.brief.standard.as_ref().is_some_and(|standard| standard.licence)
}

/// Every condition on its own account, except where there is nothing to ask it of: without a record there is no holder, no
/// state and no agreement; without an agreement there is no seal to speak of, and neither item, circumstance nor user can
/// be outside it.
///
/// CHOICE: a record that speaks of another seal is no record of this one.
fn no2(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    let item = case.brief.item.as_ref().expect("a case has its item");
    let formerly_city = !["original", "region_chooses"].contains(&item.standing.as_str());
    unless(formerly_city, "seal_no2_formerly_city", why);
    unless(case.hands.no2, "seal_no2_review", why);
    let seal = &act.said["seal"];
    // CHOICE: an item without a city department has no other seal to use instead
    let of_it = item.department.as_deref().is_none_or(|it| seal["department"].as_str() == Some(it));
    unless(of_it, "seal_no2_of_department", why);
    named_once(&act.said["documents"], why);
    unless(!list(&act.said["documents"]).is_empty(), "documents_listed", why);

    let said = &act.found["said"];
    let on_record = !said.is_null() && said["seal"] == *seal;
    let agreed = on_record && !said["agreement"].is_null();
    unless(agreed, "seal_no2_on_record", why);
    if !on_record {
        return;
    }
    unless(said["region"].as_str() == Some(&case.filing.region), "seal_no2_held_here", why);
    unless(said["state"] == "in_service", "seal_no2_in_service", why);
    if !agreed {
        return;
    }
    unless(said["covers_item"] == true, "seal_no2_for_item", why);
    let circumstance = text(&act.said["circumstance"]);
    unless(contains(&said["circumstances"], &circumstance), "seal_no2_for_circumstance", why);
    let user = matches!(&act.by, Some(Actor::Official { person, .. }) if contains(&said["users"], person));
    unless(user, "seal_no2_named_user", why);
}

fn contains(all: &Value, one: &str) -> bool {
    all.as_array().into_iter().flatten().any(|it| it == one)
}
