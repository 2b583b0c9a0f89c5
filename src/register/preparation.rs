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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// 部门: whose staff.
    pub department: Department,
    /// 区域: at which region's window.
    pub region: Region,
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 截止日: last day; none while they sit there.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
}

/// 进驻: items sit at the centre that serves a region (`C2`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stationing {
    /// 区域: whose centre.
    pub region: Region,
    /// 事项: which items.
    pub items: Items,
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

/// 业务指导员: who answers the regions' questions on items of a department (`C10`). One is replaced only with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Adviser {
    /// 部门: the department.
    pub department: Department,
    /// 事项: on which of its items.
    pub items: Items,
    /// 人员代号: who: at least one, as opaque references.
    pub persons: Vec<Person>,
    /// 起始日: first day.
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
        let (_, at) = known.of(item.key(), item.kind()).filter_map(|line| line.on(asked)).max()?;
        self.row(at, |it| &it.advisers)
    }
}

/// 纳入平台运行: items of regions run on the platform (`C4`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OnPlatform {
    /// 事项: which items.
    pub items: Items,
    /// 区域: of which regions.
    pub regions: Regions,
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

/// 电子印章、电子证照: one of them is there for items of a region (`C5`). The electronic twin of a Seal No. 2 is no such row: it is a seal.
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
    /// 起始日: first day.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
}

/// 电子化方式: which electronic means.
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
