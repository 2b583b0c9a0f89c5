//! The identifiers under which rules are told, and by which they are found.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use strum::IntoEnumIterator;

use super::Rule;
use crate::{
    text::{FromText, Sought, Unknown},
    written::written,
};

impl Rule {
    /// The identifier under which it is told in messages, in snake case.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// Finds a rule by the identifier under which it is told.
///
/// ```
/// use tongquan::Rule;
/// assert_eq!("papers_complete".parse(), Ok(Rule::PapersComplete));
/// assert_eq!("paper_complete".parse::<Rule>().unwrap_err().nearest[0], "papers_complete");
/// ```
impl FromStr for Rule {
    type Err = Unknown;
    fn from_str(id: &str) -> Result<Self, Unknown> {
        Self::iter().find(|it| it.id() == id).ok_or_else(|| Unknown::new(Sought::Rule, id, Self::iter().map(Self::id)))
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(FromText::new())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

written! {
    Rule => "Rule", { "type": "string", "enum": Self::iter().map(Self::id).collect::<Vec<_>>(), "description": "规则" };
}
