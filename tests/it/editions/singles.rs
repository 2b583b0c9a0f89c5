//! Every amendment that does one thing, whole: the verdict is the model's, the edition that it makes is the model's, and nothing else moves.

use std::collections::BTreeSet;

use tongquan::{
    Catalogue, Edition, Item, Region,
    catalogue::{self, Opinion},
};

use super::{
    agrees, amendment, law,
    space::{additions, singles},
    told::{not_heard, told},
    words::{entry, first_day, region},
};
use crate::model::{
    lists::{Amendment, Entry, Ground, History, List, Wrong, stands},
    lists_differences::affected,
};

/// What was compared.
#[derive(Default, Debug, PartialEq, Eq)]
struct Count {
    amendments: usize,
    taken: usize,
    refused: usize,
    cells: usize,
    /// On grounds of practice: refused as nobody was heard, taken as all were, and as nobody needed to be.
    unheard: usize,
    heard: usize,
    affects_nobody: usize,
}

struct Bench {
    history: History,
    first: List,
    /// How each item of the first list stands, region by region, in the order of the edition.
    stood: Vec<[&'static str; 15]>,
    count: Count,
}

fn by_region(told: impl Fn(Region) -> &'static str) -> [&'static str; 15] {
    let mut told = Region::all().map(told);
    [(); 15].map(|()| told.next().unwrap())
}

fn expected(entry: &Entry) -> [&'static str; 15] {
    by_region(|region| stands(entry, region.label()))
}

impl Bench {
    fn new() -> Self {
        let history = History::first(first_day());
        let first = history.editions().next().unwrap().1.clone();
        agrees(Edition::built_in(), &first);
        let stood = |item: Item<'_>| expected(&first[&item.key().to_string()]);
        let stood = Edition::built_in().items().map(stood).collect();
        Self { history, stood, first, count: Count::default() }
    }

    fn submit(&self, it: &Amendment) -> (Result<Catalogue, BTreeSet<Wrong>>, Result<History, BTreeSet<Wrong>>) {
        let given = amendment(it);
        let taken = Catalogue::built_in().amend(&given).map_err(|faults| told(&given, &faults));
        (taken, self.history.amend(it).map_err(not_heard))
    }

    #[track_caller]
    fn judge(&mut self, it: &Amendment) {
        self.count.amendments += 1;
        let it = Amendment { from: first_day() + 1, ..it.clone() };
        match self.submit(&it) {
            (Err(told), Err(wrong)) => {
                assert_eq!(told, wrong, "{it:?}");
                self.count.refused += 1;
            }
            (Ok(catalogue), Ok(history)) => {
                self.count.taken += 1;
                let (_, list) = history.in_force(it.from).unwrap();
                self.edition(catalogue.latest(), list);
                assert_eq!(catalogue.editions()[0], *Edition::built_in());
                self.practice(&it, list, catalogue.latest());
            }
            (taken, made) => panic!("{it:?}: {:?}, and the model: {:?}", taken.map(|_| ()), made.map(|_| ())),
        }
    }

    /// Every item in every region.
    #[track_caller]
    fn edition(&mut self, edition: &Edition, list: &List) {
        assert_eq!(edition.items().count(), list.len());
        let mut listed = Edition::built_in().items().zip(&self.stood);
        for item in edition.items() {
            let key = item.key().to_string();
            let was = listed.find(|(was, _)| was.key() == item.key());
            let expected = match was {
                Some((was, stood)) if list[&key] == self.first[&key] => {
                    assert_eq!(item, was);
                    *stood
                }
                _ => {
                    assert_eq!(entry(item), list[&key]);
                    assert_eq!(edition.item_named(item.name()), Ok(item));
                    expected(&list[&key])
                }
            };
            assert_eq!(by_region(|region| item.cell(region).standing.label()), expected, "{item:?}");
            assert_eq!(edition.find(item.key()), Some(item));
            self.count.cells += expected.len();
        }
    }

    /// On grounds of practice the same amendment wants those heard whom the model says that it affects, and nobody else.
    #[track_caller]
    fn practice(&mut self, it: &Amendment, list: &List, edition: &Edition) {
        let affected = affected(&self.first, list);
        let ground = Ground::Practice(vec!["办件量较少"]);
        let unheard = amendment(&Amendment { ground, ..it.clone() });
        match Catalogue::built_in().amend(&unheard) {
            Ok(taken) => {
                assert!(affected.is_empty() && taken.latest() == edition, "{it:?}");
                self.count.affects_nobody += 1;
                return;
            }
            Err(faults) => {
                let all = affected.iter().copied().map(Wrong::NotHeard).collect();
                assert_eq!(told(&unheard, &faults), all, "{it:?}");
                self.count.unheard += 1;
            }
        }
        let said = |at: &&str| Opinion {
            region: region(at),
            on: unheard.from.pred_opt().unwrap(),
            said: "（虚构）同意".parse().unwrap(),
        };
        let heard = affected.iter().map(said).collect();
        let taken = Catalogue::built_in().amend(&catalogue::Amendment { heard, ..unheard }).unwrap();
        assert!(taken.latest() == edition, "{it:?}");
        self.count.heard += 1;
    }
}

#[test]
fn every_change_and_removal_of_one_thing_is_judged_and_stands_as_in_the_model() {
    let mut bench = Bench::new();
    for it in singles(&bench.first.clone()) {
        bench.judge(&it);
    }
    // 127 changes and a removal of each item, and 60 more changes of each of eight; a removal leaves 15 cells fewer
    assert_eq!(
        bench.count,
        Count {
            amendments: 76 * 128 + 8 * 60,
            taken: 5_185,
            refused: 5_023,
            cells: (5_185 * 76 - 76) * 15,
            unheard: 5_109,
            heard: 5_109,
            affects_nobody: 76, // a new name each
        }
    );
}

#[test]
fn every_addition_of_one_item_is_judged_and_stands_as_in_the_model() {
    let mut bench = Bench::new();
    for it in additions(&bench.first.clone()) {
        bench.judge(&it);
    }
    // four modalities with and without exceptions and scope, and the 76 names that are taken, in both lists
    assert_eq!(
        bench.count,
        Count {
            amendments: 4 * 138 + 2 * 76,
            taken: 252,
            refused: 452,
            cells: 252 * 77 * 15,
            unheard: 248,
            heard: 248,
            affects_nobody: 4, // what is devolved to no region
        }
    );
}

#[test]
fn an_amendment_of_nothing_is_refused() {
    let (bench, it) = (Bench::new(), Amendment { from: first_day(), ..law("空", 0) });
    let (taken, made) = bench.submit(&it);
    let nothing = BTreeSet::from([Wrong::NothingChanges(None)]);
    assert_eq!((taken.unwrap_err(), made.map(|_| ()).unwrap_err()), (nothing.clone(), nothing));
}
