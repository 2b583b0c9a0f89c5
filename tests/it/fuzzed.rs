//! 模糊测试的语料: what fuzzers made up, and found to go another way through the crate, is asked the same again: `tests/fuzz/README.md` tells how it was made.

use std::{
    fs,
    path::{Path, PathBuf},
};

#[path = "../fuzz/reads/mod.rs"]
mod reads;

use self::reads::Outcome;

/// An input by its file; where something in it fails, that says which.
struct Input(PathBuf);

impl Drop for Input {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("this input: {}", self.0.display());
        }
    }
}

/// Every input of a target, in the order of their names.
fn corpus(target: &str) -> Vec<Input> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(Input).collect()
}

/// So many are not of the form, so many are refused, so many are taken; and all that must hold of them holds.
#[track_caller]
fn replayed(target: &str, read: fn(&[u8]) -> Outcome, expected: [usize; 3]) {
    let mut told = [0; 3];
    for input in corpus(target) {
        told[read(&fs::read(&input.0).unwrap()) as usize] += 1;
    }
    assert!(told.iter().all(|it| *it > 0), "a corpus without one of them shows little: {told:?}");
    assert_eq!(told, expected, "unread, refused, taken");
}

#[test]
fn fuzzed_journals_prove_a_case_or_tell_where_they_do_not() {
    replayed("journal", reads::journal, [0, 0, 0]);
}

#[test]
fn fuzzed_registers_make_an_office_that_answers_or_are_refused_whole() {
    replayed("registers", reads::registers, [0, 0, 0]);
}

#[test]
fn fuzzed_catalogues_and_amendments_are_the_same_one_by_one_or_are_refused_whole() {
    replayed("catalogue", reads::catalogue, [0, 0, 0]);
}

#[test]
fn fuzzed_logs_are_judged_event_by_event_however_broken() {
    replayed("plain_log", reads::plain_log, [0, 0, 0]);
}

#[test]
fn fuzzed_dossiers_statistics_and_samples_are_proven_merged_and_drawn_or_refused() {
    replayed("beside", reads::beside, [0, 0, 0]);
}

#[test]
fn fuzzed_texts_are_shown_as_they_are_read() {
    replayed("texts", reads::texts, [0, 0, 0]);
}
