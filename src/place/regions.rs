use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use strum::IntoEnumIterator;

use super::{Region, table::RegionIter};
use crate::written::written;

/// 区域集: a set of regions, written as a list of them.
///
/// ```
/// use tongquan::place::{Region, Regions};
/// let two: Regions = [Region::Wenshang, Region::Liangshan].into_iter().collect();
/// assert!(two.contains(Region::Wenshang) && two.len() == 2);
/// for region in two {
///     assert_eq!(region.kind().label(), "县");
/// }
/// assert!(two.without(Region::Wenshang).without(Region::Liangshan).is_empty());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Regions(u16);

impl Regions {
    /// No region.
    pub const NONE: Self = Self(0);
    /// All 15.
    pub const ALL: Self = Self((1 << Region::COUNT) - 1);

    /// The set with a region added.
    #[must_use]
    pub const fn with(self, region: Region) -> Self {
        Self(self.0 | 1 << region as u8)
    }
    /// The set with a region taken out.
    #[must_use]
    pub const fn without(self, region: Region) -> Self {
        Self(self.0 & !(1 << region as u8))
    }
    /// Whether a region is in it.
    pub const fn contains(self, region: Region) -> bool {
        self.0 >> region as u8 & 1 == 1
    }
    /// Whether none is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// How many are in it.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
    /// Those in it, in order.
    pub fn iter(self) -> impl Iterator<Item = Region> + Clone {
        self.into_iter()
    }
}

impl IntoIterator for Regions {
    type Item = Region;
    type IntoIter = RegionsIter;

    fn into_iter(self) -> RegionsIter {
        RegionsIter { all: Region::iter(), of: self }
    }
}

/// 逐个区域: goes through those of a set, in order. See the example of [`Regions`].
#[derive(Clone, Debug)]
pub struct RegionsIter {
    all: RegionIter,
    of: Regions,
}

impl Iterator for RegionsIter {
    type Item = Region;

    fn next(&mut self) -> Option<Region> {
        self.all.find(|region| self.of.contains(*region))
    }
}

impl FromIterator<Region> for Regions {
    fn from_iter<T: IntoIterator<Item = Region>>(regions: T) -> Self {
        regions.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Serialize for Regions {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().collect::<Vec<_>>())
    }
}

/// Read in any order; a region named twice is refused.
impl<'de> Deserialize<'de> for Regions {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut regions = Self::NONE;
        for region in Vec::<Region>::deserialize(from)? {
            if regions.contains(region) {
                return Err(D::Error::custom(format_args!("{region} is named twice")));
            }
            regions = regions.with(region);
        }
        Ok(regions)
    }
}

written! {
    Regions => "Regions", of region: Region => {
        "type": "array", "items": region, "uniqueItems": true, "description": "区域: a set of regions",
    };
}
