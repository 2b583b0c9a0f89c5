//! Items and regions that rows name: on record by then, each once, and some.

use std::collections::HashMap;

use super::super::{Adviser, Faults, Items, Revision};
use crate::{
    catalogue::{Edition, Key, OwnKey},
    law::{Fact, Rule},
    place::{Region, Regions},
};

/// A field of a row of a list.
type Field<'r, T> = (&'static str, usize, T);

pub(super) fn check(revisions: &[Revision], edition: &Edition, faults: &mut Faults) {
    let mut own = HashMap::new();
    for (at, revision) in revisions.iter().enumerate() {
        for it in &revision.own_items {
            own.entry(&it.key).or_insert(at);
        }
    }
    let desk = Desk { edition, own };
    for (at, revision) in revisions.iter().enumerate() {
        for (row, it) in revision.standards.iter().enumerate() {
            desk.known(at, || format!("[{at}].standards[{row}].item"), &it.item, faults);
        }
        for (row, it) in revision.plans.iter().enumerate() {
            for (under, it) in it.undertakes.iter().enumerate() {
                desk.list(at, || format!("[{at}].plans[{row}].undertakes[{under}].items"), &it.items, faults);
            }
        }
        for (list, row, items) in items(revision) {
            desk.list(at, || format!("[{at}].{list}[{row}].items"), items, faults);
        }
        for (list, row, regions) in regions(revision) {
            let regions: Vec<Region> = regions.iter().collect();
            faults.some(|| format!("[{at}].{list}[{row}].regions"), &regions);
        }
        for (row, it) in revision.advisers.iter().enumerate() {
            desk.adviser(&format!("[{at}].advisers[{row}]"), it, faults);
        }
    }
}

fn items(revision: &Revision) -> impl Iterator<Item = Field<'_, &Items>> {
    let stationings = revision.stationings.iter().enumerate().map(|(row, it)| ("stationings", row, &it.items));
    let advisers = revision.advisers.iter().enumerate().map(|(row, it)| ("advisers", row, &it.items));
    let on_platform = revision.on_platform.iter().enumerate().map(|(row, it)| ("on_platform", row, &it.items));
    let electronics = revision.electronics.iter().enumerate().map(|(row, it)| ("electronics", row, &it.items));
    let agreements = revision.agreements.iter().enumerate().map(|(row, it)| ("agreements", row, &it.items));
    let permissions = revision.permissions.iter().enumerate().map(|(row, it)| ("permissions", row, &it.items));
    stationings.chain(advisers).chain(on_platform).chain(electronics).chain(agreements).chain(permissions)
}

fn regions(revision: &Revision) -> impl Iterator<Item = Field<'_, Regions>> {
    let on_platform = revision.on_platform.iter().enumerate().map(|(row, it)| ("on_platform", row, it.regions));
    on_platform.chain(revision.permissions.iter().enumerate().map(|(row, it)| ("permissions", row, it.regions)))
}

struct Desk<'r> {
    edition: &'r Edition,
    /// The revision that recorded an own item, whether it was refused or not: that is told once.
    own: HashMap<&'r OwnKey, usize>,
}

impl Desk<'_> {
    fn known(&self, at: usize, path: impl FnOnce() -> String, key: &Key, faults: &mut Faults) {
        let known = match key {
            Key::Own(own) => self.own.get(own).is_some_and(|by| *by <= at),
            Key::Annex1(_) | Key::Annex2(_) => self.edition.find(key).is_some(),
        };
        let crowded = faults.is_crowded();
        faults.require(known, Rule::ItemInForce, || {
            if crowded {
                return (path(), Fact::Nothing, key);
            }
            // a name was written where a key is wanted
            if let Ok(named) = self.edition.item_named(&key.to_string()) {
                return (path(), Fact::list([named.key()]), key);
            }
            let nearest = self.edition.unknown(key).nearest.into_iter().map(|it| Fact::Name(it.into()));
            (path(), Fact::list(nearest), key)
        });
    }

    fn list(&self, at: usize, path: impl Fn() -> String, items: &Items, faults: &mut Faults) {
        let Items::Only(keys) = items else { return };
        faults.some(&path, keys);
        faults.once(Rule::NamedOnce, &path, keys);
        for key in keys {
            self.known(at, &path, key, faults);
        }
    }

    fn adviser(&self, path: &str, it: &Adviser, faults: &mut Faults) {
        faults.some(|| format!("{path}.persons"), &it.persons);
        faults.once(Rule::NamedOnce, || format!("{path}.persons"), &it.persons);
        for item in it.items.keys().iter().filter_map(|key| self.edition.find(key)) {
            faults.require(item.department() == Some(it.department), Rule::ItemsOfDepartment, || {
                (format!("{path}.items"), it.department, Fact::List(vec![item.key().into(), item.department().into()]))
            });
        }
    }
}
