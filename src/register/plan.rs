use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Items;
use crate::{
    body::BodyRef,
    place::{Centre, Region},
    route::Supervision,
    text::Mark,
};

/// 承接落实方案: which body of a region handles which item, from a day (`C2`). A later plan of the region takes the place of the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// 区域: the region.
    pub region: Region,
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 服务中心: the centre that serves it, where it has none of its own or another is to (`S1`).
    #[serde(default)]
    pub centre: Option<Centre>,
    /// 承接安排: who handles what; the first row that covers an item counts.
    pub undertakes: Vec<Undertaken>,
}

/// 承接安排: one row of a plan. Bodies are those on record, under the names that they have when the plan is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Undertaken {
    /// 事项: which items.
    pub items: Items,
    /// 承办部门（单位）: a unit of the region, by its id.
    pub handler: Mark,
    /// 监管单位: who supervises them, where the approval bureau handles them (`S5`).
    #[serde(default)]
    pub supervision: Supervision<BodyRef>,
    /// 电子化: what is handled electronically (`C5`).
    #[serde(default)]
    pub uses: Uses,
}

/// 电子印章、电子证照的运用: what a plan uses of them for its items (`C5`). What it uses is to be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Uses {
    /// 电子印章: whether these items use one; then it is to be on record.
    pub seal: bool,
    /// 电子证照: whether these items use them; then they are to be connected.
    pub licence: bool,
}
