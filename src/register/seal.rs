use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    body::Department,
    law::Fact,
    place::Region,
    term::terms,
    text::{Mark, Person},
};

/// Which Seal No. 2: numbers are unique per department (`C6`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealId {
    /// The department that cut it.
    pub department: Department,
    /// 编号
    pub number: u16,
}

impl fmt::Display for SealId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}2号章第{}号", self.department.label(), self.number)
    }
}

impl From<SealId> for Fact {
    fn from(it: SealId) -> Self {
        Self::List(vec![it.department.into(), Self::Number(u64::from(it.number))])
    }
}

/// A Seal No. 2 on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealRow {
    /// Which.
    pub seal: SealId,
    /// Who holds it under which agreement, in the order of days.
    pub holdings: Vec<Holding>,
    /// Its life, in the order of days.
    pub service: Vec<Service>,
}

/// From a day on, a seal is held by a region under an agreement; a renewed agreement is a new row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// First day.
    #[serde(with = "crate::time::iso")]
    pub from: NaiveDate,
    /// Who holds it.
    pub region: Region,
    /// The agreement under which it was handed over.
    pub agreement: Mark,
}

/// From a day on, a seal is in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// First day.
    #[serde(with = "crate::time::iso")]
    pub from: NaiveDate,
    /// The state.
    pub state: SealState,
}

/// 用章状态
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
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

impl SealRow {
    /// Who holds it on a day, and under which agreement.
    pub fn holding_on(&self, day: NaiveDate) -> Option<&Holding> {
        self.holdings.iter().rev().find(|it| it.from <= day)
    }
    /// The holdings that can carry a use on a day for a case filed on another, best first. They are the present holder's alone, since it took
    /// the seal over: the one that the case was filed under (`S4`), then those begun since.
    pub(super) fn holdings_for(&self, used: NaiveDate, filed: NaiveDate) -> impl Iterator<Item = &Holding> {
        let begun = self.holdings.iter().take_while(|it| it.from <= used).count();
        let begun = self.holdings.get(..begun).unwrap_or_default();
        let foreign = |it: &Holding| begun.last().is_some_and(|last| last.region != it.region);
        let own = begun.iter().rposition(foreign).map_or(0, |at| at + 1);
        let own = begun.get(own..).unwrap_or_default();
        let filed_under = own.iter().rposition(|it| it.from <= filed).unwrap_or(0);
        own.get(filed_under..).unwrap_or_default().iter()
    }
    /// Its state on a day.
    pub fn state_on(&self, day: NaiveDate) -> SealState {
        self.service.iter().rev().find(|it| it.from <= day).map_or(SealState::NotHandedOver, |it| it.state)
    }
}

/// What the registers say of a seal for one use: the grounds on which that use is judged, kept in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealRecord {
    /// Which seal.
    pub seal: SealId,
    /// Who holds it.
    pub region: Region,
    /// The agreement that carries the use; none, and there is no seal.
    pub agreement: Option<Mark>,
    /// 使用人 of that agreement.
    pub users: Vec<Person>,
    /// Whether the case's item is within its 使用范围.
    pub covers_item: bool,
    /// 使用情形 of that agreement.
    pub circumstances: Vec<Mark>,
    /// Its state on the day of use.
    pub state: SealState,
}
