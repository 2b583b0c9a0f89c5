//! What a modality and a full route cost, beside a checked load from a constant table of the same answers. All answer the same
//! 61 × 15 × 2 questions in the same shuffled order, of the built-in edition, of one that was amended fifty times, and of one among 100,000 items; that they
//! agree is asserted before anything is timed. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench stops when its questions do not fit")]

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use once_cell::sync::Lazy;
use tongquan::{
    Catalogue, Department, Edition, Item, Key, Kind, Modality, Office, Place, Question, Region, Route, Scope, Standing,
    Venue,
    catalogue::{Amendment, Devolution, Entry, Ground, NewItem, NewOrigin, OwnItem, OwnOrigin},
};

fn main() {
    let table = table();
    for edition in [Edition::built_in(), amended().latest(), crowded()] {
        for asked in &questions(edition) {
            let route = asked.route();
            assert_eq!(table[asked.number][asked.region as usize][usize::from(asked.crosses)], route.standing());
        }
    }
    divan::main();
}

/// Fifty amendments, each of which takes an item in or out: the document's own stay as they are.
fn amended() -> &'static Catalogue {
    static AMENDED: Lazy<Catalogue> = Lazy::new(|| {
        let amendment = |at: u32| {
            let day = NaiveDate::from_ymd_opt(2022, 1, 1).and_then(|it| it.checked_add_days(Days::new(at.into())));
            let ground = Ground::Law("（虚构）某法".parse().expect("a text"));
            let number = format!("TZ-{at}").parse().expect("a mark");
            let mut it = Amendment::new(number, day.expect("a day"), ground);
            let key = |at: u32| format!("X-{at}");
            if at.is_multiple_of(2) {
                let name = format!("（虚构）第{at}项").parse().expect("a text");
                let origin = NewOrigin::City(Devolution::new(Department::Health, Modality::Direct));
                it.adds = vec![NewItem { key: key(at).parse().expect("a key"), name, kind: Kind::Licence, origin }];
            } else {
                it.removes = vec![key(at - 1).parse().expect("a key")];
            }
            Entry::Amendment(it)
        };
        Catalogue::new((0..50).map(amendment).collect()).expect("good amendments")
    });
    &AMENDED
}

/// 100,000 items of a service's own beside the document's.
fn crowded() -> &'static Edition {
    static CROWDED: Lazy<Edition> = Lazy::new(|| {
        let own = |at: u32| OwnItem {
            key: format!("Y-{at}").parse().expect("a key"),
            name: format!("（虚构）第{at}项").parse().expect("a text"),
            kind: Kind::Licence,
            origin: OwnOrigin::City(Devolution::new(Department::Health, Modality::Review)),
        };
        let items: Vec<OwnItem> = (0..100_000).map(own).collect();
        Edition::with_own(&items).expect("good items")
    });
    &CROWDED
}

struct Asked {
    item: Item<'static>,
    number: usize,
    region: Region,
    scope: Scope,
    crosses: bool,
}

impl Asked {
    fn route(&self) -> Route<'static> {
        Route::of(self.item, self.region, self.scope).expect("annex 1 has a route everywhere")
    }
}

/// Every question, in an order that no cache foresees.
fn questions(edition: &'static Edition) -> Vec<Asked> {
    let mut all = Vec::new();
    for (number, item) in edition.items().take(61).enumerate() {
        for region in Region::all() {
            let other = Region::all().find(|it| *it != region);
            all.push(Asked { item, number, region, scope: Scope::WITHIN, crosses: false });
            all.push(Asked { item, number, region, scope: Scope::touching(other), crosses: true });
        }
    }
    let mut state: u64 = 1;
    for at in (1..all.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all.swap(at, usize::try_from(state >> 33).expect("31 bits") % (at + 1));
    }
    all
}

type Table = Vec<[[Standing; 2]; Region::COUNT]>;

