//! Plain Rust: tables, a match and a map of the same answers.

use std::collections::HashMap;

use tongquan::{Item, Region, Route, Scope, Standing};

use super::{
    answers::{Seven, seven},
    by_name::{by_key, by_region},
    given::{Asked, DIRECT, INTAKE, REVIEW, WINDOW, annex_1, asked, cells_of_annex_1},
};

const ITEMS: usize = 61;
const MASKED: usize = 2_048;

pub type Cells = [[[Standing; 2]; Region::COUNT]; ITEMS];

/// It lives as long as a constant.
pub fn table() -> &'static Cells {
    let cells: Cells = cells_of_annex_1().try_into().expect("61 items");
    Box::leak(Box::new(cells))
}

pub fn checked() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    let table = table();
    (asked(), |it| look_up(table, it.number, it.region as usize, it.crosses))
}

fn look_up(table: &Cells, item: usize, region: usize, crosses: bool) -> Standing {
    let cell = table.get(item).and_then(|row| row.get(region)).expect("61 items, 15 regions");
    cell[usize::from(crosses)]
}

/// The seven answers of every question, as they are written out.
pub fn of_seven() -> (Vec<Asked>, impl FnMut(&Asked) -> Seven<'static>) {
    let answers = |item: Item<'static>, region, scope| {
        seven(&Route::of(item, region, scope).expect("annex 1 has a route everywhere"))
    };
    let cell = |item, region| [Scope::WITHIN, Scope::touching(Region::all())].map(|it| answers(item, region, it));
    let row = |item| std::array::from_fn(|at| cell(item, Region::all().nth(at).expect("below the count")));
    let rows: Vec<[[Seven<'static>; 2]; Region::COUNT]> = annex_1().map(row).collect();
    let table: &'static [_; ITEMS] = Box::leak(rows.try_into().expect("61 items"));
    (asked(), |it| {
        let cell = table.get(it.number).and_then(|row| row.get(it.region as usize)).expect("61 items, 15 regions");
        cell[usize::from(it.crosses)]
    })
}

/// The limit: the mask shows the compiler that no bound needs a check.
pub fn masked() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    const fn at(item: usize, region: usize, crosses: usize) -> usize {
        (item << 5 | region << 1 | crosses) & (MASKED - 1)
    }
    let mut flat = [Standing::Reserved; MASKED];
    for (item, row) in table().iter().enumerate() {
        for (region, cell) in row.iter().enumerate() {
            flat[at(item, region, 0)] = cell[0];
            flat[at(item, region, 1)] = cell[1];
        }
    }
    let flat: &'static [Standing; MASKED] = Box::leak(Box::new(flat));
    (asked(), |it| flat[at(it.number, it.region as usize, usize::from(it.crosses))])
}

pub fn matched() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    (asked(), |it| by_hand(it.number, it.region, it.crosses))
}

fn by_hand(item: usize, region: Region, crosses: bool) -> Standing {
    use Region::{CultureZone, DevelopmentZone, HighTechZone, Rencheng, TaibaiLakeZone};
    if crosses {
        return Standing::Reserved;
    }
    let zone = matches!(region, HighTechZone | TaibaiLakeZone | DevelopmentZone | CultureZone);
    match item + 1 {
        19 if zone => INTAKE,
        1..=19 => DIRECT,
        20..=23 if !zone && region != Rencheng => REVIEW,
        20..=30 => WINDOW,
        31 | 32 if zone => Standing::NotDevolved,
        53 | 59 | 60 if zone => INTAKE,
        31..=60 => REVIEW,
        61 => INTAKE,
        _ => panic!("61 items"),
    }
}

/// Items of the same row share a class, regions of the same column a kind.
pub fn factored() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    let table = table();
    let column = |region: usize| table.map(|row| row[region]);
    let (mut rows, mut columns) = (Vec::new(), Vec::new());
    let classes: [u8; ITEMS] = table.map(|row| position(&mut rows, row));
    let kinds: [u8; Region::COUNT] = std::array::from_fn(|it| position(&mut columns, column(it)));
    let cells: Vec<Vec<[Standing; 2]>> = (0..rows.len())
        .map(|class| {
            let first = |kind| kinds.iter().position(|it| usize::from(*it) == kind).expect("a region of the kind");
            (0..columns.len()).map(|kind| rows[class][first(kind)]).collect()
        })
        .collect();
    (asked(), move |it| {
        let kind = usize::from(kinds[it.region as usize]);
        cells[usize::from(classes[it.number])][kind][usize::from(it.crosses)]
    })
}

/// Where it stands among those that were seen, or comes to stand.
fn position<T: PartialEq>(seen: &mut Vec<T>, it: T) -> u8 {
    let at = seen.iter().position(|other| *other == it).unwrap_or_else(|| {
        seen.push(it);
        seen.len() - 1
    });
    u8::try_from(at).expect("few")
}

/// A question as a request brings it.
pub struct Words {
    item: &'static str,
    region: &'static str,
    crosses: bool,
}

fn keys() -> Vec<&'static str> {
    annex_1().map(|it| &*it.key().to_string().leak()).collect()
}

fn words() -> Vec<Words> {
    let keys = keys();
    let words = |it: &Asked| Words { item: keys[it.number], region: it.region.label(), crosses: it.crosses };
    asked().iter().map(words).collect()
}

pub fn from_strings() -> (Vec<Words>, impl FnMut(&Words) -> Standing) {
    let table = table();
    (words(), |it| {
        let item = by_key(it.item).expect("a key");
        look_up(table, item, by_region(it.region).expect("a region"), it.crosses)
    })
}

pub fn hashed() -> (Vec<Words>, impl FnMut(&Words) -> Standing) {
    let mut map = HashMap::new();
    for (key, row) in keys().into_iter().zip(table()) {
        for (region, cell) in Region::all().zip(row) {
            map.insert((key, region.label()), *cell);
        }
    }
    (words(), move |it| map[&(it.item, it.region)][usize::from(it.crosses)])
}
