use chrono::NaiveDate;
use serde::Serialize;

use super::{NoRoute, Scope, Venue};
use crate::{
    catalogue::{Key, NoItem},
    place::Place,
};

/// 提问: what is asked of a route: the item, where the matter lies and what else it touches, where the papers would be handed in, if that is known, and when.
///
/// ```
/// use tongquan::{Office, Place, Question, Scope};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let (item, place, day) = ("A1-36".parse()?, "南旺镇".parse::<Place>()?, "2024-03-04".parse()?);
/// let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: None, day };
/// let route = office.route(&asked)?;
/// assert_eq!(route.region().label(), "汶上县"); // which runs the township
/// let counter = route.counter().ok_or("no centre on record")?;
/// assert_eq!(counter.to_string(), "汶上县为民服务中心"); // where to go
/// assert!(office.route(&Question { venue: Some(&counter), ..asked })?.access().is_open());
/// assert!(!office.route(&Question { venue: Some(&"曲阜市为民服务中心".parse()?), ..asked })?.access().is_open());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// 事项: the key of the item.
    pub item: &'a Key,
    /// 地点: where the matter lies.
    pub place: Place,
    /// 范围: what other regions it touches.
    pub scope: Scope,
    /// 办理地点: where the papers would be handed in; none where that is what is asked, and then the answers are those of the competent counter.
    pub venue: Option<&'a Venue>,
    /// 日期: the day on which it is asked.
    pub day: NaiveDate,
}

/// 没有路径可答: a question has no route for an answer, and why not.
///
/// ```
/// use tongquan::{Office, Question, Region, Scope, catalogue::NoItem, route::AskError};
/// let ask = |item: &str, day: &str| -> Result<AskError, Box<dyn std::error::Error>> {
///     let (item, place) = (item.parse()?, Region::Wenshang.into());
///     let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: None, day: day.parse()? };
///     Ok(Office::built_in().route(&asked).expect_err("an answer"))
/// };
/// assert_eq!(ask("A1-36", "2021-06-14")?.zh(), "2021-06-14尚无生效的事项清单，首版自2021-06-15起施行");
/// assert!(matches!(ask("A1-62", "2024-03-04")?, AskError::NoItem(NoItem::NoSuch(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
        /// The place asked, which no one region runs.
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
