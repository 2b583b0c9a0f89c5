//! Reports and pushes, their answers, and the closing that waits for them (C4, C12, S5, S17–S19, S53).

use super::{
    Broken, Machine,
    acts::Act,
    hands::{Body, Hands},
    unless,
};
use crate::model::messages::{PUSHES, REPORT};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Sent,
    Acknowledged,
    Rejected,
}

/// What was sent, to whom, and how it stands; in the order of being sent first.
#[derive(Clone, Debug, Default)]
pub(super) struct Messages(Vec<(&'static str, Body, State)>);

impl Messages {
    fn of(&self, message: &str) -> Option<&(&'static str, Body, State)> {
        self.0.iter().find(|one| one.0 == message)
    }

    fn state(&self, message: &str) -> Option<State> {
        self.of(message).map(|one| one.2)
    }

    fn may_be_sent(&self, message: &str) -> bool {
        matches!(self.state(message), None | Some(State::Rejected))
    }

    fn send(&mut self, message: &'static str, to: Body) {
        self.0.retain(|one| one.0 != message);
        self.0.push((message, to, State::Sent));
    }

    fn answer(&mut self, message: &str, answer: State) {
        for one in &mut self.0 {
            if one.0 == message {
                one.2 = answer;
            }
        }
    }

    /// Called for, and not acknowledged.
    pub(super) fn open(&self, hands: &Hands) -> Vec<&'static str> {
        let due = called(hands);
        due.into_iter().filter(|one| self.state(one) != Some(State::Acknowledged)).collect()
    }
}

fn called(hands: &Hands) -> Vec<&'static str> {
    let mut all = vec![];
    if hands.reporting.is_some() {
        all.push(REPORT);
    }
    if hands.pushing.is_some() {
        all.extend(PUSHES);
    }
    all
}

pub(super) fn judge(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    match act.step {
        "report" => report(case, act, next, why),
        "push" => push(case, act, next, why),
        "acknowledge" => acknowledge(case, act, next, why),
        "close" => {
            case.holds(act, &case.hands.deciding, why);
            unless(case.messages.open(&case.hands).is_empty(), "duties_done", why);
        }
        other => panic!("no such step: {other}"),
    }
}

fn report(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    let Some(reporting) = &case.hands.reporting else { return unless(false, "report_called_for", why) };
    case.holds(act, reporting, why);
    unless(case.messages.may_be_sent(REPORT), "not_sent_yet", why);
    next.messages.send(REPORT, Body::department(case.hands.department.as_deref()));
}

/// To each seat that has none on the way. CHOICE: where all have theirs, it was sent before; where some have not, and
/// nobody of those is named, that is told, and not that the others have theirs.
fn push(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    let Some(pushing) = &case.hands.pushing else { return unless(false, "push_called_for", why) };
    case.holds(act, pushing, why);
    let untold: Vec<_> = PUSHES.into_iter().filter(|seat| case.messages.may_be_sent(seat)).collect();
    if untold.is_empty() {
        return unless(false, "not_sent_yet", why);
    }
    let mut named = 0;
    for seat in untold {
        if let Some(body) = Body::read(&act.found["said"][seat]) {
            next.messages.send(seat, body);
            named += 1;
        }
    }
    unless(named > 0, "addressees_named", why);
}

/// CHOICE: that a message was sent to this body and awaits its answer is one thing, told as one: who answers what was sent
/// to another answers what was not sent to him.
fn acknowledge(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    let said = &act.said["message"];
    let message = said.as_str().or_else(|| said["push"].as_str()).expect("a message is named");
    let sent_here = case.messages.of(message).is_some_and(|(_, to, state)| *state == State::Sent && act.is_of(to));
    unless(sent_here, "was_addressed", why);
    // CHOICE: whoever it was sent to, he is an authority and not the applicant
    unless(act.body().is_some(), "actor_holds_role", why);
    let answer = if act.said["reply"] == "acknowledged" { State::Acknowledged } else { State::Rejected };
    next.messages.answer(message, answer);
}
