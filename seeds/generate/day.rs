//! Days, as far as the seeds need them.

use std::fmt;

use super::tsv::{At, Fault};

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    /// Its year.
    pub(crate) year: i32,
    month: u32,
    day: u32,
}

impl Day {
    /// Reads `2021-06-15`.
    pub(crate) fn read(cell: &str, at: At, fault: &mut Fault) -> Option<Self> {
        let found = Self::parse(cell);
        if found.is_none() {
            fault.add(at, format_args!("{cell:?} is not a day, such as 2021-06-15"));
        }
        found
    }

    fn parse(cell: &str) -> Option<Self> {
        let mut parts = cell.split('-');
        let day = Self {
            year: parts.next()?.parse().ok()?,
            month: parts.next()?.parse().ok()?,
            day: parts.next()?.parse().ok()?,
        };
        let leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
        let last = match day.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let real = (1900..=2100).contains(&day.year) && (1..=12).contains(&day.month) && (1..=last).contains(&day.day);
        (real && day.to_string() == cell).then_some(day)
    }

    /// Whether it is a Saturday or Sunday: Sakamoto's count, with Sunday as day 0.
    pub(crate) fn is_weekend(self) -> bool {
        let year = if self.month < 3 { self.year - 1 } else { self.year };
        let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let shift = (1..).zip(shift).find_map(|(month, shift)| (month == self.month).then_some(shift)).unwrap_or(0);
        let weekday = (year + year / 4 - year / 100 + year / 400 + shift + self.day.cast_signed()) % 7;
        matches!(weekday, 0 | 6)
    }

    /// As the generated tables write it.
    pub(crate) fn code(self) -> String {
        format!("day({}, {}, {})", self.year, self.month, self.day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
