use serde::{Deserialize, Serialize};

use crate::{
    law::Fact,
    term::{named, terms},
};

/// 时限单位: what a limit counts.
///
/// ```
/// use tongquan::register::TimeUnit;
/// let unit: TimeUnit = serde_json::from_str(r#""working_day""#)?;
/// assert_eq!((unit.label(), unit.english()), ("工作日", "working days"));
/// assert_eq!("日".parse(), Ok(TimeUnit::Day));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// 工作日: working days, by the calendar of the State Council's notices.
    WorkingDay,
    /// 日: days, of whatever kind.
    Day,
}

terms!(TimeUnit {
    Self::WorkingDay => "工作日", "working days";
    Self::Day => "日", "days";
});
named!(word: TimeUnit);

/// 时限: a limit with its unit.
///
/// ```
/// use tongquan::register::{Limit, TimeUnit};
/// let limit: Limit = serde_json::from_str(r#"{"amount": 5, "unit": "working_day"}"#)?;
/// assert!(limit.is_within(Limit::LICENCE_DECISION)); // the 20 working days of the Licensing Law
/// assert!(!Limit { unit: TimeUnit::Day, ..limit }.is_within(Limit::LICENCE_DECISION)); // across units nothing is compared
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// 数量: how many of the unit.
    pub amount: u16,
    /// 单位: what is counted, working days or days.
    pub unit: TimeUnit,
}

impl Limit {
    const fn working_days(amount: u16) -> Self {
        Self { amount, unit: TimeUnit::WorkingDay }
    }
    /// 一次性告知: what the Licensing Law gives for the one notice, from the day on which the papers came in (`APL32d`).
    pub const LICENCE_NOTICE: Self = Self::working_days(5);
    /// 法定时限: what it gives to decide, from acceptance, where no other law does (`APL42`, `S49`).
    pub const LICENCE_DECISION: Self = Self::working_days(20);
    /// 延期: the most by which that is extended (`APL42x`).
    pub const LICENCE_EXTENSION: Self = Self::working_days(10);
    /// 送达: what it gives to issue and deliver, from the decision (`APL44`).
    pub const LICENCE_DELIVERY: Self = Self::working_days(10);

    /// At most as long as another, in the same unit; across units nothing is compared.
    pub fn is_within(self, other: Self) -> bool {
        self.unit == other.unit && self.amount <= other.amount
    }
}

impl From<Limit> for Fact {
    fn from(it: Limit) -> Self {
        Self::List(vec![u64::from(it.amount).into(), it.unit.into()])
    }
}

/// 承诺时限、法定时限. Promised at most the statutory one, in the same unit; across units nothing is compared, which is a fault.
///
/// ```
/// use tongquan::register::{Limit, Limits, TimeUnit};
/// let limits: Limits = serde_json::from_str(
///     r#"{"promised": {"amount": 5, "unit": "working_day"}, "statutory": {"amount": 20, "unit": "working_day"}}"#)?;
/// assert!(limits.is_within());
/// let Limit { amount, unit } = limits.promised;
/// assert_eq!(format!("{amount}{}", unit.label()), "5工作日");
/// // in another unit nothing is compared, and the standard is refused
/// assert!(!Limits { promised: Limit { amount: 5, unit: TimeUnit::Day }, ..limits }.is_within());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// 承诺时限: what the standard promises, from acceptance.
    pub promised: Limit,
    /// 法定时限, where the law sets one.
    #[serde(default)]
    pub statutory: Option<Limit>,
}

impl Limits {
    /// Promised at most the statutory one, in the same unit.
    pub fn is_within(&self) -> bool {
        self.statutory.is_none_or(|it| self.promised.is_within(it))
    }
}
