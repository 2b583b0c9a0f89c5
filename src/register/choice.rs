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
///
/// ```
/// use tongquan::{Modality, register::Choice};
/// let choice: Choice = serde_json::from_str(r#"{"region": "wenshang", "items": {"of_kind": "public_service"}, "from": "2024-03-05",
///   "way": "direct", "townships": [{"township": "370830102", "body": "ws-nanwang"}]}"#)?;
/// assert_eq!(choice.way.modality(), Modality::Direct);
/// assert_eq!(choice.townships[0].township.name(), "南旺镇"); // in the others the item goes on having no route
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// 区域: the region that chose.
    pub region: Region,
    /// 事项: which of the three-tier items.
    pub items: Items,
    /// 起始日: the first day on which it holds.
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
///
/// ```
/// use tongquan::{Office, Region};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let choice = &office.revisions()[0].choices[0];
/// let desk = &choice.townships[0];
/// assert_eq!((choice.region, desk.township.name()), (Region::Liangshan, "拳铺镇"));
/// let body = office.now().body(&desk.body).ok_or("not on record")?;
/// assert_eq!(body.label(), "拳铺镇人民政府（虚构）");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TownshipDesk {
    /// 乡镇（街道）: the township, by its code.
    pub township: Township,
    /// 承办单位: its body: a township unit of the region, by its id.
    pub body: Mark,
}
