//! What became of an item, and what differs between two days.

use std::collections::{BTreeMap, BTreeSet};

use tongquan::{
    Catalogue, Item, Region,
    catalogue::{Devolution, Difference},
};

use super::words::{date, entry, key};
use crate::model::{
    lists::{History, List},
    lists_differences::{self as model, differences},
};

/// Item by item, each edition that changed it.
#[track_caller]
pub(super) fn history_agrees(catalogue: &Catalogue, history: &History) {
    let keys: BTreeSet<&String> = history.editions().flat_map(|(_, list)| list.keys()).collect();
    let (mut begun, mut ended) = (0, 0);
    for of in keys {
        let mut before = None;
        let mut expected = vec![];
        let days: BTreeSet<i64> = history.editions().map(|(from, _)| from).collect();
        for day in days {
            let (number, list) = history.in_force(day).unwrap();
            let now = list.get(of);
            if now != before {
                expected.push((date(day), number, now.cloned()));
            }
            before = now;
        }
        let of = key(of);
        let told = catalogue.history(&of).map(|(it, item)| (it.begins(), it.id().number, item.map(entry)));
        let told: Vec<_> = told.collect();
        // one that is removed on the list's first day was never on it
        begun += usize::from(told.first().is_some_and(|(.., it)| it.is_some()));
        ended += usize::from(told.last().is_some_and(|(.., it)| it.is_none()));
        assert_eq!(told, expected, "{of}");
    }
    assert_eq!(begun, catalogue.latest().items().count() + ended);
    assert_eq!(catalogue.history(&key("A2-16")).count(), 0);
}

/// What the crate says of a difference, in the model's words.
fn words(it: &Difference<'_>) -> model::Difference {
    let of = |it: Item<'_>| (it.name().to_owned(), it.devolution());
    let (what, parts) = match (it.before.map(of), it.after.map(of)) {
        (Some(before), Some(after)) => ("changed", parts(&before, &after)),
        (None, Some(_)) => ("added", BTreeSet::new()),
        (Some(_), None) => ("removed", BTreeSet::new()),
        (None, None) => panic!("{it:?}"),
    };
    let label = |it: Option<tongquan::Standing>| it.map(tongquan::Standing::label);
    let stands = it.regions().iter().map(|region| {
        let (before, after) = it.standings(region);
        (region.label(), (label(before), label(after)))
    });
    model::Difference { what, parts, stands: stands.collect() }
}

type Named = (String, Option<Devolution>);

fn parts(before: &Named, after: &Named) -> BTreeSet<&'static str> {
    let mut parts = BTreeSet::new();
    let mut part = |differs: bool, name| {
        if differs {
            parts.insert(name);
        }
    };
    part(before.0 != after.0, "name");
    if let (Some(before), Some(after)) = (&before.1, &after.1) {
        part(before.department != after.department, "department");
        part(before.modality != after.modality, "modality");
        part(before.exceptions != after.exceptions, "exceptions");
        part(before.not_devolved_to != after.not_devolved_to, "not_to");
    }
    parts
}

/// What was amended and amended back is what it was, but that now the amendment says it.
fn by_other_words_alone(it: &Difference<'_>) -> bool {
    let (Some(before), Some(after)) = (it.before, it.after) else { return false };
    let whys = |it: Item<'_>| Region::all().map(|region| it.cell(region).why).collect::<Vec<_>>();
    entry(before) == entry(after) && (whys(before), before.remark()) != (whys(after), after.remark())
}

/// Of every two days around the days on which editions begin.
#[track_caller]
pub(super) fn between_agrees(catalogue: &Catalogue, history: &History) {
    let days: BTreeSet<i64> = history.editions().flat_map(|(from, _)| [from - 1, from]).collect();
    let none = List::new();
    let on = |day| history.in_force(day).map_or(&none, |(_, list)| list);
    for (before, after) in days.iter().flat_map(|before| days.iter().map(move |after| (*before, *after))) {
        let expected = differences(on(before), on(after));
        let all = catalogue.between(date(before), date(after));
        let (same, differ): (Vec<&Difference<'_>>, Vec<&Difference<'_>>) =
            all.iter().partition(|it| by_other_words_alone(it));
        assert!(same.iter().all(|it| it.regions().is_empty()), "{same:?}");
        let told: BTreeMap<String, model::Difference> =
            differ.iter().map(|it| (it.key().unwrap().to_string(), words(it))).collect();
        assert_eq!((told.len(), &told), (differ.len(), &expected), "{before} to {after}");
        in_order(catalogue, &all, (before, after));
    }
}

/// In the order of the list, of whichever of the two editions has the item.
#[track_caller]
fn in_order(catalogue: &Catalogue, all: &[Difference<'_>], (before, after): (i64, i64)) {
    for (day, before) in [(before, true), (after, false)] {
        let listed: Vec<_> = catalogue.in_force(date(day)).into_iter().flat_map(|it| it.items()).collect();
        let there = all.iter().filter_map(|it| if before { it.before } else { it.after });
        let at = there.map(|it| listed.iter().position(|other| *other == it).unwrap());
        assert!(at.is_sorted(), "{all:?}");
    }
}
