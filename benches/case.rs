//! What a case costs: one step taken and refused, by its type and at run time; a whole course of each modality with its journal, on an
//! office; replay. What a match by hand takes for the same, `peers/` measures. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::panic, reason = "a bench stops when its courses do not fit")]

use divan::Bencher;
use serde_json::Value;
use tongquan::{
    AnyCase, AnyStep, Case, Journal, Stamp,
    case::{StepKind as By, stage::Correcting, steps::Accept},
};

#[path = "given/courses.rs"]
mod courses;

use courses::{Asked, Course, OFFICE};

fn main() {
    for course in Course::ALL {
        let journal: Value = serde_json::from_str(course.text()).expect("a journal");
        assert_eq!(serde_json::to_value(course.read().taken()).expect("a journal"), journal);
    }
    let [early, in_time] = Comes::ALL.map(|comes| {
        let (case, accept, stamp) = comes.next();
        case.check(&accept, &stamp, &OFFICE)
    });
    assert_eq!((early.map_err(|why| why.objections().len()), in_time), (Err(1), Ok(())));
    divan::main();
}

#[divan::bench(args = Course::ALL, sample_count = 400, sample_size = 16)]
fn whole_course(bencher: Bencher<'_, '_>, course: &Course) {
    let asked = course.read();
    bencher.with_inputs(|| asked.clone()).bench_local_values(Asked::taken);
}

#[divan::bench(args = Course::ALL, sample_count = 400, sample_size = 16)]
fn replay(bencher: Bencher<'_, '_>, course: &Course) {
    let journal: Journal = serde_json::from_str(course.text()).expect("a journal");
    bencher.with_inputs(|| journal.clone()).bench_local_values(|it| AnyCase::replay(it).expect("a lawful journal"));
}

/// When an acceptance comes: before a paper that was asked for, so that it is refused for one reason, or after it.
#[derive(Clone, Copy, Debug)]
enum Comes {
    Early,
    InTime,
}

impl Comes {
    const ALL: [Self; 2] = [Self::Early, Self::InTime];

    /// The acceptance, with the case that it is asked of.
    fn next(self) -> (AnyCase, AnyStep, Stamp) {
        let Asked { file, filed, steps } = Course::Review.read();
        let last = match self {
            Self::Early => By::HandInCorrections,
            Self::InTime => By::Accept,
        };
        let (accept, stamp) = steps.iter().find(|it| it.0.kind() == By::Accept).expect("it is accepted").clone();
        let mut case = AnyCase::file(file, filed, &OFFICE).expect("a lawful filing");
        for (step, stamp) in steps.into_iter().take_while(|it| it.0.kind() != last) {
            case = case.apply(step, stamp, &OFFICE).expect("a lawful step");
        }
        (case, accept, stamp)
    }

    /// The same with the stage known.
    fn typed(self) -> (Case<Correcting>, Accept, Stamp) {
        let (case, AnyStep::Accept(accept), stamp) = self.next() else { panic!("it accepts") };
        (Case::try_from(case).expect("papers are asked for"), accept, stamp)
    }
}

#[divan::bench(args = Comes::ALL)]
fn step(bencher: Bencher<'_, '_>, comes: &Comes) {
    let next = comes.next();
    bencher.with_inputs(|| next.clone()).bench_local_values(|(case, step, stamp)| case.apply(step, stamp, &OFFICE));
}

#[divan::bench(args = Comes::ALL)]
fn typed_step(bencher: Bencher<'_, '_>, comes: &Comes) {
    let next = comes.typed();
    bencher.with_inputs(|| next.clone()).bench_local_values(|(case, step, stamp)| case.apply(step, stamp, &OFFICE));
}
