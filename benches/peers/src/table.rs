//! A table of ratios.

use std::{fmt::Write, path::Path};

use crate::{
    measure::{self, Row},
    route::given::Peer,
};

pub struct Table {
    /// What is measured.
    pub title: &'static str,
    /// The row that the others are held against.
    pub beside: &'static str,
    /// Compares every row's answers; it panics where they differ.
    pub check: Box<dyn Fn()>,
    pub rows: Vec<Row>,
}

/// How often all rows are timed, one after the other: what slows a shared machine for a while slows all of them, and few of the rounds.
const ROUNDS: usize = 5;

impl Table {
    /// Of peers that are all asked the same.
    pub fn of(title: &'static str, beside: &'static str, peers: fn() -> Vec<Peer>) -> Self {
        let check = move || peers().iter().for_each(Peer::check);
        Self { title, beside, check: Box::new(check), rows: peers().into_iter().map(|it| it.row).collect() }
    }

    /// Compares and measures: the table in Markdown, by the name that it is asked for by.
    pub fn measure(self, name: &str) -> String {
        (self.check)();
        let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers/criterion");
        let mut rounds = vec![Vec::new(); self.rows.len()];
        for _ in 0..ROUNDS {
            // one that has written of a name already writes of it elsewhere
            let mut criterion = measure::criterion(&at);
            for (row, times) in self.rows.iter().zip(&mut rounds) {
                times.push(row.time(name, &mut criterion, &at));
            }
        }
        // to the bit, no two rounds take the same
        assert!(rounds.iter().all(|it| it.iter().any(|time| *time != it[0])), "a round is read anew");
        let times: Vec<f64> = rounds.into_iter().map(median).collect();
        let beside = self.rows.iter().position(|it| it.name == self.beside).expect("a row to hold against");
        let mut told = format!("\n## {}\n\n", self.title);
        let heading = format!("| | ns | × {} | instructions | allocations |", self.beside);
        writeln!(told, "{heading}\n| --- | ---: | ---: | ---: | ---: |").expect("a string grows");
        for (row, ns) in self.rows.iter().zip(&times) {
            let instructions = measure::instructions(name, row).map_or("–".to_owned(), figure);
            let (time, ratio, allocations) = (figure(*ns), figure(ns / times[beside]), figure(row.allocations()));
            writeln!(told, "| {} | {time} | {ratio} | {instructions} | {allocations} |", row.name)
                .expect("a string grows");
        }
        told
    }

    /// Does the work of a row once, where callgrind looks.
    pub fn count(self, row: &str) {
        self.rows.iter().filter(|it| it.name == row).for_each(Row::once);
    }
}

pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Three figures that count, and thousands apart.
pub fn figure(it: f64) -> String {
    if it < 9.995 {
        return format!("{it:.2}");
    }
    if it < 99.95 {
        return format!("{it:.1}");
    }
    let whole = format!("{it:.0}");
    let mut told = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}
