//! Departments are bound while they have items: day by day, as the list is amended.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use tongquan::{
    Department, Item, Kind, Modality, Office, Region, Standing,
    catalogue::{Amendment, Devolution, Ground, ItemChange, NewItem, NewOrigin, OwnItem, OwnOrigin},
    register::{Evidence, Obligation, ObligationState, Responsible, Revision},
};

use super::{evidence, plain::signed, said};
use crate::support::day;

/// From when on 市应急局 and 市财政局 have which items.
type Has = [(NaiveDate, &'static [Modality], &'static [Modality])];

fn amendment(number: &str, from: NaiveDate) -> Amendment {
    Amendment::new(number.parse().unwrap(), from, Ground::Law("（虚构）某法".parse().unwrap()))
}

fn item(key: &str, department: Department, modality: Modality) -> NewItem {
    NewItem {
        key: key.parse().unwrap(),
        name: format!("（虚构）{key}").parse().unwrap(),
        kind: Kind::OtherPower,
        origin: NewOrigin::City(Devolution::new(department, modality)),
    }
}

/// The one item of 市应急局 leaves review, leaves the list, and others come; 市财政局 has one for a while.
fn amendments() -> Vec<Amendment> {
    let modality = |modality| ItemChange { modality: Some(modality), ..ItemChange::of("A1-45".parse().unwrap()) };
    vec![
        Amendment { changes: vec![modality(Modality::Direct)], ..amendment("TZ-1", day(2021, 9, 1)) },
        Amendment { removes: vec!["A1-45".parse().unwrap()], ..amendment("TZ-2", day(2022, 3, 1)) },
        Amendment {
            adds: vec![item("SX-1", Department::Finance, Modality::Review)],
            ..amendment("TZ-3", day(2022, 8, 15))
        },
        Amendment {
            adds: vec![item("SX-2", Department::Emergency, Modality::Window)],
            ..amendment("TZ-4", day(2023, 2, 1))
        },
        Amendment { removes: vec!["SX-1".parse().unwrap()], ..amendment("TZ-5", day(2024, 1, 1)) },
    ]
}

const HAS: &Has = &[
    (NaiveDate::from_ymd_opt(2021, 6, 15).unwrap(), &[Modality::Review], &[]),
    (NaiveDate::from_ymd_opt(2021, 9, 1).unwrap(), &[Modality::Direct], &[]),
    (NaiveDate::from_ymd_opt(2022, 3, 1).unwrap(), &[], &[]),
    (NaiveDate::from_ymd_opt(2022, 8, 15).unwrap(), &[], &[Modality::Review]),
    (NaiveDate::from_ymd_opt(2023, 2, 1).unwrap(), &[Modality::Window], &[Modality::Review]),
    (NaiveDate::from_ymd_opt(2024, 1, 1).unwrap(), &[Modality::Window], &[]),
];

fn has(by: Department, on: NaiveDate) -> &'static [Modality] {
    let (_, emergency, finance) = HAS.iter().rfind(|(from, ..)| *from <= on).copied().unwrap_or((on, &[], &[]));
    if by == Department::Emergency { emergency } else { finance }
}

/// Evidence now and then, while the unit is bound; some of it for the cycle before or after.
fn done(of: Obligation, row: &super::plain::Duty, by: Department, every: usize) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let days = signed().iter_days().step_by(every).take_while(|it| *it < day(2025, 1, 1));
    let rows = days.enumerate().filter(|(_, it)| row.binds(by.into(), has(by, *it)));
    let rows = rows.map(|(at, on)| {
        let named = [None, Some(on - Days::new(180)), Some(on + Days::new(180))][at % 3].filter(|_| row.recurs());
        (on, named)
    });
    let lawful = |(on, named): &(NaiveDate, Option<NaiveDate>)| {
        !row.recurs() || row.cycle(named.unwrap_or(*on)) >= signed() && of.clause().id() == "C10"
    };
    rows.filter(lawful).collect()
}

#[test]
fn day_by_day_a_department_owes_what_it_had_items_for() {
    let departments = [Department::Emergency, Department::Finance];
    let (mut asked, mut bound_days, mut overdue) = (0, 0, 0);
    for every in [61, 150, 400, 5_000] {
        let mut rows: Vec<Evidence> = Vec::new();
        for (it, row) in super::by_evidence() {
            for by in departments {
                rows.extend(
                    done(it, &row, by, every).into_iter().map(|(on, named)| evidence(it, by.into(), on, named)),
                );
            }
        }
        let office =
            Office::new(vec![Revision { amendments: amendments(), evidence: rows, ..Revision::on(day(2025, 1, 1)) }]);
        let office = office.unwrap_or_else(|why| panic!("{why}"));
        let days = day(2021, 6, 10).iter_days().step_by(13).take_while(|it| *it < day(2025, 3, 1));
        let changes = HAS.iter().flat_map(|(from, ..)| super::around(*from));
        for on in days.chain(changes).chain(super::bounds()) {
            for (it, row) in super::by_evidence() {
                for by in departments {
                    let expected = row.told(on, &done(it, &row, by, every), &|it| row.binds(by.into(), has(by, it)));
                    let told = office.now().fulfilment(it, by.into(), on);
                    assert_eq!(told.as_ref().map(said), expected, "{it} {by} {on} {every}");
                    asked += 1;
                    bound_days += usize::from(told.is_some());
                    overdue += usize::from(told.is_some_and(|it| it.state == ObligationState::Overdue));
                }
            }
        }
    }
    assert_eq!((asked, bound_days, overdue), (40_800, 12_468, 286));
}

