//! `tongquan` 同权.

pub mod body;
pub mod case;
pub mod catalogue;
pub mod law;
pub mod place;
pub mod register;
pub mod route;
mod term;
pub mod text;
pub mod time;

pub use body::{Actor, Body, Department, Party, Unit, UnitKind};
pub use case::{AnyCase, AnyStep, Case, Journal, Record, Stamp};
pub use catalogue::{Edition, Item, Key, Kind, Modality, Standing};
pub use law::{Clause, Refusal, Rule, Source};
pub use place::{Place, Region};
pub use register::Office;
pub use route::{Question, Route, Scope, Seal, Venue};
pub use time::{Calendar, Moment};
