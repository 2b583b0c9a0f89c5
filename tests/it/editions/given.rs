//! Amendments as a service writes them, and what is told of those that are refused.

use tongquan::{
    Catalogue, Department, Modality, Region, Rule,
    catalogue::{
        Amendment, Devolution, Entry, Exception, Ground, ItemChange, NewItem, NewOrigin, Opinion, OwnItem, OwnOrigin,
        Practice,
    },
    law::Faults,
};

use crate::support::day;

pub(super) fn law(number: &str, from: &str) -> Amendment {
    Amendment::new(number.parse().unwrap(), from.parse().unwrap(), Ground::Law("（虚构）某法".parse().unwrap()))
}

pub(crate) fn changing(number: &str, from: &str, changes: Vec<ItemChange>) -> Amendment {
    Amendment { changes, ..law(number, from) }
}

pub(super) fn removing(number: &str, from: &str, keys: &[&str]) -> Amendment {
    Amendment { removes: keys.iter().map(|it| it.parse().unwrap()).collect(), ..law(number, from) }
}

pub(crate) fn adding(number: &str, from: &str, adds: Vec<NewItem>) -> Amendment {
    Amendment { adds, ..law(number, from) }
}

pub(super) fn practice(reasons: &[Practice], heard: &[(Region, &str)], it: Amendment) -> Amendment {
    let opinion = |(region, on): &(Region, &str)| Opinion {
        region: *region,
        on: on.parse().unwrap(),
        said: "（虚构）同意".parse().unwrap(),
    };
    Amendment { ground: Ground::Practice(reasons.to_vec()), heard: heard.iter().map(opinion).collect(), ..it }
}

pub(super) fn named(key: &str, name: &str) -> ItemChange {
    ItemChange { name: Some(name.parse().unwrap()), ..ItemChange::of(key.parse().unwrap()) }
}

pub(crate) fn to(key: &str, modality: Modality) -> ItemChange {
    ItemChange { modality: Some(modality), ..ItemChange::of(key.parse().unwrap()) }
}

pub(crate) fn except(key: &str, exceptions: &[(Region, Modality)]) -> ItemChange {
    let exceptions = exceptions.iter().map(|(region, modality)| Exception { region: *region, modality: *modality });
    ItemChange { exceptions: Some(exceptions.collect()), ..ItemChange::of(key.parse().unwrap()) }
}

pub(crate) fn new_item(key: &str, name: &str, list: NewOrigin) -> NewItem {
    let kind = tongquan::Kind::Confirmation;
    NewItem { key: key.parse().unwrap(), name: name.parse().unwrap(), kind, origin: list }
}

pub(super) fn devolved() -> Devolution {
    Devolution::new(Department::Finance, Modality::Direct)
}

pub(super) fn city(key: &str, name: &str) -> NewItem {
    new_item(key, name, NewOrigin::City(devolved()))
}

pub(crate) fn own(key: &str, name: &str, origin: OwnOrigin) -> OwnItem {
    let kind = tongquan::Kind::OtherPower;
    OwnItem { key: key.parse().unwrap(), name: name.parse().unwrap(), kind, origin }
}

/// A county-original item `WS-1`, one of an earlier round `WS-2`; of 2023, items added `N-1` and `N-2`, three-tier, and `A1-33` removed.
pub(super) fn grown() -> Catalogue {
    let items = vec![
        own("WS-1", "（虚构）县级原有", OwnOrigin::County),
        own("WS-2", "（虚构）前批事项", OwnOrigin::City(devolved())),
    ];
    let adds = vec![city("N-1", "（虚构）增列一"), new_item("N-2", "（虚构）增列二", NewOrigin::ThreeTier)];
    let first = Amendment { removes: vec!["A1-33".parse().unwrap()], ..adding("（虚构）1号", "2023-01-01", adds) };
    Catalogue::new(vec![Entry::OwnItems { from: day(2021, 6, 15), items }, Entry::Amendment(first)]).unwrap()
}

/// What is told of one that is refused, fault by fault: the path inside the amendment, the rule, what was expected and found.
/// Nothing of it is taken in.
#[track_caller]
pub(super) fn refused(catalogue: &Catalogue, it: &Amendment) -> Vec<(String, Rule, [String; 2])> {
    let before = catalogue.clone();
    let faults = catalogue.amend(it).unwrap_err();
    assert_eq!((catalogue, catalogue.editions()), (&before, before.editions()));
    let at = format!("[{}].amendment", catalogue.entries().len());
    let inner = |path: String| path.strip_prefix(&at).unwrap().trim_start_matches('.').to_owned();
    told(&faults).into_iter().map(|(path, rule, facts)| (inner(path), rule, facts)).collect()
}

/// In both languages each fault is told with its path, its rule's words and what would mend it.
#[track_caller]
pub(super) fn told(faults: &Faults) -> Vec<(String, Rule, [String; 2])> {
    assert!(!faults.all().is_empty());
    let (zh, en) = (faults.zh(), faults.to_string());
    let lines: Vec<_> = zh.lines().zip(en.lines().skip(1)).collect();
    assert_eq!((lines.len(), zh.lines().count()), (faults.all().len(), faults.all().len()));
    for (fault, (zh, en)) in faults.all().iter().zip(lines) {
        let rule = fault.objection.rule;
        assert!(zh.starts_with(&format!("{}：{}", fault.path, rule.zh())) && zh.ends_with(rule.remedy_zh()), "{zh}");
        assert!(en.starts_with(&format!("- {}: {}", fault.path, rule.en())) && en.ends_with(rule.remedy_en()), "{en}");
    }
    let fact = |it: &tongquan::law::Fact| it.to_string();
    let told = |it: &tongquan::law::Fault| {
        (it.path.clone(), it.objection.rule, [fact(&it.objection.expected), fact(&it.objection.got)])
    };
    faults.all().iter().map(told).collect()
}

/// Paths and rules alone.
#[track_caller]
pub(super) fn rules(catalogue: &Catalogue, it: &Amendment) -> Vec<(String, Rule)> {
    refused(catalogue, it).into_iter().map(|(path, rule, _)| (path, rule)).collect()
}

/// The one fault.
#[track_caller]
pub(super) fn alone(catalogue: &Catalogue, it: &Amendment, path: &str, rule: Rule) {
    assert_eq!(rules(catalogue, it), [(path.to_owned(), rule)]);
}
