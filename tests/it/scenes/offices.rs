//! The fictional office, with every standing as a licence and as none, and windows of every kind: as it is, and with something missing.

use std::sync::OnceLock;

use serde_json::{Value, json};
use tongquan::{
    Key, Office, Region,
    register::{Limit, Permission, Revision, Standard, TimeUnit},
    route::Supervision,
};

use super::towns;
use crate::{
    choices::nanwang,
    support::{changed, day},
};

/// Which office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// As it should be.
    Whole,
    /// Windows that pass on are run by an agency of the city, and by the bodies that handle.
    RunByOthers,
    /// No plan names a body.
    Planless,
    /// No city department has posted staff.
    Unposted,
    /// Windows decide.
    Deciding,
    /// No handbook is on record.
    Bookless,
    /// No Seal No. 2 was cut.
    Sealless,
    /// No plan and no choice names who supervises.
    Seatless,
}

impl Kept {
    pub(crate) fn office(self) -> &'static Office {
        static OFFICES: [OnceLock<Office>; 8] = [const { OnceLock::new() }; 8];
        OFFICES[self as usize].get_or_init(|| changed(|rows| self.prepare(rows)))
    }

    fn prepare(self, rows: &mut Revision) {
        prepare(rows);
        match self {
            Self::Whole => {}
            Self::RunByOthers => rows.permissions = run_by_others(),
            Self::Planless => rows.plans.iter_mut().for_each(|it| it.undertakes.clear()),
            Self::Unposted => rows.postings.clear(),
            Self::Deciding => rows.permissions = deciding(),
            Self::Bookless => rows.standards.clear(),
            Self::Sealless => {
                rows.agreements.clear();
                rows.seals.clear();
            }
            Self::Seatless => {
                let plans = rows.plans.iter_mut().flat_map(|it| &mut it.undertakes).map(|it| &mut it.supervision);
                let choices = rows.choices.iter_mut().map(|it| &mut it.supervision);
                plans.chain(choices).for_each(|it| *it = Supervision::NOBODY);
            }
        }
    }
}

/// Whose plan names the approval bureau, whose a sector department, and a zone.
pub(super) const REGIONS: [Region; 3] = [Region::Wenshang, Region::Liangshan, Region::HighTechZone];

/// The name of a region in ids.
pub(crate) fn slug(region: Region) -> &'static str {
    match region {
        Region::Wenshang => "wenshang",
        Region::Liangshan => "liangshan",
        Region::HighTechZone => "high-tech-zone",
        other => panic!("no scene is set in {other}"),
    }
}

fn wire(region: Region) -> Value {
    serde_json::to_value(region).unwrap()
}

/// The id of the body that the plan of a region names for an item.
pub(super) fn handler_id(region: Region, key: &str) -> String {
    let of_the_sector = region == Region::Liangshan || matches!(key, "A1-31" | "A1-61");
    format!("{}-{}", slug(region), if of_the_sector { "sector" } else { "bureau" })
}

fn prepare(rows: &mut Revision) {
    let window = json!({"city": {"department": "ecology", "modality": "window"}});
    let licence =
        json!({"key": "XK-005", "name": "（虚构）早前窗口前移的行政许可", "kind": "licence", "origin": window});
    rows.own_items.push(serde_json::from_value(licence).unwrap());
    let of = |rows: &Revision, key: &str| {
        let key: Key = key.parse().unwrap();
        rows.standards.iter().find(|it| it.item == key).unwrap().clone()
    };
    let fifth = Standard { item: "XK-005".parse().unwrap(), ..of(rows, "XK-004") };
    rows.standards.push(fifth);
    for it in &mut rows.standards {
        it.corrections.get_or_insert(Limit { amount: 15, unit: TimeUnit::WorkingDay });
        it.licence.get_or_insert("证书（虚构）".parse().unwrap());
    }
    // a later edition of each, to move on to
    let later = |it: &Standard| Standard { edition: 2, from: day(2024, 6, 1), baseline: None, ..it.clone() };
    let moved: Vec<Key> = rows.standards.iter().filter(|it| it.edition == 2).map(|it| it.item.clone()).collect();
    let more: Vec<Standard> =
        rows.standards.iter().filter(|it| it.own.is_none() && !moved.contains(&it.item)).map(later).collect();
    rows.standards.extend(more);
    let sectors = rows.plans.iter_mut().filter(|it| it.region == Region::Liangshan).flat_map(|it| &mut it.undertakes);
    sectors.for_each(|it| it.handler = handler_id(Region::Liangshan, "").parse().unwrap());
    rows.permissions.extend(passing_on());
    towns::choose(rows);
    let expert = json!({"number": "ZJ-1", "department": "ecology", "reference": "expert-1", "qualifications": ["（虚构）资质"],
        "works": ["appraisal"], "from": "2021-07-31"});
    rows.experts.push(serde_json::from_value(expert).unwrap());
}

