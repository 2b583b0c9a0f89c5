//! 阶段: one struct per stage, with the data that exists in it and no more. None can be made outside the crate, nor read from bytes.

use std::{fmt::Debug, sync::Arc};

use super::{Desk, StageKind, steps::Ground};
use crate::{
    law::Permit,
    register::SealId,
    text::{Mark, Person, Text},
    time::Moment,
};

/// 阶段: a stage of a case. The stages of the lifecycle implement it, and nothing else.
///
/// ```
/// use tongquan::{AnyCase, Case, case::Stage};
/// // what a screen says of a case at any stage
/// fn heading<S: Stage>(case: &Case<S>) -> String {
///     format!("{}：{}", case.record().id(), S::KIND.label())
/// }
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let AnyCase::Closed(case) = case else { return Err("at another stage".into()) };
/// assert_eq!(heading(&case), "2024-000001：归档");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "阶段只能由本库规定: `{Self}` is no stage of a case",
    label = "no stage of the lifecycle",
    note = "环节只减不增 (C7): the lifecycle table lists every stage; see `tongquan::case::StageKind`"
)]
pub trait Stage: Clone + Eq + Debug + sealed::Sealed {
    /// The stage at run time.
    const KIND: StageKind;
}

mod sealed {
    /// Held by the stages of this crate alone.
    #[diagnostic::on_unimplemented(
        message = "阶段只能由本库规定: `{Self}` cannot be made a stage outside this crate",
        label = "no stage of the lifecycle",
        note = "环节只减不增 (C7): the lifecycle table lists every stage; see `tongquan::case::StageKind`"
    )]
    pub trait Sealed {}
}

/// 决定之前: a stage before the decision: the applicant may still take the application back.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, Case, case::{Record, StepKind, stage::BeforeDecision}};
/// // a decided case does not compile here
/// fn may_be_withdrawn<S: BeforeDecision>(case: &Case<S>) -> &Record {
///     case.record()
/// }
/// let (AnyCase::Accepted(case), ..) = before("review", StepKind::DecideFavourably)? else { return Err("at another stage".into()) };
/// assert!(may_be_withdrawn(&case).docket().decided().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "此阶段不在决定之前: at `{Self}` a case is past its decision, or has ended",
    label = "no stage before the decision",
    note = "撤件和改用新版只在决定之前 (C7, S4): withdrawal and a move to a later edition end with the decision"
)]
pub trait BeforeDecision: Stage {
    #[doc(hidden)]
    fn at_desk(self, permit: &Permit, put: impl FnOnce(Desk) -> Desk) -> Self;
}

/// 决定之后: a stage from the decision on: reports and pushes run beside it until the case is closed.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, Case, case::{Duty, StepKind, stage::AfterDecision}};
/// // a case that is not decided owes no message, and does not compile here
/// fn owed<S: AfterDecision>(case: &Case<S>) -> impl Iterator<Item = &Duty> {
///     case.record().duties().iter().filter(|it| !it.is_done())
/// }
/// let (AnyCase::Decided(case), ..) = before("review", StepKind::AffixSealNo2)? else { return Err("at another stage".into()) };
/// assert_eq!(owed(&case).count(), 5); // the report and four pushes
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "此阶段不在决定与归档之间: at `{Self}` a case is not decided yet, or has ended",
    label = "no stage from the decision to the archive",
    note = "先有决定，后有报备和推送 (C4, C12): they run beside the case from the decision until it is closed"
)]
pub trait AfterDecision: Stage {}

macro_rules! stages {
    ($($Stage:ident),+) => {$(
        impl sealed::Sealed for $Stage {}
        impl Stage for $Stage {
            const KIND: StageKind = StageKind::$Stage;
        }
    )+};
}
stages!(
    Filed,
    Correcting,
    Accepted,
    Suspended,
    Decided,
    Sealed,
    Licensed,
    Concluded,
    Closed,
    NotAccepted,
    Withdrawn,
    Lapsed
);

