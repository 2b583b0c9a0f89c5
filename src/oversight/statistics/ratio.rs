use std::cmp::Ordering;

/// 比率: so many of so many, or so much over so many. It is exact; only its [`value`](Self::value) is rounded.
///
/// ```
/// use std::cmp::Ordering;
/// use tongquan::oversight::Ratio;
/// let (third, half, none) = (Ratio::new(1, 3), Ratio::new(1, 2), Ratio::new(0, 0));
/// assert_eq!((half.part(), half.whole(), half.value(), none.value()), (1, 2, Some(0.5), None));
/// assert_eq!(third.compare(half), Ordering::Less);
/// assert_eq!(Ratio::new(2, 6).compare(third), Ordering::Equal);
/// assert_eq!(none.compare(Ratio::new(0, 1)), Ordering::Less); // of nothing comes before all others
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    part: u128,
    whole: u64,
}

impl Ratio {
    /// A part of a whole, or a sum over a number.
    pub const fn new(part: u128, whole: u64) -> Self {
        Self { part, whole }
    }
    /// What there is, in all.
    pub const fn part(self) -> u128 {
        self.part
    }
    /// Of how many.
    pub const fn whole(self) -> u64 {
        self.whole
    }
    /// Its value, to the precision of an `f64`; none of nothing.
    pub fn value(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part as f64 / self.whole as f64)
    }
    /// Which is the larger, exactly; one of nothing is smaller than all others.
    pub fn compare(self, other: Self) -> Ordering {
        let split = |it: Self| {
            let whole = u128::from(it.whole);
            Some((it.part.checked_div(whole)?, it.part.checked_rem(whole)?))
        };
        match (split(self), split(other)) {
            // each rest is less than its whole, so that no product overflows
            (Some((mine, rest)), Some((its, its_rest))) => {
                mine.cmp(&its).then((rest * u128::from(other.whole)).cmp(&(its_rest * u128::from(self.whole))))
            }
            (mine, its) => mine.is_some().cmp(&its.is_some()),
        }
    }
}
