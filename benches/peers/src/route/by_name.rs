//! Which item is meant by a Chinese name.

use tongquan::{Edition, Item};

use super::given::{annex_1, items};

include!(concat!(env!("OUT_DIR"), "/names.rs"));

fn names() -> Vec<&'static str> {
    items().iter().map(|it| it.name()).collect()
}

pub fn matched() -> (Vec<&'static str>, impl FnMut(&&'static str) -> Item<'static>) {
    let held: Vec<Item<'_>> = annex_1().collect();
    (names(), move |it| held[by_name(it).expect("a name of the list")])
}

pub fn named() -> (Vec<&'static str>, impl FnMut(&&'static str) -> Item<'static>) {
    let edition = Edition::built_in();
    (names(), |it| edition.item_named(it).expect("a name of the list"))
}
