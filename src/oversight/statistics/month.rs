use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{law::Fact, text::FromText};

/// 月份: a month of a year, written `2024-03`, and read in that form only.
///
/// ```
/// use tongquan::oversight::Month;
/// let march: Month = "2024-03".parse()?;
/// assert_eq!((march.year(), march.month()), (2024, 3));
/// assert_eq!(Month::of(chrono::NaiveDate::from_ymd_opt(2024, 3, 31).unwrap()), march);
/// assert!(march < "2024-11".parse()? && "2024-13".parse::<Month>().is_err() && "2024-3".parse::<Month>().is_err());
/// # Ok::<(), tongquan::oversight::BadMonth>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

/// 月份有误: not a month written `YYYY-MM`.
///
/// See the example of [`Month`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a month is written YYYY-MM")]
pub struct BadMonth;

impl BadMonth {
    /// The same in Chinese.
    pub const fn zh(self) -> &'static str {
        "月份应写作 YYYY-MM"
    }
}

impl Month {
    /// That of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }
    /// Of which year.
    pub const fn year(self) -> i32 {
        self.year
    }
    /// Which month of it, from 1 to 12.
    pub const fn month(self) -> u32 {
        self.month
    }
}

impl FromStr for Month {
    type Err = BadMonth;
    fn from_str(text: &str) -> Result<Self, BadMonth> {
        let first: Option<NaiveDate> = format!("{text}-01").parse().ok();
        first.map(Self::of).filter(|it| it.to_string() == text).ok_or(BadMonth)
    }
}

/// As chrono writes the year of a day.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if (0..=9999).contains(&self.year) {
            write!(f, "{:04}-{:02}", self.year, self.month)
        } else {
            write!(f, "{:+05}-{:02}", self.year, self.month)
        }
    }
}

impl From<Month> for Fact {
    fn from(it: Month) -> Self {
        Self::Name(it.to_string().into())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(FromText::new())
    }
}
