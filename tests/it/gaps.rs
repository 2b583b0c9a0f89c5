//! What is missing on record bars only the impossible, and is told.

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Body, Kind, Office, Place, Refusal, Region, Rule, Scope, Stamp,
    case::{
        DutyState, Message, Role, StageKind,
        steps::{
            Accept, AskForCorrections, DecideFavourably, DecideUnfavourably, File, HandInCorrections, Push,
            TakeReviewStep,
        },
    },
    catalogue::{OwnItem, OwnOrigin},
    register::{Agreement, Ending, Ends, Remedy, Revision, SealEvent, SealId, SealStep},
    route::{Gap, Supervision},
};

use crate::support::{OFFICE, case_at, changed, day, marks, official, rows};

const HOME: Region = Region::Wenshang;

fn filed(office: &Office, item: &str, materials: &[&str]) -> AnyCase {
    let key = item.parse().unwrap();
    let handler = office
        .now()
        .undertaking(office.catalogue().latest().item(&key).unwrap(), HOME, day(2024, 3, 4))
        .handler
        .unwrap();
    let step = File {
        case: "C-1".parse().unwrap(),
        item: key,
        place: Place::Region(HOME),
        scope: Scope::WITHIN,
        venue: HOME.centre().unwrap().into(),
        applicant: "applicant-1".parse().unwrap(),
        materials: marks(materials),
        follows: None,
    };
    let stamp = Stamp { at: "2024-03-04T09:00:00+08:00".parse().unwrap(), by: official(handler.clone()) };
    AnyCase::file(step, stamp, office).unwrap()
}

/// What comes of a step of whoever holds its role.
#[track_caller]
pub(crate) fn taken(case: AnyCase, step: impl Into<tongquan::AnyStep>, office: &Office) -> Result<AnyCase, Refusal> {
    let step = step.into();
    let role = case.stage().arc(step.kind()).unwrap().role;
    let by = match role {
        Role::Applicant => Actor::Applicant(case.record().file().applicant.clone()),
        _ => official(case.record().holders(role).next().unwrap().to_body().unwrap()),
    };
    let stamp = Stamp { at: case.record().last_at(), by };
    case.apply(step, stamp, office).map_err(|refused| refused.why)
}

#[test]
fn without_a_handbook_law_is_the_measure_no_step_is_added_and_the_gap_is_told() {
    let office = changed(|rows| rows.standards.clear());
    let case = filed(&office, "A1-33", &["whatever-law-asks"]);
    assert_eq!(case.record().gaps(), [Gap::NoStandard]);
    let asked = taken(case.clone(), AskForCorrections { materials: marks(&["form-by-law"]) }, &office).unwrap();
    let asked = taken(asked, HandInCorrections { materials: marks(&["form-by-law"]) }, &office).unwrap();
    let accepted = taken(asked, Accept { receipt: "SL-1".parse().unwrap() }, &office).unwrap();
    let step = TakeReviewStep { step: "any".parse().unwrap(), finding: None, officers: vec![] };
    assert!(taken(accepted.clone(), step, &office).unwrap_err().names(Rule::StepInStandard));
    let silent = DecideUnfavourably { unmet: vec![], remedies: vec![] };
    assert!(taken(accepted.clone(), silent, &office).unwrap_err().names(Rule::UnmetNamed));
    let unmet = DecideUnfavourably { unmet: marks(&["condition-by-law"]), remedies: vec![] };
    assert_eq!(taken(accepted.clone(), unmet, &office).unwrap().stage(), StageKind::Decided);
    let granted = taken(accepted, DecideFavourably { attested: marks(&["condition-by-law"]) }, &office).unwrap();
    assert_eq!(granted.stage(), StageKind::Decided);
    assert_eq!(filed(&OFFICE, "A1-33", &[]).record().gaps(), []);
}

#[test]
fn more_papers_than_the_standard_names_bar_no_filing() {
    let case = filed(&OFFICE, "A1-33", &["form", "subject", "proof", "a-letter"]);
    assert_eq!(taken(case, Accept { receipt: "SL-1".parse().unwrap() }, &OFFICE).unwrap().stage(), StageKind::Accepted);
}

