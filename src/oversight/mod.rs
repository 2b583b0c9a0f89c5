//! 监督: what surrounds cases. Nothing here moves a case.
//!
//! * [`Ledger`]: the uses of Seals No. 2, projected from journals (`C6`).
//! * [`Impact`]: what an amendment of the list would do, before it is made (`C3`).
//! * [`Outstanding`]: the reports and pushes of many cases that are not acknowledged, by body and age (`C4`, `C12`).
//! * [`Sample`], [`Draw`]: random inspection that a second person can draw again (`C7`).
//! * [`ceilings`]: what was counted under the ceilings that departments set (`C7`).
//! * [`Audit`], [`PlainCase`], [`Conformance`]: what could not lawfully have happened, in journals and in plain logs from elsewhere, by clause.
//! * [`Statistics`]: what many cases amount to on a day, group by group, in shards that add up (`C4`, `S62`); [`Evidence`] for an amendment out of
//!   them (`C3`).
//! * [`Accountability`]: who answers for an act of a case, inside and before the law (`C11`).
//!
//! Matters that stand beside a case, each a [`Dossier`] of its own:
//!
//! | matter | opened by | steps since | held against |
//! | --- | --- | --- | --- |
//! | [`Finding`] 检查发现 (`C2`, `C6`, `C7`, `C11`) | [`MakeFinding`] | [`FindingStep`] | [`InOffice`] |
//! | [`Dispute`] 争议 (`C11`) | [`Lodge`] | [`DisputeStep`] | [`OnCase`] |
//! | [`Licence`] 证照 (`C5`) | [`Issued`] | [`LicenceStep`] | [`OnCase`] |
//! | [`Engagement`] 调用专家 (`C8`) | [`CallExpert`] | [`EngagementStep`] | [`OnCase`] |
//! | [`Feedback`] 监管信息反馈 (`C12`) | [`GiveFeedback`] | [`FeedbackStep`] | [`OnCase`] |
//! | [`Reversal`] 撤销、重开 (`S26`) | [`Revoke`] | [`ReversalStep`] | [`OnCase`] |

mod accountability;
mod amount;
mod beside;
mod ceiling;
mod conformance;
mod dispute;
mod dossier;
mod engagement;
mod feedback;
mod finding;
mod impact;
mod ledger;
mod licence;
mod minutes;
mod outstanding;
mod reversal;
mod ruling;
mod sample;
mod statistics;
mod undone;

use crate::text::bilingual;

pub use accountability::{Accountability, AwardKind, DisputeKind, DisputedAct, NoLastDay};
pub use amount::Amount;
pub use beside::{Beside, InOffice, OnCase};
pub use ceiling::{CeilingCount, Counted, ceilings};
pub use conformance::{
    Activity, Audit, Breach, Broken, By, Conformance, Found, Hand, Logged, PlainCase, PlainEvent, Shows, Terms, Unshown,
};
pub use dispute::{Dispute, DisputeDuty, DisputeState, DisputeStep, DisputeStepKind, Lodge};
pub use dossier::{Dossier, Matter, Words};
pub use engagement::{
    CallExpert, Engagement, EngagementState, EngagementStep, EngagementStepKind, PaidOtherwise, Payer,
};
pub use feedback::{Feedback, FeedbackState, FeedbackStep, FeedbackStepKind, GiveFeedback};
pub use finding::{Against, Finding, FindingState, FindingStep, FindingStepKind, MakeFinding};
pub use impact::{Answered, Arising, Impact, Owed, RouteChange, RunOff, Touched};
pub use ledger::{Ledger, Misuse, Use};
pub use licence::{
    CancelGround, Issued, Licence, LicenceState, LicenceStep, LicenceStepKind, Repository, SyncDuty, Term,
};
pub use minutes::{Minutes, Noted, Seen};
pub use outstanding::{AwaitedBody, Outstanding, Unacknowledged};
pub use reversal::{Reversal, ReversalState, ReversalStep, ReversalStepKind, Revoke, RevokedOn};
pub use ruling::{Award, Ruling};
pub use sample::{Draw, Drawn, Quota, Sample, Stratum, rank};
pub use statistics::{
    BadMonth, Counts, Evidence, EvidenceOf, EvidenceRow, Facet, FacetKind, Histogram, Measures, Month, NotDevolved,
    Ratio, Span, Statistics, Subject,
};
pub use undone::{Unfounded, Unopened, Untaken};

bilingual!(Amount, BadMonth, Breach, EvidenceRow<'_>, Facet, NoLastDay, NotDevolved, RouteChange<'_>);
bilingual!(label: Payer);
