//! How the catalogue is amended (C3, rulebook 10, S52): editions by day, and why an amendment is
//! refused.

use std::collections::{BTreeMap, BTreeSet};

use super::items::{
    CHOOSE, DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, REGIONS, REVIEW, WINDOW, base, department, kind, modality_here,
};
use super::lists_differences::affected;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub kind: &'static str,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Formerly the city's.
    City {
        department: String,
        /// The column.
        modality: &'static str,
        exceptions: BTreeMap<&'static str, &'static str>,
        not_to: BTreeSet<&'static str>,
    },
    ThreeTier,
    CountyOriginal,
}

/// By key: "A1-36", "A2-3", and whatever else a service or an amendment gives.
pub type List = BTreeMap<String, Entry>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    Law,
    Policy,
    /// 办件量较少、专业性较强、办理成本高、安全风险大, in whatever words.
    Practice(Vec<&'static str>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    pub number: String,
    pub from: i64,
    pub ground: Ground,
    pub heard: Vec<(&'static str, i64)>,
    pub adds: Vec<(String, Entry)>,
    pub removes: Vec<String>,
    pub changes: Vec<(String, ItemChange)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemChange {
    pub modality: Option<&'static str>,
    pub exceptions: Option<Vec<(&'static str, &'static str)>>,
    pub not_to: Option<BTreeSet<&'static str>>,
    pub department: Option<String>,
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    NumberUsed,
    BeforeLast,
    ItemTwice(String),
    SameDayTwice(String),
    UnknownItem(String),
    KeyUsed(String),
    NameUsed(String),
    /// Of an item, or of the whole amendment.
    NothingChanges(Option<String>),
    NotItsKind(String),
    VacuousException(String, &'static str),
    ExceptionNotDevolved(String, &'static str),
    RegionTwice(String),
    HeardTwice(&'static str),
    NotHeard(&'static str),
    HeardLate(&'static str),
    NoReason,
}

#[derive(Clone, Copy)]
enum Wish<'a> {
    Add(&'a Entry),
    Remove,
    ItemChange(&'a ItemChange),
}

/// The 76 of the annexes, under placeholders for names.
pub fn first() -> List {
    let mut list = List::new();
    for number in 1..=61 {
        let here = |region: &&'static str| modality_here(number, region);
        let what = What::City {
            department: department(number).to_owned(),
            modality: base(number),
            exceptions: REGIONS
                .into_iter()
                .map(|region| (region, here(&region)))
                .filter(|(_, modality)| ![base(number), NOT_HERE].contains(modality))
                .collect(),
            not_to: REGIONS.into_iter().filter(|region| here(region) == NOT_HERE).collect(),
        };
        let key = format!("A1-{number}");
        list.insert(key.clone(), Entry { name: format!("name of {key}"), kind: kind(1, number), what });
    }
    for number in 1..=15 {
        let key = format!("A2-{number}");
        let name = format!("name of {key}");
        list.insert(key, Entry { name, kind: kind(2, number), what: What::ThreeTier });
    }
    list
}

/// In the region alone: matters that cross regions are another question.
pub fn stands(entry: &Entry, region: &str) -> &'static str {
    assert!(REGIONS.contains(&region), "no such region: {region}");
    match &entry.what {
        What::City { not_to, .. } if not_to.contains(region) => NOT_HERE,
        What::City { modality, exceptions, .. } => exceptions.get(region).copied().unwrap_or(modality),
        What::ThreeTier => CHOOSE,
        What::CountyOriginal => ORIGINAL,
    }
}

pub(super) fn department_of(entry: &Entry) -> Option<&str> {
    match &entry.what {
        What::City { department, .. } => Some(department),
        What::ThreeTier | What::CountyOriginal => None,
    }
}

pub(super) fn is_original(entry: &Entry) -> bool {
    entry.what == What::CountyOriginal
}

#[derive(Clone, Debug)]
pub struct History {
    /// What the list was from a day on, and the number of the edition that it is.
    pub(super) editions: Vec<(i64, u16, List)>,
    /// Number, day and the items named, of each amendment made.
    amendments: Vec<(String, i64, BTreeSet<String>)>,
    pub(super) keys: BTreeSet<String>,
}

impl History {
    pub fn first(day: i64) -> Self {
        let list = first();
        Self { keys: list.keys().cloned().collect(), editions: vec![(day, 1, list)], amendments: vec![] }
    }

    pub fn in_force(&self, day: i64) -> Option<(u16, &List)> {
        self.editions.iter().rfind(|(from, ..)| *from <= day).map(|(_, number, list)| (*number, list))
    }

    fn last(&self) -> &(i64, u16, List) {
        self.editions.last().expect("there is a first edition")
    }

    /// The history with one edition more, or everything that is wrong.
    ///
    /// CHOICE: left out is what else there is about an item named twice (it is not clear what is
    /// wanted) or unknown, save that it was named on that day before.
    /// CHOICE: an item with a fault of its own, whichever, counts as unchanged (not added, not
    /// removed) when the affected regions are computed; so "not heard" may miss some. The faults
    /// of number, day and reason leave everything else as it is.
    pub fn amend(&self, amendment: &Amendment) -> Result<Self, BTreeSet<Wrong>> {
        let (_, last, before) = self.last();
        let made_on = self.amendments.iter().map(|(_, day, _)| *day).max();
        let last_day = made_on.unwrap_or(self.editions[0].0);
        let wishes = wishes(amendment);
        let mut wrong = BTreeSet::new();
        // CHOICE: among the numbers of amendments; the document's own number is none.
        if self.amendments.iter().any(|(number, ..)| *number == amendment.number) {
            wrong.insert(Wrong::NumberUsed);
        }
        if amendment.from < last_day {
            wrong.insert(Wrong::BeforeLast);
        }
        if wishes.is_empty() {
            wrong.insert(Wrong::NothingChanges(None));
        }
        let mut after = before.clone();
        let taken = taken(before, &wishes);
        for (key, of_item) in &wishes {
            let mut faults = BTreeSet::new();
            // CHOICE: the first edition is no amendment, so its day is no such day.
            if self.amendments.iter().any(|(_, day, named)| *day == amendment.from && named.contains(key)) {
                faults.insert(Wrong::SameDayTwice(key.clone()));
            }
            match of_item.as_slice() {
                [wish] => faults.extend(self.faults(key, *wish)),
                _ => faults.extend([Wrong::ItemTwice(key.clone())]),
            }
            if taken.contains(key) {
                faults.insert(Wrong::NameUsed(key.clone()));
            }
            if faults.is_empty() {
                let made = match of_item.as_slice() {
                    [Wish::Add(entry)] => Some((*entry).clone()),
                    [Wish::ItemChange(change)] => before.get(key).map(|entry| changed(entry, change)),
                    _ => None,
                };
                after.remove(key);
                after.extend(made.map(|entry| (key.clone(), entry)));
            }
            wrong.extend(faults);
        }
        wrong.extend(unheard(amendment, &affected(before, &after)));
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let mut made = self.clone();
        // what a service added since comes to it on its own day
        let since = self.editions.iter().rposition(|(from, ..)| *from <= amendment.from).unwrap_or(0);
        let later = self.editions[since..].iter().map(|(from, _, list)| (*from.max(&amendment.from), list));
        let later: Vec<(i64, u16, List)> = later
            .map(|(from, list)| {
                let mut list = list.clone();
                for key in wishes.keys() {
                    match after.get(key) {
                        Some(entry) => drop(list.insert(key.clone(), entry.clone())),
                        None => drop(list.remove(key)),
                    }
                }
                (from, last + 1, list)
            })
            .collect();
        made.editions.retain(|(from, ..)| *from <= amendment.from);
        made.editions.extend(later);
        let named: BTreeSet<String> = wishes.into_keys().collect();
        made.keys.extend(named.clone());
        made.amendments.push((amendment.number.clone(), amendment.from, named));
        Ok(made)
    }

    /// Of an item named once; names apart.
    fn faults(&self, key: &str, wish: Wish<'_>) -> BTreeSet<Wrong> {
        let (_, _, before) = self.last();
        let own = key.to_owned();
        match (wish, before.get(key)) {
            (Wish::Add(entry), _) => {
                let mut faults = terms_given(key, entry);
                if self.keys.contains(key) {
                    faults.insert(Wrong::KeyUsed(own.clone()));
                }
                if is_original(entry) {
                    faults.insert(Wrong::NotItsKind(own));
                }
                faults
            }
            (_, None) => BTreeSet::from([Wrong::UnknownItem(own)]),
            (_, Some(entry)) if is_original(entry) => BTreeSet::from([Wrong::NotItsKind(own)]),
            (Wish::Remove, Some(_)) => BTreeSet::new(),
            (Wish::ItemChange(change), Some(entry)) => faults_of_change(key, entry, change),
        }
    }
}

fn wishes(amendment: &Amendment) -> BTreeMap<String, Vec<Wish<'_>>> {
    let mut all: BTreeMap<String, Vec<Wish<'_>>> = BTreeMap::new();
    for (key, entry) in &amendment.adds {
        all.entry(key.clone()).or_default().push(Wish::Add(entry));
    }
    for key in &amendment.removes {
        all.entry(key.clone()).or_default().push(Wish::Remove);
    }
    for (key, change) in &amendment.changes {
        all.entry(key.clone()).or_default().push(Wish::ItemChange(change));
    }
    all
}

/// Who wants a name that another item of the edition made has: of two that want one name, both.
///
/// CHOICE: the edition made is thought of as if all other faults were mended: what is removed has
/// freed its name, and what is added or renamed has its own, also where it is refused for
/// something else. But what is county-original keeps its name and gets none; an item named twice
/// the same. An add under a used key is not held against the item that has the key.
fn taken(before: &List, wishes: &BTreeMap<String, Vec<Wish<'_>>>) -> BTreeSet<String> {
    let once = |key: &String| match wishes.get(key).map(Vec::as_slice) {
        Some([wish]) => Some(*wish),
        _ => None,
    };
    // Key, name, and whether it is this amendment that gives it.
    let mut names: Vec<(&String, &String, bool)> = vec![];
    for (key, entry) in before {
        match once(key) {
            Some(Wish::Remove) if !is_original(entry) => {}
            Some(Wish::ItemChange(ItemChange { name: Some(name), .. })) if !is_original(entry) => {
                names.push((key, name, true))
            }
            _ => names.push((key, &entry.name, false)),
        }
    }
    for key in wishes.keys() {
        match once(key) {
            Some(Wish::Add(entry)) if !is_original(entry) => names.push((key, &entry.name, true)),
            _ => {}
        }
    }
    let clash = |key: &String, name: &String| names.iter().any(|(k, n, _)| *k != key && *n == name);
    names.iter().filter(|(key, name, given)| *given && clash(key, name)).map(|(key, ..)| (*key).clone()).collect()
}

/// Of exceptions that are given, against the column and the scope that are to stand beside them.
fn exceptions_given(
    key: &str,
    given: &[(&'static str, &'static str)],
    column: &str,
    not_to: &BTreeSet<&'static str>,
) -> BTreeSet<Wrong> {
    let mut words = given.iter().map(|(_, modality)| *modality).chain([column]);
    assert!(words.all(|m| [DIRECT, WINDOW, REVIEW, ENTRUSTED].contains(&m)), "{key}: no such modality");
    let mut regions = given.iter().map(|(region, _)| region).chain(not_to);
    assert!(regions.all(|region| REGIONS.contains(region)), "{key}: no such region");
    let mut faults = BTreeSet::new();
    for (region, modality) in given {
        if *modality == column {
            faults.insert(Wrong::VacuousException(key.to_owned(), region));
        }
        if not_to.contains(region) {
            faults.insert(Wrong::ExceptionNotDevolved(key.to_owned(), region));
        }
        // Also if both say the same.
        if given.iter().filter(|(other, _)| other == region).count() > 1 {
            faults.insert(Wrong::RegionTwice(key.to_owned()));
        }
    }
    faults
}

pub(super) fn terms_given(key: &str, entry: &Entry) -> BTreeSet<Wrong> {
    match &entry.what {
        What::City { modality, exceptions, not_to, .. } => {
            let given: Vec<_> = exceptions.iter().map(|(region, modality)| (*region, *modality)).collect();
            exceptions_given(key, &given, modality, not_to)
        }
        What::ThreeTier | What::CountyOriginal => BTreeSet::new(),
    }
}

fn faults_of_change(key: &str, entry: &Entry, change: &ItemChange) -> BTreeSet<Wrong> {
    let made = changed(entry, change);
    let mut faults = BTreeSet::new();
    match &made.what {
        // What stays of those it had has fallen away where it would be wrong.
        What::City { modality, not_to, .. } => {
            let given = change.exceptions.as_deref().unwrap_or_default();
            faults.extend(exceptions_given(key, given, modality, not_to));
        }
        // Set at all is set, an empty list too.
        _ if (ItemChange { name: None, ..change.clone() }) != ItemChange::default() => {
            faults.insert(Wrong::NotItsKind(key.to_owned()));
        }
        _ => {}
    }
    // CHOICE: exceptions in another order are the same.
    if made == *entry && faults.is_empty() {
        faults.insert(Wrong::NothingChanges(Some(key.to_owned())));
    }
    faults
}

fn changed(entry: &Entry, change: &ItemChange) -> Entry {
    let mut made = entry.clone();
    made.name = change.name.clone().unwrap_or(made.name);
    if let What::City { department, modality, exceptions, not_to } = &mut made.what {
        *modality = change.modality.unwrap_or(modality);
        department.clone_from(change.department.as_ref().unwrap_or(&department.clone()));
        not_to.clone_from(change.not_to.as_ref().unwrap_or(&not_to.clone()));
        match &change.exceptions {
            Some(given) => *exceptions = given.iter().copied().collect(),
            // Those that say what the column says fall away, and those of regions withheld.
            None => exceptions.retain(|region, excepted| excepted != modality && !not_to.contains(region)),
        }
    }
    made
}

fn unheard(amendment: &Amendment, affected: &BTreeSet<&'static str>) -> BTreeSet<Wrong> {
    assert!(amendment.heard.iter().all(|(region, _)| REGIONS.contains(region)), "no such region");
    let days = |region: &str| -> Vec<i64> {
        amendment.heard.iter().filter(|(heard, _)| *heard == region).map(|(_, day)| *day).collect()
    };
    let mut faults = BTreeSet::new();
    // CHOICE: on whatever ground, and affected or not.
    faults.extend(REGIONS.into_iter().filter(|region| days(region).len() > 1).map(Wrong::HeardTwice));
    if let Ground::Practice(reasons) = &amendment.ground {
        // CHOICE: a reason given twice is one.
        if reasons.is_empty() {
            faults.insert(Wrong::NoReason);
        }
        // CHOICE: late is a fault where hearing was due, and where no opinion was in time.
        for region in affected {
            let days = days(region);
            if days.is_empty() {
                faults.insert(Wrong::NotHeard(region));
            } else if days.iter().all(|day| *day >= amendment.from) {
                faults.insert(Wrong::HeardLate(region));
            }
        }
    }
    faults
}