macro_rules! before_decision {
    ($($Stage:ident),+) => {$(
        impl BeforeDecision for $Stage {
            fn at_desk(self, _: &Permit, put: impl FnOnce(Desk) -> Desk) -> Self {
                Self { desk: put(self.desk), ..self }
            }
        }
    )+};
}
before_decision!(Filed, Correcting, Accepted);

impl BeforeDecision for Suspended {
    fn at_desk(mut self, permit: &Permit, put: impl FnOnce(Desk) -> Desk) -> Self {
        *self.accepted = self.accepted.at_desk(permit, put);
        self
    }
}

impl AfterDecision for Decided {}
impl AfterDecision for Sealed {}
impl AfterDecision for Licensed {}
impl AfterDecision for Concluded {}

/// 收件: the papers are taken in; the period for the notice runs, that to decide not yet.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::{Desk, StepKind}};
/// let (AnyCase::Filed(case), ..) = before("foreign_venue", StepKind::PassOn)? else { return Err("at another stage".into()) };
/// assert_eq!(case.stage().at().day(), "2024-03-04".parse()?);
/// assert_eq!(case.stage().desk(), &Desk::Venue); // taken in online, and still to be passed on
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    pub(super) at: Moment,
    pub(super) desk: Desk,
}

/// 补正: the one notice is out, and what it asks for is awaited.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::StepKind};
/// let (AnyCase::Correcting(case), ..) = before("review", StepKind::HandInCorrections)? else { return Err("at another stage".into()) };
/// assert_eq!(case.stage().asked()[0].as_str(), "form");
/// assert!(case.stage().supplied().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correcting {
    pub(super) since: Moment,
    pub(super) desk: Desk,
    pub(super) asked: Vec<Mark>,
    pub(super) supplied: Vec<Mark>,
}

/// 受理: accepted, so the clock runs; under review.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::StepKind};
/// let (AnyCase::Accepted(case), ..) = before("review", StepKind::DecideFavourably)? else { return Err("at another stage".into()) };
/// let reviewed: Vec<&str> = case.stage().reviewed().iter().map(|it| it.as_str()).collect();
/// assert_eq!(reviewed, ["desk", "site", "opinion"]);
/// assert!(!case.stage().is_extended());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub(super) at: Moment,
    pub(super) desk: Desk,
    pub(super) extended: bool,
    pub(super) reviewed: Vec<Mark>,
}

/// 特别程序: the clock stands for a proceeding that the standard provides for.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::{Period, StepKind}};
/// let (AnyCase::Suspended(case), ..) = before("withdrawn", StepKind::Resume)? else { return Err("at another stage".into()) };
/// let clock = case.record().clock(Period::Promised).ok_or("no limit")?;
/// assert_eq!(clock.stops()[0].from, case.stage().since().day()); // it has stood since
/// assert!(!case.stage().accepted().is_extended());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspended {
    pub(super) accepted: Box<Accepted>,
    pub(super) since: Moment,
    pub(super) procedure: Mark,
}

/// 决定: decided, not yet sealed.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::StepKind};
/// let (AnyCase::Decided(case), ..) = before("review", StepKind::AffixSealNo2)? else { return Err("at another stage".into()) };
/// assert!(case.stage().decision().is_favourable());
/// assert_eq!(case.stage().decision().at().day(), "2024-03-13".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub(super) decision: Decision,
}

/// 用印: the document carries its seal.
///
/// See the example of [`SealUse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub(super) decision: Decision,
    pub(super) imprint: Imprint,
}

/// 制证: the licence is issued.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::StepKind};
/// let (AnyCase::Licensed(case), ..) = before("review", StepKind::Deliver)? else { return Err("at another stage".into()) };
/// assert_eq!(case.stage().licence().as_str(), "ZZ-1"); // of both twins
/// assert!(case.stage().decision().is_favourable());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licensed {
    pub(super) decision: Decision,
    pub(super) imprint: Imprint,
    pub(super) licence: Mark,
}

