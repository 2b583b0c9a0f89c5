//! 新增责任: what readiness and routes ask after and did not before.

use std::collections::BTreeSet;

use tongquan::{
    Department, Key, Modality, Office, Region, Route, Scope,
    catalogue::{Amendment, Devolution, NewItem, NewOrigin},
    oversight::{Arising, Impact, Owed},
    route::Gap,
};

use super::{GAPPY, LEAN, Single, amendment, effect, item, keys};

/// What is owed for an item in a region on the day of effect, asked forward.
fn owed(office: &Office, key: &Key, region: Region) -> Vec<Owed> {
    let now = office.now();
    let Ok(item) = now.item_on(key, effect()) else { return Vec::new() };
    let mut all: Vec<Owed> = now.readiness(item, region, effect()).missing().map(Owed::Supply).collect();
    let undertaking = now.undertaking(item, region, effect());
    if let Ok(route) = Route::new(item.facts(region), region, Scope::WITHIN, Some(undertaking)) {
        all.extend(route.reports_to().map(Owed::Report));
        all.extend(route.owes_pushes().then_some(Owed::Push));
    }
    all
}

/// How many of each arise: supplies, reports, pushes.
fn duties_as_made(before: &Office, it: &Amendment) -> [usize; 3] {
    let impact = Impact::of(before, it).unwrap();
    let mut told: Vec<Arising<'_>> = impact.duties().collect();
    let mut counts = [0; 3];
    let every: BTreeSet<Key> = keys(before).into_iter().chain(keys(impact.after())).collect();
    for key in &every {
        for region in Region::all() {
            let was = owed(before, key, region);
            // what was missing before is no new duty, though the document's day no longer speaks of it
            let had = |it: &Owed| match it {
                Owed::Supply(it) => was.iter().any(
                    |was| matches!(was, Owed::Supply(was) if (was.gap, was.department) == (it.gap, it.department)),
                ),
                Owed::Report(_) | Owed::Push => was.contains(it),
            };
            for owed in owed(impact.after(), key, region).into_iter().filter(|it| !had(it)) {
                let arising = Arising { item: key, region, owed };
                let at = told.iter().position(|it| *it == arising);
                told.remove(at.unwrap_or_else(|| panic!("{arising:?} is not told of {it:?}")));
                counts[match owed {
                    Owed::Supply(_) => 0,
                    Owed::Report(_) => 1,
                    Owed::Push => 2,
                }] += 1;
            }
        }
    }
    assert_eq!(told, [], "{it:?}");
    counts
}

#[test]
fn what_arises_is_what_is_owed_after_and_was_not_before() {
    let mut all = [0; 3];
    for office in [&*LEAN, &*GAPPY] {
        for (key, region) in [("A1-36", Region::Wenshang), ("A1-24", Region::Qufu), ("A1-61", Region::CultureZone)] {
            for single in Single::all(item(key), region) {
                let counts = duties_as_made(office, &single.of(item(key), effect()));
                for (sum, count) in all.iter_mut().zip(counts) {
                    *sum += count;
                }
                if matches!(single, Single::Removed | Single::Renamed) {
                    assert_eq!(counts, [0; 3], "{single:?} of {key}");
                }
            }
        }
    }
    assert!(all.iter().all(|it| *it > 50), "{all:?}");
}

#[test]
fn a_window_that_becomes_direct_is_reported_and_pushed_by_every_region_that_has_a_plan() {
    let direct = Single::To(Modality::Direct).of(item("A1-24"), effect());
    let [_, reports, pushes] = duties_as_made(&LEAN, &direct);
    assert_eq!((reports, pushes), (15, 15));
    let [_, reports, pushes] = duties_as_made(&GAPPY, &direct);
    assert_eq!((reports, pushes), (13, 13));
}

#[test]
fn what_becomes_reviewed_asks_for_a_seal_and_what_passes_on_is_reported_to_the_other_department() {
    let review = Single::To(Modality::Review).of(item("A1-24"), effect());
    let impact = Impact::of(&GAPPY, &review).unwrap();
    let seals: Vec<(Region, Option<Department>)> = impact
        .duties()
        .filter_map(|it| match it.owed {
            Owed::Supply(missing) if missing.gap == Gap::NoSealNo2 => Some((it.region, missing.department)),
            _ => None,
        })
        .collect();
    assert_eq!(seals, Region::all().map(|it| (it, Some(Department::Ecology))).collect::<Vec<_>>());
    let passed = Single::Passed(Department::Health).of(item("A1-1"), effect());
    let impact = Impact::of(&LEAN, &passed).unwrap();
    let reports = impact.duties().filter(|it| it.owed == Owed::Report(Department::Health));
    assert_eq!(reports.count(), 15);
}

#[test]
fn of_an_item_that_comes_to_the_list_everything_arises_that_it_needs() {
    let new = |key: &str, list| NewItem {
        key: key.parse().unwrap(),
        name: format!("（虚构）增列{key}").parse().unwrap(),
        kind: tongquan::Kind::OtherPower,
        origin: list,
    };
    let city = NewOrigin::City(Devolution::new(Department::Transport, Modality::Review));
    let adds = vec![new("N-1", city), new("N-2", NewOrigin::ThreeTier)];
    let it = Amendment { adds, ..amendment(effect(), Vec::new()) };
    let [supplies, reports, pushes] = duties_as_made(&LEAN, &it);
    assert_eq!((reports, pushes), (15, 15));
    assert!(supplies >= 15 * 4, "{supplies}");
    let impact = Impact::of(&LEAN, &it).unwrap();
    let chooses = |it: &Arising<'_>| matches!(it.owed, Owed::Supply(missing) if missing.gap == Gap::NotChosen);
    assert_eq!(impact.duties().filter(chooses).count(), 15);
}
