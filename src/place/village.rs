use serde::{Deserialize, Serialize};

use super::{
    Confidence, Region, Township, code::coded, table::VILLAGE_OVERLAYS, table_villages::VILLAGES, township::Overlay,
};
use crate::term::{named, terms};

#[derive(Debug)]
pub(crate) struct VillageRow {
    pub(crate) code: u64,
    pub(crate) township: u8,
    pub(crate) kind: VillageKind,
    pub(crate) name: &'static str,
}

#[derive(Debug)]
pub(crate) struct VillageOverlay {
    pub(crate) village: u16,
    pub(crate) overlay: Overlay,
}

/// 村级单位种类: what kind of village-level unit.
///
/// ```
/// use tongquan::place::{Village, VillageKind};
/// assert_eq!(Village::all().filter(|it| it.kind() == VillageKind::Quasi).count(), 39);
/// assert_eq!(Village::with_code(370811002001).map(|it| it.kind().label()), Some("社区（居委会）"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VillageKind {
    /// 村: a village, with a village committee.
    Village,
    /// 社区（居委会）: a neighbourhood, with a residents' committee.
    Neighbourhood,
    /// 类似村级单位: a unit of the statistical list that is neither; kept, and flagged by this kind.
    Quasi,
}

terms!(VillageKind {
    Self::Village => "村", "village";
    Self::Neighbourhood => "社区（居委会）", "neighbourhood";
    Self::Quasi => "类似村级单位", "quasi-village";
});
named!(word: VillageKind);

/// 村（社区）: a village-level unit of the national list of 2023.
///
/// ```
/// use tongquan::place::{Region, Village};
/// let village = Village::with_code(370811002001).unwrap();
/// assert_eq!(village.township().name(), "许庄街道");
/// assert_eq!(village.managing_region().0, Region::TaibaiLakeZone);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Village {
    at: u16,
    township: Township,
}

impl Village {
    /// How many there are, quasi-units included.
    pub const COUNT: usize = VILLAGES.len();

    #[expect(clippy::indexing_slicing, reason = "INVARIANT (handle): made only from positions in the table")]
    const fn row(self) -> &'static VillageRow {
        &VILLAGES[self.at as usize]
    }
    fn at(at: u16) -> Option<Self> {
        let township = Township::at(VILLAGES.get(usize::from(at))?.township)?;
        Some(Self { at, township })
    }
    /// Every one, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        (0..=u16::MAX).map_while(Self::at)
    }
    /// The one of a twelve-digit code.
    pub fn with_code(code: u64) -> Option<Self> {
        let at = VILLAGES.binary_search_by_key(&code, |row| row.code).ok()?;
        u16::try_from(at).ok().and_then(Self::at)
    }
    /// Those of a name; many townships may use the same.
    pub fn named(name: &str) -> impl Iterator<Item = Self> {
        let name = name.trim();
        Self::all().filter(move |it| it.name() == name)
    }
    /// Its twelve-digit statistical code.
    pub const fn code(self) -> u64 {
        self.row().code
    }
    /// Its name in the national list, its committee's included.
    pub const fn name(self) -> &'static str {
        self.row().name
    }
    /// Village, neighbourhood or quasi-unit.
    pub const fn kind(self) -> VillageKind {
        self.row().kind
    }
    /// The township that it lies in.
    pub const fn township(self) -> Township {
        self.township
    }
    /// The region whose centre and modalities apply, and how surely that is known; a part of a township may be run by a zone of its own.
    pub fn managing_region(self) -> (Region, Confidence) {
        match VILLAGE_OVERLAYS.iter().find(|row| row.village == self.at) {
            Some(VillageOverlay { overlay: Overlay { zone, confidence }, .. }) => (*zone, *confidence),
            None => self.township.managing_region(),
        }
    }
}

coded!(Village, "twelve", r"^\d{12}$", "村（社区）");
