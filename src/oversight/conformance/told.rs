use super::{Activity, PlainCase, PlainEvent};
use crate::{
    case::{AnyCase, FILE, Role, StageKind, StepKind},
    law::{Fact, Objection, Rule},
};

/// What a rule holds against an event of a plain log, on the case as it stood before.
pub(super) fn told(rule: Rule, case: &PlainCase, event: &PlainEvent) -> Objection {
    let (step, stage) = match event.activity {
        Activity::Step(step) => (Some(step), case.stage.unwrap_or(StageKind::Filed)),
        Activity::File | Activity::Other => (None, case.stage.unwrap_or(StageKind::Filed)),
    };
    let arc = step.and_then(|step| stage.ahead(step).and_then(|it| it.arc(step)));
    let done: Fact = event.activity.into();
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
        Rule::TimeRunsForward => (case.last().into(), event.at.into()),
        Rule::ActorHoldsRole => (arc.map_or(Role::Intake, |it| it.role).into(), event.hand.into()),
        Rule::PapersWithActor => (case.keeper().into(), event.hand.into()),
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
