//! What a case costs: one step taken and refused, by its type and at run time; a whole course of each modality with its journal, on an
//! office; replay. What a match by hand takes for the same, `peers/` measures. Read the ratios, not the times.

#![allow(clippy::expect_used, reason = "a bench stops when its courses do not fit")]

use divan::Bencher;
use serde_json::Value;
use tongquan::{AnyCase, Journal};

#[path = "given/answers.rs"]
mod answers;
#[path = "given/budgeted.rs"]
mod budgeted;
#[path = "given/courses.rs"]
mod courses;

use budgeted::Comes;
use courses::{Asked, Course, OFFICE};

fn main() {
    for course in Course::ALL {
        let journal: Value = serde_json::from_str(course.text()).expect("a journal");
        assert_eq!(serde_json::to_value(course.read().taken()).expect("a journal"), journal);
    }
    Comes::check();
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
