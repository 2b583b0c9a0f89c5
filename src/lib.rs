//! City–county power parity (市县同权): who takes in, decides, seals and answers for each devolved item of Jining, and a case machine that
//! takes no step against the rules it encodes. The source is 济政字〔2021〕30号, cited clause by clause.
//!
//! # The paved path
//!
//! * **What do the lists say?** [`Edition::built_in`] → [`Edition::look_up`] → [`Route::of`]; of a day, once they are amended: [`Catalogue::in_force`].
//! * **What would an amendment do?** [`oversight::Impact`]. **Which modality does `C1` call for?** [`catalogue::Ladder`].
//! * **Asked from the other end?** [`register::Registers::decides`], [`takes`](register::Registers::takes),
//!   [`seal_scopes`](register::Registers::seal_scopes), [`changed`](register::Registers::changed), [`Edition::apart`].
//! * **What holds there, that day, at that venue?** [`Office::route`], asked by a [`Question`]; [`Route::sheet`] tells it in words. **Where does one go?**
//!   The same with no venue named, and [`Route::counter`].
//! * **Is everything there that it needs?** [`Office::readiness`]. **What is on record?** [`register`], row by row.
//! * **What does the document ask of whom beside cases, and was it done?** [`register::Obligation`], [`fulfilment`](register::Registers::fulfilment),
//!   [`behind`](register::Registers::behind), [`tallies`](register::Registers::tallies).
//! * **Where was Seal No. 2 used?** [`oversight::Ledger`], with the uses that could not lawfully have been.
//! * **Who answers for a case, inside and before the law?** [`oversight::Accountability`]. **What comes beside it:** disputes, findings, licences once
//!   issued, experts, feedback, revocations: each an [`oversight::Dossier`].
//! * **Which reports and pushes are open? What is to be inspected? Is a ceiling kept?** [`oversight::Outstanding`], [`oversight::Sample`],
//!   [`oversight::ceilings`].
//! * **What do many cases amount to?** [`oversight::Statistics`], in shards that add up; [`oversight::Evidence`] ranks what they say for an amendment.
//! * **What could not lawfully have happened?** [`oversight::Audit`] for journals, [`oversight::PlainCase`] for plain logs, [`oversight::Conformance`] for the counts.
//! * **Drive a case.** [`AnyCase::file`] and [`AnyCase::apply`], or [`Case`] where the stage is known; [`case::ARCS`] is the procedure.
//! * **What may I do, and who is next?** [`AnyCase::available`], [`AnyCase::waits_for`]; over many cases, [`case::worklist`]. The procedure as a picture:
//!   [`case::Diagram`].
//! * **Take what clients ask.** [`AnyCase::act`] knows a retry and a stale version; [`AnyCase::is_filing`] a filing that is sent twice.
//! * **By when?** [`Record::periods`](case::Record::periods): each period of a case with its [`case::Clock`], by the working days of a [`Calendar`], which
//!   a service grows by years.
//! * **How is it made, whom does it trust, how far is it shown?** The [`manual`]: design, silences, glossary, trust, proof, speed, changes.
//! * **Which rules and duties stand for which clause, and which tests hold them?** [`law::traceability`].
//! * **Read the wire without Rust.** Feature `schema` offers JSON Schemas with Chinese labels.
//! * **Property-test what is built on it.** Feature `proptest` offers strategies: offices, lawful and nearly lawful histories, attempts.
//! * **Store a case.** Serialise it: it is written as its journal, and read by proving it again. Feature `canonical` gives it as rows to append.
//!
//! ```
//! use tongquan::{Edition, Region, Route, Scope, Seal};
//! let item = Edition::built_in().look_up("A1-36")?;
//! let route = Route::of(item, Region::Wenshang, Scope::WITHIN)?;
//! assert_eq!(route.seal().is, Seal::No2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How to read an answer
//!
//! Every answer carries its sources: a [`Clause`] of the document (`C6`), an [`Article`](law::Article) of law beside it (`ALL26a`), or a
//! [`Silence`](law::Silence), a point that the text leaves open and we settled (`S11`). They are never mixed. A law that is not known to be in
//! force on the day asked is an error ([`law::NotInForce`]), never a guess.
//!
//! # What a refusal is
//!
//! A step that breaks rules gives back case, step and stamp as they were, and names *every* [`Rule`] that did not hold, each with sources,
//! facts and what would mend it, in Chinese and English. Where there is nothing yet to hold the other rules against (no such item, edition or
//! region, no such step at this stage, a record that lies), that is told first and alone. "No" is an ordinary answer: nothing panics.
//!
//! # Whom to trust
//!
//! The service vouches for stamps (who acted, when), for storage and for the registers. A stored journal is judged again entry by entry, so an
//! unlawful one proves no case; and the first live step after reading holds what it claims that the registers said against the office's
//! registers as they stood that day ([`Rule::RecordAgrees`], [`Record::hold_against`](case::Record::hold_against)): a lie about them may be read, and is never moved.
//!
//! What no register can contradict, an invented but lawful step by a lawful actor, only the store can rule out: keep journals append-only, or
//! sign them. Truncation is for the store to catch too, by the version that it expects ([`Record::version`](case::Record::version)). Take
//! [`AnyStep`] from clients, never [`AnyCase`].
//!
//! # What it costs
//!
//! A route allocates nothing. A case's clone copies its entries and shares its opening. Replay judges each entry once. What is open to somebody is judged
//! by the rules themselves, one draft of each step at the stage; whom a case waits for and when it is due are read off it.
//!
//! # Stability
//!
//! Journals, dossiers, registers and catalogues are written as [`Version`] 1. What it wrote in JSON, every later version of the crate reads and replays, to the same case
//! and the same answers; golden files hold it to that. An entry of a journal is written back byte for byte, so that digests over it hold; registers and
//! catalogues mean the same, and a later version may write lists more. A change of what is there, or of a rule by which a stored journal is judged, takes the
//! next number, and the shapes before it come in by conversion; a new kind of step or row adds to the number that is, and is a major version of the crate. Formats without names (postcard) are for
//! exchange within one version of the crate.
//!
//! Statistics and tallies of conformance are written for shards, as version 1 too. What feature `exports` writes is not read back; an envelope whose data takes another
//! shape takes another type (`tongquan.report.v2`).
//!
//! Enums that the document closes are exhaustive on purpose: what it adds is to be met by everybody. What grows with the crate is not: rules, errors, the kinds
//! of facts, facets, lines of a sheet and schemas. chrono's dates, serde's traits and strum's [`IntoEnumIterator`] stand in the public interface, so a major version of theirs is one of ours.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod among;
pub mod body;
pub mod case;
pub mod catalogue;
#[cfg(feature = "exports")]
pub mod exports;
pub mod law;
pub mod manual;
pub mod oversight;
pub mod place;
pub mod register;
pub mod route;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "proptest")]
pub mod strategies;
mod term;
pub mod text;
pub mod time;
mod version;
mod written;

pub use body::{Actor, Body, Department, Party, Unit, UnitKind};
pub use case::{AnyCase, AnyStep, Case, Journal, Record, Stamp};
pub use catalogue::{Catalogue, Edition, Item, Key, Kind, Modality, Standing};
pub use law::{Clause, Refusal, Rule, Source};
pub use place::{Place, Region};
pub use register::Office;
pub use route::{Question, Route, Scope, Seal, Venue};
/// What goes through every value of a closed word: `Modality::iter()`. It is strum's.
///
/// ```
/// use tongquan::{IntoEnumIterator, Modality};
/// assert_eq!(Modality::iter().map(Modality::label).collect::<Vec<_>>(), ["直接下放", "窗口前移", "下放实质性审核权", "委托收件、受审分离"]);
/// ```
pub use strum::IntoEnumIterator;
pub use time::{Calendar, Moment};
pub use version::Version;

/// The README's blocks, compiled and run.
#[cfg(all(doctest, feature = "proptest"))]
#[doc = include_str!("../README.md")]
struct Readme;
