use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Clock;
use crate::{
    case::Said,
    law::{Bench, Fact, Rule},
    register::Registers,
    time::Calendar,
};

/// 期限状态: how a period stood on the day of a step: what the step found, for the calendar is a register too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PeriodState {
    /// 无期限: there is none, or it is not asked about.
    Unset,
    /// 未届满: it runs; its last day may be unknown yet.
    Running,
    /// 已届满: its last day lies behind.
    Over {
        /// Which day that was.
        #[serde(with = "crate::time::iso")]
        last: NaiveDate,
    },
    /// 无法计算: a day that lies behind is in a year that the calendar lacks.
    Uncovered {
        /// Which year.
        year: i32,
    },
}

impl PeriodState {
    /// On a day. What lies ahead is not asked about.
    pub(in crate::case) fn of(clock: Option<&Clock>, day: NaiveDate, calendar: &Calendar) -> Self {
        let Some(clock) = clock else { return Self::Unset };
        // no day counts twice, so that fewer days than it allows have not used it up, whatever they were
        if (day - clock.started()).num_days() <= i64::from(clock.allowed()) {
            return Self::Running;
        }
        match clock.overdue(day, calendar).map(|over| (over, clock.deadline(calendar))) {
            Ok((true, Ok(Some(last)))) => Self::Over { last },
            Ok(_) => Self::Running,
            Err(uncovered) => Self::Uncovered { year: uncovered.year },
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
