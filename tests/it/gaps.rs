//! What is missing on record bars only the impossible, and is told.

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
    register::{Holding, Remedy, Rows, SealId},
    route::{Gap, Supervision},
    text::Mark,
};

use crate::support::{OFFICE, OFFICE_JSON, case_at, changed, day, marks, official};

const HOME: Region = Region::Wenshang;

fn filed(office: &Office, item: &str, materials: &[&str]) -> AnyCase {
    let key = item.parse().unwrap();
    let handler =
        office.now().undertaking(office.edition().item(&key).unwrap(), HOME, day(2024, 3, 4)).handler.unwrap();
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

#[track_caller]
fn taken(case: AnyCase, step: impl Into<tongquan::AnyStep>, office: &Office) -> Result<AnyCase, Refusal> {
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
    assert_eq!(case.record().gaps().collect::<Vec<_>>(), [Gap::NoStandard]);
    let asked = taken(case.clone(), AskForCorrections { materials: marks(&["form-by-law"]) }, &office).unwrap();
    let asked = taken(asked, HandInCorrections { materials: marks(&["form-by-law"]) }, &office).unwrap();
    let accepted = taken(asked, Accept { receipt: "SL-1".parse().unwrap() }, &office).unwrap();
    let step = TakeReviewStep { step: "any".parse().unwrap(), finding: None };
    assert!(taken(accepted.clone(), step, &office).unwrap_err().names(Rule::StepInStandard));
    let silent = DecideUnfavourably { unmet: vec![], remedies: vec![] };
    assert!(taken(accepted.clone(), silent, &office).unwrap_err().names(Rule::UnmetNamed));
    let unmet = DecideUnfavourably { unmet: marks(&["condition-by-law"]), remedies: vec![] };
    assert_eq!(taken(accepted.clone(), unmet, &office).unwrap().stage(), StageKind::Decided);
    let granted = taken(accepted, DecideFavourably { attested: marks(&["condition-by-law"]) }, &office).unwrap();
    assert_eq!(granted.stage(), StageKind::Decided);
    assert_eq!(filed(&OFFICE, "A1-33", &[]).record().gaps().count(), 0);
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
    let later = changed(|rows| {
        for row in rows.plans.iter_mut().flat_map(|it| &mut it.undertakes) {
            row.supervision = Supervision::NOBODY;
        }
        let mut plan = rows.plans.iter().find(|it| it.region == HOME).unwrap().clone();
        plan.from = day(2024, 3, 12);
        let mut named: Rows = serde_json::from_str(OFFICE_JSON).unwrap();
        named.plans.retain(|it| it.region == HOME);
        plan.undertakes = named.plans.remove(0).undertakes;
        rows.plans.push(plan);
    });
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
fn a_renewed_agreement_carries_new_cases_and_the_ended_one_runs_off() {
    let natural = tongquan::Department::NaturalResources;
    let office = changed(|rows| {
        let at = rows.agreements.iter().position(|it| it.department == natural && it.region == HOME).unwrap();
        let mut renewed = rows.agreements[at].clone();
        rows.agreements[at].until = Some(day(2023, 12, 31));
        renewed.number = "XY-NEW".parse().unwrap();
        renewed.from = day(2024, 1, 1);
        rows.agreements.push(renewed);
        let seal = rows.seals.iter_mut().find(|it| it.seal == SealId { department: natural, number: 7 }).unwrap();
        seal.holdings.push(Holding { from: day(2024, 1, 1), region: HOME, agreement: "XY-NEW".parse().unwrap() });
    });
    let seal = SealId { department: natural, number: 7 };
    let item = "A1-33".parse().unwrap();
    let under = |used, filed| office.now().seal_record(seal, &item, Kind::OtherPower, used, filed).unwrap().agreement;
    let today = day(2024, 3, 4);
    assert_eq!(under(today, day(2024, 2, 1)).unwrap().as_str(), "XY-NEW");
    assert_eq!(under(today, day(2024, 1, 1)).unwrap().as_str(), "XY-NEW");
    // filed under the old one, it is carried by the old one to its end
    assert_eq!(under(today, day(2023, 12, 31)).unwrap().as_str(), "XY-natural_resources-07");
    assert_eq!(under(day(2023, 12, 1), day(2023, 12, 1)).unwrap().as_str(), "XY-natural_resources-07");
}

#[test]
fn an_ended_agreement_revives_no_earlier_one_and_no_earlier_holder() {
    let natural = tongquan::Department::NaturalResources;
    let seal = SealId { department: natural, number: 7 };
    let item = "A1-33".parse().unwrap();
    for region in [Region::Rencheng, HOME] {
        let office = changed(|rows| {
            let old = rows.agreements.iter().find(|it| it.department == natural && it.region == HOME).unwrap();
            let mut newer = old.clone();
            newer.number = "XY-NEW".parse().unwrap();
            newer.region = region;
            newer.from = day(2023, 1, 1);
            newer.until = Some(day(2023, 12, 31));
            rows.agreements.push(newer);
            let held = rows.seals.iter_mut().find(|it| it.seal == seal).unwrap();
            held.holdings.push(Holding { from: day(2023, 1, 1), region, agreement: "XY-NEW".parse().unwrap() });
        });
        let found = office.now().seal_record(seal, &item, Kind::OtherPower, day(2024, 3, 4), day(2024, 3, 1)).unwrap();
        assert_eq!((found.region, found.agreement), (region, None));
        let older = office.now().seal_record(seal, &item, Kind::OtherPower, day(2024, 3, 4), day(2022, 3, 1)).unwrap();
        // filed before the newer one: its own agreement runs on for it, unless another region holds the seal by now
        let own = (region == HOME).then_some("XY-natural_resources-07");
        let runs = older.agreement.as_ref().map(Mark::as_str);
        assert_eq!((older.region, runs), (region, own.or(Some("XY-NEW"))));
    }
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
