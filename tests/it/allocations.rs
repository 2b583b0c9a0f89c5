//! What a route costs in memory, which is nothing; and what steps, courses and replay cost, as `benches/budget.csv` has it.

use std::hint::black_box;

use strum::IntoEnumIterator;
use tongquan::{
    Catalogue, Department, Edition, Item, Key, Kind, Modality, Place, Question, Region, Route, Scope, Venue,
    catalogue::{Amendment, Devolution, Entry, Ground, ItemChange, NewItem, NewOrigin, OwnItem, OwnOrigin},
    route::Supervisors,
};

use crate::{
    editions::given::own,
    support::{OFFICE, filing_day},
};

#[path = "../../benches/given/answers.rs"]
mod answers;
#[path = "../../benches/given/budgeted.rs"]
mod budgeted;
#[path = "../../benches/given/courses.rs"]
mod courses;

/// Reads every answer of a route.
fn read(route: &Route<'_>) {
    black_box((route.why(), route.standing(), route.intake(), route.acceptance(), route.decision(), route.seal()));
    black_box((route.answers(), route.answers_for_intake(), route.counter(), route.access(), route.admission()));
    let respondent = route.respondent();
    black_box((respondent.who(), respondent.is_contested()));
    black_box(respondent.in_litigation(filing_day()).map(Iterator::count).ok());
    black_box((route.reports_to(), route.owes_pushes(), matches!(route.supervisors(), Supervisors::None)));
}

/// Every region, and matters within it and across.
fn matters() -> impl Iterator<Item = (Region, Scope)> {
    let across = |region| Scope::touching(Region::all().find(|it| *it != region));
    Region::all().flat_map(move |region| [(region, Scope::WITHIN), (region, across(region))])
}

/// Reads the routes of an item everywhere, of matters within and across; how many there are.
fn read_everywhere(item: Item<'_>) -> usize {
    let routes = matters().filter_map(|(region, scope)| Route::of(black_box(item), region, scope).ok());
    routes.inspect(read).count()
}

#[test]
fn a_route_of_the_catalogue_allocates_nothing() {
    let mut routes = 0;
    let counted = allocation_counter::measure(|| {
        routes = Edition::built_in().items().map(read_everywhere).sum();
    });
    assert_eq!((counted.count_total, routes), (0, 61 * 15 * 2));
}

#[test]
fn a_route_of_an_office_by_key_and_by_name_allocates_nothing() {
    let office = &*OFFICE;
    let venue = Venue::Online;
    let keys: Vec<Key> = (1..=61).map(Key::Annex1).collect();
    let counted = allocation_counter::measure(|| {
        for key in &keys {
            for (region, scope) in matters() {
                let place = Place::Region(region);
                let asked = Question { item: key, place, scope, venue: Some(&venue), day: filing_day() };
                read(&office.route(&asked).unwrap());
            }
        }
        black_box(office.catalogue().latest().item_named("道路客运站站级核定").unwrap());
    });
    assert_eq!(counted.count_total, 0);
}

/// Every item of an edition by its key and by its name, and its routes in every region.
fn read_whole(edition: &Edition) -> u64 {
    let asked: Vec<(Key, String)> = edition.items().map(|it| (it.key().clone(), it.name().to_owned())).collect();
    let mut routes = 0;
    let counted = allocation_counter::measure(|| {
        for (key, name) in &asked {
            let item = black_box(edition.find(key).unwrap());
            assert!(edition.item_named(name).unwrap() == item);
            routes += read_everywhere(item);
        }
    });
    assert!(routes > asked.len(), "{routes}");
    counted.count_total
}

fn own_item(at: usize) -> OwnItem {
    let origin = match Modality::iter().nth(at % 5) {
        Some(modality) => OwnOrigin::City(Devolution::new(Department::Finance, modality)),
        None => OwnOrigin::County,
    };
    own(&format!("WS-{at}"), &format!("（虚构）自有事项{at}"), origin)
}

#[test]
fn routes_of_amended_editions_and_of_ten_thousand_own_items_allocate_nothing() {
    let ground = Ground::Law("（虚构）某法".parse().unwrap());
    let (renamed, moved) = (ItemChange::of("A1-36".parse().unwrap()), ItemChange::of("WS-7".parse().unwrap()));
    let changes = vec![
        ItemChange { name: Some("（虚构）新名".parse().unwrap()), modality: Some(Modality::Window), ..renamed },
        ItemChange { not_devolved_to: Some([Region::Wenshang].into_iter().collect()), ..moved },
    ];
    let removes = vec!["A1-33".parse().unwrap(), "A2-3".parse().unwrap(), "WS-8".parse().unwrap()];
    let amendment = Amendment { removes, changes, ..Amendment::new("1".parse().unwrap(), filing_day(), ground) };
    let items: Vec<OwnItem> = (0..10_000).map(own_item).collect();
    let entries = [Entry::OwnItems { from: Edition::built_in().id().from, items }, Entry::Amendment(amendment)];
    let catalogue = Catalogue::new(entries.into()).unwrap();
    assert_eq!(catalogue.editions().iter().map(|it| it.items().count()).collect::<Vec<_>>(), [10_076, 10_073]);
    for edition in catalogue.editions() {
        assert_eq!(read_whole(edition), 0);
    }
    let counted = allocation_counter::measure(|| {
        black_box(catalogue.in_force(filing_day()).unwrap().find(&Key::Annex1(36)));
    });
    assert_eq!(counted.count_total, 0);
}

/// What a catalogue of so many own items keeps after so many amendments, each of which adds one item: in bytes, beside the rows that it is given.
fn kept_after(amendments: usize, items: usize) -> i64 {
    let new = |at: usize| NewItem {
        key: format!("XZ-{at}").parse().unwrap(),
        name: format!("（虚构）新增事项{at}").parse().unwrap(),
        kind: Kind::Licence,
        origin: NewOrigin::City(Devolution::new(Department::Finance, Modality::Window)),
    };
    let amendment = |at: usize| {
        let ground = Ground::Law("（虚构）某法".parse().unwrap());
        let adds = vec![new(at)];
        Entry::Amendment(Amendment { adds, ..Amendment::new(format!("{at}").parse().unwrap(), filing_day(), ground) })
    };
    let items = (0..items).map(own_item).collect();
    let own = Entry::OwnItems { from: Edition::built_in().id().from, items };
    let entries: Vec<Entry> = [own].into_iter().chain((0..amendments).map(amendment)).collect();
    let mut catalogue = None;
    let counted = allocation_counter::measure(|| catalogue = Some(Catalogue::new(entries).unwrap()));
    assert_eq!(catalogue.unwrap().editions().len(), 1 + amendments);
    counted.bytes_current
}

#[test]
fn an_edition_more_keeps_four_bytes_an_item() {
    let each = (kept_after(51, 10_000) - kept_after(1, 10_000)) / 50;
    // what an amendment itself and its item take does not grow with the items
    assert!((40_000..42_000).contains(&each), "{each}");
}

/// Its row there, and where its key and its name are found, both of them with what they are called.
#[test]
fn the_first_edition_keeps_at_most_200_bytes_an_item() {
    let each = kept_after(0, 16_384) / 16_384;
    assert!((1..=200).contains(&each), "{each}");
}

#[test]
fn what_is_budgeted_allocates_as_much_as_its_budget_says() {
    let told = budgeted::ALL.map(|it| {
        let mut work = (it.make)();
        (it.name, allocation_counter::measure(&mut work).count_total)
    });
    assert_eq!(told.to_vec(), budgeted::budget().map(|it| (it.name, it.allocations)).collect::<Vec<_>>());
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
