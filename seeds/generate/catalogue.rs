//! `src/catalogue/table.rs`: the items of both annexes, and how each stands in each region.

use std::{fmt::Write as _, path::Path};

#[path = "../../src/catalogue/spread.rs"]
mod spread;

use super::{
    body::Department,
    head,
    region::Region,
    rows, slice,
    tsv::{self, At, Fault, Line, Unique, optional, required, word},
};

/// The region that the remark of items 20 to 23 singles out.
const RENCHENG: &str = "任城区";

const KINDS: [(&str, &str); 4] = [
    ("行政许可", "Licence"),
    ("行政确认", "Confirmation"),
    ("其他行政权力", "OtherPower"),
    ("公共服务", "PublicService"),
];

const MODALITIES: [(&str, &str); 4] =
    [("直接下放", "Direct"), ("窗口前移", "Window"), ("下放实质性审核权", "Review"), ("委托收件、受审分离", "Intake")];

/// The shapes of the remark column.
#[derive(Clone, Copy, Debug)]
enum Remark {
    /// In the zones by entrusted intake.
    ZonesIntake,
    /// By forward service window in 任城区 and the zones, by substantive review everywhere else.
    WindowOrReview,
    /// Not yet devolved to the zones.
    NotToZones,
}

const REMARKS: [(&str, Remark); 3] = [
    ("各功能区以“委托收件、受审分离”的方式实现同权", Remark::ZonesIntake),
    ("服务窗口前移至任城区和各功能区，向其他县（市、区）下放实质性审核权", Remark::WindowOrReview),
    ("暂不向各功能区下放", Remark::NotToZones),
];

/// What goes into the table.
#[derive(Debug, Default)]
struct Items {
    names: Vec<String>,
    rows: Vec<String>,
    classes: Vec<Vec<String>>,
    class_of: Vec<usize>,
}

impl Items {
    fn add(&mut self, name: String, row: String, cells: Vec<String>) {
        let class = self.classes.iter().position(|it| *it == cells).unwrap_or_else(|| {
            self.classes.push(cells);
            self.classes.len() - 1
        });
        self.class_of.push(class);
        self.rows.push(row);
        self.names.push(name);
    }
}

/// Writes the table.
pub(crate) fn table(
    root: &Path,
    departments: Option<&[Department]>,
    regions: Option<&[Region]>,
    fault: &mut Fault,
) -> Option<String> {
    let before = fault.count();
    let mut names = Unique::new("name");
    let mut items = Items::default();
    annex_1(root, departments, regions.unwrap_or_default(), &mut names, &mut items, fault);
    annex_2(root, regions.unwrap_or_default(), &mut names, &mut items, fault);
    if departments.is_none() || regions.is_none() || fault.count() != before {
        return None;
    }
    let spread = Spread::of(&items.names);
    if spread.is_none() {
        fault.add(At::file("annex1.tsv"), "no factor gives each name a place of its own: spread them over more places");
    }
    spread.map(|it| written(&items, &it))
}

/// A factor that gives each name a place of its own, and which names have which places.
struct Spread {
    factor: u64,
    row_at: [Option<u8>; spread::PLACES],
}

impl Spread {
    /// The first that does, of many.
    fn of(names: &[String]) -> Option<Self> {
        const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
        (0..1 << 20).map(|it: u64| GOLDEN.wrapping_mul(2 * it + 1)).find_map(|factor| Self::by(factor, names))
    }

    fn by(factor: u64, names: &[String]) -> Option<Self> {
        let mut row_at = [None; spread::PLACES];
        for (row, name) in (0..).zip(names) {
            let place = row_at.get_mut(spread::place(name, factor)?)?;
            if place.replace(row).is_some() {
                return None;
            }
        }
        Some(Self { factor, row_at })
    }
}

