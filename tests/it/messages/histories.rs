//! Every history of messages: sent, acknowledged, rejected, sent again, in all orders, by the right bodies and the wrong ones.

use std::collections::{BTreeMap, VecDeque};

use tongquan::{
    Actor, AnyStep, Body, Moment, Refusal, Rule, Unit,
    case::{
        StageKind,
        steps::{Acknowledge, Close, Push, Reply, Report},
    },
};

use super::*;
use crate::{
    scenes::Kept,
    support::{case_at, stranger},
};

const HOME: Region = Region::Wenshang;

/// The fictional office, in which every item yields a licence.
fn office() -> &'static Office {
    Kept::Whole.office()
}

/// What somebody tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Report,
    Push,
    Acknowledge(Message),
    Reject(Message),
}

impl Try {
    fn all() -> impl Iterator<Item = Self> {
        let replies = all().flat_map(|it| [Self::Acknowledge(it), Self::Reject(it)]);
        [Self::Report, Self::Push].into_iter().chain(replies)
    }

    fn step(self) -> AnyStep {
        match self {
            Self::Report => Report {}.into(),
            Self::Push => Push {}.into(),
            Self::Acknowledge(message) => Acknowledge { message, reply: Reply::Acknowledged }.into(),
            Self::Reject(message) => {
                Acknowledge { message, reply: Reply::Rejected("内容不全".parse().unwrap()) }.into()
            }
        }
    }
}

/// How far each message is, in the model's words.
type Far = BTreeMap<Message, &'static str>;

fn far(case: &AnyCase) -> Far {
    let word = |state: &DutyState| match state {
        DutyState::Owed => "open",
        DutyState::Sent(_) => "sent",
        DutyState::Rejected(..) => "rejected",
        DutyState::Acknowledged(_) => "acknowledged",
    };
    case.record().duties().iter().map(|it| (it.message, word(&it.state))).collect()
}

/// A decided case, who sends its messages, and who gets each.
struct Told {
    case: AnyCase,
    sender: Body,
    to: BTreeMap<Message, Body>,
}

impl Told {
    fn of(key: &str, stage: StageKind) -> Self {
        let case = case_at(office(), key, HOME, StageKind::Decided);
        let sender = case.record().route().decision().is.to_body().unwrap();
        let to = case.record().duties().iter().map(|it| (it.message, it.to.clone().unwrap())).collect();
        // on to a later stage, with nothing sent
        let case = crate::walk::Walk::new(office(), case.record().last_at().day(), None).on(case, stage).unwrap();
        assert!(far(&case).values().all(|it| *it == "open"));
        Self { case, sender, to }
    }

    /// Everybody: who sends, whom it goes to, and those with nothing to do with it.
    fn everybody(&self) -> Vec<Actor> {
        let mut bodies = vec![self.sender.clone()];
        let elsewhere = |it: &Body| match it {
            Body::Unit(it) => Some(Unit { region: Region::Yanzhou, ..it.clone() }.into()),
            _ => None,
        };
        bodies.extend(self.to.values().cloned());
        bodies.extend(bodies.clone().iter().filter_map(elsewhere));
        bodies.extend([Department::ApprovalService.into(), Department::Finance.into(), stranger(HOME)]);
        bodies.sort();
        bodies.dedup();
        let applicant = Actor::Applicant(self.case.record().file().applicant.clone());
        bodies.into_iter().map(official).chain([applicant]).collect()
    }

    /// What the model makes of a try: how far everything is then; none where it is refused.
    fn model(&self, far: &Far, tried: Try, by: &Actor) -> Option<Far> {
        let mut then = far.clone();
        let sender = if by.body().is_some_and(|it| self.sender.is(it)) { "sender" } else { "stranger" };
        let mut send = |kind: fn(&Message) -> bool| {
            let mut sent = false;
            for (message, state) in then.iter_mut().filter(|it| kind(it.0)) {
                assert!(self.to.contains_key(message));
                if let Some(after) = messages::after(state, "send", sender) {
                    (*state, sent) = (after, true);
                }
            }
            sent
        };
        let taken = match tried {
            Try::Report => send(|it| *it == Message::Report),
            Try::Push => send(|it| *it != Message::Report),
            Try::Acknowledge(message) | Try::Reject(message) => {
                let event = if matches!(tried, Try::Reject(_)) { "reject" } else { "acknowledge" };
                let is_to = |to: &Body| by.body().is_some_and(|it| to.is(it));
                let who = if self.to.get(&message).is_some_and(is_to) { "addressee" } else { "stranger" };
                let after = then.get(&message).and_then(|state| messages::after(state, event, who));
                after.map(|after| then.insert(message, after)).is_some()
            }
        };
        taken.then_some(then)
    }

