//! Every rule of the registers is broken by a small story, and kept by its twin that differs in one value.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::{Days, NaiveDate};
use strum::IntoEnumIterator;
use tongquan::{
    Department, Key, Kind, Modality, Office, Region, Rule,
    catalogue::{Amendment, Devolution, Ground, ItemChange, NewItem, NewOrigin, OwnItem, OwnOrigin},
    law::{Fact, Fault, Faults, Objection},
    place::Regions,
    register::{Items, OnPlatform, Revision},
};

use super::{
    doors::other_doors,
    faults, office, parsed, put, small,
    stories::{Story, stories},
};
use crate::{
    support::{day, is_chinese},
    traced::{Call, Shown},
};

/// A story as it was run: what is wrong with the file that breaks its rule, and with the one that keeps it.
struct Run {
    story: Story,
    /// Whether what breaks and what keeps stand where something stood, and are not the same.
    differ: bool,
    broken: Vec<Fault>,
    kept: Vec<Fault>,
    /// Where else the broken one is refused by its rule alone, and the kept one is not.
    doors: Vec<Call>,
}

impl Run {
    fn of(story: Story) -> Self {
        let mut file = small();
        (story.set)(&mut file);
        let differ = file.pointer(story.at).is_some() && story.broken != story.kept;
        put(&mut file, story.at, story.kept.clone());
        let revisions: Vec<Revision> = serde_json::from_value(file.clone()).unwrap();
        let open = other_doors(&revisions);
        let kept = Office::new(revisions).map_or_else(|it| it.all().to_vec(), |_| vec![]);
        put(&mut file, story.at, story.broken.clone());
        let shut = other_doors(&serde_json::from_value::<Vec<Revision>>(file.clone()).unwrap());
        let broken = faults(&file);
        let alone = |(_, rules): &&(Call, Vec<Rule>)| !rules.is_empty() && rules.iter().all(|it| *it == story.rule);
        let shut: Vec<_> = shut.iter().filter(alone).map(|it| it.0.clone()).collect();
        let doors = open.into_iter().filter(|it| it.1.is_empty() && shut.contains(&it.0)).map(|it| it.0).collect();
        Self { story, differ, broken, kept, doors }
    }
}

static RUN: LazyLock<Vec<Run>> = LazyLock::new(|| stories().into_iter().map(Run::of).collect());

pub(crate) fn shown() -> Vec<Shown> {
    let of = |Run { story, broken, kept, doors, .. }: &Run| {
        let by = broken.iter().map(Call::list).take(1).chain(doors.clone()).collect();
        Shown::of(story.rule, by, broken, kept.is_empty())
    };
    RUN.iter().map(of).collect()
}

#[test]
fn each_rule_of_the_registers_has_its_story() {
    let told: BTreeSet<Rule> = stories().iter().map(|it| it.rule).chain([Rule::PatternsFit]).collect();
    let beside = [Rule::ItemInForce, Rule::NamedOnce];
    assert_eq!(told, Rule::iter().filter(|it| it.is_of_registers()).chain(beside).collect());
    assert_eq!((told.len(), stories().len()), (49, 322));
    assert!(beside.iter().all(|it| !it.is_of_registers()));
}

#[test]
fn each_story_breaks_exactly_its_rule_at_its_place_and_its_twin_breaks_none() {
    assert_eq!(office(&small()).revisions().len(), 2);
    for Run { story, differ, broken, kept, .. } in &*RUN {
        let Story { rule, at, path, expected, got, .. } = story;
        assert!(differ, "{rule:?} at {at}");
        assert_eq!(*kept, [], "{rule:?} at {at}");
        let objection = Objection { rule: *rule, expected: expected.clone(), got: got.clone() };
        let fault = Fault { path: (*path).to_owned(), objection };
        assert_eq!(*broken, std::slice::from_ref(&fault), "{rule:?} at {at}");
        then_it_is_told_in_both_languages(&fault);
    }
}

#[track_caller]
fn then_it_is_told_in_both_languages(fault: &Fault) {
    let Fault { path, objection: Objection { rule, expected, got } } = fault;
    let (zh, en) = (fault.zh(), fault.to_string());
    let ids: Vec<&str> = rule.sources().iter().map(|it| it.id()).collect();
    let cited = ids.join(" ");
    assert!(!ids.is_empty() && rule.zh().chars().any(is_chinese) && rule.remedy_zh().chars().any(is_chinese), "{zh}");
    assert!(!rule.en().chars().any(is_chinese) && !rule.remedy_en().chars().any(is_chinese), "{en}");
    let (wanted, found) = (expected.zh(), got.zh());
    let chinese = [
        format!("{path}：{}〔{cited}〕", rule.zh()),
        format!("应为：{wanted}；实为：{found}。补救：{}", rule.remedy_zh()),
    ];
    assert_eq!(zh, chinese.concat());
    let english = [
        format!("{path}: {} [{cited}] ", rule.en()),
        format!("expected: {expected}; got: {got}; to mend: {}", rule.remedy_en()),
    ];
    assert_eq!(en, english.concat());
}

/// How many patterns of regions an edition has left for a service's own items: 65,536, less those of the annexes.
const PATTERNS: usize = 65_536 - 9;

