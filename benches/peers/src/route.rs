//! Which modality: all 61 × 15 × 2 questions, by a load from a table, by tongquan and by what a service would take instead.

#[path = "../../given/amended.rs"]
mod amended;
#[path = "../../given/answers.rs"]
pub mod answers;
mod by_name;
pub mod casbin;
pub mod cedar;
pub mod given;
pub mod plain;
pub mod rego;
pub mod zen;

use std::hint::black_box;

use tongquan::{Clause, Edition, Key, Party, Seal, Source, Standing};

use self::{
    answers::{DAY, Seven, of_an_office, seven},
    given::{Asked, Peer, REVIEW, asked, asked_of, peer, standings},
};
use crate::{lifecycle::courses::OFFICE, table::Table};

pub fn table() -> Table {
    Table::of("Modality of a held item; all 61 × 15 × 2 questions, shuffled", "const table, checked", peers)
}

fn peers() -> Vec<Peer> {
    vec![
        peer("raw load, masked index", standings, plain::masked),
        peer("const table, checked", standings, plain::checked),
        peer("hand-written match", standings, plain::matched),
        peer("factored class × kind table", standings, plain::factored),
        peer("from strings: match on names + table", standings, plain::from_strings),
        peer("HashMap of (&str, &str)", standings, plain::hashed),
        peer("tongquan, cell of a held item (crossing left out)", given::cells, cell),
        peer("tongquan, standing of a matter", standings, standing),
        peer("tongquan, route: all answers in it", standings, route),
        peer("table of the seven answers, checked, and written out", sevens, plain::of_seven),
        peer("tongquan, route, and its seven answers written out", sevens, || full_route(Edition::built_in())),
        peer("tongquan, the same of a list amended fifty times", sevens_of_amended, || full_route(latest())),
        peer("tongquan, the same of an office, by key and day", sevens_of_an_office, from_an_office),
        peer("61 Chinese names, hand-written match", given::items, by_name::matched),
        peer("tongquan, item by Chinese name", given::items, by_name::named),
        peer("regorus, dictionary look-up", standings, rego::dictionary),
        peer("regorus, readable rules", standings, rego::rules),
        peer("zen-engine, decision table", standings, zen::modality),
        peer("casbin, warm caches, one standing after another", standings, casbin::modality),
        peer("Cedar, determining policy", standings, cedar::modality),
    ]
}

/// What the list says, of a matter within the region.
fn cell() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    (asked(), |it| it.item.cell(it.region).standing)
}

/// The same, and what becomes of it where the matter crosses.
pub fn standing() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    (asked(), |it| it.item.facts(it.region).standing(it.scope.crosses(it.region)))
}

/// The route is made whole, and one of its answers read.
fn route() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    (asked(), |it| black_box(it.route()).standing())
}

/// The right answers.
fn sevens() -> Vec<Seven<'static>> {
    let of = |(it, right): (&Asked, Standing)| {
        let (route, seven) = (it.route(), seven(&it.route()));
        assert_eq!((route.standing(), seven.3.is == Seal::No2), (right, right == REVIEW));
        seven
    };
    asked().iter().zip(standings()).map(of).collect()
}

fn latest() -> &'static Edition {
    amended::amended().latest()
}

/// The same, but that what was moved and moved back rests on an amendment.
fn sevens_of_amended() -> Vec<Seven<'static>> {
    let rests = |(it, mut seven): (Asked, Seven<'static>)| {
        if it.number < amended::MOVED {
            let why = it.route().why();
            assert!(it.crosses || why.basis.contains(&Source::Clause(Clause::C3)));
            assert_eq!(why.is.handled_as(), seven.6.is.handled_as());
            seven.6 = why;
        }
        seven
    };
    asked_of(latest()).into_iter().zip(sevens()).map(rests).collect()
}

fn full_route(edition: &'static Edition) -> (Vec<Asked>, impl FnMut(&Asked) -> Seven<'static>) {
    (asked_of(edition), |it| seven(&it.route()))
}

/// A question as a platform has it.
struct Keyed {
    asked: Asked,
    key: Key,
}

/// The right answers, but that the body is named that the plan of the region names for the item.
fn sevens_of_an_office() -> Vec<Seven<'static>> {
    let named = |(it, mut seven): (Asked, Seven<'static>)| {
        let handler = OFFICE.now().undertaking(it.item, it.region, DAY).handler.expect("a plan for all");
        for party in [&mut seven.0.is, &mut seven.1.is, &mut seven.2.is, &mut seven.4.is, &mut seven.5] {
            if let Party::Undertaker(region) = *party {
                assert_eq!(region, it.region);
                *party = Party::Unit(handler);
            }
        }
        seven
    };
    asked().into_iter().zip(sevens()).map(named).collect()
}

fn from_an_office() -> (Vec<Keyed>, impl FnMut(&Keyed) -> Seven<'static>) {
    let keyed = |asked: Asked| Keyed { key: asked.item.key().clone(), asked };
    let ask = |it: &Keyed| seven(&of_an_office(&OFFICE, &it.key, (it.asked.region, it.asked.scope), None));
    (asked().into_iter().map(keyed).collect(), ask)
}
