use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Cycle, Obligation, Responsible, Rhythm};
use crate::text::Text;

/// 履责证据: that a unit did what a clause asks of it. It reports what was done, and so may be recorded any time after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What was asked.
    pub obligation: Obligation,
    /// Who did it.
    pub by: Responsible,
    /// The day on which it was done.
    #[serde(with = "crate::time::iso")]
    pub on: NaiveDate,
    /// What was done, and where it can be looked up.
    pub what: Text,
    /// Of what is owed every year or half-year, a day of the one for which it counts, where that is another than the one in which it was done.
    #[serde(default, with = "crate::time::iso::option")]
    pub cycle: Option<NaiveDate>,
}

impl Evidence {
    /// The year or half-year for which it counts.
    pub(in crate::register) fn counts_for(&self, rhythm: Rhythm) -> Cycle {
        Cycle::of(rhythm, self.cycle.unwrap_or(self.on))
    }
}