/// 送达办结: delivered, and so concluded, with duties that may still be open (`S34`).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::{Duty, StepKind}};
/// let (AnyCase::Concluded(case), ..) = before("review", StepKind::Close)? else { return Err("at another stage".into()) };
/// assert!(case.record().duties().iter().all(Duty::is_done)); // so that it may be closed
/// assert!(case.stage().outcome().delivered() >= case.stage().outcome().decision().at());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concluded {
    pub(super) outcome: Outcome,
}

/// 归档: every duty is done. Nothing leads out of it.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let AnyCase::Closed(case) = case else { return Err("at another stage".into()) };
/// let outcome = case.stage().outcome();
/// assert!(outcome.decision().is_favourable());
/// assert_eq!(outcome.licence().map(|it| it.as_str()), Some("ZZ-1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    pub(super) outcome: Outcome,
    pub(super) at: Moment,
}

/// 不予受理: turned away, on one of the grounds of a closed list. Nothing leads out of it; filing again is a new case (`S9`).
///
/// ```
/// use tongquan::{AnyCase, case::steps::Ground};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/not_accepted.json")?)?;
/// let AnyCase::NotAccepted(case) = case else { return Err("at another stage".into()) };
/// assert!(matches!(case.stage().ground(), Ground::StillIncomplete(papers) if papers[0].as_str() == "proof"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAccepted {
    pub(super) at: Moment,
    pub(super) ground: Ground,
}

/// 撤件: taken back by the applicant before the decision. Nothing leads out of it.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/withdrawn.json")?)?;
/// let AnyCase::Withdrawn(case) = case else { return Err("at another stage".into()) };
/// assert_eq!(Some(case.stage().at().day()), case.record().docket().ended_undecided());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub(super) at: Moment,
}

/// 补正逾期: what the one notice asked for was not handed in within the standard's period (`S3`). Nothing leads out of it; filing again is a new
/// case (`S9`).
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/lapsed.json")?)?;
/// let AnyCase::Lapsed(case) = case else { return Err("at another stage".into()) };
/// assert_eq!(Some(case.stage().at().day()), case.record().docket().ended_undecided());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapsed {
    pub(super) at: Moment,
}

/// 办结: how a delivered case ended.
///
/// See the example of [`Closed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub(super) decision: Decision,
    pub(super) imprint: Imprint,
    pub(super) licence: Option<Mark>,
    pub(super) delivered: Moment,
}

/// 决定: what was decided, and when.
///
/// See the example of [`Decided`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    pub(super) favourable: bool,
    pub(super) at: Moment,
}

/// 印迹: which seal the document carries.
///
/// See the example of [`SealUse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imprint {
    /// The own seal of the body that the route names.
    Own,
    /// Seal No. 2, with the proof of its use.
    No2(Arc<SealUse>),
}

/// 用章凭证: proof that a Seal No. 2 was affixed by the rules of `C6`. It is made in one place, when they have all held, and cannot be read from
/// bytes. For what a record says is a county-original item it cannot come to be; that the record says so truly, the office tells
/// ([`Record::hold_against`](super::Record::hold_against)).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{AnyCase, case::{StepKind, stage::Imprint}};
/// let (AnyCase::Sealed(case), ..) = before("review", StepKind::IssueLicence)? else { return Err("at another stage".into()) };
/// let Imprint::No2(usage) = case.stage().imprint() else { return Err("another seal".into()) };
/// assert_eq!((usage.seal().department.label(), usage.at().day()), ("市自然资源和规划局", "2024-03-14".parse()?));
/// assert_eq!(usage.decision(), case.stage().decision()); // the use is bound to it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealUse {
    pub(super) seal: SealId,
    pub(super) user: Person,
    pub(super) decision: Decision,
    pub(super) at: Moment,
    pub(super) circumstance: Mark,
    pub(super) documents: Vec<Text>,
}

