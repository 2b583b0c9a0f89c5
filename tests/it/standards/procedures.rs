//! What a standard may provide for: proceedings that stop the clock, and a region's own where the region decides.

use serde_json::json;
use tongquan::{
    Edition, Kind, Office, Region, Rule, Standing,
    case::StageKind,
    catalogue::{OwnItem, OwnOrigin},
    register::{Own, Revision, Standard},
};

use super::{handbook, line, on, own, second};
use crate::support::{OFFICE, case_at, changed};

fn with_panel(mut standard: Standard) -> Standard {
    let panel = json!([{ "code": "panel", "name": "专家评审", "kind": "expert_review" }]);
    standard.procedures = serde_json::from_value(panel).unwrap();
    standard
}

#[test]
fn a_new_one_is_growth_and_a_region_neither_adds_nor_drops_any() {
    let told = with_panel(second(|_| {})).against(&handbook());
    assert_eq!(told.zh(), "特别程序 专家评审（panel） 新增（对照手册第1版）");
    assert_eq!(told.grown().count(), 1);
    assert_eq!(second(|_| {}).against(&with_panel(handbook())).grown().count(), 0);
    for (handbook, own) in [(handbook(), with_panel(own(|_| {}))), (with_panel(handbook()), own(|_| {}))] {
        let rules: Vec<Rule> = line(&[&handbook, &own]).into_iter().map(|it| it.0).collect();
        assert_eq!(rules, [Rule::RegionAddsNothing]);
    }
    assert_eq!(line(&[&with_panel(handbook()), &with_panel(own(|_| {}))]), []);
}

#[test]
fn for_a_licence_it_is_one_of_the_laws_eight() {
    let office = |kind, named: bool| {
        let mut standard = Standard { item: "WS-LIC".parse().unwrap(), ..with_panel(handbook()) };
        if !named {
            standard.procedures[0].kind = None;
        }
        let (key, name) = ("WS-LIC".parse().unwrap(), "（虚构）本级事项".parse().unwrap());
        let own_items = vec![OwnItem { key, name, kind, origin: OwnOrigin::County }];
        Office::new(vec![Revision { own_items, standards: vec![standard], ..Revision::on(on("2021-06-15")) }])
    };
    assert!(office(Kind::Licence, true).is_ok() && office(Kind::OtherPower, false).is_ok());
    let faults = office(Kind::Licence, false).unwrap_err();
    let [fault] = faults.all() else { panic!("{faults}") };
    assert_eq!(
        (fault.path.as_str(), fault.objection.rule),
        ("[0].standards[0].procedures[0].kind", Rule::LicenceProcedures)
    );
    assert!(fault.zh().contains("听证") && fault.to_string().contains("APL45"), "{fault}");
}

#[test]
fn a_region_has_a_standard_of_its_own_only_for_what_it_decides() {
    let office = |region| {
        let own = Standard { own: Some(Own { region, handbook: 1 }), from: on("2021-09-01"), ..handbook() };
        let own = Standard { item: "A1-31".parse().unwrap(), ..own };
        let standards = vec![Standard { item: "A1-31".parse().unwrap(), ..handbook() }, own];
        Office::new(vec![Revision { standards, ..Revision::on(on("2021-06-15")) }])
    };
    // item 31 is not devolved to the zones
    let faults = office(Region::HighTechZone).unwrap_err();
    let [fault] = faults.all() else { panic!("{faults}") };
    assert_eq!(
        (fault.path.as_str(), fault.objection.rule),
        ("[0].standards[1].own.region", Rule::OwnWhereRegionDecides)
    );
    assert!(fault.zh().contains("暂不下放"), "{fault}");
    for region in Region::all() {
        let item = Edition::built_in().annex_1(31).unwrap();
        assert_eq!(office(region).is_ok(), item.cell(region).standing != Standing::NotDevolved, "{region}");
    }
}

#[test]
fn where_the_city_decides_a_case_keeps_the_handbook() {
    // the fictional 曲阜市 has a standard of its own for A1-34; a plan that names nobody makes the route the city's
    let bound = |office: &Office| {
        let case = case_at(office, "A1-34", Region::Qufu, StageKind::Filed);
        case.record().standard().unwrap().own.map(|it| it.region)
    };
    assert_eq!(bound(&OFFICE), Some(Region::Qufu));
    assert_eq!(bound(&changed(|rows| rows.plans.retain(|it| it.region != Region::Qufu))), None);
}
