use std::fmt;

use serde::{Serialize, Serializer};
use strum::IntoEnumIterator;

use super::{Declared, ValueKind};
use crate::{case::StepKind, exports::word::Word};

/// 对象类型: what events are of.
///
/// ```
/// use tongquan::exports::ocel::ObjectType;
/// let names: Result<Vec<String>, _> = ObjectType::all().map(|it| serde_json::to_string(&it)).collect();
/// assert_eq!(names?.join(" "), r#""case" "seal" "licence" "item" "body""#);
/// assert!(ObjectType::Seal.attributes().iter().any(|it| it.name == "seal_number"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum ObjectType {
    /// 办件: `case`, by its number.
    // not named as the type is, whose name the compiler then tells with its path
    #[serde(rename = "case")]
    CaseFile,
    /// 2号章: `seal`, by department and number.
    Seal,
    /// 证照: `licence`, by the number of the case that issued it.
    Licence,
    /// 事项: `item`, by its key. How it stands depends on the day and the region, so that is told of the case.
    Item,
    /// 单位: `body`, by what it is, its region where it belongs to one, and its id.
    Body,
}

/// 事件类型: what can happen.
///
/// ```
/// use tongquan::{case::StepKind, exports::ocel::EventType};
/// assert_eq!(EventType::Step(StepKind::AffixSealNo2).to_string(), "affix_seal_no2");
/// assert_eq!(EventType::all().count(), 29);
/// assert!(EventType::all().all(|it| it.attributes().iter().any(|it| it.name == "version")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventType {
    /// 收件: `file`, the filing of a case.
    File,
    /// 环节: a step of a case, under the word that journals use.
    Step(StepKind),
    /// 证照入账: `enter_licence`, the opening of its dossier.
    EnterLicence,
    /// 证照变更: `change_licence`, a change of a licence.
    ChangeLicence,
    /// 证照注销: `cancel_licence`, the end of a licence.
    CancelLicence,
    /// 证照归集: `sync_licence`, an act told to a repository.
    SyncLicence,
}

/// 关系: what an event has to do with an object, or an object with another. An event has one thing to do with an object: the first of these that applies.
///
/// ```
/// use tongquan::{AnyCase, exports::{Ocel, ocel::Qualifier}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let log = Ocel::of([case.record()], []);
/// let sealing = log.events().iter().find(|it| it.kind.to_string() == "affix_seal_no2").ok_or("not sealed")?;
/// let told: Vec<_> = sealing.relations.iter().map(|it| it.qualifier).collect();
/// assert_eq!(told, [Qualifier::OfCase, Qualifier::Actor, Qualifier::SealAffixed]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// 所属办件: `case`, a step and its case.
    #[serde(rename = "case")]
    OfCase,
    /// 所属事项: a filing, or a case, and its item.
    Item,
    /// 行为单位: an event and the body for which it was done.
    Actor,
    /// 接收单位: a report or push and those that it was sent to.
    Addressee,
    /// 有权单位: a refusal to accept and the body that is competent instead.
    Competent,
    /// 用印: a sealing and the Seal No. 2.
    SealAffixed,
    /// 制证: the issue and the licence.
    LicenceIssued,
    /// 送达: the delivery and the licence that was issued.
    LicenceDelivered,
    /// 入账: the opening of the dossier and the licence.
    LicenceEntered,
    /// 变更: a change and the licence.
    LicenceChanged,
    /// 注销: the cancellation and the licence.
    LicenceCancelled,
    /// 归集: a sync and the licence.
    LicenceSynced,
    /// 变更办件: a change of a licence, or the licence, and the case by which it was applied for.
    AppliedForBy,
    /// 前一办件: a case and the earlier one of the same matter (`S9`).
    Follows,
    /// 所盖印章: a case and the Seal No. 2 on its decision.
    SealedWith,
    /// 所发证照: a case and the licence that it issued.
    Licence,
}

