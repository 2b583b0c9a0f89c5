//! Findings against handbooks and regions' own standards: on record that day, made by the department and the two offices, put right by whose it is.

use tongquan::{
    catalogue::{Amendment, Ground},
    register::{Own, Revision, Standard},
};

use super::*;
use crate::{
    matters::OFFICES,
    model::findings::{against, makers},
};

fn of(item: &Key, own: Option<Region>) -> MakeFinding {
    finding(Against::Standard { item: item.clone(), own })
}

#[test]
fn a_finding_against_a_handbook_is_made_by_its_department_and_the_two_offices_and_corrected_by_whoever_wrote_it() {
    let items: BTreeSet<&Key> = OFFICE.revisions()[0].standards.iter().map(|it| &it.item).collect();
    let (mut asked, mut citys, mut regions) = (0, 0, 0);
    let beside = of_office(&OFFICE);
    for key in &items {
        let department = OFFICE.now().item_on(key, FOUND).unwrap().department();
        assert_eq!(
            makers("standard", false, true),
            BTreeSet::from(["approval_bureau", "department", "general_office"])
        );
        let may: Vec<Body> = OFFICES.into_iter().chain(department).map(Body::from).collect();
        let make = |by: &Actor| opened::<Finding>(&of(key, None), &stamp(FOUND, by), beside);
        asked += all_ask(&OFFICE, &may, &key.to_string(), |by| make(by).map(drop));
        // the model has the department for the city's, and a region for what has none
        let made = make(&official(Department::ApprovalService)).unwrap();
        let wrote = match department {
            Some(department) => vec![department.into()],
            None => Region::all().flat_map(|it| units_of(&OFFICE, it)).collect(),
        };
        let word = if department.is_some() { "department" } else { "region" };
        assert!(against("standard").contains(&word));
        *(if department.is_some() { &mut citys } else { &mut regions }) += 1;
        asked += all_ask(&OFFICE, &wrote, &key.to_string(), |by| {
            taken(&made, &correct(), &stamp(FOUND, by), beside).map(drop)
        });
    }
    // annex 1 and the service's own; annex 2 and what is the county's own
    assert_eq!((citys, regions), (61 + 3, 15 + 2));
    assert!(asked > 20_000, "{asked}");
}

/// Every region that decides it has a standard of its own for A1-36.
fn with_own() -> Office {
    let handbook = OFFICE.revisions()[0].standards.iter().find(|it| it.item == Key::Annex1(36)).unwrap();
    let own = |region| Standard { own: Some(Own { region, handbook: 1 }), from: FOUND, ..handbook.clone() };
    let standards = [Region::Wenshang, Region::HighTechZone].map(own).to_vec();
    OFFICE.record(&Revision { standards, ..Revision::on(FOUND) }).unwrap()
}

#[test]
fn a_regions_own_standard_is_put_right_by_the_region_and_is_nobodys_before_it_is_there() {
    let office = with_own();
    let beside = of_office(&office);
    let mut known = 0;
    for region in Region::all() {
        let found = of(&Key::Annex1(36), Some(region));
        let make = |on: NaiveDate, by: &Actor| opened::<Finding>(&found, &stamp(on, by), beside);
        let maker = official(Department::Transport);
        let has = [Region::Wenshang, Region::HighTechZone].contains(&region);
        let unknown = vec![Rule::SubjectOnRecord];
        let early = make(FOUND.pred_opt().unwrap(), &maker);
        assert_eq!(early.as_ref().err().map(|it| rules(it)), Some(unknown.clone()), "{region}");
        assert_eq!(make(FOUND, &maker).as_ref().err().map(|it| rules(it)), (!has).then_some(unknown), "{region}");
        if !has {
            continue;
        }
        known += 1;
        let may = city(&[OFFICES[0], OFFICES[1], Department::Transport]);
        all_ask(&office, &may, region.label(), |by| make(FOUND, by).map(drop));
        let made = make(FOUND, &maker).unwrap();
        all_ask(&office, &units_of(&office, region), region.label(), |by| {
            taken(&made, &correct(), &stamp(FOUND, by), beside).map(drop)
        });
    }
    assert_eq!(known, 2);
}

/// What has left the list has the department that it had.
#[test]
fn the_handbook_of_an_item_that_left_the_list_is_still_its_departments() {
    let from = day(2024, 5, 6);
    let amendment = Amendment {
        removes: vec![Key::Annex1(33)],
        ..Amendment::new(mark("TZ-1"), from, Ground::Law(text("（虚构）某法")))
    };
    let office = OFFICE.record(&Revision { amendments: vec![amendment], ..Revision::on(from) }).unwrap();
    let beside = of_office(&office);
    assert!(office.on(from).item_on(&Key::Annex1(33), from).is_err());
    let may = city(&[OFFICES[0], OFFICES[1], Department::NaturalResources]);
    let make = |by: &Actor| opened::<Finding>(&of(&Key::Annex1(33), None), &stamp(from, by), beside);
    all_ask(&office, &may, "A1-33", |by| make(by).map(drop));
    let made = make(&official(Department::GovernmentOffice)).unwrap();
    all_ask(&office, &city(&[Department::NaturalResources]), "A1-33", |by| {
        taken(&made, &correct(), &stamp(from, by), beside).map(drop)
    });
    // an obstruction is told of what is on the list that day
    let item = Some(Key::Annex1(33));
    let obstruction = |on: NaiveDate| {
        let found = finding(Against::Obstruction { department: Department::NaturalResources, item: item.clone() });
        opened::<Finding>(&found, &stamp(on, &official(Department::GovernmentOffice)), beside)
    };
    assert_eq!(obstruction(from.pred_opt().unwrap()).map(drop), Ok(()));
    assert_eq!(rules(&obstruction(from).unwrap_err()), [Rule::SubjectOnRecord]);
}