fn permission(number: &str, venue: &Value, operator: &Value, handling: &Value, rest: (&Value, &Value)) -> Permission {
    let (items, regions) = rest;
    serde_json::from_value(json!({
        "number": number, "venue": venue, "gives": {"operator": operator, "handling": handling},
        "items": items, "regions": regions, "from": "2021-08-02", "ground": "虚构"
    }))
    .unwrap()
}

pub(super) fn kiosk(region: Region) -> String {
    format!("{}自助机（虚构）", region.label())
}

pub(super) const BANK: &str = "某网点（虚构）";

/// Beside those of the office: a kiosk of the region's own, an outlet that a city department runs, and, for what is the city's, the
/// region's centre.
fn passing_on() -> Vec<Permission> {
    let (all, pass_on) = (json!("all"), json!("pass_on"));
    let mut rows = Vec::new();
    for region in REGIONS {
        let (slug, regions) = (slug(region), json!([wire(region)]));
        let body = |kind: &str| json!({"body": format!("{slug}-{kind}")});
        let own = json!({"centre": {"region": wire(region)}});
        let rest = (&all, &regions);
        rows.push(permission(
            &format!("K-{slug}"),
            &json!({"kiosk": kiosk(region)}),
            &body("supervisor"),
            &pass_on,
            rest,
        ));
        rows.push(permission(&format!("C-{slug}"), &own, &body("bureau"), &pass_on, rest));
        let outlet = json!({"bank_outlet": BANK});
        rows.push(permission(&format!("B-{slug}"), &outlet, &json!({"department": "transport"}), &pass_on, rest));
    }
    rows
}

/// A kiosk by the approval bureau, an outlet by the sector's body, and online by an agency of the city; and a station that is permitted to decide.
fn run_by_others() -> Vec<Permission> {
    let (all, pass_on) = (json!("all"), json!("pass_on"));
    let mut rows = Vec::new();
    for region in REGIONS {
        let (slug, regions) = (slug(region), json!([wire(region)]));
        let body = |id: &str| json!({ "body": id });
        let rest = (&all, &regions);
        let kiosk = json!({ "kiosk": kiosk(region) });
        rows.push(permission(&format!("K-{slug}"), &kiosk, &body(&format!("{slug}-bureau")), &pass_on, rest));
        let outlet = json!({ "bank_outlet": BANK });
        rows.push(permission(&format!("B-{slug}"), &outlet, &body(&format!("{slug}-sector")), &pass_on, rest));
        rows.push(permission(&format!("O-{slug}"), &json!("online"), &body("city-supervisor"), &pass_on, rest));
    }
    let (station, decides) = (json!({ "township_station": nanwang() }), json!({ "decide": "competent" }));
    let bureau = json!({ "body": "wenshang-bureau" });
    rows.push(permission("S-wenshang", &station, &bureau, &decides, (&all, &json!(["wenshang"]))));
    rows
}

/// In the competent county body's name at the city's centre and at a kiosk; in a department's own name online.
fn deciding() -> Vec<Permission> {
    let (all, competent) = (json!("all"), json!({"decide": "competent"}));
    let mut rows = Vec::new();
    for region in REGIONS {
        let (slug, regions) = (slug(region), json!([wire(region)]));
        let rest = (&all, &regions);
        let sector = json!({"body": format!("{slug}-supervisor")});
        let city = json!({"centre": "city"});
        rows.push(permission(&format!("K-{slug}"), &json!({"kiosk": kiosk(region)}), &sector, &competent, rest));
        let approval = json!({"department": "approval_service"});
        rows.push(permission(&format!("C-{slug}"), &city, &approval, &competent, rest));
        for (department, items) in [
            ("natural_resources", json!(["A1-33"])),
            ("transport", json!(["XK-003", "XK-004"])),
            ("human_resources", json!(["A1-31", "A1-61"])),
            ("ecology", json!(["A1-24", "XK-005"])),
        ] {
            let operator = json!({ "department": department });
            let only = json!({ "only": items });
            let number = format!("{department}-{slug}");
            let own = json!({"decide": "department"});
            rows.push(permission(&number, &json!("online"), &operator, &own, (&only, &regions)));
        }
    }
    rows
}
