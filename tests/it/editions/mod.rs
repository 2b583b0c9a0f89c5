//! The living catalogue against an independent model (`tests/it/model/lists.rs`): what amendments make of it, which are refused and why,
//! and that no answer moves that nobody amended.

mod bad;
mod bad_names;
mod bad_wire;
mod checked;
mod differences;
mod drawn;
pub(crate) mod given;
mod histories;
mod large;
mod offices;
mod routes;
mod singles;
mod space;
mod told;
mod whys;
mod words;

use tongquan::{Edition, Region};

use self::words::{amendment, entry};
use crate::model::lists::{Amendment, Ground, List, stands};

/// On grounds of law, of nothing yet.
fn law(number: &str, from: i64) -> Amendment {
    let (heard, adds, removes, changes) = (vec![], vec![], vec![], vec![]);
    Amendment { number: number.to_owned(), from, ground: Ground::Law, heard, adds, removes, changes }
}

/// Every item of an edition, in every region, is what the model has; and is found by key and by name.
#[track_caller]
fn agrees(edition: &Edition, list: &List) {
    assert_eq!(edition.items().count(), list.len());
    for item in edition.items() {
        let expected = &list[&item.key().to_string()];
        assert_eq!(entry(item), *expected, "{item:?}");
        for region in Region::all() {
            assert_eq!(item.cell(region).standing.label(), stands(expected, region.label()), "{item:?} in {region}");
        }
        assert_eq!((edition.item(item.key()), edition.item_named(item.name())), (Ok(item), Ok(item)));
    }
}
