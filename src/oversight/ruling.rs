use serde::{Deserialize, Serialize};

use super::{Amount, AwardKind};
use crate::term::terms;

/// 补偿、赔偿: what is to be paid.
///
/// ```
/// use tongquan::oversight::Award;
/// let award: Award = serde_json::from_str(r#"{"kind": "compensation", "amount": 50000}"#)?; // in fen
/// assert_eq!((award.kind.label(), award.amount.to_string().as_str()), ("补偿", "CNY 500.00"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// 种类: of which kind.
    pub kind: AwardKind,
    /// 金额: how much is to be paid.
    pub amount: Amount,
}

/// 裁决: how a dispute was ruled, and what follows from it.
///
/// ```
/// use tongquan::oversight::{AwardKind, Ruling};
/// // in fen, as the dispute's conclusion is written
/// let ruling: Ruling = serde_json::from_str(r#"{"overturned": {"award": {"kind": "state_compensation", "amount": 120000}}}"#)?;
/// let award = ruling.award().ok_or("nothing to pay")?;
/// assert_eq!((award.kind, award.amount.zh().as_str()), (AwardKind::StateCompensation, "1200.00元"));
/// assert_eq!(Ruling::Upheld { compensation: None }.award(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ruling {
    /// 维持: the act stands; what it cost the claimant may be made good all the same.
    Upheld {
        /// 补偿: what a lawful act cost the claimant, where it is made good.
        #[serde(default)]
        compensation: Option<Amount>,
    },
    /// 纠正: the act was set aside, changed, found unlawful, or is to be done.
    Overturned {
        /// 补偿、赔偿: what is to be paid, where something is.
        #[serde(default)]
        award: Option<Award>,
    },
    /// 调解、和解: the parties came to terms.
    Settled {
        /// 补偿、赔偿: what is to be paid, where something is.
        #[serde(default)]
        award: Option<Award>,
    },
}

terms!(Ruling {
    Self::Upheld { .. } => "维持", "upheld";
    Self::Overturned { .. } => "纠正", "overturned";
    Self::Settled { .. } => "调解、和解", "settled";
});

impl Ruling {
    /// What is to be paid to the claimant.
    pub fn award(self) -> Option<Award> {
        match self {
            Self::Upheld { compensation } => compensation.map(|amount| Award { kind: AwardKind::Compensation, amount }),
            Self::Overturned { award } | Self::Settled { award } => award,
        }
    }
}
