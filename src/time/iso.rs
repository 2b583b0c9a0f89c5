//! A day's one written form, `YYYY-MM-DD`: chrono's own reader takes several, and names no input when it refuses.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserializer, Serializer, de};

/// Written as chrono writes it.
pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

/// Read in that form only.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    from.deserialize_str(Form)
}

struct Form;

impl de::Visitor<'_> for Form {
    type Value = NaiveDate;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day written YYYY-MM-DD")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<NaiveDate, E> {
        let day = text.parse().ok().filter(|day: &NaiveDate| day.to_string() == text);
        day.ok_or_else(|| E::custom(format_args!("{text:?} is no day written YYYY-MM-DD")))
    }
}

/// The same for a day that may be absent.
pub(crate) mod option {
    use super::{Deserializer, NaiveDate, Serializer};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Day(#[serde(with = "super")] NaiveDate);

    pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Day>::deserialize(from)?.map(|Day(day)| day))
    }
}
