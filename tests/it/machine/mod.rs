//! The whole case machine against a second reading of it that knows nothing of the crate: what one takes, the other takes, and what one
//! refuses, the other refuses by the same rules.

pub(crate) mod attempts;
mod filings;
mod journals;
mod moves;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tongquan::{
    AnyCase, Refusal,
    case::{DutyStateKind, Message},
};

use crate::{
    model::machine::{Machine, selfcheck_rules::RULES},
    scenes::stage,
};

/// Rules by id.
type Rules = BTreeSet<String>;

pub(crate) fn rules(why: &Refusal) -> Rules {
    why.objections().iter().map(|it| it.rule.id().to_owned()).collect()
}

/// What the rulebook leaves open: whether, beside the first, the second is told as well.
const OPEN: [(&[&str], &[&str]); 5] = [
    // what is no licence has no limit that could be extended, and what was extended once has none left, whether in time or not
    (&["extension_for_licence", "extension_once"], &["extension_in_time"]),
    // nor does it matter in what that would be counted
    (&["extension_for_licence"], &["extension_of_working_days"]),
    // where nobody owes a step, who would hold its role
    (&["passing_called_for", "report_called_for", "push_called_for"], &["actor_holds_role", "papers_with_actor"]),
    // where there is no route, or it is not to be believed, who would take the papers in, and where
    (
        &["handler_named", "region_has_chosen", "review_seal_named", "crossing_resolved", "catalogue_agrees"],
        &["actor_holds_role", "venue_open"],
    ),
    // where no agreement could ever speak of the item, which one it would have to be
    (&["seal_no2_formerly_city"], &["seal_no2_for_item"]),
];

/// The rules that each tells, where they differ.
pub(crate) fn differ(ours: Result<(), Rules>, model: Result<(), Rules>) -> Option<(Rules, Rules)> {
    let refused_alone = ours.is_err() && model.is_ok();
    let told = |it: Result<(), Rules>| it.err().map(of_what_is_said).unwrap_or_default();
    let (ours, model) = (told(ours), told(model));
    (refused_alone || ours != model).then_some((ours, model))
}

/// The model asks for every day that lies behind; that a period runs can be known without all of them. How far a calendar reaches is compared
/// with the periods.
fn of_what_is_said(mut why: Rules) -> Rules {
    why.remove("calendar_covers");
    for (first, second) in OPEN {
        if first.iter().any(|it| why.contains(*it)) {
            why.retain(|it| !second.contains(&it.as_str()));
        }
    }
    why
}

/// The other reading of a journal.
fn read(entries: &[Value]) -> Result<Machine, Rules> {
    entries[1..].iter().fold(Machine::file(&entries[0]), |it, entry| it.and_then(|it| it.enter(entry)))
}

/// Where a case is, and which messages are due and not acknowledged.
#[track_caller]
pub(crate) fn then_stand_alike(model: &Machine, case: &AnyCase, told: impl Fn() -> String) {
    let word = |message: Message| match message {
        Message::Report => "report".to_owned(),
        Message::Push(seat) => serde_json::to_value(seat).unwrap().as_str().unwrap().to_owned(),
    };
    let due = case.record().duties().iter().filter(|it| it.state.kind() != DutyStateKind::Acknowledged);
    let due: BTreeSet<String> = due.map(|it| word(it.message)).collect();
    assert_eq!((model.stage(), model.owes()), (stage(case.stage()), due), "{}", told());
}

/// Rules that nobody comes against in a test: by what is asked live, by a changed field, by an entry of another journal.
const NOT_LIVE: [&str; 20] = [
    "step_has_place",
    "time_runs_forward",
    "calendar_covers",
    "edition_in_force",
    "item_in_force",
    "catalogue_agrees",
    "place_has_region",
    "region_has_chosen",
    "review_seal_named",
    "crossing_resolved",
    "handler_named",
    "venue_open",
    "new_case",
    "notice_period_over",
    "step_after_prerequisites",
    "procedure_once",
    "two_officers",
    "extension_of_working_days",
    "extension_in_time",
    "seal_no2_in_service",
];
const NOT_CHANGED: [&str; 24] = [
    "step_has_place",
    "calendar_covers",
    "deemed_for_licence",
    "another_is_competent",
    "licence_not_turned_away",
    "acceptance_condition",
    "corrections_outstanding",
    "papers_passed_on",
    "passing_called_for",
    "papers_complete",
    "procedure_once",
    "extension_for_licence",
    "extension_once",
    "extension_of_working_days",
    "required_steps_done",
    "seal_as_routed",
    "seal_no2_formerly_city",
    "seal_no2_review",
    "licence_due",
    "licence_issued",
    "report_called_for",
    "push_called_for",
    "not_sent_yet",
    "duties_done",
];
const NOT_ELSEWHERE: [&str; 28] = [
    "named_once",
    "calendar_covers",
    "item_in_force",
    "place_has_region",
    "region_has_chosen",
    "review_seal_named",
    "handler_named",
    "venue_open",
    "new_case",
    "materials_in_standard",
    "notice_names_something",
    "not_yet_deemed",
    "another_is_competent",
    "licence_not_turned_away",
    "acceptance_condition",
    "time_needed_told",
    "extension_within_law",
    "extension_of_working_days",
    "extension_in_time",
    "unmet_named",
    "remedies_told",
    "seal_no2_on_record",
    "seal_no2_for_item",
    "seal_no2_for_circumstance",
    "seal_no2_named_user",
    "seal_no2_in_service",
    "documents_listed",
    "addressees_named",
];

/// How far a calendar reaches is not compared; limits in days only walks come to (`random_walks::once`); every other rule is broken in one of the
/// three.
#[test]
fn together_they_come_against_every_rule_that_the_model_knows() {
    let in_none = NOT_LIVE.iter().filter(|it| NOT_CHANGED.contains(it) && NOT_ELSEWHERE.contains(it));
    assert_eq!(in_none.collect::<Vec<_>>(), [&"calendar_covers", &"extension_of_working_days"]);
}

/// Decisions by what came of them, and where the two differ, an instance of each.
#[derive(Default)]
struct Compared {
    taken: usize,
    refused: usize,
    /// For which they were refused.
    rules: Rules,
    differ: BTreeMap<(String, Rules, Rules), (usize, String)>,
}

impl Compared {
    fn with(&mut self, step: &str, ours: Result<(), Rules>, model: Result<(), Rules>, told: impl FnOnce() -> String) {
        let Some((ours, model)) = differ(ours.clone(), model) else {
            match ours {
                Ok(()) => self.taken += 1,
                Err(why) => {
                    self.refused += 1;
                    self.rules.extend(why);
                }
            }
            return;
        };
        let what = (step.to_owned(), ours, model);
        self.differ.entry(what).or_insert_with(|| (0, told())).0 += 1;
    }

    /// The rules that none was refused for.
    fn never(&self) -> Vec<&'static str> {
        RULES.split_whitespace().filter(|it| !self.rules.contains(*it)).collect()
    }

    #[track_caller]
    fn then_nothing_differs(&self) {
        let told: Vec<String> = self
            .differ
            .iter()
            .map(|((step, ours, model), (times, told))| {
                format!("{step}: ours {ours:?}, model {model:?}, {times} times\n  {told}")
            })
            .collect();
        assert!(told.is_empty(), "{} differences\n{}", told.len(), told.join("\n"));
    }
}
