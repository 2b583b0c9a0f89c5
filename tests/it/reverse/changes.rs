//! What changed for a region between two days, and which regions stand apart.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use strum::IntoEnumIterator;
use tongquan::{
    Department, Edition, Key, Modality, Office, Region, Standing,
    catalogue::{Catalogue, Devolution, Exception, OwnItem, OwnOrigin},
    register::Registers,
    route::Chosen,
};

use super::{
    keys, known,
    offices::{AMENDED, TOWNED, all},
    stands,
};
use crate::support::day;

/// How each item stands, whose it was, and what was chosen for it in each township.
type Stood = BTreeMap<Key, (Standing, Option<Department>, Vec<Chosen>)>;

fn stood(office: &Office, asked: Registers<'_>, region: Region, on: NaiveDate) -> Stood {
    let of = |key: Key| {
        let standing = stands(asked, &key, region, on)?;
        let item = asked.item_on(&key, on).unwrap();
        Some((key, (standing, item.department(), asked.chosen(item, region, on).cloned().collect())))
    };
    keys(office).into_iter().filter_map(of).collect()
}

/// Those of two tables that differ.
fn differing(before: &Stood, after: &Stood) -> BTreeMap<Key, (Option<Standing>, Option<Standing>)> {
    let both = before.keys().chain(after.keys()).map(|key| {
        let standing = |it: &Stood| it.get(key).map(|(standing, ..)| *standing);
        (key.clone(), (standing(before), standing(after)))
    });
    both.filter(|(key, _)| before.get(key) != after.get(key)).collect()
}

#[test]
fn between_any_two_days_what_changed_for_a_region_is_what_stands_otherwise_asked_forward() {
    let (mut pairs, mut found) = (0, 0);
    for (office, days) in all() {
        for asked in known(office) {
            for region in TOWNED.into_iter().chain([Region::Qufu, Region::CultureZone]) {
                let tables: Vec<Stood> = days.iter().map(|on| stood(office, asked, region, *on)).collect();
                for (since, before) in days.iter().zip(&tables) {
                    for (on, after) in days.iter().zip(&tables) {
                        let told = asked.changed(region, *since, *on);
                        let count = told.len();
                        let told: BTreeMap<Key, _> =
                            told.into_iter().map(|it| (it.item.key().clone(), (it.before, it.after))).collect();
                        assert_eq!(told, differing(before, after), "{region} from {since} to {on}");
                        assert_eq!(count, told.len());
                        (pairs, found) = (pairs + 1, found + count);
                    }
                }
            }
        }
    }
    assert!(pairs > 1_500 && found > 20_000, "{found} in {pairs}");
}

#[test]
fn each_change_tells_the_item_as_it_is_or_was_last() {
    let (since, on) = (day(2024, 5, 31), day(2024, 6, 1));
    let told = AMENDED.now().changed(Region::Wenshang, since, on);
    let shown: Vec<(String, &str, &str)> = told
        .iter()
        .map(|it| {
            let label = |it: Option<Standing>| it.map_or("", Standing::label);
            (it.item.key().to_string(), label(it.before), label(it.after))
        })
        .collect();
    let (review, direct, intake) = ("下放实质性审核权", "直接下放", "委托收件、受审分离");
    let mut expected = vec![
        ("A1-2".to_owned(), direct, "暂不下放"),
        ("A1-33".to_owned(), review, ""),
        ("A1-36".to_owned(), review, direct),
        // it passes to another department
        ("A1-37".to_owned(), review, review),
        ("A1-45".to_owned(), review, intake),
        ("A2-3".to_owned(), "自行确定：直接下放", ""),
        ("N-1".to_owned(), "", review),
        ("N-2".to_owned(), "", "自行确定"),
    ];
    let mut sorted = shown.clone();
    sorted.sort();
    expected.sort();
    assert_eq!(sorted, expected);
    // an item that only has another name is what it was
    assert!(shown.iter().all(|(key, ..)| key != "A1-38"));
}

