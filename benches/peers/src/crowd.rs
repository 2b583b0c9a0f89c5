//! Which modality, among 100,000 items: random questions, answered by tongquan and by factored tables by hand.

use std::{collections::HashMap, hint::black_box, sync::LazyLock};

use tongquan::{
    Department, Edition, Item, Key, Kind, Modality, Region, Route, Scope, Standing,
    catalogue::{Devolution, Exception, OwnItem, OwnOrigin},
};

use crate::{
    route::given::{DIRECT, INTAKE, Peer, REVIEW, WINDOW, peer, random},
    table::Table,
};

const ITEMS: usize = 100_000;
const QUESTIONS: usize = 65_536;
/// Modality of the column, of the exception, its region, and a region that it is not devolved to.
const PATTERNS: usize = 4 * 4 * 3 * 3;
const MODALITIES: [(Modality, Standing); 4] =
    [(Modality::Direct, DIRECT), (Modality::Window, WINDOW), (Modality::Review, REVIEW), (Modality::Intake, INTAKE)];

pub fn table() -> Table {
    Table::of("Modality, random questions of 100,000 items of 144 patterns", "factored table, by number", peers)
}

fn peers() -> Vec<Peer> {
    vec![
        peer("factored table, by number", right, factored),
        peer("factored table, class held", right, factored_held),
        peer("tongquan, cell of a held item", right, || held(|item, region| item.cell(region).standing)),
        peer("tongquan, route of a held item", right, || held(|item, region| routed(item, region).standing())),
        peer("HashMap of keys + factored table", right, || hashed(|it| key(it).to_string())),
        peer("tongquan, item by key", right, by_key),
        peer("HashMap of names + factored table", right, || hashed(name)),
        peer("tongquan, item by Chinese name", right, by_name),
    ]
}

/// The pattern of an item: no order of items foretells it.
fn pattern(item: usize) -> usize {
    (item as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) as usize % PATTERNS
}

/// What the pattern has: the column's modality, the exception's and its region, and the region left out.
fn read(pattern: usize) -> (usize, usize, Region, Region) {
    let region = |at: usize| Region::all().nth(at).expect("15 regions");
    (pattern % 4, pattern / 4 % 4, region(pattern / 16 % 3), region(10 + pattern / 48))
}

fn own(item: usize) -> OwnItem {
    let (column, other, region, left_out) = read(pattern(item));
    let exception = Exception { region, modality: MODALITIES[other].0 };
    OwnItem {
        key: format!("Y-{item}").parse().expect("a key"),
        name: name(item).parse().expect("a text"),
        kind: Kind::Licence,
        origin: OwnOrigin::City(Devolution {
            exceptions: if other == column { Vec::new() } else { vec![exception] },
            not_devolved_to: [left_out].into_iter().collect(),
            ..Devolution::new(Department::Health, MODALITIES[column].0)
        }),
    }
}

fn key(item: usize) -> Key {
    format!("Y-{item}").parse().expect("a key")
}

fn name(item: usize) -> String {
    format!("（虚构）第{item}项")
}

static CROWD: LazyLock<Edition> =
    LazyLock::new(|| Edition::with_own(&(0..ITEMS).map(own).collect::<Vec<_>>()).expect("good items"));

/// The questions: an item and a region.
fn asked() -> Vec<(usize, Region)> {
    let (mut below, regions) = (random(), Vec::from_iter(Region::all()));
    (0..QUESTIONS).map(|_| (below(ITEMS), regions[below(regions.len())])).collect()
}

/// The right answers, by the rule that the items were made by.
fn right() -> Vec<Standing> {
    asked().into_iter().map(|(item, region)| by_rule(pattern(item), region)).collect()
}

fn by_rule(pattern: usize, region: Region) -> Standing {
    let (column, other, elsewhere, left_out) = read(pattern);
    match region {
        it if it == left_out => Standing::NotDevolved,
        it if it == elsewhere => MODALITIES[other].1,
        _ => MODALITIES[column].1,
    }
}

/// Two bytes an item, and a row of cells for each pattern.
struct Factored {
    class_of: Vec<u16>,
    cells: Vec<[Standing; Region::COUNT]>,
}

impl Factored {
    fn new() -> Self {
        let row = |it: usize| std::array::from_fn(|at| by_rule(it, Region::all().nth(at).expect("15 regions")));
        Self {
            class_of: (0..ITEMS).map(|it| u16::try_from(pattern(it)).expect("few patterns")).collect(),
            cells: (0..PATTERNS).map(row).collect(),
        }
    }

    fn look_up(&self, item: usize, region: Region) -> Standing {
        self.cells[usize::from(self.class_of[item])][region as usize]
    }
}

fn factored() -> (Vec<(usize, Region)>, impl FnMut(&(usize, Region)) -> Standing) {
    let table = Factored::new();
    (asked(), move |(item, region)| table.look_up(*item, *region))
}

/// What it is of is known by its class, as an item is that is held.
fn factored_held() -> (Vec<(u16, Region)>, impl FnMut(&(u16, Region)) -> Standing) {
    let table = Factored::new();
    let held = asked().into_iter().map(|(item, region)| (table.class_of[item], region)).collect();
    (held, move |(class, region)| table.cells[usize::from(*class)][*region as usize])
}

fn held(
    ask: impl Fn(Item<'static>, Region) -> Standing,
) -> (Vec<(Item<'static>, Region)>, impl FnMut(&(Item<'static>, Region)) -> Standing) {
    let edition = &*CROWD;
    let held = asked().into_iter().map(|(item, region)| (edition.find(&key(item)).expect("an item"), region)).collect();
    (held, move |(item, region)| ask(*item, *region))
}

fn routed(item: Item<'static>, region: Region) -> Route<'static> {
    black_box(Route::of(item, region, Scope::WITHIN).expect("items of the city have a route everywhere"))
}

fn hashed(called: fn(usize) -> String) -> (Vec<(String, Region)>, impl FnMut(&(String, Region)) -> Standing) {
    let table = Factored::new();
    let numbers: HashMap<String, usize> = (0..ITEMS).map(|it| (called(it), it)).collect();
    let asked = asked().into_iter().map(|(item, region)| (called(item), region)).collect();
    (asked, move |(called, region)| table.look_up(numbers[called], *region))
}

fn by_key() -> (Vec<(Key, Region)>, impl FnMut(&(Key, Region)) -> Standing) {
    let asked = asked().into_iter().map(|(item, region)| (key(item), region)).collect();
    (asked, |(key, region)| CROWD.find(key).expect("an item").cell(*region).standing)
}

fn by_name() -> (Vec<(String, Region)>, impl FnMut(&(String, Region)) -> Standing) {
    let asked = asked().into_iter().map(|(item, region)| (name(item), region)).collect();
    (asked, |(name, region)| CROWD.item_named(name).expect("an item").cell(*region).standing)
}
