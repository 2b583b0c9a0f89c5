use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    case::{
        Case, Draft, Record, Stamp, Step,
        stage::{Decision, Licensed, Sealed},
    },
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    text::Mark,
};

/// 制证: issues the licence that the item yields, electronic and physical in one act under one number, so that the twins cannot differ (`C5`).
///
/// Rules: [`LicenceDue`](crate::law::Rule::LicenceDue).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::IssueLicence}};
/// let licence = IssueLicence { number: "ZZ-1".parse()? };
/// let (case, stamp, office) = before("direct", StepKind::Deliver)?; // its item yields none
/// assert!(case.check(&licence.clone().into(), &stamp, &office).unwrap_err().names(Rule::LicenceDue));
///
/// let (case, stamp, office) = before("review", StepKind::IssueLicence)?;
/// assert_eq!(case.apply(licence.into(), stamp, &office)?.stage(), StageKind::Licensed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IssueLicence {
    /// 证照编号, of both twins.
    pub number: Mark,
}

asks_nothing!(IssueLicence);

/// Whether a licence follows from the decision: a favourable one, on an item that yields one.
pub(in crate::case) fn is_due(record: &Record, decision: Decision) -> bool {
    decision.is_favourable() && record.standard().is_some_and(|it| it.licence.is_some())
}

impl Step<Sealed> for IssueLicence {
    type To = Licensed;

    fn judge(&self, case: &Case<Sealed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let record = case.record();
        bench.require(is_due(record, case.stage().decision), Rule::LicenceDue, || {
            (record.standard().and_then(|it| it.licence.clone()), Fact::Mark(self.number.clone()))
        });
    }

    fn drafts(_: &Case<Sealed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self { number: Mark::blank(1) })
    }

    fn enter(&self, from: Sealed, _: &Record, _: &Stamp, (): &(), _: Permit) -> Licensed {
        Licensed { decision: from.decision, imprint: from.imprint, licence: self.number.clone() }
    }
}
