//! A catalogue in the making: its history is laid down entry by entry, each held against what stands before it.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;

use super::{
    Amendment, Edition, EditionId, Key, OwnItem, Row,
    edition::{ABSENT, View},
    shelf::{Shelf, Shelved},
    standing::Class,
};
use crate::{
    law::{Fact, Faults, Rule},
    text::Mark,
};

pub(crate) struct Draft {
    pub(super) shelf: Shelf,
    pub(super) editions: Vec<Laid>,
    numbers: HashSet<Mark>,
    /// The items that the amendments of the last day speak of.
    today: HashSet<Key>,
}

/// An edition laid down.
pub(super) struct Laid {
    pub(super) id: EditionId,
    begins: NaiveDate,
    pub(super) row_of: Vec<u32>,
}

impl Draft {
    /// The annexes.
    pub(crate) fn new() -> Self {
        let shelf = Shelf::of_annexes();
        let row_of = Edition::built_in().row_of.to_vec();
        let first = Laid { id: EditionId::BUILT_IN, begins: EditionId::BUILT_IN.from, row_of };
        Self { shelf, editions: vec![first], numbers: HashSet::new(), today: HashSet::new() }
    }

    /// How many editions there are so far.
    pub(crate) const fn count(&self) -> usize {
        self.editions.len()
    }

    /// The editions, in order.
    pub(crate) fn finish(self) -> Vec<Edition> {
        let shelf = Arc::new(self.shelf);
        let edition = |Laid { id, begins, mut row_of }| {
            // it grew by doubling, and is kept for good
            row_of.shrink_to_fit();
            Edition { id, begins, shelf: Shelved::Shared(Arc::clone(&shelf)), row_of: Cow::Owned(row_of) }
        };
        self.editions.into_iter().map(edition).collect()
    }

    pub(super) fn view<'d>(&'d self, laid: &'d Laid) -> View<'d> {
        View { shelf: &self.shelf, row_of: &laid.row_of }
    }

    /// A service's own items: on the edition in force on a day, from that day on, and on those after it. What an edition was before stays.
    pub(crate) fn own(
        &mut self,
        from: NaiveDate,
        items: &[OwnItem],
        path: &dyn Fn(usize) -> String,
        faults: &mut Faults,
    ) {
        // a catalogue that begins with them has them from the first, and is not laid down twice
        let begins_with = matches!(&*self.editions, [only] if from <= only.begins);
        let first = if begins_with { 0 } else { self.laid_down_since(from) };
        for (at, item) in items.iter().enumerate() {
            let path = || path(at);
            let (row, class) = item.row();
            let new = self.shelf.position(&row.key).is_none();
            faults.require(new, Rule::NumberUnused, || (path() + ".key", Fact::Nothing, &row.key));
            let since = self.editions.get(first..).unwrap_or_default();
            let free = since.iter().all(|it| self.view(it).named(row.name.as_str()).is_none());
            faults.require(free, Rule::NumberUnused, || (path() + ".name", Fact::Nothing, item.name.clone()));
            if let super::OwnOrigin::City(devolution) = &item.origin {
                devolution.check(&|| path() + ".origin.city", faults);
            }
            // what is refused for its name is told once: whoever speaks of it later finds it
            if let Some(row) = new.then(|| self.shelve(row, class, None, &path, faults)).flatten() {
                self.editions.iter_mut().skip(first).for_each(|laid| place(&mut laid.row_of, row, row));
            }
        }
    }

    /// The editions that count on a day and after it, laid down anew to be changed; returns where they begin.
    fn laid_down_since(&mut self, day: NaiveDate) -> usize {
        let later = self.editions.iter().map(|it| it.begins).filter(|begins| day < *begins);
        let days: BTreeSet<NaiveDate> = later.chain([day]).collect();
        let laid = days.into_iter().filter_map(|begins| {
            let it = self.editions.iter().rev().find(|it| it.begins <= begins)?;
            Some(Laid { id: it.id, begins, row_of: it.row_of.clone() })
        });
        let laid: Vec<Laid> = laid.collect();
        let first = self.editions.len();
        self.editions.extend(laid);
        first
    }

    /// 清单调整: lays down the edition that an amendment makes of the last one.
    pub(crate) fn amend(&mut self, amendment: &Amendment, path: &dyn Fn() -> String, faults: &mut Faults) {
        let Some(last) = self.editions.last() else { return };
        let (last, row_of) = (last.id, last.row_of.clone());
        let in_order = last.from <= amendment.from;
        faults.require(in_order, Rule::AmendmentInOrder, || (path() + ".from", last.from, amendment.from));
        let new = self.numbers.insert(amendment.number.clone());
        faults.require(new, Rule::NumberUnused, || (path() + ".number", Fact::Nothing, &amendment.number));
        if last.from != amendment.from {
            self.today.clear();
        }
        let mut named = HashSet::new();
        for (at, key) in amendment.items() {
            let path = || format!("{}.{at}", path());
            let once = named.insert(key.clone());
            faults.require(once, Rule::NamedOnce, || (path(), Fact::ONCE, &key));
            let apart = !once || self.today.insert(key.clone());
            faults.require(apart, Rule::AmendmentsApart, || (path(), Fact::Nothing, &key));
        }
        let after = super::amend::apply(self, &row_of, amendment, path, faults);
        let number = last.number.checked_add(1);
        faults.require(number.is_some(), Rule::PatternsFit, || (path(), 65_535_u64, Fact::Nothing));
        let begins = amendment.from.max(last.from);
        let id = EditionId { number: number.unwrap_or(u16::MAX), from: begins };
        // a service's own items that came to the edition on a later day come to this one on that day
        let before = row_of.into_iter().chain(std::iter::repeat(ABSENT));
        let changed = (0..).zip(after).zip(before).filter(|((_, row), was)| row != was);
        let changed: Vec<(u32, u32)> = changed.map(|(placed, _)| placed).collect();
        let first = self.laid_down_since(begins);
        for laid in self.editions.iter_mut().skip(first) {
            laid.id = id;
            changed.iter().for_each(|(position, row)| place(&mut laid.row_of, *position, *row));
        }
    }

    /// Keeps a row, where there is a pattern left for it.
    pub(super) fn shelve(
        &mut self,
        row: Row,
        class: Class,
        position: Option<u32>,
        path: &dyn Fn() -> String,
        faults: &mut Faults,
    ) -> Option<u32> {
        let row = self.shelf.add(row, class, position).ok();
        faults.require(row.is_some(), Rule::PatternsFit, || (path(), 65_535_u64, Fact::Nothing));
        row
    }
}

/// Puts a row at a position.
pub(super) fn place(row_of: &mut Vec<u32>, position: u32, row: u32) {
    let Ok(at) = usize::try_from(position) else { return };
    if row_of.len() <= at {
        row_of.resize(at + 1, ABSENT);
    }
    if let Some(slot) = row_of.get_mut(at) {
        *slot = row;
    }
}
