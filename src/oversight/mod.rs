//! 监督: what surrounds cases. Nothing here moves a case.
//!
//! * [`Ledger`]: the uses of Seals No. 2, projected from journals (`C6`).
//! * [`Impact`]: what an amendment of the list would do, before it is made (`C3`).
//! * [`Outstanding`]: the reports and pushes of many cases that are not acknowledged, by body and age (`C4`, `C12`).
//! * [`Sample`], [`Draw`]: random inspection that a second person can draw again (`C7`).
//! * [`ceilings`]: what was counted under the ceilings that departments set (`C7`).

mod ceiling;
mod impact;
mod ledger;
mod outstanding;
mod sample;

pub use ceiling::{CeilingCount, Counted, ceilings};
pub use impact::{Answered, Arising, Impact, Owed, RouteChange, RunOff, Touched};
pub use ledger::{Finding, Ledger, Use};
pub use outstanding::{AwaitedBody, Outstanding, Unacknowledged};
pub use sample::{Draw, Drawn, Quota, Sample, Stratum, rank};
