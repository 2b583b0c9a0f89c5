//! 路径变化: exactly the items and regions whose forward route is another on the day of effect.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use tongquan::{
    Key, Modality, Office, Place, Question, Region, Route, Scope, Venue,
    catalogue::{Amendment, Devolution, Exception, ItemChange, NewItem, NewOrigin},
    oversight::Impact,
    register::Revision,
    route::{AskError, NoRoute},
};

use super::{GAPPY, LEAN, Single, amendment, annex_1, effect, item, keys, law};
use crate::{
    reverse::answers,
    support::{OFFICE, OFFICE_JSON, day},
};

/// What is answered forward: none, where there is no such item.
fn forward<'o>(office: &'o Office, key: &Key, region: Region, on: NaiveDate) -> Option<Result<Route<'o>, NoRoute>> {
    let venue = Venue::Kiosk("（虚构）无登记".parse().unwrap());
    let asked =
        Question { item: key, place: Place::Region(region), scope: Scope::WITHIN, venue: Some(&venue), day: on };
    match office.route(&asked) {
        Ok(route) => Some(Ok(route)),
        Err(AskError::NoRoute(none)) => Some(Err(none)),
        Err(AskError::NoItem(_)) => None,
        Err(other) => panic!("{other}"),
    }
}

/// Holds an impact against both offices, over all items and regions. Says how many were compared, and how many differ.
#[track_caller]
fn routes_as_made(before: &Office, it: &Amendment) -> (usize, usize) {
    let impact = Impact::of(before, it).unwrap();
    let mut told = BTreeMap::new();
    for change in impact.routes() {
        assert!(told.insert((change.item.clone(), change.region), change).is_none(), "{change} twice");
    }
    let (mut compared, differ) = (0, told.len());
    let every: BTreeSet<Key> = keys(before).into_iter().chain(keys(impact.after())).collect();
    for key in every {
        for region in Region::all() {
            compared += 1;
            let (was, is) = (forward(before, &key, region, it.from), forward(impact.after(), &key, region, it.from));
            let (was, is) = (was.map(|it| it.as_ref().map(answers).map_err(|it| *it)), is);
            let is = is.as_ref().map(|it| it.as_ref().map(answers).map_err(|it| *it));
            let change = told.remove(&(key.clone(), region));
            assert_eq!(change.is_some(), was != is, "{key} in {region} by {it:?}");
            let Some(change) = change else { continue };
            let shown = |it: Option<Result<Route<'_>, NoRoute>>| {
                format!("{:?}", it.map(|it| it.as_ref().map(answers).map_err(|it| *it)))
            };
            assert_eq!(shown(change.before), format!("{was:?}"), "{key} in {region} by {it:?}");
            assert_eq!(shown(change.after), format!("{is:?}"), "{key} in {region} by {it:?}");
            assert!(change.to_string().contains(" → ") && change.zh().contains(" → "));
        }
    }
    assert!(told.is_empty(), "{told:?}");
    (compared, differ)
}

/// Every single change of every item, a share of them to each test that runs beside the others.
fn every_single_change(share: usize) {
    let (mut amendments, mut compared, mut differ) = (0, 0, 0);
    for (item, region) in annex_1().skip(share).step_by(2) {
        for single in Single::all(item, region) {
            let (routes, changed) = routes_as_made(&LEAN, &single.of(item, effect()));
            (amendments, compared, differ) = (amendments + 1, compared + routes, differ + changed);
            match single {
                Single::Renamed => assert_eq!(changed, 0, "{item:?}"),
                Single::Withheld(_) => assert_eq!(changed, 1, "{item:?}"),
                Single::Removed => assert_eq!(changed, 15, "{item:?}"),
                Single::To(_) | Single::Passed(_) => assert!(changed > 0, "{item:?}"),
            }
        }
    }
    let items = if share == 0 { 31 } else { 30 };
    assert_eq!((amendments, compared), (items * 7, items * 7 * 81 * 15));
    assert!(differ > items * 40, "{differ}");
}

#[test]
fn every_single_change_of_an_item_of_odd_number_is_told_as_it_is_once_made() {
    every_single_change(0);
}

#[test]
fn every_single_change_of_an_item_of_even_number_is_told_as_it_is_once_made() {
    every_single_change(1);
}

#[test]
fn where_plans_and_staff_are_missing_the_routes_that_change_are_told_as_they_are_once_made() {
    let mut differ = 0;
    for (key, region) in [("A1-36", Region::Wenshang), ("A1-20", Region::Rencheng), ("A1-1", Region::HighTechZone)] {
        for single in Single::all(item(key), region) {
            differ += routes_as_made(&GAPPY, &single.of(item(key), effect())).1;
        }
    }
    assert!(differ > 100, "{differ}");
    // what the city handles for want of a plan it handles after, and how it stands is another
    let direct = Single::To(Modality::Direct).of(item("A1-36"), effect());
    let impact = Impact::of(&GAPPY, &direct).unwrap();
    let here = impact.routes().find(|it| it.region == Region::Wenshang).unwrap();
    let told = "A1-36 in 汶上县: devolved substantive review, for now with the city → direct devolution, for now with the city";
    assert_eq!(here.to_string(), told);
}

fn changes(list: &[(&str, Single)]) -> Vec<ItemChange> {
    list.iter().map(|(key, single)| single.change(item(key)).unwrap()).collect()
}

