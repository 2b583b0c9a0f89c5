//! What a route says before there is a case: 100 items × 15 regions × 2 scopes × 24 settings.

use tongquan::{
    Party,
    route::{Supervisors, Tier},
};

use super::*;

/// What the route tells of the five messages.
fn told(route: &tongquan::Route<'_>) -> Vec<(Message, Option<String>)> {
    let mut told: Vec<(Message, Option<String>)> = Vec::new();
    told.extend(route.reports_to().map(|it| (Message::Report, Some(it.label().to_owned()))));
    let seats = if let Supervisors::Seats(seats) = route.supervisors() { Some(seats) } else { None };
    assert_eq!(seats.is_some(), route.owes_pushes());
    if let Some(seats) = seats {
        let cited: Vec<&str> = seats.basis.iter().map(|it| it.id()).collect();
        assert_eq!(cited, ["C11", "C12", "S5"]);
        told.extend(Tier::ALL.map(Message::Push).into_iter().zip(seats.is.map(|it| it.map(Party::zh))));
    }
    told
}

#[test]
fn every_route_owes_exactly_the_reports_and_pushes_of_the_model() {
    let (mut compared, mut owing, mut unnamed) = (0, [0; 6], 0);
    for setting in Setting::all() {
        let office = setting.office();
        let edition = office.catalogue().latest();
        for item in edition.items() {
            for region in Region::all() {
                for (scope, crosses) in scopes(region) {
                    compared += 1;
                    let (place, venue) = (Place::Region(region), Venue::Online);
                    let asked = Question { item: item.key(), place, scope, venue: Some(&venue), day: filing_day() };
                    let route = setting.route(item, region, crosses);
                    let Ok(found) = office.route(&asked) else {
                        assert_eq!(route, None, "{item} in {region}, {setting:?}");
                        unnamed += 1;
                        continue;
                    };
                    let route = route.unwrap_or_else(|| panic!("{item} in {region} has no route, {setting:?}"));
                    let model = owed(setting, route, item, region, true);
                    assert_eq!(told(&found), model, "{item} in {region}, {setting:?}");
                    owing[model.len()] += 1;
                }
            }
        }
    }
    assert_eq!(compared, 100 * 15 * 2 * 24);
    // nothing, a report alone, and all five: there are no four pushes without a report among what was the city's
    assert_eq!(owing.iter().sum::<usize>() + unnamed, compared);
    assert!(owing[2..5].iter().all(|it| *it == 0) && [0, 1, 5].iter().all(|it| owing[*it] > 5_000), "{owing:?}");
}
