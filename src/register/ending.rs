use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    body::Department,
    law::Fact,
    place::Region,
    text::{Mark, Text},
};

/// 终止: what runs is given its last day, or an earlier one than it had.
///
/// ```
/// use tongquan::{Office, register::{Ending, Revision}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let ending: Ending = serde_json::from_str(
///     r#"{"ends": {"permission": "SJ-01"}, "last": "2024-03-31", "reason": "（虚构）窗口调整"}"#)?;
/// // it closes to what is filed from the day after its last, which is the day of recording at the earliest
/// let late = Revision { endings: vec![ending.clone()], ..Revision::on("2024-04-05".parse()?) };
/// assert!(office.record(&late).is_err());
/// assert!(office.record(&Revision { endings: vec![ending], ..Revision::on("2024-04-01".parse()?) }).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// 终止对象: what is given its last day.
    pub ends: Ends,
    /// 最后一日: its last day: at the earliest the one before this is recorded, so that it closes to what is filed from that day.
    #[serde(with = "crate::time::Iso")]
    pub last: NaiveDate,
    /// 理由: why it ends.
    pub reason: Text,
}

/// 终止对象: what can end.
///
/// ```
/// use tongquan::{Department, Region, register::{Ending, Ends}};
/// let ending: Ending = serde_json::from_str(r#"{"ends": {"posting": {"department": "public_security", "region": "wenshang"}},
///   "last": "2024-03-31", "reason": "（虚构）撤回窗口"}"#)?;
/// assert_eq!(ending.ends, Ends::Posting { department: Department::PublicSecurity, region: Region::Wenshang });
/// let ends: Ends = serde_json::from_str(r#"{"permission": "SJ-1"}"#)?; // what has a number is named by it
/// assert_eq!(ends, Ends::Permission("SJ-1".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ends {
    /// “2号章”使用协议, by its number: it closes to cases filed after its last day, and runs off for those filed before (`S4`).
    Agreement(Mark),
    /// 收件权限, by its number: the venue takes in no more for it.
    Permission(Mark),
    /// 专家: one leaves the pool, by its number.
    Expert(Mark),
    /// 约束指标, by its number: it counts no more.
    Ceiling(Mark),
    /// 派驻: the staff of a department leave a region's window.
    Posting {
        /// 部门: the department whose staff leave.
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
