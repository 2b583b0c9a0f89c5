//! A service's 100,000 own items under 50 amendments.

use tongquan::{
    Catalogue, Edition, Key, Modality, Region, Standing,
    catalogue::{Amendment, Devolution, Entry, ItemChange, OwnOrigin},
};

use super::given::{devolved, law, own};
use crate::support::day;

const ITEMS: usize = 100_000;
const AMENDMENTS: usize = 50;

fn key(at: usize) -> Key {
    format!("WS-{at}").parse().unwrap()
}

fn name(at: usize) -> String {
    format!("（虚构）自有事项{at}")
}

/// The nth amendment renames one item, removes one, and lets another be reviewed.
fn amendment(nth: usize) -> Amendment {
    let [renamed, removed, reviewed] = touched(nth);
    let name = Some(format!("（虚构）第{nth}次更名").parse().unwrap());
    let changes = vec![
        ItemChange { name, ..ItemChange::of(key(renamed)) },
        ItemChange { modality: Some(Modality::Review), ..ItemChange::of(key(reviewed)) },
    ];
    let from = day(2022, 1, 1) + chrono::Days::new(nth as u64);
    Amendment { removes: vec![key(removed)], changes, ..law(&format!("（虚构）{nth}号"), &from.to_string()) }
}

const fn touched(nth: usize) -> [usize; 3] {
    [nth * 2_000, nth * 2_000 + 7, nth * 2_000 + 1_999]
}

#[test]
fn a_hundred_thousand_items_under_fifty_amendments_are_found_by_key_and_by_name_in_every_edition() {
    let list = |at: usize| {
        OwnOrigin::City(Devolution { modality: [Modality::Direct, Modality::Intake][at % 2], ..devolved() })
    };
    let items = (0..ITEMS).map(|at| own(&key(at).to_string(), &name(at), list(at))).collect();
    let own = Entry::OwnItems { from: Edition::built_in().id().from, items };
    let entries = [own].into_iter().chain((0..AMENDMENTS).map(|nth| Entry::Amendment(amendment(nth))));
    let catalogue = Catalogue::new(entries.collect()).unwrap();
    assert_eq!(catalogue.editions().len(), 1 + AMENDMENTS);
    for nth in [0, 1, 25, AMENDMENTS] {
        assert_eq!(catalogue.editions()[nth].items().count(), 76 + ITEMS - nth);
    }
    for (at, edition) in catalogue.editions().iter().enumerate() {
        for nth in 0..AMENDMENTS {
            let [renamed, removed, reviewed] = touched(nth);
            let made = nth < at;
            let told = edition.find(&key(renamed)).unwrap();
            let called = if made { format!("（虚构）第{nth}次更名") } else { name(renamed) };
            assert_eq!((told.name(), edition.item_named(&called)), (&*called, Ok(told)));
            assert_eq!(edition.find(&key(removed)).is_none(), made);
            let standing = edition.find(&key(reviewed)).unwrap().cell(Region::Wenshang).standing;
            let was = if reviewed % 2 == 0 { Modality::Direct } else { Modality::Intake };
            assert_eq!(standing, Standing::Devolved(if made { Modality::Review } else { was }));
        }
    }
    for at in (0..ITEMS).step_by(97) {
        let item = catalogue.latest().find(&key(at));
        assert_eq!(item.is_some(), !(0..AMENDMENTS).any(|nth| touched(nth)[1] == at));
        let Some(item) = item.filter(|_| !(0..AMENDMENTS).any(|nth| touched(nth)[0] == at)) else { continue };
        assert_eq!(catalogue.latest().item_named(&name(at)), Ok(item));
    }
    let [first, last] = [day(2021, 6, 15), day(2022, 12, 31)];
    assert_eq!(catalogue.between(first, last).len(), 3 * AMENDMENTS);
    assert_eq!(catalogue.history(&key(0)).count(), 2);
}
