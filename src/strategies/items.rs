use proptest::{prelude::*, sample::select};

use crate::{
    catalogue::{Edition, Item, Key, Origin},
    register::Office,
};

fn keys(edition: &Edition, wanted: impl Fn(Item<'_>) -> bool) -> Vec<Key> {
    edition.items().filter(|it| wanted(*it)).map(|it| it.key().clone()).collect()
}

/// 附件1: any of the 61 items that the city devolved.
pub fn annex_1() -> impl Strategy<Value = Key> {
    select(keys(Edition::built_in(), |it| it.origin() == Origin::City))
}

/// 附件2: any of the 15 three-tier items.
pub fn annex_2() -> impl Strategy<Value = Key> {
    select(keys(Edition::built_in(), |it| it.origin() == Origin::ThreeTier))
}

/// Any item of an office's list, as it was or came to be on some day: of the annexes, its own, or added by an amendment. It shrinks to item 1 of
/// annex 1.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{Office, strategies::items};
/// let office = Office::built_in();
/// proptest!(|(key in items(office))| prop_assert!(office.catalogue().editions().iter().any(|it| it.find(&key).is_some())));
/// ```
pub fn items(office: &Office) -> impl Strategy<Value = Key> + use<> {
    let editions = office.catalogue().editions();
    let mut known = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for key in editions.iter().flat_map(|it| keys(it, |_| true)) {
        if seen.insert(key.clone()) {
            known.push(key);
        }
    }
    select(known)
}
