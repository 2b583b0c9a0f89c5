//! Places, items, days, venues and questions.

use std::collections::BTreeSet;

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use strum::IntoEnumIterator;
use tongquan::{
    Calendar, Catalogue, Kind, Modality, Office, Place, Region, Scope, Standing,
    catalogue::{NoItem, Origin},
    place::{Confidence, Township, Village},
    route::{AskError, NoRoute, VenueKind},
    strategies::{
        annex_1, annex_2, days, items, kinds, modalities, moments, places, places_in, questions, regions, scopes,
        standings, townships, venues, venues_of, villages,
    },
};

use super::{DRAWN, OFFICE, draws};
use crate::support::day;

/// What a strategy shrinks to when whatever it draws will do.
fn simplest<S: Strategy>(strategy: &S) -> S::Value {
    let mut tree = strategy.new_tree(&mut TestRunner::deterministic()).unwrap();
    while tree.simplify() {}
    tree.current()
}

fn seen<S: Strategy<Value: Ord>>(strategy: &S, count: usize) -> BTreeSet<S::Value> {
    draws(strategy, count).into_iter().collect()
}

#[test]
fn places_are_of_every_kind_those_that_zones_run_among_them() {
    let drawn = seen(&places(), 2_000);
    let kind = |it: &Place| std::mem::discriminant(it);
    let kinds: std::collections::HashSet<_> = drawn.iter().map(kind).collect();
    assert_eq!(kinds.len(), 4);
    let overlaid = |it: &&Place| it.managing_region().is_some_and(|(_, sure)| sure != Confidence::Statutory);
    assert!(drawn.iter().filter(overlaid).count() > 20);
    assert!(drawn.contains(&Place::City));
    assert_eq!(seen(&regions(), 300).len(), Region::COUNT);
    assert_eq!(seen(&townships(), 3_000).len(), Township::COUNT);
    assert!(seen(&villages(), 2_000).len() > 1_000 && Village::COUNT > 1_000);
    assert_eq!(simplest(&places()), Place::Region(Region::all().next().unwrap()));
}

#[test]
fn a_region_has_its_own_places_and_no_others() {
    for region in Region::all() {
        let drawn = seen(&places_in(region), 60);
        assert!(drawn.iter().all(|it| it.managing_region().map(|(by, _)| by) == Some(region)), "{region}");
        assert_eq!(simplest(&places_in(region)), Place::Region(region));
    }
}

#[test]
fn the_items_of_the_annexes_and_of_an_office_are_all_drawn_and_no_others() {
    let built_in = Catalogue::built_in().latest();
    let of = |origin: Origin| built_in.items().filter(move |it| it.origin() == origin).map(|it| it.key().clone());
    assert_eq!(seen(&annex_1(), 1_000), of(Origin::City).collect());
    assert_eq!(seen(&annex_2(), 300), of(Origin::ThreeTier).collect());
    let whole = |office: &Office| -> BTreeSet<_> {
        let editions = office.catalogue().editions().iter();
        editions.flat_map(|it| it.items().map(|it| it.key().clone()).collect::<Vec<_>>()).collect()
    };
    assert_eq!(seen(&items(&OFFICE), 2_000), whole(&OFFICE));
    for office in DRAWN.iter().take(20) {
        assert_eq!(seen(&items(office), 2_000), whole(office));
    }
    assert_eq!(simplest(&items(&OFFICE)), "A1-1".parse().unwrap());
}

#[test]
fn kinds_modalities_and_standings_are_all_drawn() {
    assert_eq!(seen(&kinds(), 100).len(), Kind::iter().count());
    assert_eq!(seen(&modalities(), 100).len(), Modality::iter().count());
    let all = seen(&standings(), 500);
    assert_eq!(all.len(), 2 * Modality::iter().count() + 5);
    assert!(all.contains(&Standing::Unresolved));
}

#[test]
fn venues_are_of_every_kind_and_those_of_an_office_are_mostly_on_record() {
    let kinds: BTreeSet<VenueKind> = draws(&venues(), 500).iter().map(|it| it.kind()).collect();
    assert_eq!(kinds, VenueKind::iter().collect());
    let recorded: BTreeSet<_> = OFFICE.revisions().iter().flat_map(|it| &it.permissions).map(|it| &it.venue).collect();
    let drawn = draws(&venues_of(&OFFICE), 200);
    let known = drawn.iter().filter(|it| recorded.contains(it)).count();
    assert!((100..200).contains(&known), "{known}");
}

#[test]
fn scopes_mostly_touch_nothing_and_shrink_to_that() {
    let drawn = draws(&scopes(), 300);
    let within = drawn.iter().filter(|it| **it == Scope::WITHIN).count();
    assert!((200..290).contains(&within), "{within}");
    assert_eq!(simplest(&scopes()), Scope::WITHIN);
}

#[test]
fn days_go_from_the_first_edition_to_the_end_of_the_calendar() {
    let drawn = seen(&days(), 20_000);
    let (first, last) = (drawn.first().unwrap(), drawn.last().unwrap());
    assert_eq!((*first, *last), (day(2021, 6, 15), day(*Calendar::built_in().covers().end(), 12, 31)));
    assert_eq!(simplest(&days()), day(2021, 6, 15));
    let hours: BTreeSet<String> = draws(&moments(), 500).iter().map(|it| it.to_string()[11..13].to_owned()).collect();
    assert_eq!(hours.len(), 24);
}

#[test]
fn questions_meet_every_answer_that_there_is() {
    let mut met = BTreeSet::new();
    for office in DRAWN.iter() {
        for asked in draws(&questions(office), 60) {
            met.insert(match office.route(&asked.question()) {
                Ok(_) => "route",
                Err(AskError::NoItem(NoItem::NotInForce { .. })) => "not in force",
                Err(AskError::NoItem(NoItem::NotListed { .. })) => "not listed",
                Err(AskError::NoItem(NoItem::NoSuch(_))) => "no such item",
                Err(AskError::NoRegion { .. }) => "no region",
                Err(AskError::NoRoute(NoRoute::RegionMustChoose { .. })) => "must choose",
                Err(AskError::NoRoute(NoRoute::ChosenFrom { .. })) => "chosen from a later day",
                Err(AskError::NoRoute(NoRoute::NotChosenThere { .. })) => "not chosen there",
                Err(AskError::NoRoute(NoRoute::SealNotNamed { .. })) => "seal not named",
                Err(AskError::NoRoute(NoRoute::Unresolved { .. })) => "unresolved",
                Err(AskError::NoRoute(NoRoute::NoDepartment)) => "no department",
                Err(_) => "something new",
            });
        }
    }
    // every item is one of the office's list, and every day one of the list's
    let expected = [
        "route",
        "not listed",
        "no region",
        "must choose",
        "chosen from a later day",
        "not chosen there",
        "seal not named",
        "unresolved",
    ];
    assert_eq!(met, expected.into());
    let simple = simplest(&questions(&OFFICE));
    assert_eq!((simple.item.to_string().as_str(), simple.scope, simple.day), ("A1-1", Scope::WITHIN, day(2021, 6, 15)));
}

proptest! {
    #[test]
    fn a_moment_is_of_a_day_of_the_list_and_of_the_calendar(at in moments(), on in days()) {
        for day in [at.day(), on] {
            prop_assert!(Calendar::built_in().kind(day).is_ok());
            prop_assert!(Catalogue::built_in().in_force(day).is_some());
        }
    }

    #[test]
    fn scopes_are_of_regions_and_may_cross_any_of_them(scope in scopes(), region in regions()) {
        prop_assert_eq!(scope.crosses(region), scope.regions(region).len() > 1);
    }
}
