use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rows;

/// 计数: how many of each there are. What was not counted is 0. Counts add up, in any order; what is more than can be counted stays at the most.
///
/// It is written as a sequence of pairs, of what and how many, in order, and read in any: what stands in it twice is refused, and a count of 0.
///
/// ```
/// use tongquan::{case::StageKind, oversight::Counts};
/// let mut counts = Counts::new();
/// counts.add(StageKind::Filed, 2);
/// counts.add(StageKind::Closed, 1);
/// assert_eq!((counts.of(&StageKind::Filed), counts.of(&StageKind::Sealed), counts.total()), (2, 0, 3));
/// let written = serde_json::to_string(&counts)?;
/// assert_eq!(written, r#"[["filed",2],["closed",1]]"#);
/// assert_eq!(serde_json::from_str::<Counts<StageKind>>(&written)?, counts);
/// assert!(serde_json::from_str::<Counts<StageKind>>(r#"[["filed",2],["filed",1]]"#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts<K> {
    /// INVARIANT (counts of something): none is 0, so that equal counts are equal maps.
    counts: BTreeMap<K, u64>,
}

impl<K> Counts<K> {
    /// Counts of nothing yet.
    pub const fn new() -> Self {
        Self { counts: BTreeMap::new() }
    }
    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
    /// Each that was counted, in order, with how many there are.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, u64)> + ExactSizeIterator {
        self.counts.iter().map(|(key, count)| (key, *count))
    }
    /// How many there are in all.
    pub fn total(&self) -> u64 {
        self.among(|_| true)
    }
    /// How many there are of some.
    pub fn among(&self, are: impl Fn(&K) -> bool) -> u64 {
        let counts = self.counts.iter().filter(|(key, _)| are(key));
        counts.fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}

impl<K: Ord> Counts<K> {
    /// Counts something so many times more.
    pub fn add(&mut self, key: K, times: u64) {
        if times > 0 {
            let count = self.counts.entry(key).or_default();
            *count = count.saturating_add(times);
        }
    }
    /// How many there are of one.
    pub fn of(&self, key: &K) -> u64 {
        self.counts.get(key).copied().unwrap_or_default()
    }
}

impl<K: Ord + Clone> Counts<K> {
    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: &Self) {
        other.iter().for_each(|(key, count)| self.add(key.clone(), count));
    }
}

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Serialize> Serialize for Counts<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        rows::write(&self.counts, to)
    }
}

impl<'de, K: Ord + Deserialize<'de>> Deserialize<'de> for Counts<K> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self { counts: rows::read(from, |it| *it == 0)? })
    }
}
