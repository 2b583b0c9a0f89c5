use proptest::{prelude::*, sample::select};

use crate::place::{Place, Region, Township, Village};

/// 县（市、区）、功能区: any of the 15 regions.
pub fn regions() -> impl Strategy<Value = Region> {
    select(Region::all().collect::<Vec<_>>())
}

/// 乡镇（街道）: any of the 158, those that a zone runs among them.
pub fn townships() -> impl Strategy<Value = Township> {
    select(Township::all().collect::<Vec<_>>())
}

/// 村（社区）: any of the 4,927, those that a zone runs among them.
pub fn villages() -> impl Strategy<Value = Village> {
    select(Village::all().collect::<Vec<_>>())
}

/// A place of any kind, the city as a whole among them, which lies in no one region. It shrinks to the first region.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{Place, strategies::places};
/// proptest!(|(place in places())| prop_assert_eq!(place.managing_region().is_none(), place == Place::City));
/// ```
pub fn places() -> impl Strategy<Value = Place> {
    prop_oneof![
        4 => regions().prop_map(Place::Region),
        3 => townships().prop_map(Place::Township),
        3 => villages().prop_map(Place::Village),
        1 => Just(Place::City),
    ]
}

/// Where a matter of a region may lie: the region told no finer, or a township or village that it runs.
pub fn places_in(region: Region) -> impl Strategy<Value = Place> {
    let run = |it: &Place| it.managing_region().is_some_and(|(by, _)| by == region);
    let townships = Township::all().map(Place::Township).filter(run);
    let villages = Village::all().map(Place::Village).filter(run);
    let told: Vec<Place> = [Place::Region(region)].into_iter().chain(townships).chain(villages).collect();
    prop_oneof![1 => Just(Place::Region(region)), 2 => select(told)]
}
