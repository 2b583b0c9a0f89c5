//! 监督: what surrounds cases: the ledger of seals, projected from their journals, and what an amendment of the list would do to them. Nothing
//! here moves a case.

mod impact;
mod ledger;

pub use impact::{Answered, Arising, Impact, Owed, RouteChange, RunOff, Touched};
pub use ledger::{Finding, Ledger, Use};
