use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    body::Department,
    law::Fact,
    place::Region,
    term::{named, terms},
    text::{Mark, Person, Text},
};

/// 印章编号: which Seal No. 2: numbers are unique per department (`C6`), and an electronic twin has one of its own (`S22`).
///
/// ```
/// use tongquan::{Department, Office, register::SealId};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let seal: SealId = serde_json::from_str(r#"{"department": "transport", "number": 7}"#)?;
/// assert_eq!(seal.to_string(), "市交通运输局2号章第7号");
/// let (region, agreement) = office.now().seal_holder(seal, "2024-03-04".parse()?).ok_or("nobody")?;
/// assert_eq!((region.label(), agreement.number.as_str()), ("汶上县", "XY-transport-07"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealId {
    /// 制章部门: the department that cut it.
    pub department: Department,
    /// 编号, from 1 on; 0 stands for none in particular, and no seal is cut with it.
    pub number: u16,
}

impl fmt::Display for SealId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}2号章第{}号", self.department.label(), self.number)
    }
}

impl From<SealId> for Fact {
    fn from(it: SealId) -> Self {
        // none in particular
        if it.number == 0 {
            let (zh, en) = (it.department.label(), it.department);
            return Self::Told { zh: format!("{zh}的一枚2号章"), en: format!("a Seal No. 2 of the {en}") };
        }
        let en = format!("Seal No. 2, number {} of the {}", it.number, it.department);
        Self::Told { zh: it.to_string(), en }
    }
}

/// 用章流转: what happened to a Seal No. 2 on a day. The events of a seal are recorded in their order; a later one never runs before an earlier,
/// but for its loss, which is recorded when it is found out (`S39`).
///
/// ```
/// use tongquan::{Office, register::{Revision, SealState}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let revision: Revision = serde_json::from_str(r#"{"recorded": "2024-03-07", "seals": [
///   {"seal": {"department": "transport", "number": 7}, "on": "2024-03-06", "event": {"lost": {"reason": "（虚构）外出途中遗失"}}}]}"#)?;
/// let (later, seal) = (office.record(&revision)?, revision.seals[0].seal);
/// let wednesday = "2024-03-06".parse()?;
/// assert_eq!(later.now().seal_state(seal, wednesday), Some(SealState::Lost)); // a loss alone is dated back
/// assert_eq!(later.on(wednesday).seal_state(seal, wednesday), Some(SealState::InService)); // as was known that day
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealEvent {
    /// 印章: the seal that it happened to.
    pub seal: SealId,
    /// 起始日: the first day on which it is so.
    #[serde(with = "crate::time::Iso")]
    pub on: NaiveDate,
    /// 事件: what happened to it.
    pub event: SealStep,
}

/// 印章环节: what can happen to a seal. [`SEAL_LIFE`](super::SEAL_LIFE) says what follows what.
///
/// ```
/// use tongquan::register::{SealState, SealStep};
/// let step: SealStep = serde_json::from_str(r#"{"suspended": {"reason": "（虚构）核查用章登记"}}"#)?;
/// assert_eq!((step.kind().label(), step.reason().map(|it| it.as_str())), ("暂停使用", Some("（虚构）核查用章登记")));
/// // whether it can happen now, before the row is recorded
/// assert_eq!(SealState::after(Some(SealState::InService), step.kind()), Some(SealState::Suspended));
/// assert_eq!(SealState::after(Some(SealState::Withdrawn), step.kind()), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SealStep {
    /// 刻制编号: it is cut and numbered.
    Cut {
        /// 电子印章: the number of the physical seal whose electronic twin it is; none for a physical one (`S22`).
        #[serde(default)]
        twin_of: Option<u16>,
    },
    /// 移交: to the region of an agreement that runs.
    HandedOver {
        /// 协议编号: the number of the agreement.
        agreement: Mark,
    },
    /// 续签: held by the same region under this agreement from then on.
    Renewed {
        /// 协议编号: the number of the new agreement.
        agreement: Mark,
    },
    /// 暂停使用: it is not to be used for a time (`S21`).
    Suspended {
        /// 理由: why it is suspended.
        reason: Text,
    },
    /// 恢复使用: it may be used again.
    Restored {
        /// 理由: why it may be used again.
        reason: Text,
    },
    /// 收回: the department takes it back.
    Withdrawn {
        /// 理由: why it is taken back.
        reason: Text,
    },
    /// 遗失: it is lost; nothing follows (`S40`).
    Lost {
        /// 情况: how it was lost.
        reason: Text,
    },
}

