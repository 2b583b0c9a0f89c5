//! The list of items as each revision knows it: its editions are laid down revision by revision.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::{Items, Revision};
use crate::{
    body::Department,
    catalogue::{self, Catalogue, Draft, Edition, EditionId, Entry, Item, Key, OwnKey},
    law::{Fact, Faults, Rule},
};

pub(super) struct Lists<'r> {
    pub(super) catalogue: Catalogue,
    /// How many editions each revision knows, that of nothing recorded first.
    pub(super) known: Vec<usize>,
    pub(super) checked: Vec<(u32, NaiveDate)>,
    /// The revision that recorded an item which the annexes lack, whether it was refused or not: that is told once.
    given: HashMap<&'r OwnKey, usize>,
}

impl<'r> Lists<'r> {
    pub(super) fn of(revisions: &'r [Revision], faults: &mut Faults) -> Self {
        let (mut draft, mut entries, mut known) = (Draft::new(), Vec::new(), vec![1]);
        let (mut checked, mut given) = (Vec::new(), HashMap::new());
        for (at, revision) in revisions.iter().enumerate() {
            if !revision.own_items.is_empty() {
                // what the first revision carries over was so before
                let from = if at == 0 { EditionId::BUILT_IN.from } else { revision.recorded };
                draft.own(from, &revision.own_items, &|row| format!("[{at}].own_items[{row}]"), faults);
                entries.push(Entry::OwnItems { from, items: revision.own_items.clone() });
            }
            for (row, amendment) in revision.amendments.iter().enumerate() {
                draft.amend(amendment, &|| format!("[{at}].amendments[{row}]"), faults);
                entries.push(Entry::Amendment(amendment.clone()));
            }
            for (row, it) in revision.checked.iter().enumerate() {
                let before = checked.last().map(|(_, until)| *until);
                let path = || format!("[{at}].checked[{row}].until");
                catalogue::check_until(it.until, before, Some(revision.recorded), path, faults);
                checked.push((u32::try_from(at + 1).unwrap_or(u32::MAX), it.until));
                entries.push(Entry::Checked(it.clone()));
            }
            known.push(draft.count());
            let added = revision.amendments.iter().flat_map(|it| &it.adds).map(|it| &it.key);
            for key in revision.own_items.iter().map(|it| &it.key).chain(added) {
                given.entry(key).or_insert(at);
            }
        }
        let catalogue = if entries.is_empty() {
            Catalogue::built_in().clone()
        } else {
            Catalogue::laid_down(entries, draft.finish())
        };
        Self { catalogue, known, checked, given }
    }

    /// The editions that a revision knows, counted from 0.
    fn known_by(&self, at: usize) -> &[Edition] {
        let known = self.known.get(at + 1).copied().unwrap_or_default();
        self.catalogue.editions().get(..known).unwrap_or_default()
    }

    /// That in force on the first day of a row; the first one before that.
    pub(super) fn on(&self, at: usize, day: NaiveDate) -> &Edition {
        let known = self.known_by(at);
        catalogue::in_force(known, day).or(known.first()).unwrap_or(Edition::built_in())
    }

    /// Whether a revision knows an item.
    pub(super) fn knows(&self, at: usize, key: &Key) -> bool {
        match key {
            Key::Own(own) => self.given.get(own).is_some_and(|by| *by <= at),
            Key::Annex1(_) | Key::Annex2(_) => Edition::built_in().find(key).is_some(),
        }
    }

    /// Whether a revision knows an item that no edition took in.
    pub(super) fn refused(&self, at: usize, key: &Key) -> bool {
        self.knows(at, key) && self.known_by(at).iter().all(|it| it.find(key).is_none())
    }

    /// The item that a row means: as it is on the row's first day, or as it comes to the list later.
    pub(super) fn find(&self, at: usize, key: &Key, from: NaiveDate) -> Option<Item<'_>> {
        let since = self.known_by(at).iter().filter(|it| from < it.begins());
        [self.on(at, from)].into_iter().chain(since).find_map(|it| it.find(key)).filter(|_| self.knows(at, key))
    }

    /// The items that a row names are those of its department.
    pub(super) fn of_department(
        &self,
        at: usize,
        path: &str,
        (own, items, from): (Department, &Items, NaiveDate),
        faults: &mut Faults,
    ) {
        for item in items.keys().iter().filter_map(|key| self.find(at, key, from)) {
            faults.require(item.department() == Some(own), Rule::ItemsOfDepartment, || {
                (format!("{path}.items"), own, Fact::List(vec![item.key().into(), item.department().into()]))
            });
        }
    }
}
