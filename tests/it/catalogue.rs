//! The catalogue is the two annexes letter for letter, and a service's own items after them.

use std::{collections::HashSet, sync::LazyLock};

use proptest::prelude::*;
use strum::IntoEnumIterator;
use tongquan::{
    Department, Edition, Item, Key, Kind, Modality, Region, Rule, Standing,
    catalogue::{BadKey, Cell, Devolution, Origin, OwnItem, OwnKey, OwnOrigin, Why},
    law::{Fact, Fault, Faults, Objection},
    place::Regions,
    text::{BadText, Sought},
};

use crate::{places::rows, support::day, traced::Shown};

const ANNEX_1: &str = include_str!("../../seeds/annex1.tsv");
const ANNEX_2: &str = include_str!("../../seeds/annex2.tsv");

fn built_in() -> &'static Edition {
    Edition::built_in()
}

fn labels(item: Item<'_>) -> [&str; 5] {
    let department = item.department().map_or("-", Department::label);
    let remark = if item.remark().is_empty() { "-" } else { item.remark() };
    [item.name(), department, item.kind().label(), item.column().map_or("-", Modality::label), remark]
}

/// How many items of annex 1 stand in each way: direct, window, review, intake, not devolved; and how many in any other.
fn totals(region: Region) -> [usize; 6] {
    let mut totals = [0; 6];
    for item in built_in().items().take(61) {
        totals[match item.cell(region).standing {
            Standing::Devolved(modality) => Modality::iter().position(|it| it == modality).unwrap(),
            Standing::NotDevolved => 4,
            Standing::RegionChooses
            | Standing::Chosen(_)
            | Standing::Original
            | Standing::Reserved
            | Standing::Unresolved => 5,
        }] += 1;
    }
    totals
}

#[test]
fn the_built_in_edition_is_the_annexes_letter_for_letter() {
    let first = rows(ANNEX_1).map(|row| (format!("A1-{}", row[0]), [row[2], row[1], row[3], row[4], row[5]]));
    let second = rows(ANNEX_2).map(|row| (format!("A2-{}", row[0]), [row[1], "-", row[2], "-", row[3]]));
    let listed: Vec<_> = first.chain(second).collect();
    assert_eq!((listed.len(), built_in().items().count()), (76, 76));
    assert_eq!((built_in().id().number, built_in().id().from), (1, day(2021, 6, 15)));
    for ((key, expected), item) in listed.iter().zip(built_in().items()) {
        assert_eq!((item.key().to_string(), labels(item)), (key.clone(), *expected));
        assert_eq!(item.origin(), if key.starts_with("A1") { Origin::City } else { Origin::ThreeTier });
    }
}

#[test]
fn every_item_is_found_by_number_key_and_name_and_no_other_is() {
    for (at, item) in (1..).zip(built_in().items()) {
        let by_number = if at <= 61 { built_in().annex_1(at) } else { built_in().annex_2(at - 61) };
        assert_eq!((by_number, built_in().item(item.key())), (Ok(item), Ok(item)));
        assert_eq!(item.key().to_string().parse(), Ok(item.key().clone()));
        for (before, after) in [("", ""), (" ", " "), ("\t", "\r\n"), ("　", "　")] {
            assert_eq!(built_in().item_named(&format!("{before}{}{after}", item.name())), Ok(item));
        }
        for wrong in [format!("{}。", item.name()), item.name().replacen('备', "", 1).replacen('登', "", 1) + "书"]
        {
            let why = built_in().item_named(&wrong).unwrap_err();
            assert_eq!((why.sought, &*why.input), (Sought::Item, &*wrong));
            assert!((1..=3).contains(&why.nearest.len()), "{why}");
            assert!(why.nearest.iter().all(|it| built_in().item_named(it).is_ok()));
        }
        assert_eq!(built_in().item_named(&format!("{}。", item.name())).unwrap_err().nearest[0], item.name());
    }
    for number in 0..=u8::MAX {
        assert_eq!(built_in().annex_1(number).is_ok(), (1..=61).contains(&number));
        assert_eq!(built_in().annex_2(number).is_ok(), (1..=15).contains(&number));
        assert_eq!(built_in().find(&Key::Annex1(number)).is_some(), (1..=61).contains(&number));
    }
    let why = built_in().annex_1(62).unwrap_err();
    assert_eq!((&*why.input, why.nearest.len()), ("A1-62", 3));
    assert!(built_in().item(&"WS-001".parse().unwrap()).is_err());
    assert_eq!(built_in().item_named("船舶登计").unwrap_err().nearest[0], "船舶登记");
    assert_eq!(built_in().item_named("").unwrap_err().nearest, [""; 0]);
}

