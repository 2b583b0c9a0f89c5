use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};

use super::Obligation;
use crate::{
    term::{named, terms},
    time::day,
};

/// 频次: how often something is owed (`C10`). Closed by the document.
///
/// ```
/// use tongquan::register::{Due, Obligation, Rhythm};
/// assert_eq!(Obligation::PlanTraining.due(), Due::Every(Rhythm::Year));
/// let Due::Every(rhythm) = Obligation::TrainCentrally.due() else { return Err("once") };
/// assert_eq!((rhythm.label(), rhythm.first().zh()), ("每半年", "2021年下半年".into())); // owed from that half-year on
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// 按年: once in a calendar year.
    Year,
    /// 每半年: once from January to June, once from July to December.
    HalfYear,
}

terms!(Rhythm {
    Self::Year => "每年", "each year";
    Self::HalfYear => "每半年", "each half-year";
});
named!(word: Rhythm);

impl Rhythm {
    /// The first whole one after the signature: nothing is owed for one before (`S55`).
    ///
    /// ```
    /// use tongquan::register::Rhythm;
    /// let first = [Rhythm::Year, Rhythm::HalfYear].map(|it| it.first().to_string());
    /// assert_eq!(first, ["2022", "the second half of 2021"]);
    /// ```
    pub fn first(self) -> Cycle {
        let signed = Cycle::of(self, Obligation::ARISES);
        if signed.first < Obligation::ARISES { signed.next().unwrap_or(signed) } else { signed }
    }
}

/// 周期: a calendar year or half-year.
///
/// ```
/// use tongquan::register::{Cycle, Rhythm};
/// let cycle = Cycle::of(Rhythm::HalfYear, "2022-08-31".parse()?);
/// assert_eq!((cycle.first().to_string(), cycle.last().to_string()), ("2022-07-01".into(), "2022-12-31".into()));
/// assert_eq!(cycle.zh(), "2022年下半年");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cycle {
    first: NaiveDate,
    rhythm: Rhythm,
}

impl Cycle {
    /// That in which a day lies.
    pub fn of(rhythm: Rhythm, on: NaiveDate) -> Self {
        let month = if rhythm == Rhythm::HalfYear && on.month() >= JULY { JULY } else { 1 };
        Self { first: day(on.year(), month, 1), rhythm }
    }
    /// A year or a half-year.
    pub const fn rhythm(self) -> Rhythm {
        self.rhythm
    }
    /// Its first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }
    /// Its last day.
    pub fn last(self) -> NaiveDate {
        let year = self.first.year();
        if self.rhythm == Rhythm::HalfYear && self.first.month() < JULY { day(year, 6, 30) } else { day(year, 12, 31) }
    }
    /// The one after it; none after the last that there is.
    pub(in crate::register) fn next(self) -> Option<Self> {
        Some(Self::of(self.rhythm, self.last().succ_opt()?))
    }
    /// The same in Chinese.
    pub fn zh(self) -> String {
        let year = self.first.year();
        match self.rhythm {
            Rhythm::Year => format!("{year}年"),
            Rhythm::HalfYear if self.first.month() < JULY => format!("{year}年上半年"),
            Rhythm::HalfYear => format!("{year}年下半年"),
        }
    }
}

const JULY: u32 = 7;

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.first.year();
        match self.rhythm {
            Rhythm::Year => write!(f, "{year}"),
            Rhythm::HalfYear if self.first.month() < JULY => write!(f, "the first half of {year}"),
            Rhythm::HalfYear => write!(f, "the second half of {year}"),
        }
    }
}

/// Written by its first and last days.
impl Serialize for Cycle {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut told = to.serialize_struct("Cycle", 2)?;
        told.serialize_field("first", &self.first)?;
        told.serialize_field("last", &self.last())?;
        told.end()
    }
}
