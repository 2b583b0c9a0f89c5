//! Uses of a seal are held against the registers of their day, and what was once told or taken wrongly stays right.

use std::collections::BTreeSet;

use tongquan::{
    AnyCase, AnyStep, Department, Journal, Office, Region, Rule, Venue,
    body::BodyRef,
    case::{StageKind, steps::AffixSealNo2},
    law::Faults,
    oversight::Ledger,
    place::{Centre, Regions},
    register::{Items, Permission, Revision, SealEvent, SealId, SealStep},
    route::{Admission, Bearer, Handling},
    text::Text,
};

use crate::{
    seal_life::agreement,
    seal_no_2::rules,
    support::{OFFICE, case_at, case_via, changed, day, rows},
    walk::Walk,
};

const SEAL: SealId = SealId { department: Department::NaturalResources, number: 7 };

fn reason() -> Text {
    "（虚构）".parse().unwrap()
}

fn sealed() -> AnyCase {
    case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Sealed)
}

fn found(case: &AnyCase, office: &Office) -> Vec<BTreeSet<Rule>> {
    let mut ledger = Ledger::default();
    ledger.add(case.record());
    assert_eq!(case.record().hold_against(office), Ok(()), "the registers of that hour agree");
    ledger.findings(office).map(|it| rules(Err(it.why))).collect()
}

/// Used at nine, suspended in the afternoon: lawful, and found.
#[test]
fn a_seal_suspended_later_on_the_day_of_use_makes_no_finding() {
    let case = sealed();
    let on = case.record().last_at().day();
    let event = SealStep::Suspended { reason: reason() };
    let seals = vec![SealEvent { seal: SEAL, on, event }];
    let office = OFFICE.record(&Revision { seals, ..Revision::on(on) }).unwrap();
    assert_eq!(found(&case, &office), []);
}

/// Filed at nine, another plan recorded in the afternoon.
#[test]
fn a_plan_recorded_later_on_the_day_of_filing_makes_no_finding() {
    let case = sealed();
    let from = case.record().filed();
    let mut plan = rows().plans.iter().find(|it| it.region == Region::Wenshang).unwrap().clone();
    plan.from = from;
    plan.undertakes.iter_mut().for_each(|it| it.handler = "wenshang-sector".parse().unwrap());
    let office = OFFICE.record(&Revision { plans: vec![plan], ..Revision::on(from) }).unwrap();
    assert_eq!(found(&case, &office), []);
}

/// A case that the department itself decides at its window in the city's centre.
fn at_the_window() -> (Office, AnyCase) {
    let office = changed(|rows| {
        rows.permissions.push(Permission {
            number: "ZB-1".parse().unwrap(),
            venue: Venue::Centre(Centre::CITY),
            gives: Admission {
                operator: BodyRef::Department(SEAL.department),
                handling: Handling::Decide(Bearer::Department),
            },
            items: Items::Only(vec!["A1-33".parse().unwrap()]),
            regions: Regions::ALL,
            from: day(2021, 9, 1),
            until: None,
            ground: reason(),
        });
    });
    let venue = Venue::Centre(Centre::CITY);
    let case = case_via(&office, "A1-33", Region::Wenshang, &venue, StageKind::Decided);
    (office, case)
}

/// A Seal No. 2 that the region put on it is no finding: the ledger asks for the route without its venue.
#[test]
fn the_ledger_finds_a_seal_no_2_on_what_a_window_of_the_department_decided() {
    let (office, case) = at_the_window();
    let mut told = serde_json::to_value(&case).unwrap();
    let lawful = serde_json::to_value(sealed()).unwrap();
    let entries = told.as_array_mut().unwrap();
    entries.push(lawful.as_array().unwrap().iter().find(|it| it.get("affix_seal_no2").is_some()).unwrap().clone());
    let journal: Journal = serde_json::from_value(told).unwrap();
    assert!(AnyCase::replay(journal.clone()).unwrap_err().why.names(Rule::SealNo2Review));
    let mut ledger = Ledger::default();
    ledger.read(&journal);
    let found: Vec<_> = ledger.findings(&office).map(|it| rules(Err(it.why))).collect();
    assert_eq!(found, [BTreeSet::from([Rule::ActorHoldsRole, Rule::SealNo2Review])]);
}

/// The refusal there says: expected substantive review, got substantive review.
#[test]
fn a_refusal_does_not_tell_the_same_as_expected_and_found() {
    let (office, case) = at_the_window();
    let documents = vec!["决定书".parse().unwrap()];
    let step: AnyStep = AffixSealNo2 { seal: SEAL, circumstance: "decision".parse().unwrap(), documents }.into();
    let stamp = Walk::new(&office, day(2024, 3, 18), None).stamp(&case, &step).unwrap();
    let why = case.check(&step, &stamp, &office).unwrap_err();
    for it in why.objections() {
        assert_ne!(it.expected, it.got, "{it}");
    }
}

/// Events of seals of one department on days of July 2021, under an agreement of the first.
fn lived(rows: &[(u32, u16, SealStep)]) -> Result<Office, Faults> {
    let event = |(on, number, event): &(u32, u16, SealStep)| SealEvent {
        seal: SealId { number: *number, ..SEAL },
        on: day(2021, 7, *on),
        event: event.clone(),
    };
    Office::new(vec![Revision {
        agreements: vec![agreement("XY", SEAL.department, Region::Wenshang, Items::All, day(2021, 7, 1))],
        seals: rows.iter().map(event).collect(),
        ..Revision::on(day(2021, 7, 1))
    }])
}

const CUT: SealStep = SealStep::Cut { twin_of: None };

/// It is told as lost on the 6th, and was cut on the 10th.
#[test]
fn a_seal_is_not_lost_before_it_was_cut() {
    assert!(lived(&[(10, 7, CUT), (5, 7, SealStep::Lost { reason: reason() })]).is_err());
}

/// A twin of what is gone for good, and one that is older than its seal.
#[test]
fn a_twin_is_of_a_seal_that_is_there() {
    let twin = SealStep::Cut { twin_of: Some(7) };
    let lost = lived(&[(1, 7, CUT), (2, 7, SealStep::Lost { reason: reason() }), (3, 8, twin.clone())]);
    assert!(lost.is_err(), "of a lost one");
    assert!(lived(&[(10, 7, CUT), (5, 8, twin)]).is_err(), "before its seal is cut");
}
