use chrono::NaiveDate;

use super::{NoRoute, Scope, Venue};
use crate::{catalogue::Key, law::Fact, place::Place, text::Unknown};

/// What is asked of a route: the item, where the matter lies and what else it touches, where the papers would be handed in, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// 事项: the key of the item.
    pub item: &'a Key,
    /// 地点: where the matter lies.
    pub place: Place,
    /// 范围: what other regions it touches.
    pub scope: Scope,
    /// 办理地点: where the papers would be handed in.
    pub venue: &'a Venue,
    /// 日期: the day on which it is asked.
    pub day: NaiveDate,
}

/// A question has no route for an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AskError {
    /// No edition of the catalogue is in force on that day.
    #[error("no catalogue is in force on {day}; the first is from {first}")]
    NotInForce {
        /// The day asked.
        day: NaiveDate,
        /// First day of the first edition.
        first: NaiveDate,
    },
    /// The item is not on the list that day: it left it, or comes to it later.
    #[error("{item} is not on the list on {day}; the list has it {}", span(*.from, *.until).1)]
    NotListed {
        /// The item.
        item: Key,
        /// The day asked.
        day: NaiveDate,
        /// The first day on which it is there.
        from: NaiveDate,
        /// The last day; none where it stays.
        until: Option<NaiveDate>,
    },
    /// No list has an item of this key, on any day.
    #[error(transparent)]
    NoSuchItem(#[from] Unknown),
    /// The place resolves to no region.
    #[error("{place} lies in no one region: name the region, township or village")]
    NoRegion {
        /// The place asked, which no one region runs.
        place: Place,
    },
    /// There is an item and a region, but no route.
    #[error(transparent)]
    NoRoute(#[from] NoRoute),
}

fn span(from: NaiveDate, until: Option<NaiveDate>) -> (String, String) {
    let span = Fact::span(Some(from), until);
    (span.zh(), span.to_string())
}

impl AskError {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::NotInForce { day, first } => format!("{day}尚无生效的事项清单，首版自{first}起施行"),
            Self::NotListed { item, day, from, until } => {
                format!("{item}于{day}不在清单上，在清单上的日期：{}", span(*from, *until).0)
            }
            Self::NoSuchItem(it) => it.zh(),
            Self::NoRegion { place } => format!("{place}不属于某一县（市、区）或功能区，请写明区域、乡镇或村"),
            Self::NoRoute(it) => it.zh(),
        }
    }
}
