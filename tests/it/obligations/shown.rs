//! What the registers themselves tell: met where readiness finds nothing missing, overdue where something is that was to be there by its day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Department, Modality, Office, Region, Standing,
    catalogue::{Amendment, Devolution, Ground, ItemChange, NewItem, NewOrigin, OwnItem, OwnOrigin},
    register::{Adviser, Due, Lacking, Missing, Obligation, ObligationState, Proof, Responsible, Revision},
    route::{Gap, Owes},
};

use super::{TRANSPORT, WENSHANG, duties, state};
use crate::support::{OFFICE, changed, day, rows};

/// What is missing of every item everywhere, as readiness tells it.
fn missing(office: &Office, on: NaiveDate) -> Vec<(String, Option<Department>, Standing, Missing)> {
    let Some(edition) = office.now().edition_on(on) else { return vec![] };
    let each = edition.items().flat_map(|item| Region::all().map(move |region| (item, region)));
    let told = each.flat_map(|(item, region)| {
        let readiness = office.now().readiness(item, region, on);
        let all: Vec<Missing> = readiness.missing().collect();
        let standing = item.cell(region).standing;
        all.into_iter().map(move |it| (item.key().to_string(), item.department(), standing, it))
    });
    told.collect()
}

/// What of it a unit is to supply, of the reform's items.
fn owed_by(
    by: Responsible,
    gaps: &[Gap],
    all: &[(String, Option<Department>, Standing, Missing)],
) -> BTreeSet<(String, Region, Gap, Option<NaiveDate>, bool)> {
    let own = all.iter().filter(|(_, department, standing, it)| {
        let whose = match by {
            Responsible::Region(region) => it.region == region,
            Responsible::Department(of) => it.gap.owes() == Owes::ApprovalService || *department == Some(of),
        };
        let reform = !matches!(standing, Standing::Original | Standing::NotDevolved);
        whose && reform && gaps.contains(&it.gap)
    });
    own.map(|(item, .., it)| (item.clone(), it.region, it.gap, it.due, it.overdue)).collect()
}

fn told(it: &Lacking<'_>) -> (String, Region, Gap, Option<NaiveDate>, bool) {
    (it.item.to_string(), it.region, it.gap, it.due, it.overdue)
}

/// Offices in which much, little or nothing is there.
fn offices() -> Vec<Office> {
    let less: [fn(&mut Revision); 9] = [
        |it| it.plans.retain(|it| it.region != Region::Wenshang),
        |it| it.stationings.truncate(3),
        |it| it.postings.truncate(5),
        |it| it.standards.truncate(20),
        |it| it.advisers.truncate(2),
        |it| it.seals.truncate(60),
        |it| it.on_platform.iter_mut().for_each(|it| it.regions = it.regions.without(Region::Qufu)),
        |it| {
            it.plans
                .iter_mut()
                .flat_map(|it| &mut it.undertakes)
                .for_each(|it| (it.uses.seal, it.uses.licence) = (true, true))
        },
        |it| it.choices.clear(),
    ];
    let bare = Office::new(vec![]).unwrap();
    [bare, OFFICE.record(&Revision::on(day(2024, 3, 4))).unwrap(), moved(&OFFICE)]
        .into_iter()
        .chain(less.map(|it| changed(it)))
        .collect()
}

/// The fictional office, and a list that moved: an item of 市应急局 goes to 市交通运输局, one more comes to 市财政局, and one to 市卫生健康委.
fn moved(before: &Office) -> Office {
    let ground = Ground::Law("（虚构）某法".parse().unwrap());
    let department = Some(Department::Transport);
    let origin = NewOrigin::City(Devolution::new(Department::Finance, Modality::Review));
    let amendment = Amendment {
        adds: vec![NewItem {
            key: "SX-1".parse().unwrap(),
            name: "（虚构）增列事项".parse().unwrap(),
            kind: tongquan::Kind::OtherPower,
            origin,
        }],
        changes: vec![ItemChange { department, ..ItemChange::of("A1-45".parse().unwrap()) }],
        ..Amendment::new("TZ-1".parse().unwrap(), day(2022, 7, 1), ground)
    };
    let own = OwnItem {
        key: "SX-2".parse().unwrap(),
        name: "（虚构）自有事项".parse().unwrap(),
        kind: tongquan::Kind::Licence,
        origin: OwnOrigin::City(Devolution::new(Department::Health, Modality::Window)),
    };
    let revision = Revision { amendments: vec![amendment], own_items: vec![own], ..Revision::on(day(2022, 1, 10)) };
    before.record(&revision).unwrap()
}

#[test]
fn what_the_registers_tell_is_what_readiness_lacks_of_a_units_items() {
    let shown =
        || duties().filter_map(|(it, _)| if let Proof::Registers(gaps) = it.proof() { Some((it, gaps)) } else { None });
    assert_eq!(shown().count(), 10);
    let days = [
        (2021, 6, 15),
        (2021, 6, 30),
        (2021, 7, 1),
        (2021, 7, 31),
        (2021, 8, 1),
        (2022, 6, 30),
        (2022, 7, 1),
        (2024, 3, 4),
    ];
    let (mut asked, mut found, mut met) = (0, 0, BTreeSet::new());
    for office in offices() {
        for on in days.map(|(year, month, on)| day(year, month, on)) {
            let all = missing(&office, on);
            for (it, gaps) in shown() {
                for by in office.now().bound(it, on) {
                    let expected = owed_by(by, gaps, &all);
                    let answer = office.now().fulfilment(it, by, on).unwrap();
                    assert_eq!(answer.lacking.iter().map(told).collect::<BTreeSet<_>>(), expected, "{it} {by:?} {on}");
                    assert_eq!(answer.lacking.len(), expected.len());
                    let state = if expected.is_empty() {
                        ObligationState::Met
                    } else if expected.iter().any(|(.., overdue)| *overdue) {
                        ObligationState::Overdue
                    } else {
                        ObligationState::Due
                    };
                    assert_eq!(
                        (answer.state, answer.late, answer.evidence.len()),
                        (state, false, 0),
                        "{it} {by:?} {on}"
                    );
                    let day = if let Due::By(day) = it.due() { Some(day) } else { None };
                    let due = if expected.is_empty() {
                        day.filter(|day| office.now().bound(it, *day).contains(&by))
                    } else {
                        expected.iter().filter_map(|(.., due, _)| *due).min()
                    };
                    assert_eq!(answer.due, due, "{it} {by:?} {on}");
                    asked += 1;
                    found += expected.len();
                    met.insert((it, state));
                }
            }
        }
    }
    assert_eq!((asked, found, met.len()), (8_067, 207_901, 26));
}

