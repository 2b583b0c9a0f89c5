use serde::{Deserialize, Serialize};

use super::{asks_a_period, corrections::missing, deem_accepted::not_yet_deemed, pass_on::papers_are_there};
use crate::{
    case::{
        Case, Desk, Draft, PeriodState, Record, Said, Stamp, Step,
        stage::{Accepted, Correcting, Filed},
    },
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    text::Mark,
};

/// 受理: the papers are complete and in legal form, or all corrections were supplied. A receipt is issued, dated by the step and stamped by
/// the accepting body (`S28`): [`Record::receipt_stamp`](crate::case::Record::receipt_stamp). The deciding clock counts from here.
///
/// Rules: [`CalendarCovers`](crate::law::Rule::CalendarCovers), [`NotYetDeemed`](crate::law::Rule::NotYetDeemed),
/// [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`PapersComplete`](crate::law::Rule::PapersComplete).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::Accept}};
/// let (case, stamp, office) = before("review", StepKind::AskForCorrections)?; // a golden case, just before that step
/// let refused = case.apply(Accept { receipt: "SL-1".parse()? }.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::PapersComplete));
///
/// let (case, stamp, office) = before("review", StepKind::Accept)?; // the paper was asked for and handed in
/// assert_eq!(case.apply(refused.step, stamp, &office)?.stage(), StageKind::Accepted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// 受理通知书: the number of the receipt.
    pub receipt: Mark,
}

asks_a_period!(Accept: unanswered);

impl Accept {
    fn draft() -> Vec<Draft<Self>> {
        Draft::one(Self { receipt: Mark::blank(1) })
    }
}

fn accepted(desk: Desk, record: &Record, stamp: &Stamp) -> Accepted {
    Accepted { at: stamp.at, desk: desk.accepted(&record.route()), extended: false, reviewed: Vec::new() }
}

impl Step<Filed> for Accept {
    type To = Accepted;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        not_yet_deemed(found.said, bench);
        papers_are_there(case, bench);
        let filed = &case.record().file().materials;
        bench.none(missing(case.record(), &[]), Rule::PapersComplete, |missing| (missing, Fact::list(filed)));
    }

    fn drafts(_: &Case<Filed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Self::draft()
    }

    fn enter(&self, from: Filed, record: &Record, stamp: &Stamp, _: &Said<PeriodState>, _: Permit) -> Accepted {
        accepted(from.desk, record, stamp)
    }
}

impl Step<Correcting> for Accept {
    type To = Accepted;

    fn judge(&self, case: &Case<Correcting>, _: &Stamp, _: &Said<PeriodState>, bench: &mut Bench) {
        // the notice names all that is missing, so what it asks for decides
        let supplied = &case.stage().supplied;
        bench.none(case.awaited(), Rule::PapersComplete, |missing| (missing, Fact::list(supplied)));
    }

    fn drafts(_: &Case<Correcting>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Self::draft()
    }

    fn enter(&self, from: Correcting, record: &Record, stamp: &Stamp, _: &Said<PeriodState>, _: Permit) -> Accepted {
        accepted(from.desk, record, stamp)
    }
}
