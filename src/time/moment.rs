use std::{fmt, str::FromStr};

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::iso;
use crate::{text::FromText, written::written};

/// 时刻: a whole second of Beijing time (UTC+8), in the years 1 to 9999.
///
/// Its one written form is RFC 3339 with `+08:00` and whole seconds; it is read and written in that form only.
///
/// ```
/// use tongquan::time::Moment;
/// let nine: Moment = "2021-07-01T09:00:00+08:00".parse()?;
/// assert_eq!(nine.day().to_string(), "2021-07-01");
/// assert!("2021-07-01T01:00:00Z".parse::<Moment>().is_err());
/// # Ok::<(), tongquan::time::BadMoment>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(NaiveDateTime);

/// 时刻不合规: a moment was refused.
///
/// ```
/// use tongquan::time::{BadMoment, Moment};
/// assert_eq!("2024-03-04 09:00".parse::<Moment>(), Err(BadMoment::Form));
/// assert_eq!("2023-02-29T09:00:00+08:00".parse::<Moment>(), Err(BadMoment::NoSuchMoment));
/// assert_eq!(BadMoment::Form.zh(), "时刻应写作 YYYY-MM-DDThh:mm:ss+08:00");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BadMoment {
    /// 形式不符: not `YYYY-MM-DDThh:mm:ss+08:00`.
    #[error("a moment is written YYYY-MM-DDThh:mm:ss+08:00")]
    Form,
    /// 并无此时: the form is right, but there is no such day or second, or its year is not 1 to 9999.
    #[error("there is no such day or second")]
    NoSuchMoment,
}

impl BadMoment {
    /// The same in Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Form => "时刻应写作 YYYY-MM-DDThh:mm:ss+08:00",
            Self::NoSuchMoment => "没有这一天或这一秒",
        }
    }
}

/// Hours ahead of UTC, all year.
const BEIJING: i64 = 8;

impl Moment {
    /// The moment at an hour, minute and second of a day in Beijing.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use tongquan::time::{BadMoment, Moment};
    /// let day = NaiveDate::from_ymd_opt(2024, 3, 4).unwrap();
    /// assert_eq!(Moment::new(day, 9, 0, 0).unwrap().to_string(), "2024-03-04T09:00:00+08:00");
    /// assert_eq!(Moment::new(day, 24, 0, 0), Err(BadMoment::NoSuchMoment));
    /// ```
    ///
    /// # Errors
    ///
    /// [`BadMoment::NoSuchMoment`] for an hour past 23 and the like, or a year outside 1 to 9999.
    pub fn new(day: NaiveDate, hour: u32, minute: u32, second: u32) -> Result<Self, BadMoment> {
        let time = NaiveTime::from_hms_opt(hour, minute, second).ok_or(BadMoment::NoSuchMoment)?;
        Self::in_range(NaiveDateTime::new(day, time))
    }

    /// The moment of any chrono date and time, told in Beijing time; parts of a second are dropped.
    ///
    /// ```
    /// use tongquan::Moment;
    /// let utc = "2024-03-04T01:00:00.5Z".parse::<chrono::DateTime<chrono::Utc>>()?;
    /// let nine = Moment::of(&utc)?;
    /// assert_eq!(nine.to_string(), "2024-03-04T09:00:00+08:00");
    /// // and back
    /// assert_eq!(chrono::DateTime::from(nine), utc - chrono::TimeDelta::milliseconds(500));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BadMoment::NoSuchMoment`] where the year is outside 1 to 9999.
    pub fn of<Z: TimeZone>(time: &DateTime<Z>) -> Result<Self, BadMoment> {
        let utc = time.naive_utc();
        let local = utc.checked_add_signed(TimeDelta::hours(BEIJING)).ok_or(BadMoment::NoSuchMoment)?;
        Self::in_range(local.with_nanosecond(0).unwrap_or(local))
    }

    fn in_range(time: NaiveDateTime) -> Result<Self, BadMoment> {
        if (1..=9999).contains(&time.year()) { Ok(Self(time)) } else { Err(BadMoment::NoSuchMoment) }
    }

    /// Beijing's day.
    pub const fn day(self) -> NaiveDate {
        self.0.date()
    }

    /// Date and time of day in Beijing.
    pub const fn naive(self) -> NaiveDateTime {
        self.0
    }
}

impl<Z: TimeZone> TryFrom<DateTime<Z>> for Moment {
    type Error = BadMoment;
    fn try_from(time: DateTime<Z>) -> Result<Self, BadMoment> {
        Self::of(&time)
    }
}

/// Beijing time.
impl From<Moment> for DateTime<FixedOffset> {
    fn from(it: Moment) -> Self {
        let ahead = TimeDelta::hours(BEIJING);
        let offset = i32::try_from(ahead.num_seconds()).ok().and_then(FixedOffset::east_opt);
        Self::from_naive_utc_and_offset(it.0 - ahead, offset.unwrap_or_else(|| Utc.fix()))
    }
}

impl FromStr for Moment {
    type Err = BadMoment;

    /// Reads the one fixed form by position: several times faster than a general parser, and it leaves no second spelling of a moment.
    fn from_str(text: &str) -> Result<Self, BadMoment> {
        let (day, time) = text.as_bytes().split_first_chunk().ok_or(BadMoment::Form)?;
        let [b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'+', b'0', b'8', b':', b'0', b'0'] = time else {
            return Err(BadMoment::Form);
        };
        let (year, month, day) = iso::parts(day).ok_or(BadMoment::Form)?;
        let number = |tens: &u8, ones: &u8| iso::number(&[*tens, *ones]).ok_or(BadMoment::Form);
        let (hour, minute, second) = (number(h1, h2)?, number(m1, m2)?, number(s1, s2)?);
        let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(BadMoment::NoSuchMoment)?;
        Self::new(date, hour, minute, second)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.0.time();
        write!(f, "{}T{:02}:{:02}:{:02}+08:00", self.0.date(), time.hour(), time.minute(), time.second())
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(FromText::new())
    }
}

written! {
    Moment => "Moment", {
        "type": "string", "format": "date-time", "pattern": r"^(?!0000)\d{4}-\d\d-\d\dT\d\d:[0-5]\d:[0-5]\d\+08:00$",
        "description": "时刻: a whole second of Beijing time",
    };
}
