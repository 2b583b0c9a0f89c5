//! Which modality: all 61 × 15 × 2 questions, by a load from a table, by tongquan and by what a service would take instead.

mod by_name;
pub mod cedar;
pub mod given;
pub mod plain;
pub mod rego;
pub mod zen;

use std::hint::black_box;

use tongquan::Standing;

use crate::table::Table;
use given::{Asked, Peer, asked, peer, standings};

pub fn table() -> Table {
    Table {
        name: "route",
        title: "Modality of a held item; all 61 × 15 × 2 questions, shuffled",
        beside: "const table, checked",
        check: || peers().iter().for_each(Peer::check),
        rows: peers().into_iter().map(|it| it.row).collect(),
    }
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
        peer("tongquan, route, and its seven answers written out", standings, full_route),
        peer("61 Chinese names, hand-written match", given::items, by_name::matched),
        peer("tongquan, item by Chinese name", given::items, by_name::named),
        peer("regorus, dictionary look-up", standings, rego::dictionary),
        peer("regorus, readable rules", standings, rego::rules),
        peer("zen-engine, decision table", standings, zen::modality),
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

fn full_route() -> (Vec<Asked>, impl FnMut(&Asked) -> Standing) {
    (asked(), |it| {
        let route = it.route();
        black_box((route.intake(), route.acceptance(), route.decision(), route.seal(), route.answers()));
        black_box((route.respondent().who(), route.why()));
        route.standing()
    })
}
