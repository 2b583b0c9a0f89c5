use askama::Template;

use crate::scale::{Scale, Tick, tenth};

const LEFT: f64 = 56.0;
const TOP: f64 = 26.0;
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 330.0;
const FOOT: f64 = 44.0;

/// 柱图: two columns for each month.
#[derive(Debug, Template)]
#[template(path = "columns.svg")]
pub(crate) struct Columns {
    pairs: Vec<Pair>,
    ticks: Vec<Tick>,
    base: f64,
    broad: f64,
    year: i32,
}

#[derive(Debug)]
struct Pair {
    middle: f64,
    label: String,
    columns: [Bar; 2],
}

#[derive(Debug)]
struct Bar {
    x: f64,
    middle: f64,
    y: f64,
    height: f64,
    count: u64,
}

impl Columns {
    /// Of what is told of each month of a year, twice.
    pub(crate) fn of(year: i32, months: &[(String, [u64; 2])]) -> Self {
        let greatest = months.iter().flat_map(|it| it.1).max().unwrap_or(1);
        let base = HEIGHT - FOOT;
        let scale = Scale::round(0.0, greatest as f64, (base, TOP), 5.0);
        let each = (WIDTH - LEFT) / months.len().max(1) as f64;
        let broad = (each * 0.4).floor();
        let pair = |(at, (label, counts)): (usize, &(String, [u64; 2]))| {
            let middle = LEFT + each * (at as f64 + 0.5);
            let bar = |count: u64, x: f64| {
                let y = scale.at(count as f64);
                Bar { x: tenth(x), middle: tenth(x + broad / 2.0), y, height: tenth(base - y), count }
            };
            let [first, second] = *counts;
            let columns = [bar(first, middle - broad - 0.5), bar(second, middle + 0.5)];
            Pair { middle: tenth(middle), label: label.clone(), columns }
        };
        Self { pairs: months.iter().enumerate().map(pair).collect(), ticks: scale.ticks(""), base, broad, year }
    }
}
