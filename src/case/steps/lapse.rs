use serde::{Deserialize, Serialize};

use super::asks_a_period;
use crate::{
    case::{
        Case, Draft, PeriodState, Record, Said, Stamp, Step,
        stage::{Correcting, Lapsed},
    },
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
};

/// 补正逾期: the period for corrections that the standard sets is over, and something that the notice asked for is still not there (`S3`, `S48`).
///
/// Rules: [`CalendarCovers`](crate::law::Rule::CalendarCovers), [`CorrectionPeriodOver`](crate::law::Rule::CorrectionPeriodOver),
/// [`CorrectionsOutstanding`](crate::law::Rule::CorrectionsOutstanding).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Lapse}};
/// let (case, stamp, office) = before("lapsed", StepKind::Lapse)?;
/// let notice = case.record().stamps().last().ok_or("no stamp")?; // the day of the notice
/// assert!(case.check(&Lapse {}.into(), notice, &office).unwrap_err().names(Rule::CorrectionPeriodOver));
///
/// assert_eq!(case.apply(Lapse {}.into(), stamp, &office)?.stage(), StageKind::Lapsed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lapse {}

asks_a_period!(Lapse: correcting);

impl Step<Correcting> for Lapse {
    type To = Lapsed;

    fn judge(&self, case: &Case<Correcting>, stamp: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        found.said.known(bench);
        let over = found.said.ran_out_before(stamp.at.day()) || found.said.is_unknown();
        bench.require(over, Rule::CorrectionPeriodOver, || (OVER, found.said));
        let awaited = case.awaited().next().is_some();
        bench.require(awaited, Rule::CorrectionsOutstanding, || (Fact::list(case.due()), Fact::Nothing));
    }

    fn drafts(_: &Case<Correcting>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, _: Correcting, _: &Record, stamp: &Stamp, _: &Said<PeriodState>, _: Permit) -> Lapsed {
        Lapsed { at: stamp.at }
    }
}

const OVER: Fact =
    Fact::Term { zh: "手册所定补正期限已届满", en: "the standard's period for corrections is over" };
