use serde::{Deserialize, Serialize};

use super::asks_a_period;
use crate::{
    case::{
        Case, Draft, PeriodState, Record, Said, Stamp, Step,
        stage::{Accepted, Filed},
    },
    law::{Bench, Permit, Rule},
    register::Registers,
};

/// 视为受理: a licence application that was not answered within five working days counts as accepted, from the day on which the papers came in
/// (`APL32d`). It is so by law; anyone may record it. Papers that still lie at a foreign window are passed on after it (`S50`). What is missing is no
/// longer asked for: it is decided on the conditions.
///
/// Rules: [`DeemedForLicence`](crate::law::Rule::DeemedForLicence), [`CalendarCovers`](crate::law::Rule::CalendarCovers),
/// [`NoticePeriodOver`](crate::law::Rule::NoticePeriodOver).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, Stamp, case::{StageKind, StepKind, steps::DeemAccepted}};
/// let (case, stamp, office) = before("deemed", StepKind::DeemAccepted)?;
/// let next_day = Stamp { at: "2024-03-05T09:00:00+08:00".parse()?, ..stamp.clone() }; // filed on the 4th
/// assert!(case.check(&DeemAccepted {}.into(), &next_day, &office).unwrap_err().names(Rule::NoticePeriodOver));
///
/// let case = case.apply(DeemAccepted {}.into(), stamp, &office)?; // the 12th: five working days are over
/// assert_eq!(case.stage(), StageKind::Accepted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeemAccepted {}

asks_a_period!(DeemAccepted: unanswered);

/// What the law deems accepted is neither corrected nor accepted once more.
pub(super) fn not_yet_deemed(found: PeriodState, bench: &mut Bench) {
    found.known(bench);
    bench.require(!found.is_over(), Rule::NotYetDeemed, || (PeriodState::Running, found));
}

impl Step<Filed> for DeemAccepted {
    type To = Accepted;

    fn judge(&self, case: &Case<Filed>, stamp: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        let brief = case.record().brief();
        let licence = case.record().docket().is_licence();
        bench.require(licence, Rule::DeemedForLicence, || (crate::catalogue::Kind::Licence, brief.item.kind));
        found.said.known(bench);
        // what is no licence has no such period, and what is unknown is told already
        let over = found.said.ran_out_before(stamp.at.day()) || found.said.is_unknown();
        bench.require(over || !licence, Rule::NoticePeriodOver, || (OVER, found.said));
    }

    fn drafts(_: &Case<Filed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Filed, record: &Record, _: &Stamp, _: &Said<PeriodState>, _: Permit) -> Accepted {
        let desk = from.desk.accepted(&record.route());
        Accepted { at: from.at, desk, extended: false, reviewed: Vec::new() }
    }
}

const OVER: crate::law::Fact = crate::law::Fact::Term { zh: "已届满", en: "over" };