impl SealUse {
    /// On which decision; the case is the one whose stage holds it.
    pub const fn decision(&self) -> Decision {
        self.decision
    }
    /// The numbered seal that was affixed.
    pub const fn seal(&self) -> SealId {
        self.seal
    }
    /// The person of the region who affixed it, one of the agreement's users.
    pub const fn user(&self) -> &Person {
        &self.user
    }
    /// When it was affixed.
    pub const fn at(&self) -> Moment {
        self.at
    }
    /// In which circumstance of the agreement.
    pub const fn circumstance(&self) -> &Mark {
        &self.circumstance
    }
    /// The documents that carry it, as they were listed.
    pub fn documents(&self) -> &[Text] {
        &self.documents
    }
}

impl Filed {
    /// When the papers came in: the filing day is that day (`S29`).
    pub const fn at(&self) -> Moment {
        self.at
    }
    /// How far the papers have come.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }
}

impl Correcting {
    /// When the notice went out.
    pub const fn since(&self) -> Moment {
        self.since
    }
    /// What the notice asks for.
    pub fn asked(&self) -> &[Mark] {
        &self.asked
    }
    /// How far the papers have come.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }
    /// What was handed in since.
    pub fn supplied(&self) -> &[Mark] {
        &self.supplied
    }
}

impl Accepted {
    /// When it was accepted; where the law deems that, when it was filed.
    pub const fn at(&self) -> Moment {
        self.at
    }
    /// How far the papers have come.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }
    /// Whether its limit was extended.
    pub const fn is_extended(&self) -> bool {
        self.extended
    }
    /// The review steps taken so far.
    pub fn reviewed(&self) -> &[Mark] {
        &self.reviewed
    }
}

impl Decision {
    /// Whether it grants what was applied for.
    pub const fn is_favourable(self) -> bool {
        self.favourable
    }
    /// When it was made.
    pub const fn at(self) -> Moment {
        self.at
    }
}

impl Decided {
    /// The decision, which waits to be sealed.
    pub const fn decision(&self) -> Decision {
        self.decision
    }
}

macro_rules! sealed_stages {
    ($($Stage:ident),+) => {$(
        impl $Stage {
            /// The decision that was made, whatever became of it since.
            pub const fn decision(&self) -> Decision {
                self.decision
            }
            /// Which seal the document carries.
            pub const fn imprint(&self) -> &Imprint {
                &self.imprint
            }
        }
    )+};
}
sealed_stages!(Sealed, Licensed, Outcome);

impl Licensed {
    /// The licence's number, of both its twins.
    pub const fn licence(&self) -> &Mark {
        &self.licence
    }
}

impl Outcome {
    /// The licence's number, where one was issued.
    pub const fn licence(&self) -> Option<&Mark> {
        self.licence.as_ref()
    }
    /// When it was delivered.
    pub const fn delivered(&self) -> Moment {
        self.delivered
    }
}

impl Concluded {
    /// The decision, and when it was delivered.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }
}

impl Suspended {
    /// What was so, and will be again.
    pub const fn accepted(&self) -> &Accepted {
        &self.accepted
    }
    /// When the notice of the proceeding went out: the clock has stood since.
    pub const fn since(&self) -> Moment {
        self.since
    }
    /// For which proceeding, by the standard's code.
    pub const fn procedure(&self) -> &Mark {
        &self.procedure
    }
}

impl NotAccepted {
    /// When the notice of non-acceptance went out.
    pub const fn at(&self) -> Moment {
        self.at
    }
    /// On which of the four grounds.
    pub const fn ground(&self) -> &Ground {
        &self.ground
    }
}

impl Withdrawn {
    /// When the applicant withdrew it.
    pub const fn at(&self) -> Moment {
        self.at
    }
}

impl Lapsed {
    /// When that was recorded.
    pub const fn at(&self) -> Moment {
        self.at
    }
}

impl Closed {
    /// The decision, and when it was delivered.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }
    /// When it was closed.
    pub const fn at(&self) -> Moment {
        self.at
    }
}
