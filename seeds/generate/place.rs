//! `src/place/table.rs`: regions, townships, and what zones run of them.

use std::{collections::BTreeMap, path::Path};

use super::{
    Shape,
    day::Day,
    enumeration, head,
    region::Region,
    rows,
    tsv::{self, At, Fault, Line, Unique, ascending, number, required, word},
    village::{self, Village},
};

/// A row of `townships.tsv`.
#[derive(Debug)]
struct Township {
    at: At,
    code: u64,
    name: String,
    kind: &'static str,
    parent: String,
}

/// A row of `zone_overlay.tsv`, by its code.
#[derive(Debug)]
struct Overlay<'r> {
    zone: &'r Region,
    confidence: &'static str,
}

impl Overlay<'_> {
    fn written(&self) -> String {
        format!("Overlay {{ zone: Region::{}, confidence: Confidence::{} }}", self.zone.id, self.confidence)
    }
}

/// Writes both tables.
pub(crate) fn tables(root: &Path, regions: Option<&[Region]>, fault: &mut Fault) -> Option<(String, String)> {
    let regions = regions?;
    let townships = townships(root, regions, fault)?;
    let codes: Vec<u64> = townships.iter().map(|township| township.code).collect();
    let villages = village::read(root, &codes, fault);
    let overlay = overlay(root, regions, &townships, villages.as_deref(), fault);
    let (villages, overlay) = (villages?, overlay?);
    let before = fault.count();
    for township in &townships {
        prefixed(township, regions, &overlay, fault);
    }
    (fault.count() == before).then(|| (places(regions, &townships, &villages, &overlay), village::table(&villages)))
}

fn townships(root: &Path, regions: &[Region], fault: &mut Fault) -> Option<Vec<Township>> {
    let lines = tsv::read(root, "townships.tsv", ["code", "name", "kind", "parent", "source", "vintage"], fault)?;
    let before = fault.count();
    let kinds = [("subdistrict", "Subdistrict"), ("town", "Town"), ("township", "Township"), ("quasi", "Quasi")];
    let mut names = Unique::new("township");
    let (mut last, mut townships) = (None, Vec::new());
    for Line { at, cells: [code, name, kind, parent, source, vintage] } in lines {
        let code = number(&code, "code", 9, at, fault);
        names.see(&format!("{parent} {}", required(&name, "name", at, fault)), at, fault);
        let kind = word(&kind, "kind", &kinds, at, fault);
        match regions.iter().find(|region| region.name == parent) {
            None => fault.add(at, format_args!("unknown region {parent:?}")),
            Some(region) if region.zone => fault.add(at, format_args!("{parent} is a zone, no statutory parent")),
            Some(_) => {}
        }
        required(&source, "source", at, fault);
        Day::read(&vintage, at, fault);
        let (Some(code), Some(kind)) = (code, kind) else { continue };
        ascending(&mut last, code, at, fault);
        if townships.len() > usize::from(u8::MAX) {
            fault.add(at, "more townships than the index of a village's township can tell apart");
        }
        townships.push(Township { at, code, name, kind, parent });
    }
    (fault.count() == before).then_some(townships)
}

/// A code begins with its parent's, or with the statistics code of the zone that runs the township.
fn prefixed(township: &Township, regions: &[Region], overlay: &BTreeMap<String, Overlay<'_>>, fault: &mut Fault) {
    let Township { at, code, name, parent, .. } = township;
    let prefix = Some(code / 1000);
    let of_parent = regions.iter().any(|region| region.name == *parent && region.code == prefix);
    let run_by = overlay.get(&code.to_string()).map(|it| it.zone);
    if !of_parent && run_by.is_none_or(|zone| !zone.statistical || zone.code != prefix) {
        fault.add(*at, format_args!("code {code} of {name} does not lie in {parent}"));
    }
}

