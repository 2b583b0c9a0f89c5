use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Items;
use crate::{
    body::BodyRef,
    place::Regions,
    route::{Admission, Venue},
    text::{Mark, Text},
};

/// 收件权限登记: that a venue takes in other places' business. A start is recorded by the service; what is not recorded has not started (`S13`).
///
/// Where several speak of an item, the one that runs and began last counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// 登记号
    pub number: Mark,
    /// 办理地点: the venue.
    pub venue: Venue,
    /// 权限: what it gives.
    pub gives: Admission<BodyRef>,
    /// 事项: which items it takes.
    pub items: Items,
    /// 区域: whose business it takes.
    pub regions: Regions,
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 截止日: last day; none while it runs on.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
    /// 依据: by what it was given.
    pub ground: Text,
}
