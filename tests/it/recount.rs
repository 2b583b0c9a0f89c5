//! Periods recounted day by day, without a clock.

use chrono::NaiveDate;
use tongquan::{Calendar, register::TimeUnit};

/// Whether a day counts in a unit.
#[track_caller]
fn counts(day: NaiveDate, unit: TimeUnit) -> bool {
    match unit {
        TimeUnit::WorkingDay => Calendar::built_in().kind(day).unwrap().is_workday(),
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

/// The last of so many that count after a first day.
#[track_caller]
pub(crate) fn last(first: NaiveDate, amount: u32, unit: TimeUnit) -> NaiveDate {
    let mut left = amount;
    let mut day = first;
    while left > 0 {
        day = day.succ_opt().unwrap();
        left -= u32::from(counts(day, unit));
    }
    day
}
