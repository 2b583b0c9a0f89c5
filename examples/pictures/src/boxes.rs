use askama::Template;

use crate::{
    rows::{end, middle},
    scale::{Scale, Tick, tenth},
    sign::Sign,
};

const ROW: f64 = 38.0;

/// 箱线图: the quantiles of days, a row for each.
#[derive(Debug, Template)]
#[template(path = "boxes.svg")]
pub(crate) struct Boxes {
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    height: f64,
}

#[derive(Debug)]
struct Row {
    label: String,
    class: &'static str,
    y: f64,
    /// Of 10, 25, 50, 75 and 90 of a hundred.
    at: [f64; 5],
    width: f64,
    median: u32,
}

impl Boxes {
    pub(crate) fn of(rows: &[(String, Sign, [u32; 5])]) -> Self {
        let greatest = rows.iter().map(|it| it.2[4]).max().unwrap_or(1);
        let scale = Scale::round(0.0, f64::from(greatest), (180.0, 740.0), 8.0);
        let row = |(place, (label, sign, days)): (usize, &(String, Sign, [u32; 5]))| {
            let at = days.map(|it| scale.at(f64::from(it)));
            let y = middle(place, ROW);
            Row { label: label.clone(), class: sign.class, y, at, width: tenth(at[3] - at[1]), median: days[2] }
        };
        Self { rows: rows.iter().enumerate().map(row).collect(), ticks: scale.ticks(""), height: end(rows.len(), ROW) }
    }
}
