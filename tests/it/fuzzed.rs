//! 模糊测试的语料: what fuzzers made up, and found to go another way through the crate, is asked the same again: `tests/fuzz/README.md` tells how it was made.

use std::{fs, path::Path};

#[path = "../fuzz/reads/mod.rs"]
mod reads;

use self::reads::Outcome;

/// Where something in an input fails, this says which it was.
struct Line<'t>(&'t str, usize);

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("corpus/{}.lines, line {}", self.0, self.1);
        }
    }
}

/// So many are not of the form, so many are refused, so many are taken; and all that must hold of them holds.
#[track_caller]
fn replayed(target: &str, read: fn(&[u8]) -> Outcome, expected: [usize; 3]) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fuzz/corpus/{target}.lines"));
    let mut told = [0; 3];
    for (number, line) in (1..).zip(fs::read_to_string(corpus).unwrap().lines()) {
        let at = Line(target, number);
        told[read(&reads::input(line)) as usize] += 1;
        drop(at);
    }
    assert!(told.iter().all(|it| *it > 0), "a corpus without one of them shows little: {told:?}");
    assert_eq!(told, expected, "unread, refused, taken");
}

#[test]
fn fuzzed_journals_prove_a_case_or_tell_where_they_do_not() {
    replayed("journal", reads::journal, [1245, 205, 98]);
}

#[test]
fn fuzzed_actions_are_taken_once_or_come_back_as_they_were() {
    replayed("actions", reads::actions, [1461, 317, 371]);
}

#[test]
fn fuzzed_registers_make_an_office_that_answers_or_are_refused_whole() {
    replayed("registers", reads::registers, [2673, 436, 504]);
}

#[test]
fn fuzzed_catalogues_and_amendments_are_the_same_one_by_one_or_are_refused_whole() {
    replayed("catalogue", reads::catalogue, [1265, 262, 207]);
}

#[test]
fn fuzzed_logs_are_judged_event_by_event_however_broken() {
    replayed("plain_log", reads::plain_log, [911, 292, 15]);
}

#[test]
fn fuzzed_dossiers_statistics_and_samples_are_proven_merged_and_drawn_or_refused() {
    replayed("beside", reads::beside, [1994, 438, 276]);
}

#[test]
fn fuzzed_texts_are_shown_as_they_are_read() {
    replayed("texts", reads::texts, [1, 475, 136]);
}
