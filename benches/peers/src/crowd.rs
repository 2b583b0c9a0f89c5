//! Which modality, among 100,000 items: random questions, answered by tongquan and by factored tables by hand.

use std::{collections::HashMap, sync::LazyLock};

use tongquan::{
    Department, Edition, Item, Key, Kind, Modality, Region, Standing,
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
    Table {
        name: "crowd",
        title: "Modality, random questions of 100,000 items of 144 patterns",
        beside: "factored table, by number",
        check: || peers().iter().for_each(Peer::check),
        rows: peers().into_iter().map(|it| it.row).collect(),
    }
}

fn peers() -> Vec<Peer> {
    vec![
        peer("factored table, by number", right, factored),
        peer("tongquan, cell of a held item", right, held),
        peer("HashMap of keys + factored table", right, hashed),
        peer("tongquan, item by key", right, by_key),
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
        name: format!("（虚构）第{item}项").parse().expect("a text"),
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

fn held() -> (Vec<(Item<'static>, Region)>, impl FnMut(&(Item<'static>, Region)) -> Standing) {
    let edition = &*CROWD;
    let held = asked().into_iter().map(|(item, region)| (edition.find(&key(item)).expect("an item"), region)).collect();
    (held, |(item, region)| item.cell(*region).standing)
}

fn hashed() -> (Vec<(String, Region)>, impl FnMut(&(String, Region)) -> Standing) {
    let table = Factored::new();
    let numbers: HashMap<String, usize> = (0..ITEMS).map(|it| (key(it).to_string(), it)).collect();
    let asked = asked().into_iter().map(|(item, region)| (key(item).to_string(), region)).collect();
    (asked, move |(key, region)| table.look_up(numbers[key], *region))
}

fn by_key() -> (Vec<(Key, Region)>, impl FnMut(&(Key, Region)) -> Standing) {
    let asked = asked().into_iter().map(|(item, region)| (key(item), region)).collect();
    (asked, |(key, region)| CROWD.find(key).expect("an item").cell(*region).standing)
}
