//! Whole offices.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use strum::IntoEnumIterator;
use tongquan::{
    Kind, Modality, Office, Region, Standing,
    catalogue::OwnOrigin,
    register::{AgreementState, Revision, SealState},
    route::{Access, ChosenWay, Gap},
    strategies::{offices, questions},
    text::Mark,
};

use super::{DRAWN, draws};

/// The day of each revision, and days since.
fn looked_at(office: &Office) -> Vec<NaiveDate> {
    let recorded = office.revisions().iter().map(|it| it.recorded);
    recorded.flat_map(|it| [0, 60, 200].map(|days| it + Days::new(days))).collect()
}

#[test]
fn every_standing_of_a_route_occurs() {
    let mut seen = BTreeMap::<Standing, usize>::new();
    for office in DRAWN.iter() {
        for asked in draws(&questions(office), 60) {
            if let Ok(route) = office.route(&asked.question()) {
                *seen.entry(route.standing()).or_default() += 1;
            }
        }
    }
    let modalities = || Modality::iter().map(Standing::Devolved).chain(Modality::iter().map(Standing::Chosen));
    let all = modalities().chain([Standing::NotDevolved, Standing::Original, Standing::Reserved]);
    assert_eq!(seen.keys().copied().collect::<BTreeSet<_>>(), all.collect());
    assert!(seen.values().all(|it| *it > 10), "{seen:?}");
}

#[test]
fn every_answer_of_a_venue_occurs() {
    let mut seen = BTreeSet::new();
    for office in DRAWN.iter() {
        for asked in draws(&questions(office), 60) {
            seen.extend(office.route(&asked.question()).ok().map(|it| it.access().label()));
        }
    }
    // that none was named among them
    assert_eq!((seen.len(), seen.contains(Access::NotAsked.label())), (13, true), "{seen:?}");
}

#[test]
fn every_gap_of_readiness_occurs_and_so_does_being_ready() {
    let (mut seen, mut ready) = (BTreeSet::new(), 0);
    for office in DRAWN.iter() {
        let regions: BTreeSet<Region> = office.revisions()[0].units.iter().map(|it| it.region).collect();
        for day in looked_at(office).into_iter().step_by(2) {
            let list = office.catalogue().in_force(day).unwrap();
            for (item, region) in list.items().flat_map(|it| regions.iter().map(move |region| (it, *region))) {
                let readiness = office.readiness(item, region, day);
                seen.extend(readiness.gaps().iter().copied());
                ready += usize::from(readiness.is_ready());
            }
        }
    }
    assert_eq!(seen, Gap::ALL.into());
    assert!(ready > 1_000, "{ready}");
}

#[test]
fn every_state_of_a_seal_and_of_an_agreement_occurs_and_every_event() {
    let (mut states, mut events, mut agreements) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for office in DRAWN.iter() {
        for it in office.revisions() {
            events.extend(it.seals.iter().map(|it| it.event.kind()));
            for day in looked_at(office) {
                states.extend(it.seals.iter().filter_map(|it| office.now().seal_state(it.seal, day)));
                let numbers = it.agreements.iter().map(|it| &it.number);
                agreements.extend(numbers.filter_map(|it| office.now().agreement_state(it, day)));
            }
        }
    }
    assert_eq!(states, SealState::iter().collect());
    assert_eq!(events, tongquan::register::SealStepKind::iter().collect());
    assert_eq!(agreements, AgreementState::iter().collect());
}

#[test]
fn revisions_and_rows_of_every_kind_occur() {
    let mut revisions = BTreeMap::<usize, usize>::new();
    let mut rows = BTreeMap::<String, usize>::new();
    for office in DRAWN.iter() {
        *revisions.entry(office.revisions().len()).or_default() += 1;
        for it in office.revisions() {
            let written = serde_json::to_value(it).unwrap();
            for (list, told) in written.as_object().unwrap() {
                *rows.entry(list.clone()).or_default() += told.as_array().map_or(0, Vec::len);
            }
        }
    }
    assert_eq!(revisions.keys().copied().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6], "{revisions:?}");
    let none: Vec<&str> = rows.iter().filter(|(_, rows)| **rows == 0).map(|(list, _)| list.as_str()).collect();
    assert_eq!(none, ["evidence", "note", "recorded", "v"]);
}

#[test]
fn handbooks_are_short_and_long_in_both_units_and_with_and_without_a_licence() {
    let mut seen = BTreeSet::new();
    for it in DRAWN.iter().flat_map(|it| it.revisions()).flat_map(|it| &it.standards) {
        seen.insert(format!("{} steps", it.steps.len().min(3)));
        seen.insert(format!("{} materials", it.materials.len().min(3)));
        seen.insert(format!("{} conditions", it.conditions.len().min(3)));
        seen.insert(format!("{} proceedings", it.procedures.len().min(3)));
        seen.insert(format!("licence {}, own {}", it.licence.is_some(), it.own.is_some()));
        seen.insert(format!("promised {:?}", it.limits.map(|it| it.promised.unit)));
        seen.insert(format!("corrections {:?}", it.corrections.map(|it| it.unit)));
        seen.insert(format!("edition {}", it.edition.min(2)));
    }
    assert_eq!(seen.len(), 4 * 4 + 4 + 3 + 3 + 2, "{seen:?}");
}

#[test]
fn own_items_are_of_every_kind_and_origin_and_choices_of_every_way() {
    let (mut items, mut ways) = (BTreeSet::new(), BTreeSet::new());
    for it in DRAWN.iter().flat_map(|it| it.revisions()) {
        let origin = |it: &OwnOrigin| if let OwnOrigin::City(it) = it { Some(it.modality) } else { None };
        items.extend(it.own_items.iter().map(|it| (it.kind, origin(&it.origin))));
        let county = |it: &ChosenWay<Mark>| (it.modality(), it.county().is_some(), format!("{it:?}").contains("None"));
        ways.extend(it.choices.iter().map(|it| county(&it.way)));
    }
    assert_eq!(items.len(), Kind::iter().count() * (1 + Modality::iter().count()), "{items:?}");
    // review: under the township's seal, under the county's, under none
    assert_eq!(ways.len(), Modality::iter().count() + 2, "{ways:?}");
}

#[test]
fn every_name_in_them_says_that_it_is_fictional() {
    for it in DRAWN.iter().flat_map(|it| it.revisions()) {
        let units = it.units.iter().map(|it| &it.name);
        let others = it.agencies.iter().chain(&it.partners).map(|it| &it.name);
        let items = it.own_items.iter().map(|it| &it.name);
        assert!(units.chain(others).chain(items).all(|it| it.as_str().contains("虚构")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_office_is_what_its_revisions_make(office in offices()) {
        let revisions: Vec<Revision> = office.revisions().to_vec();
        let made = Office::new(revisions);
        prop_assert_eq!(made.as_ref(), Ok(&*office));
        let read: Office = serde_json::from_str(&serde_json::to_string(&*office).unwrap()).unwrap();
        prop_assert_eq!(&read, &*office);
    }
}
