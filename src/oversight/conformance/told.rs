use super::{Activity, By, Logged, PlainEvent, state::State};
use crate::{
    body::Party,
    case::{AnyCase, FILE, Role, StageKind, StepKind, holders},
    law::{Fact, Objection, Rule},
    route::Route,
};

/// The names that the line of an event has, and those of its route.
#[derive(Clone, Copy)]
pub(super) struct Named<'n> {
    pub(super) logged: &'n Logged,
    pub(super) route: Option<&'n Route<'n>>,
}

impl Named<'_> {
    /// The bodies that hold a role, each with the id by which a log names it.
    fn bodies(&self, role: Role) -> Fact {
        let told = |party: Party<'_>| {
            let id = party.to_body().as_ref().map(By::from).map(|it| Fact::Name(it.to_string().into()));
            Fact::List([Fact::from(party)].into_iter().chain(id).collect())
        };
        let all = self.route.map(|route| Fact::list(holders(route, role).map(told)));
        all.filter(|it| *it != Fact::Nothing).unwrap_or_else(|| role.into())
    }

    fn by(&self) -> Option<Fact> {
        self.logged.by.as_ref().map(|it| Fact::Name(it.to_string().into()))
    }
}

/// What a rule holds against an event of a plain log, on the case as it stood before.
pub(super) fn told(rule: Rule, case: &State, event: &PlainEvent, named: Option<Named<'_>>) -> Objection {
    let stage = case.stage.unwrap_or(StageKind::Filed);
    let step = if let Activity::Step(step) = event.activity { Some(step) } else { None };
    let arc = step.and_then(|step| stage.ahead(step).and_then(|it| it.arc(step)));
    let done: Fact = match (event.activity, named) {
        (Activity::Other, Some(named)) => (&named.logged.activity).into(),
        (activity, _) => activity.into(),
    };
    let acted = |role: Role| {
        let expected = named.map_or_else(|| role.into(), |it| it.bodies(role));
        (expected, named.and_then(|it| it.by()).unwrap_or_else(|| event.hand.into()))
    };
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest is of the route: what it calls for, its own sentence says"
    )]
    let (expected, got) = match rule {
        Rule::StepHasPlace => match (case.stage, step) {
            (None, _) => (FILE, done),
            (Some(stage), Some(step)) => return AnyCase::unplaced(stage, step),
            (Some(stage), None) => (Fact::list(stage.steps()), done),
        },
        Rule::TimeRunsForward => (case.last.into(), event.at.into()),
        Rule::ActorHoldsRole => acted(arc.map_or(Role::Intake, |it| it.role)),
        Rule::PapersWithActor => acted(case.keeper()),
        Rule::PapersPassedOn => (StepKind::PassOn.into(), done),
        Rule::SealAsRouted => (StepKind::AffixSealNo2.into(), done),
        Rule::SealNo2FormerlyCity | Rule::SealNo2Review => (StepKind::AffixSeal.into(), done),
        _ => (Fact::Nothing, done),
    };
    Objection { rule, expected, got }
}

impl From<Activity> for Fact {
    fn from(it: Activity) -> Self {
        match it {
            Activity::File => FILE,
            Activity::Step(step) => step.into(),
            Activity::Other => Self::Term { zh: "流程所无的活动", en: "an activity that the lifecycle lacks" },
        }
    }
}
