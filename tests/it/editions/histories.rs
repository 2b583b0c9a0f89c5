//! Catalogues that grow step by step, by good and bad entries: each verdict, each edition, and what stays of those before.

use std::collections::BTreeSet;

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use tongquan::{
    Catalogue, Edition, Office,
    catalogue::{self, Entry},
    register::Revision,
};

use super::{
    agrees, amendment,
    differences::{between_agrees, history_agrees},
    drawn::{Asked, Step, steps},
    told::{not_heard, same_verdict, told, told_of_own},
    words::{date, first_day, own_item},
};
use crate::model::lists::{History, Wrong};

struct Walk {
    catalogue: Catalogue,
    history: History,
    verdicts: Vec<BTreeSet<Wrong>>,
}

impl Walk {
    fn new() -> Self {
        Self { catalogue: Catalogue::built_in().clone(), history: History::first(first_day()), verdicts: vec![] }
    }

    fn step(&mut self, number: usize, step: &Step) {
        let asked = Asked::of(&self.history, number);
        let (entry, made) = match step {
            Step::Own { days, key, entry } => {
                let ((key, entry), day) = (asked.own(*key, entry), asked.day(*days));
                let items = vec![own_item(&key, &entry)];
                (Entry::OwnItems { from: date(day), items }, self.history.own_since(day, &key, entry))
            }
            Step::Amend(drawn) => {
                let it = asked.amendment(drawn);
                let made = self.history.amend(&it);
                (Entry::Amendment(amendment(&it)), made.map_err(not_heard))
            }
        };
        let before = self.catalogue.clone();
        match (self.catalogue.record(entry.clone()), made) {
            (Ok(catalogue), Ok(history)) => {
                if let Entry::Amendment(it) = &entry {
                    self.made_by(&catalogue, it);
                }
                let (_, list) = history.editions().last().unwrap();
                agrees(catalogue.latest(), list);
                (self.catalogue, self.history) = (catalogue, history);
                self.verdicts.push(BTreeSet::new());
            }
            (Err(faults), Err(wrong)) => {
                let told = match &entry {
                    Entry::Amendment(it) => told(it, &faults),
                    Entry::OwnItems { items, .. } => told_of_own(&items[0], &faults),
                    Entry::Checked(_) => panic!("none is drawn"),
                };
                same_verdict(&told, &wrong, &entry);
                assert_eq!(self.catalogue, before);
                assert_eq!(self.catalogue.editions(), before.editions());
                self.verdicts.push(wrong);
            }
            (taken, made) => panic!("{entry:?}: {:?}, in the model: {:?}", taken.map(|_| ()), made.map(|_| ())),
        }
    }

    /// One edition more, and again with the own items that come later than it takes effect; those before it are what they were.
    fn made_by(&self, catalogue: &Catalogue, it: &catalogue::Amendment) {
        let (before, now) = (self.catalogue.editions(), catalogue.editions());
        let (kept, made) = now.split_at(before.len());
        assert_eq!(kept, before);
        let later: BTreeSet<_> = before.iter().map(Edition::begins).filter(|day| it.from < *day).collect();
        let begins: Vec<_> = made.iter().map(Edition::begins).collect();
        assert_eq!(begins, [it.from].into_iter().chain(later).collect::<Vec<_>>());
        let number = self.catalogue.latest().id().number + 1;
        assert!(made.iter().all(|edition| (edition.id().number, edition.id().from) == (number, it.from)));
        assert!(made.iter().all(|edition| catalogue.amendment(edition) == Some(it)));
        assert_eq!(catalogue.amendment(&before[0]), None);
    }

    fn end(&self) {
        for (day, _) in self.history.editions() {
            let (number, list) = self.history.in_force(day).unwrap();
            let edition = self.catalogue.in_force(date(day)).unwrap();
            assert_eq!(edition.id().number, number);
            agrees(edition, list);
        }
        self.in_force();
        self.stored();
        self.offices();
        history_agrees(&self.catalogue, &self.history);
        between_agrees(&self.catalogue, &self.history);
    }

    fn in_force(&self) {
        for (boundary, _) in self.history.editions() {
            for day in boundary - 1..=boundary + 1 {
                let edition = self.catalogue.in_force(date(day)).map(|it| it.id().number);
                assert_eq!(edition, self.history.in_force(day).map(|it| it.0));
            }
        }
    }

    fn stored(&self) {
        let json = serde_json::to_string(&self.catalogue).unwrap();
        let bytes = postcard::to_stdvec(&self.catalogue).unwrap();
        let back = [serde_json::from_str::<Catalogue>(&json).unwrap(), postcard::from_bytes(&bytes).unwrap()];
        for back in back {
            assert_eq!((&back, back.editions()), (&self.catalogue, self.catalogue.editions()));
            history_agrees(&back, &self.history);
        }
    }

    /// The same entries in the revisions of an office, where none goes back: one each, and all amendments in a row in one.
    fn offices(&self) {
        let day = |it: &Entry| match it {
            Entry::OwnItems { from, .. } => *from,
            Entry::Amendment(it) => it.from,
            Entry::Checked(it) => it.until,
        };
        let entries = self.catalogue.entries();
        let first = Revision::on(Edition::built_in().id().from);
        if entries.first().is_none_or(|it| day(it) < first.recorded) || !entries.is_sorted_by_key(day) {
            return;
        }
        let (mut each, mut grouped) = (vec![first.clone()], vec![first]);
        for entry in entries {
            let mut revision = Revision::on(day(entry));
            match entry {
                Entry::OwnItems { items, .. } => revision.own_items.clone_from(items),
                Entry::Amendment(it) => revision.amendments.push(it.clone()),
                Entry::Checked(_) => panic!("none is drawn"),
            }
            let last = grouped.last_mut().unwrap();
            if revision.own_items.is_empty() {
                last.amendments.extend(revision.amendments.clone());
            } else {
                grouped.push(revision.clone());
            }
            each.push(revision);
        }
        for revisions in [each, grouped] {
            let office = Office::new(revisions).unwrap();
            assert_eq!(office.catalogue(), &self.catalogue);
            assert_eq!(office.catalogue().editions(), self.catalogue.editions());
            assert_eq!(office.now().editions(), self.catalogue.editions());
            for edition in self.catalogue.editions() {
                let day = edition.id().from;
                assert_eq!(office.on(day).edition_on(day), self.catalogue.in_force(day));
            }
        }
    }
}

fn walked(steps: &[Step]) -> Walk {
    let mut walk = Walk::new();
    for (number, step) in (1..).zip(steps) {
        walk.step(number, step);
    }
    walk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_catalogue_grows_as_the_model_does_and_never_back(steps in steps()) {
        walked(&steps).end();
    }
}

#[test]
fn the_draws_are_not_idle() {
    let (mut runner, mut taken, mut refused) = (TestRunner::deterministic(), 0, 0);
    let mut seen = BTreeSet::new();
    for _ in 0..96 {
        let walk = walked(&steps().new_tree(&mut runner).unwrap().current());
        let good = walk.verdicts.iter().filter(|it| it.is_empty()).count();
        (taken, refused) = (taken + good, refused + walk.verdicts.len() - good);
        seen.extend(walk.verdicts.iter().flatten().map(std::mem::discriminant).map(|it| format!("{it:?}")));
    }
    assert!(taken > 100 && refused > 100, "{taken} {refused}");
    assert_eq!(seen.len(), 15, "every way to be wrong, a late opinion being none");
}
