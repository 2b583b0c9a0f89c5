//! Whom an amendment affects (C3), and what differs between two lists (rulebook 10, S52).

use std::collections::{BTreeMap, BTreeSet};

use super::items::{NOT_HERE, REGIONS};
use super::lists::{Entry, List, What, department_of, is_original, stands};

/// An item that is not in a list stands there like one that is not devolved: it affects nobody.
///
/// CHOICE: a county-original item affects nobody either, as no amendment can touch one.
pub fn affected(before: &List, after: &List) -> BTreeSet<&'static str> {
    let touches = |key: &String, region: &str| {
        let (was, is) = (before.get(key), after.get(key));
        if was.is_some_and(is_original) || is.is_some_and(is_original) {
            return false;
        }
        let stood = was.map_or(NOT_HERE, |entry| stands(entry, region));
        let stands_now = is.map_or(NOT_HERE, |entry| stands(entry, region));
        let devolved = stood != NOT_HERE || stands_now != NOT_HERE;
        let moved = was.and_then(department_of) != is.and_then(department_of);
        stood != stands_now || (moved && devolved)
    };
    let mut keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    keys.retain(|key| before.get(*key) != after.get(*key)); // what stays touches nobody
    REGIONS.into_iter().filter(|region| keys.iter().any(|key| touches(key, region))).collect()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// "added", "removed" or "changed".
    pub what: &'static str,
    /// Of a changed item: "name", "department", "modality", "exceptions", "not_to".
    pub parts: BTreeSet<&'static str>,
    /// Where it stands otherwise than before, and how; `None` where there is no such item. What was
    /// no item and is not devolved here differs too, although it affects nobody.
    pub stands: BTreeMap<&'static str, (Option<&'static str>, Option<&'static str>)>,
}

pub fn differences(before: &List, after: &List) -> BTreeMap<String, Difference> {
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut all = BTreeMap::new();
    for key in keys {
        let (was, is) = (before.get(key), after.get(key));
        if was == is {
            continue;
        }
        let (what, parts) = match (was.map(parts), is.map(parts)) {
            (Some(was), Some(is)) => {
                ("changed", is.into_iter().filter(|(p, v)| was.get(p) != Some(v)).map(|(p, _)| p).collect())
            }
            (None, _) => ("added", BTreeSet::new()),
            (_, None) => ("removed", BTreeSet::new()),
        };
        let here = |entry: Option<&Entry>, region: &str| entry.map(|entry| stands(entry, region));
        let stands = REGIONS.into_iter().map(|r| (r, (here(was, r), here(is, r)))).filter(|(_, (a, b))| a != b);
        all.insert(key.clone(), Difference { what, parts, stands: stands.collect() });
    }
    all
}

fn parts(entry: &Entry) -> BTreeMap<&'static str, String> {
    let mut all = BTreeMap::from([("name", entry.name.clone())]);
    if let What::City { department, modality, exceptions, not_to } = &entry.what {
        all.extend([("department", department.clone()), ("modality", (*modality).to_owned())]);
        all.extend([("exceptions", format!("{exceptions:?}")), ("not_to", format!("{not_to:?}"))]);
    }
    all
}