/// Reads the overlay; villages in it are only known where villages could be read.
fn overlay<'r>(
    root: &Path,
    regions: &'r [Region],
    townships: &[Township],
    villages: Option<&[Village]>,
    fault: &mut Fault,
) -> Option<BTreeMap<String, Overlay<'r>>> {
    let lines = tsv::read(root, "zone_overlay.tsv", ["code", "name", "zone", "parent", "confidence", "source"], fault)?;
    let before = fault.count();
    let degrees = [("medium", "Medium"), ("medium-high", "MediumHigh"), ("high", "High")];
    let (mut last, mut overlay) = (None, BTreeMap::new());
    for Line { at, cells: [code, name, zone, parent, confidence, source] } in lines {
        ascending(&mut last, code.clone(), at, fault);
        let village = code.parse().ok().and_then(|code: u64| villages?.iter().find(|village| village.code == code));
        let lies = |it: &&Township| {
            code == it.code.to_string() || village.is_some_and(|_| code.starts_with(&it.code.to_string()))
        };
        match townships.iter().find(lies) {
            Some(township) => {
                let known = village.map_or(&township.name, |village| &village.name);
                if *known != name {
                    fault.add(at, format_args!("{code} is {known}, not {name}"));
                }
                if township.parent != parent {
                    fault.add(at, format_args!("{code} lies in {}, not in {parent}", township.parent));
                }
            }
            None if villages.is_none() && code.len() == 12 => {}
            None => fault.add(at, format_args!("unknown township or village {code:?}")),
        }
        let found = regions.iter().find(|region| region.zone && region.name == zone);
        if found.is_none() {
            fault.add(at, format_args!("unknown zone {zone:?}"));
        }
        let confidence = word(&confidence, "confidence", &degrees, at, fault);
        required(&source, "source", at, fault);
        let (Some(zone), Some(confidence)) = (found, confidence) else { continue };
        overlay.insert(code, Overlay { zone, confidence });
    }
    (fault.count() == before).then_some(overlay)
}

fn places(
    regions: &[Region],
    townships: &[Township],
    villages: &[Village],
    overlay: &BTreeMap<String, Overlay<'_>>,
) -> String {
    let mut out = head("regions townships zone_overlay");
    out.push_str("use super::{CodeScheme, Confidence, Overlay, RegionKind, RegionRow, TownshipKind, TownshipRow, VillageOverlay};\n");
    let names = regions.iter().map(|Region { id, name, kind, .. }| (id.clone(), format!("{name}: a {kind}")));
    enumeration(
        &mut out,
        "Region",
        r##"县（市、区）、功能区: one of the 15 regions that the document addresses, 11 counties and 4 zones. Closed by the document.

```
use tongquan::{Place, Region};
let subdistrict: Place = "许庄街道".parse()?; // by law in 任城区, and run by a zone
let (region, _) = subdistrict.managing_region().ok_or("no finer than the city")?;
assert_eq!((region, region.label()), (Region::TaibaiLakeZone, "太白湖新区"));
assert!(region.is_zone() && region.code().is_none());
assert_eq!(serde_json::to_string(&region)?, r#""taibai_lake_zone""#);
# Ok::<(), Box<dyn std::error::Error>>(())
```"##,
        Shape { serde: true, grows: false },
        names,
    );
    rows(&mut out, "REGIONS", "RegionRow", &regions.iter().map(|region| region.row.clone()).collect::<Vec<_>>());
    let parent = |name: &str| regions.iter().find(|region| region.name == name).map_or("", |region| region.id.as_str());
    let lines: Vec<String> = townships
        .iter()
        .map(|Township { code, name, kind, parent: of, .. }| {
            let run_by = overlay.get(&code.to_string()).map_or("None".to_owned(), |it| format!("Some({})", it.written()));
            let parent = parent(of);
            format!("TownshipRow {{ code: {code}, name: {name:?}, kind: TownshipKind::{kind}, parent: Region::{parent}, overlay: {run_by} }}")
        })
        .collect();
    rows(&mut out, "TOWNSHIPS", "TownshipRow", &lines);
    let run =
        villages.iter().enumerate().filter_map(|(at, village)| Some((at, overlay.get(&village.code.to_string())?)));
    let run: Vec<String> =
        run.map(|(at, it)| format!("VillageOverlay {{ village: {at}, overlay: {} }}", it.written())).collect();
    rows(&mut out, "VILLAGE_OVERLAYS", "VillageOverlay", &run);
    out
}
