//! Every row of every revision, held against the others: all faults at once, each with its path. What one kind of row must hold stands in one
//! file.

mod bodies;
mod calendars;
mod choices;
mod days;
mod evidence;
mod items;
mod lists;
mod people;
mod seals;

use lists::Lists;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use strum::IntoEnumIterator;

use super::{Limit, ProcedureKind, Revision, Standard, check_line};
use crate::{
    catalogue::{Catalogue, Item, Key, Kind, Modality, Standing},
    law::{Fact, Faults, Rule},
    time::Calendar,
};

/// What the revisions make, where nothing is wrong with them.
pub(super) struct Made {
    pub(super) catalogue: Catalogue,
    /// How many editions of it each revision knows, that of nothing recorded first.
    pub(super) editions: Vec<usize>,
    /// 核对至, from which revision on.
    pub(super) checked: Vec<(u32, NaiveDate)>,
    /// By the revision that added to them.
    pub(super) calendars: Vec<(u32, Calendar)>,
}

pub(super) fn all(revisions: &[Revision]) -> Result<Made, Faults> {
    let mut faults = Faults::default();
    let lists = Lists::of(revisions, &mut faults);
    days::check(revisions, &mut faults);
    items::check(revisions, &lists, &mut faults);
    bodies::check(revisions, &mut faults);
    choices::check(revisions, &lists, &mut faults);
    people::check(revisions, &lists, &mut faults);
    seals::check(revisions, &lists, &mut faults);
    evidence::check(revisions, &lists, &mut faults);
    standards(revisions, &lists, &mut faults);
    let calendars = calendars::check(revisions, &mut faults);
    let Lists { catalogue, known: editions, checked, .. } = lists;
    faults.or(Made { catalogue, editions, checked, calendars })
}

/// Each by itself, and those of an item beside each other, in the order in which they were recorded.
fn standards(revisions: &[Revision], lists: &Lists<'_>, faults: &mut Faults) {
    let mut lines: BTreeMap<&Key, Vec<(String, &Standard)>> = BTreeMap::new();
    for (revision, rows) in revisions.iter().enumerate() {
        for (at, standard) in rows.standards.iter().enumerate() {
            let path = format!("[{revision}].standards[{at}]");
            standard.check(&path, faults);
            let item = lists.find(revision, &standard.item, standard.from);
            if item.is_some_and(|it| it.kind() == Kind::Licence) {
                of_licence(&path, standard, faults);
            }
            decided_there(&path, standard, item, faults);
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
fn decided_there(path: &str, standard: &Standard, item: Option<Item<'_>>, faults: &mut Faults) {
    let Some((own, item)) = standard.own.zip(item) else { return };
    let standing = item.cell(own.region).standing;
    let decides = match standing {
        Standing::Devolved(modality) => matches!(modality, Modality::Direct | Modality::Review),
        Standing::Original | Standing::RegionChooses | Standing::Chosen(_) => true,
        Standing::NotDevolved | Standing::Reserved | Standing::Unresolved => false,
    };
    faults.require(decides, Rule::OwnWhereRegionDecides, || (format!("{path}.own.region"), own.region, standing));
}
