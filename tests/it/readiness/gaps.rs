//! One thing is missing: exactly that gap is told, a case filed that day keeps it, and goes on but for what is impossible without it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, AnyStep, Modality, Moment, Office, Region, Rule, Seal, Stamp, Standing, Venue,
    case::{
        Role, StageKind, StepKind,
        stage::Imprint,
        steps::{AffixSeal, AffixSealNo2, Close},
    },
    place::Centre,
    register::{
        Agreement, Electronic, ElectronicMeans, Items, Plan, Revision, SealEvent, SealId, SealStep, Undertaken, Uses,
    },
    route::{Effect, Gap, Tier},
};

use super::{gaps_of, readiness};
use crate::{
    seal_life::agreement,
    seal_no_2::rules,
    support::{OFFICE, case_at, case_via, changed, day, filing_day},
};

/// The fictional office, with electronic seals used everywhere and there: twins of the Seals No. 2 under numbers from 101 on.
static FURNISHED: LazyLock<Office> = LazyLock::new(|| changed(furnish));

fn furnish(rows: &mut Revision) {
    rows.plans.iter_mut().flat_map(|it| &mut it.undertakes).for_each(|it| it.uses = Uses { seal: true, licence: true });
    let electronic =
        |region| Electronic { what: ElectronicMeans::Seal, region, items: Items::All, from: day(2021, 7, 31) };
    rows.electronics.extend(Region::all().map(electronic));
    let twins = rows.seals.clone().into_iter().map(|it| {
        let seal = SealId { number: 100 + it.seal.number, ..it.seal };
        let event = match it.event {
            SealStep::Cut { .. } => SealStep::Cut { twin_of: Some(it.seal.number) },
            other => other,
        };
        SealEvent { seal, event, ..it }
    });
    let twins: Vec<SealEvent> = twins.collect();
    rows.seals.extend(twins);
}

/// The furnished office with one thing less.
#[track_caller]
fn without(change: impl FnOnce(&mut Revision)) -> Office {
    changed(|rows| {
        furnish(rows);
        change(rows);
    })
}

fn plan(rows: &mut Revision, region: Region) -> &mut Plan {
    rows.plans.iter_mut().find(|it| it.region == region).unwrap()
}

/// The rows of a region's plan that do not speak of certain items alone.
fn general(rows: &mut Revision, region: Region) -> impl Iterator<Item = &mut Undertaken> {
    plan(rows, region).undertakes.iter_mut()
}

fn seat(row: &mut Undertaken, tier: Tier) {
    let seats = &mut row.supervision;
    match tier {
        Tier::CountySupervisor => seats.county_supervisor = None,
        Tier::CountyEnforcement => seats.county_enforcement = None,
        Tier::CitySupervisor => seats.city_supervisor = None,
        Tier::CityEnforcement => seats.city_enforcement = None,
    }
}

/// Each gap that can open by itself for an item in a region, with the office in which it is open.
fn offices(key: &str, region: Region) -> Vec<(Gap, Office)> {
    let item = OFFICE.catalogue().latest().look_up(key).unwrap();
    let department = item.department().unwrap();
    let held = |it: &SealId| {
        it.department == department
            && FURNISHED.now().seals_held(department, region, filing_day()).any(|held| held == *it)
    };
    let taken_back = |rows: &mut Revision, twins: bool| {
        rows.seals.retain(|it| {
            let kept = !held(&it.seal) || (it.seal.number > 100) != twins;
            kept || matches!(it.event, SealStep::Cut { .. })
        });
    };
    let all = Gap::ALL.into_iter().filter_map(|gap| {
        let office = match gap {
            Gap::NotChosen | Gap::SealNotNamed => return None,
            Gap::NoHandler => without(|it| plan(it, region).undertakes.clear()),
            Gap::NoCentre if region.centre().is_some() => return None,
            Gap::NoCentre => without(|it| plan(it, region).centre = None),
            Gap::NotStationed => without(|it| it.stationings.retain(|it| it.region != region)),
            Gap::NoStandard => without(|it| it.standards.retain(|it| it.item != *item.key())),
            Gap::NoAdviser => without(|it| it.advisers.retain(|it| it.department != department)),
            Gap::NoStaffPosted => {
                without(|it| it.postings.retain(|it| (it.department, it.region) != (department, region)))
            }
            Gap::NoSealNo2 => without(|it| taken_back(it, false)),
            Gap::NoElectronicSeal => without(|it| {
                it.electronics.retain(|it| it.region != region || it.what != ElectronicMeans::Seal);
                taken_back(it, true);
            }),
            Gap::NoElectronicLicence => {
                without(|it| it.electronics.retain(|it| it.region != region || it.what != ElectronicMeans::Licence))
            }
            Gap::NotOnPlatform => {
                without(|it| it.on_platform.iter_mut().for_each(|it| it.regions = it.regions.without(region)))
            }
            Gap::EmptySeat(tier) => without(|it| general(it, region).for_each(|it| seat(it, tier))),
        };
        Some((gap, office))
    });
    all.collect()
}

