//! Windows that decide: in the competent body's name nothing changes, in the department's own the case is the city's.

use tongquan::{
    register::{Items, Permission},
    route::{Admission, Bearer, Handling},
};

use super::*;

fn permission(number: usize, operator: BodyRef, bearer: Bearer, items: Items, regions: &[Region]) -> Permission {
    Permission {
        number: format!("SJ-{number}").parse().unwrap(),
        venue: Venue::Online,
        gives: Admission { operator, handling: Handling::Decide(bearer) },
        items,
        regions: regions.iter().copied().collect(),
        from: filing_day(),
        until: None,
        ground: "虚构".parse().unwrap(),
    }
}

/// Of each region's own: a sector department that does not handle it.
fn in_the_regions_name(rows: &mut Revision) {
    for (at, region) in Region::all().enumerate() {
        let operator = BodyRef::Body(supervisor(region).id);
        rows.permissions.push(permission(at, operator, Bearer::Competent, Items::All, &[region]));
    }
}

/// Of each department, for its own items.
fn in_the_departments_name(rows: &mut Revision) {
    let edition = tongquan::Edition::built_in();
    let regions: Vec<Region> = Region::all().collect();
    for (at, department) in Department::all().enumerate() {
        let mut keys: Vec<Key> =
            edition.items().filter(|it| it.department() == Some(department)).map(|it| it.key().clone()).collect();
        if department == EARLIER {
            let own = own_items().filter(|(_, told)| *told != model::ORIGINAL);
            keys.extend(own.map(|(it, _)| Key::Own(it.key)));
        }
        if !keys.is_empty() {
            let items = Items::Only(keys.into_iter().collect());
            rows.permissions.push(permission(at, BodyRef::Department(department), Bearer::Department, items, &regions));
        }
    }
}

/// How many cases a window decided, and how many decisions owe something.
fn decided_at_windows(handler: UnitKind, give: fn(&mut Revision), name: fn(&str) -> &str) -> (usize, usize) {
    let setting = Setting { handler: Some(handler), posted: true, seats: Seats::All };
    let mut rows = setting.rows();
    give(&mut rows);
    let office = Office::new(vec![rows]).unwrap();
    let (mut cases, mut owing) = (0, 0);
    let edition = office.catalogue().latest();
    for item in edition.items() {
        for region in Region::all() {
            for (scope, crosses) in scopes(region) {
                let (place, venue) = (Place::Region(region), Venue::Online);
                let asked = Question { item: item.key(), place, scope, venue: Some(&venue), day: filing_day() };
                let Ok(route) = office.route(&asked) else { continue };
                let Some(acts) = route.acts() else { continue };
                let operator = acts.is.to_body().unwrap();
                let case = accepted(&office, item, place, scope, Some(&venue));
                for (case, favourable) in decided(&case, &office) {
                    let by = case.record().entries().last().unwrap().stamp().by.body().unwrap().clone();
                    assert_eq!(by, operator);
                    let told = setting.route(item, region, crosses).unwrap();
                    let model = owed(setting, name(told), item, region, favourable);
                    assert_eq!(owes(&case), model, "{item} in {region}, {handler:?}");
                    owing += usize::from(!model.is_empty());
                }
                cases += 1;
            }
        }
    }
    (cases, owing)
}

#[test]
fn a_window_in_the_competent_bodys_name_leaves_it_what_it_owes() {
    for handler in [UnitKind::ApprovalBureau, UnitKind::Sector] {
        // what is devolved directly, and what was the region's own, which owes nothing
        let (cases, owing) = decided_at_windows(handler, in_the_regions_name, |told| told);
        assert_eq!((cases, owing), (401, 682));
    }
}

#[test]
fn a_window_in_the_departments_own_name_owes_nothing() {
    for handler in [UnitKind::ApprovalBureau, UnitKind::Sector] {
        let (cases, owing) = decided_at_windows(handler, in_the_departments_name, |_| GAP);
        assert_eq!((cases, owing), (621, 0));
    }
}
