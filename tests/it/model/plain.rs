//! The check of plain logs, which know only case, activity, time and actor (rulebook 3, 5, 6, 11).

use std::collections::BTreeSet;

use super::stages::{NOTHING, Went, early, lacks, walk};
use super::who::STEPS;

pub(crate) const HAS_PLACE: &str = "StepHasPlace";
pub(crate) const RUNS_FORWARD: &str = "TimeRunsForward";
pub(crate) const HOLDS_ROLE: &str = "ActorHoldsRole";
pub(crate) const AS_ROUTED: &str = "SealAsRouted";
pub(crate) const NO2_REVIEW: &str = "SealNo2Review";
pub(crate) const NO2_FORMERLY_CITY: &str = "SealNo2FormerlyCity";
pub(crate) const PASSING_CALLED_FOR: &str = "PassingCalledFor";
pub(crate) const PAPERS_PASSED_ON: &str = "PapersPassedOn";
pub(crate) const REPORT_CALLED_FOR: &str = "ReportCalledFor";
pub(crate) const PUSH_CALLED_FOR: &str = "PushCalledFor";
pub(crate) const DUTIES_DONE: &str = "DutiesDone";

pub(crate) const ACTORS: [&str; 7] = ["applicant", "region", "city", "window", "addressee", "other", "unknown"];
pub(crate) const ROWS: [&str; 6] = ["direct", "window", "review", "intake", "city", "original"];

/// CHOICE: where nobody has such a step on the route (a message that is not called for, papers that are nowhere to be
/// passed on from) nobody holds its role, and only that it is not called for is told. `true`: the role too.
const ROLE_IS_ASKED_OF_WHAT_IS_NOT_CALLED_FOR: bool = false;
/// CHOICE: papers that were not passed on when they had to be still lie where they lay, and each later step that needs
/// them is broken too. `true`: the missing passing is told once.
const PASSING_IS_MISSED_ONCE: bool = false;
/// CHOICE: who left out a step is told of the order of times all the same.
const LEFT_OUT_IS_TIMED: bool = false;
/// CHOICE: what is left out does not set the time from which the next is judged.
const LEFT_OUT_SETS_THE_TIME: bool = false;
/// CHOICE: a transfer may change the row, so it is unknown from there. `false`: it holds for the whole of the log.
const TRANSFER_LOSES_THE_ROW: bool = true;

/// Minutes since whenever; `actor` one of `ACTORS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Event<'a> {
    pub(crate) activity: &'a str,
    pub(crate) at: i64,
    pub(crate) actor: &'a str,
}

/// What is known of the case's route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// One of `ROWS`.
    pub(crate) modality: &'static str,
    /// Filed at a recorded foreign venue, which passes the papers on.
    pub(crate) foreign: bool,
}

/// Row, intake, accepting, deciding, sealing; at the competent venue.
const HOLDERS: [(&str, [&str; 4]); 6] = [
    ("direct", ["region", "region", "region", "region"]),
    ("window", ["city", "city", "city", "city"]),
    ("review", ["region", "region", "region", "region"]),
    ("intake", ["region", "region", "city", "city"]),
    ("city", ["city", "city", "city", "city"]),
    ("original", ["region", "region", "region", "region"]),
];

/// Where the papers lie that must be passed on: at the window ("window"), with the region under entrusted intake
/// ("region"), or with who needs them ("").
fn papers_after_filing(row: Row) -> &'static str {
    match (row.foreign, row.modality) {
        (true, _) => "window",
        (false, "intake") => "region",
        _ => "",
    }
}

/// The classes that hold the role of a step; `None`: every one does.
pub(crate) fn holders(row: Option<Row>, step: &str, papers: &str) -> Option<BTreeSet<&'static str>> {
    let role = role(step);
    match role {
        "anyone" => return None,
        "applicant" => return Some(BTreeSet::from(["applicant"])),
        _ => (),
    }
    let Some(row) = row else {
        // Without a row any body may be the one, a township or a window that decides directly among them; applicants
        // are none, and who supervises a case does not handle it.
        let mut bodies = BTreeSet::from(["region", "city", "window", "other"]);
        if role == "addressee" {
            bodies.insert("addressee");
        }
        return Some(bodies);
    };
    let (_, [intake, accepting, deciding, sealing]) = HOLDERS.into_iter().find(|line| line.0 == row.modality)?;
    let intake = if row.foreign { "window" } else { intake };
    Some(match role {
        "intake" => BTreeSet::from([intake]),
        "accepting" => BTreeSet::from([accepting]),
        "deciding" => BTreeSet::from([deciding]),
        "sealing" => BTreeSet::from([sealing]),
        // any window of the route, the filing venue included (P2)
        "window" => BTreeSet::from([intake, accepting, deciding]),
        // whoever has the papers
        "passing" if papers == "window" => BTreeSet::from(["window"]),
        "passing" => BTreeSet::from([accepting]),
        "telling" => BTreeSet::from(["region"]),
        // a report goes to the city department, and so may the city's two pushes (S5)
        "addressee" => BTreeSet::from(["addressee", "city"]),
        other => panic!("no such role: {other}"),
    })
}

