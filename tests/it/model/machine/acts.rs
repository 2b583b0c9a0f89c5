//! What an entry says, who says it, and the steps of the deciding body before its decision is sealed.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value;

use super::{
    Broken, Machine,
    clock::{self, Period},
    hands::Body,
    named_once, unless,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Actor {
    Applicant(String),
    Official { body: Body, person: String },
}

#[derive(Debug)]
pub(super) struct Act<'a> {
    pub(super) step: &'a str,
    pub(super) at: DateTime<FixedOffset>,
    pub(super) by: Option<Actor>,
    pub(super) said: &'a Value,
    pub(super) found: &'a Value,
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

pub(super) fn list(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}

/// Beijing's day.
pub(super) fn day(at: DateTime<FixedOffset>) -> NaiveDate {
    at.with_timezone(&FixedOffset::east_opt(8 * 3600).expect("UTC+8")).date_naive()
}

pub(super) fn actor(by: &Value) -> Option<Actor> {
    if let Some(official) = by.get("official") {
        let body = Body::read(&official["body"])?;
        return Some(Actor::Official { body, person: text(&official["person"]) });
    }
    by.get("applicant").and_then(Value::as_str).map(|applicant| Actor::Applicant(applicant.to_owned()))
}

impl<'a> Act<'a> {
    pub(super) fn read(entry: &'a Value) -> Self {
        let (step, what) = entry.as_object().and_then(|one| one.iter().next()).expect("an entry names its step");
        let at = what["stamp"]["at"].as_str().expect("a stamp has a time");
        let at = DateTime::parse_from_rfc3339(at).unwrap_or_else(|e| panic!("{at}: {e}"));
        Act { step, at, by: actor(&what["stamp"]["by"]), said: &what["step"], found: &what["found"] }
    }

    pub(super) fn day(&self) -> NaiveDate {
        day(self.at)
    }

    pub(super) fn body(&self) -> Option<&Body> {
        match &self.by {
            Some(Actor::Official { body, .. }) => Some(body),
            _ => None,
        }
    }

    pub(super) fn is_of(&self, body: &Body) -> bool {
        self.body() == Some(body)
    }

    pub(super) fn is_applicant(&self, applicant: &str) -> bool {
        matches!(&self.by, Some(Actor::Applicant(one)) if one == applicant)
    }
}

pub(super) fn judge(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    case.holds(act, &case.hands.deciding, why);
    match act.step {
        "take_review_step" => review(case, act, next, why),
        "suspend" => suspend(case, act, next, why),
        "resume" => next.clock.resume(act.day()),
        "extend" => extend(case, act, next, why),
        "decide_favourably" => favourable(case, act, next, why),
        "decide_unfavourably" => unfavourable(case, act, why),
        other => panic!("no such step: {other}"),
    }
}

/// CHOICE: of an unknown step nothing else can be asked but who took it. A step is done before another also where the standard does
/// not require it, as the standard states its prerequisites.
fn review(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    unless(case.papers.with_deciding(), "papers_passed_on", why);
    let code = text(&act.said["step"]);
    named_once(&act.said["officers"], why);
    // S37: no review step is added where no handbook is on record
    let standard = case.brief.standard.as_ref();
    match standard.and_then(|standard| standard.steps.iter().find(|step| step.code == code)) {
        None => unless(false, "step_in_standard", why),
        Some(step) => {
            unless(step.after.is_subset(&case.taken), "step_after_prerequisites", why);
            unless(step.repeats || !case.taken.contains(&code), "step_not_repeated", why);
            let officers = list(&act.said["officers"]).len();
            unless(!(case.brief.licence && step.on_site) || officers >= 2, "two_officers", why);
        }
    }
    next.taken.insert(code);
}

fn suspend(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    unless(case.papers.with_deciding(), "papers_passed_on", why);
    let procedure = text(&act.said["procedure"]);
    let provided = case.brief.standard.as_ref().is_some_and(|standard| standard.procedures.contains(&procedure));
    unless(provided, "procedure_in_standard", why);
    unless(!case.held.contains(&procedure), "procedure_once", why);
    let needs = act.said["needs"]["amount"].as_i64().unwrap_or(0);
    unless(needs > 0, "time_needed_told", why);
    next.held.insert(procedure);
    next.clock.stops.push((act.day(), None));
}

/// CHOICE: what is extended is the statutory limit (S49: it is in time by that one); a promise in days beside it is
/// not lengthened and bars nothing. Whoever says that the limit is over is taken at his word, though it could not be by his
/// own telling.
fn extend(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    unless(case.papers.with_deciding(), "papers_passed_on", why);
    unless(case.brief.licence, "extension_for_licence", why);
    unless(!case.extended, "extension_once", why);
    let days = act.said["working_days"].as_i64().unwrap_or(0);
    unless((1..=10).contains(&days), "extension_within_law", why);
    let unit = case.brief.statutory().map(|limit| limit.unit);
    unless(unit.is_none_or(|unit| unit == "working_day"), "extension_of_working_days", why);
    let period = clock::period(case, act);
    let is_over = clock::is_told_over(act) || period == Period::Over;
    unless(!is_over, "extension_in_time", why);
    unless(is_over || period != Period::Uncovered, "calendar_covers", why);
    // S16: the head of the body that decides, under Seal No. 2 the region's
    let head = match actor(&act.said["approved_by"]) {
        Some(Actor::Official { body, .. }) => body == case.hands.deciding,
        _ => false,
    };
    unless(head, "extension_by_head", why);
    next.extended = true;
    next.clock.extension = days;
}

/// CHOICE: without a handbook the deciding body names the conditions itself (S37), and nothing is missing.
fn favourable(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    unless(case.papers.with_deciding(), "papers_passed_on", why);
    named_once(&act.said["attested"], why);
    let attested = list(&act.said["attested"]);
    if let Some(standard) = &case.brief.standard {
        let done = standard.steps.iter().filter(|step| step.required).all(|step| case.taken.contains(&step.code));
        unless(done, "required_steps_done", why);
        let conditions = standard.all_conditions();
        unless(conditions.is_subset(&attested), "conditions_attested", why);
        unless(attested.is_subset(&conditions), "conditions_in_standard", why);
    }
    next.favourable = true;
}

/// CHOICE: unmet conditions that the standard does not name are told as such, not as none named. Remedies beyond those
/// that are due do no harm. The law gives both for licences (APL38), whatever the handbook says; for what is none, we know of no law that does.
fn unfavourable(case: &Machine, act: &Act<'_>, why: &mut Broken) {
    unless(case.papers.with_deciding(), "papers_passed_on", why);
    named_once(&act.said["unmet"], why);
    named_once(&act.said["remedies"], why);
    let unmet = list(&act.said["unmet"]);
    unless(!unmet.is_empty(), "unmet_named", why);
    let mut due = BTreeSet::new();
    if let Some(standard) = &case.brief.standard {
        unless(unmet.is_subset(&standard.all_conditions()), "conditions_in_standard", why);
        due.extend(standard.remedies.iter().cloned());
    }
    if case.brief.licence {
        due.extend(["reconsideration", "litigation"].map(str::to_owned));
    }
    unless(due.is_subset(&list(&act.said["remedies"])), "remedies_told", why);
}