#[test]
fn a_region_is_late_with_its_plan_from_july_on_until_the_plan_has_begun() {
    let without = changed(|rows| rows.plans.retain(|it| it.region != Region::Wenshang));
    let mut plan = rows().plans.iter().find(|it| it.region == Region::Wenshang).unwrap().clone();
    plan.from = day(2021, 8, 10);
    let office = without.record(&Revision { plans: vec![plan], ..Revision::on(day(2021, 8, 5)) }).unwrap();
    let at = |on| state(&office, Obligation::IssuePlan, WENSHANG, on).unwrap();
    let days = [day(2021, 6, 30), day(2021, 7, 1), day(2021, 8, 9), day(2021, 8, 10)];
    assert_eq!(
        days.map(at),
        [ObligationState::Due, ObligationState::Overdue, ObligationState::Overdue, ObligationState::Met]
    );
    let told = office.now().fulfilment(Obligation::IssuePlan, WENSHANG, day(2021, 7, 1)).unwrap();
    assert_eq!((told.due, told.lacking.len()), (Some(day(2021, 6, 30)), 64));
    // what was county-original from before is no matter of the undertaking plan
    assert!(told.lacking.iter().all(|it| it.item.to_string() != "WS-001"));
}

#[test]
fn a_seal_that_was_supplied_and_is_suspended_is_wanting_and_not_late() {
    let seal = office_seal();
    let reason = "（虚构）核查".parse().unwrap();
    let event = tongquan::register::SealEvent {
        seal,
        on: day(2024, 3, 4),
        event: tongquan::register::SealStep::Suspended { reason },
    };
    let office = OFFICE.record(&Revision { seals: vec![event], ..Revision::on(day(2024, 3, 4)) }).unwrap();
    let told = office.now().fulfilment(Obligation::HandOverSeals, TRANSPORT, day(2024, 3, 4)).unwrap();
    assert_eq!(told.state, ObligationState::Due);
    assert!(!told.lacking.is_empty() && told.lacking.iter().all(|it| it.region == Region::Wenshang && !it.overdue));
    assert_eq!(state(&OFFICE, Obligation::HandOverSeals, TRANSPORT, day(2024, 3, 4)), Some(ObligationState::Met));
}

fn office_seal() -> tongquan::register::SealId {
    OFFICE.now().seals_held(Department::Transport, Region::Wenshang, day(2024, 3, 4)).next().unwrap()
}

/// The days of the document are meant for its own items, as they were.
#[test]
fn an_item_that_came_later_is_wanting_and_not_late() {
    let office = moved(&OFFICE);
    let on = day(2024, 3, 4);
    let told = office.now().fulfilment(Obligation::NameAdvisers, Department::Finance.into(), on).unwrap();
    assert_eq!((told.state, told.due, told.lacking.len()), (ObligationState::Due, None, 15));
    assert_eq!(office.now().fulfilment(Obligation::NameAdvisers, Department::Finance.into(), day(2022, 6, 30)), None);
    let adviser = Adviser { department: Department::Finance, from: on, ..rows().advisers[0].clone() };
    let named = office.record(&Revision { advisers: vec![adviser], ..Revision::on(on) }).unwrap();
    let told = named.now().fulfilment(Obligation::NameAdvisers, Department::Finance.into(), on).unwrap();
    assert_eq!((told.state, told.due), (ObligationState::Met, None));
    // one that came to a department that had others: the day of the document is not meant for it
    let keys = ["A1-36", "XK-002", "XK-003", "XK-004"].map(|it| it.parse().unwrap()).to_vec();
    let narrow = moved(&changed(|it| {
        let row = it.advisers.iter_mut().find(|it| it.department == Department::Transport).unwrap();
        row.items = tongquan::register::Items::Only(keys);
    }));
    let told = narrow.now().fulfilment(Obligation::NameAdvisers, TRANSPORT, on).unwrap();
    assert_eq!((told.state, told.due, told.lacking.len()), (ObligationState::Due, None, 15));
    assert!(told.lacking.iter().all(|it| it.item.to_string() == "A1-45"));
    let before = narrow.now().fulfilment(Obligation::NameAdvisers, TRANSPORT, day(2022, 6, 30)).unwrap();
    assert_eq!((before.state, before.due), (ObligationState::Met, Some(day(2021, 6, 30))));
    // 市应急局 has none left
    assert_eq!(office.now().fulfilment(Obligation::NameAdvisers, Department::Emergency.into(), on), None);
    let before = state(&office, Obligation::NameAdvisers, Department::Emergency, day(2022, 6, 30));
    assert_eq!(before, Some(ObligationState::Met));
}
