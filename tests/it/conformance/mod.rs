//! What could not lawfully have happened: in journals, also broken ones, and in plain logs.

mod against_model;
mod edits;
mod golden;
mod journals;
mod plain;
mod seals;
mod shows;
mod tally;

pub(crate) use edits::{Edit, edits};

use std::sync::LazyLock;

use tongquan::{Journal, Office, Record};

use crate::{
    journals::{GOLDEN, Golden},
    scenes::PLAYED,
};

/// Every case played, where no other goes on from it, with its office.
static WHOLE: LazyLock<Vec<(&'static Record, &'static Office)>> = LazyLock::new(|| {
    let ends = PLAYED.iter().flat_map(|played| {
        let records: Vec<&Record> = played.shots.iter().map(|it| it.case.record()).collect();
        let goes_on = |it: &Record, other: &Record| {
            it.version() < other.version()
                && other.entries().starts_with(it.entries())
                && other.opening() == it.opening()
        };
        let ends = |it: &&Record| !records.iter().any(|other| goes_on(it, other));
        records.iter().copied().filter(ends).map(|it| (it, played.scene.office())).collect::<Vec<_>>()
    });
    ends.collect()
});

fn whole() -> impl Iterator<Item = (&'static Record, &'static Office)> {
    WHOLE.iter().copied()
}

fn read(it: &Golden) -> Journal {
    serde_json::from_value(it.entries().into()).unwrap()
}

pub(crate) fn golden(name: &str) -> Journal {
    read(Golden::called(name))
}

pub(crate) fn golden_journals() -> Vec<Journal> {
    GOLDEN.iter().map(read).collect()
}
