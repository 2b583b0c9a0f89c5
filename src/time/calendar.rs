use chrono::{Datelike, NaiveDate, Weekday};

use super::table::{EXCEPTIONS, FIRST_YEAR, LAST_YEAR};

/// A day that the State Council's notice takes out of the week's rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exception {
    pub(crate) date: NaiveDate,
    pub(crate) kind: ExceptionKind,
    pub(crate) name: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExceptionKind {
    Holiday,
    MakeupWorkday,
}

/// What a day is for a clock in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// 工作日: Monday to Friday, nothing said otherwise.
    Workday,
    /// 周末: Saturday or Sunday.
    Weekend,
    /// 法定节假日 and the days off around it, with its name.
    Holiday(&'static str),
    /// 调休上班: a weekend day worked, with the holiday that it makes up for.
    MakeupWorkday(&'static str),
}

impl DayKind {
    /// Whether a clock in working days counts this day.
    pub const fn is_workday(self) -> bool {
        matches!(self, Self::Workday | Self::MakeupWorkday(_))
    }
}

/// A computation left the years that the calendar covers. Nothing is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the working-day calendar does not cover {year}")]
pub struct Uncovered {
    /// The missing year.
    pub year: i32,
}

impl Uncovered {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("工作日历未收录{}年", self.year)
    }
}

/// 工作日历: which days are worked, after the State Council's yearly notices; built in for 2019 to 2026.
///
/// ```
/// use chrono::NaiveDate;
/// use tongquan::time::Calendar;
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let calendar = Calendar::built_in();
/// // day 0 is not counted; 2021-10-01 to 10-07 were off, 10-09 was worked
/// assert_eq!(calendar.after(day(2021, 9, 30), 2)?, day(2021, 10, 9));
/// assert_eq!(calendar.after(day(2026, 12, 31), 1).unwrap_err().year, 2027);
/// # Ok::<(), tongquan::time::Uncovered>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    first: i32,
    last: i32,
    exceptions: &'static [Exception],
}

impl Calendar {
    /// The years that the State Council's notices cover so far.
    pub const fn built_in() -> Self {
        Self { first: FIRST_YEAR, last: LAST_YEAR, exceptions: &EXCEPTIONS }
    }

    /// What a day is.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use tongquan::time::{Calendar, DayKind};
    /// let day = NaiveDate::from_ymd_opt(2021, 10, 9).unwrap(); // a Saturday
    /// assert_eq!(Calendar::built_in().kind(day), Ok(DayKind::MakeupWorkday("国庆节")));
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] names the missing year.
    pub fn kind(&self, day: NaiveDate) -> Result<DayKind, Uncovered> {
        let year = day.year();
        if !(self.first..=self.last).contains(&year) {
            return Err(Uncovered { year });
        }
        let found =
            self.exceptions.binary_search_by_key(&day, |row| row.date).ok().and_then(|at| self.exceptions.get(at));
        Ok(match found {
            Some(Exception { kind: ExceptionKind::Holiday, name, .. }) => DayKind::Holiday(name),
            Some(Exception { kind: ExceptionKind::MakeupWorkday, name, .. }) => DayKind::MakeupWorkday(name),
            None if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
            None => DayKind::Workday,
        })
    }

    /// The last day of a limit of that many working days; the starting day itself is not counted (ours, as `SPC48`).
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the limit runs into a year without a calendar.
    pub fn after(&self, start: NaiveDate, working_days: u16) -> Result<NaiveDate, Uncovered> {
        let mut day = start;
        let mut left = working_days;
        while left > 0 {
            day = day.succ_opt().ok_or(Uncovered { year: day.year() })?;
            if self.kind(day)?.is_workday() {
                left -= 1;
            }
        }
        Ok(day)
    }
}
