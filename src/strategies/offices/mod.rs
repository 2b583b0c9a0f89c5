//! Offices: rows are proposed, and those that the check of registers refuses are taken out, so that no rule of theirs is written twice.

mod bodies;
mod cast;
mod handbooks;
mod later;
mod list;
mod means;
mod rows;
mod seals;
mod windows;

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::strategy::Strategy;

use self::{cast::Cast, seals::Seals};
use super::{
    days::{FIRST, after},
    luck::Luck,
    shrinking::{Shrinks, Smaller, drawn},
    word::text,
};
use crate::register::{Office, Revision};

/// Whole offices that the check of registers has accepted, shared so that they can be given on to [`histories`](super::histories): of up to four regions, with
/// up to five later revisions, no body or number in them real. Some rows are there and some are missing, so that every standing of a route, every
/// answer of a venue, every gap of readiness and every state of a seal comes up.
///
/// It shrinks to fewer revisions and fewer rows, down to registers with nothing in them, and each that it shrinks to is accepted.
///
/// ```
/// use proptest::prelude::*;
/// use tongquan::{Office, strategies::{histories, offices}};
/// proptest!(ProptestConfig::with_cases(8), |(office in offices())| {
///     prop_assert!(Office::new(office.revisions().to_vec()).is_ok());
/// });
/// // an office, and what happened in it
/// let both = offices().prop_flat_map(|office| (Just(office.clone()), histories(office, 0..10)));
/// proptest!(ProptestConfig::with_cases(8), |((office, history) in both)| prop_assert_eq!(history.office(), &office));
/// ```
pub fn offices() -> impl Strategy<Value = Arc<Office>> {
    drawn("offices", |luck: &mut Luck| accepted(revisions(luck)).map(Arc::new))
}

/// How often rows are taken out: what leaned on them falls next.
const ROUNDS: usize = 12;

/// The office that these make without the rows that are refused.
fn accepted(mut revisions: Vec<Revision>) -> Option<Office> {
    for _ in 0..ROUNDS {
        match Office::new(revisions.clone()) {
            Ok(office) => return Some(office),
            Err(faults) => rows::take_out(&mut revisions, &faults),
        }
    }
    None
}

fn revisions(luck: &mut Luck) -> Vec<Revision> {
    let recorded = after(FIRST, luck.between(0, 1_000));
    let cast = Cast::draw(recorded, luck);
    let mut seals = Seals::default();
    let mut all = vec![first(&cast, &mut seals, luck)];
    let mut on = recorded;
    for _ in 0..luck.between(0, 5) {
        on = after(on, luck.between(0, 150));
        let revision = later::revision(&all, &cast, &mut seals, on, luck);
        all.push(revision);
    }
    all
}

/// What is carried over.
fn first(cast: &Cast, seals: &mut Seals, luck: &mut Luck) -> Revision {
    let mut it = Revision::on(cast.recorded);
    it.note = Some(text("登记"));
    it.own_items = list::own_items(luck);
    let known = list::edition(&it.own_items);
    bodies::add(cast, &known, &mut it, luck);
    windows::add(cast, &known, &mut it, luck);
    means::add(cast, &known, &mut it, luck);
    handbooks::add(cast, &known, &mut it, luck);
    seals.add(cast, &known, &mut it, luck);
    it
}

/// The day on which a row of a revision begins: that of recording, or before the first of all, or at times later.
fn begins(recorded: NaiveDate, first: bool, luck: &mut Luck) -> NaiveDate {
    if luck.chance(15) {
        after(recorded, luck.between(1, 120))
    } else if first {
        FIRST
    } else {
        recorded
    }
}

impl Shrinks for Arc<Office> {
    fn smaller(&self, nth: usize) -> Smaller<Self> {
        match rows::without(self.revisions(), nth) {
            Smaller::One(revisions) => Office::new(revisions).ok().map(Self::new).into(),
            Smaller::NotSo => Smaller::NotSo,
            Smaller::NoMore => Smaller::NoMore,
        }
    }
}
