use serde::{Deserialize, Serialize};

use super::{Counts, Ratio};

/// 直方图: how many lasted how long, in whole days or working days: exact, so that sums, means and percentiles are too, and histograms add up.
///
/// It is written as [`Counts`] are: a sequence of pairs, of how long and how many.
///
/// ```
/// use tongquan::oversight::Histogram;
/// let mut days = Histogram::new();
/// [3, 3, 5, 9].into_iter().for_each(|it| days.add(it, 1));
/// assert_eq!((days.count(), days.least(), days.greatest(), days.mean().value()), (4, Some(3), Some(9), Some(5.0)));
/// // nearest rank: the least value with at least so many percent at or below it
/// assert_eq!([0, 50, 51, 75, 76, 100].map(|it| days.percentile(it).unwrap()), [3, 3, 5, 5, 9, 9]);
/// assert_eq!(days.within(5), 3);
/// assert_eq!(serde_json::to_string(&days)?, "[[3,2],[5,1],[9,1]]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Histogram(Counts<u32>);

impl Histogram {
    /// One in which nothing was measured yet.
    pub const fn new() -> Self {
        Self(Counts::new())
    }
    /// Adds so many that lasted so long.
    pub fn add(&mut self, days: u32, times: u64) {
        self.0.add(days, times);
    }
    /// Adds what was measured elsewhere.
    pub fn merge(&mut self, other: &Self) {
        self.0.merge(&other.0);
    }
    /// Each length that was measured, the shortest first, with how many lasted so long.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, u64)> + ExactSizeIterator {
        self.0.iter().map(|(days, count)| (*days, count))
    }
    /// Whether nothing was measured.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// How many were measured.
    pub fn count(&self) -> u64 {
        self.0.total()
    }
    /// How many lasted so long at most.
    pub fn within(&self, days: u32) -> u64 {
        self.0.among(|it| *it <= days)
    }
    /// The shortest.
    pub fn least(&self) -> Option<u32> {
        self.iter().next().map(|(days, _)| days)
    }
    /// The longest.
    pub fn greatest(&self) -> Option<u32> {
        self.iter().next_back().map(|(days, _)| days)
    }
    /// How long they lasted in all: of 2³² lengths with a count below 2⁶⁴ each, it never overflows.
    pub fn sum(&self) -> u128 {
        self.iter().map(|(days, count)| u128::from(days) * u128::from(count)).sum()
    }
    /// 平均: how long they lasted in all, over how many there are.
    pub fn mean(&self) -> Ratio {
        Ratio::new(self.sum(), self.count())
    }
    /// 百分位数, by nearest rank: the least value with at least so many percent of all values at or below it; for 0 the least, for 50 the median.
    /// None where nothing was measured, and beyond 100.
    pub fn percentile(&self, percent: u8) -> Option<u32> {
        if percent > 100 {
            return None;
        }
        let all: u128 = self.iter().map(|(_, count)| u128::from(count)).sum();
        let mut so_far = 0;
        let reached = self.iter().find(|(_, count)| {
            so_far += u128::from(*count);
            so_far * 100 >= all * u128::from(percent)
        });
        reached.map(|(days, _)| days)
    }
}
