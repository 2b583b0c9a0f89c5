use serde::{Deserialize, Serialize};

use super::Region;
use crate::{law::Fact, text::Unknown};

/// 为民服务中心: one of the 15 service centres, 1 of the city and 14 at county level (`C13`, `S1`).
///
/// ```
/// use tongquan::place::{Centre, Region};
/// assert_eq!(Centre::all().count(), 15);
/// assert_eq!(Region::Wenshang.centre().unwrap().region(), Some(Region::Wenshang));
/// assert_eq!(Region::CultureZone.centre(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Option<Region>", into = "Option<Region>")]
pub struct Centre(Option<Region>);

impl Centre {
    /// 济宁市为民服务中心: the city's.
    pub const CITY: Self = Self(None);

    // INVARIANT (centre): only for regions whose row says that they have one; `Region::centre` is the one caller.
    pub(super) const fn region_of_centre(region: Region) -> Self {
        Self(Some(region))
    }
    /// All 15, the city's first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::CITY).chain(Region::all().filter_map(Region::centre))
    }
    /// The region whose centre it is; none for the city's.
    pub const fn region(self) -> Option<Region> {
        self.0
    }
}

impl std::fmt::Display for Centre {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            None => f.write_str("济宁市为民服务中心"),
            Some(region) => write!(f, "{region}为民服务中心"),
        }
    }
}

impl From<Centre> for Fact {
    fn from(it: Centre) -> Self {
        Self::Name(it.to_string().into())
    }
}

impl From<Centre> for Option<Region> {
    fn from(it: Centre) -> Self {
        it.0
    }
}

/// The city's for none, else the region's own, where it has one.
impl TryFrom<Option<Region>> for Centre {
    type Error = Unknown;
    fn try_from(region: Option<Region>) -> Result<Self, Unknown> {
        match region {
            None => Ok(Self::CITY),
            Some(region) => region.centre().ok_or_else(|| {
                let names = Region::all().filter(|it| it.centre().is_some()).map(Region::label);
                Unknown::new(crate::text::Sought::Venue, region.label(), names)
            }),
        }
    }
}
