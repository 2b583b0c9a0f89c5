use serde::{Deserialize, Serialize};

use super::{asks_nothing, licence::is_due};
use crate::{
    case::{
        Case, Draft, Record, Stamp, Step,
        stage::{Concluded, Licensed, Outcome, Sealed},
    },
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
};

/// 送达: the result is handed to the applicant, at any window of the route, the filing venue included (`P2`). The case is concluded (`S34`). A
/// licence is delivered within ten working days of the decision (`APL44`): a late one is delivered all the same, and shown as late (`S47`).
///
/// Rules: [`LicenceIssued`](crate::law::Rule::LicenceIssued).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Deliver}};
/// let (case, stamp, office) = before("review", StepKind::IssueLicence)?; // sealed, and its licence not yet issued
/// assert!(case.check(&Deliver {}.into(), &stamp, &office).unwrap_err().names(Rule::LicenceIssued));
///
/// let (case, stamp, office) = before("review", StepKind::Deliver)?;
/// assert_eq!(case.apply(Deliver {}.into(), stamp, &office)?.stage(), StageKind::Concluded);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deliver {}

asks_nothing!(Deliver);

impl Step<Sealed> for Deliver {
    type To = Concluded;

    fn judge(&self, case: &Case<Sealed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let record = case.record();
        bench.require(!is_due(record, case.stage().decision), Rule::LicenceIssued, || {
            (record.standard().and_then(|it| it.licence.clone()), Fact::Nothing)
        });
    }

    fn drafts(_: &Case<Sealed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Sealed, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Concluded {
        let Sealed { decision, imprint } = from;
        Concluded { outcome: Outcome { decision, imprint, licence: None, delivered: stamp.at } }
    }
}

impl Step<Licensed> for Deliver {
    type To = Concluded;

    fn judge(&self, _: &Case<Licensed>, _: &Stamp, (): &(), _: &mut Bench) {}

    fn drafts(_: &Case<Licensed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Licensed, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Concluded {
        let Licensed { decision, imprint, licence } = from;
        Concluded { outcome: Outcome { decision, imprint, licence: Some(licence), delivered: stamp.at } }
    }
}
