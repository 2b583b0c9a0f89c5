//! What is filed live: items of every standing at windows of nearly every kind, by whoever, on days before there was a list, before there was a plan, and after both.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, Department, Moment, Office, Place, Region, Route, Scope, Stamp, Venue,
    case::steps::File,
    place::{Centre, Township, Village},
    register::{Registers, Standard},
    route::UndertakingRecord,
};

use super::{Compared, attempts::standard, rules};
use crate::{
    model::machine::Machine,
    random_walks,
    scenes::{Kept, unit},
    support::{day, mark, marks},
};

/// Of each standing, as a licence and as none, and what is on no list.
const KEYS: [&str; 15] = [
    "A1-1", "A1-19", "A1-24", "A1-31", "A1-33", "A1-61", "A1-62", "A2-1", "A2-16", "WS-001", "XK-002", "XK-003",
    "XK-004", "XK-005", "XX-1",
];

/// A plan names the approval bureau, the sector, a zone's, and none; one has no centre of its own.
const REGIONS: [Region; 5] =
    [Region::Wenshang, Region::Liangshan, Region::HighTechZone, Region::Rencheng, Region::CultureZone];

/// Of the first edition.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2021, 6, 15).unwrap();

fn places() -> Vec<Place> {
    let regions = REGIONS.map(Place::Region);
    let in_a_zone = Township::all().find(|it| it.managing_region().0 == Region::HighTechZone).unwrap();
    regions.into_iter().chain([Place::City, crate::choices::nanwang().into(), in_a_zone.into()]).collect()
}

fn venues(region: Region) -> Vec<Venue> {
    let name = || "某处（虚构）".parse().unwrap();
    let township = Township::all().find(|it| it.managing_region().0 == region);
    let village = Village::all().find(|it| it.managing_region().0 == region);
    let here = [
        region.centre().map(Venue::from),
        township.map(Venue::TownshipStation),
        township.map(Venue::TownshipCentre),
        village.map(Venue::VillageStation),
    ];
    let town = Venue::TownshipCentre(crate::choices::nanwang());
    let elsewhere =
        [Centre::CITY.into(), Region::Qufu.centre().unwrap().into(), Venue::Online, Venue::Kiosk(name()), town];
    here.into_iter().flatten().chain(elsewhere).collect()
}

/// What is not said well: a paper told twice, a case that follows itself.
fn ill(of: &File) -> impl Iterator<Item = File> {
    [
        File { materials: marks(&["form", "proof", "form"]), ..of.clone() },
        File { follows: Some(of.case.clone()), ..of.clone() },
    ]
    .into_iter()
}

/// As a journal would tell it; of the registers the reading is told what they say, a part of which there is none is left out.
fn opening(file: &File, stamp: &Stamp, office: &Office) -> Value {
    json!({ "file": { "step": file, "stamp": stamp, "found": found(file, office.on(stamp.at.day()), stamp.at.day()) } })
}

fn found(file: &File, registers: Registers<'_>, on: NaiveDate) -> Value {
    let edition = registers.edition_on(on);
    let item = registers.item_on(&file.item, on).ok().filter(|_| edition.is_some());
    let mut found = json!({ "revision": registers.revision(), "edition": edition.map(|it| it.id()) });
    let Some(item) = item else { return found };
    // a place that is nobody's has no region to ask of
    let region = file.place.managing_region().map_or(Region::Rencheng, |it| it.0);
    let undertaking = registers.undertaking(item, file.place, on);
    let route = registers.route(&file.asked(on)).ok();
    found["item"] = json!(item.facts(region));
    found["admission"] = json!(route.as_ref().and_then(Route::admission));
    found["standard"] = json!(standard(file, region, registers, on).map(Standard::outline));
    found["undertaking"] = json!(UndertakingRecord::from(undertaking));
    found
}

/// Whoever takes papers in there, first; others of the region, of another and of the city; and the applicant.
fn everybody(file: &File, office: &Office, on: NaiveDate) -> Vec<Actor> {
    let route = office.on(on).route(&file.asked(on)).ok();
    let intake = route.and_then(|it| it.intake().is.to_body());
    let known = ["wenshang-bureau", "wenshang-sector", "rencheng-bureau"].map(|it| unit(it).into());
    let bodies = intake.into_iter().chain(known).chain([Department::Transport.into()]);
    let official = |body| Actor::Official { body, person: "keeper".parse().unwrap() };
    bodies.map(official).chain([Actor::Applicant(file.applicant.clone())]).collect()
}

fn offices() -> impl Iterator<Item = &'static Office> {
    let kept = [Kept::Whole, Kept::Planless, Kept::Deciding];
    kept.into_iter().map(Kept::office).chain([random_walks::whole()])
}

#[test]
fn whatever_is_filed_wherever_by_whoever_is_judged_as_the_model_judges_it() {
    let mut compared = Compared::default();
    for office in offices() {
        for (key, place) in KEYS.iter().flat_map(|key| places().into_iter().map(move |place| (*key, place))) {
            let region = place.managing_region().map_or(Region::Rencheng, |it| it.0);
            for venue in venues(region) {
                for scope in [Scope::WITHIN, Scope::touching([Region::Yanzhou])] {
                    let file = File {
                        case: mark("2024-000001"),
                        item: key.parse().unwrap(),
                        place,
                        scope,
                        venue: venue.clone(),
                        applicant: "applicant-1".parse().unwrap(),
                        materials: marks(&["form", "unknown"]),
                        follows: None,
                    };
                    for on in [FIRST.pred_opt().unwrap(), day(2021, 7, 30), day(2024, 3, 4), day(2025, 1, 6)] {
                        let at = Moment::new(on, 9, 0, 0).unwrap();
                        let mut by = everybody(&file, office, on);
                        if on < FIRST || scope != Scope::WITHIN {
                            by.truncate(2);
                        }
                        let well = by.iter().map(|by| (file.clone(), by.clone()));
                        for (file, by) in well.chain(ill(&file).map(|file| (file, by[0].clone()))) {
                            let stamp = Stamp { at, by };
                            let opening = opening(&file, &stamp, office);
                            let ours = AnyCase::file(file, stamp, office);
                            if let Ok(case) = &ours {
                                then_found_the_same(case, &opening);
                            }
                            let ours = ours.map(drop).map_err(|back| rules(&back.why));
                            compared.with("file", ours, Machine::file(&opening).map(drop), || format!("{opening}"));
                        }
                    }
                }
            }
        }
    }
    compared.then_nothing_differs();
    assert_eq!((compared.taken, compared.refused), (4_211, 170_610));
    let of_filing = [
        "actor_holds_role",
        "crossing_resolved",
        "edition_in_force",
        "handler_named",
        "item_in_force",
        "named_once",
        "new_case",
        "place_has_region",
        "region_has_chosen",
        "venue_open",
    ];
    assert!(compared.rules.iter().eq(&of_filing), "{:?}", compared.rules);
}

/// The reading is told what the crate went by, but for what was missing.
#[track_caller]
fn then_found_the_same(case: &AnyCase, told: &Value) {
    let mut found = serde_json::to_value(case.record().brief()).unwrap();
    found.as_object_mut().unwrap().remove("gaps");
    if found["admission"].is_null() {
        // at the competent counter none is asked for
        found["admission"] = told["file"]["found"]["admission"].clone();
    }
    assert_eq!(found, told["file"]["found"]);
}
