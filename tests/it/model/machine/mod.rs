//! The whole case machine once more (rulebook 2–7), entry by entry over the text of a journal.
//!
//! A step is judged from what the entries before it said, and from its own stamp, step and found; no registers are
//! asked. Each rule is looked at on its own, and all that are broken are told, but for these:
//! * CHOICE: a step that has no place at its stage is judged for nothing else.
//! * CHOICE: what the route does not call for (passing on, a report, a push) is told alone of its role: where nobody
//!   has such a step, nobody holds it.
//! * CHOICE: where there is no route, nobody holds a role and no venue is competent, so neither is asked.

mod acceptance;
mod acts;
mod brief;
mod clock;
mod door;
mod found;
mod hands;
mod listed;
mod opening;
mod papers;
mod sealing;
mod selfcheck;
mod selfcheck_filing;
mod selfcheck_late;
mod selfcheck_papers;
mod selfcheck_places;
pub(crate) mod selfcheck_rules;

mod telling;

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use self::{
    acts::{Act, text},
    brief::Brief,
    clock::Clock,
    hands::{Body, Hands},
    opening::Filing,
    papers::Papers,
    telling::Messages,
};
use super::stages;

/// Rules broken, by id.
type Broken = BTreeSet<String>;

/// What is known of one case after some entries.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    stage: &'static str,
    last: DateTime<FixedOffset>,
    filing: Arc<Filing>,
    brief: Arc<Brief>,
    hands: Arc<Hands>,
    /// Windows of the route, of those before it (S51), and of the filing venue (P2).
    windows: Arc<BTreeSet<Body>>,
    papers: Papers,
    /// Materials handed in with the filing.
    handed: BTreeSet<String>,
    /// What the one notice asked for, as far as the standard still names it; and what was handed in after it.
    asked: BTreeSet<String>,
    supplied: BTreeSet<String>,
    taken: BTreeSet<String>,
    held: BTreeSet<String>,
    extended: bool,
    favourable: bool,
    clock: Clock,
    messages: Messages,
}

impl Machine {
    /// The case that a filing opens, or the ids of every rule that it breaks.
    pub(crate) fn file(entry: &Value) -> Result<Self, BTreeSet<String>> {
        let act = Act::read(entry);
        if act.step != "file" {
            return Err(broken(["step_has_place"]));
        }
        opening::file(&act)
    }

    /// The case after one more entry, or the ids of every rule that it breaks.
    pub(crate) fn enter(&self, entry: &Value) -> Result<Self, BTreeSet<String>> {
        let act = Act::read(entry);
        let Some(to) = stages::to(self.stage, act.step) else {
            return Err(broken(["step_has_place"]));
        };
        let mut why = Broken::new();
        unless(act.at >= self.last, "time_runs_forward", &mut why);
        let mut next = self.clone();
        next.stage = to;
        next.last = act.at;
        match act.step {
            "transfer" => opening::transfer(self, &act, &mut next, &mut why),
            "pass_on" => papers::pass_on(self, &act, &mut next, &mut why),
            "report" | "push" | "acknowledge" | "close" => telling::judge(self, &act, &mut next, &mut why),
            "affix_seal" | "affix_seal_no2" | "issue_licence" | "deliver" => {
                sealing::judge(self, &act, &mut why);
            }
            "correct_on_spot"
            | "ask_for_corrections"
            | "hand_in_corrections"
            | "accept"
            | "not_accept"
            | "deem_accepted"
            | "lapse"
            | "withdraw" => acceptance::judge(self, &act, &mut next, &mut why),
            _ => acts::judge(self, &act, &mut next, &mut why),
        }
        if why.is_empty() { Ok(next) } else { Err(why) }
    }

    /// The wire word of the stage.
    pub(crate) fn stage(&self) -> &str {
        self.stage
    }

    /// "report", and the seats of the pushes, that are due and not acknowledged.
    pub(crate) fn owes(&self) -> BTreeSet<String> {
        if !stages::DECIDED.contains(&self.stage) {
            return BTreeSet::new();
        }
        self.messages.open(&self.hands).into_iter().map(str::to_owned).collect()
    }

    /// What the built-in calendar has to say of the period that this entry hangs on: "unset", "running", "over", or
    /// "uncovered"; `None` where it hangs on none. Rules are judged by what the entry itself found.
    pub(crate) fn period(&self, entry: &Value) -> Option<&'static str> {
        let act = Act::read(entry);
        clock::reckoned(self, &act)
    }

    fn holds(&self, act: &Act<'_>, body: &Body, why: &mut Broken) {
        unless(act.is_of(body), "actor_holds_role", why);
    }
}

/// The case after these entries, every one of which is taken.
#[track_caller]
pub(crate) fn after(entries: &[Value]) -> Machine {
    let (opening, rest) = entries.split_first().expect("an opening");
    let opened = Machine::file(opening).unwrap_or_else(|why| panic!("{why:?}: {opening}"));
    rest.iter().fold(opened, |case, it| case.enter(it).unwrap_or_else(|why| panic!("{why:?}: {it}")))
}

fn broken<const N: usize>(rules: [&str; N]) -> Broken {
    rules.map(str::to_owned).into_iter().collect()
}

fn unless(holds: bool, rule: &str, why: &mut Broken) {
    if !holds {
        why.insert(rule.to_owned());
    }
}

/// S36.
fn named_once(list: &Value, why: &mut Broken) {
    let all: Vec<_> = list.as_array().into_iter().flatten().collect();
    let distinct: BTreeSet<_> = all.iter().map(|one| text(one)).collect();
    unless(distinct.len() == all.len(), "named_once", why);
}
