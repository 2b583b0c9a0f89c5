use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Items;
use crate::{
    body::Department,
    catalogue::Item,
    place::Region,
    term::{named, terms},
    text::{Mark, Person, Text},
};

/// “2号章”使用协议: by which a city department lets a region affix its Seal No. 2 (`C6`). No agreement, no seal.
///
/// ```
/// use tongquan::{Edition, Office};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let agreement = office.now().agreement(&"XY-transport-07".parse()?).ok_or("none")?; // of 汶上县
/// assert!(agreement.items.covers(Edition::built_in().look_up("A1-36")?));
/// let circumstances: Vec<&str> = agreement.circumstances.iter().map(|it| it.code.as_str()).collect();
/// assert_eq!(circumstances, ["decision", "licence"]); // what a use names, and what its user may be asked to pick from
/// assert_eq!((agreement.users[0].as_str(), agreement.until), ("wenshang-seal-keeper", None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// 协议编号: its number, given once.
    pub number: Mark,
    /// 部门: the department whose seal it is.
    pub department: Department,
    /// 区域: the region that holds it.
    pub region: Region,
    /// 使用人: who may affix it.
    pub users: Vec<Person>,
    /// 使用范围: for which items.
    pub items: Items,
    /// 使用情形: in which circumstances.
    pub circumstances: Vec<Circumstance>,
    /// 保管要求: how the region keeps the seal, in words.
    pub custody: Text,
    /// 责任承担: who is liable for its use, in words.
    pub liability: Text,
    /// 起始日: the first day on which it holds.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 截止日: last day for new cases; those filed up to it run off under it (`S4`). An [`Ending`](super::Ending) may bring it forward.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
}

impl Agreement {
    /// Whether an item is one that its department has the region review.
    pub(super) fn may_cover(&self, item: Item<'_>) -> bool {
        item.department() == Some(self.department) && item.is_in_review(self.region)
    }
}

/// 协议状态: what an agreement does on a day.
///
/// ```
/// use tongquan::{Office, register::{AgreementState, Revision}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2024-03-05",
///   "endings": [{"ends": {"agreement": "XY-transport-07"}, "last": "2024-03-31", "reason": "（虚构）协议到期"}]}"#)?;
/// let (office, number) = (office.record(&revision)?, "XY-transport-07".parse()?);
/// let on = |day: &str| office.now().agreement_state(&number, day.parse().expect("a day"));
/// assert_eq!((on("2021-06-24"), on("2024-03-31")), (Some(AgreementState::NotBegun), Some(AgreementState::Open)));
/// assert_eq!(on("2024-04-01"), Some(AgreementState::RunningOff)); // for the cases filed up to 03-31
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// 未生效: it has not begun.
    NotBegun,
    /// 有效: it takes new cases.
    Open,
    /// 过渡: it has closed, and runs off for the cases filed up to its last day (`S4`).
    RunningOff,
}

terms!(AgreementState {
    Self::NotBegun => "未生效", "not begun";
    Self::Open => "有效", "open to new cases";
    Self::RunningOff => "已终止，仅办结此前收件的办件", "closed, running off";
});
named!(word: AgreementState);

/// 使用情形: a circumstance of use.
///
/// ```
/// use tongquan::{Office, register::Circumstance};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let agreement = office.now().agreement(&"XY-transport-07".parse()?).ok_or("none")?;
/// let Circumstance { code, name } = &agreement.circumstances[0]; // a use of the seal names the code
/// assert_eq!((code.as_str(), name.as_str()), ("decision", "对申请作出决定的文书"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// 编号: its code, which a use of the seal names.
    pub code: Mark,
    /// 名称: what it is.
    pub name: Text,
}
