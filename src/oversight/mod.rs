//! 监督: what surrounds cases: the ledger of seals, projected from their journals; what an amendment of the list would do to them; and the matters that
//! stand beside a case and never move it, each a [`Dossier`] of its own.
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
mod dispute;
mod dossier;
mod engagement;
mod feedback;
mod finding;
mod impact;
mod ledger;
mod licence;
mod minutes;
mod reversal;

pub use accountability::{Accountability, AwardKind, DisputeKind, DisputedAct, NoLastDay};
pub use amount::Amount;
pub use beside::{Beside, InOffice, OnCase};
pub use dispute::{Award, Dispute, DisputeDuty, DisputeState, DisputeStep, DisputeStepKind, Lodge, Ruling};
pub use dossier::{Dossier, Matter, Unfounded, Unopened, Untaken, Words};
pub use engagement::{
    CallExpert, Engagement, EngagementState, EngagementStep, EngagementStepKind, PaidOtherwise, Payer,
};
pub use feedback::{Feedback, FeedbackState, FeedbackStep, FeedbackStepKind, GiveFeedback};
pub use finding::{Against, Finding, FindingState, FindingStep, FindingStepKind, MakeFinding};
pub use impact::{Answered, Arising, Impact, Owed, RouteChange, RunOff, Touched};
pub use ledger::{Ledger, Misuse, Use};
pub use licence::{CancelGround, Issued, Licence, LicenceState, LicenceStep, LicenceStepKind, Repository, SyncDuty};
pub use minutes::{Minutes, Noted, Seen};
pub use reversal::{Reversal, ReversalState, ReversalStep, ReversalStepKind, Revoke, RevokedOn};
