//! Places: the city, its 15 regions, townships, villages and service centres, and who runs them.
//!
//! A township has a *statutory parent* and, where a functional zone runs it, a *managing region*; the managing region decides, and the
//! statutory parent is never a fallback. Townships and villages are those of the national statistical division codes of 2023.

mod centre;
mod code;
mod locality;
mod region;
mod regions;
#[rustfmt::skip]
mod table;
#[rustfmt::skip]
mod table_villages;
mod township;
mod village;

use crate::text::bilingual;

pub use centre::Centre;
pub use locality::Place;
pub(crate) use region::RegionRow;
pub use region::{CodeScheme, RegionKind};
pub use regions::{Regions, RegionsIter};
pub use table::Region;
pub use township::{Confidence, Township, TownshipKind};
pub(crate) use township::{Overlay, TownshipRow};
pub use village::{Village, VillageKind};
pub(crate) use village::{VillageOverlay, VillageRow};

bilingual!(name: Centre, Place, Region, Township, Village);

/// The code of the city in GB/T 2260.
pub const CITY_CODE: u32 = 370_800;
