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
///
/// ```
/// use tongquan::{Edition, Office, Region};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let handles = |key: &str| -> Result<Option<String>, Box<dyn std::error::Error>> {
///     let item = Edition::built_in().look_up(key)?;
///     let undertaking = office.now().undertaking(item, Region::Wenshang, "2024-03-04".parse()?);
///     Ok(undertaking.handler.map(|it| it.id.to_string()))
/// };
/// // the first row that covers an item counts: A1-31 has one of its own, before that for all items
/// assert_eq!(handles("A1-31")?.as_deref(), Some("wenshang-sector"));
/// assert_eq!(handles("A1-36")?.as_deref(), Some("wenshang-bureau"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// 区域: the region whose plan it is.
    pub region: Region,
    /// 起始日: the first day on which it holds.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 服务中心: the centre that serves it, where it has none of its own or another is to (`S1`).
    #[serde(default)]
    pub centre: Option<Centre>,
    /// 承接安排: who handles what; the first row that covers an item counts.
    pub undertakes: Vec<Undertaken>,
}

/// 承接安排: one row of a plan. Bodies are those on record, under the names that they have when the plan is recorded.
///
/// ```
/// use tongquan::register::Undertaken;
/// let row: Undertaken = serde_json::from_str(r#"{"items": {"only": ["A1-36"]}, "handler": "ws-bureau",
///   "supervision": {"county_supervisor": {"body": "ws-traffic"}}, "uses": {"licence": true}}"#)?;
/// assert!(row.uses.licence && !row.uses.seal); // the electronic licence is to be there; no electronic seal is asked for
/// assert_eq!(row.supervision.county_enforcement, None); // an empty seat, where the bureau handles the item: readiness says so
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Undertaken {
    /// 事项: the items of the row.
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
///
/// ```
/// use tongquan::register::Uses;
/// let uses: Uses = serde_json::from_str(r#"{"licence": true}"#)?; // what is left out is not used
/// assert_eq!((uses.licence, uses.seal), (true, false));
/// assert_eq!(Uses::default(), serde_json::from_str("{}")?);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Uses {
    /// 电子印章: whether these items use one; then it is to be on record.
    pub seal: bool,
    /// 电子证照: whether these items use them; then they are to be connected.
    pub licence: bool,
}
