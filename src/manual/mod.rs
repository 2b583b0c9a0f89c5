//! 手册: how the crate is made, what it settles, whom it trusts, and how far that is shown. For whoever builds on it, has to trust it, or takes it over.
//!
//! | | |
//! | --- | --- |
//! | [`design`] | the layers, what is in each, and where a change goes |
//! | [`silences`] | what the document leaves open, and how it is settled |
//! | [`glossary`] | the document's words and the English terms |
//! | [`trust`] | what the crate judges, and what a service vouches for |
//! | [`proof`] | how far it is shown that it does what the document says |
//! | [`speed`] | what each thing costs, beside what others need for it |
//! | [`changes`] | what changed, and of which kind: law, silence, our bug |
//!
//! From clause to rule, test and public item: [`traceability`](crate::law::traceability).

#[doc = include_str!("design.md")]
pub mod design {}

#[doc = include_str!("silences.md")]
pub mod silences {}

#[doc = include_str!("glossary.md")]
pub mod glossary {}

#[doc = include_str!("trust.md")]
pub mod trust {}

#[doc = include_str!("../../tests/README.md")]
pub mod proof {}

#[doc = include_str!("../../benches/README.md")]
pub mod speed {}

#[doc = include_str!("../../CHANGELOG.md")]
pub mod changes {}