/// The column "who may" of rulebook 5.
pub(crate) fn role(step: &str) -> &'static str {
    match step {
        "file" | "correct_on_spot" => "intake",
        "ask_for_corrections" | "accept" | "not_accept" | "lapse" => "accepting",
        "hand_in_corrections" | "withdraw" => "applicant",
        "deem_accepted" => "anyone",
        "pass_on" => "passing",
        "take_review_step"
        | "suspend"
        | "resume"
        | "extend"
        | "decide_favourably"
        | "decide_unfavourably"
        | "issue_licence"
        | "close"
        | "transfer" => "deciding",
        "affix_seal" | "affix_seal_no2" => "sealing",
        "deliver" => "window",
        "report" | "push" => "telling",
        "acknowledge" => "addressee",
        other => panic!("no such step: {other}"),
    }
}

/// C4, C12, S17, S18: the region decides what was formerly the city's.
fn tells(row: Row) -> bool {
    ["direct", "review"].contains(&row.modality)
}

/// The rules that each event breaks, for certain.
pub(crate) fn judge(log: &[Event<'_>], row: Option<Row>) -> Vec<BTreeSet<&'static str>> {
    let mut row = row;
    let mut stage = NOTHING;
    let mut papers = row.map_or("", papers_after_filing);
    let mut last: Option<i64> = None;
    let mut told = Told::default();
    let mut all = vec![];
    let mut ahead_of_time: Option<&str> = None;
    for (n, event) in log.iter().enumerate() {
        assert!(STEPS.contains(&event.activity), "no such activity: {}", event.activity);
        assert!(ACTORS.contains(&event.actor), "no such class of actor: {}", event.actor);
        let mut broken = BTreeSet::new();
        let back = last.is_some_and(|last| event.at < last);
        let (at, to) = match walk(stage, event.activity) {
            Went::On(to) => (stage, to),
            Went::Jumped { at, to } => {
                let next = log.get(n + 1).map(|next| next.activity);
                if stage != NOTHING && ahead_of_time.is_some_and(|before| lacks(stage, before, event.activity)) {
                    ahead_of_time = None;
                } else if early(stage, event.activity, next) {
                    ahead_of_time = Some(event.activity);
                    all.push(BTreeSet::from([HAS_PLACE]));
                    continue;
                } else {
                    broken.insert(HAS_PLACE);
                }
                (at, to)
            }
            Went::LeftOut => {
                broken.insert(HAS_PLACE);
                if back && LEFT_OUT_IS_TIMED {
                    broken.insert(RUNS_FORWARD);
                }
                if LEFT_OUT_SETS_THE_TIME {
                    last = Some(event.at);
                }
                all.push(broken);
                continue;
            }
        };
        if back {
            broken.insert(RUNS_FORWARD);
        }
        let uncalled = row.and_then(|row| uncalled(event.activity, at, row, papers));
        broken.extend(uncalled);
        let held = holders(row, event.activity, papers).is_none_or(|who| who.contains(event.actor));
        let asked = uncalled.is_none() || ROLE_IS_ASKED_OF_WHAT_IS_NOT_CALLED_FOR;
        if asked && !held && event.actor != "unknown" {
            broken.insert(HOLDS_ROLE);
        }
        if let Some(row) = row {
            broken.extend(seal(event.activity, row));
            let needed_by_accepting = ["ask_for_corrections", "accept", "not_accept"].contains(&event.activity);
            let needed_by_deciding =
                ["take_review_step", "decide_favourably", "decide_unfavourably"].contains(&event.activity);
            let elsewhere = (needed_by_accepting && papers == "window") || (needed_by_deciding && !papers.is_empty());
            if elsewhere {
                broken.insert(PAPERS_PASSED_ON);
            }
            if event.activity == "pass_on" && uncalled.is_none() || elsewhere && PASSING_IS_MISSED_ONCE {
                papers = if papers == "window" && row.modality == "intake" { "region" } else { "" };
            }
            if event.activity == "close" && tells(row) && !told.done() {
                broken.insert(DUTIES_DONE);
            }
        }
        told.note(event.activity);
        if event.activity == "transfer" && TRANSFER_LOSES_THE_ROW {
            row = None;
        }
        last = Some(event.at);
        stage = to;
        all.push(broken);
    }
    all
}

/// What the route does not call for.
///
/// CHOICE: papers that a licence was deemed accepted with still lie at the window, which then passes them on out of
/// "accepted"; the region's own passing comes after acceptance only.
fn uncalled(step: &str, at: &str, row: Row, papers: &str) -> Option<&'static str> {
    let called = match step {
        "pass_on" => papers == "window" || papers == "region" && at == "accepted",
        "report" | "push" => tells(row),
        _ => true,
    };
    let rule = match step {
        "report" => REPORT_CALLED_FOR,
        "push" => PUSH_CALLED_FOR,
        _ => PASSING_CALLED_FOR,
    };
    (!called).then_some(rule)
}

/// CHOICE: an own seal under review is not as routed; Seal No. 2 elsewhere breaks its own conditions alone.
fn seal(step: &str, row: Row) -> BTreeSet<&'static str> {
    match (step, row.modality) {
        ("affix_seal", "review") => BTreeSet::from([AS_ROUTED]),
        ("affix_seal_no2", "review") => BTreeSet::new(),
        ("affix_seal_no2", "original") => BTreeSet::from([NO2_REVIEW, NO2_FORMERLY_CITY]),
        ("affix_seal_no2", _) => BTreeSet::from([NO2_REVIEW]),
        _ => BTreeSet::new(),
    }
}

