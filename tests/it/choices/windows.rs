//! Every kind of venue, with every permission that may be on record there, whoever runs it.

use tongquan::{
    Body, Department, Key, Kind, Office, Place, Question, Region, Route, Rule, Scope, Seal, UnitKind, Venue,
    body::{Agency, BodyRef},
    place::{Centre, Township, Village},
    register::{Items, Permission, Revision},
    route::{Access, Admission, Bearer, Handling, Offer, VenueKind},
};

use super::{WAYS, answers::There, items, mark, regions, rows_of, supervisor, unit};
use crate::{
    model::township::{Told, Way},
    support::filing_day,
};

/// Who runs a window, as seen from the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Runs {
    Township,
    County,
    OtherUnit,
    Enforcement,
    /// A unit of another region.
    Neighbour,
    Department,
    Agency,
    Partner,
}

const RUNS: [Runs; 8] = [
    Runs::Township,
    Runs::County,
    Runs::OtherUnit,
    Runs::Enforcement,
    Runs::Neighbour,
    Runs::Department,
    Runs::Agency,
    Runs::Partner,
];

const HANDLINGS: [Handling; 3] =
    [Handling::PassOn, Handling::Decide(Bearer::Competent), Handling::Decide(Bearer::Department)];

fn neighbour(region: Region) -> Region {
    Region::all().find(|it| *it != region && it.centre().is_some()).unwrap()
}

/// The body, where the way has it.
fn body(runs: Runs, there: &There) -> Option<Body> {
    let window = |name: &str| Agency { id: mark(name), name: "某单位（虚构）".parse().unwrap() };
    Some(match runs {
        Runs::Township => unit(there.region, UnitKind::Township).into(),
        Runs::County => unit(there.region, there.county?).into(),
        Runs::OtherUnit => supervisor(there.region).into(),
        Runs::Enforcement => unit(there.region, UnitKind::Enforcement).into(),
        Runs::Neighbour => unit(neighbour(there.region), UnitKind::ApprovalBureau).into(),
        Runs::Department => Department::ApprovalService.into(),
        Runs::Agency => Body::City(window("window")),
        Runs::Partner => Body::Partner(window("bank")),
    })
}

/// What the rulebook makes of it: who accepts has outposts; a station is the bureau's, for what it accepts; a window decides where the county
/// decides with its own seal, and an authority of the place runs the window.
fn expected(told: &Told, there: &There, kind: Kind, venue: &Venue, runs: Runs, handling: Handling) -> &'static str {
    let its_own = if told.accepts == "township" { runs == Runs::Township } else { runs == Runs::County };
    let at = venue.region().unwrap_or(there.region);
    if venue.kind() == VenueKind::TownshipStation {
        let bureau = there.county == Some(UnitKind::ApprovalBureau) && told.accepts == "county";
        return if its_own && bureau && at == there.region { "outpost" } else { "closed" };
    }
    if its_own {
        return "outpost";
    }
    if handling == Handling::PassOn {
        return "passes on";
    }
    let authority = match runs {
        Runs::Township | Runs::County | Runs::OtherUnit => at == there.region,
        Runs::Neighbour => at == neighbour(there.region),
        Runs::Department => matches!(venue.kind(), VenueKind::CityCentre | VenueKind::Online),
        Runs::Enforcement | Runs::Agency | Runs::Partner => false,
    };
    let village = venue.kind() == VenueKind::VillageStation && kind != Kind::PublicService;
    let competent = handling == Handling::Decide(Bearer::Competent) && told.decides == "county";
    if authority && competent && !village { "direct" } else { "closed" }
}

fn told(access: Access) -> &'static str {
    match access {
        Access::Competent => "competent",
        Access::Outpost => "outpost",
        Access::PassOn => "passes on",
        Access::Direct(_) => "direct",
        Access::Closed(_) => "closed",
        Access::NotAsked => "not asked",
    }
}

/// Who takes in, and in whose name it is decided, by what the venue is.
#[track_caller]
fn then_follows(route: &Route<'_>, there: &There, way: Way, operator: &Body) {
    let runs_it = route.intake().is.is(operator);
    match told(route.access()) {
        "closed" => assert_eq!(there.part(route.intake().is), there.told(way).intake),
        "direct" => {
            let acts = route.acts().unwrap();
            assert!(runs_it && acts.is.is(operator));
            assert_eq!(acts.basis.iter().map(|it| it.id()).collect::<Vec<_>>(), ["C13", "S12", "S38"]);
        }
        _ => assert!(runs_it && route.acts().is_none()),
    }
    assert_ne!(route.seal().is, Seal::No2);
    there.agrees(route, way);
}

fn venues(region: Region) -> Vec<Venue> {
    let name = || "某处（虚构）".parse().unwrap();
    let mut venues = vec![Venue::Online, Venue::JointCentre(name()), Venue::BankOutlet(name()), Venue::Kiosk(name())];
    venues.push(Centre::CITY.into());
    for at in [region, neighbour(region)] {
        venues.push(at.centre().unwrap().into());
        let mut townships = Township::all().filter(|it| it.managing_region().0 == at);
        let (first, second) = (townships.next().unwrap(), townships.next().unwrap());
        venues.push(Venue::TownshipStation(first));
        venues.push(Venue::TownshipCentre(second));
        venues.push(Venue::VillageStation(Village::all().find(|it| it.managing_region().0 == at).unwrap()));
    }
    venues
}

