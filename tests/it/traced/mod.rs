//! From the document to the tests and back: each clause with its rules and duties, each rule and duty with the stories that break it and keep it, and
//! with the public items that say so. The page of the docs is what is found here.

mod answers;
mod bodies;
mod demands;
mod evidence;
mod page;
mod reasons;
mod story;

use std::{fs, path::Path, sync::LazyLock};

pub(crate) use evidence::company;
pub(crate) use story::{Call, Refused, Shown, Story};

use bodies::{BODIES, DUTIES};
use evidence::Evidence;
use reasons::{REASONS, Reason};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGE: &str = "src/law/traceability.md";

static FOUND: LazyLock<Evidence> = LazyLock::new(|| Evidence::of(&BODIES));

#[test]
fn every_rule_has_its_stories_every_duty_its_units_and_every_source_what_rests_on_it_or_a_reason() {
    assert_eq!(FOUND.faults(&REASONS), [""; 0]);
}

/// The test tells what is not there.
#[test]
fn what_is_not_traced_is_told() {
    // without its last body nothing breaks the rules of what stands beside cases, and the first reasons are missing
    let less = Evidence::of(&BODIES[..BODIES.len() - 1]);
    let faults = less.faults(&REASONS[1..]);
    let told = |what: &str| faults.iter().filter(|it| it.contains(what)).count();
    assert_eq!((told("no story breaks it alone"), told("no reason is stated")), (26, 1), "{faults:?}");
    assert_eq!(faults.len(), 27, "{faults:?}");
    let stale = |source| Reason { source, why: "it is said", item: None, test: None };
    let of = |more: Reason| {
        let reasons: Vec<Reason> = REASONS.into_iter().chain([more]).collect();
        FOUND.faults(&reasons)
    };
    assert_eq!(of(stale("C6")), ["C6: a reason why nothing rests on it, and something does"]);
    assert_eq!(of(stale("C9")), ["C9: a reason why nothing rests on it, and something does"]);
    assert_eq!(of(stale("S2")), ["S2: a reason why nothing rests on it, and something does"]);
    assert_eq!(of(stale("P1")), ["P1: two reasons"]);
    assert_eq!(of(stale("C16")), ["C16: a reason for what is no source"]);
}

/// A file of these tests.
#[track_caller]
fn tests_of(file: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join("tests/it").join(file)).unwrap()
}

/// The body of a test function in a file of these tests.
#[track_caller]
fn test_in(file: &str, test: &str) -> String {
    let text = tests_of(file);
    let head = format!("#[test]\nfn {test}() {{\n");
    let (_, rest) = text.split_once(&head).unwrap_or_else(|| panic!("{file} has no test {test}"));
    rest.split_once("\n}\n").unwrap().0.to_owned()
}

#[test]
fn the_tests_that_are_named_are_there_and_look_at_the_stories_that_are_counted() {
    for body in &BODIES {
        let text = tests_of(body.file);
        let shown = text.split_once("fn shown() -> Vec<Shown> {").unwrap().1.split_once("\n}\n").unwrap().0;
        for it in [shown, &test_in(body.file, body.test)] {
            assert!(it.contains(body.stories), "{}: {}", body.file, body.stories);
        }
    }
    assert!(test_in(DUTIES.0, DUTIES.1).contains("asked()"));
    let named = REASONS.iter().filter_map(|it| it.test);
    assert_eq!(named.inspect(|(file, test)| assert!(test_in(file, test).contains("assert"))).count(), 11);
}

#[test]
fn the_page_of_the_docs_is_what_was_found() {
    let (found, told) = (FOUND.page(), fs::read_to_string(Path::new(ROOT).join(PAGE)).unwrap_or_default());
    if found != told {
        let target = Path::new(ROOT).join("target");
        fs::create_dir_all(&target).unwrap();
        fs::write(target.join("traceability.md"), &found).unwrap();
        let line = found.lines().zip(told.lines()).take_while(|(found, told)| found == told).count();
        panic!(
            "from line {} on {PAGE} is another: look at what changed, and accept it by `cp target/traceability.md {PAGE}`",
            line + 1
        );
    }
}
