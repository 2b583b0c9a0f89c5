use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use super::{
    Centre,
    table::{REGIONS, Region},
};
use crate::{
    law::Fact,
    term::{is_stored_as, named, rows, terms, told_to, unknown},
    text::{Sought, Unknown},
};

#[derive(Debug)]
pub(crate) struct RegionRow {
    pub(crate) region: Region,
    pub(crate) kind: RegionKind,
    pub(crate) name: &'static str,
    pub(crate) full: Option<&'static str>,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) code: Option<(u32, CodeScheme)>,
    pub(crate) centre: bool,
    pub(crate) source: &'static str,
    pub(crate) vintage: &'static str,
}

/// 区域种类: what kind of region. The document closes the list.
///
/// ```
/// use tongquan::place::{Region, RegionKind};
/// let of = |kind| Region::all().filter(|it| it.kind() == kind).count();
/// assert_eq!((of(RegionKind::District), of(RegionKind::County), of(RegionKind::CountyCity)), (2, 7, 2));
/// let zone = Region::HighTechZone.kind();
/// assert_eq!((zone.label(), zone.english()), ("功能区", "functional zone"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionKind {
    /// 市辖区: a district of the city.
    District,
    /// 县: a county.
    County,
    /// 县级市: a city at county level.
    CountyCity,
    /// 功能区: not an administrative division.
    Zone,
}

terms!(RegionKind {
    Self::District => "市辖区", "district";
    Self::County => "县", "county";
    Self::CountyCity => "县级市", "county-level city";
    Self::Zone => "功能区", "functional zone";
});
named!(word: RegionKind);

/// 代码来源: by whose scheme a code was given.
///
/// ```
/// use tongquan::place::{CodeScheme, Region};
/// assert_eq!(Region::Wenshang.code(), Some((370830, CodeScheme::GbT2260)));
/// // a code of statistics makes a zone no division: its subdistricts have a district for their statutory parent
/// assert_eq!(Region::HighTechZone.code(), Some((370871, CodeScheme::NbsStatistical)));
/// assert_eq!(Region::TaibaiLakeZone.code(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeScheme {
    /// 行政区划代码: of GB/T 2260.
    GbT2260,
    /// 统计用区划代码: of the National Bureau of Statistics: not a statutory parent.
    NbsStatistical,
}

terms!(CodeScheme {
    Self::GbT2260 => "行政区划代码", "GB/T 2260";
    Self::NbsStatistical => "统计用区划代码", "NBS statistical code";
});

rows!(Region, RegionRow, REGIONS, region);

impl Region {
    /// How many there are.
    pub const COUNT: usize = REGIONS.len();

    /// All 15, in the order of their codes, zones last.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        Self::iter()
    }
    /// The name that the document uses, or would use: `汶上县`.
    pub const fn label(self) -> &'static str {
        self.row().name
    }
    /// The longer official form, where there is one.
    pub const fn full_name(self) -> Option<&'static str> {
        self.row().full
    }
    /// Short forms by which it is found too.
    pub const fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }
    /// District, county, county-level city or zone.
    pub const fn kind(self) -> RegionKind {
        self.row().kind
    }
    /// 各功能区: whether it is one of the four zones.
    pub const fn is_zone(self) -> bool {
        matches!(self.kind(), RegionKind::Zone)
    }
    /// Its code and the scheme of the code; three of the zones have none.
    pub const fn code(self) -> Option<(u32, CodeScheme)> {
        self.row().code
    }
    /// Where the division is known from, and the day it was told.
    pub const fn source(self) -> (&'static str, &'static str) {
        (self.row().source, self.row().vintage)
    }
    /// 县级为民服务中心: its centre. 曲阜文化建设示范区 has none (`S1`).
    pub const fn centre(self) -> Option<Centre> {
        if self.row().centre { Some(Centre::region_of_centre(self)) } else { None }
    }
    /// The region of a code, of either scheme.
    ///
    /// ```
    /// use tongquan::place::Region;
    /// assert_eq!(Region::with_code(370830), Some(Region::Wenshang));
    /// ```
    pub fn with_code(code: u32) -> Option<Self> {
        Self::all().find(|region| region.code().is_some_and(|(it, _)| it == code))
    }
}

impl std::fmt::Display for Region {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.label())
    }
}

impl From<Region> for Fact {
    fn from(it: Region) -> Self {
        Self::Name(it.label().into())
    }
}

/// Finds a region by its name, full name, short form or code, or by its name in data.
///
/// ```
/// use tongquan::place::Region;
/// for name in ["汶上县", "汶上", "济宁市汶上县", "370830", "wenshang"] {
///     assert_eq!(name.parse(), Ok(Region::Wenshang));
/// }
/// assert_eq!("汶尚县".parse::<Region>().unwrap_err().nearest.first().unwrap(), "汶上县");
/// ```
impl FromStr for Region {
    type Err = Unknown;
    fn from_str(name: &str) -> Result<Self, Unknown> {
        let sought = name.trim();
        let sought = sought.strip_prefix("山东省").unwrap_or(sought);
        let code = sought.parse().ok().filter(|code: &u32| code.to_string() == sought);
        Self::all()
            .find(|it| {
                it.label() == sought
                    || it.full_name() == Some(sought)
                    || it.aliases().contains(&sought)
                    || (code.is_some() && it.code().map(|(code, _)| code) == code)
            })
            .or_else(|| Self::all().find(|it| is_stored_as(sought, it)))
            .ok_or_else(|| unknown(Sought::Region, sought, &mut Self::all().map(|it| told_to(sought, it.label(), &it))))
    }
}
