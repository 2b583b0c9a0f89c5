//! Every kind of venue, with every permission that may be on record there, whoever runs it.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use tongquan::{
    Body, Department, Kind, Office, Place, Question, Region, Route, Rule, Scope, Seal, UnitKind, Venue,
    body::{Agency, BodyRef},
    place::{Centre, Township, Village},
    register::{Items, Permission, Revision},
    route::{Access, Admission, AskError, Bearer, Closed, Handling, NoRoute, Offer, VenueKind},
};

use super::{FIRST, WAYS, answers::There, items, mark, regions, rows_of, supervisor, unit};
use crate::{
    model::{
        self,
        township::{Told, Way},
    },
    routes::access,
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

/// What the reading makes of it.
fn expected(
    told: &Told,
    there: &There,
    kind: Kind,
    venue: &Venue,
    (runs, operator): (Runs, &Body),
    handling: Handling,
) -> &'static str {
    let at = venue.region().unwrap_or(there.region);
    let operator = match (runs, operator) {
        (Runs::Township, _) => ("township", false, at == there.region),
        (Runs::County, _) => ("county", there.county == Some(UnitKind::ApprovalBureau), at == there.region),
        (Runs::OtherUnit | Runs::Neighbour, Body::Unit(it)) => ("unit", false, at == it.region),
        (Runs::Enforcement, _) => ("enforcement", false, at == there.region),
        (Runs::Department, _) => ("department", false, false),
        (Runs::Agency, _) => ("agency", false, false),
        (Runs::Partner, _) => ("partner", false, false),
        (Runs::OtherUnit | Runs::Neighbour, other) => panic!("{other:?} is no unit"),
    };
    let permits = match handling {
        Handling::PassOn => "pass on",
        Handling::Decide(Bearer::Competent) => "county body",
        Handling::Decide(Bearer::Department) => "department",
    };
    let venue = (kind_of(venue), venue.region().is_none_or(|it| it == there.region));
    model::township::window(told, kind.label(), venue, operator, permits)
}

/// In the reading's words, where the kind matters to it.
fn kind_of(venue: &Venue) -> &'static str {
    match venue.kind() {
        VenueKind::CityCentre => "city_centre",
        VenueKind::TownshipStation => "township_station",
        VenueKind::VillageStation => "village_station",
        VenueKind::Online => "online",
        _ => "elsewhere",
    }
}

/// Who takes in, and in whose name it is decided, by what the venue is.
#[track_caller]
fn then_follows(route: &Route<'_>, there: &There, way: Way, operator: &Body) {
    let runs_it = route.intake().is.is(operator);
    match access(route.access()) {
        it if it.starts_with("closed") => assert_eq!(there.part(route.intake().is), there.told(way).intake),
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
    let mut seen = BTreeMap::<&str, usize>::new();
    for (way, county) in WAYS {
        let office = Office::new(vec![rows_of(way, county)]).unwrap();
        for (region, township) in regions() {
            let there = There { region, township, county };
            for item in items() {
                let plan = office.now().undertaking(item, township, filing_day());
                let listed = Route::new(item.facts(region), region, Scope::WITHIN, Some(plan)).unwrap();
                for venue in venues(region) {
                    for runs in RUNS {
                        let Some(operator) = body(runs, &there) else { continue };
                        for handling in HANDLINGS {
                            let gives = Admission { operator: operator.clone(), handling };
                            let route = listed.at(&venue, Offer::Running(&gives));
                            let model =
                                expected(&there.told(way), &there, item.kind(), &venue, (runs, &operator), handling);
                            assert_eq!(route.admission(), Some(&gives));
                            let got = access(route.access());
                            assert_eq!(got, model, "{way:?} {county:?} {region} {venue}: {runs:?} {handling:?}");
                            then_follows(&route, &there, way, &operator);
                            *seen.entry(got).or_default() += 1;
                        }
                    }
                    // no permission: no window
                    assert_eq!(access(listed.at(&venue, Offer::NotRecorded).access()), "closed: not recorded");
                }
                // no record can make the counter anything else
                let gives = Admission { operator: Department::Finance.into(), handling: HANDLINGS[1] };
                let counter = listed.at(&Venue::TownshipCentre(township), Offer::Running(&gives));
                assert_eq!(counter.access(), Access::Competent);
                assert_eq!(there.part(counter.intake().is), there.told(way).intake);
            }
        }
    }
    let came = [
        ("closed: no authority", 168_784),
        ("closed: no public service", 21_168),
        ("closed: no seal of its own", 43_064),
        ("closed: not the bureau's", 77_490),
        ("direct", 16_464),
        ("outpost", 56_070),
        ("pass_on", 124_740),
    ];
    assert_eq!(seen, came.into());
}

fn named(operator: &Body) -> BodyRef {
    match operator {
        Body::Department(it) => BodyRef::Department(*it),
        Body::Unit(it) => BodyRef::Body(it.id.clone()),
        Body::City(it) | Body::Partner(it) => BodyRef::Body(it.id.clone()),
    }
}

/// The registers of a way with a permission at such a window in every region, from the filing day, run so.
fn recorded(
    (way, county): (Way, Option<UnitKind>),
    (runs, handling): (Runs, Handling),
    venue: impl Fn(Region) -> Venue,
    until: Option<NaiveDate>,
) -> Option<Revision> {
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
            venue: venue(region),
            gives: Admission { operator: named(&operator), handling },
            items: Items::All,
            regions: [region].into_iter().collect(),
            from: filing_day(),
            until,
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
                let online = |_| Venue::Online;
                let Some(rows) = recorded((way, county), (runs, handling), online, None) else { continue };
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
                        let model = expected(
                            &there.told(way),
                            &there,
                            item.kind(),
                            &Venue::Online,
                            (runs, &operator),
                            handling,
                        );
                        assert_eq!(access(route.access()), model, "{way:?} {county:?} {region}: {runs:?} {handling:?}");
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
                    assert_eq!(access(office.route(&asked).unwrap().access()), "closed: not begun");
                }
            }
        }
    }
    assert_eq!((asked, refused), ((6 * 20 + 2 * 17) * 14 * 15, 8 * 4));
}

