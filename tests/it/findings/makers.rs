//! Who may make a finding: against a case of every class of route, a seal, an obstruction.

use std::collections::BTreeSet;

use tongquan::law::Fact;

use super::*;
use crate::{
    matters::{Told, everybody_asks, told},
    model::{beside, findings::makers},
};

/// Nothing is pushed yet, something is, and all is over.
const SHOTS: [&str; 5] = ["filed", "turned away", "decided", "decided, sent", "closed"];

fn asked() -> impl Iterator<Item = &'static Told> {
    told().iter().filter(|it| SHOTS.contains(&it.shot))
}

#[test]
fn a_finding_against_a_case_is_made_by_exactly_those_whom_the_model_names() {
    let (mut opened_by, mut cases, mut routes) = (0, 0, BTreeSet::new());
    for it in asked() {
        let who = makers("case", !it.hands.seats.is_empty(), it.hands.department.is_some());
        let may: Vec<Body> = who.iter().flat_map(|symbol| it.bodies(symbol)).collect();
        opened_by += everybody_asks(it, &may, Rule::MatterActor, |by| {
            let stamp = Stamp { at: next_day(it.case), by: by.clone() };
            opened::<Finding>(&of_case(it.case), &stamp, within(it.case, it.office)).map(drop)
        });
        cases += 1;
        routes.insert((it.hands.route, it.hands.seats.is_empty()));
    }
    // every route, and those of the region's with a bureau that is watched over and without
    assert_eq!(routes.iter().map(|it| it.0).collect::<BTreeSet<_>>(), BTreeSet::from(beside::ROUTES));
    let watched: BTreeSet<&str> = routes.iter().filter(|it| !it.1).map(|it| it.0).collect();
    assert_eq!(watched.len(), 4, "{watched:?}");
    assert!(cases > 2_000 && opened_by > 300_000, "{cases} {opened_by}");
}

#[test]
fn a_finding_against_a_seal_is_made_by_its_department_and_the_two_offices_and_corrected_where_it_is_held() {
    let (mut asked, mut seals) = (0, 0);
    let mut of: BTreeSet<(Department, Region)> = BTreeSet::new();
    for department in Department::all() {
        for region in Region::all() {
            let Some(seal) = OFFICE.now().seals_held(department, region, FOUND).next() else { continue };
            of.insert((department, region));
            let found = finding(Against::Seal { seal, suspend: false });
            let beside = of_office(&OFFICE);
            let make = |by: &Actor| opened::<Finding>(&found, &stamp(FOUND, by), beside);
            let who = makers("seal", false, true);
            let may: Vec<Body> = who
                .iter()
                .map(|symbol| match *symbol {
                    "department" => department.into(),
                    "approval_bureau" => Department::ApprovalService.into(),
                    _ => Department::GovernmentOffice.into(),
                })
                .collect();
            asked += all_ask(&OFFICE, &may, &seal.to_string(), |by| make(by).map(drop));
            let made = make(&official(Department::GovernmentOffice)).unwrap();
            asked += all_ask(&OFFICE, &units_of(&OFFICE, region), &seal.to_string(), |by| {
                taken(&made, &correct(), &stamp(FOUND, by), beside).map(drop)
            });
            seals += 1;
        }
    }
    let departments: BTreeSet<Department> = of.iter().map(|it| it.0).collect();
    assert_eq!((seals, departments.len()), (141, 10));
    assert!(asked > 30_000, "{asked}");
}

#[test]
fn an_obstruction_is_found_by_any_body_of_any_region_or_the_general_office_and_ended_by_the_department() {
    assert_eq!(makers("obstruction", false, true), BTreeSet::from(["region_body", "general_office"]));
    let mut may: Vec<Body> = Region::all().flat_map(|it| units_of(&OFFICE, it)).collect();
    assert!(may.len() > 100);
    may.push(Department::GovernmentOffice.into());
    let beside = of_office(&OFFICE);
    for department in Department::all() {
        for item in [None, Some(Key::Annex1(36))] {
            let found = finding(Against::Obstruction { department, item });
            let make = |by: &Actor| opened::<Finding>(&found, &stamp(FOUND, by), beside);
            all_ask(&OFFICE, &may, department.label(), |by| make(by).map(drop));
            let unit = may.iter().find(|it| matches!(it, Body::Unit(_))).unwrap();
            let made = make(&official(unit.clone())).unwrap();
            all_ask(&OFFICE, &city(&[department]), department.label(), |by| {
                taken(&made, &correct(), &stamp(FOUND, by), beside).map(drop)
            });
            // another body of the very region has not made it
            let corrected = taken(&made, &correct(), &stamp(FOUND, &official(department)), beside).unwrap();
            all_ask(&OFFICE, std::slice::from_ref(unit), department.label(), |by| {
                taken(&corrected, &FindingStep::Close {}, &stamp(FOUND, by), beside).map(drop)
            });
        }
    }
}

/// Who holds several parts is told once.
#[test]
fn a_refusal_names_each_of_those_who_may_once() {
    let case = case_at(&OFFICE, "A1-1", Region::Wenshang, StageKind::Closed);
    let beside = within(&case, &OFFICE);
    let by = |department: Department| Stamp { at: next_day(&case), by: official(department) };
    let told = |why: crate::traced::Refused| why.objections()[0].expected.clone();
    let why = opened::<Finding>(&of_case(&case), &by(Department::Finance), beside).unwrap_err();
    let department = Department::NaturalResources;
    let unit = |id: &str| Fact::from(OFFICE.now().body(&mark(id)).unwrap());
    let mut may = vec![unit("wenshang-supervisor"), unit("wenshang-enforcement"), department.into()];
    may.extend([Department::ApprovalService, Department::GovernmentOffice].map(Fact::from));
    assert_eq!(told(why), Fact::List(may));
    let made = opened::<Finding>(&of_case(&case), &by(department), beside).unwrap();
    let why = taken(&made, &correct(), &by(department), beside).unwrap_err();
    assert_eq!(told(why), Fact::List(vec![unit("wenshang-bureau")]));
}

/// What is put beside a finding that is of no case is not looked at.
#[test]
fn a_finding_against_a_seal_is_held_against_no_case() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed);
    let seal = SealId { department: Department::NaturalResources, number: 7 };
    let found = finding(Against::Seal { seal, suspend: true });
    let before = case.record().filed().pred_opt().unwrap();
    let by = stamp(before, &official(Department::NaturalResources));
    assert_eq!(opened::<Finding>(&found, &by, within(&case, &OFFICE)), opened(&found, &by, of_office(&OFFICE)));
}
