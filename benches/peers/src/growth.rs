//! What a case costs among many, and a step in a long case: a straight line where the work grows with what is done, and not faster. Written as a picture.

use std::{path::Path, time::Instant};

use plotters::prelude::*;
use tongquan::{
    AnyCase, AnyStep, Calendar, Journal, Stamp,
    case::steps::CorrectOnSpot,
    oversight::{Audit, Conformance, Facet, Statistics},
};

use crate::{
    lifecycle::courses::{Asked, Course, OFFICE},
    table::{figure, median},
};

/// A curve: what is measured, and nanoseconds for each of so many.
struct Curve {
    name: &'static str,
    points: Vec<(f64, f64)>,
}

const CASES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const ENTRIES: [usize; 4] = [10, 100, 1_000, 10_000];
/// Each point is the median of so many runs.
const RUNS: usize = 5;
/// So many inputs are made at a time, unmeasured.
const AT_ONCE: usize = 500;

/// Measures, draws `../growth.svg`, and tells a table.
pub fn measure() -> String {
    // what is laid out when it is first asked for is laid out by these
    lifecycle(AT_ONCE);
    long_case(AT_ONCE);
    let among = |name, work: fn(usize) -> f64| Curve {
        name,
        points: CASES.map(|many| (many as f64, median((0..RUNS).map(|_| work(many)).collect()))).into(),
    };
    let cases = [
        among("lifecycle", lifecycle),
        among("replay", replay),
        among("audit", audit),
        among("statistics", statistics),
    ];
    let (mut taken, mut replayed) = (Vec::new(), Vec::new());
    for many in ENTRIES {
        let (steps, entries) = long_cases(many);
        taken.push((many as f64, median(steps)));
        replayed.push((many as f64, median(entries)));
    }
    let entries = [Curve { name: "step taken", points: taken }, Curve { name: "entry replayed", points: replayed }];
    draw(&cases, &entries);
    let mut told = String::new();
    for (title, curves) in [("cases; ns a case", &cases[..]), ("entries of one case; ns an entry", &entries[..])] {
        let counts: Vec<String> = curves[0].points.iter().map(|(many, _)| figure(*many)).collect();
        told += &format!("\n| {title} | {} |\n| --- |{}\n", counts.join(" | "), " ---: |".repeat(counts.len()));
        for it in curves {
            let cells: Vec<String> = it.points.iter().map(|(_, ns)| figure(*ns)).collect();
            told += &format!("| {} | {} |\n", it.name, cells.join(" | "));
        }
    }
    told
}

/// Nanoseconds for each of so many: `work` is timed, `give` is not.
fn each<I, O>(many: usize, mut give: impl FnMut() -> I, mut work: impl FnMut(I) -> O) -> f64 {
    let mut taken = 0;
    for _ in 0..many / AT_ONCE {
        let inputs: Vec<I> = (0..AT_ONCE).map(|_| give()).collect();
        let begun = Instant::now();
        let outputs: Vec<O> = inputs.into_iter().map(&mut work).collect();
        taken += begun.elapsed().as_nanos();
        drop(outputs);
    }
    taken as f64 / many as f64
}

fn lifecycle(many: usize) -> f64 {
    let asked = Course::Review.read();
    each(many, || asked.clone(), Asked::taken)
}

fn journal() -> Journal {
    Journal::from(Course::Review.read().taken())
}

fn replay(many: usize) -> f64 {
    let journal = journal();
    each(many, || journal.clone(), |it| AnyCase::replay(it).expect("a lawful journal"))
}

fn audit(many: usize) -> f64 {
    let (journal, mut told) = (journal(), Conformance::default());
    let ns = each(many, || journal.clone(), |it| told.add(&Audit::of(it)));
    assert_eq!(told.cases(), many as u64);
    ns
}

fn statistics(many: usize) -> f64 {
    let case = Course::Review.read().taken();
    let mut told = Statistics::on(chrono::NaiveDate::from_ymd_opt(2024, 12, 31).expect("a day"));
    let ns = each(many, || (), |()| told.add(case.record(), Calendar::built_in(), Facet::all));
    assert_eq!(told.group(&Facet::All).map(|it| it.cases()), Some(many as u64));
    ns
}

/// As many cases of so many entries as have a hundred thousand together, so that a short one counts as much as a long one.
fn long_cases(many: usize) -> (Vec<f64>, Vec<f64>) {
    (0..100_000 / many).map(|_| long_case(many)).unzip()
}

/// A step of a case that is corrected on the spot so often, and an entry of its replay.
fn long_case(many: usize) -> (f64, f64) {
    let Asked { file, filed, .. } = Course::Review.read();
    let material = file.materials.first().expect("a paper").clone();
    let step = CorrectOnSpot { material, what: "笔误".parse().expect("a text") };
    let steps: Vec<(AnyStep, Stamp)> = (0..many).map(|_| (step.clone().into(), filed.clone())).collect();
    let case = AnyCase::file(file, filed, &OFFICE).expect("a lawful filing");
    let begun = Instant::now();
    let case =
        steps.into_iter().fold(case, |case, (step, stamp)| case.apply(step, stamp, &OFFICE).expect("a lawful step"));
    let taken = begun.elapsed();
    assert_eq!(case.record().version(), 1 + many);
    let journal = Journal::from(case);
    let begun = Instant::now();
    let case = AnyCase::replay(journal).expect("a lawful journal");
    let replayed = begun.elapsed();
    assert_eq!(case.record().version(), 1 + many);
    (taken.as_nanos() as f64 / many as f64, replayed.as_nanos() as f64 / many as f64)
}

fn draw(cases: &[Curve], entries: &[Curve]) {
    let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../growth.svg");
    let area = SVGBackend::new(&at, (960, 400)).into_drawing_area();
    area.fill(&WHITE).expect("a white page");
    let (left, right) = area.split_horizontally(480);
    chart(&left, "ns a case, among so many", cases);
    chart(&right, "ns an entry, of a case of so many", entries);
    area.present().expect("a picture");
}

fn chart(area: &DrawingArea<SVGBackend<'_>, plotters::coord::Shift>, title: &str, curves: &[Curve]) {
    let across = |of: fn(&(f64, f64)) -> f64| curves.iter().flat_map(|it| &it.points).map(of);
    let (from, to) = (across(|it| it.0).fold(f64::MAX, f64::min), across(|it| it.0).fold(0.0, f64::max));
    let (low, high) = (across(|it| it.1).fold(f64::MAX, f64::min), across(|it| it.1).fold(0.0, f64::max));
    let mut chart = ChartBuilder::on(area)
        .caption(title, ("sans-serif", 16))
        .margin(12)
        .x_label_area_size(30)
        .y_label_area_size(60)
        .build_cartesian_2d((from..to).log_scale(), (low / 2.0..high * 3.0).log_scale())
        .expect("axes");
    chart
        .configure_mesh()
        .disable_mesh()
        .x_label_formatter(&|it| figure(*it))
        .y_label_formatter(&|it| figure(*it))
        .draw()
        .expect("a mesh");
    for (at, it) in curves.iter().enumerate() {
        let colour = Palette99::pick(at).stroke_width(2);
        let line = LineSeries::new(it.points.iter().copied(), colour).point_size(3);
        let drawn = chart.draw_series(line).expect("a curve");
        drawn.label(it.name).legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], colour));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperRight)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()
        .expect("a legend");
}
