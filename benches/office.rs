//! What it costs to load registers of 76 items × 15 regions, each with a row of its own, and to ask them: beside serde_json into the same rows
//! unchecked, and beside one look-up in a hash map; of one revision, and of the same with a hundred more. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench stops when its questions do not fit")]

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use tongquan::{
    Item, Key, Modality, Office, Place, Question, Region, Scope, Standing, Venue,
    place::Regions,
    register::{
        Adviser, Agreement, Electronic, ElectronicMeans, Items, OnPlatform, Own, Plan, Revision, SealEvent, SealId,
        SealStep, Standard, Stationing, Undertaken,
    },
    text::Mark,
};

#[path = "given/answers.rs"]
mod answers;

use answers::read;

fn main() {
    let full = full();
    let office = Office::new(vec![full.clone()]).expect("a lawful office");
    assert!(full.standards.len() > 1_000);
    for (item, region) in questions(&office) {
        assert!(matches!(item.cell(region).standing, Standing::Devolved(_)));
        assert!(office.readiness(item, region, day()).is_ready(), "{item} in {region}");
    }
    assert_eq!(long().revisions().len(), 101);
    println!("{} bytes of JSON", serde_json::to_string(&[full]).expect("plain data").len());
    divan::main();
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 4).expect("a day")
}

fn mark(text: String) -> Mark {
    text.parse().expect("a mark")
}

/// The fictional office with a row for each item and region where one spoke of all.
fn full() -> Revision {
    let office: Office = serde_json::from_str(include_str!("../examples/office.json")).expect("the example's office");
    let mut rows = office.revisions()[0].clone();
    let from = rows.plans[0].from;
    let only = |item: Item<'_>| Items::Only(vec![item.key().clone()]);
    let of = |plan: &Plan, item: Item<'_>| {
        let covers = |it: &&Undertaken| it.items == Items::All || it.items.keys().contains(item.key());
        let row = plan.undertakes.iter().find(covers).expect("a row for all").clone();
        Undertaken { items: only(item), ..row }
    };
    for plan in &mut rows.plans {
        let all: Vec<Undertaken> = office.catalogue().latest().items().map(|item| of(plan, item)).collect();
        plan.undertakes = all;
    }
    let both = || office.catalogue().latest().items().flat_map(|item| Region::all().map(move |region| (item, region)));
    rows.stationings = both().map(|(item, region)| Stationing { region, items: only(item), from }).collect();
    rows.on_platform = both()
        .map(|(item, region)| OnPlatform { items: only(item), regions: Regions::NONE.with(region), from })
        .collect();
    rows.electronics = both()
        .flat_map(|(item, region)| {
            [ElectronicMeans::Seal, ElectronicMeans::Licence].map(|what| Electronic {
                what,
                region,
                items: only(item),
                from,
            })
        })
        .collect();
    rows.advisers = office
        .catalogue()
        .latest()
        .items()
        .filter_map(|item| {
            let persons = vec!["adviser-1".parse().expect("a reference")];
            Some(Adviser { department: item.department()?, items: only(item), persons, from, reason: None })
        })
        .collect();
    rows.standards.retain(|it| it.own.is_none() && it.edition == 1);
    let handbooks = rows.standards.clone();
    for handbook in &handbooks {
        let item = office.catalogue().latest().item(&handbook.item).expect("an item of the catalogue");
        rows.standards.extend(Region::all().filter(|region| decides(item, *region)).map(|region| {
            let own = Some(Own { region, handbook: 1 });
            Standard { own, from: day(), baseline: None, ..handbook.clone() }
        }));
    }
    let old: HashMap<(_, Region), Agreement> =
        rows.agreements.drain(..).map(|it| ((it.department, it.region), it)).collect();
    rows.seals.clear();
    for (number, (item, region)) in (1_u16..).zip(both()) {
        let Some(department) = item.department() else { continue };
        if item.cell(region).standing != Standing::Devolved(Modality::Review) {
            continue;
        }
        let agreement = mark(format!("XY-{number}"));
        let like = old[&(department, region)].clone();
        rows.agreements.push(Agreement { number: agreement.clone(), items: only(item), ..like });
        let seal = SealId { department, number };
        rows.seals.push(SealEvent { seal, on: from, event: SealStep::Cut { twin_of: None } });
        rows.seals.push(SealEvent { seal, on: from, event: SealStep::HandedOver { agreement } });
    }
    rows
}

/// Whether a region may have a standard of its own for an item.
fn decides(item: Item<'_>, region: Region) -> bool {
    !matches!(
        item.cell(region).standing,
        Standing::Devolved(Modality::Window | Modality::Intake) | Standing::NotDevolved
    )
}

