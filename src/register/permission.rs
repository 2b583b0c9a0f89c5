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
///
/// ```
/// use tongquan::{Office, Question, Region, Scope, Venue, route::Access};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let permission = &office.revisions()[0].permissions[0]; // the city's centre takes in for every region
/// let (item, venue): (_, Venue) = ("A1-36".parse()?, "济宁市为民服务中心".parse()?);
/// assert_eq!((&permission.venue, permission.from), (&venue, "2021-08-02".parse()?));
/// let asked = Question { item: &item, place: Region::Wenshang.into(), scope: Scope::WITHIN, venue: Some(&venue), day: permission.from };
/// assert_eq!(office.route(&asked)?.access(), Access::PassOn);
/// let before = Question { day: "2021-08-01".parse()?, ..asked };
/// assert!(!office.route(&before)?.access().is_open()); // it has not begun
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// 登记号: its number, given once.
    pub number: Mark,
    /// 办理地点: the venue that it is given to.
    pub venue: Venue,
    /// 权限: what it gives.
    pub gives: Admission<BodyRef>,
    /// 事项: which items it takes.
    pub items: Items,
    /// 区域: whose business it takes.
    pub regions: Regions,
    /// 起始日: the first day on which the venue takes in.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 截止日: last day; none while it runs on.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
    /// 依据: by what it was given.
    pub ground: Text,
}
