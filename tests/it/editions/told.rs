//! What is told of a refused amendment, in the model's words.

use std::collections::BTreeSet;

use tongquan::{
    Rule,
    catalogue::{Amendment, OwnItem},
    law::{Fact, Fault, Faults},
};

use super::words::region;
use crate::model::lists::Wrong;

/// Every fault, by rule, path and facts; whoever is named in them is named here.
#[track_caller]
pub(super) fn told(amendment: &Amendment, faults: &Faults) -> BTreeSet<Wrong> {
    faults.all().iter().flat_map(|it| words(amendment, it)).collect()
}

/// `[3].amendment.changes[0].exceptions` is `changes[0].exceptions`.
fn inner(path: &str) -> &str {
    path.split_once("].amendment").map_or(path, |(_, it)| it.trim_start_matches('.'))
}

/// The item that a path leads to, and the field of it.
fn item_at<'p>(amendment: &Amendment, path: &'p str) -> Option<(String, &'p str)> {
    let (list, rest) = path.split_once('[')?;
    let (at, field) = rest.split_once(']')?;
    let at: usize = at.parse().unwrap();
    let key = match list {
        "removes" => amendment.removes[at].to_string(),
        "changes" => amendment.changes[at].item.to_string(),
        "adds" => amendment.adds[at].key.to_string(),
        _ => return None,
    };
    Some((key, field.trim_start_matches('.')))
}

fn words(amendment: &Amendment, fault: &Fault) -> Vec<Wrong> {
    let path = inner(&fault.path);
    let item = item_at(amendment, path);
    let (key, field) = item.clone().unwrap_or_default();
    let got = &fault.objection.got;
    let wrong = match (fault.objection.rule, path, field) {
        (Rule::AmendmentInOrder, "from", _) => Wrong::BeforeLast,
        (Rule::NumberUnused, "number", _) => Wrong::NumberUsed,
        (Rule::NumberUnused, _, "key") => Wrong::KeyUsed(key),
        (Rule::NumberUnused, _, "name") => Wrong::NameUsed(key),
        (Rule::NamedOnce, "heard", _) => Wrong::HeardTwice(region(&got.zh()).label()),
        (Rule::NamedOnce, _, "" | "item" | "key") => Wrong::ItemTwice(key),
        (Rule::NamedOnce, _, "exceptions" | "origin.city.exceptions") => Wrong::RegionTwice(key),
        (Rule::AmendmentsApart, _, "" | "item" | "key") => Wrong::SameDayTwice(key),
        (Rule::ItemInForce, _, "" | "item") => Wrong::UnknownItem(key),
        (Rule::AmendmentFits, _, "" | "item") => Wrong::NotItsKind(key),
        (Rule::AmendmentChanges, "", _) => Wrong::NothingChanges(None),
        (Rule::AmendmentChanges, _, "") => Wrong::NothingChanges(Some(key)),
        (Rule::NamesSomething, "ground.practice", _) => Wrong::NoReason,
        (Rule::ExceptionsApart, _, "exceptions" | "origin.city.exceptions") => exception(key, fault),
        (Rule::RegionsHeard, "heard", _) => {
            let Fact::List(unheard) = &fault.objection.expected else { panic!("{fault}") };
            return unheard.iter().map(|it| Wrong::NotHeard(region(&it.zh()).label())).collect();
        }
        _ => panic!("no word for {fault}"),
    };
    assert!(item.is_some() || matches!(path, "" | "from" | "number" | "heard" | "ground.practice"), "{fault}");
    vec![wrong]
}

/// An opinion that comes late is none, and one fault names all who were not heard.
pub(super) fn not_heard(wrong: BTreeSet<Wrong>) -> BTreeSet<Wrong> {
    let late = |it| if let Wrong::HeardLate(at) = it { Wrong::NotHeard(at) } else { it };
    wrong.into_iter().map(late).collect()
}

/// The same of the one own item of an entry.
#[track_caller]
pub(super) fn told_of_own(item: &OwnItem, faults: &Faults) -> BTreeSet<Wrong> {
    let key = item.key.to_string();
    let words = |it: &Fault| {
        let (_, field) = it.path.split_once("].own_items.items[0].").unwrap();
        match (it.objection.rule, field) {
            (Rule::NumberUnused, "key") => Wrong::KeyUsed(key.clone()),
            (Rule::NumberUnused, "name") => Wrong::NameUsed(key.clone()),
            (Rule::NamedOnce, "origin.city.exceptions") => Wrong::RegionTwice(key.clone()),
            (Rule::ExceptionsApart, "origin.city.exceptions") => exception(key.clone(), it),
            _ => panic!("no word for {it}"),
        }
    };
    faults.all().iter().map(words).collect()
}

fn exception(key: String, fault: &Fault) -> Wrong {
    let Fact::List(facts) = &fault.objection.got else { panic!("{fault}") };
    let at = region(&facts[0].zh()).label();
    match fault.objection.expected.to_string().as_str() {
        "a modality other than the column's" => Wrong::VacuousException(key, at),
        "a region that it is devolved to" => Wrong::ExceptionNotDevolved(key, at),
        other => panic!("{other}: {fault}"),
    }
}

/// The item that a fault is of.
fn item_of(wrong: &Wrong) -> Option<&str> {
    match wrong {
        Wrong::ItemTwice(key)
        | Wrong::SameDayTwice(key)
        | Wrong::UnknownItem(key)
        | Wrong::KeyUsed(key)
        | Wrong::NameUsed(key)
        | Wrong::NothingChanges(Some(key))
        | Wrong::NotItsKind(key)
        | Wrong::VacuousException(key, _)
        | Wrong::ExceptionNotDevolved(key, _)
        | Wrong::RegionTwice(key) => Some(key),
        Wrong::NumberUsed
        | Wrong::BeforeLast
        | Wrong::NothingChanges(None)
        | Wrong::HeardTwice(_)
        | Wrong::NotHeard(_)
        | Wrong::HeardLate(_)
        | Wrong::NoReason => None,
    }
}

/// The same verdict. Where several things are wrong at once the model leaves out what is not clear: what else there is about an item that is
/// named twice, and who is affected by an item that is at fault; and it tells more of an item that keeps its name and nothing else.
#[track_caller]
pub(super) fn same_verdict(told: &BTreeSet<Wrong>, wrong: &BTreeSet<Wrong>, of: &dyn std::fmt::Debug) {
    let twice: BTreeSet<&str> =
        wrong.iter().filter(|it| matches!(it, Wrong::ItemTwice(_))).filter_map(item_of).collect();
    let at_fault = wrong.iter().any(|it| item_of(it).is_some());
    let left_out = |it: &&Wrong| match it {
        Wrong::NotHeard(_) => at_fault,
        Wrong::ItemTwice(_) => false,
        // one that comes before the last edition has to find another day
        Wrong::SameDayTwice(_) => wrong.contains(&Wrong::BeforeLast),
        // who is given the name that he has
        Wrong::NameUsed(key) if wrong.contains(&Wrong::NothingChanges(Some(key.clone()))) => true,
        Wrong::NameUsed(_) => !twice.is_empty(),
        other => item_of(other).is_some_and(|it| twice.contains(it)),
    };
    let clear = |all: &BTreeSet<Wrong>| all.iter().filter(|it| !left_out(it)).cloned().collect::<BTreeSet<_>>();
    assert_eq!(clear(told), clear(wrong), "{of:?}");
    let unheard = |it: &&Wrong| matches!(it, Wrong::NotHeard(_));
    assert!(wrong.iter().filter(unheard).all(|it| told.contains(it)), "{told:?} {wrong:?} {of:?}");
}
