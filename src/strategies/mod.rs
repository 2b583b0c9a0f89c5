//! 测试策略: [proptest] strategies for whoever builds on this crate, feature `proptest`. What the crate is tested with, a service can test its own code with.
//!
//! | what | strategies |
//! | --- | --- |
//! | places | [`places`], [`regions`], [`townships`], [`villages`], [`places_in`] a region |
//! | the list | [`annex_1`], [`annex_2`], [`items`] of an office, [`kinds`], [`modalities`], [`standings`] |
//! | what is asked | [`questions`] of an office; [`scopes`], [`venues`], [`venues_of`] an office, [`days`], [`moments`] |
//! | registers | [`offices`], fictional and accepted whole |
//! | cases | [`histories`], lawful; [`nearly_lawful_histories`], whose last attempt is refused; [`attempts`] for walks |
//!
//! In the service's `Cargo.toml`:
//!
//! ```toml
//! [dev-dependencies]
//! tongquan = { path = "../tongquan", features = ["proptest"] }
//! proptest = "1"
//! ```
//!
//! # A service held to it
//!
//! A service keeps cases as text, and takes steps from its clients. Whatever lawfully happens, it must come to the case that the crate comes to; and what is
//! refused must change nothing that it keeps.
//!
//! ```
//! use proptest::prelude::*;
//! use tongquan::{AnyCase, AnyStep, Office, Stamp, case::steps::File, strategies::{histories, nearly_lawful_histories, offices}};
//!
//! /// The service: a desk with one case, kept as its journal.
//! struct Desk<'o> {
//!     office: &'o Office,
//!     stored: String,
//! }
//! impl<'o> Desk<'o> {
//!     fn open(file: File, stamp: Stamp, office: &'o Office) -> Result<Self, String> {
//!         let case = AnyCase::file(file, stamp, office).map_err(|it| it.why.zh())?;
//!         Ok(Self { office, stored: serde_json::to_string(&case).map_err(|it| it.to_string())? })
//!     }
//!     fn case(&self) -> Result<AnyCase, String> {
//!         serde_json::from_str(&self.stored).map_err(|it| it.to_string())
//!     }
//!     fn take(&mut self, step: AnyStep, stamp: Stamp) -> Result<(), String> {
//!         let case = self.case()?.apply(step, stamp, self.office).map_err(|it| it.why.zh())?;
//!         self.stored = serde_json::to_string(&case).map_err(|it| it.to_string())?;
//!         Ok(())
//!     }
//! }
//!
//! // in a test of one's own: proptest! { #[test] fn … (history in …) { … } }
//! let lawful = offices().prop_flat_map(|office| histories(office, 0..20));
//! proptest!(ProptestConfig::with_cases(12), |(history in lawful)| {
//!     let desk = Desk::open(history.file().clone(), history.filed().clone(), history.office());
//!     let mut desk = desk.map_err(TestCaseError::fail)?;
//!     for (step, stamp) in history.steps() {
//!         desk.take(step.clone(), stamp.clone()).map_err(TestCaseError::fail)?;
//!     }
//!     let kept = desk.case();
//!     prop_assert!(kept.as_ref() == Ok(history.case())); // proptest tells the history, so the cases need not be shown
//! });
//!
//! let nearly = offices().prop_flat_map(|office| nearly_lawful_histories(office, 0..20));
//! proptest!(ProptestConfig::with_cases(12), |(it in nearly)| {
//!     let office = it.history().office();
//!     let stored = serde_json::to_string(it.history().case()).map_err(|it| TestCaseError::fail(it.to_string()))?;
//!     let mut desk = Desk { office, stored: stored.clone() };
//!     let (step, stamp) = it.attempt().clone();
//!     prop_assert_eq!(desk.take(step, stamp), Err(it.why().zh()));
//!     prop_assert_eq!(desk.stored, stored);
//! });
//! ```
//!
//! With the service's own office in place of [`offices`] its own handbooks and plans are walked through:
//! `histories(Arc::clone(&office), 0..20)`. A desk that takes [actions](crate::case::Action) is asked by [`History::actions`]. Of several histories two may bear
//! one number.
//!
//! # How they are made
//!
//! No rule is written a second time. A case is walked with what it offers itself, and every step is judged by it; rows of registers are proposed, and those
//! that the check of registers refuses are taken out. So what is lawful here is what this version of the crate takes for lawful: the strategies test a
//! service, and do not show that the crate reads the document rightly.
//!
//! # How they shrink
//!
//! Places shrink to the first region, items to the first of annex 1, days to the first of the list. A history loses its tail, then steps on the way
//! that the rest can do without; an office loses revisions, then rows. Each smaller one is judged again before it is offered, so that none is
//! ever anything but what was promised. proptest tries four times as many smaller ones as it was to draw cases: with few cases, set `max_shrink_iters` to some
//! hundreds, or a long history stays long.
//!
//! All is drawn from the runner's seed alone: a failure that proptest has noted comes again, until the crate or proptest draws otherwise, which a later
//! version of either may.

mod attempts;
mod cases;
mod days;
mod histories;
mod history;
mod items;
mod luck;
mod mistake;
mod nearly;
mod offices;
mod places;
mod questions;
mod scopes;
mod shrinking;
mod standings;
mod venues;
mod word;

pub use attempts::{Attempt, attempts};
pub use days::{days, moments};
pub use histories::histories;
pub use history::History;
pub use items::{annex_1, annex_2, items};
pub use mistake::Mistake;
pub use nearly::{NearlyLawful, nearly_lawful_histories};
pub use offices::offices;
pub use places::{places, places_in, regions, townships, villages};
pub use questions::{Asked, questions};
pub use scopes::scopes;
pub use standings::{kinds, modalities, standings};
pub use venues::{venues, venues_of};