#[test]
fn the_totals_of_every_region_are_those_of_the_rulebook() {
    for region in Region::all() {
        let expected = match (region.label(), region.is_zone()) {
            ("任城区", _) => [19, 11, 30, 1, 0, 0],
            (_, true) => [18, 11, 25, 5, 2, 0],
            (_, false) => [19, 7, 34, 1, 0, 0],
        };
        assert_eq!(totals(region), expected, "{region}");
        let chosen = Cell { standing: Standing::RegionChooses, why: Why::Note };
        assert!(built_in().items().skip(61).all(|item| item.cell(region) == chosen), "{region}");
    }
    assert_eq!(Region::all().map(|it| totals(it).iter().sum::<usize>()).sum::<usize>(), 61 * 15);
}

#[test]
fn a_remark_speaks_for_its_regions_and_the_column_for_all_others() {
    for region in Region::all() {
        let zone = region.is_zone();
        for (number, item) in (1..).zip(built_in().items().take(61)) {
            let remark = match number {
                19 | 53 | 59 | 60 if zone => Some(Standing::Devolved(Modality::Intake)),
                20..=23 if zone || region == Region::Rencheng => Some(Standing::Devolved(Modality::Window)),
                20..=23 => Some(Standing::Devolved(Modality::Review)),
                31 | 32 if zone => Some(Standing::NotDevolved),
                _ => None,
            };
            let why = if remark.is_some() { Why::Remark } else { Why::Column };
            let standing = remark.unwrap_or(Standing::Devolved(item.column().unwrap()));
            assert_eq!(item.cell(region), Cell { standing, why }, "{number} {region}");
            assert_eq!(item.facts(region).cell, item.cell(region));
            assert!(remark.is_none() || !item.remark().is_empty());
        }
    }
}

#[test]
fn a_crossing_matter_is_the_city_s_where_it_was_before_and_nobody_s_otherwise() {
    let edition = Edition::with_own(&[county(1), city(2, Modality::Direct, [])]).unwrap();
    for item in edition.items() {
        for region in Region::all() {
            let facts = item.facts(region);
            assert_eq!(facts.standing(false), item.cell(region).standing);
            let formerly_city = item.origin() == Origin::City;
            assert_eq!(facts.standing(true), if formerly_city { Standing::Reserved } else { Standing::Unresolved });
            assert_eq!((facts.is_formerly_city(), facts.department.is_some()), (formerly_city, formerly_city));
        }
    }
}

#[test]
fn words_and_codes_are_those_of_the_document_and_the_standard() {
    assert_eq!(
        Modality::iter().map(Modality::label).collect::<Vec<_>>(),
        ["直接下放", "窗口前移", "下放实质性审核权", "委托收件、受审分离"]
    );
    let kinds: Vec<_> = Kind::iter().map(|it| (it.label(), it.code())).collect();
    assert_eq!(kinds, [("行政许可", "01"), ("行政确认", "07"), ("其他行政权力", "10"), ("公共服务", "20")]);
    let mut standings: Vec<Standing> = Modality::iter().map(Standing::Devolved).collect();
    standings.extend([
        Standing::NotDevolved,
        Standing::RegionChooses,
        Standing::Original,
        Standing::Reserved,
        Standing::Unresolved,
    ]);
    let words = ["暂不下放", "自行确定", "县级原有", "市级保留", "未定"];
    assert_eq!(standings.iter().map(|it| it.label()).skip(4).collect::<Vec<_>>(), words);
    let said: HashSet<&str> = standings.iter().flat_map(|it| [it.label(), it.english()]).collect();
    assert_eq!(said.len(), 2 * standings.len());
    for standing in standings {
        assert_eq!(standing.to_string(), standing.english());
        let stored = serde_json::to_string(&standing).unwrap();
        assert_eq!(serde_json::from_str::<Standing>(&stored).unwrap(), standing);
        assert_eq!(postcard::from_bytes::<Standing>(&postcard::to_stdvec(&standing).unwrap()).unwrap(), standing);
    }
    let whys: HashSet<&str> = Why::iter().flat_map(|it| [it.label(), it.english()]).collect();
    assert_eq!((whys.len(), Origin::iter().map(Origin::label).collect::<HashSet<_>>().len()), (10, 3));
}

fn own(at: usize, origin: OwnOrigin) -> OwnItem {
    let kinds: Vec<Kind> = Kind::iter().collect();
    let (key, name) = (format!("WS-{at:05}"), format!("（虚构）自有事项{at}"));
    OwnItem { key: key.parse().unwrap(), name: name.parse().unwrap(), kind: kinds[at % 4], origin }
}

fn county(at: usize) -> OwnItem {
    own(at, OwnOrigin::County)
}

fn city(at: usize, modality: Modality, not_to: impl IntoIterator<Item = Region>) -> OwnItem {
    let department = Department::all().nth(at % Department::all().len()).unwrap();
    let not_devolved_to = not_to.into_iter().collect();
    own(at, OwnOrigin::City(Devolution { not_devolved_to, ..Devolution::new(department, modality) }))
}

