//! What may be cited, the rules, and what a judgement says: clauses, silences and law articles; rules; objections and permits.
//!
//! Nothing here knows a case or a place. A rule is a row of [`Rule`]; it is checked in exactly one function, which adds an [`Objection`] where
//! it does not hold. Only a judgement without objection makes a [`Permit`].

mod bench;
mod by_id;
mod fault;
mod given_back;
mod objection;
mod rule;
mod rule_id;
mod source;
#[rustfmt::skip]
mod table;
pub mod traceability;

use crate::text::bilingual;

pub use bench::{Bench, Permit};
pub use fault::{Fault, Faults};
pub(crate) use given_back::given_back;
pub use objection::{Fact, Objection, Refusal};
pub use rule::Rule;
pub(crate) use source::{ArticleRow, ClauseRow, SilenceRow, ids};
pub use source::{NotInForce, Parameter, Source};
pub use table::{Article, Clause, Silence};

bilingual!(Fact, Objection, Refusal, Fault, Faults, NotInForce);
