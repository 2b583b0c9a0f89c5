//! Journals that are read: every entry with every change of one field, and every entry of every journal at every point of every other.

use serde_json::Value;
use tongquan::{AnyCase, Journal};

use super::{Compared, Rules, rules};
use crate::{
    forgery::changes::changes,
    journals::GOLDEN,
    model::machine::{Machine, after},
};

/// What the crate makes of one entry more; none where it cannot be read at all.
fn read(before: &[Value], entry: &Value) -> Option<Result<(), Rules>> {
    let all = [before, std::slice::from_ref(entry)].concat();
    let journal: Journal = serde_json::from_value(Value::Array(all)).ok()?;
    Some(match AnyCase::replay(journal) {
        Ok(_) => Ok(()),
        Err(why) => {
            assert_eq!(why.at, before.len(), "{why}");
            Err(rules(&why.why))
        }
    })
}

fn step(entry: &Value) -> &str {
    entry.as_object().and_then(|it| it.keys().next()).map_or("", String::as_str)
}

#[test]
fn every_change_of_one_field_of_every_entry_is_judged_as_the_model_judges_it() {
    let mut compared = Compared::default();
    let mut unread = 0;
    for golden in GOLDEN {
        let entries = golden.entries();
        for (at, entry) in entries.iter().enumerate() {
            let before = &entries[..at];
            let case = (at > 0).then(|| after(before));
            for change in changes(entry) {
                let Some(ours) = read(before, &change.entry) else {
                    unread += 1;
                    continue;
                };
                let model = case.as_ref().map_or_else(|| Machine::file(&change.entry), |it| it.enter(&change.entry));
                let told = || format!("{} entry {at}{}: {}", golden.name, change.field, change.to);
                compared.with(step(entry), ours, model.map(drop), told);
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused, unread), (14_129, 7_970, 41_157));
    assert_eq!(compared.rules.len(), 42);
}

#[test]
fn every_entry_at_every_point_of_every_other_journal_is_judged_as_the_model_judges_it() {
    let mut compared = Compared::default();
    let others: Vec<(&str, Value)> =
        GOLDEN.iter().flat_map(|it| it.entries().into_iter().skip(1).map(|entry| (it.name, entry))).collect();
    for golden in GOLDEN {
        let entries = golden.entries();
        for length in 1..=entries.len() {
            let before = &entries[..length];
            let case = after(before);
            let last = before.last().and_then(|it| it.as_object()?.values().next()?.pointer("/stamp/at")).unwrap();
            for (name, other) in &others {
                for entry in [other.clone(), at(other, last)] {
                    let ours = read(before, &entry).unwrap();
                    let told = || format!("{name}'s after {length} of {}: {entry}", golden.name);
                    compared.with(step(other), ours, case.enter(&entry).map(drop), told);
                }
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused), (1_291, 60_901));
    assert_eq!(compared.rules.len(), 41);
}

/// The same at another moment.
fn at(entry: &Value, moment: &Value) -> Value {
    let mut entry = entry.clone();
    if let Some(taken) = entry.as_object_mut().and_then(|it| it.values_mut().next()) {
        taken["stamp"]["at"] = moment.clone();
    }
    entry
}
