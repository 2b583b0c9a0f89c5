use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    case::{
        Case, Draft, Listed, Record, Stamp, Step,
        stage::{BeforeDecision, Withdrawn},
    },
    law::{Bench, Permit},
    register::Registers,
    text::Text,
};

/// 撤件: the applicant takes the application back, at any time before the decision (ours).
///
/// Rules: none but those of every step.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Withdraw}};
/// let (case, stamp, office) = before("withdrawn", StepKind::Resume)?; // that stamp is an official's
/// let refused = case.apply(Withdraw { reason: None }.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::ActorHoldsRole)); // nobody takes back what another applied for
///
/// let (case, stamp, office) = before("withdrawn", StepKind::Withdraw)?;
/// assert_eq!(case.apply(refused.step, stamp, &office)?.stage(), StageKind::Withdrawn);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// 理由: why, where the applicant says so.
    pub reason: Option<Text>,
}

asks_nothing!(Withdraw);

#[diagnostic::do_not_recommend]
impl<S: BeforeDecision> Step<S> for Withdraw
where
    Self: Listed<S>,
{
    type To = Withdrawn;

    fn judge(&self, _: &Case<S>, _: &Stamp, (): &(), _: &mut Bench) {}

    fn drafts(_: &Case<S>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self { reason: None })
    }

    fn enter(&self, _: S, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Withdrawn {
        Withdrawn { at: stamp.at }
    }
}