#[test]
fn every_permission_at_every_kind_of_venue_is_what_the_rulebook_makes_of_it() {
    let mut seen = std::collections::BTreeMap::<&str, usize>::new();
    for (way, county) in WAYS {
        let office = Office::new(vec![rows_of(way, county)]).unwrap();
        for (region, township) in regions() {
            let there = There { region, township, county };
            // one of each kind: the village's part depends on it
            for item in items().filter(|it| matches!(it.key(), Key::Annex2(1 | 8))) {
                let plan = office.now().undertaking(item, township, filing_day());
                let listed = Route::new(item.facts(region), region, Scope::WITHIN, Some(plan)).unwrap();
                for venue in venues(region) {
                    for runs in RUNS {
                        let Some(operator) = body(runs, &there) else { continue };
                        for handling in HANDLINGS {
                            let gives = Admission { operator: operator.clone(), handling };
                            let route = listed.at(&venue, Offer::Running(&gives));
                            let model = expected(&there.told(way), &there, item.kind(), &venue, runs, handling);
                            assert_eq!(route.admission(), Some(&gives));
                            let got = told(route.access());
                            assert_eq!(got, model, "{way:?} {county:?} {region} {venue}: {runs:?} {handling:?}");
                            then_follows(&route, &there, way, &operator);
                            *seen.entry(got).or_default() += 1;
                        }
                    }
                    // no permission: no window
                    assert_eq!(told(listed.at(&venue, Offer::NotRecorded).access()), "closed");
                }
                // no record can make the counter anything else
                let gives = Admission { operator: Department::Finance.into(), handling: HANDLINGS[1] };
                let counter = listed.at(&Venue::TownshipCentre(township), Offer::Running(&gives));
                assert_eq!(counter.access(), Access::Competent);
                assert_eq!(there.part(counter.intake().is), there.told(way).intake);
            }
        }
    }
    assert_eq!(seen.keys().copied().collect::<Vec<_>>(), ["closed", "direct", "outpost", "passes on"]);
    assert!(seen.values().all(|it| *it > 1_000), "{seen:?}");
}

fn named(operator: &Body) -> BodyRef {
    match operator {
        Body::Department(it) => BodyRef::Department(*it),
        Body::Unit(it) => BodyRef::Body(it.id.clone()),
        Body::City(it) | Body::Partner(it) => BodyRef::Body(it.id.clone()),
    }
}

/// The registers of a way with a permission online in every region, from the filing day, run so.
fn recorded(way: Way, county: Option<UnitKind>, runs: Runs, handling: Handling) -> Option<Revision> {
    let mut rows = rows_of(way, county);
    for (number, (region, township)) in regions().enumerate() {
        let operator = body(runs, &There { region, township, county })?;
        match &operator {
            Body::City(it) if number == 0 => rows.agencies.push(it.clone()),
            Body::Partner(it) if number == 0 => rows.partners.push(it.clone()),
            Body::City(_) | Body::Partner(_) | Body::Department(_) | Body::Unit(_) => {}
        }
        rows.permissions.push(Permission {
            number: mark(&format!("SJ-{number}")),
            venue: Venue::Online,
            gives: Admission { operator: named(&operator), handling },
            items: Items::All,
            regions: [region].into_iter().collect(),
            from: filing_day(),
            until: None,
            ground: "虚构".parse().unwrap(),
        });
    }
    Some(rows)
}

#[test]
fn what_is_recorded_online_holds_for_every_item_of_annex_2_from_its_first_day() {
    let (mut asked, mut refused) = (0, 0);
    for (way, county) in WAYS {
        for runs in RUNS {
            for handling in HANDLINGS {
                let Some(rows) = recorded(way, county, runs, handling) else { continue };
                // neither a partner nor a city body that is no department decides anything
                if matches!(runs, Runs::Agency | Runs::Partner) && handling != Handling::PassOn {
                    assert!(Office::new(vec![rows]).unwrap_err().names(Rule::AuthorityOfTier));
                    refused += 1;
                    continue;
                }
                let office = Office::new(vec![rows]).unwrap();
                for (region, township) in regions() {
                    let there = There { region, township, county };
                    let operator = body(runs, &there).unwrap();
                    for item in items() {
                        let route = there.ask(&office, item, &Venue::Online).unwrap();
                        let model = expected(&there.told(way), &there, item.kind(), &Venue::Online, runs, handling);
                        assert_eq!(told(route.access()), model, "{way:?} {county:?} {region}: {runs:?} {handling:?}");
                        then_follows(&route, &there, way, &operator);
                        asked += 1;
                    }
                    let (item, eve) = (items().next().unwrap(), filing_day().pred_opt().unwrap());
                    let asked = Question {
                        item: item.key(),
                        place: Place::Township(township),
                        scope: Scope::WITHIN,
                        venue: Some(&Venue::Online),
                        day: eve,
                    };
                    assert_eq!(told(office.route(&asked).unwrap().access()), "closed");
                }
            }
        }
    }
    assert_eq!((asked, refused), ((6 * 20 + 2 * 17) * 14 * 15, 8 * 4));
}
