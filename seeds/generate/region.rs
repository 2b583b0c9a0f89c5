//! Reads the regions, which several tables need.

use std::{collections::HashMap, path::Path};

use super::{
    day::Day,
    quoted, slice,
    tsv::{self, At, Fault, Unique, number, optional, parts, required, variant, word},
};

/// A row of `regions.tsv`.
#[derive(Debug)]
pub(crate) struct Region {
    /// The enum's variant.
    pub(crate) id: String,
    /// The name that the document uses, or would use.
    pub(crate) name: String,
    /// What it is, in English.
    pub(crate) kind: &'static str,
    /// Whether it is a functional zone.
    pub(crate) zone: bool,
    /// Six digits, where it has a code.
    pub(crate) code: Option<u64>,
    /// Whether the code is one of statistics only.
    pub(crate) statistical: bool,
    /// The row of the table.
    pub(crate) row: String,
}

/// Reads the regions.
pub(crate) fn read(root: &Path, fault: &mut Fault) -> Option<Vec<Region>> {
    let header = ["id", "kind", "name", "full", "aliases", "code", "scheme", "centre", "source", "vintage"];
    let lines = tsv::read(root, "regions.tsv", header, fault)?;
    let before = fault.count();
    let (mut ids, mut codes) = (Unique::new("id"), Unique::new("code"));
    let mut called = HashMap::new();
    let mut regions = Vec::new();
    for tsv::Line { at, cells: [id, kind, name, full, aliases, code, scheme, centre, source, vintage] } in lines {
        ids.see(variant(&id, at, fault), at, fault);
        let kinds = [("district", "District"), ("county", "County"), ("county_city", "CountyCity"), ("zone", "Zone")];
        let kind = word(&kind, "kind", &kinds, at, fault);
        required(&name, "name", at, fault);
        let parts = parts(&aliases, "aliases", at, fault);
        let full = optional(&full);
        let mut own = Unique::new("name");
        for it in [name.as_str()].into_iter().chain(full).chain(parts.iter().copied()) {
            own.see(it, at, fault);
            confusable(it, &name, at, &mut called, fault);
        }
        let code = coded(&code, &scheme, at, fault);
        if let Some((code, _)) = code {
            codes.see(&code.to_string(), at, fault);
        }
        let centre = word(&centre, "centre", &[("yes", true), ("no", false)], at, fault);
        required(&source, "source", at, fault);
        Day::read(&vintage, at, fault);
        let (Some(kind), Some(centre)) = (kind, centre) else { continue };
        let row = format!(
            "RegionRow {{ region: Region::{id}, kind: RegionKind::{kind}, name: {name:?}, full: {full:?}, aliases: {}, code: {}, centre: {centre}, source: {source:?}, vintage: {vintage:?} }}",
            slice(parts.into_iter().map(quoted)),
            code.map_or("None".to_owned(), |(code, scheme)| format!("Some(({code}, CodeScheme::{scheme}))")),
        );
        let told = match kind {
            "District" => "district",
            "County" => "county",
            "CountyCity" => "county-level city",
            _ => "functional zone",
        };
        let statistical = code.is_some_and(|(_, scheme)| scheme == "NbsStatistical");
        let (zone, code) = (kind == "Zone", code.map(|(code, _)| code));
        regions.push(Region { id, name, kind: told, zone, code, statistical, row });
    }
    (fault.count() == before).then_some(regions)
}

fn coded(code: &str, scheme: &str, at: At, fault: &mut Fault) -> Option<(u64, &'static str)> {
    let schemes = [("GB/T 2260", "GbT2260"), ("NBS statistical", "NbsStatistical")];
    match (optional(code), optional(scheme)) {
        (None, None) => None,
        (Some(code), Some(scheme)) => {
            number(code, "code", 6, at, fault).zip(word(scheme, "scheme", &schemes, at, fault))
        }
        _ => {
            fault.add(at, "code and scheme go together");
            None
        }
    }
}

/// Two regions must not be found by one name, with or without the city's before it.
fn confusable(it: &str, name: &str, at: At, called: &mut HashMap<String, String>, fault: &mut Fault) {
    let short = it.strip_prefix("济宁市").or_else(|| it.strip_prefix("济宁")).unwrap_or(it);
    if short.is_empty() {
        fault.add(at, format_args!("{it:?} is the city's name"));
    }
    let other = called.entry(short.to_owned()).or_insert_with(|| name.to_owned());
    if other != name {
        fault.add(at, format_args!("{it:?} of {name} can be confused with {other}"));
    }
}
