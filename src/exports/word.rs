use std::fmt;

use serde::Serialize;

use crate::{
    body::{Department, UnitKind},
    case::{Message, StageKind, StepKind},
    catalogue::{Kind, Modality},
    oversight::{LicenceState, Repository},
    place::{Region, Township},
    register::TimeUnit,
    route::{Tier, VenueKind},
};

/// 书面词: the word under which a term stands in data: in journals and in exports the same.
pub(super) struct Word<'a, T>(pub(super) &'a T);

/// What is written as one word.
pub(super) trait Worded: Serialize {}

macro_rules! worded {
    ($($Term:ty),+) => { $(impl Worded for $Term {})+ };
}
worded!(
    Department,
    Kind,
    LicenceState,
    Modality,
    Region,
    Repository,
    StageKind,
    StepKind,
    Tier,
    TimeUnit,
    Township,
    UnitKind,
    VenueKind
);

// a formatter is a serializer of words, so that there is no second table of them
impl<T: Worded> fmt::Display for Word<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// 消息: the word of a report, or of the seat that a push goes to.
pub(super) fn message(it: Message) -> String {
    match it {
        Message::Report => "report".to_owned(),
        Message::Push(tier) => Word(&tier).to_string(),
    }
}
