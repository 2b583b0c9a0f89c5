//! From the filing to acceptance, or to one of the side exits (rulebook 5; APL32, S3, S15, S36, S37, S48, S50).

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Broken, Machine,
    acts::{Act, list, text},
    clock::{self, Period},
    hands::{Body, Hands, SORTS},
    named_once, unless,
};

pub(super) fn judge(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    match act.step {
        "correct_on_spot" => {
            case.holds(act, &case.hands.intake, why);
            unless(case.handed.contains(&text(&act.said["material"])), "on_spot_handed_in", why);
        }
        "ask_for_corrections" => ask(case, act, next, why),
        "hand_in_corrections" => {
            unless(act.is_applicant(&case.filing.applicant), "actor_holds_role", why);
            named_once(&act.said["materials"], why);
            let supplied = list(&act.said["materials"]);
            // CHOICE: who hands in nothing hands in nothing that was asked for
            unless(!supplied.is_empty() && supplied.is_subset(&case.asked), "only_asked_for", why);
            next.supplied.extend(supplied);
        }
        "accept" => accept(case, act, next, why),
        "not_accept" => not_accept(case, act, why),
        "deem_accepted" => deem(case, act, next, why),
        "lapse" => lapse(case, act, why),
        "withdraw" => unless(act.is_applicant(&case.filing.applicant), "actor_holds_role", why),
        other => panic!("no such step: {other}"),
    }
}

/// What the standard requires and was not handed in.
fn missing(case: &Machine) -> BTreeSet<String> {
    let required = case.brief.standard.as_ref().map(|standard| standard.required.clone()).unwrap_or_default();
    required.into_iter().filter(|one| !case.handed.contains(one) && !case.supplied.contains(one)).collect()
}

/// What the notice asked for and the standard requires (S48: nothing else holds anything up).
fn due(case: &Machine) -> BTreeSet<String> {
    let standard = case.brief.standard.as_ref();
    let holds_up = |one: &&String| standard.is_none_or(|standard| standard.required.contains(*one));
    case.asked.iter().filter(holds_up).cloned().collect()
}

/// CHOICE: what was handed in with the filing and asked for again (not in form) is outstanding until handed in anew.
fn outstanding(case: &Machine) -> BTreeSet<String> {
    due(case).difference(&case.supplied).cloned().collect()
}

/// The law answers for an accepting body that does not. Asked of a case that has had no notice. CHOICE: whoever says of it
/// that the five days are over is taken at his word, though they could not be by his own telling.
fn not_yet_deemed(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    if case.stage != "filed" {
        return;
    }
    if clock::is_told_over(act) {
        return unless(false, "not_yet_deemed", why);
    }
    if !case.brief.licence {
        return;
    }
    match clock::period(case, act) {
        Period::Over => unless(false, "not_yet_deemed", why),
        Period::Uncovered => unless(false, "calendar_covers", why),
        Period::Unset | Period::Running => (),
    }
}

fn by_accepting(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    case.holds(act, &case.hands.accepting, why);
    // S51: after a move, what is being corrected is accepted first and passed on after
    unless(case.stage != "filed" || case.papers.with_accepting(), "papers_passed_on", why);
}

/// CHOICE: a paper that is there may be asked for again (it is not in form), and one that is not required too.
fn ask(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    by_accepting(case, act, why);
    not_yet_deemed(case, act, why);
    let materials = list(&act.said["materials"]);
    named_once(&act.said["materials"], why);
    unless(!materials.is_empty(), "notice_names_something", why);
    unless(missing(case).is_subset(&materials), "notice_complete", why);
    if let Some(standard) = &case.brief.standard {
        unless(materials.iter().all(|material| standard.names(material)), "materials_in_standard", why);
    }
    let period = case.brief.standard.as_ref().and_then(|standard| standard.corrections.clone());
    next.clock.asked = Some((act.day(), period));
    next.asked = materials;
}

