use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Cycle, Obligation, Responsible, Rhythm};
use crate::text::Text;

/// 履责证据: that a unit did what a clause asks of it. It reports what was done, and so may be recorded any time after.
///
/// ```
/// use tongquan::{Department, Office, register::{Obligation, ObligationState, Revision}};
/// // the plan for 2024 was drawn up the December before
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2024-01-05", "evidence": [{"obligation": "plan_training",
///   "by": {"department": "transport"}, "on": "2023-12-20", "what": "（虚构）印发年度培训方案", "cycle": "2024-01-01"}]}"#)?;
/// let office = Office::new(vec![revision])?;
/// let told = office.now().fulfilment(Obligation::PlanTraining, Department::Transport.into(), "2024-03-04".parse()?).ok_or("not bound")?;
/// assert_eq!((told.state, told.evidence.len()), (ObligationState::Overdue, 1)); // nothing tells of the years before
/// assert_eq!(told.missed.iter().map(|it| it.zh()).collect::<Vec<_>>(), ["2022年", "2023年"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
