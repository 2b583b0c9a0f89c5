//! Who handles and supervises what, region by region. All names are fictional.

use serde::Serialize;
use tongquan::{
    Department, Key, Region, Unit, UnitKind,
    body::BodyRef,
    place::Township,
    register::{Items, Plan, Undertaken, Uses},
    route::Supervision,
    text::{BadText, Mark},
};

use super::{Fallible, catalogue::own_of, windows::CHOICES};

/// The word by which something is written on the wire.
pub(crate) fn word(it: impl Serialize) -> Fallible<String> {
    let told = serde_json::to_value(it)?;
    Ok(told.as_str().ok_or("not a word")?.to_owned())
}

/// A unit of a region, by what it does there.
pub(crate) fn id(region: Region, what: &str) -> Fallible<Mark> {
    Ok(format!("{}-{what}", word(region)?.replace('_', "-")).parse()?)
}

pub(crate) fn township_id(it: Township) -> Result<Mark, BadText> {
    format!("township-{}", it.code()).parse()
}

pub(crate) fn units() -> Fallible<Vec<Unit>> {
    let kinds = [
        ("bureau", UnitKind::ApprovalBureau, "行政审批服务局"),
        ("industry", UnitKind::Sector, "建设和产业主管部门"),
        ("society", UnitKind::Sector, "社会事务主管部门"),
        ("supervisor", UnitKind::Sector, "监管部门"),
        ("enforcement", UnitKind::Enforcement, "执法机构"),
    ];
    let mut units = Vec::new();
    for region in Region::all() {
        for (what, kind, name) in kinds {
            let name = format!("{region}{name}（虚构）").parse()?;
            units.push(Unit { id: id(region, what)?, region, kind, name });
        }
    }
    for code in townships() {
        let it = Township::with_code(code).ok_or("no such township")?;
        let (region, _) = it.managing_region();
        let name = format!("{}（虚构）", it.name()).parse()?;
        units.push(Unit { id: township_id(it)?, region, kind: UnitKind::Township, name });
    }
    Ok(units)
}

/// Those whose bodies act: for what was chosen, and at the windows of townships.
fn townships() -> std::collections::BTreeSet<u32> {
    CHOICES.iter().flat_map(|it| it.townships).copied().collect()
}

/// Items of which some regions let the departments of their trade take over.
const SOCIETY: &[u8] = &[11, 12, 31, 32, 42, 43, 44, 45, 61];
const INDUSTRY: &[u8] = &[1, 4, 5, 6, 7, 8, 9, 33, 34, 35];

/// 承接落实方案: the county's departments for some items, its approval bureau for the others.
pub(crate) fn plan(region: Region, from: chrono::NaiveDate, supervisor: &str) -> Fallible<Plan> {
    let county = Supervision {
        county_supervisor: Some(BodyRef::Body(id(region, supervisor)?)),
        county_enforcement: Some(BodyRef::Body(id(region, "enforcement")?)),
        ..Supervision::NOBODY
    };
    // for items of the city's own approval bureau no department of the trade stands in
    let both = Supervision {
        city_supervisor: Some(BodyRef::Department(Department::Transport)),
        city_enforcement: Some(BodyRef::Body("city-enforcement".parse()?)),
        ..county.clone()
    };
    let row = |items: Items, what: &str, supervision: Supervision<BodyRef>| {
        let uses = Uses { seal: false, licence: true };
        Fallible::Ok(Undertaken { items, handler: id(region, what)?, supervision, uses })
    };
    let annex = |numbers: &[u8]| Items::Only(numbers.iter().map(|it| Key::Annex1(*it)).collect());
    let mut of_bureau: Vec<Key> = (13..=19).chain(46..=60).map(Key::Annex1).collect();
    of_bureau.extend(own_of(Department::ApprovalService)?);
    let mut undertakes = Vec::new();
    if !(region as u8).is_multiple_of(3) {
        undertakes.push(row(annex(SOCIETY), "society", Supervision::NOBODY)?);
    }
    if region as u8 % 4 == 1 {
        undertakes.push(row(annex(INDUSTRY), "industry", Supervision::NOBODY)?);
    }
    undertakes.push(row(Items::Only(of_bureau), "bureau", both)?);
    undertakes.push(row(Items::All, "bureau", county)?);
    // the zone that has no centre of its own is served by that of the city around it
    let centre = if region.centre().is_none() { Region::Qufu.centre() } else { None };
    Ok(Plan { region, from, centre, undertakes })
}
