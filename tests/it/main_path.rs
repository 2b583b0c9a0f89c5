//! Every item in every region, from the window to the archive, each step by whoever the route says, and by nobody else.

use tongquan::{
    Actor, AnyCase, Modality, Region, Rule, Stamp, Standing, Venue,
    case::{
        DutyState, Entry, Role, StageKind, StepKind,
        stage::{Concluded, Imprint},
    },
    place::Centre,
};

use crate::{
    support::{OFFICE, case_at, case_via, counter, official, stranger},
    walk::Walk,
};

fn kinds(case: &AnyCase) -> Vec<StepKind> {
    case.record().entries().iter().map(Entry::kind).collect()
}

#[test]
fn every_item_of_annex_1_is_handled_in_every_region() {
    let mut closed = 0;
    for item in OFFICE.catalogue().latest().items().filter(|it| it.origin() != tongquan::catalogue::Origin::ThreeTier) {
        for region in Region::all() {
            let case = case_at(&OFFICE, &item.key().to_string(), region, StageKind::Closed);
            let steps = kinds(&case);
            let standing = item.cell(region).standing;
            let has = |kind| steps.contains(&kind);
            assert_eq!(has(StepKind::AffixSealNo2), standing == Standing::Devolved(Modality::Review));
            assert_eq!(has(StepKind::AffixSeal), standing != Standing::Devolved(Modality::Review));
            assert_eq!(has(StepKind::PassOn), standing == Standing::Devolved(Modality::Intake));
            let reports = matches!(standing, Standing::Devolved(Modality::Direct | Modality::Review));
            assert_eq!(has(StepKind::Report), reports);
            let bureau = case.record().brief().undertaking.view().is_bureaus();
            assert_eq!(has(StepKind::Push), reports && bureau);
            assert!(case.record().duties().iter().all(|it| matches!(it.state, DutyState::Acknowledged(_))));
            closed += 1;
        }
    }
    assert_eq!(closed, 66 * 15);
}

#[test]
fn papers_from_a_foreign_venue_are_passed_on_before_anybody_accepts_them() {
    let venue = Venue::Centre(Centre::CITY);
    let case = case_via(&OFFICE, "A1-33", Region::Wenshang, &venue, StageKind::Closed);
    assert_eq!(kinds(&case).first(), Some(&StepKind::PassOn));
    let filed = case_via(&OFFICE, "A1-33", Region::Wenshang, &venue, StageKind::Filed);
    let clerk = filed.record().route().acceptance().is.to_body().unwrap();
    let stamp = Stamp { at: filed.record().last_at(), by: official(clerk) };
    let ask = tongquan::case::steps::AskForCorrections { materials: vec!["form".parse().unwrap()] };
    let refused = filed.apply(ask.into(), stamp, &OFFICE).unwrap_err();
    assert!(refused.why.names(Rule::PapersPassedOn) && refused.why.objections().len() == 1, "{refused}");
}

#[test]
fn entrusted_intake_passes_on_after_accepting_and_the_city_decides() {
    let case = case_at(&OFFICE, "A1-61", Region::Wenshang, StageKind::Closed);
    let steps = kinds(&case);
    let at = |kind| steps.iter().position(|it| *it == kind).unwrap();
    assert!(at(StepKind::Accept) < at(StepKind::PassOn) && at(StepKind::PassOn) < at(StepKind::TakeReviewStep));
    for entry in case.record().entries().iter().skip(at(StepKind::TakeReviewStep)).take(4) {
        assert_eq!(entry.stamp().by.body().unwrap().label(), "市人力资源社会保障局");
    }
}

#[test]
fn a_station_of_the_bureau_takes_in_as_the_bureau_itself() {
    let venue: Venue = "370830102行政审批服务所".parse().unwrap();
    let case = case_via(&OFFICE, "A1-33", Region::Wenshang, &venue, StageKind::Closed);
    assert!(!kinds(&case).contains(&StepKind::PassOn));
}

#[test]
fn the_seal_stands_in_the_stage_and_only_for_review_with_its_proof() {
    for (key, no2) in [("A1-1", false), ("A1-24", false), ("A1-33", true), ("A1-61", false), ("WS-001", false)] {
        let case = case_at(&OFFICE, key, Region::Wenshang, StageKind::Concluded);
        let case: tongquan::Case<Concluded> = case.try_into().unwrap();
        match case.stage().outcome().imprint() {
            Imprint::No2(proof) => {
                assert!(no2);
                assert_eq!(proof.seal().department, tongquan::Department::NaturalResources);
                assert_eq!(proof.documents().len(), 1);
            }
            Imprint::Own => assert!(!no2),
        }
    }
}

/// Each step of the main path, tried by a body that does not hold its role.
#[test]
fn no_step_is_taken_by_a_body_that_does_not_hold_its_role() {
    let mut tried = 0;
    for key in ["A1-1", "A1-24", "A1-33", "A1-61", "A1-31", "WS-001"] {
        for region in [Region::Wenshang, Region::HighTechZone] {
            let whole = case_at(&OFFICE, key, region, StageKind::Closed);
            let item = OFFICE.catalogue().latest().item(&key.parse().unwrap()).unwrap();
            let venue = counter(&OFFICE, item, region);
            let mut walk = Walk::new(&OFFICE, crate::support::filing_day(), None);
            let mut case = walk.until(StageKind::Filed, item, region, &venue).unwrap();
            for entry in whole.record().entries() {
                let step = step_of(entry);
                let at = entry.stamp().at;
                let wrong: Vec<Actor> = vec![
                    official(stranger(region)),
                    official(stranger(Region::Liangshan)),
                    official(tongquan::Department::Finance),
                    Actor::Applicant("somebody-else".parse().unwrap()),
                ];
                for by in wrong {
                    let stamp = Stamp { at, by };
                    let refused = case.clone().apply(step.clone(), stamp, &OFFICE).unwrap_err();
                    let names_actor = refused.why.names(Rule::ActorHoldsRole) || refused.why.names(Rule::WasAddressed);
                    assert!(names_actor, "{key} {:?}: {refused}", entry.kind());
                    assert_eq!(refused.case, case);
                    tried += 1;
                }
                case = case.apply(step, entry.stamp().clone(), &OFFICE).unwrap();
            }
            assert_eq!(case, whole);
        }
    }
    assert!(tried > 400, "{tried}");
}

fn step_of(entry: &Entry) -> tongquan::AnyStep {
    let mut value = serde_json::to_value(entry).unwrap();
    let (kind, taken) = value.as_object_mut().unwrap().iter_mut().next().unwrap();
    let step = serde_json::json!({ kind.clone(): taken["step"].clone() });
    serde_json::from_value(step).unwrap()
}

#[test]
fn every_role_names_its_holders_and_what_they_hold_it_by() {
    use strum::IntoEnumIterator;
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed);
    for role in Role::iter() {
        assert!(!case.record().basis(role).is_empty());
        let unnamed = matches!(role, Role::Applicant | Role::Addressee | Role::Anyone);
        assert_eq!(case.record().holders(role).next().is_none(), unnamed, "{role}");
    }
}
