//! The model's words in the crate's types, and back. The model calls the listed items by placeholders.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use strum::IntoEnumIterator;
use tongquan::{
    Department, Edition, Item, Key, Kind, Modality, Region,
    catalogue::{self, Devolution, Exception, NewItem, NewOrigin, Opinion, OwnItem, OwnOrigin, Practice},
    place::Regions,
    text::Text,
};

use crate::model::lists::{Amendment, Entry, Ground, ItemChange, What};

/// The day of signature, in the model's count.
pub(super) fn first_day() -> i64 {
    count(Edition::built_in().id().from)
}

pub(super) fn count(day: NaiveDate) -> i64 {
    day.num_days_from_ce().into()
}

pub(super) fn date(day: i64) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day.try_into().unwrap()).unwrap()
}

pub(super) fn key(key: &str) -> Key {
    key.parse().unwrap()
}

/// `name of A1-3` is the third item's name, whoever has it.
pub(super) fn name(name: &str) -> Text {
    let listed = name.strip_prefix("name of ").map(|it| Edition::built_in().item(&key(it)).unwrap().name());
    listed.unwrap_or(name).parse().unwrap()
}

pub(super) fn name_words(name: &str) -> String {
    let listed = Edition::built_in().item_named(name);
    listed.map_or_else(|_| name.to_owned(), |it| format!("name of {}", it.key()))
}

pub(super) fn region(label: &str) -> Region {
    Region::all().find(|it| it.label() == label).unwrap()
}

fn regions(labels: &BTreeSet<&'static str>) -> Regions {
    labels.iter().map(|it| region(it)).collect()
}

pub(super) fn modality(label: &str) -> Modality {
    Modality::iter().find(|it| it.label() == label).unwrap()
}

fn kind(label: &str) -> Kind {
    Kind::iter().find(|it| it.label() == label).unwrap()
}

fn exceptions<'a>(of: impl IntoIterator<Item = (&'a &'static str, &'a &'static str)>) -> Vec<Exception> {
    of.into_iter().map(|(at, by)| Exception { region: region(at), modality: modality(by) }).collect()
}

/// None of what was not the city's.
fn devolution(what: &What) -> Option<Devolution> {
    let What::City { department, modality: column, exceptions: excepted, not_to } = what else { return None };
    let department: Department = department.parse().unwrap();
    let exceptions = exceptions(excepted);
    Some(Devolution { exceptions, not_devolved_to: regions(not_to), ..Devolution::new(department, modality(column)) })
}

pub(super) fn amendment(it: &Amendment) -> catalogue::Amendment {
    let ground = match &it.ground {
        Ground::Law => catalogue::Ground::Law("（虚构）某法".parse().unwrap()),
        Ground::Policy => catalogue::Ground::Policy("（虚构）某政策".parse().unwrap()),
        Ground::Practice(reasons) => catalogue::Ground::Practice(reasons.iter().map(|it| reason(it)).collect()),
    };
    let said = || "（虚构）同意".parse().unwrap();
    let heard = it.heard.iter().map(|(at, on)| Opinion { region: region(at), on: date(*on), said: said() });
    catalogue::Amendment {
        heard: heard.collect(),
        adds: it.adds.iter().map(|(key, entry)| new_item(key, entry)).collect(),
        removes: it.removes.iter().map(|it| key(it)).collect(),
        changes: it.changes.iter().map(|(key, it)| change(key, it)).collect(),
        ..catalogue::Amendment::new(it.number.parse().unwrap(), date(it.from), ground)
    }
}

fn reason(word: &str) -> Practice {
    Practice::iter().find(|it| it.label() == word).unwrap()
}

fn new_item(key: &str, entry: &Entry) -> NewItem {
    let list = devolution(&entry.what).map_or(NewOrigin::ThreeTier, NewOrigin::City);
    assert!(entry.what != What::CountyOriginal, "of no list");
    NewItem { key: key.parse().unwrap(), name: name(&entry.name), kind: kind(entry.kind), origin: list }
}

fn change(item: &str, it: &ItemChange) -> catalogue::ItemChange {
    let given = it.exceptions.as_ref().map(|it| exceptions(it.iter().map(|(at, by)| (at, by))));
    catalogue::ItemChange {
        modality: it.modality.map(modality),
        exceptions: given,
        not_devolved_to: it.not_to.as_ref().map(regions),
        department: it.department.as_ref().map(|it| it.parse().unwrap()),
        name: it.name.as_ref().map(|it| name(it)),
        ..catalogue::ItemChange::of(key(item))
    }
}

pub(super) fn own_item(key: &str, entry: &Entry) -> OwnItem {
    let origin = devolution(&entry.what).map_or(OwnOrigin::County, OwnOrigin::City);
    OwnItem { key: key.parse().unwrap(), name: name(&entry.name), kind: kind(entry.kind), origin }
}

/// What the crate says of an item, as the model would have it.
pub(super) fn entry(item: Item<'_>) -> Entry {
    let what = match (item.devolution(), item.origin()) {
        (Some(it), _) => What::City {
            department: it.department.label().to_owned(),
            modality: it.modality.label(),
            exceptions: it.exceptions.iter().map(|it| (it.region.label(), it.modality.label())).collect(),
            not_to: it.not_devolved_to.iter().map(Region::label).collect(),
        },
        (None, catalogue::Origin::ThreeTier) => What::ThreeTier,
        (None, catalogue::Origin::County) => What::CountyOriginal,
        (None, catalogue::Origin::City) => panic!("{item:?}: a city item without terms"),
    };
    Entry { name: name_words(item.name()), kind: item.kind().label(), what }
}
