//! 导出: what leaves the crate for other programs, feature `exports`. Nothing here is read back.
//!
//! * [`Ocel`]: cases, seals, licences, items and bodies as an object-centric event log, for process mining.
//! * [`CloudEvent`]: the reports and pushes of a case (`C4`, `C12`), one envelope for each addressee.
//!
//! What leaves names no person: neither applicant nor clerk nor head is in it, and none of the free texts that people write into a case. Bodies stay,
//! by their ids (`C7` asks that people's privacy be hidden; `S64`).

mod cloud_event;
mod dispatch;
mod event_source;
pub mod ocel;
mod word;

use crate::text::bilingual;

pub use cloud_event::{CloudEvent, MessageType};
pub use dispatch::{Dispatch, SealedWith};
pub use event_source::{BadSource, EventSource};
pub use ocel::Ocel;

bilingual!(BadSource);
