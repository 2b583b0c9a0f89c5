//! Where the rows of a chart lie, one below the other.

const TOP: f64 = 10.0;
/// How high most rows are.
pub(crate) const ROW: f64 = 24.0;

/// The middle of a row, where each is so high.
pub(crate) fn middle(at: usize, high: f64) -> f64 {
    TOP + high * (at as f64 + 0.5)
}

/// The end of so many.
pub(crate) fn end(count: usize, high: f64) -> f64 {
    TOP + high * count as f64
}