/// What is recorded holds from its first day to its last, at whatever window, and nothing before the region chose.
#[test]
fn every_window_is_what_it_is_on_the_days_around_its_start_and_its_end_and_before_the_choice_there_is_none() {
    let (begins, ends) = (filing_day(), filing_day() + Days::new(10));
    let around = |it: NaiveDate| [it - Days::new(1), it, it + Days::new(1)];
    let days: Vec<NaiveDate> = [FIRST, begins, ends].into_iter().flat_map(around).collect();
    let mut seen = BTreeMap::<&str, usize>::new();
    for (way, county) in WAYS {
        for nth in 0..venues(Region::Wenshang).len() {
            let window = |region| venues(region).swap_remove(nth);
            let rows = recorded((way, county), (Runs::OtherUnit, Handling::PassOn), window, Some(ends)).unwrap();
            let office = Office::new(vec![rows]).unwrap();
            for (region, township) in regions() {
                let there = There { region, township, county };
                let (venue, operator) = (window(region), body(Runs::OtherUnit, &there).unwrap());
                for item in items() {
                    let running = (Runs::OtherUnit, &operator);
                    let model = expected(&there.told(way), &there, item.kind(), &venue, running, Handling::PassOn);
                    for day in &days {
                        let asked = Question {
                            item: item.key(),
                            place: Place::Township(township),
                            scope: Scope::WITHIN,
                            venue: Some(&venue),
                            day: *day,
                        };
                        let model = match *day {
                            it if it < FIRST => "no route: not chosen yet",
                            it if it < begins => "closed: not begun",
                            it if it > ends => "closed: ended",
                            _ => model,
                        };
                        let got = match office.route(&asked) {
                            Ok(route) => {
                                let dated = match route.access() {
                                    Access::Closed(Closed::NotBegun(from)) => from == begins,
                                    Access::Closed(Closed::Ended(until)) => until == ends,
                                    _ => true,
                                };
                                assert!(dated, "{:?}", route.access());
                                access(route.access())
                            }
                            Err(AskError::NoRoute(NoRoute::ChosenFrom { from: FIRST, .. })) => {
                                "no route: not chosen yet"
                            }
                            Err(other) => panic!("{other}"),
                        };
                        assert_eq!(got, model, "{way:?} {county:?}: {item} in {region} at {venue} on {day}");
                        *seen.entry(got).or_default() += 1;
                    }
                }
            }
        }
    }
    let of_all = |days: usize| 8 * venues(Region::Wenshang).len() * 14 * 15 * days;
    assert_eq!(seen.values().sum::<usize>(), of_all(9));
    assert_eq!((seen["no route: not chosen yet"], seen["closed: not begun"]), (of_all(1), of_all(3)));
    assert_eq!(seen["closed: ended"], of_all(1));
}
