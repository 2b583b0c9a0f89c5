use serde::{Deserialize, Serialize};

use super::{asks_nothing, pass_on::papers_are_with_decider};
use crate::{
    among::Among,
    case::{Case, Draft, Record, Stamp, Step, Subject, stage::Accepted},
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    text::{Mark, Person, Text},
};

/// 审查: one review step of the standard. What the standard lacks is not taken: 只减不增 (`C7`).
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`StepInStandard`](crate::law::Rule::StepInStandard),
/// [`StepAfterPrerequisites`](crate::law::Rule::StepAfterPrerequisites), [`StepNotRepeated`](crate::law::Rule::StepNotRepeated),
/// [`NamedOnce`](crate::law::Rule::NamedOnce), [`TwoOfficers`](crate::law::Rule::TwoOfficers).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::TakeReviewStep}};
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?;
/// let step = |code: &str| -> Result<_, tongquan::text::BadText> {
///     Ok(TakeReviewStep { step: code.parse()?, finding: None, officers: vec![] }.into())
/// };
/// assert!(case.check(&step("second-opinion")?, &stamp, &office).unwrap_err().names(Rule::StepInStandard)); // 只减不增
/// assert!(case.check(&step("opinion")?, &stamp, &office).unwrap_err().names(Rule::StepAfterPrerequisites));
///
/// let case = case.apply(step("desk")?, stamp.clone(), &office)?;
/// assert!(case.check(&step("desk")?, &stamp, &office).unwrap_err().names(Rule::StepNotRepeated));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakeReviewStep {
    /// 审查环节: which, by the standard's code.
    pub step: Mark,
    /// 审查情况: what was found.
    pub finding: Option<Text>,
    /// 核查人员: who made it, where that is told; an on-site check for a licence is made by two at least (`APL34`). Who they
    /// are, the service vouches for.
    pub officers: Vec<Person>,
}

asks_nothing!(TakeReviewStep);

impl Step<Accepted> for TakeReviewStep {
    type To = Accepted;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_with_decider(case, bench);
        bench.once(&self.officers);
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
        let mut known = Among::nothing();
        let officers = self.officers.iter().filter(|it| known.add(*it)).count();
        let enough = !(step.on_site && case.record().docket().is_licence()) || officers >= OFFICERS;
        bench.require(enough, Rule::TwoOfficers, || (TWO, officers as u64));
    }

    fn drafts(case: &Case<Accepted>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let officers = vec![Person::blank(1), Person::blank(2)];
        let steps = case.record().standard().into_iter().flat_map(|it| &it.steps);
        Draft::each(
            steps.map(|it| &it.code),
            |code| Subject::ReviewStep(code.clone()),
            |code| Self {
                step: code.cloned().unwrap_or_else(|| Mark::blank(1)),
                finding: None,
                officers: officers.clone(),
            },
        )
    }

    fn enter(&self, mut from: Accepted, _: &Record, _: &Stamp, (): &(), _: Permit) -> Accepted {
        if !from.reviewed.contains(&self.step) {
            from.reviewed.push(self.step.clone());
        }
        from
    }
}

/// `APL34`
const OFFICERS: usize = 2;
const TWO: Fact = Fact::Term { zh: "至少两人", en: "at least two" };
