use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    body::Department,
    law::Fact,
    place::Region,
    text::{Mark, Text},
};

/// 终止: what runs is given its last day, or an earlier one than it had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// 终止对象: what ends.
    pub ends: Ends,
    /// 最后一日: its last day: at the earliest the one before this is recorded, so that it closes to what is filed from that day.
    #[serde(with = "crate::time::Iso")]
    pub last: NaiveDate,
    /// 理由: why.
    pub reason: Text,
}

/// 终止对象: what can end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ends {
    /// “2号章”使用协议, by its number: it closes to cases filed after its last day, and runs off for those filed before (`S4`).
    Agreement(Mark),
    /// 收件权限, by its number.
    Permission(Mark),
    /// 专家: one leaves the pool, by its number.
    Expert(Mark),
    /// 约束指标, by its number.
    Ceiling(Mark),
    /// 派驻: the staff of a department leave a region's window.
    Posting {
        /// 部门: whose staff.
        department: Department,
        /// 区域: which region's window.
        region: Region,
    },
}

impl From<&Ends> for Fact {
    fn from(it: &Ends) -> Self {
        match it {
            Ends::Agreement(number) | Ends::Permission(number) | Ends::Expert(number) | Ends::Ceiling(number) => {
                number.into()
            }
            Ends::Posting { department, region } => Self::List(vec![(*department).into(), (*region).into()]),
        }
    }
}
