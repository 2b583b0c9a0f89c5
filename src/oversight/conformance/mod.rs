//! 合规检查: what could not lawfully have happened, by clause: in journals, also broken ones, and in plain logs from elsewhere. It never yields a case (`S63`).
//!
//! Two depths. A journal keeps what the registers said, so that [`Audit`] holds every rule of every step against it, with an office or without. A
//! plain log knows only case, activity, time and actor: [`PlainCase`] holds against it what these show, the rules of place, role, modality and order,
//! and [`Shows::of`] tells of each rule whether such a log can show it. [`Conformance`] counts both, by rule and by source, and adds up.

mod activity;
mod audit;
mod broken;
mod hand;
mod landing;
mod plain;
mod shows;
mod state;
mod tally;
mod terms;
mod told;

pub use activity::{Activity, Logged};
pub use audit::{Audit, Breach};
pub use broken::Broken;
pub use hand::{By, Hand};
pub use plain::{PlainCase, PlainEvent};
pub use shows::Shows;
pub use tally::{Conformance, Found, Unshown};
pub use terms::Terms;
