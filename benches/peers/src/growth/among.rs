//! What a case costs among many: of four courses, each under a number of its own, with the latest hundred thousand kept alive.

use std::{collections::VecDeque, time::Instant};

use chrono::NaiveDate;
use tongquan::{
    AnyCase, Calendar, Journal,
    oversight::{Audit, Conformance, Facet, Statistics},
};

use crate::lifecycle::courses::{Asked, Course};

/// So many inputs are made at a time, unmeasured.
pub(super) const AT_ONCE: usize = 500;
const ALIVE: usize = 100_000;

/// Nanoseconds for each of so many: `work` is timed, `give` is not.
fn each<I, O>(many: usize, mut give: impl FnMut(usize) -> I, mut work: impl FnMut(I) -> O) -> f64 {
    let (mut taken, mut alive) = (0, VecDeque::new());
    for block in 0..many / AT_ONCE {
        let inputs: Vec<I> = (0..AT_ONCE).map(|at| give(block * AT_ONCE + at)).collect();
        let begun = Instant::now();
        let outputs: Vec<O> = inputs.into_iter().map(&mut work).collect();
        taken += begun.elapsed().as_nanos();
        if alive.len() == ALIVE / AT_ONCE {
            alive.pop_front();
        }
        alive.push_back(outputs);
    }
    taken as f64 / many as f64
}

/// What clients ask, of one course after another.
fn asked() -> impl FnMut(usize) -> Asked {
    let courses = Course::ALL.map(Course::read);
    move |at| {
        let mut asked = courses[at % courses.len()].clone();
        asked.file.case = format!("2024-{at}").parse().expect("a mark");
        asked
    }
}

fn journals() -> impl FnMut(usize) -> Journal {
    let courses = Course::ALL.map(|it| Journal::from(it.read().taken()));
    move |at| {
        let mut journal = courses[at % courses.len()].clone();
        journal.opening.step.case = format!("2024-{at}").parse().expect("a mark");
        journal
    }
}

fn replayed(it: Journal) -> AnyCase {
    AnyCase::replay(it).expect("a lawful journal")
}

pub(super) fn lifecycle(many: usize) -> f64 {
    each(many, asked(), Asked::taken)
}

pub(super) fn replay(many: usize) -> f64 {
    each(many, journals(), replayed)
}

pub(super) fn audit(many: usize) -> f64 {
    let mut told = Conformance::default();
    let audit = |it| {
        let audit = Audit::of(it);
        told.add(&audit);
        audit
    };
    let ns = each(many, journals(), audit);
    assert_eq!((told.cases(), told.clean()), (many as u64, many as u64));
    ns
}

pub(super) fn statistics(many: usize) -> f64 {
    let mut told = Statistics::on(NaiveDate::from_ymd_opt(2024, 12, 31).expect("a day"));
    let mut journal = journals();
    let add = |case: AnyCase| {
        told.add(case.record(), Calendar::built_in(), Facet::all);
        case
    };
    let ns = each(many, |at| replayed(journal(at)), add);
    assert_eq!(told.group(&Facet::All).map(|it| it.cases()), Some(many as u64));
    ns
}
