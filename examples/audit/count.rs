//! What is counted of journals: once here, for whole files and for shards of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tongquan::{
    Calendar, Key, Office, Region,
    oversight::{Audit, Conformance, Evidence, Facet, Statistics},
};

/// The counts of a shard. They add up, also across processes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Count {
    pub(crate) conformance: Conformance,
    /// By everything that the crate groups by.
    pub(crate) statistics: Statistics,
    /// By item and region, where the item is devolved: evidence for an amendment (`C3`).
    pub(crate) evidence: Statistics<(Key, Region)>,
    /// Lines that are no journal, and journals whose case came before.
    pub(crate) unread: u64,
    pub(crate) again: u64,
}

impl Count {
    pub(crate) fn on(day: NaiveDate) -> Self {
        Self {
            conformance: Conformance::default(),
            statistics: Statistics::on(day),
            evidence: Statistics::on(day),
            unread: 0,
            again: 0,
        }
    }

    pub(crate) fn add(&mut self, audit: &Audit, calendar: &Calendar) {
        self.conformance.add(audit);
        self.statistics.add_audited(audit, calendar, Facet::all);
        self.evidence.add_audited(audit, calendar, Evidence::key);
    }

    pub(crate) fn merge(&mut self, other: Self) -> Result<(), tongquan::Refusal> {
        self.statistics.merge(other.statistics)?;
        self.evidence.merge(other.evidence)?;
        self.conformance.merge(other.conformance);
        self.unread = self.unread.saturating_add(other.unread);
        self.again = self.again.saturating_add(other.again);
        Ok(())
    }

    /// Whether anything was found.
    pub(crate) const fn is_clean(&self) -> bool {
        self.conformance.clean() == self.conformance.cases() && self.unread == 0 && self.again == 0
    }

    /// The calendar by which an office tells periods.
    pub(crate) fn calendar(office: Option<&Office>) -> &Calendar {
        office.map_or(Calendar::built_in(), |it| it.now().calendar())
    }
}
