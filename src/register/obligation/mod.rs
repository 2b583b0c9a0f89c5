//! 责任清单: what the document asks of whom beside the handling of cases, by when, and whether it was done.
//!
//! A row of [`Obligation`] is one thing that a clause asks of some of the units of its own line. Where readiness tells whether it is done, readiness
//! does ([`Proof::Registers`]); of the rest, [`Evidence`] is recorded. Asked of a unit on a day, [`Registers::fulfilment`](super::Registers::fulfilment)
//! says met, due or overdue, and why.

mod cycle;
mod evidence;
mod fulfilment;
mod questions;
mod responsible;
mod roll;
mod row;
#[rustfmt::skip]
mod table;
mod tally;

pub use cycle::{Cycle, Rhythm};
pub use evidence::Evidence;
pub use fulfilment::{Fulfilment, Lacking, ObligationState};
pub use responsible::{Binds, Responsible};
pub(super) use roll::Rolls;
use row::ObligationRow;
pub use row::{Due, Proof};
pub use table::Obligation;
pub use tally::Tally;
