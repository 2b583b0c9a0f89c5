use serde::{Deserialize, Serialize};

use super::Modality;
use crate::{
    law::Fact,
    place::Region,
    term::{named, terms},
};

/// 事项归属: how an item stands in a region.
///
/// A catalogue says devolved, not devolved, region must choose or county-original; what a region chose and what a crossing matter makes of it
/// follow. Closed by the document.
///
/// ```
/// use tongquan::{Edition, Region, Standing};
/// let here = |number: u8| -> Result<&str, Box<dyn std::error::Error>> {
///     Ok(Edition::built_in().annex_1(number)?.cell(Region::HighTechZone).standing.label())
/// };
/// assert_eq!((here(31)?, here(61)?), ("暂不下放", "委托收件、受审分离"));
/// assert_eq!(serde_json::to_string(&Standing::RegionChooses)?, r#""region_chooses""#); // every item of annex 2
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 已下放: devolved to this region, by this modality.
    Devolved(Modality),
    /// 暂不下放: on the list, but not yet devolved to this region.
    NotDevolved,
    /// 自行确定: a three-tier item, whose modality each region decides (`A2`); this one has not.
    RegionChooses,
    /// 自行确定: a three-tier item, shared with the township by the modality that the region chose (`A2`, `S53`).
    Chosen(Modality),
    /// 县级原有: the region's own power from before, no part of the reform (`C6`).
    Original,
    /// 市级保留: a formerly-city item whose matter crosses regions (`C2`).
    Reserved,
    /// 未定: a matter of another item that crosses regions; the text names nobody (`S23`).
    Unresolved,
}

impl Standing {
    /// The document's own word, with the modality's for what is devolved or chosen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Devolved(modality) => modality.label(),
            Self::Chosen(Modality::Direct) => "自行确定：直接下放",
            Self::Chosen(Modality::Window) => "自行确定：窗口前移",
            Self::Chosen(Modality::Review) => "自行确定：下放实质性审核权",
            Self::Chosen(Modality::Intake) => "自行确定：委托收件",
            Self::NotDevolved => "暂不下放",
            Self::RegionChooses => "自行确定",
            Self::Original => "县级原有",
            Self::Reserved => "市级保留",
            Self::Unresolved => "未定",
        }
    }
    /// The English term.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Devolved(modality) => modality.english(),
            Self::Chosen(Modality::Direct) => "direct devolution to townships",
            Self::Chosen(Modality::Window) => "forward service window in townships",
            Self::Chosen(Modality::Review) => "substantive review by townships",
            Self::Chosen(Modality::Intake) => "entrusted intake by townships",
            Self::NotDevolved => "not devolved here",
            Self::RegionChooses => "region must choose",
            Self::Original => "county-original",
            Self::Reserved => "reserved to the city",
            Self::Unresolved => "unresolved",
        }
    }
}

impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.english())
    }
}

impl From<Standing> for Fact {
    fn from(it: Standing) -> Self {
        Self::Term { zh: it.label(), en: it.english() }
    }
}

/// 事项来源: whose power an item was before.
///
/// ```
/// use tongquan::{Edition, catalogue::Origin};
/// let (first, second) = (Edition::built_in().annex_1(36)?, Edition::built_in().annex_2(8)?);
/// assert_eq!((first.origin(), second.origin()), (Origin::City, Origin::ThreeTier));
/// assert_eq!(second.origin().label(), "市县镇三级同权");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// 原属市级: formerly the city's.
    City,
    /// 县级原有: the counties' own from before.
    County,
    /// 市县镇三级同权: an item of annex 2.
    ThreeTier,
}

terms!(Origin {
    Self::City => "原属市级", "formerly-city";
    Self::County => "县级原有", "county-original";
    Self::ThreeTier => "市县镇三级同权", "three-tier";
});
named!(Origin);

/// 归属缘由: why an item stands in a region as it does, and not otherwise.
///
/// ```
/// use tongquan::{Edition, Region, catalogue::Why};
/// let (first, second) = (Edition::built_in().annex_1(36)?, Edition::built_in().annex_2(8)?);
/// assert_eq!((first.cell(Region::Wenshang).why, second.cell(Region::Wenshang).why), (Why::Column, Why::Note));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The list's column 同权方式 says it, and no remark makes an exception here.
    Column,
    /// 备注: the item's remark speaks for this region: against the column, or confirming it.
    Remark,
    /// 附件2注: the note under annex 2 leaves it to each region.
    Note,
    /// 自有登记: the service that keeps the item recorded it so.
    OwnRecord,
    /// 清单调整: an amendment of the list says so since (`C3`).
    Amendment,
}

terms!(Why {
    Self::Column => "清单“同权方式”栏所定，备注对本区域无例外", "the list's modality column says so, and no remark makes an exception here";
    Self::Remark => "清单“备注”栏载明了本区域的方式", "the item's remark speaks for this region";
    Self::Note => "附件2的注：同权方式由各县（市、区）、功能区自行确定", "the note under annex 2 leaves it to each region";
    Self::OwnRecord => "由登记该事项的服务载明", "recorded by the service that keeps the item";
    Self::Amendment => "清单调整所定", "an amendment of the list says so";
});
named!(word: Why);

/// 事项归属: what a catalogue says of one item in one region.
///
/// ```
/// use tongquan::{Edition, Modality, Region, Standing, catalogue::{Origin, Why}};
/// let cell = Edition::built_in().annex_1(20)?.cell(Region::Wenshang);
/// assert_eq!((cell.standing, cell.origin()), (Standing::Devolved(Modality::Review), Origin::City));
/// assert_eq!(cell.why, Why::Remark); // the column has a forward service window, and its remark another for this region
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// 归属: how it stands.
    pub standing: Standing,
    /// 缘由: why it stands so, and not otherwise.
    pub why: Why,
}

impl Cell {
    pub(crate) const NOT_DEVOLVED: Self = Self { standing: Standing::NotDevolved, why: Why::Remark };
    pub(crate) const REGION_CHOOSES: Self = Self { standing: Standing::RegionChooses, why: Why::Note };

    pub(crate) const fn column(modality: Modality) -> Self {
        Self { standing: Standing::Devolved(modality), why: Why::Column }
    }
    pub(crate) const fn remark(modality: Modality) -> Self {
        Self { standing: Standing::Devolved(modality), why: Why::Remark }
    }
    /// Whose power the item was before. A cell is never of a crossing matter, so its standing tells.
    pub const fn origin(self) -> Origin {
        match self.standing {
            Standing::Devolved(_) | Standing::NotDevolved | Standing::Reserved => Origin::City,
            Standing::RegionChooses | Standing::Chosen(_) | Standing::Unresolved => Origin::ThreeTier,
            Standing::Original => Origin::County,
        }
    }
}

/// A row of cells, one a region. Items share a few of them, so that an edition of 100,000 items stays small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Class {
    pub(crate) cells: [Cell; Region::COUNT],
}

impl Class {
    pub(crate) fn by_region(mut cell: impl FnMut(Region) -> Cell) -> Self {
        let mut cells = [Cell::NOT_DEVOLVED; Region::COUNT];
        for (region, slot) in Region::all().zip(&mut cells) {
            *slot = cell(region);
        }
        Self { cells }
    }

    pub(crate) fn of(cell: Cell) -> Self {
        Self { cells: [cell; Region::COUNT] }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a region's number is below the number of regions, which is the length"
    )]
    pub(crate) const fn cell(&self, region: Region) -> Cell {
        self.cells[region as usize]
    }
}
