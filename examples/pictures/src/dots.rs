use askama::Template;

use crate::{
    rows::{ROW, end, middle},
    scale::{Scale, Tick},
};

/// 点图: a row for each, with a disc and a diamond on one axis of per cent.
#[derive(Debug, Template)]
#[template(path = "dots.svg")]
pub(crate) struct Dots {
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    height: f64,
}

#[derive(Debug)]
struct Row {
    label: String,
    y: f64,
    disc: Option<f64>,
    diamond: Option<f64>,
}

impl Dots {
    /// The chart, and at how many per cent its axis begins.
    pub(crate) fn of(rows: &[(String, Option<f64>, Option<f64>)]) -> (Self, f64) {
        let least = rows.iter().flat_map(|it| [it.1, it.2]).flatten().fold(95.0, f64::min);
        let scale = Scale::round(least, 100.0, (180.0, 740.0), 6.0);
        let row = |(at, (label, disc, diamond)): (usize, &(String, Option<f64>, Option<f64>))| Row {
            label: label.clone(),
            y: middle(at, ROW),
            disc: disc.map(|it| scale.at(it)),
            diamond: diamond.map(|it| scale.at(it)),
        };
        let chart = Self {
            rows: rows.iter().enumerate().map(row).collect(),
            ticks: scale.ticks("%"),
            height: end(rows.len(), ROW),
        };
        (chart, scale.least())
    }
}
