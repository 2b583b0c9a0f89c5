use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::text::Mark;

/// Where a row stands: the revision that brought it, counted from 1, and its position in its list there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At {
    pub(super) revision: u32,
    pub(super) row: usize,
}

/// Of which day something is asked, and of which revision: what was recorded after it is not known yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct AsOf {
    pub(super) day: NaiveDate,
    pub(super) revision: u32,
}

/// Rows that speak of one thing, in the order of their first days: a later one takes the place of an earlier.
#[derive(Clone, Debug, Default)]
pub(super) struct Line(Vec<(NaiveDate, At)>);

impl Line {
    /// Adds a row; those of one day stay in the order of recording.
    pub(super) fn add(&mut self, from: NaiveDate, at: At) {
        let after = self.0.partition_point(|it| *it <= (from, at));
        self.0.insert(after, (from, at));
    }

    /// The row that counts: the last begun of those known. What was recorded since can only have begun since, so little is passed over.
    pub(super) fn on(&self, asked: AsOf) -> Option<(NaiveDate, At)> {
        self.begun(asked).next()
    }

    /// The rows that have begun, the last first.
    pub(super) fn begun(&self, asked: AsOf) -> impl Iterator<Item = (NaiveDate, At)> {
        let begun = self.0.partition_point(|(from, _)| *from <= asked.day);
        let begun = self.0.get(..begun).unwrap_or_default();
        begun.iter().rev().filter(move |(_, at)| at.revision <= asked.revision).copied()
    }

    /// The next row to begin.
    pub(super) fn next(&self, asked: AsOf) -> Option<(NaiveDate, At)> {
        let begun = self.0.partition_point(|(from, _)| *from <= asked.day);
        self.0.get(begun..)?.iter().find(|(_, at)| at.revision <= asked.revision).copied()
    }
}

/// Last days of rows, as they became known: with the row, or by an ending recorded since.
#[derive(Clone, Debug, Default)]
pub(super) struct LastDays(BTreeMap<At, Vec<(u32, NaiveDate)>>);

impl LastDays {
    /// A revision gives a row its last day.
    pub(super) fn end(&mut self, at: At, revision: u32, last: NaiveDate) {
        self.0.entry(at).or_default().push((revision, last));
    }
    /// The last day of a row as a revision knows it.
    pub(super) fn of(&self, at: At, revision: u32) -> Option<NaiveDate> {
        self.0.get(&at)?.iter().rev().find(|(by, _)| *by <= revision).map(|(_, last)| *last)
    }
}

/// Rows that have a number, given once, and may be given a last day.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbered {
    rows: BTreeMap<Mark, At>,
    last_days: LastDays,
}

impl Numbered {
    pub(super) fn add(&mut self, number: &Mark, at: At, until: Option<NaiveDate>) {
        self.rows.insert(number.clone(), at);
        if let Some(until) = until {
            self.last_days.end(at, at.revision, until);
        }
    }
    /// A revision gives the row of a number its last day.
    pub(super) fn end(&mut self, number: &Mark, revision: u32, last: NaiveDate) {
        if let Some(at) = self.rows.get(number) {
            self.last_days.end(*at, revision, last);
        }
    }
    /// The row of a number, if a revision knows it.
    pub(super) fn at(&self, number: &Mark, revision: u32) -> Option<At> {
        self.rows.get(number).copied().filter(|at| at.revision <= revision)
    }
    /// The last day of a row as a revision knows it.
    pub(super) fn until(&self, at: At, revision: u32) -> Option<NaiveDate> {
        self.last_days.of(at, revision)
    }
}
