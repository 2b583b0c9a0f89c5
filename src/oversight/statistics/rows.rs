//! Maps as sequences of rows, so that any key can be written in any format. Rows come in any order; what cannot have been written is refused.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Rows as a map: of a key once, and of something.
pub(super) fn collected<K: Ord, V, E: de::Error>(
    rows: impl IntoIterator<Item = (K, V)>,
    is_nothing: impl Fn(&V) -> bool,
) -> Result<BTreeMap<K, V>, E> {
    let mut map = BTreeMap::new();
    for (at, (key, value)) in rows.into_iter().enumerate() {
        if is_nothing(&value) {
            return Err(E::custom(format_args!("[{at}]: of nothing there is no row（计数为零的不列）")));
        }
        if map.insert(key, value).is_some() {
            return Err(E::custom(format_args!("[{at}]: a row before has the same key（与前面的行重复）")));
        }
    }
    Ok(map)
}

/// As a sequence of pairs.
pub(super) fn write<K: Serialize, V: Serialize, S: Serializer>(map: &BTreeMap<K, V>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(map)
}

/// From a sequence of pairs.
pub(super) fn read<'de, K, V, D>(from: D, is_nothing: impl Fn(&V) -> bool) -> Result<BTreeMap<K, V>, D::Error>
where
    K: Ord + Deserialize<'de>,
    V: Deserialize<'de>,
    D: Deserializer<'de>,
{
    collected(Vec::<(K, V)>::deserialize(from)?, is_nothing)
}
