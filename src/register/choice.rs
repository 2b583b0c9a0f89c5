use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Items;
use crate::{
    body::BodyRef,
    place::{Region, Township},
    route::{ChosenWay, Supervision},
    text::Mark,
};

/// 自行确定: by which modality a region shares three-tier items with townships, from a day (`A2`, `C15`). A later choice of the region for an item takes
/// the place of the earlier, whole: name every township in it that goes on. Of one day, the last recorded counts; one for all items, or for a
/// kind, reaches those that come to the list later (`S53`).
///
/// Until one has begun, and in townships that it does not name, the item has no route: the region must choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// 区域: the region.
    pub region: Region,
    /// 事项: which of the three-tier items.
    pub items: Items,
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 同权方式, and the county's bodies that it needs, by their ids.
    pub way: ChosenWay<Mark>,
    /// 乡镇（街道）: where it holds.
    pub townships: Vec<TownshipDesk>,
    /// 监管单位: who supervises what the county's approval bureau decides of them (`C12`); the city's side is city data (`S10`).
    #[serde(default)]
    pub supervision: Supervision<BodyRef>,
}

/// 乡镇承办: a township that a choice names, and the body that acts for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TownshipDesk {
    /// 乡镇（街道）: which.
    pub township: Township,
    /// 承办单位: its body: a township unit of the region, by its id.
    pub body: Mark,
}
