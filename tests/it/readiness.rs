//! Readiness against the model: all that can be on record or missing, and what a gap does to the cases that are filed on it.

mod chosen;
mod gaps;
mod small;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Department, Item, Key, Kind, Modality, Office, Place, Question, Region, Scope, Standing, Venue,
    place::Centre,
    register::{Missing, Readiness, Revision, SealEvent, SealStep},
    route::{Effect, Gap, Owes, Tier},
    text::Text,
};

use crate::{
    model::readiness::{Facts, effect, missing},
    support::{OFFICE, changed, day, filing_day},
};
use small::{REGION, facts_of, small};

/// A gap in the model's word.
pub(crate) fn id(gap: Gap) -> &'static str {
    match gap {
        Gap::NotChosen | Gap::SealNotNamed => panic!("the model asks of formerly-city items alone"),
        Gap::NoHandler => "no_handler",
        Gap::NoCentre => "no_centre",
        Gap::NotStationed => "not_stationed",
        Gap::NoStandard => "no_standard",
        Gap::NoAdviser => "no_adviser",
        Gap::NoStaffPosted => "no_staff_posted",
        Gap::NoSealNo2 => "no_seal_in_service",
        Gap::NoElectronicSeal => "no_electronic_seal",
        Gap::NoElectronicLicence => "no_electronic_licence",
        Gap::NotOnPlatform => "not_on_platform",
        Gap::EmptySeat(Tier::CountySupervisor) => "empty_seat_county_supervisor",
        Gap::EmptySeat(Tier::CountyEnforcement) => "empty_seat_county_enforcement",
        Gap::EmptySeat(Tier::CitySupervisor) => "empty_seat_city_supervisor",
        Gap::EmptySeat(Tier::CityEnforcement) => "empty_seat_city_enforcement",
    }
}

fn bearer(owes: Owes) -> &'static str {
    match owes {
        Owes::Region => "region",
        Owes::Department => "department",
        Owes::ApprovalService => "市行政审批服务局",
    }
}

fn effect_id(effect: Effect) -> &'static str {
    match effect {
        Effect::Told => "none",
        Effect::CityHandles => "route_is_citys",
        Effect::WaitsToBeSealed => "waits_before_sealing",
        Effect::NoRoute => panic!("an item of annex 1 has a route"),
    }
}

/// One item of each modality, and such of 市行政审批服务局, whose seats of supervision have no default.
const ITEMS: [(&str, &str); 7] = [
    ("A1-1", "direct"),
    ("A1-24", "window"),
    ("A1-36", "review"),
    ("A1-61", "intake"),
    ("A1-13", "direct"),
    ("A1-46", "review"),
    ("A1-53", "intake"),
];

/// Before the platform was due, and after everything else was.
fn asked_on() -> NaiveDate {
    day(2021, 7, 15)
}

/// Ours against the model's: what is missing, by which clause, who owes it, since when, what it bars.
#[track_caller]
fn compare(office: &Office, item: Item<'_>, facts: &Facts<'_>) -> usize {
    let readiness = office.readiness(item, REGION, asked_on());
    let told: Vec<Missing> = readiness.missing().collect();
    let ours: BTreeSet<_> = told.iter().map(|it| (id(it.gap), it.basis[0].id(), bearer(it.owes), it.due)).collect();
    assert_eq!(ours, missing(facts), "{} {facts:?}", item.key());
    assert_eq!(ours.len(), told.len(), "{facts:?}");
    assert_eq!(readiness.is_ready(), told.is_empty());
    assert!(readiness.gaps().iter().eq(told.iter().map(|it| &it.gap)));
    for it in &told {
        assert_eq!(effect_id(it.effect), effect(id(it.gap), facts.modality), "{} {facts:?}", it.gap);
        // a seal that is there and out of service was supplied once
        let supplied = it.gap == Gap::NoSealNo2 && !readiness.seals().is_empty();
        assert_eq!(it.overdue, it.due == Some(day(2021, 6, 30)) && !supplied, "{it}");
        let department = match it.owes {
            Owes::Region => None,
            Owes::Department => item.department(),
            Owes::ApprovalService => Some(Department::ApprovalService),
        };
        assert_eq!((it.department, it.region), (department, REGION), "{it}");
    }
    let owed: Vec<Missing> = told.iter().filter(|it| bearer(it.owes) != "region").copied().collect();
    assert_eq!(readiness.findings().collect::<Vec<_>>(), owed, "what the city owes, and nothing else");
    // the route goes the way that the effects tell
    let venue = Venue::Centre(Centre::CITY);
    let place = Place::Region(REGION);
    let question = Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(&venue), day: asked_on() };
    let route = office.route(&question).unwrap();
    let citys = told.iter().find(|it| it.effect == Effect::CityHandles).map(|it| it.gap);
    assert_eq!(route.why().is.gap, citys, "{facts:?}");
    assert_eq!(route.modality().is_none(), citys.is_some(), "{facts:?}");
    told.len()
}

