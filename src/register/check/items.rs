//! Items that rows name are in the catalogue, each once, and a list names some.

use super::super::{Faults, Items, Revision};
use crate::{
    catalogue::{Edition, Key},
    law::{Fact, Rule},
    place::Region,
};

pub(super) fn check(revisions: &[Revision], edition: &Edition, faults: &mut Faults) {
    for (at, revision) in revisions.iter().enumerate() {
        for (row, it) in revision.standards.iter().enumerate() {
            known(|| format!("[{at}].standards[{row}].item"), &it.item, edition, faults);
        }
        for (row, it) in revision.plans.iter().enumerate() {
            for (under, it) in it.undertakes.iter().enumerate() {
                list(format!("[{at}].plans[{row}].undertakes[{under}].items"), &it.items, edition, faults);
            }
        }
        let stationings = revision.stationings.iter().map(|it| &it.items).enumerate();
        let advisers = revision.advisers.iter().map(|it| &it.items).enumerate();
        let on_platform = revision.on_platform.iter().map(|it| &it.items).enumerate();
        let electronics = revision.electronics.iter().map(|it| &it.items).enumerate();
        let agreements = revision.agreements.iter().map(|it| &it.items).enumerate();
        let permissions = revision.permissions.iter().map(|it| &it.items).enumerate();
        let named = |name: &'static str| move |(row, items)| (name, row, items);
        let lists = stationings
            .map(named("stationings"))
            .chain(advisers.map(named("advisers")))
            .chain(on_platform.map(named("on_platform")))
            .chain(electronics.map(named("electronics")))
            .chain(agreements.map(named("agreements")))
            .chain(permissions.map(named("permissions")));
        for (row, it) in revision.advisers.iter().enumerate() {
            faults.some(|| format!("[{at}].advisers[{row}].persons"), &it.persons);
            faults.once(Rule::NamedOnce, &format!("[{at}].advisers[{row}].persons"), &it.persons);
            for item in it.items.keys().iter().filter_map(|key| edition.find(key)) {
                faults.require(item.department() == Some(it.department), Rule::ItemsOfDepartment, || {
                    (format!("[{at}].advisers[{row}].items"), it.department, item.department())
                });
            }
        }
        let on_platform_of = revision.on_platform.iter().enumerate().map(|(row, it)| ("on_platform", row, it.regions));
        let permitted = revision.permissions.iter().enumerate().map(|(row, it)| ("permissions", row, it.regions));
        for (name, row, regions) in on_platform_of.chain(permitted) {
            let regions: Vec<Region> = regions.iter().collect();
            faults.some(|| format!("[{at}].{name}[{row}].regions"), &regions);
        }
        for (name, row, items) in lists {
            list(format!("[{at}].{name}[{row}].items"), items, edition, faults);
        }
    }
}

fn known(path: impl FnOnce() -> String, key: &Key, edition: &Edition, faults: &mut Faults) {
    faults.require(edition.find(key).is_some(), Rule::ItemInForce, || {
        let nearest = edition.unknown(key).nearest.into_iter().map(|it| Fact::Name(it.into()));
        (path(), Fact::list(nearest), key)
    });
}

fn list(path: String, items: &Items, edition: &Edition, faults: &mut Faults) {
    let Items::Only(keys) = items else { return };
    faults.some(|| path.clone(), keys);
    faults.once(Rule::NamedOnce, &path, keys);
    for key in keys {
        known(|| path.clone(), key, edition, faults);
    }
}
