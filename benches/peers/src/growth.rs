//! What a case costs among many, and an entry in a long case: a straight line where the work grows with what is done, and not faster. Written as a picture.

mod among;
mod long;
mod plot;

use self::{among::AT_ONCE, long::Again};
use crate::{
    measure,
    table::{figure, median},
};

/// A curve: what is measured, and how much for each of so many.
struct Curve {
    name: String,
    points: Vec<(f64, f64)>,
}

const CASES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const ENTRIES: [usize; 4] = [10, 100, 1_000, 10_000];
/// Each point of many cases is the median of so many runs.
const RUNS: usize = 5;

/// Measures, draws `../growth.svg`, and tells a table.
pub fn measure() -> String {
    // what is laid out when it is first asked for is laid out by this one
    among::lifecycle(AT_ONCE);
    let among = |name: &str, work: fn(usize) -> f64| Curve {
        name: name.to_owned(),
        points: CASES.map(|many| (many as f64, median((0..RUNS).map(|_| work(many)).collect()))).into(),
    };
    let cases = [
        among("lifecycle", among::lifecycle),
        among("replay", among::replay),
        among("audit", among::audit),
        among("statistics", among::statistics),
    ];
    let entries: Vec<Curve> = Again::ALL.into_iter().flat_map(long_cases).collect();
    plot::draw(&cases, &entries);
    let counted = Again::ALL.map(|it| Curve { name: it.name().to_owned(), points: instructions(it) });
    let charts = [
        ("cases; ns a case", &cases[..]),
        ("entries of one case; ns an entry", &entries[..]),
        ("entries of one case; instructions a step taken", &counted[..]),
    ];
    charts.map(|(title, curves)| table(title, curves)).concat()
}

/// As many cases of so many entries as have a hundred thousand together, so that a short one counts as much as a long one: steps taken, and replayed.
fn long_cases(again: Again) -> [Curve; 2] {
    let name = |how: &str| format!("{}, {how}", again.name());
    let mut curves = ["taken", "replayed"].map(|how| Curve { name: name(how), points: Vec::new() });
    for many in ENTRIES {
        let (taken, replayed): (Vec<f64>, Vec<f64>) = (0..100_000 / many).map(|_| again.times(many)).unzip();
        for (curve, times) in curves.iter_mut().zip([taken, replayed]) {
            curve.points.push((many as f64, median(times)));
        }
    }
    curves
}

fn instructions(again: Again) -> Vec<(f64, f64)> {
    let counted = |many: usize| measure::counted("growth", &format!("{} {many}", again.name()));
    ENTRIES.iter().filter_map(|many| Some((*many as f64, counted(*many)? / *many as f64))).collect()
}

/// Does the work of a point of the last table, where callgrind looks.
pub fn count(point: &str) {
    let (name, many) = point.rsplit_once(' ').expect("a curve, and how many");
    let again = Again::ALL.into_iter().find(|it| it.name() == name).expect("a curve");
    again.count(many.parse().expect("how many"));
}

fn table(title: &str, curves: &[Curve]) -> String {
    let counts: Vec<String> = curves[0].points.iter().map(|(many, _)| figure(*many)).collect();
    let mut told = format!("\n| {title} | {} |\n| --- |{}\n", counts.join(" | "), " ---: |".repeat(counts.len()));
    for it in curves {
        let cells: Vec<String> = it.points.iter().map(|(_, one)| figure(*one)).collect();
        told += &format!("| {} | {} |\n", it.name, cells.join(" | "));
    }
    told
}