#[test]
fn everything_that_can_be_there_or_missing_is_told_as_the_model_says() {
    let (mut compared, mut ready, mut most) = (0, 0, 0);
    for (key, modality) in ITEMS {
        let item = OFFICE.catalogue().latest().look_up(key).unwrap();
        assert_eq!(item.cell(REGION).standing.label(), small::label(modality));
        let approval_service = item.department() == Some(Department::ApprovalService);
        for facts in facts_of(modality, approval_service) {
            // that department matters to the seats alone: beside them all the rest is there, or nothing is
            if approval_service && !small::all_or_nothing(&facts) {
                continue;
            }
            let told = compare(&small(item, &facts), item, &facts);
            most = most.max(told);
            ready += usize::from(told == 0);
            compared += 1;
        }
    }
    assert_eq!((compared, ready, most), (165_894, 1_848, 12));
}

#[track_caller]
fn gaps_of(office: &Office, key: &str, region: Region) -> Vec<Gap> {
    readiness(office, key, region).gaps().to_vec()
}

#[track_caller]
fn readiness(office: &Office, key: &str, region: Region) -> Readiness {
    office.readiness(office.catalogue().latest().look_up(key).unwrap(), region, filing_day())
}

#[test]
fn in_the_fictional_office_everything_is_ready_that_is_devolved_and_the_rest_says_what_it_is() {
    let (mut ready, mut not_devolved, mut to_choose, mut chosen, mut original) = (0, 0, 0, 0, 0);
    for item in OFFICE.catalogue().latest().items() {
        for region in Region::all() {
            let it = OFFICE.readiness(item, region, filing_day());
            // a catalogue says that a region is to choose, the registers what it chose
            let as_listed = it.standing() == item.cell(region).standing;
            assert_eq!(as_listed, !matches!(it.standing(), Standing::Chosen(_)), "{item} in {region}");
            let gaps = it.gaps();
            match it.standing() {
                Standing::Devolved(_) => {
                    assert!(it.is_ready() && gaps.is_empty(), "{item} in {region}: {gaps:?}");
                    ready += 1;
                }
                // nothing is missing, and nothing is the region's to be ready for
                Standing::NotDevolved => {
                    assert!(!it.is_ready() && gaps.is_empty(), "{item} in {region}: {gaps:?}");
                    not_devolved += 1;
                }
                Standing::RegionChooses => {
                    assert!(!it.is_ready(), "{item} in {region}");
                    let [missing] = it.missing().collect::<Vec<_>>()[..] else { panic!("{gaps:?}") };
                    assert_eq!(
                        (missing.gap, missing.owes, missing.effect),
                        (Gap::NotChosen, Owes::Region, Effect::NoRoute)
                    );
                    assert_eq!(missing.basis[0].id(), "A2");
                    to_choose += 1;
                }
                Standing::Chosen(modality) => {
                    let by = if item.kind() == Kind::Licence { Modality::Intake } else { Modality::Direct };
                    assert_eq!((region, modality), (Region::Liangshan, by));
                    assert!(it.is_ready() && gaps.is_empty(), "{item} in {region}: {gaps:?}");
                    chosen += 1;
                }
                Standing::Original => {
                    assert!(it.is_ready() && gaps.is_empty(), "{item} in {region}: {gaps:?}");
                    original += 1;
                }
                other => panic!("no catalogue says {other}"),
            }
        }
    }
    let (devolved, own) = ((61 + 3) * 15 - 2 * 4, 2 * 15);
    assert_eq!((ready, not_devolved, to_choose, chosen, original), (devolved, 2 * 4, 14 * 15, 15, own));
}

