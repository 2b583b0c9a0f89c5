//! Three-tier items, as every region that runs a township chose for them.

use crate::{
    choices::{self, WAYS},
    model::{
        beside::{TOWN_DIRECT, TOWN_INTAKE, TOWN_REVIEW, TOWN_REVIEW_COUNTY, TOWN_WINDOW},
        township::Way,
    },
};

use super::*;

pub(super) fn route(way: Way) -> &'static str {
    match way {
        Way::Direct => TOWN_DIRECT,
        Way::Window => TOWN_WINDOW,
        Way::Review(Some("township")) => TOWN_REVIEW,
        Way::Review(_) => TOWN_REVIEW_COUNTY,
        Way::Intake => TOWN_INTAKE,
    }
}

#[test]
fn a_three_tier_case_owes_pushes_alone_and_where_the_countys_bureau_decided() {
    let (mut decisions, mut owing) = (0, 0);
    for (way, county) in WAYS {
        for seats in [Seats::Nobody, Seats::County, Seats::All] {
            let mut rows = choices::rows_of(way, county);
            for choice in &mut rows.choices {
                choice.supervision = seats.of(choice.region);
            }
            let office = Office::new(vec![rows]).unwrap();
            let setting = Setting { handler: county, posted: false, seats };
            for (region, township) in choices::regions() {
                for item in choices::items() {
                    let case = accepted(&office, item, township.into(), Scope::WITHIN, None);
                    for (case, favourable) in decided(&case, &office) {
                        let model = owed(setting, route(way), item, region, favourable);
                        assert_eq!(owes(&case), model, "{item} in {region}: {way:?} {county:?} {seats:?}");
                        assert!(model.iter().all(|(it, _)| matches!(it, Message::Push(_))));
                        decisions += 1;
                        owing += usize::from(!model.is_empty());
                    }
                }
            }
        }
    }
    // two of the eight ways have the county's bureau decide
    let regions = choices::regions().count();
    assert_eq!((decisions, owing), (8 * 3 * regions * 15 * 2, 2 * 3 * regions * 15 * 2));
}
