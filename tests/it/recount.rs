//! Periods recounted day by day, without a clock.

use chrono::NaiveDate;
use tongquan::register::{Limit, TimeUnit};

use crate::clock::is_worked;

/// Whether a day counts in a unit.
#[track_caller]
pub(crate) fn counts(day: NaiveDate, unit: TimeUnit) -> bool {
    match unit {
        TimeUnit::WorkingDay => is_worked(day).unwrap(),
        TimeUnit::Day => true,
    }
}

/// 已过: how many count after a first day and before another: neither is counted, the one since it is day 0, the other since it is not over.
#[track_caller]
pub(crate) fn gone(first: NaiveDate, day: NaiveDate, unit: TimeUnit) -> u32 {
    let mut gone = 0;
    for it in first.iter_days().skip(1).take_while(|it| *it < day) {
        gone += u32::from(counts(it, unit));
    }
    gone
}

/// The last day of a limit from a first day, days on which it stands still left out.
#[track_caller]
pub(crate) fn last(first: NaiveDate, limit: Limit, stands_still: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut left = u32::from(limit.amount);
    let mut day = first;
    while left > 0 {
        day = day.succ_opt().unwrap();
        left -= u32::from(!stands_still(day) && counts(day, limit.unit));
    }
    day
}
