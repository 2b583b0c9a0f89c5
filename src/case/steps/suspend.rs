use serde::{Deserialize, Serialize};

use super::{asks_nothing, pass_on::papers_are_with_decider};
use crate::{
    case::{
        Case, Draft, Entry, Record, Stamp, Step, Subject,
        stage::{Accepted, Suspended},
    },
    law::{Bench, Fact, Permit, Rule},
    register::{Limit, Registers},
    text::Mark,
};

/// 启动特别程序: the deciding body stops the clock for a proceeding that the standard provides for, with a written notice of the time needed
/// (`APL45`). Nothing else changes. Each proceeding is held once (`S45`): the clock is not held still by holding it again and again.
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`ProcedureInStandard`](crate::law::Rule::ProcedureInStandard),
/// [`ProcedureOnce`](crate::law::Rule::ProcedureOnce), [`TimeNeededTold`](crate::law::Rule::TimeNeededTold).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Suspend}, register::{Limit, TimeUnit}};
/// let (case, stamp, office) = before("withdrawn", StepKind::Suspend)?;
/// let none = Limit { amount: 0, unit: TimeUnit::WorkingDay };
/// let held = |procedure: &str, needs| -> Result<_, tongquan::text::BadText> {
///     Ok(Suspend { procedure: procedure.parse()?, needs, notice: "TZ-1".parse()? }.into())
/// };
/// let refused = case.apply(held("banquet", none)?, stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::ProcedureInStandard) && refused.why.names(Rule::TimeNeededTold));
///
/// let case = refused.case.apply(held("panel", Limit { amount: 10, ..none })?, refused.stamp, &office)?;
/// assert_eq!(case.stage(), StageKind::Suspended);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// 特别程序: which proceeding, by the standard's code.
    pub procedure: Mark,
    /// 所需时间: the time that it needs.
    pub needs: Limit,
    /// 告知书: the number of the written notice.
    pub notice: Mark,
}

/// 恢复审查: the proceeding is over, and the clock runs on.
///
/// Rules: none but those of every step.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Resume}};
/// let (case, stamp, office) = before("withdrawn", StepKind::Suspend)?; // nothing is held still
/// assert!(case.check(&Resume {}.into(), &stamp, &office).unwrap_err().names(Rule::StepHasPlace));
///
/// let (case, stamp, office) = before("withdrawn", StepKind::Resume)?;
/// assert_eq!(case.apply(Resume {}.into(), stamp, &office)?.stage(), StageKind::Accepted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resume {}

asks_nothing!(Suspend, Resume);

impl Step<Accepted> for Suspend {
    type To = Suspended;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_with_decider(case, bench);
        let known = || case.record().standard().into_iter().flat_map(|it| &it.procedures);
        bench.require(known().any(|it| *it == self.procedure), Rule::ProcedureInStandard, || {
            (Fact::list(known()), &self.procedure)
        });
        let held = |it: &Entry| matches!(it, Entry::Suspend(it) if it.step.procedure == self.procedure);
        let again = case.record().entries().iter().any(held);
        bench.require(!again, Rule::ProcedureOnce, || (Fact::Nothing, &self.procedure));
        bench.require(self.needs.amount > 0, Rule::TimeNeededTold, || (AT_LEAST_ONE, u64::from(self.needs.amount)));
    }

    fn drafts(case: &Case<Accepted>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let procedures = case.record().standard().into_iter().flat_map(|it| &it.procedures);
        Draft::each(
            procedures,
            |code| Subject::Procedure(code.clone()),
            |code| Self {
                procedure: code.cloned().unwrap_or_else(|| Mark::blank(1)),
                needs: Limit::LICENCE_EXTENSION,
                notice: Mark::blank(1),
            },
        )
    }

    fn enter(&self, from: Accepted, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Suspended {
        Suspended { accepted: Box::new(from), since: stamp.at, procedure: self.procedure.clone() }
    }
}

impl Step<Suspended> for Resume {
    type To = Accepted;

    fn judge(&self, _: &Case<Suspended>, _: &Stamp, (): &(), _: &mut Bench) {}

    fn drafts(_: &Case<Suspended>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Suspended, _: &Record, _: &Stamp, (): &(), _: Permit) -> Accepted {
        *from.accepted
    }
}

const AT_LEAST_ONE: Fact = Fact::Term { zh: "至少1", en: "at least 1" };
