use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::Clock;
use crate::{
    register::TimeUnit,
    time::{Calendar, DayKind, Uncovered},
};

/// 逐日计算: a day of a clock, and what became of it.
///
/// See the example of [`Clock::account`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DayAccount<'a> {
    /// The day, Beijing's.
    pub day: NaiveDate,
    /// What became of it.
    pub what: Reckoned<'a>,
}

/// 逐日结果: what became of a day. A day can be one of these only, so the list is closed.
///
/// See the example of [`Clock::account`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reckoned<'a> {
    /// 起算之日: the day from which the limit runs, not counted.
    Start,
    /// 计入: a working day or, where the limit is in days, any day.
    Counted {
        /// Which day of the limit it is, counted from 1.
        nth: u32,
    },
    /// 计入: a weekend day worked, where the limit is in working days.
    MakeupWorkday {
        /// Which day of the limit it is, counted from 1.
        nth: u32,
        /// The holiday that it makes up for.
        name: &'a str,
    },
    /// 周末: a Saturday or Sunday, not counted where the limit is in working days.
    Weekend,
    /// 放假: a day off by the State Council's notice, not counted where the limit is in working days.
    Holiday {
        /// The holiday, as the State Council's notice calls it.
        name: &'a str,
    },
    /// 中止, not counted, whatever else the day is.
    Suspended {
        /// By which entry of the journal.
        entry: usize,
    },
}

impl Reckoned<'_> {
    /// Its number among the days counted, where it is one.
    pub const fn nth(&self) -> Option<u32> {
        match self {
            Self::Counted { nth } | Self::MakeupWorkday { nth, .. } => Some(*nth),
            Self::Start | Self::Weekend | Self::Holiday { .. } | Self::Suspended { .. } => None,
        }
    }
}

impl DayAccount<'_> {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let day = self.day;
        match self.what {
            Reckoned::Start => format!("{day}：起算之日，不计"),
            Reckoned::Counted { nth } => format!("{day}：第{nth}日"),
            Reckoned::MakeupWorkday { nth, name } => format!("{day}：第{nth}日，调休上班（{name}）"),
            Reckoned::Weekend => format!("{day}：周末，不计"),
            Reckoned::Holiday { name } => format!("{day}：放假（{name}），不计"),
            Reckoned::Suspended { entry } => format!("{day}：中止（第{entry}号记录），不计"),
        }
    }
}

impl fmt::Display for DayAccount<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.day;
        match self.what {
            Reckoned::Start => write!(f, "{day}: the start, not counted"),
            Reckoned::Counted { nth } => write!(f, "{day}: day {nth}"),
            Reckoned::MakeupWorkday { nth, name } => write!(f, "{day}: day {nth}, a make-up workday ({name})"),
            Reckoned::Weekend => write!(f, "{day}: weekend, not counted"),
            Reckoned::Holiday { name } => write!(f, "{day}: day off ({name}), not counted"),
            Reckoned::Suspended { entry } => write!(f, "{day}: suspended (entry {entry}), not counted"),
        }
    }
}

/// The days of a clock up to one, in order.
#[derive(Clone)]
pub(super) struct Account<'a> {
    clock: &'a Clock,
    calendar: &'a Calendar,
    /// The next day, while there is one.
    next: Option<NaiveDate>,
    through: NaiveDate,
    counted: u32,
}

impl<'a> Account<'a> {
    pub(super) const fn of(clock: &'a Clock, through: NaiveDate, calendar: &'a Calendar) -> Self {
        Self { clock, calendar, next: Some(clock.started), through, counted: 0 }
    }

    fn reckon(&mut self, day: NaiveDate) -> Result<Reckoned<'a>, Uncovered> {
        if day == self.clock.started {
            return Ok(Reckoned::Start);
        }
        if let Some(stop) = self.clock.stopped_on(day) {
            return Ok(Reckoned::Suspended { entry: stop.entry });
        }
        let kind = match self.clock.limit.unit {
            TimeUnit::WorkingDay => self.calendar.kind(day)?,
            TimeUnit::Day => DayKind::Workday,
        };
        let nth = self.counted + 1;
        self.counted += u32::from(kind.is_workday());
        Ok(match kind {
            DayKind::Workday => Reckoned::Counted { nth },
            DayKind::MakeupWorkday(name) => Reckoned::MakeupWorkday { nth, name },
            DayKind::Weekend => Reckoned::Weekend,
            DayKind::Holiday(name) => Reckoned::Holiday { name },
        })
    }
}

impl<'a> Iterator for Account<'a> {
    type Item = Result<DayAccount<'a>, Uncovered>;

    fn next(&mut self) -> Option<Self::Item> {
        let day = self.next.take().filter(|it| *it <= self.through)?;
        let told = self.reckon(day).map(|what| DayAccount { day, what });
        if told.is_ok() {
            self.next = day.succ_opt();
        }
        Some(told)
    }
}