/// What the definition of an own item says of it, region by region.
#[track_caller]
fn answers_like(item: Item<'_>, own: &OwnItem) {
    assert_eq!((item.key(), item.name(), item.kind()), (&Key::Own(own.key.clone()), own.name.as_str(), own.kind));
    for region in Region::all() {
        let (standing, department) = match &own.origin {
            OwnOrigin::County => (Standing::Original, None),
            OwnOrigin::City(it) if it.not_devolved_to.contains(region) => (Standing::NotDevolved, Some(it.department)),
            OwnOrigin::City(it) => (Standing::Devolved(it.modality), Some(it.department)),
        };
        if let OwnOrigin::City(it) = &own.origin {
            assert_eq!(it.regions().contains(region), it.in_region(region).is_some());
        }
        let facts = item.facts(region);
        assert_eq!((facts.cell, facts.department), (Cell { standing, why: Why::OwnRecord }, department), "{own:?}");
    }
}

#[test]
fn ten_thousand_own_items_answer_like_their_definitions() {
    let modalities: Vec<Modality> = Modality::iter().collect();
    let items: Vec<OwnItem> = (0..10_000)
        .map(|at| match at % 5 {
            4 => county(at),
            modality => {
                let not_to = Region::all().enumerate().filter(|(bit, _)| at >> (bit % 13) & 1 == 1);
                city(at, modalities[modality], not_to.map(|(_, region)| region))
            }
        })
        .collect();
    let edition = Edition::with_own(&items).unwrap();
    assert_eq!(edition.items().count(), 76 + items.len());
    assert!(edition.items().zip(built_in().items()).all(|(mine, listed)| mine == listed));
    for (listed, own) in edition.items().skip(76).zip(&items) {
        answers_like(listed, own);
        assert_eq!(edition.item(&Key::Own(own.key.clone())), Ok(listed));
        assert_eq!(edition.item_named(own.name.as_str()), Ok(listed));
    }
    assert!(items.iter().any(|it| it.kind == Kind::Licence && it.origin == OwnOrigin::County));
    assert!(edition.item_named("（虚构）自有事项10000").is_err());
    assert_ne!(edition, *built_in());
    assert_eq!(Edition::with_own(&[]).unwrap(), *built_in());
}

#[test]
fn bad_own_items_are_refused_all_at_once() {
    let mut items = vec![county(0), county(1), county(0), city(3, Modality::Review, [])];
    items[3].name = "船舶登记".parse().unwrap();
    items.push(OwnItem { name: items[0].name.clone(), ..county(4) });
    let faults = Edition::with_own(&items).unwrap_err();
    let (key, name) = (|at: usize| items[at].key.clone(), |at: usize| items[at].name.clone());
    let used = |path: &str, got: Fact| {
        let objection = Objection { rule: Rule::NumberUnused, expected: Fact::Nothing, got };
        Fault { path: path.to_owned(), objection }
    };
    let expected = [
        used("own_items[2].key", Fact::from(&Key::Own(key(0)))),
        used("own_items[2].name", name(0).into()),
        used("own_items[3].name", name(3).into()),
        used("own_items[4].name", name(0).into()),
    ];
    assert_eq!(faults.all(), expected);
    for fault in faults.all() {
        assert!(fault.zh().starts_with("own_items[") && fault.to_string().starts_with("own_items["), "{fault}");
    }
}

#[test]
fn a_key_of_ones_own_cannot_be_taken_for_an_annexs() {
    for text in ["A1-5", "A2-x", "A1-", "a1-5", "a2-"] {
        assert_eq!(text.parse::<OwnKey>(), Err(BadKey::AnnexForm(text.to_owned())));
        assert!(serde_json::from_value::<OwnKey>(text.into()).is_err());
    }
    assert_eq!("a15".parse::<OwnKey>().unwrap().as_str(), "a15");
}

/// Found by fuzzing: a small letter at the beginning was taken for that of an annex, whatever came after it.
#[test]
fn a_key_of_ones_own_that_begins_with_a_small_a_is_looked_up_as_it_stands() {
    let keyed = |key: &str, at| OwnItem { key: key.parse().unwrap(), ..county(at) };
    let (small, large) = (keyed("all-1", 1), keyed("All-2", 2));
    let edition = Edition::with_own(&[small.clone(), large.clone()]).unwrap();
    for it in [&small, &large] {
        assert_eq!(edition.look_up(it.key.as_str()).unwrap().name(), it.name.as_str());
    }
    assert!(edition.look_up("all-2").is_err(), "it is the key of no item");
    assert_eq!(edition.look_up("a1-36"), edition.annex_1(36));
    assert_eq!(edition.look_up("a2-3"), edition.annex_2(3));
}