/// What was told so far.
#[derive(Default)]
struct Told {
    reported: bool,
    /// The last of what was sent has had no answer at all.
    report_waits: bool,
    push_waits: bool,
}

impl Told {
    fn note(&mut self, step: &str) {
        match step {
            "report" => (self.reported, self.report_waits) = (true, true),
            "push" => self.push_waits = true,
            // of which message it is the answer, and which answer, a plain log does not say
            "acknowledge" => (self.report_waits, self.push_waits) = (false, false),
            _ => (),
        }
    }

    /// CHOICE: no report at all is certain, and so is one that nobody answered; likewise a push. Whether a push is
    /// owed hangs on who handles, and whether an answer was a rejection on its text: neither is in the log.
    fn done(&self) -> bool {
        self.reported && !self.report_waits && !self.push_waits
    }
}

/// In the words of the rulebook, what else a log shows for certain, event by event, and no rule of `judge` names.
/// Only what keeps its place in the walk.
pub(crate) fn also(log: &[Event<'_>], working_days_gone: impl Fn(i64, i64) -> Option<u32>) -> Vec<Vec<&'static str>> {
    let mut stage = NOTHING;
    let (mut filed, mut refused, mut extended, mut sent, mut report_waits) = (None, false, false, 0_u32, false);
    let mut all = vec![];
    for event in log {
        let mut shown = vec![];
        let went = walk(stage, event.activity);
        if went != Went::LeftOut {
            match event.activity {
                "file" => filed = Some(event.at),
                "deem_accepted" => {
                    let gone = filed.and_then(|filed| working_days_gone(filed, event.at));
                    if gone.is_some_and(|gone| gone < 5) {
                        shown.push("deemed accepted before 5 working days were gone");
                    }
                }
                "extend" => {
                    if extended {
                        shown.push("extended twice");
                    }
                    extended = true;
                }
                "decide_unfavourably" => refused = true,
                "issue_licence" if refused => shown.push("a licence after an unfavourable decision"),
                "report" => {
                    if report_waits {
                        shown.push("reported again without an answer");
                    }
                    report_waits = true;
                    sent += 1;
                }
                "push" => sent += 4,
                "acknowledge" => {
                    report_waits = false;
                    if sent == 0 {
                        shown.push("an answer to nothing");
                    }
                    sent = sent.saturating_sub(1);
                }
                _ => (),
            }
        }
        match went {
            Went::On(to) | Went::Jumped { to, .. } => stage = to,
            Went::LeftOut => (),
        }
        all.push(shown);
    }
    all
}
