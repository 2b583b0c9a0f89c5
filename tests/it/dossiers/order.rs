//! The tables of what can happen where: read whole, and every pair of a state and a step tried.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use strum::IntoEnumIterator;
use tongquan::{
    Rule, Stamp,
    law::Fact,
    oversight::{Dossier, Matter},
    time::Moment,
};

use super::samples::{Sample, each_matter, given, opening};
use crate::matters::{opened, rules, taken};

/// A dossier after each sequence of up to some steps, one a day.
pub(super) fn dossiers<M: Sample>(longest: usize) -> Vec<Dossier<M>> {
    let given = given();
    let beside = M::beside(Some(&given.case), &given.office);
    let (step, stamp) = opening::<M>(given.case.record().id());
    let first = opened::<M>(&step, &stamp, beside).unwrap_or_else(|why| panic!("{}: {why}", M::NAME));
    let (mut all, mut open) = (vec![first.clone()], vec![first]);
    for _ in 0..longest {
        let mut next = Vec::new();
        for dossier in &open {
            for kind in M::Kind::iter() {
                next.extend(tried(dossier, kind).ok());
            }
        }
        all.extend(next.iter().cloned());
        open = next;
    }
    all
}

fn the_day_after<M: Matter>(dossier: &Dossier<M>) -> Moment {
    Moment::new(dossier.last_at().day().succ_opt().unwrap(), 9, 0, 0).unwrap()
}

/// The sample's step of a kind.
fn tried<M: Sample>(dossier: &Dossier<M>, kind: M::Kind) -> Result<Dossier<M>, crate::traced::Refused> {
    let given = given();
    let (step, by) = M::step(kind);
    assert_eq!(M::kind_of(&step), kind);
    let stamp = Stamp { at: the_day_after(dossier), by };
    taken(dossier, &step, &stamp, M::beside(Some(&given.case), &given.office))
}

fn row<M: Matter>(state: M::State, kind: M::Kind) -> Option<M::State> {
    let mut rows = M::LIFE.iter().filter(|(from, by, _)| (*from, *by) == (state, kind));
    let first = rows.next().map(|(.., to)| *to);
    assert!(rows.next().is_none(), "{state:?} {kind:?} twice");
    first
}

fn whole<M: Sample>() -> (usize, usize) {
    let (mut reached, mut open) = (BTreeSet::from([M::BEGINS]), VecDeque::from([M::BEGINS]));
    while let Some(state) = open.pop_front() {
        let next: Vec<M::State> = M::Kind::iter().filter_map(|kind| row::<M>(state, kind)).collect();
        open.extend(next.into_iter().filter(|it| reached.insert(*it)));
    }
    assert_eq!(reached, M::State::iter().collect(), "{}: a state that nothing leads to", M::NAME);
    let kinds: BTreeSet<M::Kind> = M::LIFE.iter().map(|it| it.1).collect();
    assert_eq!(kinds, M::Kind::iter().collect(), "{}: a step that nothing takes", M::NAME);
    (reached.len(), M::LIFE.len())
}

#[test]
fn every_state_is_led_to_and_every_step_has_its_place() {
    assert_eq!(each_matter!(whole), [(4, 5), (4, 8), (2, 4), (3, 2), (2, 1), (2, 1)]);
}

/// How many pairs were taken, and how many refused for the order.
fn pairs<M: Sample>() -> (usize, usize) {
    let mut seen: BTreeMap<(M::State, M::Kind), bool> = BTreeMap::new();
    for dossier in dossiers::<M>(4) {
        let state = dossier.state();
        let next: Vec<M::Kind> = dossier.next_steps().collect();
        for kind in M::Kind::iter() {
            assert_eq!(next.contains(&kind), row::<M>(state, kind).is_some());
            match (tried(&dossier, kind), row::<M>(state, kind)) {
                (Ok(after), Some(to)) => {
                    assert_eq!((after.state(), after.version()), (to, dossier.version() + 1));
                    assert_eq!(after.last_at(), the_day_after(&dossier));
                    seen.insert((state, kind), true);
                }
                (Err(why), Some(_)) => {
                    assert!(!why.names(Rule::MatterInOrder), "{state:?} {kind:?}: {why}");
                    seen.entry((state, kind)).or_default();
                }
                (Err(why), None) => {
                    assert_eq!(rules(&why), [Rule::MatterInOrder], "{state:?} {kind:?}");
                    let it = &why.objections()[0];
                    assert_eq!(it.got, Fact::List(vec![state.into(), kind.into()]));
                    let ended = Fact::Term { zh: "无：已办结", en: "none: it has ended" };
                    assert_eq!(it.expected, if next.is_empty() { ended } else { Fact::list(next.iter().copied()) });
                    seen.insert((state, kind), false);
                }
                (Ok(_), None) => panic!("{}: {state:?} {kind:?} was taken", M::NAME),
            }
        }
    }
    assert_eq!(seen.len(), M::State::iter().count() * M::Kind::iter().count(), "{}: every pair", M::NAME);
    let lawful = seen.values().filter(|it| **it).count();
    assert_eq!(lawful, M::LIFE.len(), "{}: every row of the table was taken", M::NAME);
    (lawful, seen.len() - lawful)
}

#[test]
fn every_pair_of_a_state_and_a_step_is_taken_or_refused_for_its_order_as_the_table_says() {
    assert_eq!(each_matter!(pairs), [(5, 11), (8, 16), (4, 2), (2, 4), (1, 1), (1, 1)]);
}
