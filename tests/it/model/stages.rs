//! The table of stages once more (rulebook 5), as one walks it behind a journal or a log that may be broken.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Before there is a case.
pub(crate) const NOTHING: &str = "";

/// Stage, steps, stage after; "=" stays. Written anew from rulebook 5, one line for each direction of it.
const TABLE: [(&str, &str, &str); 22] = [
    (NOTHING, "file", "filed"),
    ("filed", "correct_on_spot pass_on transfer", "="),
    ("filed", "ask_for_corrections", "correcting"),
    ("filed", "accept deem_accepted", "accepted"),
    ("filed", "not_accept", "not_accepted"),
    ("filed", "withdraw", "withdrawn"),
    ("correcting", "hand_in_corrections transfer", "="),
    ("correcting", "accept", "accepted"),
    ("correcting", "not_accept", "not_accepted"),
    ("correcting", "lapse", "lapsed"),
    ("correcting", "withdraw", "withdrawn"),
    ("accepted", "pass_on take_review_step extend transfer", "="),
    ("accepted", "suspend", "suspended"),
    ("accepted", "decide_favourably decide_unfavourably", "decided"),
    ("accepted", "withdraw", "withdrawn"),
    ("suspended", "transfer", "="),
    ("suspended", "resume", "accepted"),
    ("suspended", "withdraw", "withdrawn"),
    ("decided", "affix_seal affix_seal_no2", "sealed"),
    ("sealed", "issue_licence", "licensed"),
    ("sealed licensed", "deliver", "concluded"),
    ("concluded", "close", "closed"),
];

/// What is told to others, in any stage from the decision to the closing.
const TELLING: [&str; 3] = ["report", "push", "acknowledge"];
const TOLD_IN: [&str; 4] = ["decided", "sealed", "licensed", "concluded"];
/// The decision lies behind.
pub(crate) const DECIDED: [&str; 5] = ["decided", "sealed", "licensed", "concluded", "closed"];

/// Every arc as (stage, step, stage after).
pub(crate) fn arcs() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut all = vec![];
    for (stages, steps, to) in TABLE {
        // "".split(' ') is one empty word: the stage before there is a case
        for stage in stages.split(' ') {
            for step in steps.split(' ') {
                all.push((stage, step, if to == "=" { stage } else { to }));
            }
        }
    }
    for stage in TOLD_IN {
        all.extend(TELLING.map(|step| (stage, step, stage)));
    }
    all
}

/// Stage and step, and the stage after.
static ARCS: LazyLock<BTreeMap<(&str, &str), &str>> =
    LazyLock::new(|| arcs().into_iter().map(|(at, step, to)| ((at, step), to)).collect());

/// Where a step leads out of a stage; `None`: it has no place there.
pub(crate) fn to(stage: &str, step: &str) -> Option<&'static str> {
    ARCS.get(&(stage, step)).copied()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Went {
    On(&'static str),
    /// A step is missing: taken to stand at `at`, the nearest stage ahead that knows the step.
    Jumped {
        at: &'static str,
        to: &'static str,
    },
    /// It has no place here nor ahead: the walk stays.
    LeftOut,
}

/// One entry of a walk behind what claims to have happened (audit, points 2 and 3).
pub(crate) fn walk(stage: &str, step: &str) -> Went {
    if let Some(to) = to(stage, step) {
        return Went::On(to);
    }
    let mut seen = BTreeSet::from([stage]);
    let mut level = vec![stage];
    while !level.is_empty() {
        let mut next = vec![];
        for (&(from, _), &ahead) in ARCS.iter() {
            if level.contains(&from) && seen.insert(ahead) {
                next.push(ahead);
            }
        }
        let knowing: Vec<_> = next.iter().filter_map(|at| to(at, step).map(|to| (*at, to))).collect();
        assert!(knowing.len() < 2, "two stages equally near to {stage} know {step}");
        if let Some(&(at, to)) = knowing.first() {
            return Went::Jumped { at, to };
        }
        level = next;
    }
    Went::LeftOut
}

/// S63: a step that would jump came too early where what comes next has its place here, and not behind the jump.
pub(crate) fn early(stage: &str, step: &str, next: Option<&str>) -> bool {
    let (Went::Jumped { to: behind, .. }, Some(next)) = (walk(stage, step), next) else { return false };
    stage != NOTHING && to(stage, next).is_some() && to(behind, next).is_none()
}

/// S63: what came too early is all that a jump lacks.
pub(crate) fn lacks(stage: &str, early: &str, step: &str) -> bool {
    to(stage, early).is_some_and(|then| then != stage && to(then, step).is_some())
}
