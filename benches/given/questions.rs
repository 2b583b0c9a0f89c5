//! What is asked of the list: annex 1 in every region, of matters within it and across: shared by the benches and by the peers.

#![allow(
    clippy::expect_used,
    dead_code,
    reason = "a bench stops when its questions do not fit, and not all use everything"
)]

use tongquan::{Edition, Item, Region, Route, Scope, Standing};

/// One question.
pub(crate) struct Asked {
    pub(crate) item: Item<'static>,
    pub(crate) number: usize,
    pub(crate) region: Region,
    pub(crate) scope: Scope,
    pub(crate) crosses: bool,
}

impl Asked {
    #[inline]
    pub(crate) fn route(&self) -> Route<'static> {
        Route::of(self.item, self.region, self.scope).expect("annex 1 has a route everywhere")
    }
}

/// Every question, in an order that no cache foresees.
pub(crate) fn questions(edition: &'static Edition) -> Vec<Asked> {
    let mut all = Vec::new();
    for (number, item) in edition.items().take(61).enumerate() {
        for region in Region::all() {
            let other = Region::all().find(|it| *it != region);
            all.push(Asked { item, number, region, scope: Scope::WITHIN, crosses: false });
            all.push(Asked { item, number, region, scope: Scope::touching(other), crosses: true });
        }
    }
    let mut below = random();
    for at in (1..all.len()).rev() {
        all.swap(at, below(at + 1));
    }
    all
}

/// Numbers below others, the same in every run.
pub(crate) fn random() -> impl FnMut(usize) -> usize {
    let mut state: u64 = 1;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    }
}

pub(crate) type Table = Vec<[[Standing; 2]; Region::COUNT]>;

/// What stands in each cell of annex 1, and what a matter makes of it that touches another region.
pub(crate) fn table() -> Table {
    let cells = |item: Item<'_>| {
        std::array::from_fn(|at| {
            let region = Region::all().nth(at).expect("below the count");
            [item.cell(region).standing, Standing::Reserved]
        })
    };
    Edition::built_in().items().take(61).map(cells).collect()
}
