//! A number is given once; what is ended is on record, and ends sooner than it did.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::{Ending, Ends, Revision};
use crate::{
    body::Department,
    law::{Fact, Faults, Rule},
    place::Region,
};

pub(super) fn check(revisions: &[Revision], faults: &mut Faults) {
    let mut running = Running::default();
    for (at, revision) in revisions.iter().enumerate() {
        running.add(at, revision, faults);
        for (row, it) in revision.endings.iter().enumerate() {
            // an agreement ends with the seals that are held under it
            if !matches!(it.ends, Ends::Agreement(_)) {
                end(&format!("[{at}].endings[{row}]"), it, running.named(it), faults);
            }
        }
    }
}

/// What is ended, by its first day and the last day that it had, which is brought forward.
pub(super) fn end(path: &str, it: &Ending, ended: Option<(NaiveDate, &mut Option<NaiveDate>)>, faults: &mut Faults) {
    let Some((from, until)) = ended else {
        return faults.require(false, Rule::EndsSomething, || (format!("{path}.ends"), Fact::Nothing, &it.ends));
    };
    let sooner = from <= it.last && until.is_none_or(|until| it.last < until);
    faults.require(sooner, Rule::SpanInOrder, || (format!("{path}.last"), Fact::span(Some(from), *until), it.last));
    if sooner {
        *until = Some(it.last);
    }
}

type Span = (NaiveDate, Option<NaiveDate>);

/// What runs beside the agreements, and can be ended.
#[derive(Default)]
struct Running {
    postings: HashMap<(Department, Region), Vec<Span>>,
    /// What has a number, by how an ending names it.
    numbered: HashMap<Ends, Span>,
}

impl Running {
    fn add(&mut self, at: usize, revision: &Revision, faults: &mut Faults) {
        for it in &revision.postings {
            self.postings.entry((it.department, it.region)).or_default().push((it.from, it.until));
        }
        let permissions = &revision.permissions;
        let permissions = permissions.iter().map(|it| (Ends::Permission(it.number.clone()), (it.from, it.until)));
        let experts = revision.experts.iter().map(|it| (Ends::Expert(it.number.clone()), (it.from, it.until)));
        let ceilings = revision.ceilings.iter().map(|it| (Ends::Ceiling(it.number.clone()), (it.from, Some(it.until))));
        self.number(&format!("[{at}].permissions"), permissions, faults);
        self.number(&format!("[{at}].experts"), experts, faults);
        self.number(&format!("[{at}].ceilings"), ceilings, faults);
    }

    fn number(&mut self, list: &str, rows: impl Iterator<Item = (Ends, Span)>, faults: &mut Faults) {
        for (row, (it, span)) in rows.enumerate() {
            let new = !self.numbered.contains_key(&it);
            faults.require(new, Rule::NumberUnused, || (format!("{list}[{row}].number"), Fact::Nothing, &it));
            self.numbered.insert(it, span);
        }
    }

    fn named(&mut self, it: &Ending) -> Option<(NaiveDate, &mut Option<NaiveDate>)> {
        let span = match &it.ends {
            Ends::Posting { department, region } => {
                let spans = self.postings.get_mut(&(*department, *region))?.iter_mut();
                spans.filter(|(from, _)| *from <= it.last).max_by_key(|(from, _)| *from)
            }
            Ends::Agreement(_) | Ends::Permission(_) | Ends::Expert(_) | Ends::Ceiling(_) => {
                self.numbered.get_mut(&it.ends)
            }
        };
        span.map(|(from, until)| (*from, until))
    }
}
