//! May a region affix Seal No. 2 for an item: the questions of `route`, answered by tongquan and by what a service would take instead.

use tongquan::{Seal, Standing};

use crate::{
    route::{
        self, casbin, cedar,
        given::{Asked, Peer, REVIEW, asked, peer, standings},
        plain, rego, zen,
    },
    table::Table,
};

pub fn table() -> Table {
    Table::of("May this region affix Seal No. 2 (2号章) for this item; the same questions", "tongquan", peers)
}

fn peers() -> Vec<Peer> {
    vec![
        peer("const table, checked", answers, checked),
        peer("tongquan", answers, by_route),
        peer("tongquan, by standing alone", answers, by_standing),
        peer("casbin, warm cache", answers, casbin::seal_warm),
        peer("casbin, one expression", answers, casbin::seal),
        peer("regorus", answers, rego::seal),
        peer("zen-engine, decision table", answers, zen::seal),
        peer("Cedar", answers, cedar::seal),
    ]
}

fn may(standing: Standing) -> bool {
    standing == REVIEW
}

/// The right answers.
fn answers() -> Vec<bool> {
    standings().into_iter().map(may).collect()
}

fn checked() -> (Vec<Asked>, impl FnMut(&Asked) -> bool) {
    let (asked, mut ask) = plain::checked();
    (asked, move |it| may(ask(it)))
}

fn by_route() -> (Vec<Asked>, impl FnMut(&Asked) -> bool) {
    (asked(), |it| it.route().seal().is == Seal::No2)
}

fn by_standing() -> (Vec<Asked>, impl FnMut(&Asked) -> bool) {
    let (asked, mut ask) = route::standing();
    (asked, move |it| may(ask(it)))
}
