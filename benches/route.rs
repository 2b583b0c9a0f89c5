//! What a modality and a full route cost, beside a checked load from a constant table of the same answers. All answer the same
//! 61 × 15 × 2 questions in the same shuffled order; that they agree is asserted before anything is timed. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench stops when its questions do not fit")]

use divan::{Bencher, black_box};
use tongquan::{Edition, Item, Key, Office, Place, Question, Region, Route, Scope, Standing, Venue};

fn main() {
    let (table, questions) = (table(), questions());
    for asked in &questions {
        let route = asked.route();
        assert_eq!(table[asked.number][asked.region as usize][usize::from(asked.crosses)], route.standing());
    }
    divan::main();
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
fn questions() -> Vec<Asked> {
    let mut all = Vec::new();
    for (number, item) in Edition::built_in().items().take(61).enumerate() {
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
    let (table, questions) = (table(), questions());
    bencher.bench_local(|| {
        for it in black_box(&questions) {
            let row = table.get(it.number).and_then(|row| row.get(it.region as usize));
            black_box(row.and_then(|cell| cell.get(usize::from(it.crosses))));
        }
    });
}

#[divan::bench]
fn modality_of_a_held_item(bencher: Bencher<'_, '_>) {
    let questions = questions();
    bencher.bench_local(|| {
        for it in black_box(&questions) {
            black_box(it.item.cell(it.region).standing);
        }
    });
}

#[divan::bench]
fn full_route_of_a_held_item(bencher: Bencher<'_, '_>) {
    let questions = questions();
    bencher.bench_local(|| {
        for it in black_box(&questions) {
            let route = it.route();
            black_box((route.intake(), route.acceptance(), route.decision(), route.seal(), route.answers()));
            black_box((route.respondent().who(), route.why()));
        }
    });
}

#[divan::bench]
fn full_route_of_an_office(bencher: Bencher<'_, '_>) {
    let office: Office = serde_json::from_str(include_str!("../examples/office.json")).expect("the example's office");
    let questions = questions();
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

#[divan::bench]
fn item_by_name(bencher: Bencher<'_, '_>) {
    let questions = questions();
    let names: Vec<&str> = questions.iter().map(|it| it.item.name()).collect();
    bencher.bench_local(|| {
        for name in black_box(&names) {
            black_box(Edition::built_in().item_named(name).expect("a name of the list"));
        }
    });
}
