/// From values to places on the paper.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    values: (f64, f64),
    places: (f64, f64),
    step: f64,
}

/// A line of the axis.
#[derive(Clone, Debug)]
pub(crate) struct Tick {
    pub(crate) at: f64,
    pub(crate) label: String,
}

impl Scale {
    /// From a round value at or below the least to one at or above the greatest.
    pub(crate) fn round(least: f64, greatest: f64, places: (f64, f64), ticks: f64) -> Self {
        let rough = ((greatest - least) / ticks).max(f64::MIN_POSITIVE);
        let magnitude = 10_f64.powf(rough.log10().floor());
        let steps = [1.0, 2.0, 5.0, 10.0].map(|it| it * magnitude);
        let step = steps.into_iter().find(|it| *it >= rough).unwrap_or(10.0 * magnitude);
        Self { values: ((least / step).floor() * step, (greatest / step).ceil() * step), places, step }
    }

    /// Where a value stands, to a tenth.
    pub(crate) fn at(self, value: f64) -> f64 {
        let share = (value - self.values.0) / (self.values.1 - self.values.0);
        tenth(self.places.0 + share * (self.places.1 - self.places.0))
    }

    pub(crate) const fn least(self) -> f64 {
        self.values.0
    }

    pub(crate) fn ticks(self, unit: &str) -> Vec<Tick> {
        let many = ((self.values.1 - self.values.0) / self.step).round() as u32;
        let values = (0..=many).map(|it| self.values.0 + f64::from(it) * self.step);
        values.map(|it| Tick { at: self.at(it), label: format!("{it:.0}{unit}") }).collect()
    }
}

pub(crate) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