#[test]
fn an_empty_office_lacks_everything_that_the_model_asks_of_bare_hands() {
    let mut told = 0;
    for item in OFFICE.catalogue().latest().items().filter(|it| matches!(it.key(), Key::Annex1(_))) {
        for region in Region::all() {
            let Standing::Devolved(modality) = item.cell(region).standing else { continue };
            let modality = match modality {
                Modality::Direct => "direct",
                Modality::Window => "window",
                Modality::Review => "review",
                Modality::Intake => "intake",
            };
            let facts = Facts { centre_serves: region.centre().is_some(), ..small::nothing(modality) };
            let ours = Office::built_in().readiness(item, region, asked_on());
            let expected: BTreeSet<_> = missing(&facts).into_iter().map(|it| it.0).collect();
            assert_eq!(ours.gaps().iter().map(|it| id(*it)).collect::<BTreeSet<_>>(), expected, "{item} in {region}");
            told += expected.len();
        }
    }
    assert!(told > 907 * 5, "{told}");
}

#[test]
fn of_what_is_not_devolved_the_handbook_alone_is_asked_and_of_the_regions_own_who_handles_it() {
    let mut asked = BTreeSet::new();
    for (handler, handbook) in [(false, false), (false, true), (true, false), (true, true)] {
        let office = changed(|it| {
            if !handler {
                it.plans.clear();
            }
            if !handbook {
                it.standards.clear();
            }
        });
        for item in office.catalogue().latest().items() {
            for region in Region::all() {
                let standing = item.cell(region).standing;
                let own = standing == Standing::Original;
                if !own && standing != Standing::NotDevolved {
                    continue;
                }
                let handler = (own && !handler).then_some(Gap::NoHandler);
                let lacks: Vec<_> = handler.into_iter().chain((!handbook).then_some(Gap::NoStandard)).collect();
                assert_eq!(gaps_of(&office, &item.key().to_string(), region), lacks, "{item} in {region}");
                asked.insert((standing.label(), item.key().to_string(), region, lacks));
            }
        }
    }
    // eight cells that are not devolved lack the handbook or nothing; the two own items in fifteen regions, two things apart
    assert_eq!(asked.len(), 8 * 2 + 2 * 15 * 4);
}

/// Lets rows begin on a day.
type Start = fn(&mut Revision, NaiveDate);

/// A row counts from its first day, and what ends to its last.
#[test]
fn a_thing_counts_while_it_lasts() {
    let (from, wenshang) = (day(2024, 5, 6), Region::Wenshang);
    let mut before = 0;
    let starts: [(&str, Gap, Start); 8] = [
        ("A1-1", Gap::NoHandler, |it, from| it.plans.iter_mut().for_each(|it| it.from = from)),
        ("A1-1", Gap::NotStationed, |it, from| it.stationings.iter_mut().for_each(|it| it.from = from)),
        ("A1-1", Gap::NoStandard, |it, from| it.standards.iter_mut().for_each(|it| it.from = it.from.max(from))),
        ("A1-1", Gap::NoAdviser, |it, from| it.advisers.iter_mut().for_each(|it| it.from = from)),
        ("A1-1", Gap::NotOnPlatform, |it, from| it.on_platform.iter_mut().for_each(|it| it.from = from)),
        ("A1-1", Gap::NoElectronicLicence, |it, from| it.electronics.iter_mut().for_each(|it| it.from = from)),
        ("A1-24", Gap::NoStaffPosted, |it, from| it.postings.iter_mut().for_each(|it| it.from = from)),
        ("A1-36", Gap::NoSealNo2, |it, from| {
            it.seals.iter_mut().filter(|it| it.event.agreement().is_some()).for_each(|it| it.on = from);
        }),
    ];
    for (key, gap, start) in starts {
        let office = changed(|it| start(it, from));
        let item = office.catalogue().latest().look_up(key).unwrap();
        let eve = office.readiness(item, wenshang, from.pred_opt().unwrap());
        assert_eq!(eve.gaps(), [gap], "{key}");
        assert!(office.readiness(item, wenshang, from).is_ready(), "{key}: {gap}");
        before += 1;
    }
    assert_eq!(before, 8);

    let last = Some(from);
    let reason = || "（虚构）".parse().unwrap();
    let first = |it: &Revision| {
        let of = |it: &&SealEvent| it.seal.department == Department::Transport && it.seal.number == 7;
        it.seals.iter().find(of).unwrap().seal
    };
    let happens = |event: fn(Text) -> SealStep| {
        changed(|it| {
            let (seal, on) = (first(it), from.succ_opt().unwrap());
            it.seals.push(SealEvent { seal, on, event: event(reason()) });
        })
    };
    let ends = [
        ("A1-24", Gap::NoStaffPosted, changed(|it| it.postings.iter_mut().for_each(|it| it.until = last))),
        ("A1-36", Gap::NoSealNo2, changed(|it| it.agreements.iter_mut().for_each(|it| it.until = last))),
        ("A1-36", Gap::NoSealNo2, happens(|reason| SealStep::Suspended { reason })),
        ("A1-36", Gap::NoSealNo2, happens(|reason| SealStep::Withdrawn { reason })),
        ("A1-36", Gap::NoSealNo2, happens(|reason| SealStep::Lost { reason })),
    ];
    for (key, gap, office) in ends {
        let item = office.catalogue().latest().look_up(key).unwrap();
        assert!(office.readiness(item, wenshang, from).is_ready(), "{key}");
        assert_eq!(office.readiness(item, wenshang, from.succ_opt().unwrap()).gaps(), [gap], "{key}");
    }
}

