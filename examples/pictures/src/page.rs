use askama::Template;
use tongquan::{Edition, oversight::Facet};

use crate::{Fallible, figure::Figure, lifecycle::Lifecycle, matrix::Matrix, statistics::figures, year::Year};

/// 图册: the whole page.
#[derive(Debug, Template)]
#[template(path = "page.html")]
pub(crate) struct Page {
    matrix: Matrix,
    lifecycle: Lifecycle,
    simulated: Simulated,
}

/// 模拟的一年: what was counted of it.
#[derive(Debug, Template)]
#[template(path = "year.html")]
struct Simulated {
    day: String,
    seed: u64,
    cases: u64,
    figures: Vec<Figure>,
}

impl Page {
    pub(crate) fn of(year: &Year) -> Fallible<Self> {
        let cases = year.all.group(&Facet::All).ok_or("no case")?.cases();
        let day = year.all.day().to_string();
        Ok(Self {
            matrix: Matrix::of(Edition::built_in()),
            lifecycle: Lifecycle::of(year),
            simulated: Simulated { day, seed: year.seed, cases, figures: figures(year)? },
        })
    }
}
