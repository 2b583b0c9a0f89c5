//! Days, moments and the working-day calendar. A day is Beijing's day, a moment a whole second of Beijing time; nothing here reads a clock.

mod calendar;
mod iso;
mod moment;
#[rustfmt::skip]
mod table;
mod tally;
mod year;

use chrono::NaiveDate;

use crate::text::bilingual;

pub(crate) use calendar::Exception;
pub use calendar::{Calendar, DayKind, Uncovered};
pub use iso::{BadDay, read_day};
pub(crate) use iso::{Iso, MaybeIso};
pub use moment::{BadMoment, Moment};
pub use year::{BadYear, CalendarYear, ExceptionKind, NoticedDay, YearFault, YearFlaw};

/// A day out of a generated table; the tables are checked by the generator, so a day that does not exist never gets here.
pub(crate) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

bilingual!(Uncovered, BadDay, BadMoment, BadYear, YearFault, YearFlaw);
