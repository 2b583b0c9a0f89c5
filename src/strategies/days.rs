use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::{
    catalogue::EditionId,
    time::{Calendar, Moment},
};

/// The first day of the first edition, 2021-06-15.
pub(super) const FIRST: NaiveDate = EditionId::BUILT_IN.from;

pub(super) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

/// How many days there are from the first edition to the end of the built-in calendar.
pub(super) fn span() -> u32 {
    let last = NaiveDate::from_ymd_opt(*Calendar::built_in().covers().end(), 12, 31);
    last.and_then(|it| u32::try_from((it - FIRST).num_days()).ok()).unwrap_or_default()
}

/// A day on which the list is in force and working days are known: from 2021-06-15 to the last day of the built-in calendar. It shrinks to the
/// first.
pub fn days() -> impl Strategy<Value = NaiveDate> {
    (0..=span()).prop_map(|days| after(FIRST, days))
}

/// Any second of such a [day](days), in Beijing time.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{Calendar, Catalogue, strategies::moments};
/// proptest!(|(at in moments())| {
///     prop_assert!(Calendar::built_in().kind(at.day()).is_ok() && Catalogue::built_in().in_force(at.day()).is_some());
/// });
/// ```
pub fn moments() -> impl Strategy<Value = Moment> {
    (days(), 0..86_400_u32).prop_filter_map("no such second", |(day, second)| at(day, second))
}

/// A second of a day, counted from 0.
pub(super) fn at(day: NaiveDate, second: u32) -> Option<Moment> {
    Moment::new(day, second / 3_600, second / 60 % 60, second % 60).ok()
}
