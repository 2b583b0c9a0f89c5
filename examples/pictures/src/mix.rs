use askama::Template;

use crate::{
    rows::{ROW, end, middle},
    scale::{Scale, Tick, tenth},
    sign::Sign,
};

/// Below this a part has no room for its letter.
const LETTER: f64 = 15.0;

/// A bar's label, and its parts.
pub(crate) type Bar = (String, Vec<(Sign, u64)>);

/// 堆积条图: a bar for each region, in parts by standing.
#[derive(Debug, Template)]
#[template(path = "mix.svg")]
pub(crate) struct Mix {
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    height: f64,
}

#[derive(Debug)]
struct Row {
    label: String,
    y: f64,
    parts: Vec<Part>,
    end: f64,
    total: u64,
}

#[derive(Debug)]
struct Part {
    sign: Sign,
    x: f64,
    width: f64,
    middle: f64,
    lettered: bool,
}

impl Mix {
    pub(crate) fn of(rows: &[Bar]) -> Self {
        let total = |parts: &[(Sign, u64)]| parts.iter().map(|it| it.1).sum::<u64>();
        let greatest = rows.iter().map(|it| total(&it.1)).max().unwrap_or(1);
        let scale = Scale::round(0.0, greatest as f64, (180.0, 720.0), 6.0);
        let row = |(at, (label, parts)): (usize, &Bar)| {
            let mut before = 0;
            let part = |(sign, count): &(Sign, u64)| {
                let x = scale.at(before as f64);
                before += count;
                let width = tenth(scale.at(before as f64) - x);
                Part { sign: *sign, x, width, middle: tenth(x + width / 2.0), lettered: width >= LETTER }
            };
            Row {
                label: label.clone(),
                y: middle(at, ROW),
                parts: parts.iter().filter(|it| it.1 > 0).map(part).collect(),
                end: scale.at(total(parts) as f64),
                total: total(parts),
            }
        };
        Self { rows: rows.iter().enumerate().map(row).collect(), ticks: scale.ticks(""), height: end(rows.len(), ROW) }
    }
}