impl SealStep {
    /// Which kind of event.
    pub const fn kind(&self) -> SealStepKind {
        match self {
            Self::Cut { .. } => SealStepKind::Cut,
            Self::HandedOver { .. } => SealStepKind::HandedOver,
            Self::Renewed { .. } => SealStepKind::Renewed,
            Self::Suspended { .. } => SealStepKind::Suspended,
            Self::Restored { .. } => SealStepKind::Restored,
            Self::Withdrawn { .. } => SealStepKind::Withdrawn,
            Self::Lost { .. } => SealStepKind::Lost,
        }
    }
    /// The agreement under which it is held from then on.
    pub const fn agreement(&self) -> Option<&Mark> {
        match self {
            Self::HandedOver { agreement } | Self::Renewed { agreement } => Some(agreement),
            Self::Cut { .. }
            | Self::Suspended { .. }
            | Self::Restored { .. }
            | Self::Withdrawn { .. }
            | Self::Lost { .. } => None,
        }
    }
    /// Why it happened, where a reason is given.
    pub const fn reason(&self) -> Option<&Text> {
        match self {
            Self::Suspended { reason }
            | Self::Restored { reason }
            | Self::Withdrawn { reason }
            | Self::Lost { reason } => Some(reason),
            Self::Cut { .. } | Self::HandedOver { .. } | Self::Renewed { .. } => None,
        }
    }
}

/// 印章环节种类: the kinds of what can happen to a seal.
///
/// ```
/// use tongquan::register::{SealState, SealStepKind};
/// // the buttons of a keeper's page: what can happen to a seal that is suspended
/// let next: Vec<&str> = SealState::events(Some(SealState::Suspended)).map(SealStepKind::label).collect();
/// assert_eq!(next, ["续签", "恢复使用", "收回", "遗失"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SealStepKind {
    /// 刻制编号: it is cut and numbered.
    Cut,
    /// 移交: it is handed over to a region.
    HandedOver,
    /// 续签: it is held under a new agreement.
    Renewed,
    /// 暂停使用: it is not to be used for a time (`S21`).
    Suspended,
    /// 恢复使用: it may be used again.
    Restored,
    /// 收回: the department takes it back.
    Withdrawn,
    /// 遗失: it is lost; nothing follows (`S40`).
    Lost,
}

terms!(SealStepKind {
    Self::Cut => "刻制编号", "cut and numbered";
    Self::HandedOver => "移交", "handed over";
    Self::Renewed => "续签", "held under a new agreement";
    Self::Suspended => "暂停使用", "suspended";
    Self::Restored => "恢复使用", "restored";
    Self::Withdrawn => "收回", "withdrawn";
    Self::Lost => "遗失", "lost";
});
named!(word: SealStepKind);

/// 用章状态. Closed by what can happen to a seal.
///
/// ```
/// use tongquan::{Office, register::SealState};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let seal = serde_json::from_str(r#"{"department": "transport", "number": 7}"#)?;
/// let on = |day: &str| office.now().seal_state(seal, day.parse().expect("a day"));
/// assert_eq!((on("2021-06-24"), on("2021-06-29")), (None, Some(SealState::NotHandedOver))); // cut on the 25th, handed over on the 30th
/// assert_eq!(on("2024-03-04").map(SealState::label), Some("在用"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SealState {
    /// 未移交: cut and numbered, not handed over.
    NotHandedOver,
    /// 在用: handed over, and may be used.
    InService,
    /// 暂停使用: handed over, and not to be used for a time (`S21`).
    Suspended,
    /// 收回: back with the department, which may hand it over again.
    Withdrawn,
    /// 遗失: lost, for good.
    Lost,
}

terms!(SealState {
    Self::NotHandedOver => "未移交", "not handed over";
    Self::InService => "在用", "in service";
    Self::Suspended => "暂停使用", "suspended";
    Self::Withdrawn => "收回", "withdrawn";
    Self::Lost => "遗失", "lost";
});
named!(word: SealState);

/// 用章登记: what the registers say of a seal for one use: the grounds on which that use is judged, kept in the journal.
///
/// ```
/// use tongquan::{Kind, Office};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let (seal, filed, used) = (serde_json::from_str(r#"{"department": "transport", "number": 7}"#)?, "2024-03-04".parse()?, "2024-03-14".parse()?);
/// let record = office.now().seal_record(seal, &"A1-36".parse()?, Kind::Confirmation, used, filed).ok_or("not cut")?;
/// assert!(record.covers_item && record.users.contains(&"wenshang-seal-keeper".parse()?));
/// assert_eq!(record.agreement, Some("XY-transport-07".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealRecord {
    /// 印章: the seal that is to be used.
    pub seal: SealId,
    /// 持章区域: who holds it, or held it last where it was withdrawn; none before it was first handed over.
    pub region: Option<Region>,
    /// 用章协议: the agreement that carries the use; none, and there is no seal.
    pub agreement: Option<Mark>,
    /// 使用人: who may affix it, by that agreement.
    pub users: Vec<Person>,
    /// 使用范围: whether the case's item is within it, by that agreement.
    pub covers_item: bool,
    /// 使用情形: the circumstances of that agreement, by their codes.
    pub circumstances: Vec<Mark>,
    /// 状态: its state on the day of use.
    pub state: SealState,
}
