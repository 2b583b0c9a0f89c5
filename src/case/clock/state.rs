use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Clock;
use crate::{
    case::Said,
    law::{Bench, Fact, Rule},
    register::Registers,
    time::{Calendar, Uncovered},
};

/// 期限状态: how a period stood on the day of a step: what the step found, for the calendar is a register too.
///
/// ```
/// use tongquan::{AnyCase, case::{Entry, PeriodState}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/lapsed.json")?)?;
/// let Some(Entry::Lapse(taken)) = case.record().entries().last() else { return Err("it did not lapse".into()) };
/// let PeriodState::Over { last } = taken.found.said else { return Err("it was not over".into()) };
/// assert_eq!(last, "2024-03-26".parse()?); // 15 working days after the notice
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PeriodState {
    /// 无期限: there is none, or it is not asked about.
    Unset,
    /// 未届满: it runs; its last day may be unknown yet.
    Running,
    /// 已届满: its last day lies behind.
    Over {
        /// 最后一日: which day that was.
        #[serde(with = "crate::time::Iso")]
        last: NaiveDate,
    },
    /// 无法计算: a day that lies behind is in a year that the calendar lacks.
    Uncovered {
        /// 年份: the first year that the calendar lacks.
        year: i32,
    },
}

impl PeriodState {
    /// On a day. What lies ahead is not asked about.
    pub(crate) fn of(clock: Option<&Clock>, day: NaiveDate, calendar: &Calendar) -> Self {
        let Some(clock) = clock else { return Self::Unset };
        match clock.overdue(day, calendar) {
            Ok(false) => Self::Running,
            // INVARIANT (overdue): what has run out has a last day, within what was counted
            Ok(true) => clock.deadline(calendar).ok().flatten().map_or(Self::Running, |last| Self::Over { last }),
            Err(Uncovered { year }) if left_at_least(clock, year, day, calendar) > 0 => Self::Running,
            Err(Uncovered { year }) => Self::Uncovered { year },
        }
    }

    /// On a day, by the calendar of the registers.
    pub(in crate::case) fn asked(clock: Option<&Clock>, day: NaiveDate, registers: Registers<'_>) -> Said<Self> {
        Said { revision: registers.revision(), said: Self::of(clock, day, registers.calendar()) }
    }

    /// Whether it is over.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Over { .. })
    }

    /// Whether its last day lies before a day: what a journal claims must at least be so.
    pub(in crate::case) fn ran_out_before(self, day: NaiveDate) -> bool {
        matches!(self, Self::Over { last } if last < day)
    }

    /// Whether the calendar cannot tell.
    pub(in crate::case) const fn is_unknown(self) -> bool {
        matches!(self, Self::Uncovered { .. })
    }

    /// Objects where the calendar cannot tell.
    pub(in crate::case) fn known(self, bench: &mut Bench) {
        let year = if let Self::Uncovered { year } = self { Some(year) } else { None };
        bench.require(year.is_none(), Rule::CalendarCovers, || {
            let told =
                year.map(|it| Fact::Told { zh: format!("{it}年未收录"), en: format!("{it} is not covered") });
            (COVERED, told)
        });
    }
}

/// What a clock has left before a day at the least, where the calendar lacks a year: every day of it that is not covered is taken to count. An
/// extension adds nothing where the limit may have run out before it.
fn left_at_least(clock: &Clock, missing: i32, day: NaiveDate, calendar: &Calendar) -> i64 {
    let last = NaiveDate::from_ymd_opt(missing, 1, 1).and_then(|it| it.pred_opt());
    let left = |allowed: u32, day: NaiveDate| {
        let known = day.pred_opt().zip(last).map_or(clock.started, |(eve, last)| last.min(eve).max(clock.started));
        let used = clock.used(known, calendar).map_or(i64::MAX, i64::from);
        i64::from(allowed).saturating_sub(used).saturating_sub((day - known).num_days() - 1)
    };
    let before_extension = clock.extended.map_or(i64::MAX, |on| left(clock.limit.amount.into(), on.min(day)));
    before_extension.min(left(clock.allowed(), day))
}

impl From<PeriodState> for Fact {
    fn from(it: PeriodState) -> Self {
        match it {
            PeriodState::Unset => Self::Term { zh: "无期限", en: "no period is set" },
            PeriodState::Running => Self::Term { zh: "未届满", en: "still running" },
            PeriodState::Over { last } => {
                Self::Told { zh: format!("已于{last}届满"), en: format!("ran out with {last}") }
            }
            PeriodState::Uncovered { year } => Self::Told {
                zh: format!("{year}年日历未收录，无法计算"),
                en: format!("unknown: {year} is not covered"),
            },
        }
    }
}

const COVERED: Fact = Fact::Term { zh: "已收录的年份", en: "years that the calendar covers" };