/// Item, region, how it is devolved there, and the gaps that can open.
const CASES: [(&str, Region, &[&str]); 7] = [
    ("A1-1", Region::Wenshang, &["county"]),
    ("A1-24", Region::Wenshang, &["posted"]),
    ("A1-33", Region::Wenshang, &["seal", "county"]),
    ("A1-61", Region::Wenshang, &[]),
    ("A1-46", Region::Wenshang, &["seal", "county", "city"]),
    ("A1-36", Region::CultureZone, &["seal", "county"]),
    ("A1-53", Region::CultureZone, &[]),
];

/// Those that open for any item, and those that the tags add.
fn expected(region: Region, tags: &[&str]) -> Vec<Gap> {
    let opens = |gap: &Gap| match gap {
        Gap::NotChosen | Gap::SealNotNamed => false,
        Gap::NoCentre => region == Region::CultureZone,
        Gap::NoStaffPosted => tags.contains(&"posted"),
        Gap::NoSealNo2 => tags.contains(&"seal"),
        Gap::EmptySeat(Tier::CountySupervisor | Tier::CountyEnforcement) => tags.contains(&"county"),
        Gap::EmptySeat(_) => tags.contains(&"city"),
        _ => true,
    };
    Gap::ALL.into_iter().filter(opens).collect()
}

fn steps(case: &AnyCase) -> Vec<StepKind> {
    case.record().entries().iter().map(|it| it.kind()).collect()
}

#[test]
fn one_thing_less_is_exactly_one_gap_and_the_case_goes_on_but_for_what_is_impossible() {
    let (mut told, mut citys, mut waiting, mut open) = (0, 0, 0, 0);
    for (key, region, tags) in CASES {
        assert_eq!(gaps_of(&FURNISHED, key, region), [], "{key} in {region}");
        let whole = case_at(&FURNISHED, key, region, StageKind::Closed);
        assert_eq!(whole.record().gaps(), []);
        let mut opened = Vec::new();
        for (gap, office) in offices(key, region) {
            let gaps = gaps_of(&office, key, region);
            if gaps.is_empty() {
                continue;
            }
            assert_eq!(gaps, [gap], "{key} in {region}");
            opened.push(gap);
            let until = |stage| match gap {
                // no centre, no counter: the city's centre takes in for every region
                Gap::NoCentre => case_via(&office, key, region, &Venue::Centre(Centre::CITY), stage),
                _ => case_at(&office, key, region, stage),
            };
            let filed = until(StageKind::Filed);
            assert_eq!(filed.record().gaps(), [gap], "{key} in {region}");
            let effect = readiness(&office, key, region).missing().next().unwrap().effect;
            let department = OFFICE.catalogue().latest().look_up(key).unwrap().department();
            match (effect, gap) {
                (Effect::CityHandles, _) => {
                    let closed = until(StageKind::Closed);
                    let route = closed.record().route();
                    assert_eq!((route.decision().is.department(), route.seal().is), (department, Seal::Department));
                    assert_eq!((route.why().is.gap, route.modality()), (Some(gap), None));
                    citys += 1;
                }
                (Effect::WaitsToBeSealed, _) => {
                    let decided = until(StageKind::Decided);
                    let before = whole.record().entries().iter().position(|it| it.kind() == StepKind::AffixSealNo2);
                    assert_eq!(steps(&decided), steps(&whole)[..before.unwrap()], "up to the seal as any other");
                    waiting += 1;
                }
                (Effect::Told, Gap::EmptySeat(_)) => {
                    // who is not named cannot be told: the case is delivered, and waits to be closed
                    let concluded = until(StageKind::Concluded);
                    let by = Stamp { at: concluded.record().last_at(), ..concluded.record().opening().stamp.clone() };
                    let why = concluded.check(&Close {}.into(), &by, &office);
                    assert_eq!(rules(why), [Rule::DutiesDone].into());
                    open += 1;
                }
                (Effect::Told, _) => {
                    let closed = until(StageKind::Closed);
                    let skipped: &[StepKind] = match gap {
                        // law and policy alone say what papers and steps there are
                        Gap::NoStandard => &[
                            StepKind::AskForCorrections,
                            StepKind::HandInCorrections,
                            StepKind::TakeReviewStep,
                            StepKind::IssueLicence,
                        ],
                        _ => &[],
                    };
                    let meant = steps(&whole).into_iter().filter(|it| !skipped.contains(it));
                    let passed_on = (gap == Gap::NoCentre).then_some(StepKind::PassOn);
                    assert_eq!(steps(&closed), passed_on.into_iter().chain(meant).collect::<Vec<_>>(), "{key}: {gap}");
                    told += 1;
                }
                (Effect::NoRoute, _) => panic!("{key} has a route"),
            }
        }
        assert_eq!(opened, expected(region, tags), "{key} in {region}");
    }
    assert_eq!((told, citys, waiting, open), (45, 7, 3, 10));
}