#[test]
fn items_are_devolved_in_no_more_patterns_than_an_edition_keeps() {
    let own = |at: usize, pattern: usize| OwnItem {
        key: parsed(&format!("WS-{at}")),
        name: parsed(&format!("（虚构）第{at}项")),
        kind: Kind::Licence,
        origin: pattern_of(pattern),
    };
    let mut items: Vec<OwnItem> = (0..PATTERNS).map(|at| own(at, at)).collect();
    items.push(own(PATTERNS, 0));
    let recorded = |own_items: &[OwnItem]| {
        let (first, last) = own_items.split_at(PATTERNS);
        let first = Revision { own_items: first.to_vec(), ..Revision::on(day(2021, 6, 30)) };
        let last = Revision { own_items: last.to_vec(), ..Revision::on(day(2021, 7, 1)) };
        Office::new(vec![first, last])
    };
    assert_eq!(recorded(&items).unwrap().catalogue().latest().items().count(), 76 + PATTERNS + 1);
    items[PATTERNS] = own(PATTERNS, PATTERNS);
    let faults: Faults = recorded(&items).unwrap_err();
    let objection = Objection { rule: Rule::PatternsFit, expected: Fact::Number(65_535), got: Fact::Nothing };
    let fault = Fault { path: "[1].own_items[0]".to_owned(), objection };
    assert_eq!(faults.all(), std::slice::from_ref(&fault));
    then_it_is_told_in_both_languages(&fault);
    // nor does an amendment make another
    let item = NewItem {
        key: parsed("SX-1"),
        name: parsed("（虚构）增列事项"),
        kind: Kind::Licence,
        origin: NewOrigin::ThreeTier,
    };
    let column = ItemChange { modality: Some(Modality::Intake), ..ItemChange::of(Key::Annex1(1)) };
    let name = ItemChange { name: Some(parsed("（虚构）更名事项")), ..ItemChange::of(Key::Annex1(2)) };
    items[PATTERNS] = own(PATTERNS, 0);
    let office = recorded(&items).unwrap();
    let amended = |adds: Vec<NewItem>, changes: Vec<ItemChange>, on_platform: Vec<OnPlatform>| {
        let amendments = vec![Amendment { adds, changes, ..amendment(1) }];
        office.record(&Revision { amendments, on_platform, ..Revision::on(day(2021, 7, 2)) })
    };
    assert_eq!(amended(vec![], vec![name.clone()], vec![]).unwrap().catalogue().latest().id().number, 2);
    // a row that speaks of the item is not at fault as well
    let row = on_platform(Key::Own(item.key.clone()), day(2021, 7, 2));
    let faults = amended(vec![item], vec![name, column], vec![row]).unwrap_err();
    let at = |path: &str| Fault { path: path.to_owned(), objection: fault.objection.clone() };
    assert_eq!(faults.all(), [at("[2].amendments[0].changes[1]"), at("[2].amendments[0].adds[0]")]);
}

fn on_platform(item: Key, from: NaiveDate) -> OnPlatform {
    OnPlatform { items: Items::Only(vec![item]), regions: Regions::from_iter([Region::Wenshang]), from }
}

#[test]
fn of_amendments_from_one_day_the_last_says_what_is_on_the_list() {
    let change = ItemChange { name: Some(parsed("（虚构）更名事项")), ..ItemChange::of(Key::Annex1(2)) };
    let amendments = vec![
        Amendment { changes: vec![change], ..amendment(1) },
        Amendment { removes: vec![Key::Annex1(1)], ..amendment(2) },
    ];
    let (eve, from) = (day(2021, 7, 1), amendments[0].from);
    let row = |from| {
        let on_platform = vec![on_platform(Key::Annex1(1), from)];
        Office::new(vec![Revision { amendments: amendments.clone(), on_platform, ..Revision::on(day(2021, 6, 30)) }])
    };
    assert_eq!(row(eve).map(drop), Ok(()));
    let faults = row(from).unwrap_err();
    let [Fault { path, objection }] = faults.all() else { panic!("{faults}") };
    assert_eq!((&**path, objection.rule), ("[0].on_platform[0].items", Rule::ItemInForce));
}

fn amendment(number: u32) -> Amendment {
    let ground = Ground::Law(parsed("（虚构）某法"));
    Amendment::new(parsed(&format!("TZ-{number}")), day(2021, 7, 2), ground)
}

#[test]
fn there_are_no_more_editions_than_they_have_numbers() {
    // one after the other, each on a day of its own
    let flips = |count: u32| -> Vec<Amendment> {
        let modality = |number: u32| Some([Modality::Direct, Modality::Intake][number as usize % 2]);
        let change = |number: u32| ItemChange { modality: modality(number), ..ItemChange::of(Key::Annex1(1)) };
        let from = |number: u32| day(2021, 7, 1) + Days::new(number.into());
        let flip = |it: u32| Amendment { from: from(it), changes: vec![change(it)], ..amendment(it) };
        (1..=count).map(flip).collect()
    };
    let all = flips(65_535);
    let recorded = |amendments: &[Amendment]| {
        Office::new(vec![Revision { amendments: amendments.to_vec(), ..Revision::on(day(2021, 6, 30)) }])
    };
    let most = recorded(&all[..65_534]).unwrap();
    assert_eq!(most.catalogue().latest().id().number, 65_535);
    let faults = recorded(&all).unwrap_err();
    let objection = Objection { rule: Rule::PatternsFit, expected: Fact::Number(65_535), got: Fact::Nothing };
    let fault = Fault { path: "[0].amendments[65534]".to_owned(), objection };
    assert_eq!(faults.all(), std::slice::from_ref(&fault));
}

/// One pattern of regions for each number: four modalities, each not devolved to another set of regions.
fn pattern_of(number: usize) -> OwnOrigin {
    let (modality, not) = ([Modality::Direct, Modality::Window, Modality::Review][number / 32_767], number % 32_767);
    let not_devolved_to: Regions = Region::all().filter(|region| not >> (*region as usize) & 1 == 1).collect();
    OwnOrigin::City(Devolution { not_devolved_to, ..Devolution::new(Department::Health, modality) })
}
