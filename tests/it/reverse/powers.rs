//! What a region decides, and what a venue takes in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    Department, Key, Office, Place, Region, Standing, Venue,
    place::{Centre, Confidence, Township, Village},
    register::{Power, Registers},
    route::{Bearer, VenueKind},
};

use super::{
    ask, keys, known, nowhere,
    offices::{AMENDED, CHOSEN, all, township},
    routes, told, told_there,
};
use crate::support::{OFFICE, day};

fn by_place<'o>(told: impl Iterator<Item = Power<'o>>) -> BTreeMap<(Key, String), Power<'o>> {
    let mut powers = BTreeMap::new();
    for it in told {
        let before = powers.insert((it.item.key().clone(), it.place.to_string()), it);
        assert!(before.is_none(), "{it:?} twice");
    }
    powers
}

/// Says how many powers were found, of how many routes asked.
fn decides_as_asked_forward(office: &Office, asked: Registers<'_>, on: NaiveDate) -> (usize, usize) {
    let (mut found, mut forward) = (0, 0);
    for region in Region::all() {
        let mut powers = by_place(asked.decides(region, on));
        for key in keys(office) {
            for (place, route) in routes(asked, &key, region, &nowhere(), on) {
                forward += 1;
                let power = powers.remove(&(key.clone(), place.to_string()));
                assert_eq!(power.is_some(), route.region_decides(), "{key} in {place} on {on}");
                let Some(power) = power else { continue };
                found += 1;
                assert_eq!((power.item, power.place), (asked.item_on(&key, on).unwrap(), place));
                assert_eq!(power.route.region(), region);
                assert_eq!(told(&power.route), told(&route), "{key} in {place} on {on}");
            }
        }
        assert_eq!(powers.keys().collect::<Vec<_>>(), Vec::<&(Key, String)>::new(), "{region} on {on}");
    }
    (found, forward)
}

#[test]
fn a_region_decides_what_the_forward_routes_say_that_a_body_of_it_decides_and_nothing_else() {
    let (mut found, mut forward) = (0, 0);
    for (office, days) in all() {
        for asked in known(office) {
            for on in &days {
                let (powers, routes) = decides_as_asked_forward(office, asked, *on);
                (found, forward) = (found + powers, forward + routes);
            }
        }
    }
    assert!(found > 20_000 && forward > 35_000, "{found} of {forward}");
}

#[test]
fn nothing_is_decided_before_the_first_edition_and_without_a_plan_only_what_townships_do_and_the_region_s_own() {
    let before = day(2021, 6, 14);
    for (office, _) in all() {
        assert!(Region::all().all(|it| office.now().decides(it, before).next().is_none()));
        let venues = [Venue::from(Centre::CITY), Venue::Online];
        assert!(venues.iter().all(|it| office.now().takes(it, before).next().is_none()));
    }
    let planless = &super::offices::PLANLESS;
    for it in planless.now().decides(Region::Wenshang, day(2024, 3, 4)) {
        assert!(matches!(it.route.standing(), Standing::Chosen(_) | Standing::Original), "{it:?}");
    }
}

#[test]
fn by_the_totals_of_clause_2_a_region_with_a_plan_decides_what_is_direct_or_in_review() {
    for region in Region::all() {
        let [direct, _, review, ..] = crate::model::totals(region.label());
        // two of the region's own, and two of an earlier round
        let shared = |it: &Power<'_>| matches!(it.route.standing(), Standing::Chosen(_));
        let count = OFFICE.now().decides(region, day(2024, 3, 4)).filter(|it| !shared(it)).count();
        assert_eq!(count, direct + review + 4, "{region}");
    }
}

/// One of each kind, most of them on record in the office of choices; one that is not.
fn venues() -> Vec<Venue> {
    let home = township(Region::Wenshang, 0);
    let station = Township::with_code(370_830_102).unwrap();
    let village = Village::all().find(|it| it.township() == home).unwrap();
    let text = |it: &str| it.parse().unwrap();
    vec![
        Centre::CITY.into(),
        Region::Wenshang.centre().unwrap().into(),
        Region::Qufu.centre().unwrap().into(),
        Venue::TownshipStation(station),
        Venue::TownshipCentre(home),
        Venue::TownshipCentre(township(Region::TaibaiLakeZone, 0)),
        Venue::JointCentre(text("（虚构）联合")),
        Venue::VillageStation(village),
        Venue::BankOutlet(text("（虚构）网点")),
        Venue::Kiosk(text("（虚构）一体机")),
        Venue::Online,
        nowhere(),
    ]
}

