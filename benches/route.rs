//! What a modality and a full route cost, beside a checked load from a constant table of the same answers. All answer the same
//! 61 × 15 × 2 questions in the same shuffled order, of the built-in edition, of one that was amended fifty times, and beside 100 to 100,000 items; that they
//! agree is asserted before anything is timed. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench stops when its questions do not fit")]

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use once_cell::sync::Lazy;
use tongquan::{
    Department, Edition, Item, Key, Kind, Modality, Office, Region, Route, Scope, Seal, Standing, Venue,
    catalogue::{Devolution, OwnItem, OwnOrigin},
};

#[path = "given/amended.rs"]
mod amended;
#[path = "given/answers.rs"]
mod answers;
#[path = "given/questions.rs"]
mod questions;

use amended::amended;
use answers::{of_an_office, read};
use questions::{Asked, questions, table};

fn main() {
    let table = table();
    for (by, asks) in By::everywhere() {
        by.each(asks.edition(), &questions(asks.edition()), |asked, item| {
            let route = Asked { item, ..*asked }.route();
            let right = table[asked.number][asked.region as usize][usize::from(asked.crosses)];
            assert_eq!((item.key(), route.standing()), (asked.item.key(), right));
            assert_eq!(route.seal().is == Seal::No2, right == Standing::Devolved(Modality::Review));
        });
    }
    for day in days() {
        let last = amended().editions().iter().rev().find(|it| it.begins() <= day);
        assert_eq!(amended().in_force(day).map(Edition::begins), last.map(Edition::begins));
    }
    divan::main();
}

/// So many items of a service's own beside the document's.
fn crowded(many: Crowd) -> &'static Edition {
    static CROWDED: [Lazy<Edition>; 3] =
        [Lazy::new(|| with(100)), Lazy::new(|| with(10_000)), Lazy::new(|| with(100_000))];
    fn with(many: u32) -> Edition {
        let own = |at: u32| OwnItem {
            key: format!("Y-{at}").parse().expect("a key"),
            name: format!("（虚构）第{at}项").parse().expect("a text"),
            kind: Kind::Licence,
            origin: OwnOrigin::City(Devolution::new(Department::Health, Modality::Review)),
        };
        let items: Vec<OwnItem> = (0..many).map(own).collect();
        Edition::with_own(&items).expect("good items")
    }
    &CROWDED[many as usize]
}

#[derive(Clone, Copy, Debug)]
enum Crowd {
    Hundred,
    TenThousand,
    HundredThousand,
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
    Beside(Crowd),
}

impl Asks {
    const ALL: [Self; 5] = [
        Self::BuiltIn,
        Self::Amended,
        Self::Beside(Crowd::Hundred),
        Self::Beside(Crowd::TenThousand),
        Self::Beside(Crowd::HundredThousand),
    ];

    fn edition(self) -> &'static Edition {
        match self {
            Self::BuiltIn => Edition::built_in(),
            Self::Amended => amended().latest(),
            Self::Beside(many) => crowded(many),
        }
    }
}

/// By what a question knows its item.
#[derive(Clone, Copy, Debug)]
enum By {
    Held,
    Number,
    Name,
}

impl By {
    /// In each edition.
    fn everywhere() -> impl Iterator<Item = (Self, Asks)> {
        [Self::Held, Self::Number, Self::Name].into_iter().flat_map(|by| Asks::ALL.map(|asks| (by, asks)))
    }

    /// Does with each question, and its item, what is measured; the item is looked up where it is not held.
    #[inline]
    fn each(self, edition: &'static Edition, asked: &[Asked], answer: impl Fn(&Asked, Item<'static>)) {
        match self {
            Self::Held => asked.iter().for_each(|it| answer(it, it.item)),
            Self::Number => {
                asked.iter().for_each(|it| answer(it, edition.find(it.item.key()).expect("a key of the list")))
            }
            Self::Name => {
                asked.iter().for_each(|it| answer(it, edition.item_named(it.item.name()).expect("a name of the list")))
            }
        }
    }
}

fn modality_of(asked: &Asked, item: Item<'static>) {
    black_box(item.cell(asked.region).standing);
}

fn route_of(asked: &Asked, item: Item<'static>) {
    read(&Asked { item, ..*asked }.route());
}

#[divan::bench(args = By::everywhere())]
fn modality(bencher: Bencher<'_, '_>, (by, asks): &(By, Asks)) {
    let (edition, questions) = (asks.edition(), questions(asks.edition()));
    bencher.bench_local(|| by.each(edition, black_box(&questions), modality_of));
}

#[divan::bench(args = By::everywhere())]
fn full_route(bencher: Bencher<'_, '_>, (by, asks): &(By, Asks)) {
    let (edition, questions) = (asks.edition(), questions(asks.edition()));
    bencher.bench_local(|| by.each(edition, black_box(&questions), route_of));
}

#[divan::bench(args = Asks::ALL)]
fn whether_seal_no_2_is_used(bencher: Bencher<'_, '_>, asks: &Asks) {
    let questions = questions(asks.edition());
    bencher.bench_local(|| black_box(&questions).iter().filter(|it| it.route().seal().is == Seal::No2).count());
}

#[divan::bench]
fn whole_matrix(bencher: Bencher<'_, '_>) {
    let edition = Edition::built_in();
    bencher.bench_local(|| {
        for item in black_box(edition).items() {
            for region in Region::all() {
                black_box(item.cell(region));
            }
        }
    });
}

/// All 76: of three-tier items, why there is none.
#[divan::bench]
fn whole_matrix_of_routes(bencher: Bencher<'_, '_>) {
    let edition = Edition::built_in();
    bencher.bench_local(|| {
        for item in black_box(edition).items() {
            for region in Region::all() {
                match Route::of(item, region, Scope::WITHIN) {
                    Ok(route) => read(&route),
                    Err(none) => drop(black_box(none)),
                }
            }
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

/// Before the first amendment and after each, in an order of their own.
fn days() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2021, 12, 20).expect("a day");
    (0..1_830).map(|at| first + Days::new(at * 7 % 71)).collect()
}

#[divan::bench]
fn edition_in_force_among_fifty(bencher: Bencher<'_, '_>) {
    let (catalogue, days) = (amended(), days());
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
    bencher.bench_local(|| {
        for (it, key) in black_box(&questions).iter().zip(&keys) {
            read(&of_an_office(&office, key, (it.region, it.scope), Some(&Venue::Online)));
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
