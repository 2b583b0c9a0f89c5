//! 环节: what can be asked of a case, one file each: what it says, what it looks up, its rules, and the stage that it leads to.

mod accept;
mod acknowledge;
mod close;
mod corrections;
mod decide;
mod deliver;
mod file;
mod licence;
mod not_accept;
mod pass_on;
mod report;
mod review;
mod seal;
mod seal_no_2;
mod suspend;
mod withdraw;

pub use accept::Accept;
pub use acknowledge::{Acknowledge, Reply};
pub use close::Close;
pub use corrections::{AskForCorrections, CorrectOnSpot, HandInCorrections};
pub use decide::{DecideFavourably, DecideUnfavourably};
pub use deliver::Deliver;
pub use file::File;
pub(super) use file::Missing;
pub use licence::IssueLicence;
pub use not_accept::{Ground, NotAccept};
pub use pass_on::PassOn;
pub(super) use pass_on::{to_accepting, to_deciding};
pub use report::{Push, Report};
pub use review::TakeReviewStep;
pub use seal::AffixSeal;
pub use seal_no_2::AffixSealNo2;
pub use suspend::{Resume, Suspend};
pub use withdraw::Withdraw;

/// An act that asks no register.
macro_rules! asks_nothing {
    ($($Act:ty),+) => {$(
        impl $crate::case::Act for $Act {
            type Grounds = ();
            fn look_up(&self, _: &$crate::case::Record, _: &$crate::case::Stamp, _: $crate::register::Registers<'_>) {}
        }
    )+};
}
use asks_nothing;
