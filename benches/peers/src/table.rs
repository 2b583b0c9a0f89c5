//! A table of ratios.

use std::{fmt::Write, path::Path};

use crate::measure::{self, Row};

pub struct Table {
    /// By which it is asked for.
    pub name: &'static str,
    /// What is measured.
    pub title: &'static str,
    /// The row that the others are held against.
    pub beside: &'static str,
    /// Compares every row's answers; it panics where they differ.
    pub check: fn(),
    pub rows: Vec<Row>,
}

/// How often all rows are timed, one after the other: what slows a shared machine for a while slows all of them, and few of the rounds.
const ROUNDS: usize = 5;

impl Table {
    /// Compares and measures: the table in Markdown.
    pub fn measure(self) -> String {
        (self.check)();
        let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers/criterion");
        let mut criterion = measure::criterion(&at);
        let mut rounds = vec![Vec::new(); self.rows.len()];
        for _ in 0..ROUNDS {
            for (row, times) in self.rows.iter().zip(&mut rounds) {
                times.push(row.time(self.name, &mut criterion, &at));
            }
        }
        let times: Vec<f64> = rounds.into_iter().map(median).collect();
        let beside = self.rows.iter().position(|it| it.name == self.beside).expect("a row to hold against");
        let mut told = format!("\n## {}\n\n", self.title);
        let heading = format!("| | ns | × {} | instructions | allocations |", self.beside);
        writeln!(told, "{heading}\n| --- | ---: | ---: | ---: | ---: |").expect("a string grows");
        for (row, ns) in self.rows.iter().zip(&times) {
            let instructions = measure::instructions(self.name, row).map_or("–".to_owned(), figure);
            let (time, ratio, allocations) = (figure(*ns), figure(ns / times[beside]), figure(row.allocations()));
            let name = row.name;
            writeln!(told, "| {name} | {time} | {ratio} | {instructions} | {allocations} |").expect("a string grows");
        }
        told
    }

    /// Does the work of a row once, where callgrind looks.
    pub fn count(self, name: &str) {
        self.rows.iter().filter(|it| it.name == name).for_each(Row::once);
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
