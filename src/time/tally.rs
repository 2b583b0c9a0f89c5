/// How many days are worked: a bit a day, and before each 64 of them the count so far. It counts and finds without walking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally(Box<[Word]>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    worked: u64,
    before: u32,
}

const BITS: usize = u64::BITS as usize;

impl Tally {
    /// Of days in order: whether each is worked.
    pub(super) fn of(days: impl Iterator<Item = bool>) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut before = 0;
        for (at, worked) in days.enumerate() {
            if at % BITS == 0 {
                words.push(Word { worked: 0, before });
            }
            if let Some(word) = words.last_mut().filter(|_| worked) {
                word.worked |= 1 << (at % BITS);
                before += 1;
            }
        }
        Self(words.into())
    }

    /// How many are worked of that many days from the first on.
    pub(super) fn among_first(&self, days: usize) -> u32 {
        self.0.get(days / BITS).or(self.0.last()).map_or(0, |word| {
            let here = if days / BITS < self.0.len() { (1 << (days % BITS)) - 1 } else { u64::MAX };
            word.before + (word.worked & here).count_ones()
        })
    }

    /// Where the worked day stands that has that many before it.
    pub(super) fn nth(&self, earlier: u32) -> Option<usize> {
        let at = self.0.partition_point(|word| word.before <= earlier).checked_sub(1)?;
        let word = self.0.get(at)?;
        let skipped = earlier - word.before;
        // each round takes out the lowest day that is left
        let left =
            (skipped < word.worked.count_ones()).then(|| (0..skipped).fold(word.worked, |it, _| it & (it - 1)))?;
        Some(at * BITS + left.trailing_zeros() as usize)
    }
}
