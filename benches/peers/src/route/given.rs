//! What every row is asked, what is right, and how a row is made of a peer.

use std::{fmt::Debug, hint::black_box};

use tongquan::{Edition, Item, Modality, Region, Standing};

use crate::measure::Row;

#[path = "../../../given/questions.rs"]
mod questions;

pub(crate) use questions::{Asked, random, table as cells_of_annex_1};

/// A row, and the comparison of its answers.
pub struct Peer {
    pub row: Row,
    check: Box<dyn Fn()>,
}

impl Peer {
    pub fn check(&self) {
        (self.check)();
    }
}

/// A row of what `make` gives: the questions as the peer takes them, and the peer, ready to answer.
pub fn peer<Q: 'static, A: PartialEq + Debug + 'static, F: FnMut(&Q) -> A + 'static>(
    name: &'static str,
    right: fn() -> Vec<A>,
    make: impl Fn() -> (Vec<Q>, F) + Copy + 'static,
) -> Peer {
    let check = move || {
        let (questions, ask) = make();
        for (at, (told, right)) in questions.iter().map(ask).zip(right()).enumerate() {
            assert_eq!(told, right, "{name}, question {at}");
        }
        assert_eq!(questions.len(), right().len(), "{name} asks all");
    };
    let row = Row::asks(name, right().len(), move || {
        let (questions, mut ask) = make();
        move || {
            for it in black_box(&questions) {
                black_box(ask(it));
            }
        }
    });
    Peer { row, check: Box::new(check) }
}

pub fn asked() -> Vec<Asked> {
    asked_of(Edition::built_in())
}

/// The same of an edition that has the document's items.
pub fn asked_of(edition: &'static Edition) -> Vec<Asked> {
    questions::questions(edition)
}

pub fn annex_1() -> impl Iterator<Item = Item<'static>> {
    Edition::built_in().items().take(61)
}

/// The right answers.
pub fn standings() -> Vec<Standing> {
    let table = cells_of_annex_1();
    asked().iter().map(|it| table[it.number][it.region as usize][usize::from(it.crosses)]).collect()
}

/// The right answers, were no matter crossing.
pub fn cells() -> Vec<Standing> {
    let table = cells_of_annex_1();
    asked().iter().map(|it| table[it.number][it.region as usize][0]).collect()
}

pub fn items() -> Vec<Item<'static>> {
    asked().iter().map(|it| it.item).collect()
}

pub const DIRECT: Standing = Standing::Devolved(Modality::Direct);
pub const WINDOW: Standing = Standing::Devolved(Modality::Window);
pub const REVIEW: Standing = Standing::Devolved(Modality::Review);
pub const INTAKE: Standing = Standing::Devolved(Modality::Intake);

/// All that annex 1 comes to, by the words that peers' policies use.
pub const WORDS: [(Standing, &str); 6] = [
    (DIRECT, "direct"),
    (WINDOW, "window"),
    (REVIEW, "review"),
    (INTAKE, "intake"),
    (Standing::NotDevolved, "not_devolved"),
    (Standing::Reserved, "reserved"),
];

pub fn word(standing: Standing) -> &'static str {
    WORDS.iter().find(|it| it.0 == standing).expect("a standing of annex 1").1
}

/// A match, for it is part of what is measured.
pub fn read(word: &str) -> Standing {
    match word {
        "direct" => DIRECT,
        "window" => WINDOW,
        "review" => REVIEW,
        "intake" => INTAKE,
        "not_devolved" => Standing::NotDevolved,
        "reserved" => Standing::Reserved,
        it => panic!("{it} is no standing"),
    }
}

/// Short enough that peers hold it without an allocation.
pub fn id(region: Region) -> String {
    format!("{region:?}")
}

/// Where an item stands so.
pub fn regions(item: Item<'_>, standing: Standing) -> impl Iterator<Item = Region> {
    Region::all().filter(move |it| item.cell(*it).standing == standing)
}