#[test]
fn changes_are_told_in_the_order_of_the_list_those_removed_included() {
    for region in Region::all() {
        let told = AMENDED.now().changed(region, day(2024, 5, 31), day(2024, 6, 1));
        let keys: Vec<&Key> = told.iter().map(|it| it.item.key()).collect();
        let differences = AMENDED.catalogue().between(day(2024, 5, 31), day(2024, 6, 1));
        let listed = differences.iter().filter_map(|it| it.key()).filter(|it| keys.contains(it));
        assert_eq!(keys, listed.collect::<Vec<_>>(), "{region}");
    }
}

/// The plain count: most regions, of as many the first; and who is otherwise.
fn count(cells: &[(Region, Standing)]) -> (Standing, Vec<(Region, Standing)>) {
    let like = |standing| cells.iter().filter(|(_, it)| *it == standing).count();
    let mut most = cells[0].1;
    for (_, standing) in cells {
        if like(*standing) > like(most) {
            most = *standing;
        }
    }
    (most, cells.iter().filter(|(_, it)| *it != most).copied().collect())
}

/// Says how many items some region has otherwise.
fn apart_as_counted(edition: &Edition) -> usize {
    let mut told = edition.apart();
    let mut found = 0;
    for item in edition.items() {
        let cells: Vec<_> = Region::all().map(|region| (region, item.cell(region).standing)).collect();
        let (most, others) = count(&cells);
        if others.is_empty() {
            continue;
        }
        let apart = told.next().expect("one that stands apart somewhere");
        assert_eq!((apart.item, apart.most, apart.regions), (item, most, others));
        found += 1;
    }
    assert_eq!(told.next(), None);
    found
}

#[test]
fn the_items_that_some_regions_have_otherwise_are_those_with_a_remark_and_what_amendments_make_so() {
    assert_eq!(apart_as_counted(Edition::built_in()), 10);
    for (office, _) in all() {
        // two more since June: one is held back from a region, one has an exception
        for edition in office.catalogue().editions() {
            assert_eq!(apart_as_counted(edition), if edition.id().number == 1 { 10 } else { 12 });
        }
        // with what the regions chose taken in
        let (on, now) = (day(2024, 3, 4), office.now());
        let apart: Vec<_> = now.apart(on).collect();
        for item in now.edition_on(on).unwrap().items() {
            let stands = |region| stands(now, item.key(), region, on).unwrap();
            let (most, others) = count(&Region::all().map(|it| (it, stands(it))).collect::<Vec<_>>());
            let told = apart.iter().find(|it| it.item.key() == item.key());
            assert_eq!(told.map(|it| (it.most, &it.regions)), (!others.is_empty()).then_some((most, &others)));
        }
    }
    assert_eq!(Catalogue::built_in().latest().apart().count(), 10);
}

fn devolution() -> impl Strategy<Value = Devolution> {
    let cells = proptest::collection::vec(0..5_usize, Region::COUNT);
    (0..4_usize, cells).prop_map(|(column, cells)| {
        let modalities: Vec<Modality> = Modality::iter().collect();
        let mut it = Devolution::new(Department::Health, modalities[column]);
        for (region, cell) in Region::all().zip(cells) {
            match modalities.get(cell) {
                None => it.not_devolved_to = it.not_devolved_to.with(region),
                Some(modality) if cell != column => it.exceptions.push(Exception { region, modality: *modality }),
                Some(_) => {}
            }
        }
        it
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn who_stands_apart_of_any_items_is_counted(devolutions in proptest::collection::vec(devolution(), 1..6)) {
        let own = |(at, it): (usize, Devolution)| OwnItem {
            key: format!("X-{at}").parse().unwrap(),
            name: format!("（虚构）{at}").parse().unwrap(),
            kind: tongquan::Kind::OtherPower,
            origin: OwnOrigin::City(it),
        };
        let items: Vec<OwnItem> = devolutions.into_iter().enumerate().map(own).collect();
        let edition = Edition::with_own(&items).unwrap();
        prop_assert!(apart_as_counted(&edition) >= 10);
    }
}
