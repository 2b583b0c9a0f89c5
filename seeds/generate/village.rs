//! `src/place/table_villages.rs`: the villages.

use std::{collections::BTreeMap, path::Path};

use super::{
    head, rows,
    tsv::{self, Fault, Line, Unique, ascending, number, required, word},
};

/// A row of `villages.tsv`.
#[derive(Debug)]
pub(crate) struct Village {
    /// Twelve digits.
    pub(crate) code: u64,
    /// Its name.
    pub(crate) name: String,
    township: u8,
    kind: &'static str,
}

/// Reads the villages; each lies in a township of a known code.
pub(crate) fn read(root: &Path, townships: &[u64], fault: &mut Fault) -> Option<Vec<Village>> {
    let lines = tsv::read(root, "villages.tsv", ["code", "name", "township", "kind", "source"], fault)?;
    let before = fault.count();
    let kinds = [("village", "Village"), ("neighbourhood", "Neighbourhood"), ("quasi", "Quasi")];
    let index: BTreeMap<u64, u8> = townships.iter().copied().zip(0..=u8::MAX).collect();
    let mut names = Unique::new("village");
    let (mut last, mut villages) = (None, Vec::new());
    for Line { at, cells: [code, name, township, kind, source] } in lines {
        let code = number(&code, "code", 12, at, fault);
        names.see(&format!("{township} {}", required(&name, "name", at, fault)), at, fault);
        let kind = word(&kind, "kind", &kinds, at, fault);
        required(&source, "source", at, fault);
        let parent = number(&township, "township", 9, at, fault);
        if code.zip(parent).is_some_and(|(code, parent)| code / 1000 != parent) {
            fault.add(at, format_args!("the code of {name} does not lie in {township}"));
        }
        let township = parent.and_then(|parent| {
            let found = index.get(&parent);
            if found.is_none() {
                fault.add(at, format_args!("unknown township {parent}"));
            }
            found
        });
        let (Some(code), Some(kind), Some(township)) = (code, kind, township) else { continue };
        ascending(&mut last, code, at, fault);
        if villages.len() > usize::from(u16::MAX) {
            fault.add(at, "more villages than an index can tell apart");
        }
        villages.push(Village { code, name, township: *township, kind });
    }
    (fault.count() == before).then_some(villages)
}

/// Writes the table.
pub(crate) fn table(villages: &[Village]) -> String {
    let mut out = head("villages");
    out.push_str("use super::{VillageKind, VillageRow};\n");
    let line = |Village { code, name, township, kind }: &Village| {
        format!("VillageRow {{ code: {code}, township: {township}, kind: VillageKind::{kind}, name: {name:?} }}")
    };
    rows(&mut out, "VILLAGES", "VillageRow", &villages.iter().map(line).collect::<Vec<_>>());
    out
}