#[test]
fn a_refused_licence_is_told_both_remedies_whatever_its_standard_says() {
    let office = changed(|rows| {
        let key = "WS-LIC".parse().unwrap();
        let name = "（虚构）本级许可".parse().unwrap();
        rows.own_items.push(OwnItem { key, name, kind: Kind::Licence, origin: OwnOrigin::County });
        let mut standard = rows.standards[0].clone();
        standard.item = "WS-LIC".parse().unwrap();
        standard.remedies.clear();
        rows.standards.push(standard);
    });
    let case = filed(&office, "WS-LIC", &["form", "subject", "proof"]);
    let accepted = taken(case, Accept { receipt: "SL-1".parse().unwrap() }, &office).unwrap();
    let refuse = |remedies| DecideUnfavourably { unmet: marks(&["true"]), remedies };
    for remedies in [vec![], vec![Remedy::Litigation], vec![Remedy::Reconsideration]] {
        assert!(taken(accepted.clone(), refuse(remedies), &office).unwrap_err().names(Rule::RemediesTold));
    }
    assert!(taken(accepted, refuse(vec![Remedy::Litigation, Remedy::Reconsideration]), &office).is_ok());
}

#[test]
fn a_push_goes_to_the_seats_that_are_named_and_to_the_others_when_they_are() {
    let unnamed = changed(|rows| {
        for row in rows.plans.iter_mut().flat_map(|it| &mut it.undertakes) {
            row.supervision = Supervision::NOBODY;
        }
    });
    let case = case_at(&unnamed, "A1-33", HOME, StageKind::Decided);
    let case = taken(case, Push {}, &unnamed).unwrap();
    let state = |case: &AnyCase, message: &str| {
        let duty = case.record().duties().iter().find(|it| it.message.to_string().contains(message)).cloned();
        duty.unwrap().state
    };
    assert!(matches!(state(&case, "city supervisor"), DutyState::Sent(_)));
    assert_eq!(state(&case, "county supervisor"), DutyState::Owed);
    assert!(taken(case.clone(), Push {}, &unnamed).unwrap_err().names(Rule::AddresseesNamed));
    // a later plan names the county's seats; those that were told already are not told again
    let mut revision = Revision::on(day(2024, 3, 12));
    let mut plan = rows().plans.iter().find(|it| it.region == HOME).unwrap().clone();
    plan.from = day(2024, 3, 12);
    revision.plans.push(plan);
    let later = unnamed.record(&revision).unwrap();
    let sent = state(&case, "city supervisor");
    let Actor::Official { body, .. } = case.record().opening().stamp.by.clone() else { panic!("an official") };
    let stamp = Stamp { at: "2024-03-20T09:00:00+08:00".parse().unwrap(), by: official(body) };
    let told = case.apply(Push {}.into(), stamp, &later).unwrap();
    assert!(matches!(state(&told, "county supervisor"), DutyState::Sent(_)));
    assert_eq!(state(&told, "city supervisor"), sent);
    let of = |message: Message| told.record().duties().iter().find(|it| it.message == message).unwrap().to.clone();
    assert!(matches!(of(Message::Push(tongquan::route::Tier::CountySupervisor)), Some(Body::Unit(_))));
}

#[test]
fn seats_that_a_later_plan_no_longer_names_stay_with_the_cases_filed_under_them() {
    let case = case_at(&OFFICE, "A1-33", HOME, StageKind::Decided);
    let mut plan = rows().plans.iter().find(|it| it.region == HOME).unwrap().clone();
    plan.from = day(2024, 3, 4);
    plan.undertakes.iter_mut().for_each(|it| it.supervision = Supervision::NOBODY);
    let later = OFFICE.record(&Revision { plans: vec![plan], ..Revision::on(day(2024, 3, 4)) }).unwrap();
    let told = taken(case, Push {}, &later).unwrap();
    let sent = told.record().duties().iter().filter(|it| matches!(it.message, Message::Push(_)));
    let county: Vec<Option<Body>> = sent.clone().map(|it| it.to.clone()).take(2).collect();
    assert!(sent.clone().all(|it| matches!(it.state, DutyState::Sent(_))) && sent.count() == 4);
    assert!(county.iter().all(|it| matches!(it, Some(Body::Unit(_)))), "{county:?}");
}

const NATURAL: SealId = SealId { department: tongquan::Department::NaturalResources, number: 7 };

