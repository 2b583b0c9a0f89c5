//! 路径: who takes in, accepts, decides, seals, answers and is respondent for an item in a region, where the papers may be handed in, and why.
//!
//! The answers for each modality stand as one table in `hands.rs`; a [`Route`] is a row of it, read for a department and a region. It holds
//! no answers of its own, allocates nothing, and never falls back to a default.

mod access;
mod admission;
mod answer;
mod chosen;
mod gap;
mod hands;
mod question;
mod respondent;
#[expect(clippy::module_inception, reason = "the room and the noun have one name")]
mod route;
mod scope;
mod sheet;
mod supervision;
mod undertaking;
mod venue;
mod why;

use crate::text::bilingual;

pub use access::{Access, Closed};
pub use admission::{Admission, Bearer, Handling, Offer};
pub use answer::{Answer, Seal};
pub use chosen::{Chosen, ChosenWay, ReviewSeal};
pub use gap::{Effect, Gap, Owes};
pub use question::{AskError, Question};
pub use respondent::Respondent;
pub(crate) use route::Core;
pub use route::Route;
pub use scope::Scope;
pub use sheet::{Heading, Line};
pub use supervision::{Supervision, Supervisors, Tier};
pub use undertaking::{Undertaking, UndertakingRecord};
pub use venue::{BadVenue, Venue, VenueKind};
pub use why::{NoRoute, Whys};

bilingual!(AskError, BadVenue, NoRoute, Whys);
bilingual!(name: Venue);
