use super::{
    begins,
    cast::{self, Cast, unit},
};
use crate::{
    body::{Agency, Unit, UnitKind},
    catalogue::Edition,
    place::{Centre, Region},
    register::{Items, Plan, Revision, Undertaken, Uses},
    strategies::{
        luck::Luck,
        word::{mark, text},
    },
};

const UNITS: [(&str, UnitKind, &str); 5] = [
    ("bureau", UnitKind::ApprovalBureau, "行政审批服务局"),
    ("sector", UnitKind::Sector, "承办部门"),
    ("society", UnitKind::Sector, "社会事务主管部门"),
    ("supervisor", UnitKind::Sector, "监管部门"),
    ("enforcement", UnitKind::Enforcement, "执法机构"),
];

/// The bodies of the regions, and who of them handles what.
pub(super) fn add(cast: &Cast, known: &Edition, to: &mut Revision, luck: &mut Luck) {
    for region in &cast.regions {
        to.units.extend(UNITS.map(|(what, kind, name)| Unit {
            id: unit(*region, what),
            region: *region,
            kind,
            name: text(&format!("{region}{name}")),
        }));
    }
    to.units.extend(cast.townships.iter().map(|it| Unit {
        id: cast::township(*it),
        region: it.managing_region().0,
        kind: UnitKind::Township,
        name: text(it.name()),
    }));
    let agency = |id: &str, name: &str| Agency { id: mark(id), name: text(name) };
    to.agencies = vec![agency("city-supervisor", "市级监管部门"), agency("city-enforcement", "市级执法机构")];
    to.partners = vec![agency("online-operator", "在线平台运维方"), agency("bank", "合作银行")];
    for region in &cast.regions {
        if cast.has(luck) {
            to.plans.push(plan(cast, known, *region, begins(to.recorded, true, luck), luck));
        }
    }
}

/// The region's own departments for some items, its bureau for the others, or for no others.
pub(super) fn plan(cast: &Cast, known: &Edition, region: Region, from: chrono::NaiveDate, luck: &mut Luck) -> Plan {
    let row = |items: Items, what: &str, luck: &mut Luck| Undertaken {
        items,
        handler: unit(region, what),
        supervision: cast.supervision(region, luck),
        uses: Uses { seal: luck.chance(30), licence: luck.chance(30) },
    };
    let mut undertakes = Vec::new();
    if luck.chance(60) {
        let what = luck.one(&["sector", "society"], "sector");
        undertakes.push(row(cast::items(known, luck), what, luck));
    }
    if luck.chance(85) {
        let what = luck.one(&["bureau", "bureau", "bureau", "sector"], "bureau");
        undertakes.push(row(Items::All, what, luck));
    }
    let centres: Vec<Centre> = Centre::all().filter(|it| it.region().is_some()).collect();
    let lacks = region.centre().is_none();
    let served = luck.chance(if lacks { 60 } else { 5 });
    Plan { region, from, centre: luck.pick(&centres).copied().filter(|_| served), undertakes }
}
