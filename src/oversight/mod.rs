//! 监督: what surrounds cases and is projected from their journals. Nothing here moves a case.

mod ledger;

pub use ledger::{Finding, Ledger, Use};
