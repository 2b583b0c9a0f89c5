//! What regions choose for three-tier items, and what comes of it: who does what in which township, at which window, in whose name.

use chrono::NaiveDate;
use tongquan::{
    Department, Edition, Item, Modality, Office, Region, Unit, UnitKind,
    body::{Agency, BodyRef},
    place::Township,
    register::{Choice, Items, Revision, TownshipDesk},
    route::{ChosenWay, ReviewSeal, Supervision},
    text::Mark,
};

use crate::{
    model::township::Way,
    support::{changed, day, mark},
};

mod answers;
pub(crate) mod cases;
mod licences;
mod refused;
mod spoken;
mod stored;
mod townships;
mod windows;

/// The first day of every choice here, unless a test says otherwise.
pub(crate) const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2021, 7, 31).unwrap();

/// Every way in the model's words, with the kind of the county's body where it needs one.
pub(crate) const WAYS: [(Way, Option<UnitKind>); 8] = [
    (Way::Direct, None),
    (Way::Window, Some(UnitKind::ApprovalBureau)),
    (Way::Window, Some(UnitKind::Sector)),
    (Way::Review(Some("township")), None),
    (Way::Review(Some("county")), Some(UnitKind::ApprovalBureau)),
    (Way::Review(Some("county")), Some(UnitKind::Sector)),
    (Way::Intake, Some(UnitKind::ApprovalBureau)),
    (Way::Intake, Some(UnitKind::Sector)),
];

const fn modality(way: Way) -> Modality {
    match way {
        Way::Direct => Modality::Direct,
        Way::Window => Modality::Window,
        Way::Review(_) => Modality::Review,
        Way::Intake => Modality::Intake,
    }
}

/// The way as a row tells it.
fn way_of(way: Way, county: Option<Mark>) -> ChosenWay<Mark> {
    let of_county = || county.clone().unwrap();
    match way {
        Way::Direct => ChosenWay::Direct,
        Way::Window => ChosenWay::Window { county: of_county() },
        Way::Review(None) => ChosenWay::Review { seal: None },
        Way::Review(Some("township")) => ChosenWay::Review { seal: Some(ReviewSeal::Township) },
        Way::Review(Some(_)) => ChosenWay::Review { seal: Some(ReviewSeal::County(of_county())) },
        Way::Intake => ChosenWay::Intake { county: of_county() },
    }
}

/// A township that a region runs, where it runs one.
pub(crate) fn township_of(region: Region) -> Option<Township> {
    Township::all().find(|it| it.managing_region().0 == region)
}

/// The regions that run townships, each with one of them.
pub(crate) fn regions() -> impl Iterator<Item = (Region, Township)> {
    Region::all().filter_map(|region| Some((region, township_of(region)?)))
}

pub(crate) fn items() -> impl Iterator<Item = Item<'static>> {
    (1..=15).map(|number| Edition::built_in().annex_2(number).unwrap())
}

/// A fictional unit of a region, one of each kind.
pub(crate) fn unit(region: Region, kind: UnitKind) -> Unit {
    let id = mark(&format!("{}-{}", region as usize, kind as usize));
    Unit { id, region, kind, name: format!("{region}{}（虚构）", kind.label()).parse().unwrap() }
}

/// A sector department that supervises, beside the one that decides.
pub(crate) fn supervisor(region: Region) -> Unit {
    let id = mark(&format!("{}-supervisor", region as usize));
    Unit { id, region, kind: UnitKind::Sector, name: format!("{region}监管部门（虚构）").parse().unwrap() }
}

pub(crate) fn city_supervisor() -> Agency {
    Agency { id: mark("city-supervisor"), name: "市级监管部门（虚构）".parse().unwrap() }
}

pub(crate) const CITY_ENFORCEMENT: Department = Department::Emergency;

/// Who sits in the four seats in a region.
pub(crate) fn supervised(region: Region) -> Supervision<BodyRef> {
    Supervision {
        county_supervisor: Some(BodyRef::Body(supervisor(region).id)),
        county_enforcement: Some(BodyRef::Body(unit(region, UnitKind::Enforcement).id)),
        city_supervisor: Some(BodyRef::Body(city_supervisor().id)),
        city_enforcement: Some(BodyRef::Department(CITY_ENFORCEMENT)),
    }
}

/// Registers without plans and standards, in which every region that runs a township chose this way for every item, in one of its townships.
pub(crate) fn rows_of(way: Way, county: Option<UnitKind>) -> Revision {
    let mut rows = Revision::on(day(2021, 6, 30));
    rows.agencies.push(city_supervisor());
    for (region, township) in regions() {
        let kinds = [UnitKind::ApprovalBureau, UnitKind::Sector, UnitKind::Enforcement, UnitKind::Township];
        rows.units.extend(kinds.map(|kind| unit(region, kind)));
        rows.units.push(supervisor(region));
        rows.choices.push(Choice {
            region,
            items: Items::All,
            from: FIRST,
            way: way_of(way, county.map(|kind| unit(region, kind).id)),
            townships: vec![TownshipDesk { township, body: unit(region, UnitKind::Township).id }],
            supervision: supervised(region),
        });
    }
    rows
}

/// 南旺镇 of 汶上县, where the cases of these tests lie.
pub(crate) fn nanwang() -> Township {
    Township::with_code(370_830_102).unwrap()
}

/// A fictional unit of 汶上县 for the town.
pub(crate) fn town(id: &str) -> Unit {
    let name = "南旺镇人民政府（虚构）".parse().unwrap();
    Unit { id: mark(id), region: Region::Wenshang, kind: UnitKind::Township, name }
}

/// The body of 汶上县 in the fictional office, of a kind.
fn county_of(kind: UnitKind) -> Mark {
    mark(if kind == UnitKind::ApprovalBureau { "wenshang-bureau" } else { "wenshang-sector" })
}

fn supervision() -> Supervision<BodyRef> {
    let body = |id: &str| Some(BodyRef::Body(mark(id)));
    Supervision {
        county_supervisor: body("wenshang-supervisor"),
        county_enforcement: body("wenshang-enforcement"),
        city_supervisor: body("city-supervisor"),
        city_enforcement: body("city-enforcement"),
    }
}

/// A choice of 汶上县 for every three-tier item in 南旺镇, on the bodies of the fictional office.
pub(crate) fn chosen(way: Way, county: Option<UnitKind>, from: NaiveDate) -> Choice {
    Choice {
        region: Region::Wenshang,
        items: Items::All,
        from,
        way: way_of(way, county.map(county_of)),
        townships: vec![TownshipDesk { township: nanwang(), body: mark("nanwang") }],
        supervision: supervision(),
    }
}

/// The fictional office, in which 汶上县 chose so.
#[track_caller]
fn office_of(way: Way, county: Option<UnitKind>) -> Office {
    changed(|rows| {
        rows.units.push(town("nanwang"));
        rows.choices.push(chosen(way, county, FIRST));
    })
}