#[test]
fn an_amendment_of_many_items_tells_each_of_them_and_those_that_come_and_go() {
    let devolution = Devolution {
        exceptions: vec![Exception { region: Region::Qufu, modality: Modality::Window }],
        not_devolved_to: [Region::CultureZone].into_iter().collect(),
        ..Devolution::new(tongquan::Department::Transport, Modality::Review)
    };
    let new = |key: &str, list| NewItem {
        key: key.parse().unwrap(),
        name: format!("（虚构）增列{key}").parse().unwrap(),
        kind: tongquan::Kind::OtherPower,
        origin: list,
    };
    let many = Amendment {
        adds: vec![new("N-1", NewOrigin::City(devolution)), new("N-2", NewOrigin::ThreeTier)],
        removes: vec!["A1-33".parse().unwrap(), "A2-3".parse().unwrap()],
        ..amendment(
            effect(),
            changes(&[
                ("A1-36", Single::To(Modality::Direct)),
                ("A1-20", Single::To(Modality::Review)),
                ("A1-31", Single::Withheld(Region::Wenshang)),
                ("A1-37", Single::Passed(tongquan::Department::Health)),
                ("A1-38", Single::Renamed),
            ]),
        )
    };
    let (compared, differ) = routes_as_made(&OFFICE, &many);
    // a window stays in five regions no more; one region is held back; the rest are of every region
    assert_eq!((compared, differ), (83 * 15, 15 * 6 + 5 + 1));
    let impact = Impact::of(&OFFICE, &many).unwrap();
    assert_eq!(impact.items().len(), 9);
    let told: Vec<String> = impact.routes().filter(|it| it.region == Region::Qufu).map(|it| it.zh()).collect();
    assert!(told.contains(&"A1-33 曲阜市：下放实质性审核权 → 不在清单".to_owned()), "{told:?}");
    assert!(told.contains(&"N-1 曲阜市：不在清单 → 窗口前移，暂由市级办理".to_owned()), "{told:?}");
    assert!(
        told.contains(&"A1-37 曲阜市：下放实质性审核权（市商务局） → 下放实质性审核权（市卫生健康委）".to_owned()),
        "{told:?}"
    );
}

#[test]
fn an_amendment_after_another_is_told_against_the_list_of_that_one() {
    let first = Single::To(Modality::Direct).of(item("A1-36"), day(2024, 8, 1));
    let pending = LEAN.record(&Revision { amendments: vec![first], ..Revision::on(day(2024, 7, 1)) }).unwrap();
    for from in [day(2024, 8, 1), effect()] {
        let change = ItemChange { modality: Some(Modality::Direct), ..ItemChange::of("A1-24".parse().unwrap()) };
        let next = Amendment { number: "（虚构）10号".parse().unwrap(), ..amendment(from, vec![change]) };
        assert_eq!(routes_as_made(&pending, &next).1, 15, "from {from}");
        let back = ItemChange { modality: Some(Modality::Review), ..ItemChange::of("A1-36".parse().unwrap()) };
        let back = Amendment { number: "（虚构）11号".parse().unwrap(), ..amendment(from, vec![back]) };
        // two of one day do not speak of one item
        assert_eq!(Impact::of(&pending, &back).is_ok(), from == effect());
        if from == effect() {
            assert_eq!(routes_as_made(&pending, &back).1, 15);
        }
    }
}

#[test]
fn of_a_three_tier_item_that_leaves_the_list_the_route_before_is_what_the_region_s_choice_makes_of_it() {
    let office = &crate::reverse::CHOSEN;
    let removes = vec!["A2-1".parse().unwrap(), "A2-15".parse().unwrap()];
    let gone = Amendment { removes, ..Amendment::new("（虚构）9号".parse().unwrap(), effect(), law()) };
    assert_eq!(routes_as_made(office, &gone).1, 2 * 15);
}

#[test]
fn nothing_is_recorded_in_the_office_that_is_asked() {
    let office: Office = serde_json::from_str(OFFICE_JSON).unwrap();
    let whole = Single::Removed.of(item("A1-33"), effect());
    let impact = Impact::of(&office, &whole).unwrap();
    let told = (impact.routes().count(), impact.agreements().count(), impact.duties().count());
    assert_eq!((told.0, told.1), (15, 15));
    assert_eq!((office.revisions().len(), office.catalogue().editions().len()), (1, 1));
    assert_eq!(office, *OFFICE);
    // and as often as it is asked, the same is told
    let again = Impact::of(&office, &whole).unwrap();
    assert_eq!(told, (again.routes().count(), again.agreements().count(), again.duties().count()));
    let [_, made] = impact.after().catalogue().editions() else { panic!("two editions") };
    assert_eq!((made.id().number, made.id().from), (2, effect()));
    assert_eq!(impact.after().catalogue().amendment(made), Some(&whole));
}

#[test]
fn the_office_as_it_would_be_is_the_office_with_the_amendment_recorded() {
    for single in [Single::To(Modality::Direct), Single::Removed, Single::Withheld(Region::Qufu)] {
        let it = single.of(item("A1-36"), effect());
        let impact = Impact::of(&LEAN, &it).unwrap();
        let made = LEAN.record(&Revision { amendments: vec![it], ..Revision::on(day(2024, 8, 1)) }).unwrap();
        for on in [day(2024, 8, 31), effect()] {
            for key in keys(&LEAN) {
                for region in Region::all() {
                    let (told, made) = (forward(impact.after(), &key, region, on), forward(&made, &key, region, on));
                    assert_eq!(format!("{told:?}"), format!("{made:?}"), "{key} in {region} on {on}");
                }
            }
        }
    }
}
