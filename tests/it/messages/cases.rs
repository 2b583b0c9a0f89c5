//! Real cases of every route, decided favourably and not.

use super::*;

/// How many decisions, and how many of them owe something.
fn every_case_of(handler: Option<UnitKind>) -> (usize, usize) {
    let (mut decisions, mut owing, mut nobody) = (0, 0, 0);
    for (posted, seats) in [(true, Seats::County), (false, Seats::City)] {
        let setting = Setting { handler, posted, seats };
        let office = setting.office();
        let edition = office.catalogue().latest();
        for item in edition.items() {
            for region in Region::all() {
                for (scope, crosses) in scopes(region) {
                    let route = setting.route(item, region, crosses);
                    // what was the region's own is nobody's without a plan
                    let planless = route == Some(model::ORIGINAL) && handler.is_none();
                    let Some(route) = route.filter(|_| !planless) else {
                        nobody += 1;
                        continue;
                    };
                    let case = accepted(&office, item, region.into(), scope, None);
                    for (case, favourable) in decided(&case, &office) {
                        let model = owed(setting, route, item, region, favourable);
                        assert_eq!(owes(&case), model, "{item} in {region}, {setting:?}");
                        // what the city decided is told to nobody
                        let by_the_city = case.record().route().decision().is.department().is_some();
                        assert!(!by_the_city || model.is_empty());
                        decisions += 1;
                        owing += usize::from(!model.is_empty());
                    }
                }
            }
        }
    }
    assert_eq!(decisions + 2 * nobody, 2 * 100 * 15 * 2 * 2);
    (decisions, owing)
}

#[test]
fn a_case_that_the_approval_bureau_decided_owes_what_the_model_says() {
    assert_eq!(every_case_of(Some(UnitKind::ApprovalBureau)), (9_960, 3_484));
}

#[test]
fn a_case_that_a_sector_department_decided_owes_what_the_model_says() {
    assert_eq!(every_case_of(Some(UnitKind::Sector)), (9_960, 3_484));
}

#[test]
fn a_case_that_fell_to_the_city_owes_nothing() {
    assert_eq!(every_case_of(None), (9_720, 0));
}
