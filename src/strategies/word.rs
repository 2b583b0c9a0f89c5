//! Words of one's own, none of them real.

use crate::text::{Mark, Person, Text};

pub(super) fn mark(text: &str) -> Mark {
    text.parse().unwrap_or_else(|_| Mark::blank(1))
}

pub(super) fn numbered(prefix: &str, number: impl std::fmt::Display) -> Mark {
    mark(&format!("{prefix}-{number}"))
}

pub(super) fn person(prefix: &str, number: impl std::fmt::Display) -> Person {
    format!("{prefix}-{number}").parse().unwrap_or_else(|_| Person::blank(1))
}

/// Marked as fictional.
pub(super) fn text(text: &str) -> Text {
    format!("（虚构）{text}").parse().unwrap_or_else(|_| Text::blank(1))
}