#[test]
fn a_department_that_comes_to_have_items_owes_from_its_first_whole_half_year_and_is_late_with_no_day_before_it() {
    let office = Office::new(vec![Revision { amendments: amendments(), ..Revision::on(day(2025, 1, 1)) }]).unwrap();
    let finance = Responsible::from(Department::Finance);
    let told = |it, on| office.now().fulfilment(it, finance, on).map(|it| (it.state, it.due));
    // items from 2022-08-15 to the end of 2023
    assert_eq!(told(Obligation::TrainCentrally, day(2022, 8, 14)), None);
    let due = Some((ObligationState::Due, Some(day(2023, 6, 30))));
    assert_eq!([day(2022, 8, 15), day(2023, 6, 30)].map(|on| told(Obligation::TrainCentrally, on)), [due; 2]);
    let overdue = Some((ObligationState::Overdue, Some(day(2023, 6, 30))));
    assert_eq!(told(Obligation::TrainCentrally, day(2023, 7, 1)), overdue);
    assert_eq!(told(Obligation::TrainCentrally, day(2024, 1, 1)), None);
    // the day by which the lists were to be filed was before it had anything to file
    assert_eq!(told(Obligation::FileAdvisers, day(2023, 7, 1)), Some((ObligationState::Due, None)));
}

/// An amendment that is learnt late takes effect when it did: what was known before answers as it did.
#[test]
fn what_was_known_then_binds_whom_it_bound() {
    let first = Office::new(vec![Revision::on(day(2021, 7, 1))]).unwrap();
    let late = Revision { amendments: amendments(), ..Revision::on(day(2022, 6, 1)) };
    let office = first.record(&late).unwrap();
    let on = day(2022, 4, 1);
    let emergency = Responsible::from(Department::Emergency);
    let then = office.as_of(1, on).unwrap().fulfilment(Obligation::TrainCentrally, emergency, on);
    assert_eq!(then.map(|it| it.state), Some(ObligationState::Overdue));
    assert_eq!(office.now().fulfilment(Obligation::TrainCentrally, emergency, on), None);
}

/// Own items that come between, and an amendment that is learnt after them and took effect before.
#[test]
fn on_every_day_those_are_bound_that_the_edition_in_force_has_items_of() {
    let own = |key: &str, department, modality| OwnItem {
        key: key.parse().unwrap(),
        name: format!("（虚构）{key}").parse().unwrap(),
        kind: Kind::Licence,
        origin: OwnOrigin::City(Devolution::new(department, modality)),
    };
    let [one, two, three, four, five] = amendments().try_into().unwrap();
    let office = Office::new(vec![
        Revision { amendments: vec![one], ..Revision::on(day(2021, 8, 1)) },
        Revision {
            own_items: vec![own("XZ-1", Department::BigData, Modality::Review)],
            ..Revision::on(day(2021, 8, 20))
        },
        Revision { amendments: vec![two, three], ..Revision::on(day(2023, 5, 1)) },
        Revision {
            own_items: vec![own("XZ-2", Department::Establishment, Modality::Window)],
            ..Revision::on(day(2023, 5, 2))
        },
        Revision { amendments: vec![four, five], ..Revision::on(day(2024, 2, 1)) },
    ])
    .unwrap();
    let mut seen = BTreeSet::new();
    for on in day(2021, 6, 15).iter_days().take_while(|it| *it < day(2024, 3, 1)) {
        for revision in 1..=5 {
            let Some(registers) = office.as_of(revision, office.revisions()[revision as usize - 1].recorded) else {
                panic!()
            };
            let edition = registers.edition_on(on).unwrap();
            let devolved = |it: &Item<'_>, wanted: Option<Modality>| {
                Region::all().any(|region| match it.cell(region).standing {
                    Standing::Devolved(modality) => wanted.is_none_or(|it| it == modality),
                    _ => false,
                })
            };
            let of = |wanted| {
                let items = edition.items().filter(move |it| devolved(it, wanted));
                items.filter_map(|it| it.department()).map(Responsible::from).collect::<BTreeSet<_>>()
            };
            for (it, wanted) in
                [(Obligation::TrainCentrally, None), (Obligation::SuperviseSeals, Some(Modality::Review))]
            {
                let bound: BTreeSet<Responsible> = registers.bound(it, on).into_iter().collect();
                assert_eq!(bound, of(wanted), "{it} {on} {revision}");
                seen.insert(bound);
            }
        }
    }
    assert_eq!(seen.len(), 13);
}
