use serde::{Deserialize, Serialize};

use super::{Region, code::coded, table::TOWNSHIPS};
use crate::term::{named, terms};

#[derive(Debug)]
pub(crate) struct TownshipRow {
    pub(crate) code: u32,
    pub(crate) name: &'static str,
    pub(crate) kind: TownshipKind,
    pub(crate) parent: Region,
    pub(crate) overlay: Option<Overlay>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Overlay {
    pub(crate) zone: Region,
    pub(crate) confidence: Confidence,
}

/// 乡级单位种类: what kind of township-level unit.
///
/// ```
/// use tongquan::place::{Township, TownshipKind};
/// let of = |kind| Township::all().filter(|it| it.kind() == kind).count();
/// assert_eq!(of(TownshipKind::Quasi), 2); // kept, as the statistics have them, and told apart
/// assert_eq!(Township::with_code(370811002).map(|it| it.kind().label()), Some("街道"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TownshipKind {
    /// 街道: a subdistrict, run by a subdistrict office.
    Subdistrict,
    /// 镇: a town.
    Town,
    /// 乡: a township that is no town.
    Township,
    /// 类似乡级单位: a unit of the statistical list that is no township; kept, and flagged by this kind.
    Quasi,
}

terms!(TownshipKind {
    Self::Subdistrict => "街道", "subdistrict";
    Self::Town => "镇", "town";
    Self::Township => "乡", "township";
    Self::Quasi => "类似乡级单位", "quasi-township";
});
named!(word: TownshipKind);

/// 可信度: how surely it is known which region runs a place, least sure first.
///
/// ```
/// use tongquan::{Place, place::Confidence};
/// let sure = |name: &str| Ok::<_, tongquan::text::Unknown>(name.parse::<Place>()?.managing_region().map(|(_, it)| it));
/// assert_eq!(sure("许庄街道")?, Some(Confidence::MediumHigh)); // a screen may say so beside the answer
/// assert_eq!(sure("汶上县")?, Some(Confidence::Statutory));
/// assert!(Confidence::Medium < Confidence::High);
/// assert_eq!((Confidence::MediumHigh.label(), Confidence::MediumHigh.english()), ("中高", "medium-high"));
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// 中: told by some sources.
    Medium,
    /// 中高: told by several.
    MediumHigh,
    /// 高: told by official ones.
    High,
    /// 法定: no zone is known to run it; the statutory parent does.
    Statutory,
}

terms!(Confidence {
    Self::Medium => "中", "medium";
    Self::MediumHigh => "中高", "medium-high";
    Self::High => "高", "high";
    Self::Statutory => "法定", "statutory";
});
named!(word: Confidence);

/// 乡镇（街道）: a township-level unit of the national list of 2023.
///
/// ```
/// use tongquan::place::{Confidence, Region, Township};
/// let xuzhuang = Township::with_code(370811002).unwrap();
/// assert_eq!(xuzhuang.name(), "许庄街道");
/// assert_eq!(xuzhuang.statutory_parent(), Region::Rencheng);
/// assert_eq!(xuzhuang.managing_region(), (Region::TaibaiLakeZone, Confidence::MediumHigh));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Township(u8);

impl Township {
    /// How many there are, quasi-units included.
    pub const COUNT: usize = TOWNSHIPS.len();

    #[expect(clippy::indexing_slicing, reason = "INVARIANT (handle): made only from positions in the table")]
    const fn row(self) -> &'static TownshipRow {
        &TOWNSHIPS[self.0 as usize]
    }
    pub(super) const fn at(index: u8) -> Option<Self> {
        if (index as usize) < TOWNSHIPS.len() { Some(Self(index)) } else { None }
    }
    /// Every one, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        (0..=u8::MAX).map_while(Self::at)
    }
    /// The one of a nine-digit code.
    pub fn with_code(code: u32) -> Option<Self> {
        let at = TOWNSHIPS.binary_search_by_key(&code, |row| row.code).ok()?;
        u8::try_from(at).ok().and_then(Self::at)
    }
    /// Those of a name; several regions may use the same.
    pub fn named(name: &str) -> impl Iterator<Item = Self> {
        let name = name.trim();
        Self::all().filter(move |it| it.name() == name)
    }
    /// Its nine-digit statistical code.
    pub const fn code(self) -> u32 {
        self.row().code
    }
    /// Its name in the national list, without its region's.
    pub const fn name(self) -> &'static str {
        self.row().name
    }
    /// Subdistrict, town, township or quasi-unit.
    pub const fn kind(self) -> TownshipKind {
        self.row().kind
    }
    /// The division that it belongs to by law.
    pub const fn statutory_parent(self) -> Region {
        self.row().parent
    }
    /// The region whose centre and modalities apply, and how surely that is known.
    pub const fn managing_region(self) -> (Region, Confidence) {
        match self.row().overlay {
            Some(Overlay { zone, confidence }) => (zone, confidence),
            None => (self.row().parent, Confidence::Statutory),
        }
    }
}

coded!(Township, "nine", r"^\d{9}$", "乡镇（街道）");