/// What every department does late: it signs with every region on all that it has in review there, cuts a seal and hands it over.
fn handed_over(on: NaiveDate) -> Revision {
    let mut rows = Revision::on(on);
    for (department, region) in OFFICE.revisions()[0].agreements.iter().map(|it| (it.department, it.region)) {
        let number = 200 + u16::try_from(rows.agreements.len()).unwrap();
        let name = format!("LATE-{number}");
        rows.agreements.push(agreement(&name, department, region, Items::All, on));
        let seal = SealId { department, number };
        let handed = SealStep::HandedOver { agreement: name.parse().unwrap() };
        rows.seals.push(SealEvent { seal, on, event: SealStep::Cut { twin_of: None } });
        rows.seals.push(SealEvent { seal, on, event: handed });
    }
    rows
}

#[test]
fn without_a_seal_no_2_every_case_moves_up_to_sealing_and_waits_for_a_seal_that_is_recorded_later() {
    let on = day(2024, 4, 1);
    let office = changed(|it| {
        it.agreements.clear();
        it.seals.clear();
    });
    let later = office.record(&handed_over(on)).unwrap();
    let mut waited = 0;
    for item in OFFICE.catalogue().latest().items() {
        for region in Region::all() {
            if item.cell(region).standing != Standing::Devolved(Modality::Review) {
                continue;
            }
            let (key, department) = (item.key().to_string(), item.department().unwrap());
            assert_eq!(gaps_of(&office, &key, region), [Gap::NoSealNo2]);
            assert!(later.on(on).readiness(item, region, on).is_ready());
            let case = case_at(&office, &key, region, StageKind::Decided);
            assert_eq!(case.record().gaps(), [Gap::NoSealNo2]);
            let body = case.record().holders(Role::Sealing).next().unwrap().to_body().unwrap();
            let by = |on: NaiveDate| {
                let at = Moment::new(on, 9, 0, 0).unwrap();
                Stamp { at, by: Actor::Official { body: body.clone(), person: "keeper".parse().unwrap() } }
            };
            let seal = later.now().seals_held(department, region, on).next().unwrap();
            let documents = vec!["决定书".parse().unwrap()];
            let step: AnyStep = AffixSealNo2 { seal, circumstance: "decision".parse().unwrap(), documents }.into();
            let eve = on.pred_opt().unwrap();
            for (office, day) in [(&office, on), (&later, eve)] {
                assert_eq!(
                    rules(case.check(&step, &by(day), office)),
                    [Rule::SealNo2OnRecord].into(),
                    "{item} in {region}"
                );
            }
            assert_eq!(rules(case.check(&AffixSeal {}.into(), &by(on), &office)), [Rule::SealAsRouted].into());
            // the department hands a seal over: what was filed before is sealed with it from that day on
            let stored: AnyCase = serde_json::from_str(&serde_json::to_string(&case).unwrap()).unwrap();
            let AnyCase::Sealed(case) = stored.apply(step, by(on), &later).unwrap() else { panic!("sealed") };
            let Imprint::No2(proof) = case.stage().imprint() else { panic!("Seal No. 2") };
            assert_eq!(proof.seal(), seal);
            waited += 1;
        }
    }
    // an own item in review beside those of the annex
    assert_eq!(waited, 30 + 10 * 34 + 4 * 25 + 15);
}

#[test]
fn a_seal_serves_only_the_items_of_the_agreement_that_it_is_held_under() {
    let region = Region::Wenshang;
    let narrowed = without(|rows| {
        let of = |it: &&mut Agreement| it.number.as_str() == "XY-commerce-07";
        rows.agreements.iter_mut().find(of).unwrap().items = Items::Only(vec!["A1-38".parse().unwrap()]);
    });
    assert_eq!(gaps_of(&narrowed, "A1-38", region), []);
    // the twin is held under the same agreement
    assert_eq!(gaps_of(&narrowed, "A1-37", region), [Gap::NoSealNo2, Gap::NoElectronicSeal]);
}