    /// Why a try is refused: the rule of the message, and, of sending, that of the role.
    fn why(&self, far: &Far, tried: Try, by: &Actor, why: &Refusal) {
        let mut expected = Vec::new();
        let sends = by.body().is_some_and(|it| self.sender.is(it));
        let reply = matches!(tried, Try::Acknowledge(_) | Try::Reject(_));
        if (!reply && !sends) || (reply && by.body().is_none()) {
            expected.push(Rule::ActorHoldsRole);
        }
        let owes = |kind: fn(&Message) -> bool| far.keys().any(kind);
        let idle = |kind: fn(&Message) -> bool| {
            far.iter().filter(|it| kind(it.0)).all(|it| messages::after(it.1, "send", "sender").is_none())
        };
        match tried {
            Try::Report if !owes(|it| *it == Message::Report) => expected.push(Rule::ReportCalledFor),
            Try::Push if !owes(|it| *it != Message::Report) => expected.push(Rule::PushCalledFor),
            Try::Report if idle(|it| *it == Message::Report) => expected.push(Rule::NotSentYet),
            Try::Push if idle(|it| *it != Message::Report) => expected.push(Rule::NotSentYet),
            Try::Report | Try::Push => {}
            Try::Acknowledge(_) | Try::Reject(_) => expected.push(Rule::WasAddressed),
        }
        let told: Vec<Rule> = why.objections().iter().map(|it| it.rule).collect();
        assert_eq!(told, expected, "{tried:?} by {by} at {far:?}");
    }

    /// Tries everything by everybody, and gives what was taken.
    fn tried(&self, case: &AnyCase, seen: &mut Seen) -> Vec<AnyCase> {
        let at = Moment::new(case.record().last_at().day().succ_opt().unwrap(), 9, 0, 0).unwrap();
        let now = far(case);
        let mut taken = Vec::new();
        for by in self.everybody() {
            for tried in Try::all() {
                let stamp = Stamp { at, by: by.clone() };
                match (case.check(&tried.step(), &stamp, office()), self.model(&now, tried, &by)) {
                    (Ok(()), Some(then)) => {
                        let after = case.clone().apply(tried.step(), stamp, office()).unwrap();
                        assert_eq!((far(&after), after.stage()), (then, case.stage()));
                        seen.taken += 1;
                        taken.push(after);
                    }
                    (Err(why), None) => {
                        self.why(&now, tried, &by, &why);
                        seen.refused += 1;
                    }
                    (got, model) => panic!("{tried:?} by {by} at {now:?}: {got:?}, the model {model:?}"),
                }
            }
        }
        taken
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    taken: usize,
    refused: usize,
}

/// Every order of so many that are taken, with everything that is refused between them.
fn in_all_orders(told: &Told, case: &AnyCase, more: usize, seen: &mut Seen) {
    for after in told.tried(case, seen) {
        if more > 1 {
            in_all_orders(told, &after, more - 1, seen);
        }
    }
}

#[test]
fn a_report_runs_in_every_order_as_the_model_says_at_every_stage_from_the_decision_on() {
    use StageKind::{Concluded, Decided, Licensed, Sealed};
    let mut seen = Seen::default();
    for stage in [Decided, Sealed, Licensed, Concluded] {
        let told = Told::of("A1-31", stage);
        assert_eq!(told.to.keys().collect::<Vec<_>>(), [&Message::Report]);
        in_all_orders(&told, &told.case, 8, &mut seen);
    }
    assert_eq!(seen, Seen { taken: 48, refused: 3_648 });
}

#[test]
fn five_messages_run_in_every_order_as_the_model_says() {
    let told = Told::of("A1-33", StageKind::Decided);
    assert_eq!(told.to.len(), 5);
    let mut seen = Seen::default();
    in_all_orders(&told, &told.case, 4, &mut seen);
    assert_eq!(seen, Seen { taken: 667, refused: 12_269 });
}

#[test]
fn however_far_five_messages_are_the_case_closes_when_all_are_acknowledged() {
    let told = Told::of("A1-33", StageKind::Concluded);
    let mut known = BTreeMap::from([(far(&told.case), told.case.clone())]);
    let mut open = VecDeque::from([told.case.clone()]);
    let (mut seen, mut closes) = (Seen::default(), 0);
    while let Some(case) = open.pop_front() {
        let states: Vec<&str> = far(&case).into_values().collect();
        let stamp = Stamp { at: case.record().last_at(), by: official(told.sender.clone()) };
        let closed = case.check(&Close {}.into(), &stamp, office());
        assert_eq!(closed.is_ok(), messages::may_close(&states), "{states:?}");
        closes += usize::from(closed.is_ok());
        if let Err(why) = closed {
            assert_eq!(why.objections().iter().map(|it| it.rule).collect::<Vec<_>>(), [Rule::DutiesDone]);
        }
        for after in told.tried(&case, &mut seen) {
            if known.insert(far(&after), after.clone()).is_none() {
                open.push_back(after);
            }
        }
    }
    // the report is in one of four states; the pushes all open, or each in one of the other three
    assert_eq!((known.len(), closes), (4 * (1 + 81), 1));
    assert_eq!(seen, Seen { taken: 1_456, refused: 41_840 });
}