#[test]
fn every_gap_is_told_in_both_languages_with_clause_bearer_and_effect() {
    let mut told = BTreeSet::new();
    let mut lines = Vec::new();
    for (key, modality) in [("A1-46", "review"), ("A1-24", "window")] {
        let facts = Facts {
            plan_names_handler: true,
            handler_is_bureau: true,
            uses_electronic_seal: true,
            uses_electronic_licence: true,
            ..small::nothing(modality)
        };
        let item = OFFICE.catalogue().latest().look_up(key).unwrap();
        let bare = small(item, &facts);
        let all = [Office::built_in(), &bare].map(|office| office.readiness(item, REGION, asked_on()));
        lines.extend(all.iter().flat_map(Readiness::missing));
    }
    lines.extend(readiness(&OFFICE, "A2-3", REGION).missing());
    lines.extend(readiness(&chosen::without_a_seal(), "A2-3", Region::Wenshang).missing());
    for it in lines {
        let (zh, en) = (it.zh(), it.to_string());
        let basis: Vec<&str> = it.basis.iter().map(|it| it.id()).collect();
        assert!(zh.starts_with(&format!("{}〔{}〕", it.gap.label(), basis.join(" "))), "{zh}");
        assert!(en.starts_with(&format!("{} [{}], owed by ", it.gap, basis.join(" "))), "{en}");
        assert!(zh.ends_with(it.effect.label()) && en.ends_with(it.effect.english()), "{zh} {en}");
        let who = it.department.map_or(it.region.label(), |it| it.label());
        assert!(zh.contains(&format!("由{who}负责")), "{zh}");
        let who = it.department.map_or_else(|| it.region.to_string(), |it| it.to_string());
        assert!(en.contains(&format!("owed by {who}")), "{en}");
        assert_eq!((zh.contains("应于"), en.contains(", due ")), (it.due.is_some(), it.due.is_some()), "{zh}");
        assert_eq!((zh.contains("逾期"), en.contains("overdue")), (it.overdue, it.overdue), "{zh}");
        told.insert(it.gap);
    }
    assert_eq!(told, BTreeSet::from(Gap::ALL));
    let seal = Office::built_in().readiness(OFFICE.catalogue().latest().look_up("A1-36").unwrap(), REGION, asked_on());
    let seal = seal.missing().find(|it| it.gap == Gap::NoSealNo2).unwrap();
    assert_eq!(seal.zh(), "没有可用的2号章〔C6〕由市交通运输局负责，应于2021-06-30前完成，已逾期；办至用印前等候");
    let en = "no Seal No. 2 is in service [C6], owed by Municipal Bureau of Transport, due 2021-06-30, overdue; the case waits before sealing";
    assert_eq!(seal.to_string(), en);
}
