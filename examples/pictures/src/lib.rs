//! 图册: the matrix, the lifecycle and a simulated year as one page that stands by itself: no script, nothing loaded from elsewhere.

mod boxes;
mod columns;
mod dots;
mod drawing;
mod figure;
mod lifecycle;
mod matrix;
mod mix;
mod page;
mod rows;
mod scale;
mod sign;
mod statistics;
mod words;
mod year;

#[path = "../../simulate/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the example writes files and plants faults; a page asks for the lines alone"
)]
mod simulation;

use askama::Template;

pub use year::Year;

/// Whatever went wrong, told.
pub type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// How many cases the page tells of, and by which seed they are drawn.
pub const CASES: u64 = 6_000;
/// The seed.
pub const SEED: u64 = 7;

/// The page, the same for the same year.
///
/// # Errors
///
/// Where the year lacks a case that a picture is drawn of.
pub fn page(year: &Year) -> Fallible<String> {
    Ok(page::Page::of(year)?.render()?)
}
