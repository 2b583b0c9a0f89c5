//! Revisions follow one another, rows begin no earlier than they are recorded and end after they begin, and a thing is said once.

use std::{collections::HashSet, hash::Hash};

use chrono::NaiveDate;

use super::super::{Revision, SealEvent, SealStepKind};
use crate::law::{Fact, Faults, Rule};

pub(super) fn check(revisions: &[Revision], faults: &mut Faults) {
    for (at, pair) in revisions.windows(2).enumerate() {
        if let [before, after] = pair {
            faults.require(before.recorded <= after.recorded, Rule::RevisionsRunForward, || {
                (format!("[{}].recorded", at + 1), before.recorded, after.recorded)
            });
        }
    }
    for (at, revision) in revisions.iter().enumerate() {
        if at > 0 {
            begins(at, revision, faults);
        }
        ends(at, revision, faults);
        said_once(at, revision, faults);
    }
}

/// Every row of a later revision takes effect on the day of recording at the earliest. A loss is the exception: it is found out; and an amendment
/// takes effect when the city government says so, whenever that is learnt.
fn begins(at: usize, revision: &Revision, faults: &mut Faults) {
    let recorded = revision.recorded;
    let mut rows = |list: &str, field: &str, days: &mut dyn Iterator<Item = NaiveDate>| {
        for (row, day) in days.enumerate() {
            faults.require(recorded <= day, Rule::RowNotBackdated, || {
                (format!("[{at}].{list}[{row}].{field}"), recorded, day)
            });
        }
    };
    rows("plans", "from", &mut revision.plans.iter().map(|it| it.from));
    rows("choices", "from", &mut revision.choices.iter().map(|it| it.from));
    rows("stationings", "from", &mut revision.stationings.iter().map(|it| it.from));
    rows("postings", "from", &mut revision.postings.iter().map(|it| it.from));
    rows("advisers", "from", &mut revision.advisers.iter().map(|it| it.from));
    rows("experts", "from", &mut revision.experts.iter().map(|it| it.from));
    rows("on_platform", "from", &mut revision.on_platform.iter().map(|it| it.from));
    rows("electronics", "from", &mut revision.electronics.iter().map(|it| it.from));
    rows("standards", "from", &mut revision.standards.iter().map(|it| it.from));
    rows("agreements", "from", &mut revision.agreements.iter().map(|it| it.from));
    rows("permissions", "from", &mut revision.permissions.iter().map(|it| it.from));
    rows("ceilings", "from", &mut revision.ceilings.iter().map(|it| it.from));
    let lost = |it: &SealEvent| it.event.kind() == SealStepKind::Lost;
    rows("seals", "on", &mut revision.seals.iter().map(|it| if lost(it) { recorded } else { it.on }));
    // what ends today had its last day yesterday: it closes to what is filed from that day (C6)
    let earliest = recorded.pred_opt().unwrap_or(recorded);
    for (row, it) in revision.endings.iter().enumerate() {
        faults.require(earliest <= it.last, Rule::RowNotBackdated, || {
            (format!("[{at}].endings[{row}].last"), earliest, it.last)
        });
    }
}

fn ends(at: usize, revision: &Revision, faults: &mut Faults) {
    let postings = revision.postings.iter().enumerate().map(|(row, it)| ("postings", row, it.from, it.until));
    let agreements = revision.agreements.iter().enumerate().map(|(row, it)| ("agreements", row, it.from, it.until));
    let permissions = revision.permissions.iter().enumerate().map(|(row, it)| ("permissions", row, it.from, it.until));
    let experts = revision.experts.iter().enumerate().map(|(row, it)| ("experts", row, it.from, it.until));
    let ceilings = revision.ceilings.iter().enumerate().map(|(row, it)| ("ceilings", row, it.from, Some(it.until)));
    for (list, row, from, until) in postings.chain(agreements).chain(permissions).chain(experts).chain(ceilings) {
        faults.require(until.is_none_or(|until| from <= until), Rule::SpanInOrder, || {
            (format!("[{at}].{list}[{row}].until"), from, until)
        });
    }
}

fn said_once(at: usize, revision: &Revision, faults: &mut Faults) {
    let plans = revision.plans.iter().map(|it| (it.region, it.from));
    once(at, "plans", plans.map(|it| (it, vec![it.0.into(), it.1.into()])), faults);
    let postings = revision.postings.iter().map(|it| (it.department, it.region, it.from));
    once(at, "postings", postings.map(|it| (it, vec![it.0.into(), it.1.into(), it.2.into()])), faults);
}

fn once<K: Hash + Eq>(at: usize, list: &str, keys: impl Iterator<Item = (K, Vec<Fact>)>, faults: &mut Faults) {
    let mut seen = HashSet::new();
    for (row, (key, told)) in keys.enumerate() {
        let new = seen.insert(key);
        faults.require(new, Rule::RowSaidOnce, || (format!("[{at}].{list}[{row}]"), Fact::Nothing, Fact::List(told)));
    }
}
