use serde::{Deserialize, Serialize};

use crate::place::{Region, Regions};

/// 事项范围: the regions that a matter touches beside the one that it lies in. None: 本区域; any: 跨县市区 (`C2`, `S7`).
///
/// ```
/// use tongquan::{Region, route::Scope};
/// let both = Scope::touching([Region::Wenshang, Region::Liangshan]);
/// assert!(both.crosses(Region::Wenshang));
/// assert!(!Scope::touching([Region::Wenshang]).crosses(Region::Wenshang));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Scope(Regions);

impl Scope {
    /// 本区域: the matter touches no other region.
    pub const WITHIN: Self = Self(Regions::NONE);

    /// A matter that touches these *managing* regions; the one that it lies in may be among them or not.
    pub fn touching(regions: impl IntoIterator<Item = Region>) -> Self {
        Self(regions.into_iter().collect())
    }
    /// 跨县市区: whether it touches a second managing region.
    #[inline]
    pub const fn crosses(self, home: Region) -> bool {
        !self.0.without(home).is_empty()
    }
    /// Every region that it touches.
    pub const fn regions(self, home: Region) -> Regions {
        self.0.with(home)
    }
    /// The document's own word.
    pub const fn label(self, home: Region) -> &'static str {
        if self.crosses(home) { "跨县市区" } else { "本区域" }
    }
}
