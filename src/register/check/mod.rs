//! Every row of every revision, held against the others: all faults at once, each with its path. What one kind of row must hold stands in one
//! file.

mod bodies;
mod calendars;
mod days;
mod items;
mod seals;

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use super::{Faults, Limit, ProcedureKind, Revision, Standard, check_line};
use crate::{
    catalogue::{Edition, Key, Kind, Modality, OwnItem, OwnItemFault, Standing},
    law::{Fact, Rule},
    time::Calendar,
};

/// A catalogue, where there are items beside the built-in ones, and the calendars, by the revision that added to them.
type Made = (Option<Edition>, Vec<(u32, Calendar)>);

/// What the revisions make, where nothing is wrong with them.
pub(super) fn all(revisions: &[Revision]) -> Result<Made, Faults> {
    let mut faults = Faults::default();
    let own = own_items(revisions, &mut faults);
    let edition = own.as_ref().unwrap_or(Edition::built_in());
    days::check(revisions, &mut faults);
    items::check(revisions, edition, &mut faults);
    bodies::check(revisions, &mut faults);
    seals::check(revisions, edition, &mut faults);
    standards(revisions, edition, &mut faults);
    let calendars = calendars::check(revisions, &mut faults);
    if faults.is_empty() { Ok((own, calendars)) } else { Err(faults.in_order()) }
}

/// Items are one list over all revisions.
fn own_items(revisions: &[Revision], faults: &mut Faults) -> Option<Edition> {
    let paths = revisions
        .iter()
        .enumerate()
        .flat_map(|(revision, it)| (0..it.own_items.len()).map(move |row| format!("[{revision}].own_items[{row}]")));
    let paths: Vec<String> = paths.collect();
    if paths.is_empty() {
        return None;
    }
    let items: Vec<OwnItem> = revisions.iter().flat_map(|it| &it.own_items).cloned().collect();
    let path = |at: usize| paths.get(at).cloned().unwrap_or_default();
    match Edition::with_own(&items) {
        Ok(edition) => return Some(edition),
        Err(own) => own.into_iter().for_each(|it| match it {
            OwnItemFault::KeyUsed { at, key } => {
                faults.require(false, Rule::NumberUnused, || {
                    (path(at) + ".key", Fact::Nothing, Fact::from(&Key::Own(key)))
                });
            }
            OwnItemFault::NameUsed { at, name } => {
                faults.require(false, Rule::NumberUnused, || (path(at) + ".name", Fact::Nothing, name));
            }
            OwnItemFault::TooManyPatterns { at } => {
                faults.require(false, Rule::PatternsFit, || (path(at), 65_535_u64, Fact::Nothing));
            }
        }),
    }
    None
}

/// Each by itself, and those of an item beside each other, in the order in which they were recorded.
fn standards(revisions: &[Revision], edition: &Edition, faults: &mut Faults) {
    let mut lines: BTreeMap<&Key, Vec<(String, &Standard)>> = BTreeMap::new();
    for (revision, rows) in revisions.iter().enumerate() {
        for (at, standard) in rows.standards.iter().enumerate() {
            let path = format!("[{revision}].standards[{at}]");
            standard.check(&path, faults);
            if edition.find(&standard.item).is_some_and(|it| it.kind() == Kind::Licence) {
                of_licence(&path, standard, faults);
            }
            decided_there(&path, standard, edition, faults);
            lines.entry(&standard.item).or_default().push((path, standard));
        }
    }
    for line in lines.values() {
        check_line(line, faults);
    }
}

/// For a licence only the Licensing Law's eight proceedings stop the clock, and its limits bind where no other law is named.
fn of_licence(path: &str, standard: &Standard, faults: &mut Faults) {
    for (at, it) in standard.procedures.iter().enumerate() {
        faults.require(it.kind.is_some(), Rule::LicenceProcedures, || {
            (format!("{path}.procedures[{at}].kind"), Fact::list(ProcedureKind::iter()), &it.code)
        });
    }
    let mut within = |field: &str, limit: Option<Limit>, law: Limit| {
        let Some(limit) = limit else { return };
        faults.require(limit.is_within(law), Rule::LimitsWithinLaw, || (format!("{path}.{field}"), law, limit));
    };
    within("notice", standard.notice, Limit::LICENCE_NOTICE);
    let promised = standard.limits.filter(|it| it.statutory.is_none()).map(|it| it.promised);
    within("limits", promised, Limit::LICENCE_DECISION);
}

/// A region's own standard is of an item that the region decides, or may come to decide by its choice.
fn decided_there(path: &str, standard: &Standard, edition: &Edition, faults: &mut Faults) {
    let Some((own, item)) = standard.own.zip(edition.find(&standard.item)) else { return };
    let standing = item.cell(own.region).standing;
    let decides = match standing {
        Standing::Devolved(modality) => matches!(modality, Modality::Direct | Modality::Review),
        Standing::Original | Standing::RegionChooses => true,
        Standing::NotDevolved | Standing::Reserved | Standing::Unresolved => false,
    };
    faults.require(decides, Rule::OwnWhereRegionDecides, || (format!("{path}.own.region"), own.region, standing));
}
