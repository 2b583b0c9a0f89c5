use chrono::NaiveDate;
use proptest::{prelude::*, sample::select};

use super::{days, days::after, items, places, scopes, venues_of};
use crate::{
    catalogue::Key,
    place::Place,
    register::Office,
    route::{Question, Scope, Venue},
};

/// A question that owns what it asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The key of the item, lawful or not.
    pub item: Key,
    /// Where the matter lies.
    pub place: Place,
    /// What other regions it touches.
    pub scope: Scope,
    /// Where the papers would be handed in; none where that is what is asked.
    pub venue: Option<Venue>,
    /// On which day.
    pub day: NaiveDate,
}

impl Asked {
    /// As an office takes it.
    pub const fn question(&self) -> Question<'_> {
        let Self { item, place, scope, venue, day } = self;
        Question { item, place: *place, scope: *scope, venue: venue.as_ref(), day: *day }
    }
}

/// Whatever may be asked of an office: items of its list, on a day or before it or after; places that it keeps registers of, and any others; venues
/// with and without permissions, and none. Most have a route, some an [`AskError`](crate::route::AskError). It shrinks to item 1 of annex 1 in the first
/// region, at the city's centre, on the first day.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{Office, strategies::questions};
/// let office = Office::built_in();
/// proptest!(|(asked in questions(office))| {
///     if let Ok(route) = office.route(&asked.question()) {
///         prop_assert_eq!(Some(route.region()), asked.place.managing_region().map(|(region, _)| region));
///     }
/// });
/// ```
pub fn questions(office: &Office) -> impl Strategy<Value = Asked> + use<> {
    let venues = prop_oneof![9 => venues_of(office).prop_map(Some), 1 => Just(None)];
    let asked = (items(office), places_of(office), scopes(), venues, days_of(office));
    asked.prop_map(|(item, place, scope, venue, day)| Asked { item, place, scope, venue, day })
}

/// Places that rows of an office speak of, and any others beside.
fn places_of(office: &Office) -> impl Strategy<Value = Place> + use<> {
    let mut known: Vec<Place> = Vec::new();
    for it in office.revisions() {
        known.extend(it.plans.iter().map(|it| Place::Region(it.region)));
        known.extend(it.choices.iter().flat_map(|it| &it.townships).map(|it| Place::Township(it.township)));
    }
    known.sort_unstable();
    known.dedup();
    let weight = if known.is_empty() { 1 } else { 3 };
    let known = if known.is_empty() { crate::place::Region::all().map(Place::Region).collect() } else { known };
    prop_oneof![2 => places(), weight => select(known)]
}

/// Days since something was recorded, and any others beside.
fn days_of(office: &Office) -> impl Strategy<Value = NaiveDate> + use<> {
    let mut known: Vec<NaiveDate> = office.revisions().iter().map(|it| it.recorded).collect();
    if known.is_empty() {
        known.push(days::FIRST);
    }
    prop_oneof![1 => days::days(), 2 => (select(known), 0..400_u32).prop_map(|(day, since)| after(day, since))]
}
