use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

/// What is drawn for one case: a stream of its own under the seed, so that a case depends on both alone.
pub(crate) struct Luck(ChaCha8Rng);

impl Luck {
    pub(crate) fn of(seed: u64, case: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(case);
        Self(rng)
    }

    /// So many times in a thousand.
    pub(crate) fn chance(&mut self, of_thousand: u32) -> bool {
        self.0.random_ratio(of_thousand.min(1_000), 1_000)
    }

    /// A number from the first to the last, both included.
    pub(crate) fn between(&mut self, first: u32, last: u32) -> u32 {
        self.0.random_range(first..=last.max(first))
    }

    /// The same, small numbers more often.
    pub(crate) fn few(&mut self, first: u32, last: u32) -> u32 {
        let most = self.between(first, last);
        self.between(first, most)
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let last = u32::try_from(from.len()).ok()?.checked_sub(1)?;
        from.get(self.between(0, last) as usize)
    }

    /// By weights.
    pub(crate) fn weighed(&mut self, by: &rand::distr::weighted::WeightedIndex<u32>) -> usize {
        self.0.sample(by)
    }
}
