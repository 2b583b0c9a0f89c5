//! 统计: what many cases amount to as of a day: figures reckoned by hand, every day of a case's life, shards in any order, exact histograms, the wire,
//! and the evidence for an amendment of the list.

mod against_model;
mod evidence;
mod histogram;
mod life;
mod merged;
mod named;
mod uncovered;
mod wire;

pub(crate) use merged::stories;

use std::sync::LazyLock;

use chrono::NaiveDate;
use tongquan::{
    AnyCase, Calendar,
    oversight::{Facet, Statistics, Subject},
};

use crate::scenes::PLAYED;

/// Each case of a golden file of its own.
const GOLDEN: [&str; 15] = [
    "county_original",
    "deemed",
    "direct",
    "foreign_venue",
    "intake",
    "lapsed",
    "licence",
    "not_accepted",
    "not_devolved",
    "review",
    "township_direct",
    "township_intake",
    "unfavourable",
    "window",
    "withdrawn",
];

fn text(file: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/golden/{file}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

static CASES: LazyLock<Vec<AnyCase>> =
    LazyLock::new(|| GOLDEN.iter().map(|it| serde_json::from_str(&text(it)).unwrap()).collect());

#[track_caller]
fn golden(name: &str) -> &'static AnyCase {
    &CASES[GOLDEN.iter().position(|it| *it == name).unwrap()]
}

/// The golden cases, those that moved on to a later edition, and many of every standing at every point of their courses.
static POOL: LazyLock<Vec<AnyCase>> = LazyLock::new(|| {
    let amended: Vec<AnyCase> = serde_json::from_str(&text("amended_journals")).unwrap();
    let whole = PLAYED.iter().step_by(2).filter_map(|it| it.shots.last());
    let parts = PLAYED.iter().skip(1).step_by(4).flat_map(|it| it.shots.iter().step_by(5));
    let played = whole.chain(parts).map(|it| it.case.clone());
    CASES.iter().cloned().chain(amended).chain(played).collect()
});

/// These cases, counted on a day.
fn counted<'c, K: Ord, I: IntoIterator<Item = K>>(
    day: NaiveDate,
    cases: impl IntoIterator<Item = &'c AnyCase>,
    keys: impl Fn(&Subject<'_>) -> I,
) -> Statistics<K> {
    let mut statistics = Statistics::on(day);
    cases.into_iter().for_each(|it| statistics.add(it.record(), Calendar::built_in(), &keys));
    statistics
}

fn by_facet<'c>(day: NaiveDate, cases: impl IntoIterator<Item = &'c AnyCase>) -> Statistics {
    counted(day, cases, Facet::all)
}
