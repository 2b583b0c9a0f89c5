use proptest::{
    prelude::RngExt as _,
    test_runner::{RngAlgorithm, TestRng},
};

/// What is drawn, from the runner's own seed or from one that a value keeps.
pub(super) struct Luck(TestRng);

impl Luck {
    pub(super) const fn of(rng: TestRng) -> Self {
        Self(rng)
    }

    /// The same draws whenever it is asked.
    pub(super) fn seeded(seed: u64) -> Self {
        let mut bytes = [0; 32];
        for (to, from) in bytes.iter_mut().zip(seed.to_le_bytes()) {
            *to = from;
        }
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
    }

    /// Of a hundred times, so many.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0.random_range(least..=most.max(least))
    }

    /// Less than a bound; 0 where that is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { self.0.random_range(0..bound) }
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// One of these, or what is given where there is none.
    pub(super) fn one<T: Clone>(&mut self, from: &[T], else_this: T) -> T {
        self.pick(from).cloned().unwrap_or(else_this)
    }

    /// By their weights.
    pub(super) fn weighed<'a, T>(&mut self, from: &'a [T], weight: impl Fn(&T) -> u32) -> Option<&'a T> {
        let total = from.iter().map(&weight).sum::<u32>();
        let mut left = self.between(1, total.max(1));
        from.iter().find(|it| {
            let weight = weight(it);
            let here = left <= weight;
            left = left.saturating_sub(weight);
            here
        })
    }

    /// So many of these at most, in an order of their own.
    pub(super) fn some<T: Clone>(&mut self, from: &[T], most: usize) -> Vec<T> {
        let (mut left, mut taken) = (from.to_vec(), Vec::new());
        while taken.len() < most && !left.is_empty() {
            taken.push(left.swap_remove(self.below(left.len())));
        }
        taken
    }

    /// Those for which luck has it.
    pub(super) fn those<T: Clone>(&mut self, from: &[T], percent: u32) -> Vec<T> {
        from.iter().filter(|_| self.chance(percent)).cloned().collect()
    }
}
