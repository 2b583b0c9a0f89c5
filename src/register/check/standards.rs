//! Standards hold by themselves, beside the others of their item, and for the kind of item and the region that they are for.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use super::{
    super::{Limit, ProcedureKind, Revision, Standard, check_line},
    Lists,
};
use crate::{
    catalogue::{Item, Key, Kind, Modality, Standing},
    law::{Fact, Faults, Rule},
};

/// Each by itself, and those of an item beside each other, in the order in which they were recorded.
pub(super) fn check(revisions: &[Revision], lists: &Lists<'_>, faults: &mut Faults) {
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
