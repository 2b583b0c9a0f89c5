//! Every duty, every unit, every day around a bound, with evidence of every day around a bound: met, due or overdue as the rulebook says.

use chrono::NaiveDate;
use tongquan::{
    Department, Office,
    register::{Evidence, Obligation, ObligationState, Responsible},
};

use super::{
    TRANSPORT, bounds, built_in, by_evidence, evidence,
    plain::{Duty, signed},
    said, state, told_of,
};
use crate::support::day;

fn has(by: Responsible) -> Vec<tongquan::Modality> {
    if let Responsible::Department(it) = by { built_in(it) } else { vec![] }
}

/// Each duty that evidence shows, with each unit that it binds.
fn pairs() -> impl Iterator<Item = (Obligation, Duty, Responsible)> {
    by_evidence().flat_map(|(it, row)| Responsible::all().map(move |by| (it, row.clone(), by)))
}

#[test]
fn what_is_owed_once_is_met_by_evidence_of_whatever_day_and_overdue_after_its_own() {
    let mut asked = 0;
    let evidence_of = |on: Option<NaiveDate>| -> Vec<Evidence> {
        let bound = pairs().filter(|(_, row, by)| !row.recurs() && row.binds(*by, &has(*by)));
        bound.filter_map(|(it, _, by)| Some(evidence(it, by, on?, None))).collect()
    };
    let days = bounds().into_iter().filter(|it| signed() <= *it && *it < day(2021, 9, 1)).map(Some);
    for on in days.chain([None]) {
        let office = told_of(evidence_of(on));
        for (it, row, by) in pairs().filter(|(_, row, _)| !row.recurs()) {
            for today in bounds().into_iter().filter(|it| *it < day(2021, 9, 1)) {
                let rows: Vec<_> = on.map(|it| (it, None)).into_iter().collect();
                let expected = row.told(today, &rows, &|_| row.binds(by, &has(by)));
                let told = office.now().fulfilment(it, by, today);
                assert_eq!(told.as_ref().map(said), expected, "{it} {by:?} {today} {on:?}");
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 138_240);
}

/// Evidence of two days, each for the cycle in which it was done, for the one before or for the one after.
#[test]
fn what_recurs_is_owed_in_each_whole_year_or_half_year_and_made_up_for_by_naming_it() {
    let (mut asked, mut overdue, mut late, mut named) = (0, 0, 0, 0);
    let done: Vec<NaiveDate> = bounds().into_iter().filter(|it| signed() <= *it).collect();
    let recurring: Vec<(Obligation, Duty)> = by_evidence().filter(|(_, row)| row.recurs()).collect();
    let departments: Vec<Responsible> =
        Department::all().filter(|it| !built_in(*it).is_empty()).map(Responsible::Department).collect();
    assert_eq!((recurring.len(), departments.len()), (2, 11));
    for (it, row) in &recurring {
        let of_cycle = |on: NaiveDate| {
            let here = row.cycle(on);
            let before = row.cycle(here.pred_opt().unwrap());
            let after = row.cycle(here + chrono::Days::new(if row.due == "year" { 370 } else { 190 }));
            [(on, None), (on, Some(before)), (on, Some(on)), (on, Some(after))]
        };
        let lawful = |(on, cycle): &(NaiveDate, Option<NaiveDate>)| row.cycle(cycle.unwrap_or(*on)) >= signed();
        let single: Vec<_> = done.iter().flat_map(|on| of_cycle(*on)).filter(lawful).collect();
        let pairs = single.iter().flat_map(|one| single.iter().map(move |other| vec![*one, *other]));
        let kept = pairs.enumerate().filter(|(at, _)| at % 3 == 0).map(|(_, it)| it);
        let mut histories: Vec<Vec<_>> = single.iter().map(|it| vec![*it]).chain(kept).chain([vec![]]).collect();
        // a department for each history
        histories.resize_with(histories.len().next_multiple_of(departments.len()), Vec::new);
        for eleven in histories.chunks(departments.len()) {
            let by_department = || departments.iter().zip(eleven);
            let rows = by_department()
                .flat_map(|(by, history)| history.iter().map(|(on, cycle)| evidence(*it, *by, *on, *cycle)));
            let office = told_of(rows.collect());
            for (by, history) in by_department() {
                for today in bounds() {
                    let expected = row.told(today, history, &|_| true);
                    let told = office.now().fulfilment(*it, *by, today);
                    assert_eq!(told.as_ref().map(said), expected, "{it} {today} {history:?}");
                    asked += 1;
                    let Some(told) = told else { continue };
                    overdue += usize::from(told.state == ObligationState::Overdue);
                    late += usize::from(told.late);
                    named += usize::from(told.evidence.iter().any(|it| it.cycle.is_some()));
                }
            }
        }
    }
    assert_eq!((asked, overdue, late, named), (97_416, 30_188, 4_488, 39_218));
}

#[test]
fn a_plan_for_next_year_made_in_december_meets_next_year_and_not_this_one() {
    let plan = |on, cycle| evidence(Obligation::PlanTraining, TRANSPORT, on, cycle);
    let office =
        told_of(vec![plan(day(2021, 12, 20), Some(day(2022, 6, 1))), plan(day(2022, 12, 20), Some(day(2023, 1, 1)))]);
    let at = |on| state(&office, Obligation::PlanTraining, TRANSPORT, on).unwrap();
    use ObligationState::{Due, Met};
    // nothing is owed for 2021, of which the document saw half: its first year is 2022
    assert_eq!([day(2021, 6, 15), day(2021, 12, 19)].map(at), [Due, Due]);
    assert_eq!([day(2021, 12, 20), day(2021, 12, 31), day(2022, 1, 1), day(2022, 12, 31)].map(at), [Met; 4]);
    assert_eq!([day(2023, 1, 1), day(2023, 12, 31)].map(at), [Met; 2]);
    assert_eq!([day(2024, 1, 1), day(2024, 12, 31), day(2025, 1, 1)].map(at), [Due, Due, ObligationState::Overdue]);
    let behind = office.now().behind(Obligation::PlanTraining, day(2025, 1, 1));
    assert_eq!(behind.len(), 11, "and so is everybody else");
    assert!(office.now().behind(Obligation::PlanTraining, day(2023, 6, 1)).iter().all(|it| it.by != TRANSPORT));
}

#[test]
fn a_half_year_that_was_missed_stays_missed_until_it_is_made_up_for() {
    let session = |on, cycle| evidence(Obligation::TrainCentrally, TRANSPORT, on, cycle);
    let (autumn, spring, made_up) = (day(2021, 11, 5), day(2022, 9, 1), day(2022, 9, 2));
    let office = told_of(vec![session(autumn, None), session(spring, None), session(made_up, Some(day(2022, 1, 1)))]);
    let told = |on| {
        let told = office.now().fulfilment(Obligation::TrainCentrally, TRANSPORT, on).unwrap();
        (told.state, told.missed.iter().map(ToString::to_string).collect::<Vec<_>>(), told.late)
    };
    assert_eq!(told(day(2022, 6, 30)), (ObligationState::Due, vec![], false));
    let missed = vec!["the first half of 2022".to_owned()];
    assert_eq!(told(day(2022, 7, 1)), (ObligationState::Overdue, missed.clone(), false));
    assert_eq!(told(spring), (ObligationState::Overdue, missed, false));
    assert_eq!(told(made_up), (ObligationState::Met, vec![], true));
}

#[test]
fn who_is_behind_are_those_that_are_overdue_and_the_tallies_add_up() {
    let training = |on| evidence(Obligation::TrainCentrally, TRANSPORT, on, None);
    let office = told_of(vec![training(day(2021, 9, 1)), training(day(2022, 3, 1))]);
    for on in [day(2021, 6, 14), signed(), day(2021, 7, 1), day(2021, 8, 1), day(2022, 1, 1), day(2024, 3, 4)] {
        for office in [&office, Office::built_in(), &*crate::support::OFFICE] {
            let now = office.now();
            let (all, tallies) = (by_every_unit(office, on), now.tallies(on));
            for by in Responsible::all() {
                let told = now.obligations(by, on);
                let own: Vec<_> = all.iter().filter(|it| it.by == by).cloned().collect();
                assert_eq!(told, own, "in the order of the document");
                let tally = tallies.iter().find(|it| it.by == by);
                let count = |state| told.iter().filter(|it| it.state == state).count();
                let counts = [ObligationState::Met, ObligationState::Due, ObligationState::Overdue].map(count);
                assert_eq!(tally.map(|it| [it.met, it.due, it.overdue]), (!told.is_empty()).then_some(counts));
                assert_eq!(counts.iter().sum::<usize>(), told.len());
            }
            for (it, _) in super::duties() {
                let overdue = all.iter().filter(|told| told.obligation == it && told.state == ObligationState::Overdue);
                let behind = now.behind(it, on);
                assert_eq!(behind, overdue.cloned().collect::<Vec<_>>(), "{it} {on}");
            }
        }
    }
}

fn by_every_unit(office: &Office, on: NaiveDate) -> Vec<tongquan::register::Fulfilment<'_>> {
    let each = |by| super::duties().filter_map(move |(it, _)| office.now().fulfilment(it, by, on));
    Responsible::all().flat_map(each).collect()
}