/// Items of which each is devolved in another pattern of regions.
fn patterns(count: usize) -> Vec<OwnItem> {
    let regions: Vec<Region> = Region::all().collect();
    (0..count)
        .map(|at| {
            let modality = if at >> 15 & 1 == 0 { Modality::Direct } else { Modality::Window };
            let bits = if at >> 16 & 1 == 0 { at & 0x7fff } else { at & 0x7fff ^ 0x7fff };
            let modality = if at >> 16 & 1 == 0 { modality } else { Modality::Review };
            city(
                at,
                modality,
                regions.iter().copied().enumerate().filter(move |(bit, _)| bits >> bit & 1 == 1).map(|(_, it)| it),
            )
        })
        .collect()
}

/// As many patterns as an edition keeps, and one more: those of the annexes are nine.
static CROWDED: LazyLock<[Result<(), Faults>; 2]> = LazyLock::new(|| {
    let items = patterns(65_528);
    [&items[..65_527], &items].map(|it| Edition::with_own(it).map(drop))
});

pub(crate) fn shown() -> Vec<Shown> {
    let [most, more] = &*CROWDED;
    let by = vec!["catalogue::Edition::with_own".into()];
    vec![Shown::of(Rule::PatternsFit, by, more.as_ref().unwrap_err().all(), most.is_ok())]
}

#[test]
fn more_patterns_of_devolution_than_an_edition_keeps_are_refused_by_the_first_too_many() {
    let [most, more] = &*CROWDED;
    assert_eq!(*most, Ok(()));
    let [fault] = more.as_ref().unwrap_err().all() else { panic!("one is too many") };
    assert_eq!((fault.objection.rule, &*fault.path), (Rule::PatternsFit, "own_items[65527]"), "{fault}");
    let all = Edition::with_own(&patterns(70_000)).unwrap_err();
    assert_eq!(all.all().first(), Some(fault));
}

#[test]
fn a_bad_key_is_refused_as_what_it_is() {
    for text in ["A1-", "A1-x", "A1-01", "A1- 1", "A1-+1", "A1-256", "A1-1 ", "A2--1", "A2-１", "A2-1.0"] {
        assert_eq!(text.parse::<Key>(), Err(BadKey::Number(text.to_owned())));
        assert!(serde_json::from_value::<Key>(text.into()).is_err(), "{text}");
    }
    assert_eq!("".parse::<Key>(), Err(BadKey::Text(BadText::Empty)));
    assert_eq!(" A1-1".parse::<Key>(), Err(BadKey::Text(BadText::Character { at: 1, found: ' ' })));
    assert_eq!("x".repeat(65).parse::<Key>(), Err(BadKey::Text(BadText::TooLong { got: 65, most: 64 })));
    for value in
        [serde_json::json!(1), serde_json::json!(null), serde_json::json!(["A1-1"]), serde_json::json!({"annex1": 1})]
    {
        assert!(serde_json::from_value::<Key>(value.clone()).is_err(), "{value}");
    }
    assert!(BadKey::Number("A1-x".into()).zh().contains("A1-x"));
}

proptest! {
    #[test]
    fn a_key_is_read_as_it_is_written(annex in any::<bool>(), number in any::<u8>(), mark in "[!-~一-龥]{1,64}") {
        let own = !(mark.starts_with("A1-") || mark.starts_with("A2-"));
        let key = if annex { Key::Annex1(number) } else { Key::Annex2(number) };
        let keys = [Some(key), own.then(|| Key::Own(mark.parse::<OwnKey>().unwrap()))];
        for key in keys.into_iter().flatten() {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key.clone()));
            let json = serde_json::to_string(&key).unwrap();
            prop_assert_eq!(serde_json::from_str::<Key>(&json).unwrap(), key.clone());
            prop_assert_eq!(postcard::from_bytes::<Key>(&postcard::to_stdvec(&key).unwrap()).unwrap(), key);
        }
    }

    #[test]
    fn any_own_item_comes_back_from_storage(at in 0_usize..100, modality in 0_usize..5, not_to in 0_u16..1 << 15) {
        let regions: Regions = Region::all().enumerate().filter(|(bit, _)| not_to >> bit & 1 == 1).map(|(_, it)| it).collect();
        let own = Modality::iter().nth(modality).map_or_else(|| county(at), |it| city(at, it, regions.iter()));
        let edition = Edition::with_own(std::slice::from_ref(&own)).unwrap();
        answers_like(edition.item(&Key::Own(own.key.clone())).unwrap(), &own);
        let json = serde_json::to_string(&own).unwrap();
        prop_assert_eq!(&serde_json::from_str::<OwnItem>(&json).unwrap(), &own);
        prop_assert_eq!(&postcard::from_bytes::<OwnItem>(&postcard::to_stdvec(&own).unwrap()).unwrap(), &own);
    }
}