/// CHOICE: after the notice all corrections supplied is enough (APL32e), though a later edition require something that
/// nobody asked for.
fn accept(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    by_accepting(case, act, why);
    not_yet_deemed(case, act, why);
    let complete = if case.stage == "filed" { missing(case).is_empty() } else { outstanding(case).is_empty() };
    unless(complete, "papers_complete", why);
    next.clock.from = Some(act.day());
    next.papers.accepted(&case.hands);
}

/// CHOICE: whether five working days have gone is asked of a licence; of what is none, only that it is none, unless the
/// record says of a period that it still runs.
fn deem(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    // the five days are the Licensing Law's: what is no licence has none that could be over
    if case.brief.licence {
        match clock::period(case, act) {
            Period::Over => (),
            Period::Uncovered => unless(false, "calendar_covers", why),
            Period::Running | Period::Unset => unless(false, "notice_period_over", why),
        }
    } else {
        unless(false, "deemed_for_licence", why);
    }
    next.clock.from = Some(case.clock.filed);
    next.papers.accepted(&case.hands);
}

fn lapse(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    by_accepting(case, act, why);
    match clock::period(case, act) {
        Period::Over => (),
        Period::Uncovered => unless(false, "calendar_covers", why),
        Period::Running | Period::Unset => unless(false, "correction_period_over", why),
    }
    unless(!outstanding(case).is_empty(), "corrections_outstanding", why);
}

/// The closed list of rulebook 5, told apart by what each ground carries: nothing (no application is needed), a body
/// (another is competent), a list of materials (still incomplete), or a condition.
fn not_accept(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    by_accepting(case, act, why);
    not_yet_deemed(case, act, why);
    let Some((ground, what)) = act.said["ground"].as_object().and_then(|one| one.iter().next()) else { return };
    if ground == "still_incomplete" {
        return still_incomplete(case, act, what, why);
    }
    // a body may stand under a name of its own
    let inner = what.as_object().and_then(|one| one.iter().next());
    let what = match inner {
        Some((name, inner)) if !SORTS.contains(&name.as_str()) => inner,
        _ => what,
    };
    if let Some(body) = Body::read(what) {
        return unless(is_another(&case.hands, &body), "another_is_competent", why);
    }
    unless(!case.brief.licence, "licence_not_turned_away", why);
    if let Some(standard) = &case.brief.standard {
        let named = if what.is_array() { list(what) } else { BTreeSet::from([text(what)]) };
        unless(!named.is_empty() && named.is_subset(&standard.acceptance), "acceptance_condition", why);
    }
}

/// Competence is an authority's, so no partner has it. CHOICE: the competent body that is named is another one than who
/// accepts, and than who decides: where the region's window accepts for the department, the department is no reason to turn
/// the applicant away; nor is, at a window that decides, the body in whose name it does (S12).
fn is_another(hands: &Hands, body: &Body) -> bool {
    body.sort != "partner" && *body != hands.accepting && *body != hands.deciding && !hands.named.contains(body)
}

/// CHOICE: before the notice nothing was asked for, so nothing of it is still incomplete; the applicant's time, which
/// begins with the notice, is not asked about then. What the standard does not require is not lacking (S48), so it is no
/// ground either, and its want does not keep the rest from being all handed in.
fn still_incomplete(case: &Machine, act: &Act<'_>, what: &Value, why: &mut Broken) {
    named_once(what, why);
    let named = list(what);
    unless(!named.is_empty() && named.is_subset(&due(case)), "still_incomplete", why);
    if case.stage == "filed" || outstanding(case).is_empty() {
        return;
    }
    let had_time = match clock::period(case, act) {
        Period::Over => true,
        Period::Running => false,
        Period::Unset => !case.supplied.is_empty(),
        Period::Uncovered => return unless(false, "calendar_covers", why),
    };
    unless(had_time, "applicant_had_time", why);
}