/// The natural resources department's agreement with 汶上县 ends with 2023, and another begins, with this region.
fn succeeded_by(region: Region, events: Vec<SealEvent>) -> Office {
    let mut revision = Revision::on(day(2023, 12, 20));
    let department = NATURAL.department;
    let of = |region| rows().agreements.iter().find(|it| it.department == department && it.region == region).unwrap();
    for region in [HOME, Region::Rencheng] {
        let (ends, reason) = (Ends::Agreement(of(region).number.clone()), "（虚构）到期".parse().unwrap());
        revision.endings.push(Ending { ends, last: day(2023, 12, 31), reason });
    }
    let number = "XY-NEW".parse().unwrap();
    revision.agreements.push(Agreement { number, from: day(2024, 1, 1), ..of(region).clone() });
    revision.seals = events;
    OFFICE.record(&revision).unwrap()
}

fn on(month: u32, event: SealStep) -> SealEvent {
    SealEvent { seal: NATURAL, on: day(2024, month, 1), event }
}

fn under(office: &Office, used: NaiveDate, filed: NaiveDate) -> (Option<Region>, Option<String>) {
    let found = office.now().seal_record(NATURAL, &"A1-33".parse().unwrap(), Kind::OtherPower, used, filed).unwrap();
    (found.region, found.agreement.map(|it| it.to_string()))
}

#[test]
fn a_renewed_agreement_carries_new_cases_and_the_ended_one_runs_off() {
    let office = succeeded_by(HOME, vec![on(1, SealStep::Renewed { agreement: "XY-NEW".parse().unwrap() })]);
    let (old, new) = (Some("XY-natural_resources-07".to_owned()), Some("XY-NEW".to_owned()));
    let today = day(2024, 3, 4);
    assert_eq!(under(&office, today, day(2024, 2, 1)), (Some(HOME), new.clone()));
    assert_eq!(under(&office, today, day(2024, 1, 1)), (Some(HOME), new));
    // filed under the old one, it is carried by the old one to its end
    assert_eq!(under(&office, today, day(2023, 12, 31)), (Some(HOME), old.clone()));
    assert_eq!(under(&office, day(2023, 12, 1), day(2023, 12, 1)), (Some(HOME), old));
}

#[test]
fn an_agreement_that_ended_without_another_carries_the_cases_filed_before_and_no_other() {
    let office = succeeded_by(HOME, vec![]);
    let old = Some("XY-natural_resources-07".to_owned());
    assert_eq!(under(&office, day(2024, 3, 4), day(2023, 12, 31)), (Some(HOME), old));
    assert_eq!(under(&office, day(2024, 3, 4), day(2024, 1, 1)), (Some(HOME), None));
}

#[test]
fn a_seal_handed_to_another_region_serves_no_case_under_its_former_holder() {
    let reason = || "（虚构）调整".parse().unwrap();
    let handed_over = SealStep::HandedOver { agreement: "XY-NEW".parse().unwrap() };
    let events = vec![on(1, SealStep::Withdrawn { reason: reason() }), on(2, handed_over)];
    let office = succeeded_by(Region::Rencheng, events);
    let (there, new) = (Some(Region::Rencheng), Some("XY-NEW".to_owned()));
    for filed in [day(2022, 3, 1), day(2023, 12, 31), day(2024, 3, 1)] {
        assert_eq!(under(&office, day(2024, 3, 4), filed), (there, new.clone()));
    }
    let before = under(&office, day(2024, 1, 15), day(2023, 12, 31));
    assert_eq!(before, (Some(HOME), Some("XY-natural_resources-07".to_owned())), "withdrawn, and last held here");
}

#[test]
fn a_closed_record_that_takes_no_step_can_still_be_held_against_the_office() {
    let closed = case_at(&OFFICE, "A1-33", HOME, StageKind::Closed);
    assert_eq!(closed.record().hold_against(&OFFICE), Ok(()));
    let mut forged = serde_json::to_value(&closed).unwrap();
    forged[0]["file"]["found"]["standard"]["outcome"] = "备案".into();
    let forged: AnyCase = serde_json::from_value(forged).unwrap();
    let why = forged.record().hold_against(&OFFICE).unwrap_err();
    assert!(why.names(Rule::RecordAgrees) && why.zh().contains("业务手册"), "{}", why.zh());
}
