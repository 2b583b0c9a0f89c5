use serde::{Deserialize, Serialize};

use super::{asks_nothing, pass_on::papers_are_with_decider};
use crate::{
    case::{Case, Stamp, Step, stage::Accepted},
    law::{Bench, Fact, Permit, Rule},
    text::{Mark, Text},
};

/// 审查: one review step of the standard. What the standard lacks is not taken: 只减不增 (`C7`).
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`StepInStandard`](crate::law::Rule::StepInStandard),
/// [`StepAfterPrerequisites`](crate::law::Rule::StepAfterPrerequisites), [`StepNotRepeated`](crate::law::Rule::StepNotRepeated).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeReviewStep {
    /// Which, by the standard's code.
    pub step: Mark,
    /// What was found.
    pub finding: Option<Text>,
}

asks_nothing!(TakeReviewStep);

impl Step<Accepted> for TakeReviewStep {
    type To = Accepted;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_with_decider(case, bench);
        let standard = case.record().standard();
        let taken = &case.stage().reviewed;
        let step = standard.and_then(|it| it.step(&self.step));
        bench.require(step.is_some(), Rule::StepInStandard, || {
            (Fact::list(standard.iter().flat_map(|it| &it.steps).map(|it| &it.code)), &self.step)
        });
        let Some(step) = step else { return };
        let waits_for = step.after.iter().filter(|it| !taken.contains(it));
        bench.require(waits_for.clone().next().is_none(), Rule::StepAfterPrerequisites, || {
            (Fact::list(waits_for), Fact::list(taken))
        });
        let again = taken.contains(&self.step) && !step.repeats;
        bench.require(!again, Rule::StepNotRepeated, || (Fact::Nothing, &self.step));
    }

    fn enter(&self, mut from: Accepted, _: &Stamp, (): &(), _: Permit) -> Accepted {
        if !from.reviewed.contains(&self.step) {
            from.reviewed.push(self.step.clone());
        }
        from
    }
}
