use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Adviser, Agreement, Ceiling, Choice, Electronic, Ending, Evidence, Expert, OnPlatform, Permission, Plan, Posting,
    SealEvent, Standard, Stationing,
};
use crate::{
    body::{Agency, Unit},
    catalogue::{Amendment, Checked, OwnItem},
    text::Text,
    time::CalendarYear,
    version::Version,
};

/// 登记批次: what was recorded on one day, as plain data. An office's registers are its revisions in order: rows are added, never edited (`S39`).
///
/// Every list may be left out. A row takes the place of an earlier one that speaks of the same thing, from its first day on.
///
/// ```
/// use tongquan::register::Revision;
/// let first = Revision::on("2021-06-30".parse()?);
/// assert!(first.plans.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// 版本: left out, it is 1, for ever.
    #[serde(default)]
    pub v: Version,
    /// 登记之日: the day on which all of it was recorded.
    #[serde(with = "crate::time::Iso")]
    pub recorded: NaiveDate,
    /// 说明: a word on what it is, for people.
    #[serde(default)]
    pub note: Option<Text>,
    /// 节假日安排: years that follow those of the built-in calendar.
    #[serde(default)]
    pub calendars: Vec<CalendarYear>,
    /// 自有事项: the service's own items.
    #[serde(default)]
    pub own_items: Vec<OwnItem>,
    /// 清单调整: by the city government (`C3`).
    #[serde(default)]
    pub amendments: Vec<Amendment>,
    /// 核对: until when the list was held against the city's publications (`S31`).
    #[serde(default)]
    pub checked: Vec<Checked>,
    /// 承办、监管和执法单位: units of the regions. One that is recorded again has a new name.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// 市级其他单位: city bodies that the document does not name.
    #[serde(default)]
    pub agencies: Vec<Agency>,
    /// 合作单位: partners that run windows: banks, keepers of kiosks.
    #[serde(default)]
    pub partners: Vec<Agency>,
    /// 承接落实方案: who handles what in a region (`C2`).
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// 自行确定: what regions chose for three-tier items (`A2`).
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// 进驻: items that sit at a region's centre (`C2`).
    #[serde(default)]
    pub stationings: Vec<Stationing>,
    /// 派驻: city staff at a region's window (`C1`).
    #[serde(default)]
    pub postings: Vec<Posting>,
    /// 业务指导员: whom the regions may ask (`C10`).
    #[serde(default)]
    pub advisers: Vec<Adviser>,
    /// 专家库: who is in the pools of the departments (`C8`).
    #[serde(default)]
    pub experts: Vec<Expert>,
    /// 纳入平台运行: items that run on the platform (`C4`).
    #[serde(default)]
    pub on_platform: Vec<OnPlatform>,
    /// 电子印章、电子证照: which are there for which items (`C5`).
    #[serde(default)]
    pub electronics: Vec<Electronic>,
    /// 业务手册: handbooks, and the regions' own standards (`C7`).
    #[serde(default)]
    pub standards: Vec<Standard>,
    /// “2号章”使用协议: under which regions use Seals No. 2 (`C6`).
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    /// 2号章: what happened to each, in order.
    #[serde(default)]
    pub seals: Vec<SealEvent>,
    /// 收件权限: venues that take in other places' business (`C13` to `C15`).
    #[serde(default)]
    pub permissions: Vec<Permission>,
    /// 约束指标: ceilings that departments set (`C7`).
    #[serde(default)]
    pub ceilings: Vec<Ceiling>,
    /// 终止: what is given its last day.
    #[serde(default)]
    pub endings: Vec<Ending>,
    /// 履责证据: that duties of the document were done.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl Revision {
    /// An empty one.
    pub const fn on(recorded: NaiveDate) -> Self {
        Self {
            v: Version,
            recorded,
            note: None,
            calendars: Vec::new(),
            own_items: Vec::new(),
            amendments: Vec::new(),
            checked: Vec::new(),
            units: Vec::new(),
            agencies: Vec::new(),
            partners: Vec::new(),
            plans: Vec::new(),
            choices: Vec::new(),
            stationings: Vec::new(),
            postings: Vec::new(),
            advisers: Vec::new(),
            experts: Vec::new(),
            on_platform: Vec::new(),
            electronics: Vec::new(),
            standards: Vec::new(),
            agreements: Vec::new(),
            seals: Vec::new(),
            permissions: Vec::new(),
            ceilings: Vec::new(),
            endings: Vec::new(),
            evidence: Vec::new(),
        }
    }
}
