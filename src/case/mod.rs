//! 办件: a case, from the window to the archive.
//!
//! `lifecycle.rs` holds the one table of stages, steps and roles; each step stands in a file of its own under `steps/`. A [`Case`] has a stage
//! for a type, so that a step that does not fit it does not compile; an [`AnyCase`] has the same stages at run time. Both are moved by the
//! same rules, and a refusal gives back everything that went in.

mod action;
mod any;
mod available;
mod brief;
#[cfg(feature = "canonical")]
mod canonical;
mod clock;
mod course;
mod desk;
mod diagram;
mod docket;
mod duties;
mod entries;
mod journal;
mod laws;
mod lifecycle;
mod moving;
mod receipt;
mod record;
mod refused;
mod roles;
pub mod stage;
pub mod steps;
mod taken;
mod typed;
mod waiting;
mod walk;
mod worklist;

use crate::text::bilingual;

pub use action::{Action, Applied, Unacted};
pub use any::{AnyRefused, Unfiled};
pub use available::{Available, Draft, Subject};
pub use brief::{Brief, Opening};
#[cfg(feature = "canonical")]
pub use canonical::BadRow;
pub use clock::{Clock, DayAccount, NotExtended, Period, PeriodState, Reckoned, Stop, Timeliness, Timing};
pub use desk::Desk;
pub(crate) use desk::{to_accepting, to_deciding};
pub use diagram::Diagram;
pub use docket::Docket;
pub use duties::{Duty, DutyState, DutyStateKind, Message, MessageKind, Sent};
pub use journal::{Journal, Unproven};
pub(crate) use laws::judge_actor;
pub use lifecycle::{ARCS, AnyCase, AnyStep, Arc, Entry, Listed, StageKind, StepKind};
pub use receipt::ReceiptStamp;
pub(crate) use record::FILE;
pub use record::Record;
pub use refused::Refused;
pub use roles::Role;
pub(crate) use roles::holders;
pub use stage::Stage;
pub use taken::{Act, Grounds, Said, Stamp, Step, Taken};
pub use typed::Case;
pub use waiting::{Awaited, Who};
pub(crate) use walk::Walked;
pub use worklist::{Deadline, Pending, worklist};

bilingual!(Deadline, DayAccount<'_>, NotExtended, Subject, Unproven, Who<'_>);
bilingual!(label: Message, steps::Ground);
#[cfg(feature = "canonical")]
bilingual!(BadRow);
