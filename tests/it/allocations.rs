//! What a route costs in memory: nothing.

use std::hint::black_box;

use tongquan::{Edition, Key, Place, Question, Region, Route, Scope, Venue, route::Supervisors};

use crate::support::{OFFICE, filing_day};

/// Reads every answer of a route.
fn read(route: &Route<'_>) {
    black_box((route.why(), route.standing(), route.intake(), route.acceptance(), route.decision(), route.seal()));
    black_box((route.answers(), route.answers_for_intake(), route.counter(), route.access(), route.admission()));
    let respondent = route.respondent();
    black_box((respondent.who(), respondent.is_contested()));
    black_box(respondent.in_litigation(filing_day()).map(Iterator::count).ok());
    black_box((route.reports_to(), route.owes_pushes(), matches!(route.supervisors(), Supervisors::None)));
}

#[test]
fn a_route_of_the_catalogue_allocates_nothing() {
    let counted = allocation_counter::measure(|| {
        for item in Edition::built_in().items() {
            for region in Region::all() {
                if let Ok(route) = Route::of(black_box(item), region, Scope::WITHIN) {
                    read(&route);
                }
            }
        }
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn a_route_of_an_office_by_key_and_by_name_allocates_nothing() {
    let office = &*OFFICE;
    let venue = Venue::Online;
    let keys: Vec<Key> = (1..=61).map(Key::Annex1).collect();
    let counted = allocation_counter::measure(|| {
        for key in &keys {
            for region in Region::all() {
                let place = Place::Region(region);
                let asked = Question { item: key, place, scope: Scope::WITHIN, venue: &venue, day: filing_day() };
                read(&office.route(&asked).unwrap());
            }
        }
        black_box(office.catalogue().latest().item_named("道路客运站站级核定").unwrap());
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocation_counter::measure(|| drop(black_box(Box::new(1)))).count_total, 1);
}

#[test]
fn a_case_is_handed_around_in_at_most_128_bytes_and_a_refusal_in_one_pointer() {
    use tongquan::{
        AnyCase,
        case::{AnyRefused, Unfiled, Unproven},
    };
    assert!(size_of::<AnyCase>() <= 128, "{}", size_of::<AnyCase>());
    assert_eq!(size_of::<Result<(), Box<AnyRefused>>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Box<Unfiled>>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Box<Unproven>>>(), size_of::<usize>());
}

#[test]
fn what_services_share_between_threads_can_be_shared() {
    const fn shared<T: Send + Sync + 'static>() {}
    const _: () = {
        shared::<tongquan::AnyCase>();
        shared::<tongquan::Office>();
        shared::<tongquan::Edition>();
        shared::<tongquan::case::AnyRefused>();
    };
    std::thread::scope(|scope| {
        scope.spawn(|| assert_eq!(OFFICE.catalogue().latest().items().count(), 81));
    });
}
