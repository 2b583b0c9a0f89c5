//! Every amendment that does one thing, and no more, to one item of the annexes; and every addition of one.

use std::collections::{BTreeMap, BTreeSet};

use tongquan::Department;

use super::{law, words::name_words};
use crate::model::{
    DIRECT, ENTRUSTED, REGIONS, REVIEW, WINDOW,
    lists::{Amendment, Entry, ItemChange, List, What},
};

pub(super) const MODALITIES: [&str; 4] = [DIRECT, WINDOW, REVIEW, ENTRUSTED];
pub(super) const KINDS: [&str; 4] = ["行政许可", "行政确认", "其他行政权力", "公共服务"];

type Exceptions = BTreeMap<&'static str, &'static str>;

fn exceptions_of(entry: &Entry) -> (Exceptions, BTreeSet<&'static str>) {
    match &entry.what {
        What::City { exceptions, not_to, .. } => (exceptions.clone(), not_to.clone()),
        What::ThreeTier | What::CountyOriginal => Default::default(),
    }
}

fn excepting(exceptions: Exceptions) -> ItemChange {
    ItemChange { exceptions: Some(exceptions.into_iter().collect()), ..ItemChange::default() }
}

fn withholding(not_to: BTreeSet<&'static str>) -> ItemChange {
    ItemChange { not_to: Some(not_to), ..ItemChange::default() }
}

/// 127 of each item, and 60 more where it has exceptions that others can take the place of.
pub(super) fn changes(list: &List, key: &str) -> Vec<ItemChange> {
    let (had, withheld) = exceptions_of(&list[key]);
    let mut all = vec![];
    for modality in MODALITIES {
        all.push(ItemChange { modality: Some(modality), ..ItemChange::default() });
        for region in REGIONS {
            let mut exceptions = had.clone();
            exceptions.insert(region, modality);
            all.push(excepting(exceptions));
            if !had.is_empty() {
                all.push(excepting([(region, modality)].into()));
            }
        }
    }
    for region in REGIONS {
        let (mut fewer, mut more, mut back) = (had.clone(), withheld.clone(), withheld.clone());
        fewer.remove(region);
        more.insert(region);
        back.remove(region);
        all.extend([excepting(fewer), withholding(more), withholding(back)]);
    }
    let departments = Department::all().map(|it| Some(it.label().to_owned()));
    all.extend(departments.map(|department| ItemChange { department, ..ItemChange::default() }));
    let next = list.keys().find(|it| it.as_str() > key).unwrap_or_else(|| list.keys().next().unwrap());
    let names = ["（虚构）新名", &list[key].name, &list[next].name];
    all.extend(names.map(|name| ItemChange { name: Some(name.to_owned()), ..ItemChange::default() }));
    all
}

pub(super) fn city(name: &str, modality: &'static str) -> Entry {
    let (department, exceptions, not_to) = ("市财政局".to_owned(), BTreeMap::new(), BTreeSet::new());
    let what = What::City { department, modality, exceptions, not_to };
    Entry { name: name.to_owned(), kind: KINDS[1], what }
}

pub(super) fn three_tier(name: &str) -> Entry {
    Entry { name: name.to_owned(), kind: KINDS[0], what: What::ThreeTier }
}

fn entries() -> Vec<Entry> {
    let new = "（虚构）增列事项";
    let mut all = vec![];
    for (modality, kind) in MODALITIES.into_iter().zip(KINDS) {
        let with = |more: Exceptions, withheld: &[&'static str]| {
            let mut entry = Entry { kind, ..city(new, modality) };
            if let What::City { exceptions, not_to, .. } = &mut entry.what {
                (*exceptions, *not_to) = (more, withheld.iter().copied().collect());
            }
            entry
        };
        all.extend([with([].into(), &[]), with([].into(), &REGIONS)]);
        for region in REGIONS {
            all.push(with([].into(), &[region]));
            for other in MODALITIES {
                all.extend([with([(region, other)].into(), &[]), with([(region, other)].into(), &[region])]);
            }
        }
        all.push(Entry { kind, ..three_tier(new) });
    }
    all
}

/// Each under law, on the day after the first: a kind of item, kind and terms; and every name that is taken.
pub(super) fn additions(list: &List) -> Vec<Amendment> {
    let names = list.values().flat_map(|it| [city(&it.name, DIRECT), three_tier(&it.name)]);
    let added = |entry| Amendment { adds: vec![("N-1".to_owned(), entry)], ..law("增", 1) };
    entries().into_iter().chain(names).map(added).collect()
}

pub(super) fn singles(list: &List) -> Vec<Amendment> {
    let of_item = |key: &String| {
        let changed =
            changes(list, key).into_iter().map(|it| Amendment { changes: vec![(key.clone(), it)], ..law("改", 1) });
        changed.chain([Amendment { removes: vec![key.clone()], ..law("移", 1) }]).collect::<Vec<_>>()
    };
    list.keys().flat_map(of_item).collect()
}

#[test]
fn the_placeholders_of_the_model_are_the_names_of_the_annexes() {
    let names: BTreeSet<String> = crate::model::lists::first().into_values().map(|it| it.name).collect();
    let listed = tongquan::Edition::built_in().items().map(|it| name_words(it.name()));
    assert_eq!(names, listed.collect());
}
