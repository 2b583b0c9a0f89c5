//! Evidence that is recorded late is unknown before, and what is stored is read again as it was.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Department, Office, Region, Rule,
    register::{Obligation, ObligationState, Revision},
};

use super::{TRANSPORT, WENSHANG, evidence, state};
use crate::support::day;

const GOLDEN: &str = include_str!("../../golden/evidence.json");

fn golden() -> Office {
    serde_json::from_str(GOLDEN).unwrap()
}

#[test]
fn evidence_recorded_late_is_unknown_to_what_was_known_before() {
    let plan = |on, cycle| evidence(Obligation::PlanTraining, TRANSPORT, on, cycle);
    let made = day(2022, 2, 1);
    let first = Revision::on(day(2021, 7, 1));
    let second = Revision { evidence: vec![plan(made, None)], ..Revision::on(day(2023, 2, 1)) };
    let office = Office::new(vec![first, second]).unwrap();
    let at = |registers: tongquan::register::Registers<'_>, on| {
        registers.fulfilment(Obligation::PlanTraining, TRANSPORT, on).map(|it| (it.state, it.evidence.len(), it.late))
    };
    let end = day(2023, 1, 1);
    // as known then it was overdue, as known now it was met all the time
    assert_eq!(at(office.on(end), end), Some((ObligationState::Overdue, 0, false)));
    assert_eq!(at(office.as_of(1, end).unwrap(), end), Some((ObligationState::Overdue, 0, false)));
    assert_eq!(at(office.now(), end), Some((ObligationState::Due, 1, false)), "2022 is met, 2023 runs");
    assert_eq!(at(office.now(), day(2022, 1, 31)), Some((ObligationState::Due, 0, false)));
    assert_eq!(at(office.now(), made), Some((ObligationState::Met, 1, false)));
    assert_eq!(at(office.on(day(2023, 2, 1)), made), Some((ObligationState::Met, 1, false)));
    assert_eq!(at(office.on(day(2023, 1, 31)), made), Some((ObligationState::Due, 0, false)));
}

#[test]
fn evidence_of_one_says_nothing_of_another() {
    let rows = vec![
        evidence(Obligation::PublishAdvisers, TRANSPORT, day(2021, 6, 28), None),
        evidence(Obligation::HeadAnswers, WENSHANG, day(2021, 6, 28), None),
    ];
    let office = super::told_of(rows);
    let on = day(2021, 6, 29);
    let met = Some(ObligationState::Met);
    assert_eq!(state(&office, Obligation::PublishAdvisers, TRANSPORT, on), met);
    assert_eq!(state(&office, Obligation::HeadAnswers, WENSHANG, on), met);
    let due = Some(ObligationState::Due);
    for (it, by) in [
        (Obligation::FileAdvisers, TRANSPORT),
        (Obligation::PublishAdvisers, Department::Health.into()),
        (Obligation::HeadAnswers, Region::Qufu.into()),
        (Obligation::HeadAnswers, TRANSPORT),
        (Obligation::AssignTasks, WENSHANG),
    ] {
        assert_eq!(state(&office, it, by, on), due, "{it} {by}");
    }
}

#[test]
fn revisions_with_evidence_are_read_and_written_back_and_answer_as_they_did() {
    let office = golden();
    let Value::Array(written) = serde_json::to_value(&office).unwrap() else { panic!() };
    let Value::Array(golden) = serde_json::from_str(GOLDEN).unwrap() else { panic!() };
    assert_eq!(written.len(), golden.len());
    for (written, golden) in written.iter().zip(&golden) {
        // what registers have since is left out, and written as nothing
        for (list, rows) in written.as_object().unwrap() {
            assert_eq!(rows, golden.get(list).unwrap_or(&json!([])), "{list}");
        }
    }
    let bytes = postcard::to_stdvec(&office).unwrap();
    assert_eq!(postcard::from_bytes::<Office>(&bytes).unwrap(), office);
    let rows: Vec<_> = office.revisions().iter().flat_map(|it| &it.evidence).collect();
    assert!(rows.iter().any(|it| it.cycle.is_some()) && rows.iter().any(|it| it.cycle.is_none()));
    let answers = |on: NaiveDate| {
        let told = office.now().obligations(TRANSPORT, on);
        told.iter().map(|it| format!("{} {}", it.obligation.id(), it.state)).collect::<Vec<_>>()
    };
    let expected = [
        "ease_handling due",
        "hand_over_seals overdue",
        "supervise_seals due",
        "write_handbooks due",
        "guide_complex_items due",
        "inspect_handling due",
        "build_expert_pool met",
        "send_staff_down due",
        "plan_training met",
        "train_centrally due",
        "train_on_changes due",
        "share_cases due",
        "name_advisers overdue",
        "publish_advisers met",
        "file_advisers met",
        "guide_and_inspect due",
        "follow_up_pushes due",
        "take_county_licences overdue",
        "head_answers due",
        "assign_tasks due",
        "stay_answerable due",
        "publicise due",
    ];
    assert_eq!(answers(day(2022, 1, 1)), expected);
}

#[test]
fn a_revision_that_tells_of_evidence_ahead_of_its_day_is_refused_with_every_fault_of_it() {
    let office = golden();
    let bad = Revision {
        evidence: vec![
            evidence(Obligation::WriteHandbooks, TRANSPORT, day(2022, 3, 1), None),
            evidence(Obligation::FillPosts, TRANSPORT, day(2021, 6, 1), Some(day(2022, 1, 1))),
        ],
        ..Revision::on(day(2022, 2, 1))
    };
    let faults = office.record(&bad).unwrap_err();
    let told: Vec<(&str, Rule)> = faults.all().iter().map(|it| (it.path.as_str(), it.objection.rule)).collect();
    let at = office.revisions().len();
    let expected = [
        ("0].obligation", Rule::EvidenceCalledFor),
        ("0].on", Rule::EvidenceNotAhead),
        ("1].by", Rule::EvidenceOfBearer),
        ("1].on", Rule::EvidenceAfterDuty),
        ("1].cycle", Rule::CycleOfRecurring),
    ];
    let expected: Vec<(String, Rule)> =
        expected.iter().map(|(it, rule)| (format!("[{at}].evidence[{it}"), *rule)).collect();
    assert_eq!(told, expected.iter().map(|(it, rule)| (it.as_str(), *rule)).collect::<Vec<_>>());
}
