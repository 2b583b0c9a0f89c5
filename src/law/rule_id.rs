//! The identifiers under which rules are told, and by which they are found.

use strum::IntoEnumIterator;

use super::{Rule, by_id::by_id};
use crate::written::written;

impl Rule {
    /// The identifier under which it is told in messages, in snake case.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

by_id! {
    ///
    /// ```
    /// use tongquan::Rule;
    /// assert_eq!("papers_complete".parse(), Ok(Rule::PapersComplete));
    /// assert_eq!("paper_complete".parse::<Rule>().unwrap_err().nearest[0], "papers_complete");
    /// ```
    Rule in Rule::iter();
}

written! {
    Rule => "Rule", { "type": "string", "enum": Self::iter().map(Self::id).collect::<Vec<_>>(), "description": "规则" };
}