fn table() -> Table {
    let cells = |item: Item<'_>| {
        std::array::from_fn(|at| {
            let region = Region::all().nth(at).expect("below the count");
            [item.cell(region).standing, Standing::Reserved]
        })
    };
    Edition::built_in().items().take(61).map(cells).collect()
}

#[divan::bench]
fn checked_table_load(bencher: Bencher<'_, '_>) {
    let (table, questions) = (table(), questions(Edition::built_in()));
    bencher.bench_local(|| {
        for it in black_box(&questions) {
            let row = table.get(it.number).and_then(|row| row.get(it.region as usize));
            black_box(row.and_then(|cell| cell.get(usize::from(it.crosses))));
        }
    });
}

/// Which edition is asked.
#[derive(Clone, Copy, Debug)]
enum Asks {
    BuiltIn,
    Amended,
    Crowded,
}

impl Asks {
    const ALL: [Self; 3] = [Self::BuiltIn, Self::Amended, Self::Crowded];

    fn edition(self) -> &'static Edition {
        match self {
            Self::BuiltIn => Edition::built_in(),
            Self::Amended => amended().latest(),
            Self::Crowded => crowded(),
        }
    }
}

#[divan::bench(args = Asks::ALL)]
fn modality_of_a_held_item(bencher: Bencher<'_, '_>, asks: &Asks) {
    let questions = questions(asks.edition());
    bencher.bench_local(|| {
        for it in black_box(&questions) {
            black_box(it.item.cell(it.region).standing);
        }
    });
}

#[divan::bench(args = Asks::ALL)]
fn full_route_of_a_held_item(bencher: Bencher<'_, '_>, asks: &Asks) {
    let questions = questions(asks.edition());
    bencher.bench_local(|| {
        for it in black_box(&questions) {
            let route = it.route();
            black_box((route.intake(), route.acceptance(), route.decision(), route.seal(), route.answers()));
            black_box((route.respondent().who(), route.why()));
        }
    });
}

#[divan::bench(args = Asks::ALL)]
fn item_by_key(bencher: Bencher<'_, '_>, asks: &Asks) {
    let keys: Vec<Key> = questions(asks.edition()).iter().map(|it| it.item.key().clone()).collect();
    bencher.bench_local(|| {
        for key in black_box(&keys) {
            black_box(asks.edition().find(key).expect("a key of the list"));
        }
    });
}

#[divan::bench]
fn edition_in_force_among_fifty(bencher: Bencher<'_, '_>) {
    let catalogue = amended();
    let first = NaiveDate::from_ymd_opt(2021, 12, 20).expect("a day");
    let days: Vec<NaiveDate> = (0..1_830).map(|at| first + Days::new(at * 7 % 71)).collect();
    bencher.bench_local(|| {
        for day in black_box(&days) {
            black_box(catalogue.in_force(*day).expect("after the first"));
        }
    });
}

#[divan::bench]
fn full_route_of_an_office(bencher: Bencher<'_, '_>) {
    let office: Office = serde_json::from_str(include_str!("../examples/office.json")).expect("the example's office");
    let questions = questions(Edition::built_in());
    let keys: Vec<Key> = questions.iter().map(|it| it.item.key().clone()).collect();
    let day = chrono::NaiveDate::from_ymd_opt(2024, 3, 4).expect("a day");
    let venue = Venue::Online;
    bencher.bench_local(|| {
        for (it, key) in black_box(&questions).iter().zip(&keys) {
            let place = Place::Region(it.region);
            let route = office.route(&Question { item: key, place, scope: it.scope, venue: &venue, day });
            black_box(route.expect("annex 1 has a route everywhere").decision());
        }
    });
}

#[divan::bench(args = Asks::ALL)]
fn item_by_name(bencher: Bencher<'_, '_>, asks: &Asks) {
    let questions = questions(asks.edition());
    let names: Vec<&str> = questions.iter().map(|it| it.item.name()).collect();
    bencher.bench_local(|| {
        for name in black_box(&names) {
            black_box(asks.edition().item_named(name).expect("a name of the list"));
        }
    });
}
