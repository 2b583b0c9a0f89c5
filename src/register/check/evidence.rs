//! Evidence is of a duty that it can show, of a unit that bears it, of what was done since the duty arose and is done.

use super::{super::Revision, Lists};
use crate::{
    law::{Fact, Faults, Rule},
    register::obligation::{Cycle, Due, Obligation, Proof, Rolls},
};

pub(super) fn check(revisions: &[Revision], lists: &Lists<'_>, faults: &mut Faults) {
    let mut rolls = Rolls::default();
    for (at, revision) in revisions.iter().enumerate() {
        for (row, it) in revision.evidence.iter().enumerate() {
            let path = |field: &str| format!("[{at}].evidence[{row}].{field}");
            let obligation = it.obligation;
            faults.require(obligation.proof() == Proof::Evidence, Rule::EvidenceCalledFor, || {
                (path("obligation"), SHOWN_BY_EVIDENCE, obligation)
            });
            // before it arose it bound nobody: that is told by the day
            let list = lists.on(at, it.on.max(Obligation::ARISES));
            let borne = obligation.is_borne(it.by, |department| rolls.of(list, department));
            faults.require(borne, Rule::EvidenceOfBearer, || {
                (path("by"), Fact::list(obligation.binds().iter().copied()), it.by)
            });
            faults.require(Obligation::ARISES <= it.on, Rule::EvidenceAfterDuty, || {
                (path("on"), Obligation::ARISES, it.on)
            });
            faults
                .require(it.on <= revision.recorded, Rule::EvidenceNotAhead, || (path("on"), revision.recorded, it.on));
            if let Due::Every(rhythm) = obligation.due() {
                // it may make up for an earlier one, and be done ahead for the next, no further
                let done = Cycle::of(rhythm, it.on);
                let last = done.next().unwrap_or(done);
                faults.require(it.counts_for(rhythm) <= last, Rule::CycleOfRecurring, || {
                    (path("cycle"), Fact::span(None, Some(last.last())), it.cycle)
                });
                // what was over when the duty arose, nobody owed
                let arose = Cycle::of(rhythm, Obligation::ARISES);
                faults.require(it.cycle.is_none() || arose <= it.counts_for(rhythm), Rule::EvidenceAfterDuty, || {
                    (path("cycle"), arose.first(), it.cycle)
                });
            } else {
                faults.require(it.cycle.is_none(), Rule::CycleOfRecurring, || (path("cycle"), Fact::Nothing, it.cycle));
            }
        }
    }
}

const SHOWN_BY_EVIDENCE: Fact = Fact::Term { zh: "以证据说明的责任", en: "a duty that evidence shows" };
