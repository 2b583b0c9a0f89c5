//! What it costs to write a case and to read it proven: as JSON and as postcard, beside its journal, which is read and not proven. What plain structs take
//! for the same, `peers/` measures. Read the ratios, not the times.

#![allow(clippy::expect_used, reason = "a bench stops when its courses do not fit")]

use divan::Bencher;
use tongquan::{AnyCase, Journal};

#[path = "given/courses.rs"]
mod courses;

use courses::Course;

fn main() {
    for course in Course::ALL {
        let case = course.read().taken();
        let (json, bytes) = (to_json(&case), to_bytes(&case));
        assert_eq!(serde_json::from_slice::<AnyCase>(&json).expect("a proven case"), case);
        assert_eq!(postcard::from_bytes::<AnyCase>(&bytes).expect("a proven case"), case);
        println!("{course:?}: {} bytes of JSON, {} of postcard", json.len(), bytes.len());
    }
    divan::main();
}

fn to_json(case: &AnyCase) -> Vec<u8> {
    serde_json::to_vec(case).expect("plain data")
}

fn to_bytes(case: &AnyCase) -> Vec<u8> {
    postcard::to_stdvec(case).expect("plain data")
}

#[divan::bench(args = Course::ALL)]
fn case_to_json(bencher: Bencher<'_, '_>, course: &Course) {
    let case = course.read().taken();
    bencher.bench_local(|| to_json(&case));
}

#[divan::bench(args = Course::ALL)]
fn json_to_case(bencher: Bencher<'_, '_>, course: &Course) {
    let json = to_json(&course.read().taken());
    bencher.bench_local(|| serde_json::from_slice::<AnyCase>(&json).expect("a proven case"));
}

#[divan::bench(args = Course::ALL)]
fn json_to_journal(bencher: Bencher<'_, '_>, course: &Course) {
    let json = to_json(&course.read().taken());
    bencher.bench_local(|| serde_json::from_slice::<Journal>(&json).expect("a journal"));
}

#[divan::bench(args = Course::ALL)]
fn case_to_postcard(bencher: Bencher<'_, '_>, course: &Course) {
    let case = course.read().taken();
    bencher.bench_local(|| to_bytes(&case));
}

#[divan::bench(args = Course::ALL)]
fn postcard_to_case(bencher: Bencher<'_, '_>, course: &Course) {
    let bytes = to_bytes(&course.read().taken());
    bencher.bench_local(|| postcard::from_bytes::<AnyCase>(&bytes).expect("a proven case"));
}

#[divan::bench(args = Course::ALL)]
fn postcard_to_journal(bencher: Bencher<'_, '_>, course: &Course) {
    let bytes = to_bytes(&course.read().taken());
    bencher.bench_local(|| postcard::from_bytes::<Journal>(&bytes).expect("a journal"));
}
