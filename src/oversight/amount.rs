use std::{fmt, num::NonZeroU64};

use serde::{Deserialize, Serialize};

use crate::{law::Fact, register::yuan};

/// 金额: a sum of money in fen 分, hundredths of a yuan; at least one.
///
/// ```
/// use tongquan::oversight::Amount;
/// let amount = Amount::fen(125_050).ok_or("nothing")?;
/// assert_eq!((amount.zh(), amount.to_string()), ("1250.50元".to_owned(), "CNY 1250.50".to_owned()));
/// assert_eq!(Amount::fen(0), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Amount(NonZeroU64);

impl Amount {
    /// So many fen; nothing is no amount.
    pub const fn fen(fen: u64) -> Option<Self> {
        match NonZeroU64::new(fen) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }
    /// How many fen.
    pub const fn in_fen(self) -> u64 {
        self.0.get()
    }
    /// The same in Chinese.
    pub fn zh(self) -> String {
        format!("{}元", yuan(self.in_fen()))
    }
    /// Both added up; what is more than can be counted stays at the most.
    pub(super) const fn plus(self, other: Option<Self>) -> Self {
        match other {
            Some(other) => Self(self.0.saturating_add(other.in_fen())),
            None => self,
        }
    }
    /// What is left of it after a part; none where nothing is.
    pub(super) const fn less(self, part: Option<Self>) -> Option<Self> {
        match part {
            Some(part) => Self::fen(self.in_fen().saturating_sub(part.in_fen())),
            None => Some(self),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CNY {}", yuan(self.in_fen()))
    }
}

impl From<Amount> for Fact {
    fn from(it: Amount) -> Self {
        Self::told_by(&it)
    }
}
