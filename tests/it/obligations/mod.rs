//! The duty register: what each clause asks of whom, by when, and whether it was done, held against a reckoning of its own that knows nothing of the
//! crate's but the rows of the seed, and against the model, which does not know these either.

use chrono::{Datelike, NaiveDate};
use strum::IntoEnumIterator;
use tongquan::{
    Department, Modality, Office, Region,
    law::Faults,
    register::{Evidence, Fulfilment, Obligation, ObligationState, Responsible, Revision},
};

mod against_model;
mod against_rows;
mod bearers;
mod clauses;
mod each_duty;
mod lists;
mod plain;
mod shown;
mod states;
mod stored;
mod words;

use crate::support::day;
pub(crate) use each_duty::{Asked, asked};
use plain::{Told, rows};

/// Every duty with its row of the seed.
fn duties() -> impl Iterator<Item = (Obligation, plain::Duty)> {
    Obligation::iter().zip(rows())
}

/// Those that evidence shows.
fn by_evidence() -> impl Iterator<Item = (Obligation, plain::Duty)> {
    duties().filter(|(_, it)| it.proof == ["evidence"])
}

/// What the crate says, in the words of the reckoning.
fn said(it: &Fulfilment<'_>) -> Told {
    Told {
        state: it.state,
        due: it.due,
        late: it.late,
        evidence: it.evidence.iter().map(|it| (it.on, it.cycle)).collect(),
        missed: it.missed.iter().map(|it| (it.first(), it.last())).collect(),
    }
}

fn evidence(obligation: Obligation, by: Responsible, on: NaiveDate, cycle: Option<NaiveDate>) -> Evidence {
    Evidence { obligation, by, on, what: "（虚构）已办".parse().unwrap(), cycle }
}

/// After every day that is asked.
const LATER: NaiveDate = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();

/// An office that was told of all of it, where it takes it.
fn taken(evidence: Vec<Evidence>) -> Result<Office, Faults> {
    Office::new(vec![Revision { evidence, ..Revision::on(LATER) }])
}

#[track_caller]
fn told_of(evidence: Vec<Evidence>) -> Office {
    taken(evidence).unwrap_or_else(|why| panic!("{why}"))
}

/// A day and its neighbours.
fn around(it: NaiveDate) -> [NaiveDate; 3] {
    [it.pred_opt().unwrap(), it, it.succ_opt().unwrap()]
}

/// The day of the signature, each day by which something is owed, and the ends of the years and half-years, with their neighbours.
fn bounds() -> Vec<NaiveDate> {
    let ends = (2021..=2023).flat_map(|year| [day(year, 6, 30), day(year, 12, 31)]);
    let days = [day(2021, 6, 15), day(2021, 7, 15), day(2021, 7, 31)];
    let mut all: Vec<NaiveDate> = days.into_iter().chain(ends).flat_map(around).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The departments of annex 1, the modalities of their items there counted over all regions.
fn built_in(department: Department) -> Vec<Modality> {
    use Modality::{Direct, Intake, Review, Window};
    match department {
        Department::Ecology => vec![Direct, Window],
        Department::PublicSecurity => vec![Window, Review],
        Department::HumanResources => vec![Review, Intake],
        Department::NaturalResources | Department::Housing | Department::Commerce | Department::Health => {
            vec![Direct, Review]
        }
        // items 19, 53, 59 and 60 go to the zones by intake
        Department::ApprovalService => vec![Direct, Review, Intake],
        Department::Transport | Department::CultureTourism | Department::Emergency => vec![Review],
        Department::GovernmentOffice | Department::BigData | Department::Establishment | Department::Finance => vec![],
    }
}

/// The six months of a day, told by their first.
fn half_year(on: NaiveDate) -> NaiveDate {
    day(on.year(), if on.month() > 6 { 7 } else { 1 }, 1)
}

/// The state alone.
fn state(
    office: &Office,
    obligation: Obligation,
    by: impl Into<Responsible>,
    on: NaiveDate,
) -> Option<ObligationState> {
    office.now().fulfilment(obligation, by.into(), on).map(|it| it.state)
}

const WENSHANG: Responsible = Responsible::Region(Region::Wenshang);
const TRANSPORT: Responsible = Responsible::Department(Department::Transport);
