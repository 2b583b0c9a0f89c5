//! 环节: what can be asked of a case, one file each: what it says, what it looks up, its rules, and the stage that it leads to.
//!
//! The examples show each of them refused and taken. In them `before(golden, step)` gives a case of `tests/golden/` as it stood just before the step, when and by
//! whom the step was taken, and the fictional office of the examples:
//!
//! ```
//! # use tongquan::{AnyCase, Journal, Office, case::StepKind};
//! let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
//! let at = journal.entries.iter().position(|it| it.kind() == StepKind::Accept).ok_or("it is accepted")?;
//! let stamp = journal.entries[at].stamp().clone();
//! journal.entries.truncate(at); // every beginning of a journal proves a case
//! let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
//! let case = AnyCase::replay(journal)?;
//! # assert!(case.steps().any(|it| it == StepKind::Accept) && office.revisions().len() > 0 && stamp.at > case.record().opening().stamp.at);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accept;
mod acknowledge;
mod close;
mod corrections;
mod decide;
mod deem_accepted;
mod deliver;
mod extend;
mod file;
mod lapse;
mod licence;
mod not_accept;
mod pass_on;
mod report;
mod review;
mod seal;
mod seal_no_2;
mod suspend;
mod transfer;
mod withdraw;

pub use accept::Accept;
pub use acknowledge::{Acknowledge, Reply};
pub use close::Close;
pub(super) use corrections::missing;
pub use corrections::{AskForCorrections, CorrectOnSpot, HandInCorrections};
pub use decide::{DecideFavourably, DecideUnfavourably};
pub use deem_accepted::DeemAccepted;
pub use deliver::Deliver;
pub use extend::Extend;
pub use file::File;
pub(super) use file::Missing;
pub use lapse::Lapse;
pub use licence::IssueLicence;
pub(super) use licence::is_due;
pub use not_accept::{Ground, NotAccept};
pub use pass_on::PassOn;
pub use report::{Push, Report};
pub use review::TakeReviewStep;
pub use seal::AffixSeal;
pub use seal_no_2::AffixSealNo2;
pub use suspend::{Resume, Suspend};
pub use transfer::Transfer;
pub use withdraw::Withdraw;

/// An act that asks the registers how a period of the case stands.
macro_rules! asks_a_period {
    ($($Act:ty: $clock:ident),+) => {$(
        impl $crate::case::Act for $Act {
            type Grounds = $crate::case::Said<$crate::case::PeriodState>;
            fn look_up(
                &self,
                docket: $crate::case::Docket<'_>,
                stamp: &$crate::case::Stamp,
                registers: $crate::register::Registers<'_>,
            ) -> Self::Grounds {
                $crate::case::PeriodState::asked(docket.$clock().as_ref(), stamp.at.day(), registers)
            }
        }
    )+};
}
use asks_a_period;

/// An act that asks no register.
macro_rules! asks_nothing {
    ($($Act:ty),+) => {$(
        impl $crate::case::Act for $Act {
            type Grounds = ();
            fn look_up(&self, _: $crate::case::Docket<'_>, _: &$crate::case::Stamp, _: $crate::register::Registers<'_>) {}
        }
    )+};
}
use asks_nothing;