fn annex_1(
    root: &Path,
    departments: Option<&[Department]>,
    regions: &[Region],
    names: &mut Unique,
    items: &mut Items,
    fault: &mut Fault,
) {
    let header = ["number", "department", "name", "kind", "modality", "remark"];
    for (due, Line { at, cells }) in (1..).zip(tsv::read(root, "annex1.tsv", header, fault).unwrap_or_default()) {
        let [number, department, name, kind, modality, remark] = cells;
        numbered(&number, due, at, fault);
        names.see(required(&name, "name", at, fault), at, fault);
        let id = departments.map(|known| known.iter().find(|it| it.name == department).map(|it| it.id.as_str()));
        if id == Some(None) {
            fault.add(at, format_args!("unknown department {department:?}"));
        }
        let kind = word(&kind, "kind", &KINDS, at, fault);
        let column = word(&modality, "modality", &MODALITIES, at, fault);
        let exception = optional(&remark).map(|remark| word(remark, "remark", &REMARKS, at, fault));
        let (Some(Some(id)), Some(kind), Some(column)) = (id, kind, column) else { continue };
        let cells = regions.iter().map(|region| cell(column, exception.flatten(), region)).collect();
        let remark = optional(&remark).unwrap_or("");
        let row = format!(
            "Row {{ key: Key::Annex1({number}), name: Name::Listed({name:?}), department: Some(Department::{id}), kind: Kind::{kind}, column: Some(Modality::{column}), remark: {remark:?} }}",
        );
        items.add(name, row, cells);
    }
}

fn annex_2(root: &Path, regions: &[Region], names: &mut Unique, items: &mut Items, fault: &mut Fault) {
    let header = ["number", "name", "kind", "remark"];
    for (due, Line { at, cells }) in (1..).zip(tsv::read(root, "annex2.tsv", header, fault).unwrap_or_default()) {
        let [number, name, kind, remark] = cells;
        numbered(&number, due, at, fault);
        names.see(required(&name, "name", at, fault), at, fault);
        if optional(&remark).is_some() {
            fault.add(at, format_args!("unknown remark {remark:?}"));
        }
        let Some(kind) = word(&kind, "kind", &KINDS, at, fault) else { continue };
        let cells = regions.iter().map(|_| "Cell::REGION_CHOOSES".to_owned()).collect();
        let row = format!(
            "Row {{ key: Key::Annex2({number}), name: Name::Listed({name:?}), department: None, kind: Kind::{kind}, column: None, remark: \"\" }}",
        );
        items.add(name, row, cells);
    }
}

fn numbered(number: &str, due: u8, at: At, fault: &mut Fault) {
    if number != due.to_string() {
        fault.add(at, format_args!("number {number:?} stands where {due} is due"));
    }
}

/// How an item stands in a region: its remark, where that speaks of the region, and otherwise its column.
fn cell(column: &str, remark: Option<Remark>, region: &Region) -> String {
    let exception = |modality: &str| format!("Cell::remark(Modality::{modality})");
    match remark {
        Some(Remark::ZonesIntake) if region.zone => exception("Intake"),
        Some(Remark::NotToZones) if region.zone => "Cell::NOT_DEVOLVED".to_owned(),
        Some(Remark::WindowOrReview) if region.zone || region.name == RENCHENG => exception("Window"),
        Some(Remark::WindowOrReview) => exception("Review"),
        Some(Remark::ZonesIntake | Remark::NotToZones) | None => column.chars().take(1).collect(),
    }
}

fn written(items: &Items, spread: &Spread) -> String {
    let mut out = head("annex1 annex2");
    out.push_str("use super::{Cell, Class, Key, Kind, Modality, Name, Row};\nuse crate::body::Department;\n\n");
    for (_, modality) in MODALITIES {
        let short: String = modality.chars().take(1).collect();
        if items.classes.iter().flatten().any(|cell| *cell == short) {
            let _ = writeln!(out, "const {short}: Cell = Cell::column(Modality::{modality});");
        }
    }
    let classes =
        items.classes.iter().map(|cells| format!("Class {{ cells: {} }}", slice(cells).trim_start_matches('&')));
    rows(&mut out, "CLASSES", "Class", &classes.collect::<Vec<_>>());
    rows(&mut out, "CLASS_OF", "u16", &items.class_of.iter().map(ToString::to_string).collect::<Vec<_>>());
    rows(&mut out, "ROWS", "Row", &items.rows);
    let _ = writeln!(
        out,
        "\n/// Gives each name a place of its own.\npub(super) const FACTOR: u64 = {:#x};",
        spread.factor
    );
    let places = spread.row_at.map(|row| row.map_or("N".to_owned(), |row| format!("Some({row})")));
    out.push_str("\nconst N: Option<u8> = None;\n");
    let _ = writeln!(
        out,
        "\n/// The row at each place of a name.\npub(super) static ROW_AT: [Option<u8>; {}] = [{}];",
        places.len(),
        places.join(", ")
    );
    out
}
