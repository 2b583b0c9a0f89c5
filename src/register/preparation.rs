use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Items, Registers};
use crate::{
    body::Department,
    catalogue::Item,
    place::{Region, Regions},
    term::{named, terms},
    text::{Person, Text},
};

/// 派驻: staff of a city department sit at the centre that serves a region, for a forward service window (`C1`).
///
/// ```
/// use tongquan::{Edition, Office, Region, register::Revision, route::Gap};
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-31", "postings": [
///   {"department": "ecology", "region": "wenshang", "from": "2021-06-30"}]}"#)?;
/// let (item, day) = (Edition::built_in().look_up("A1-24")?, "2024-03-04".parse()?);
/// let lacks = |office: &Office| office.readiness(item, Region::Wenshang, day).gaps().contains(&Gap::NoStaffPosted);
/// assert!(lacks(Office::built_in()) && !lacks(&Office::new(vec![revision])?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// 部门: the department whose staff sit there.
    pub department: Department,
    /// 区域: at which region's window.
    pub region: Region,
    /// 起始日: the first day on which they sit there.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 截止日: last day; none while they sit there.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
}

/// 进驻: items sit at the centre that serves a region (`C2`).
///
/// ```
/// use tongquan::{Edition, Office, Region, register::Revision, route::Gap};
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-31", "stationings": [
///   {"region": "wenshang", "items": "all", "from": "2021-06-30"}]}"#)?;
/// let (item, day) = (Edition::built_in().look_up("A1-36")?, "2024-03-04".parse()?);
/// let lacks = |office: &Office| office.readiness(item, Region::Wenshang, day).gaps().contains(&Gap::NotStationed);
/// assert!(lacks(Office::built_in()) && !lacks(&Office::new(vec![revision])?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stationing {
    /// 区域: the region that the centre serves.
    pub region: Region,
    /// 事项: the items that sit there.
    pub items: Items,
    /// 起始日: the first day on which they do.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

/// 业务指导员: who answers the regions' questions on items of a department (`C10`). One is replaced only with a reason.
///
/// ```
/// use tongquan::{Edition, Office, Region, register::Revision, route::Gap};
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-31", "advisers": [
///   {"department": "transport", "items": "all", "persons": ["adviser-1"], "from": "2021-06-30"}]}"#)?;
/// let (item, day) = (Edition::built_in().look_up("A1-36")?, "2024-03-04".parse()?);
/// let lacks = |office: &Office| office.readiness(item, Region::Wenshang, day).gaps().contains(&Gap::NoAdviser);
/// assert!(lacks(Office::built_in()) && !lacks(&Office::new(vec![revision])?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Adviser {
    /// 部门: the department whose items they are.
    pub department: Department,
    /// 事项: on which of its items.
    pub items: Items,
    /// 人员代号: who: at least one, as opaque references.
    pub persons: Vec<Person>,
    /// 起始日: the first day on which they advise.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 替换理由: why a person of the row before is named no longer (`S61`).
    #[serde(default)]
    pub reason: Option<Text>,
}

impl<'o> Registers<'o> {
    /// 当日业务指导员: the row that names the advisers of an item on a day: the last begun, of one day the one recorded last (`S61`).
    ///
    /// ```
    /// use tongquan::Office;
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let day = "2024-03-04".parse()?;
    /// let item = office.catalogue().in_force(day).ok_or("no list yet")?.annex_1(36)?;
    /// assert_eq!(office.now().adviser(item, day).map(|it| it.persons.len()), Some(1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn adviser(self, item: Item<'_>, day: NaiveDate) -> Option<&'o Adviser> {
        let known = self.office.index.advisers.get(&item.department()?)?;
        let asked = self.as_of(day);
        let (_, at) = known.on(item.key(), item.kind(), asked)?;
        self.row(at, |it| &it.advisers)
    }
}

/// 纳入平台运行: items of regions run on the platform (`C4`).
///
/// ```
/// use tongquan::{Edition, Office, Region, register::Revision, route::Gap};
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2021-07-31", "on_platform": [
///   {"items": "all", "regions": ["wenshang", "qufu"], "from": "2021-07-31"}]}"#)?;
/// let (item, day) = (Edition::built_in().look_up("A1-36")?, "2024-03-04".parse()?);
/// let lacks = |office: &Office| office.readiness(item, Region::Wenshang, day).gaps().contains(&Gap::NotOnPlatform);
/// assert!(lacks(Office::built_in()) && !lacks(&Office::new(vec![revision])?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OnPlatform {
    /// 事项: the items that run on it.
    pub items: Items,
    /// 区域: of which regions.
    pub regions: Regions,
    /// 起始日: the first day on which they do.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

/// 电子印章、电子证照: one of them is there for items of a region (`C5`). The electronic twin of a Seal No. 2 is no such row: it is a seal.
///
/// ```
/// use tongquan::{Edition, Office, Region, route::Gap};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let day = "2024-03-04".parse()?;
/// let item = Edition::built_in().look_up("A1-36")?;
/// assert!(!office.readiness(item, Region::Wenshang, day).gaps().contains(&Gap::NoElectronicLicence));
/// // without the row, which the plan calls for by `uses`, it is missing
/// let mut revisions = office.revisions().to_vec();
/// revisions[0].electronics.retain(|it| it.region != Region::Wenshang);
/// assert!(Office::new(revisions)?.readiness(item, Region::Wenshang, day).gaps().contains(&Gap::NoElectronicLicence));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Electronic {
    /// 种类: which of the two.
    pub what: ElectronicMeans,
    /// 区域: of which region.
    pub region: Region,
    /// 事项: for which items.
    pub items: Items,
    /// 起始日: the first day on which it is there.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

/// 电子化方式: which electronic means.
///
/// ```
/// use tongquan::register::{Electronic, ElectronicMeans};
/// let row: Electronic = serde_json::from_str(
///     r#"{"what": "licence", "region": "wenshang", "items": {"of_kind": "confirmation"}, "from": "2024-03-05"}"#)?;
/// assert_eq!((row.what, row.what.label()), (ElectronicMeans::Licence, "电子证照"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ElectronicMeans {
    /// 电子印章: the electronic form of the seal that the route names, but for Seal No. 2.
    Seal,
    /// 电子证照: connected to the provincial and city repositories.
    Licence,
}

terms!(ElectronicMeans {
    Self::Seal => "电子印章", "electronic seal";
    Self::Licence => "电子证照", "electronic licence";
});
named!(word: ElectronicMeans);
