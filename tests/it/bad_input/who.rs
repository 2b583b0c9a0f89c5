//! Actors that look like another, and bodies that are named for competent.

use tongquan::{
    Actor, AnyCase, Body, Region, Rule, Stamp, UnitKind,
    body::Agency,
    case::{
        Role, StageKind, StepKind,
        steps::{Ground, NotAccept},
    },
};

use super::mark;
use crate::{
    mistakes::{Made, done_well},
    support::{OFFICE, case_at},
};

fn rules(made: &Made, body: Body) -> Vec<Rule> {
    let by = Actor::Official { body, person: made.stamp.by.person().clone() };
    let stamp = Stamp { by, at: made.stamp.at };
    let told = made.case.check(&made.step, &stamp, &made.office);
    told.map_or_else(|why| why.objections().iter().map(|it| it.rule).collect(), |()| Vec::new())
}

#[test]
fn a_body_is_known_by_what_it_is_its_region_and_its_id_and_by_nothing_else() {
    let (mut units, mut departments) = (0, 0);
    for made in done_well() {
        let arc = made.case.stage().arc(made.step.kind()).unwrap();
        let denied = match arc.role {
            Role::Anyone | Role::Applicant => continue,
            Role::Addressee => vec![Rule::WasAddressed],
            Role::Window if made.step.kind() == StepKind::PassOn => vec![Rule::ActorHoldsRole, Rule::PapersWithActor],
            _ => vec![Rule::ActorHoldsRole],
        };
        match made.stamp.by.body().unwrap().clone() {
            Body::Unit(unit) => {
                let agency = Agency { id: unit.id.clone(), name: unit.name.clone() };
                for region in Region::all().filter(|it| *it != unit.region) {
                    let same_name = tongquan::Unit { region, ..unit.clone() };
                    assert_eq!(rules(&made, same_name.into()), denied, "{}", made.step.kind());
                }
                let other_id = tongquan::Unit { id: mark("wenshang-bureau-2"), ..unit.clone() };
                for other in [other_id.into(), Body::City(agency.clone()), Body::Partner(agency)] {
                    assert_eq!(rules(&made, other), denied, "{}", made.step.kind());
                }
                // what is beside the id is what the actor says of itself
                let name = super::text("更名后的单位（虚构）");
                let renamed = tongquan::Unit { name, ..unit.clone() };
                let otherwise = tongquan::Unit { kind: UnitKind::Township, ..unit };
                for same in [renamed, otherwise] {
                    assert_eq!(rules(&made, same.into()), [], "{}", made.step.kind());
                }
                units += 1;
            }
            Body::Department(department) => {
                let agency = Agency { id: mark("transport"), name: department.label().parse().unwrap() };
                for other in [Body::City(agency.clone()), Body::Partner(agency)] {
                    assert_eq!(rules(&made, other), denied, "{}", made.step.kind());
                }
                departments += 1;
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((units, departments), (31, 11));
}

#[test]
fn an_applicant_is_no_official_and_no_official_an_applicant_whatever_the_reference_is() {
    for made in done_well() {
        let role = made.case.stage().arc(made.step.kind()).unwrap().role;
        let applicant = made.case.record().file().applicant.clone();
        let by = match (role, made.stamp.by.clone()) {
            (Role::Anyone, _) => continue,
            (Role::Applicant, _) => Actor::Official { body: super::unit(), person: applicant },
            (_, official) => Actor::Applicant(official.person().clone()),
        };
        let why = made.case.check(&made.step, &Stamp { by, at: made.stamp.at }, &made.office).unwrap_err();
        assert_eq!(why.objections()[0].rule, Rule::ActorHoldsRole, "{why}");
    }
}

/// Whether a case may be turned away for this body.
fn turned_away(case: &AnyCase, for_body: Body) -> Vec<Rule> {
    let body = case.record().holders(Role::Accepting).next().unwrap().to_body().unwrap();
    let by = Actor::Official { body, person: "somebody".parse().unwrap() };
    let step = NotAccept { receipt: mark("BYSL-1"), ground: Ground::AnotherIsCompetent(for_body) };
    let stamp = Stamp { at: case.record().last_at(), by };
    let told = case.check(&step.into(), &stamp, &OFFICE);
    told.map_or_else(|why| why.objections().iter().map(|it| it.rule).collect(), |()| Vec::new())
}

#[test]
fn the_competent_body_is_an_authority_and_another_one_under_whatever_name() {
    // by a unit, by a department, and by a department's staff at a region's window
    for (key, region) in [
        ("A1-33", Region::Wenshang),
        ("A1-31", Region::HighTechZone),
        ("A1-20", Region::Rencheng),
        ("A1-24", Region::Qufu),
        ("XK-004", Region::Wenshang),
    ] {
        for stage in [StageKind::Filed, StageKind::Correcting] {
            let case = case_at(&OFFICE, key, region, stage);
            let own = case.record().route().acceptance().is.to_body().unwrap();
            let agency = Agency { id: mark("bank"), name: super::text("某银行（虚构）") };
            assert_eq!(turned_away(&case, own.clone()), [Rule::AnotherIsCompetent], "{key}");
            assert_eq!(turned_away(&case, Body::Partner(agency.clone())), [Rule::AnotherIsCompetent], "{key}");
            assert_eq!(turned_away(&case, Body::City(agency)), [], "{key}");
            assert_eq!(turned_away(&case, tongquan::Department::Finance.into()), [], "{key}");
            if let Body::Unit(unit) = own {
                let renamed = tongquan::Unit { name: super::text("更名后的单位（虚构）"), ..unit.clone() };
                assert_eq!(turned_away(&case, renamed.into()), [Rule::AnotherIsCompetent], "{key}");
                let elsewhere = tongquan::Unit { region: Region::Liangshan, ..unit };
                assert_eq!(turned_away(&case, elsewhere.into()), [], "{key}");
            }
        }
    }
}
