//! The reckoning: written from the rulebook and S55, day by day, out of the rows of the seed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::{Datelike, NaiveDate};
use tongquan::{
    Modality, Region,
    register::{ObligationState, Responsible},
};

use super::half_year;
use crate::support::day;

/// Every day of some years about the signature, by the cycle in which it lies, which is told by its first.
type Cycles = BTreeMap<NaiveDate, Vec<NaiveDate>>;

static YEARS: LazyLock<Cycles> = LazyLock::new(|| by_cycle(|it| day(it.year(), 1, 1)));
static HALF_YEARS: LazyLock<Cycles> = LazyLock::new(|| by_cycle(half_year));

fn by_cycle(cycle: impl Fn(NaiveDate) -> NaiveDate) -> Cycles {
    let mut cycles = Cycles::new();
    for it in day(2021, 1, 1).iter_days().take_while(|it| it.year() < 2028) {
        cycles.entry(cycle(it)).or_default().push(it);
    }
    cycles
}

const SEED: &str = include_str!("../../../seeds/duties.tsv");

/// A row of the seed.
#[derive(Clone, Debug)]
pub(super) struct Duty {
    pub(super) id: &'static str,
    pub(super) clause: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) bearers: Vec<&'static str>,
    pub(super) due: &'static str,
    pub(super) proof: Vec<&'static str>,
}

/// The rows, in their order.
pub(super) fn rows() -> impl Iterator<Item = Duty> {
    SEED.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, clause, zh, en, bearers, due, proof] = cells[..] else { panic!("{line}") };
        let parts = |cell: &'static str| cell.split('；').collect();
        Duty { id, clause, zh, en, bearers: parts(bearers), due, proof: parts(proof) }
    })
}

/// What is to be said of a duty that evidence shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) state: ObligationState,
    pub(super) due: Option<NaiveDate>,
    pub(super) late: bool,
    pub(super) evidence: Vec<(NaiveDate, Option<NaiveDate>)>,
    pub(super) missed: Vec<(NaiveDate, NaiveDate)>,
}

pub(super) fn signed() -> NaiveDate {
    day(2021, 6, 15)
}

impl Duty {
    /// Whether it binds a unit that has items of these modalities.
    pub(super) fn binds(&self, by: Responsible, has: &[Modality]) -> bool {
        self.bearers.iter().any(|it| match (*it, by) {
            ("regions", Responsible::Region(_)) => true,
            ("regions:centre", Responsible::Region(region)) => region != Region::CultureZone,
            ("departments", Responsible::Department(_)) => !has.is_empty(),
            ("departments:window", Responsible::Department(_)) => has.contains(&Modality::Window),
            ("departments:review", Responsible::Department(_)) => has.contains(&Modality::Review),
            (named, by) => named == by.label(),
        })
    }

    pub(super) fn recurs(&self) -> bool {
        matches!(self.due, "year" | "half_year")
    }

    /// The year or half-year of a day, by its first.
    pub(super) fn cycle(&self, on: NaiveDate) -> NaiveDate {
        if self.due == "year" { day(on.year(), 1, 1) } else { half_year(on) }
    }

    /// What is to be said of a unit on a day, where it is bound on the days that `bound` says; nothing where it is not bound that day.
    pub(super) fn told(
        &self,
        on: NaiveDate,
        evidence: &[(NaiveDate, Option<NaiveDate>)],
        bound: &dyn Fn(NaiveDate) -> bool,
    ) -> Option<Told> {
        let bound = |it: NaiveDate| signed() <= it && bound(it);
        if !bound(on) {
            return None;
        }
        let mut done: Vec<_> = evidence.iter().filter(|(it, _)| *it <= on).copied().collect();
        done.sort_by_key(|(it, _)| *it);
        Some(if self.recurs() { self.each(on, done, &bound) } else { self.once(on, done, &bound) })
    }

    fn once(
        &self,
        on: NaiveDate,
        done: Vec<(NaiveDate, Option<NaiveDate>)>,
        bound: &dyn Fn(NaiveDate) -> bool,
    ) -> Told {
        let due: Option<NaiveDate> = self.due.parse().ok().filter(|due| bound(*due));
        let state = if !done.is_empty() {
            ObligationState::Met
        } else if due.is_some_and(|due| on > due) {
            ObligationState::Overdue
        } else {
            ObligationState::Due
        };
        let late = due.is_some_and(|due| done.iter().map(|it| it.0).min().is_some_and(|first| first > due));
        Told { state, due, late, evidence: done, missed: vec![] }
    }

    fn each(
        &self,
        on: NaiveDate,
        done: Vec<(NaiveDate, Option<NaiveDate>)>,
        bound: &dyn Fn(NaiveDate) -> bool,
    ) -> Told {
        let cycles = if self.due == "year" { &YEARS } else { &HALF_YEARS };
        // owed are those that were whole for it so far, in their order
        let whole = |days: &[NaiveDate]| days.iter().take_while(|it| **it <= on).all(|it| bound(*it));
        let owed: Vec<(NaiveDate, NaiveDate)> = cycles
            .iter()
            .filter(|(first, days)| **first >= signed() && whole(days))
            .map(|(first, days)| (*first, *days.last().unwrap()))
            .collect();
        let (ended, rest): (Vec<_>, Vec<_>) = owed.into_iter().partition(|(_, last)| *last < on);
        let running = rest[0];
        let asked: BTreeSet<NaiveDate> = ended.iter().chain([&running]).map(|it| it.0).collect();
        let counts = |(it, named): &(NaiveDate, Option<NaiveDate>)| self.cycle(named.unwrap_or(*it));
        let evidence: Vec<_> = done.into_iter().filter(|it| asked.contains(&counts(it))).collect();
        let first_of = |cycle: NaiveDate| evidence.iter().find(|it| counts(it) == cycle).map(|it| it.0);
        let missed: Vec<_> = ended.iter().filter(|it| first_of(it.0).is_none()).copied().collect();
        let late = ended.iter().any(|(first, last)| first_of(*first).is_some_and(|it| it > *last));
        let state = match (missed.is_empty(), first_of(running.0)) {
            (false, _) => ObligationState::Overdue,
            (true, Some(_)) => ObligationState::Met,
            (true, None) => ObligationState::Due,
        };
        let due = Some(missed.first().unwrap_or(&running).1);
        Told { state, due, late, evidence, missed }
    }
}