impl ObjectType {
    /// Each type of object, in the order in which a log declares them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// The attributes that objects of the type can have.
    pub const fn attributes(self) -> &'static [Declared] {
        match self {
            Self::CaseFile => &[
                NUMBER,
                FOLLOWS,
                REGION,
                REGION_NAME,
                REGION_CODE,
                TOWNSHIP,
                VENUE,
                CROSSING,
                KIND,
                DEPARTMENT,
                STANDING,
                MODALITY,
                EDITION,
                STANDARD,
                PROMISED,
                PROMISED_UNIT,
                STATUTORY,
                STATUTORY_UNIT,
                GAPS,
                STAGE,
                RESULT,
                OUTCOME,
            ],
            Self::Seal => &[DEPARTMENT, DEPARTMENT_NAME, SEAL_NUMBER],
            Self::Licence => &[CASE, NUMBER, NAME, STATE, UNTIL],
            Self::Item => &[KEY, NAME],
            Self::Body => &[TIER, REGION, UNIT_KIND, NAME],
        }
    }
}

impl EventType {
    /// Each type of event: the filing, the steps in the order of the lifecycle table, and what happens to licences.
    pub fn all() -> impl Iterator<Item = Self> {
        let licence = [Self::EnterLicence, Self::ChangeLicence, Self::CancelLicence, Self::SyncLicence];
        std::iter::once(Self::File).chain(StepKind::iter().map(Self::Step)).chain(licence)
    }

    /// The attributes that events of the type can have.
    pub const fn attributes(self) -> &'static [Declared] {
        match self {
            Self::File => &[VERSION, STAGE, MATERIALS, GAPS],
            Self::Step(step) => of_step(step),
            Self::EnterLicence => &[VERSION, UNTIL],
            Self::ChangeLicence => &[VERSION, UNTIL, BY_CASE],
            Self::CancelLicence => &[VERSION, GROUND],
            Self::SyncLicence => &[VERSION, ACT, REPOSITORY],
        }
    }
}

const fn of_step(step: StepKind) -> &'static [Declared] {
    match step {
        StepKind::AskForCorrections => &[VERSION, STAGE, MATERIALS, PERIOD],
        StepKind::HandInCorrections => &[VERSION, STAGE, MATERIALS],
        StepKind::NotAccept => &[VERSION, STAGE, GROUND, PERIOD],
        StepKind::Accept | StepKind::DeemAccepted | StepKind::Lapse => &[VERSION, STAGE, PERIOD],
        StepKind::TakeReviewStep => &[VERSION, STAGE, STEP, OFFICERS],
        StepKind::Suspend => &[VERSION, STAGE, PROCEDURE, NEEDS, NEEDS_UNIT],
        StepKind::Extend => &[VERSION, STAGE, WORKING_DAYS, PERIOD],
        StepKind::Transfer => &[VERSION, STAGE, EDITION, STANDARD],
        StepKind::DecideFavourably => &[VERSION, STAGE, ATTESTED],
        StepKind::DecideUnfavourably => &[VERSION, STAGE, UNMET],
        StepKind::AffixSealNo2 => &[VERSION, STAGE, CIRCUMSTANCE, DOCUMENTS, AGREEMENT],
        StepKind::IssueLicence => &[VERSION, STAGE, NUMBER],
        StepKind::Push => &[VERSION, STAGE, SEATS],
        StepKind::Acknowledge => &[VERSION, STAGE, MESSAGE, REJECTED],
        StepKind::CorrectOnSpot
        | StepKind::PassOn
        | StepKind::Resume
        | StepKind::AffixSeal
        | StepKind::Deliver
        | StepKind::Report
        | StepKind::Close
        | StepKind::Withdraw => &[VERSION, STAGE],
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("file"),
            Self::Step(step) => Word(step).fmt(f),
            Self::EnterLicence => f.write_str("enter_licence"),
            Self::ChangeLicence => f.write_str("change_licence"),
            Self::CancelLicence => f.write_str("cancel_licence"),
            Self::SyncLicence => f.write_str("sync_licence"),
        }
    }
}

