use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Cycle, Obligation, Responsible, Rhythm};
use crate::text::Text;

/// 履责证据: that a unit did what a clause asks of it. It reports what was done, and so may be recorded any time after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// 责任: what was asked.
    pub obligation: Obligation,
    /// 履行单位: who did it.
    pub by: Responsible,
    /// 履行日: the day on which it was done.
    #[serde(with = "crate::time::Iso")]
    pub on: NaiveDate,
    /// 履行情况: what was done, and where it can be looked up.
    pub what: Text,
    /// 所属周期: of what is owed every year or half-year, a day of the one for which it counts, where that is another than the one in which it was done.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub cycle: Option<NaiveDate>,
}

impl Evidence {
    /// The year or half-year for which it counts.
    pub(in crate::register) fn counts_for(&self, rhythm: Rhythm) -> Cycle {
        Cycle::of(rhythm, self.cycle.unwrap_or(self.on))
    }
}
