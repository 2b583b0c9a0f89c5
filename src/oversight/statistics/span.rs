use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    case::{Docket, Period},
    register::TimeUnit,
    term::{named, terms},
    time::Calendar,
};

/// 用时: how long a part of a case's course took, in days, of which the first is not counted; or what its clock had counted.
///
/// ```
/// use tongquan::{AnyCase, Calendar, oversight::{Facet, Span, Statistics}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/licence.json")?)?;
/// let mut statistics = Statistics::on("2024-06-30".parse()?);
/// statistics.add(case.record(), Calendar::built_in(), |_| [Facet::All]);
/// let took = |span| statistics.group(&Facet::All).and_then(|it| it.span(span).greatest());
/// // from 27 May to 12 June, two week-ends and the Dragon Boat Festival between
/// assert_eq!((took(Span::AcceptanceToDecision), took(Span::CountedWorkingDays), took(Span::CountedDays)), (Some(16), Some(11), None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// 收件至受理: up to the day on which acceptance was entered.
    FilingToAcceptance,
    /// 收件至决定: from the filing day to the decision.
    FilingToDecision,
    /// 受理至决定: suspensions included.
    AcceptanceToDecision,
    /// 收件至送达: from the filing day to delivery.
    FilingToDelivery,
    /// 计入的工作日: what the clock of a promised limit in working days had counted when the case was decided, suspensions out.
    CountedWorkingDays,
    /// 计入的日: the same of a promised limit in days.
    CountedDays,
}

terms!(Span {
    Self::FilingToAcceptance => "收件至受理", "filing to acceptance";
    Self::FilingToDecision => "收件至决定", "filing to decision";
    Self::AcceptanceToDecision => "受理至决定", "acceptance to decision";
    Self::FilingToDelivery => "收件至送达", "filing to delivery";
    Self::CountedWorkingDays => "承诺时限已计入的工作日", "working days counted against the promised limit";
    Self::CountedDays => "承诺时限已计入的日", "days counted against the promised limit";
});
named!(word: Span);

impl Span {
    /// What can be measured of a case; what did not happen yet, ran backwards, or leaves the calendar is not.
    pub(super) fn of(docket: Docket<'_>, calendar: &Calendar) -> impl Iterator<Item = (Self, u32)> {
        let (filed, accepted) = (Some(docket.filed()), docket.accepted());
        let (decided, delivered) = (docket.decided(), docket.delivered());
        let measured = [
            (Self::FilingToAcceptance, between(filed, accepted)),
            (Self::FilingToDecision, between(filed, decided)),
            (Self::AcceptanceToDecision, between(accepted, decided)),
            (Self::FilingToDelivery, between(filed, delivered)),
        ];
        let measured = measured.into_iter().filter_map(|(span, days)| Some((span, days?)));
        measured.chain(counted(docket, decided, calendar))
    }
}

fn between(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Option<u32> {
    u32::try_from((last? - first?).num_days()).ok()
}

fn counted(docket: Docket<'_>, decided: Option<NaiveDate>, calendar: &Calendar) -> Option<(Span, u32)> {
    let clock = docket.clock(Period::Promised)?;
    let decided = decided.filter(|it| clock.started() <= *it)?;
    let span = match clock.limit().unit {
        TimeUnit::WorkingDay => Span::CountedWorkingDays,
        TimeUnit::Day => Span::CountedDays,
    };
    Some((span, clock.used(decided, calendar).ok()?))
}
