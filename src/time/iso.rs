//! A day's one written form, `YYYY-MM-DD`: chrono's own reader takes several, and names no input when it refuses.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::written::written;

/// A day, for `serde(with)`.
pub(crate) enum Iso {}

impl Iso {
    /// Written as chrono writes it.
    pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    /// Read in that form only.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        from.deserialize_str(Form)
    }
}

/// How many bytes it has.
const LENGTH: usize = 10;

/// Year, month and day, where it is of that form; whether there is such a day is not asked.
pub(super) fn parts(text: &[u8; LENGTH]) -> Option<(i32, u32, u32)> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    Some((i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?, number(&[*m1, *m2])?, number(&[*d1, *d2])?))
}

/// What digits tell.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

/// 日期有误: a day is not written `YYYY-MM-DD`, or there is no such day.
///
/// See the example of [`read_day`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{input:?} is no day written YYYY-MM-DD")]
#[non_exhaustive]
pub struct BadDay {
    /// What was given, at most its first 40 characters.
    pub input: String,
}

impl BadDay {
    const SHOWN: usize = 40;

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("日期应写作YYYY-MM-DD，且须确有其日，实为“{}”", self.input)
    }
}

/// 日: a day as a form, a client or a file writes it, `YYYY-MM-DD`: the same that is read in registers and journals. A year that has not four digits is written as
/// chrono writes it, with its sign.
///
/// ```
/// use tongquan::time::read_day;
/// assert_eq!(read_day("2024-03-04")?.to_string(), "2024-03-04");
/// assert_eq!(read_day("2024/3/4").unwrap_err().zh(), "日期应写作YYYY-MM-DD，且须确有其日，实为“2024/3/4”");
/// assert!(read_day("2023-02-29").is_err());
/// # Ok::<(), tongquan::time::BadDay>(())
/// ```
///
/// # Errors
///
/// [`BadDay`] with what was given.
pub fn read_day(text: &str) -> Result<NaiveDate, BadDay> {
    let day = match text.as_bytes().as_array() {
        Some(text) => parts(text).and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)),
        // years that have not four digits, as chrono writes them
        None => text.parse().ok().filter(|day: &NaiveDate| day.to_string() == text),
    };
    day.ok_or_else(|| BadDay { input: text.chars().take(BadDay::SHOWN).collect() })
}

struct Form;

impl de::Visitor<'_> for Form {
    type Value = NaiveDate;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day written YYYY-MM-DD")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<NaiveDate, E> {
        read_day(text).map_err(E::custom)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Day(#[serde(with = "Iso")] NaiveDate);

/// The same for a day that may be absent.
pub(crate) enum MaybeIso {}

impl MaybeIso {
    pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Day>::deserialize(from)?.map(|Day(day)| day))
    }
}

written! {
    Iso => "Day", { "type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$", "description": "日: a day in Beijing, YYYY-MM-DD" };
    MaybeIso => "MaybeDay", {
        "type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$", "description": "日: a day in Beijing, YYYY-MM-DD, or none",
    };
}
