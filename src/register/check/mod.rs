//! Every row of every revision, held against the others: all faults at once, each with its path. What one kind of row must hold stands in one
//! file.

mod bodies;
mod calendars;
mod choices;
mod days;
mod endings;
mod evidence;
mod items;
mod lists;
mod people;
mod seals;
mod standards;

use chrono::NaiveDate;

use super::Revision;
use crate::{catalogue::Catalogue, law::Faults, time::Calendar};
use lists::Lists;

/// What the revisions make, where nothing is wrong with them.
pub(super) struct Made {
    pub(super) catalogue: Catalogue,
    /// How many editions of it each revision knows, that of nothing recorded first.
    pub(super) editions: Vec<usize>,
    /// 核对至, from which revision on.
    pub(super) checked: Vec<(u32, NaiveDate)>,
    /// By the revision that added to them.
    pub(super) calendars: Vec<(u32, Calendar)>,
}

pub(super) fn all(revisions: &[Revision]) -> Result<Made, Faults> {
    let mut faults = Faults::default();
    let lists = Lists::of(revisions, &mut faults);
    days::check(revisions, &mut faults);
    items::check(revisions, &lists, &mut faults);
    bodies::check(revisions, &mut faults);
    choices::check(revisions, &lists, &mut faults);
    people::check(revisions, &lists, &mut faults);
    endings::check(revisions, &mut faults);
    seals::check(revisions, &lists, &mut faults);
    evidence::check(revisions, &lists, &mut faults);
    standards::check(revisions, &lists, &mut faults);
    let calendars = calendars::check(revisions, &mut faults);
    let Lists { catalogue, known: editions, checked, .. } = lists;
    faults.or(Made { catalogue, editions, checked, calendars })
}
