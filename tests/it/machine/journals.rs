//! Journals that are read: every entry with every change of one field, and every entry of every journal at every point of every other.

use std::sync::LazyLock;

use serde_json::{Value, json};
use tongquan::{AnyCase, Journal};

use super::{Compared, NOT_CHANGED, NOT_ELSEWHERE, Rules, rules};
use crate::{
    forgery::changes::changes,
    journals::GOLDEN,
    model::{
        self,
        machine::{Machine, after},
    },
    scenes::{Kept, Scene, everywhere},
};

struct Told {
    name: &'static str,
    entries: Vec<Value>,
}

/// Those of the repository, and what none of them is: those of an amended list, moved on to it or under each way to choose, one that the city handles for want of a plan, one
/// that crosses regions, one without a handbook, and one that a window decides.
static JOURNALS: LazyLock<Vec<Told>> = LazyLock::new(|| {
    let mut all: Vec<Told> = GOLDEN.iter().map(|it| Told { name: it.name, entries: it.entries() }).collect();
    let amended: Vec<Vec<Value>> = serde_json::from_str(include_str!("../../golden/amended_journals.json")).unwrap();
    all.extend(amended.into_iter().map(|entries| Told { name: "amended", entries }));
    let of = |scene: &Scene| (scene.kept, scene.key, scene.situation.venue, scene.situation.standing);
    for (name, told) in [
        ("fallen back", (Kept::Planless, "XK-003", "competent", model::REVIEW)),
        ("crossing", (Kept::Whole, "A1-1", "competent", model::RESERVED)),
        ("no handbook", (Kept::Bookless, "A2-14", "competent", model::beside::TOWN_INTAKE)),
        ("decided at a window", (Kept::Deciding, "XK-002", "direct", model::DIRECT)),
    ] {
        let played = everywhere().find(|it| of(&it.scene) == told).unwrap();
        let shot = played.shots.iter().find(|it| it.told == "delivered unfavourably").unwrap();
        let entries = serde_json::from_value(json!(shot.case)).unwrap();
        all.push(Told { name, entries });
    }
    all
});

/// What these entries tell, whether they prove a case or not.
fn journal(entries: &[Value]) -> Journal {
    serde_json::from_value(Value::Array(entries.to_vec())).unwrap()
}

/// What the crate makes of one entry more; none where it cannot be read at all.
fn read(before: Option<&Journal>, entry: &Value) -> Option<Result<(), Rules>> {
    let journal = if let Some(Journal { opening, entries }) = before {
        let entry = serde_json::from_value(entry.clone()).ok()?;
        Journal { opening: opening.clone(), entries: [entries.as_slice(), &[entry]].concat() }
    } else {
        serde_json::from_value(json!([entry])).ok()?
    };
    let last = journal.entries.len();
    Some(match AnyCase::replay(journal) {
        Ok(_) => Ok(()),
        Err(why) => {
            assert_eq!(why.at, last, "{why}");
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
    for Told { name, entries } in JOURNALS.iter() {
        for (at, entry) in entries.iter().enumerate() {
            let before = (at > 0).then(|| (journal(&entries[..at]), after(&entries[..at])));
            for change in changes(entry) {
                let Some(ours) = read(before.as_ref().map(|it| &it.0), &change.entry) else {
                    unread += 1;
                    continue;
                };
                let case = before.as_ref().map(|it| &it.1);
                let model = case.map_or_else(|| Machine::file(&change.entry), |it| it.enter(&change.entry));
                let told = || format!("{name} entry {at}{}: {}", change.field, change.to);
                compared.with(step(entry), ours, model.map(drop), told);
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused, unread), (38_024, 88_317, 71_954));
    assert_eq!(compared.never(), NOT_CHANGED);
}

#[test]
fn every_entry_at_every_point_of_every_other_journal_is_judged_as_the_model_judges_it() {
    let mut compared = Compared::default();
    let others: Vec<(&str, Value)> =
        JOURNALS.iter().flat_map(|it| it.entries.iter().skip(1).map(|entry| (it.name, entry.clone()))).collect();
    for Told { name, entries } in JOURNALS.iter() {
        for length in 1..=entries.len() {
            let before = &entries[..length];
            let (case, known) = (after(before), journal(before));
            let last = before.last().and_then(|it| it.as_object()?.values().next()?.pointer("/stamp/at")).unwrap();
            for (of, other) in &others {
                for entry in [other.clone(), at(other, last)] {
                    let ours = read(Some(&known), &entry).unwrap();
                    let told = || format!("{of}'s after {length} of {name}: {entry}");
                    compared.with(step(other), ours, case.enter(&entry).map(drop), told);
                }
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused), (3_277, 154_895));
    assert_eq!(compared.never(), NOT_ELSEWHERE);
}

/// The same at another moment.
fn at(entry: &Value, moment: &Value) -> Value {
    let mut entry = entry.clone();
    if let Some(taken) = entry.as_object_mut().and_then(|it| it.values_mut().next()) {
        taken["stamp"]["at"] = moment.clone();
    }
    entry
}
