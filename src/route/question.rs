use chrono::NaiveDate;
use serde::Serialize;

use super::{NoRoute, Scope, Venue};
use crate::{
    catalogue::{Key, NoItem},
    place::Place,
};

/// What is asked of a route: the item, where the matter lies and what else it touches, where the papers would be handed in, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// The key of the item.
    pub item: &'a Key,
    /// Where the matter lies.
    pub place: Place,
    /// What other regions it touches.
    pub scope: Scope,
    /// Where the papers would be handed in.
    pub venue: &'a Venue,
    /// On which day.
    pub day: NaiveDate,
}

/// A question has no route for an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AskError {
    /// No item of the list that day.
    #[error(transparent)]
    NoItem(#[from] NoItem),
    /// The place resolves to no region.
    #[error("{place} lies in no one region: name the region, township or village")]
    NoRegion {
        /// The place asked.
        place: Place,
    },
    /// There is an item and a region, but no route.
    #[error(transparent)]
    NoRoute(#[from] NoRoute),
}

impl AskError {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::NoItem(it) => it.zh(),
            Self::NoRegion { place } => format!("{place}不属于某一县（市、区）或功能区，请写明区域、乡镇或村"),
            Self::NoRoute(it) => it.zh(),
        }
    }
}