/// How often each thing that a venue is was met.
type Met = BTreeMap<String, usize>;

fn takes_as_asked_forward(office: &Office, asked: Registers<'_>, venue: &Venue, on: NaiveDate, met: &mut Met) {
    let mut powers = by_place(asked.takes(venue, on));
    for region in Region::all() {
        for key in keys(office) {
            for (place, route) in routes(asked, &key, region, venue, on) {
                let power = powers.remove(&(key.clone(), place.to_string()));
                let at = || format!("{key} of {place} at {venue} on {on}");
                assert_eq!(power.is_some(), route.access().is_open(), "{}", at());
                if let Some(power) = power {
                    assert_eq!(told_there(&power.route), told_there(&route), "{}", at());
                }
                let open = if route.access().is_open() { "open" } else { "closed" };
                *met.entry(format!("{:?} {open}", venue.kind())).or_default() += 1;
                *met.entry(format!("{:?}", route.access()).chars().take_while(|it| *it != '(').collect())
                    .or_default() += 1;
            }
        }
    }
    assert_eq!(powers.keys().collect::<Vec<_>>(), Vec::<&(Key, String)>::new(), "at {venue} on {on}");
}

#[test]
fn a_venue_takes_in_what_the_forward_routes_there_are_open_for_and_nothing_else() {
    let asked: [(&Office, &[NaiveDate]); 3] = [
        (&CHOSEN, &[day(2021, 7, 20), day(2024, 3, 4)]),
        (&super::offices::PLANLESS, &[day(2024, 3, 4)]),
        (&AMENDED, &[day(2024, 5, 31), day(2024, 6, 20)]),
    ];
    let mut met = Met::new();
    for (office, days) in asked {
        for venue in venues() {
            for on in days {
                takes_as_asked_forward(office, office.now(), &venue, *on, &mut met);
            }
        }
    }
    let of = |what: &str| met.get(what).copied().unwrap_or_default();
    for kind in VenueKind::iter() {
        assert!(of(&format!("{kind:?} open")) > 0 && of(&format!("{kind:?} closed")) > 0, "{kind}: {met:?}");
    }
    for access in ["Competent", "Outpost", "PassOn", "Direct", "Closed"] {
        assert!(of(access) > 0, "{access}: {met:?}");
    }
    assert!(of("Closed") > 40_000, "{met:?}");
}

#[test]
fn where_the_department_decides_at_a_window_the_power_there_is_the_department_s() {
    let on = day(2024, 3, 4);
    let taken: Vec<Power<'_>> = CHOSEN.now().takes(&Venue::Online, on).collect();
    let acting: Vec<&Power<'_>> =
        taken.iter().filter(|it| it.route.access() == tongquan::route::Access::Direct(Bearer::Department)).collect();
    assert_eq!(acting.len(), 2 * 4);
    assert!(acting.iter().all(|it| it.route.decision().is.department() == Some(Department::Transport)));
    // and what the region decides is asked of no venue
    let decides = CHOSEN.now().decides(Region::Wenshang, on);
    assert_eq!(decides.filter(|it| it.route.department() == Some(Department::Transport)).count(), 3);
}

#[test]
fn a_power_says_how_surely_the_place_is_the_region_s_and_until_when_the_list_was_checked_as_the_route_does() {
    let zone = Region::TaibaiLakeZone;
    let on = day(2024, 3, 4);
    let mut unsure = 0;
    for it in CHOSEN.now().decides(zone, on).chain(CHOSEN.now().takes(&Centre::CITY.into(), on)) {
        let forward = ask(CHOSEN.now(), it.item.key(), it.place, &nowhere(), on).unwrap();
        assert_eq!(it.route.confidence(), forward.confidence(), "{} in {}", it.item, it.place);
        assert_eq!(it.route.checked_until(), forward.checked_until(), "{} in {}", it.item, it.place);
        unsure += usize::from(matches!(it.place, Place::Township(_)) && forward.confidence() != Confidence::Statutory);
    }
    assert!(unsure > 0);
}