/// The same with a hundred more revisions, each of which says the plans and stationings of all regions again.
fn long() -> Office {
    let first = full();
    let later = (1..=100).map(|days| {
        let recorded = day() + Days::new(days);
        let plans = first.plans.iter().map(|it| Plan { from: recorded, ..it.clone() }).collect();
        let stationings = first.stationings.iter().map(|it| Stationing { from: recorded, ..it.clone() }).collect();
        Revision { plans, stationings, ..Revision::on(recorded) }
    });
    let later: Vec<Revision> = later.collect();
    Office::new([first].into_iter().chain(later).collect()).expect("a lawful office")
}

/// Every item that is devolved to a region there.
fn questions(office: &Office) -> Vec<(Item<'_>, Region)> {
    let items = office.catalogue().latest().items().flat_map(|item| Region::all().map(move |region| (item, region)));
    items.filter(|(item, region)| matches!(item.cell(*region).standing, Standing::Devolved(_))).collect()
}

#[divan::bench]
fn json_into_rows_unchecked(bencher: Bencher<'_, '_>) {
    let text = serde_json::to_string(&[full()]).expect("plain data");
    bencher.bench_local(|| serde_json::from_str::<Vec<Revision>>(black_box(&text)).expect("plain data"));
}

#[divan::bench]
fn json_into_office(bencher: Bencher<'_, '_>) {
    let text = serde_json::to_string(&[full()]).expect("plain data");
    bencher.bench_local(|| serde_json::from_str::<Office>(black_box(&text)).expect("a lawful office"));
}

#[divan::bench]
fn rows_into_office(bencher: Bencher<'_, '_>) {
    let rows = full();
    bencher.with_inputs(|| vec![rows.clone()]).bench_local_values(|it| Office::new(it).expect("a lawful office"));
}

#[divan::bench]
fn one_more_revision_of_one_row(bencher: Bencher<'_, '_>) {
    let office = Office::new(vec![full()]).expect("a lawful office");
    let recorded = day() + Days::new(1);
    let items = Items::All;
    let stationings = vec![Stationing { region: Region::Wenshang, items, from: recorded }];
    let revision = Revision { stationings, ..Revision::on(recorded) };
    bencher.bench_local(|| black_box(&office).record(&revision).expect("a lawful revision"));
}

fn offices() -> [Office; 2] {
    [Office::new(vec![full()]).expect("a lawful office"), long()]
}

#[divan::bench]
fn one_look_up_in_a_hash_map(bencher: Bencher<'_, '_>) {
    let [office, _] = offices();
    let questions = questions(&office);
    let known: HashMap<(&Key, Region), usize> =
        questions.iter().enumerate().map(|(at, (item, region))| ((item.key(), *region), at)).collect();
    bencher.bench_local(|| {
        for (item, region) in black_box(&questions) {
            black_box(known.get(&(item.key(), *region)));
        }
    });
}

#[divan::bench(args = [0, 1])]
fn undertaking(bencher: Bencher<'_, '_>, which: usize) {
    let office = &offices()[which];
    let questions = questions(office);
    bencher.bench_local(|| {
        for (item, region) in black_box(&questions) {
            black_box(office.now().undertaking(*item, *region, day()));
        }
    });
}

#[divan::bench(args = [0, 1])]
fn full_route_at_a_venue(bencher: Bencher<'_, '_>, which: usize) {
    let office = &offices()[which];
    let (questions, venue) = (questions(office), Venue::Online);
    bencher.bench_local(|| {
        for (item, region) in black_box(&questions) {
            let place = Place::Region(*region);
            let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(&venue), day: day() };
            read(&office.route(&asked).expect("a route"));
        }
    });
}

#[divan::bench(args = [0, 1])]
fn standard(bencher: Bencher<'_, '_>, which: usize) {
    let office = &offices()[which];
    let questions = questions(office);
    bencher.bench_local(|| {
        for (item, region) in black_box(&questions) {
            black_box(office.now().standard(item.key(), *region, day()));
        }
    });
}

#[divan::bench(args = [0, 1])]
fn grounds_of_a_seal(bencher: Bencher<'_, '_>, which: usize) {
    let office = &offices()[which];
    let seals: Vec<(Item<'_>, SealId)> = questions(office)
        .into_iter()
        .filter_map(|(item, region)| {
            let seals = office.now().seals_held(item.department()?, region, day());
            Some((item, seals.last()?))
        })
        .collect();
    bencher.bench_local(|| {
        for (item, seal) in black_box(&seals) {
            black_box(office.now().seal_record(*seal, item.key(), item.kind(), day(), day()));
        }
    });
}

#[divan::bench(args = [0, 1])]
fn readiness(bencher: Bencher<'_, '_>, which: usize) {
    let office = &offices()[which];
    let questions = questions(office);
    bencher.bench_local(|| {
        for (item, region) in black_box(&questions) {
            black_box(office.readiness(*item, *region, day()).gaps().len());
        }
    });
}
