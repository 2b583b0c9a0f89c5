use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::Gap;
use crate::{
    catalogue::{Modality, Standing, Why},
    law::{Clause, Fact, Silence, Source},
    place::{Region, Township},
};

/// 没有路径: there is no route, and why not. Nothing stands in for it.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, Standing, route::NoRoute};
/// let item = Edition::built_in().annex_2(8)?;
/// let why = Route::of(item, Region::Wenshang, Scope::WITHIN).unwrap_err();
/// assert_eq!(why.zh(), "此三级同权事项的同权方式由汶上县自行确定（附件2注）");
/// assert_eq!(why.standing(), Some(Standing::RegionChooses));
/// // of a matter that crosses regions, the text names nobody
/// let crossing = Route::of(item, Region::Wenshang, Scope::touching([Region::Liangshan])).unwrap_err();
/// assert_eq!(crossing, NoRoute::Unresolved { region: Region::Wenshang });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoRoute {
    /// 自行确定: each region decides the modality of a three-tier item (`A2`), and this one has not.
    #[error("{region} must choose the modality of this three-tier item (A2)")]
    RegionMustChoose {
        /// The region that is to choose.
        region: Region,
    },
    /// 尚未开始: the choice that the region has on record begins later (`A2`).
    #[error("{region} has chosen the modality of this three-tier item from {from} on")]
    ChosenFrom {
        /// The region that chose.
        region: Region,
        /// 起始日: the first day of its choice.
        from: NaiveDate,
    },
    /// 未定: the region chose for other townships (`S53`).
    #[error("{region} has chosen the modality of this three-tier item for some townships: {}", elsewhere(*.township))]
    NotChosenThere {
        /// The region that chose for others.
        region: Region,
        /// The township of the place asked; none, and the place must be told more finely.
        township: Option<Township>,
    },
    /// 未载明用章: the region chose review and named no seal, so that the choice is not usable (`S20`).
    #[error("{region} chose review for this three-tier item and named no seal: the choice is not usable (S20)")]
    SealNotNamed {
        /// The region that chose review.
        region: Region,
    },
    /// 未定: the matter crosses regions, and the text names nobody to decide it (`S23`).
    #[error("the matter of this item of {region} crosses regions, and the text names nobody to decide it (S23)")]
    Unresolved {
        /// The region that it was asked for.
        region: Region,
    },
    /// What is said of the item names no city department, though it was the city's: no such item is on any list.
    #[error("a formerly-city item without a city department")]
    NoDepartment,
}

fn elsewhere(township: Option<Township>) -> String {
    township.map_or_else(|| "name the township".to_owned(), |it| format!("{it} is not among them"))
}

impl NoRoute {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::RegionMustChoose { region } => format!("此三级同权事项的同权方式由{region}自行确定（附件2注）"),
            Self::ChosenFrom { region, from } => format!("{region}为此三级同权事项选定的方式自{from}起"),
            Self::NotChosenThere { region, township: Some(township) } => {
                format!("{region}为此三级同权事项选定的乡镇（街道）不含{township}（S53）")
            }
            Self::NotChosenThere { region, township: None } => {
                format!("{region}按乡镇（街道）选定了此三级同权事项的方式，请写明乡镇（街道）（S53）")
            }
            Self::SealNotNamed { region } => format!("{region}为此三级同权事项选定审核而未载明用章，不能办理（S20）"),
            Self::Unresolved { region } => format!("{region}此类事项跨区域时，文件未定由谁办理（S23）"),
            Self::NoDepartment => "原属市级的事项须有市级实施部门".to_owned(),
        }
    }
    /// What it rests on.
    pub const fn basis(&self) -> &'static [Source] {
        match self {
            Self::RegionMustChoose { .. } | Self::ChosenFrom { .. } => {
                &[Source::Clause(Clause::A2), Source::Clause(Clause::C15), Source::Silence(Silence::S10)]
            }
            Self::NotChosenThere { .. } => {
                &[Source::Clause(Clause::A2), Source::Clause(Clause::C15), Source::Silence(Silence::S53)]
            }
            Self::SealNotNamed { .. } => &[Source::Clause(Clause::A2), Source::Silence(Silence::S20)],
            Self::Unresolved { .. } => &[Source::Silence(Silence::S7), Source::Silence(Silence::S23)],
            Self::NoDepartment => &[Source::Clause(Clause::A1)],
        }
    }
    /// How the item stands.
    pub const fn standing(&self) -> Option<Standing> {
        match self {
            Self::RegionMustChoose { .. }
            | Self::ChosenFrom { .. }
            | Self::NotChosenThere { .. }
            | Self::SealNotNamed { .. } => Some(Standing::RegionChooses),
            Self::Unresolved { .. } => Some(Standing::Unresolved),
            Self::NoDepartment => None,
        }
    }
}

/// 理由: why a route is as it is, and not by another modality.
///
/// ```
/// use tongquan::{Edition, Modality, Region, Route, Scope};
/// // the column has a forward service window, and the remark has substantive review outside 任城区 and the zones
/// let route = Route::of(Edition::built_in().annex_1(20)?, Region::Wenshang, Scope::WITHIN)?;
/// let why = route.why();
/// assert_eq!((why.is.column, route.modality()), (Some(Modality::Window), Some(Modality::Review)));
/// assert!(why.is.zh().contains("栏内为：窗口前移"));
/// assert_eq!(why.basis[0].id(), "A1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whys {
    /// How the item stands for this matter.
    pub standing: Standing,
    /// How the catalogue says that it stands in the region.
    pub catalogue: Standing,
    /// Why the catalogue says so.
    pub why: Why,
    /// The modality in the list's own column, which is not followed where a remark rules otherwise.
    pub column: Option<Modality>,
    /// What is missing, where that makes the route the city's.
    pub gap: Option<Gap>,
}

impl Whys {
    /// The column's modality, where the region has the item otherwise.
    fn set_aside(&self) -> Option<Modality> {
        self.column.filter(|column| self.catalogue != Standing::Devolved(*column))
    }

    /// How it is handled: as it stands, or as the city's where something is missing.
    pub const fn handled_as(&self) -> Standing {
        if self.gap.is_some() { Standing::NotDevolved } else { self.standing }
    }

    /// The reasons in Chinese, one a sentence.
    pub fn zh(&self) -> String {
        let mut told = format!("{}：{}", self.catalogue.label(), self.why.label());
        if let Some(column) = self.set_aside() {
            told.push_str(&format!("（栏内为：{}）", column.label()));
        }
        if let Standing::Chosen(modality) = self.standing {
            told.push_str(&format!("；本区域选定：{}", modality.label()));
        }
        if self.standing == Standing::Reserved {
            told.push_str("；所涉事务跨县市区，由市级保留");
        }
        if let Some(gap) = self.gap {
            told.push_str(&format!("；{}，暂由市级按原权限办理", gap.label()));
        }
        told
    }
}

impl fmt::Display for Whys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.catalogue, self.why)?;
        if let Some(column) = self.set_aside() {
            write!(f, " (the column has: {column})")?;
        }
        if let Standing::Chosen(modality) = self.standing {
            write!(f, "; the region chose {modality}")?;
        }
        if self.standing == Standing::Reserved {
            f.write_str("; the matter crosses regions, which the city keeps")?;
        }
        if let Some(gap) = self.gap {
            write!(f, "; {gap}, so the city handles it under its old authority")?;
        }
        Ok(())
    }
}

impl From<NoRoute> for Fact {
    fn from(it: NoRoute) -> Self {
        it.standing().into()
    }
}
