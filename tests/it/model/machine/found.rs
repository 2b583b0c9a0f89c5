//! What a brief must show before there is a route: an edition, an item on it, what the list says, and who handles.

use chrono::NaiveDate;

use super::{
    Broken,
    brief::{Brief, Item},
    hands::Route,
    listed,
    opening::Filing,
    unless,
};

/// S14.
const SIGNED: &str = "2021-06-15";

/// The item and its route; what is broken is told, and without an item, a region or a route there is none.
///
/// CHOICE: an edition that is not in force yet, or the first one from another day than the text's, is told, and what its
/// record says of the item is judged all the same.
pub(super) fn route<'a>(
    brief: &'a Brief,
    filing: &Filing,
    day: NaiveDate,
    why: &mut Broken,
) -> Option<(&'a Item, Route)> {
    let begun = |(_, from): &(i64, String)| from.parse::<NaiveDate>().is_ok_and(|from| from <= day);
    unless(brief.edition.as_ref().is_some_and(begun), "edition_in_force", why);
    let as_signed = |(number, from): &(i64, String)| *number != 1 || from == SIGNED;
    unless(brief.edition.as_ref().is_none_or(as_signed), "catalogue_agrees", why);
    unless(!filing.region.is_empty(), "place_has_region", why);
    let known = listed::annex(&filing.item).is_none_or(|(annex, number)| listed::is_listed(annex, number));
    let Some(item) = brief.item.as_ref().filter(|_| known) else {
        // CHOICE: where no edition is in force, that the item is on none is not told beside it
        unless(brief.edition.is_none(), "item_in_force", why);
        return None;
    };
    if filing.region.is_empty() {
        return None;
    }
    let number = brief.edition.as_ref().map_or(1, |edition| edition.0);
    unless(listed::agrees(&filing.item, &filing.region, number, item), "catalogue_agrees", why);
    match Route::of(brief, item, filing) {
        Ok(route) => Some((item, route)),
        Err(broken) => {
            why.extend(broken);
            None
        }
    }
}