impl Serialize for EventType {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

macro_rules! attributes {
    ($($NAME:ident: $kind:ident = $name:literal, $meaning:literal;)+) => {
        $(#[doc = $meaning] pub(super) const $NAME: Declared = Declared { name: $name, kind: ValueKind::$kind };)+
    };
}

attributes! {
    ACT: Integer = "act", "所归集的行为: which act of the licence, counted from 0, its issue.";
    AGREEMENT: String = "agreement", "用章协议: the number of the agreement that carries the use.";
    ATTESTED: Integer = "attested", "how many conditions were attested.";
    BY_CASE: String = "by_case", "变更办件: the number of the case that applied for it, whether it is in the log or not.";
    CASE: String = "case", "办件编号: of the case that issued it, whether it is in the log or not.";
    CIRCUMSTANCE: String = "circumstance", "使用情形, by the agreement's code.";
    CROSSING: Boolean = "crossing", "跨县市区";
    DEPARTMENT: String = "department", "市级实施部门; none, as a word, where a later edition names none.";
    DEPARTMENT_NAME: String = "department_name", "its name.";
    DOCUMENTS: Integer = "documents", "how many documents were sealed.";
    EDITION: Integer = "edition", "事项清单版次";
    FOLLOWS: String = "follows", "前一办件: the number of the earlier case, whether it is in the log or not.";
    GAPS: Integer = "gaps", "缺项: how many things were missing (S11).";
    GROUND: String = "ground", "理由, by its word: of what was not accepted, or of a cancellation.";
    KEY: String = "key", "事项编号";
    KIND: String = "kind", "事项类型";
    MATERIALS: Integer = "materials", "how many materials were filed, asked for or handed in.";
    MESSAGE: String = "message", "the message that is answered: report, or the seat of a push.";
    MODALITY: String = "modality", "同权方式; none, as a word, where a later edition has none here.";
    NAME: String = "name", "名称: of an item in the lists as signed; of a licence in the standard; of a body as it is called since.";
    NEEDS: Integer = "needs", "the time that a proceeding needs.";
    NEEDS_UNIT: String = "needs_unit", "working_day or day.";
    NUMBER: String = "number", "办件编号、证照编号";
    OFFICERS: Integer = "officers", "核查人员: how many made the check, where that is told.";
    OUTCOME: String = "outcome", "决定名称: the standard's word for a favourable decision.";
    PERIOD: String = "period", "期限状态: how the period stood that the step asks about: unset, running, over or uncovered.";
    PROCEDURE: String = "procedure", "特别程序, by the standard's code.";
    PROMISED: Integer = "promised", "承诺时限; void where its unit is none.";
    PROMISED_UNIT: String = "promised_unit", "working_day or day; none where a later standard sets none.";
    REGION: String = "region", "县（市、区）、功能区";
    REGION_CODE: String = "region_code", "its code; three of the zones have none.";
    REGION_NAME: String = "region_name", "its name.";
    REJECTED: Boolean = "rejected", "是否退回";
    REPOSITORY: String = "repository", "证照库";
    RESULT: String = "result", "favourable, unfavourable, not_accepted, withdrawn or lapsed.";
    SEAL_NUMBER: Integer = "seal_number", "编号";
    SEATS: String = "seats", "席位: the seats that it was pushed to, a blank between them.";
    STAGE: String = "stage", "阶段: after the event; of a case, since when.";
    STANDARD: Integer = "standard", "标准版次; 0 where no handbook was on record.";
    STANDING: String = "standing", "事项归属";
    STATE: String = "state", "证照状态";
    STATUTORY: Integer = "statutory", "法定时限; void where its unit is none.";
    STATUTORY_UNIT: String = "statutory_unit", "working_day or day; none where a later standard sets none.";
    STEP: String = "step", "审查环节, by the standard's code.";
    TIER: String = "tier", "department, city, unit or partner.";
    TOWNSHIP: String = "township", "所在乡镇（街道）, by its code, where it was told as finely.";
    UNIT_KIND: String = "unit_kind", "what a region's unit is to a case.";
    UNMET: Integer = "unmet", "how many conditions were not met.";
    UNTIL: String = "until", "有效期至, a day; endless where it does not end by itself.";
    VENUE: String = "venue", "办理地点, by its kind.";
    VERSION: Integer = "version", "版本: of the case or the dossier, which the event made.";
    WORKING_DAYS: Integer = "working_days", "延长的工作日数";
}
