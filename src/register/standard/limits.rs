use serde::{Deserialize, Serialize};

use crate::{law::Fact, term::terms};

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// 工作日
    WorkingDay,
    /// 日
    Day,
}

terms!(TimeUnit {
    Self::WorkingDay => "工作日", "working days";
    Self::Day => "日", "days";
});

/// 时限: a limit with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: TimeUnit,
}

impl From<Limit> for Fact {
    fn from(it: Limit) -> Self {
        Self::List(vec![u64::from(it.amount).into(), it.unit.into()])
    }
}

/// 承诺时限、法定时限. Promised at most the statutory one, in the same unit; across units nothing is compared, which is a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// 承诺时限
    pub promised: Limit,
    /// 法定时限, where the law sets one.
    #[serde(default)]
    pub statutory: Option<Limit>,
}

impl Limits {
    /// Promised at most the statutory one, in the same unit.
    pub fn is_within(&self) -> bool {
        self.statutory.is_none_or(|it| it.unit == self.promised.unit && self.promised.amount <= it.amount)
    }
}
