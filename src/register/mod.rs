//! 登记: what is on record, asked by the machine and kept by a city or county office through a service.
//!
//! Rows are dated and only ever added to; a question is always asked as of a day. [`Office`] bundles the registers and answers them.

mod agreement;
mod check;
mod fault;
mod office;
mod plan;
mod rows;
mod seal;
mod standard;

pub use agreement::{Agreement, Circumstance};
pub use fault::{Fault, Faults};
pub use office::Office;
pub use plan::{Plan, Posting, Undertaken};
pub use rows::Rows;
pub use seal::{SealId, SealRecord, SealRow, SealState, Service};
pub use standard::{Condition, Limit, Limits, Material, Outline, OutlineStep, Remedy, ReviewStep, Standard, TimeUnit};
