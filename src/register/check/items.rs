//! Items and regions that rows name: on record by then, each once, and some.

use chrono::NaiveDate;

use super::{
    super::{Items, Revision},
    Lists,
};
use crate::{
    catalogue::Key,
    law::{Fact, Faults, Rule},
    place::{Region, Regions},
};

/// A field of a row of a list.
type Field<'r, T> = (&'static str, usize, T);

pub(super) fn check(revisions: &[Revision], lists: &Lists<'_>, faults: &mut Faults) {
    for (at, revision) in revisions.iter().enumerate() {
        let desk = Desk { lists, at };
        for (row, it) in revision.standards.iter().enumerate() {
            desk.known(|| format!("[{at}].standards[{row}].item"), &it.item, Some(it.from), faults);
        }
        for (row, plan) in revision.plans.iter().enumerate() {
            for (under, it) in plan.undertakes.iter().enumerate() {
                // what left the list is handled on for the cases that run
                desk.list(|| format!("[{at}].plans[{row}].undertakes[{under}].items"), &it.items, None, faults);
            }
        }
        for (list, row, (from, items)) in items(revision) {
            desk.list(|| format!("[{at}].{list}[{row}].items"), items, Some(from), faults);
        }
        for (list, row, regions) in regions(revision) {
            let regions: Vec<Region> = regions.iter().collect();
            faults.some(|| format!("[{at}].{list}[{row}].regions"), &regions);
        }
        for (row, it) in revision.ceilings.iter().enumerate() {
            lists.of_department(at, &format!("[{at}].ceilings[{row}]"), (it.department, &it.items, it.from), faults);
        }
    }
}

fn items(revision: &Revision) -> impl Iterator<Item = Field<'_, (NaiveDate, &Items)>> {
    fn of<'r, T>(
        list: &'static str,
        rows: &'r [T],
        told: fn(&'r T) -> (NaiveDate, &'r Items),
    ) -> impl Iterator<Item = Field<'r, (NaiveDate, &'r Items)>> {
        rows.iter().enumerate().map(move |(row, it)| (list, row, told(it)))
    }
    of("stationings", &revision.stationings, |it| (it.from, &it.items))
        .chain(of("advisers", &revision.advisers, |it| (it.from, &it.items)))
        .chain(of("on_platform", &revision.on_platform, |it| (it.from, &it.items)))
        .chain(of("electronics", &revision.electronics, |it| (it.from, &it.items)))
        .chain(of("agreements", &revision.agreements, |it| (it.from, &it.items)))
        .chain(of("permissions", &revision.permissions, |it| (it.from, &it.items)))
        .chain(of("choices", &revision.choices, |it| (it.from, &it.items)))
        .chain(of("ceilings", &revision.ceilings, |it| (it.from, &it.items)))
}

fn regions(revision: &Revision) -> impl Iterator<Item = Field<'_, Regions>> {
    let on_platform = revision.on_platform.iter().enumerate().map(|(row, it)| ("on_platform", row, it.regions));
    let ceilings = revision.ceilings.iter().enumerate().map(|(row, it)| ("ceilings", row, it.regions));
    let permissions = revision.permissions.iter().enumerate().map(|(row, it)| ("permissions", row, it.regions));
    on_platform.chain(permissions).chain(ceilings)
}

struct Desk<'r> {
    lists: &'r Lists<'r>,
    /// The revision whose rows are checked.
    at: usize,
}

impl Desk<'_> {
    /// On the list on a day or later; where no day is asked, at any time.
    fn known(&self, path: impl FnOnce() -> String, key: &Key, from: Option<NaiveDate>, faults: &mut Faults) {
        let known = match from {
            None => self.lists.knows(self.at, key),
            // one that was refused where it was recorded is told there
            Some(from) => self.lists.find(self.at, key, from).is_some() || self.lists.refused(self.at, key),
        };
        let crowded = faults.is_crowded();
        faults.require(known, Rule::ItemInForce, || {
            let on = from.unwrap_or(NaiveDate::MAX);
            let meant = if crowded { Fact::Nothing } else { self.lists.on(self.at, on).meant(key) };
            (path(), meant, key)
        });
    }

    fn list(&self, path: impl Fn() -> String, items: &Items, from: Option<NaiveDate>, faults: &mut Faults) {
        let Items::Only(keys) = items else { return };
        faults.some(&path, keys);
        faults.once(Rule::NamedOnce, &path, keys);
        for key in keys {
            self.known(&path, key, from, faults);
        }
    }
}
