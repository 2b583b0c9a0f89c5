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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealId {
    /// 制章部门: the department that cut it.
    pub department: Department,
    /// 编号, from 1 on; 0 stands for none in particular.
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealEvent {
    /// 印章: which seal.
    pub seal: SealId,
    /// 起始日: the first day on which it is so.
    #[serde(with = "crate::time::Iso")]
    pub on: NaiveDate,
    /// 事件: what happened.
    pub event: SealStep,
}

/// 印章环节: what can happen to a seal. [`SEAL_LIFE`](super::SEAL_LIFE) says what follows what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SealStep {
    /// 刻制编号
    Cut {
        /// 电子印章: the number of the physical seal whose electronic twin it is; none for a physical one (`S22`).
        #[serde(default)]
        twin_of: Option<u16>,
    },
    /// 移交: to the region of an agreement that runs.
    HandedOver {
        /// 协议编号: its number.
        agreement: Mark,
    },
    /// 续签: held by the same region under this agreement from then on.
    Renewed {
        /// 协议编号: its number.
        agreement: Mark,
    },
    /// 暂停使用 (`S21`)
    Suspended {
        /// 理由: why.
        reason: Text,
    },
    /// 恢复使用
    Restored {
        /// 理由: why.
        reason: Text,
    },
    /// 收回
    Withdrawn {
        /// 理由: why.
        reason: Text,
    },
    /// 遗失
    Lost {
        /// 情况: how.
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

/// The kinds of what can happen to a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SealStepKind {
    /// 刻制编号
    Cut,
    /// 移交
    HandedOver,
    /// 续签
    Renewed,
    /// 暂停使用
    Suspended,
    /// 恢复使用
    Restored,
    /// 收回
    Withdrawn,
    /// 遗失
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SealState {
    /// 未移交: cut and numbered, not handed over.
    NotHandedOver,
    /// 在用: handed over.
    InService,
    /// 暂停使用
    Suspended,
    /// 收回
    Withdrawn,
    /// 遗失
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealRecord {
    /// 印章: which seal.
    pub seal: SealId,
    /// 持章区域: who holds it, or held it last where it was withdrawn; none before it was first handed over.
    pub region: Option<Region>,
    /// 用章协议: the agreement that carries the use; none, and there is no seal.
    pub agreement: Option<Mark>,
    /// 使用人 of that agreement.
    pub users: Vec<Person>,
    /// Whether the case's item is within its 使用范围.
    pub covers_item: bool,
    /// 使用情形 of that agreement.
    pub circumstances: Vec<Mark>,
    /// 状态: its state on the day of use.
    pub state: SealState,
}
