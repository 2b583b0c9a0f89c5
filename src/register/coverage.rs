use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::line::{AsOf, At, Line};
use crate::catalogue::{Item, Key, Kind};

/// 事项范围: which items a row speaks of.
///
/// ```
/// use tongquan::{Edition, register::Items};
/// let edition = Edition::built_in();
/// let covered = |row: &str| -> Result<usize, serde_json::Error> {
///     let items: Items = serde_json::from_str(row)?;
///     Ok(edition.items().filter(|it| items.covers(*it)).count())
/// };
/// assert_eq!(covered(r#""all""#)?, 76); // both annexes
/// assert_eq!(covered(r#"{"of_kind": "licence"}"#)?, 7); // those of annex 2
/// assert_eq!(covered(r#"{"only": ["A1-36", "A1-33"]}"#)?, 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Items {
    /// 全部事项: every item that the rest of the row can mean.
    All,
    /// 某类事项: those of a kind, also those that come to the list later.
    OfKind(Kind),
    /// 所列事项: these, by their keys.
    Only(Vec<Key>),
}

impl Items {
    /// The items that it names one by one.
    pub fn keys(&self) -> &[Key] {
        match self {
            Self::Only(keys) => keys,
            Self::All | Self::OfKind(_) => &[],
        }
    }

    /// Whether an item is among them.
    pub fn covers(&self, item: Item<'_>) -> bool {
        self.cover(item.key(), item.kind())
    }

    /// The same of what a case keeps of its item, whether that is on the list still or not.
    pub(crate) fn cover(&self, key: &Key, kind: Kind) -> bool {
        match self {
            Self::All => true,
            Self::OfKind(it) => *it == kind,
            Self::Only(keys) => keys.contains(key),
        }
    }
}

/// What rows say of the items that they cover: found by three look-ups, however many items and rows.
#[derive(Clone, Debug)]
pub(super) struct Coverage<T> {
    all: Option<T>,
    kinds: BTreeMap<Kind, T>,
    keys: BTreeMap<Key, T>,
}

impl<T> Default for Coverage<T> {
    fn default() -> Self {
        Self { all: None, kinds: BTreeMap::new(), keys: BTreeMap::new() }
    }
}

impl<T: Default> Coverage<T> {
    /// Changes what is said of these items.
    pub(super) fn change(&mut self, items: &Items, mut change: impl FnMut(&mut T)) {
        match items {
            Items::All => change(self.all.get_or_insert_default()),
            Items::OfKind(kind) => change(self.kinds.entry(*kind).or_default()),
            Items::Only(keys) => keys.iter().for_each(|key| change(self.keys.entry(key.clone()).or_default())),
        }
    }
}

impl<T> Coverage<T> {
    /// What is said of an item: as itself, as one of its kind, as any.
    pub(super) fn of(&self, key: &Key, kind: Kind) -> impl Iterator<Item = &T> {
        [self.keys.get(key), self.kinds.get(&kind), self.all.as_ref()].into_iter().flatten()
    }
}

impl Coverage<Line> {
    pub(super) fn add(&mut self, items: &Items, from: NaiveDate, at: At) {
        self.change(items, |line| line.add(from, at));
    }

    /// The row that counts for an item: the last begun of those that speak of it, of one day the one recorded last.
    pub(super) fn on(&self, key: &Key, kind: Kind, asked: AsOf) -> Option<(NaiveDate, At)> {
        self.of(key, kind).filter_map(|line| line.on(asked)).max()
    }

    /// The next row to begin.
    pub(super) fn next(&self, key: &Key, kind: Kind, asked: AsOf) -> Option<(NaiveDate, At)> {
        self.of(key, kind).filter_map(|line| line.next(asked)).min()
    }
}
