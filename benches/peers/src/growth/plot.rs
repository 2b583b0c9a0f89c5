//! The picture: two charts, side by side.

use std::path::Path;

use plotters::prelude::*;

use super::Curve;
use crate::table::figure;

pub(super) fn draw(cases: &[Curve], entries: &[Curve]) {
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
        drawn.label(it.name.clone()).legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], colour));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperRight)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()
        .expect("a legend");
}
