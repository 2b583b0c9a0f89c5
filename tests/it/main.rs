//! Behaviour, through the public API. Each module is named for what it shows; together they read as the specification. Where mutants are asked
//! (`cfg(quick)`), those that take longest are not even built.
#![cfg_attr(quick, allow(dead_code, unused_imports, reason = "some who ask for it are left out"))]
#![allow(clippy::disallowed_methods, reason = "tests read their fixtures and seeds")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops where the world is not as it was told"
)]

mod actions;
mod advisers;
mod allocations;
mod arcs;
mod as_typed;
#[cfg(not(quick))]
#[path = "../../examples/audit/mod.rs"]
#[allow(dead_code, unused_imports, reason = "one example asks for more than another")]
mod audit;
#[cfg(not(quick))]
mod audited;
#[cfg(not(quick))]
mod back_office;
mod bad_input;
mod beside;
#[cfg(feature = "canonical")]
mod canonical;
mod catalogue;
mod ceilings;
mod choices;
mod clock;
#[cfg(not(quick))]
mod compile;
mod conformance;
mod days;
mod diagrams;
mod disputes;
mod dossiers;
mod editions;
mod errors;
#[cfg(all(feature = "canonical", feature = "schema", not(quick)))]
mod examples;
mod experts;
#[cfg(feature = "exports")]
mod exports;
mod feedback;
mod findings;
mod forgery;
mod frozen;
#[cfg(all(feature = "canonical", feature = "exports"))]
mod fuzzed;
mod gaps;
mod house;
mod impact;
mod journals;
mod ladder;
mod law;
mod ledger;
mod licences;
#[cfg(not(quick))]
mod machine;
mod main_path;
mod matters;
mod messages;
mod mistakes;
#[allow(unreachable_pub, reason = "the model is written as if it stood by itself")]
mod model;
mod names;
mod obligations;
mod once_wrong;
mod outstanding;
mod periods;
mod personal_data;
mod places;
#[cfg(not(quick))]
mod random_walks;
#[cfg(not(quick))]
mod reachable;
mod readiness;
#[cfg(not(quick))]
mod readme;
mod recount;
mod refusals;
mod registers;
mod reversals;
mod reverse;
mod routes;
mod samples;
mod scenes;
#[cfg(all(feature = "schema", feature = "proptest"))]
mod schemas;
#[cfg(not(quick))]
#[path = "../../examples/back_office/scratch.rs"]
mod scratch;
mod seal_days;
mod seal_life;
mod seal_no_2;
#[cfg(not(quick))]
mod sheets;
#[cfg(not(quick))]
mod simulated;
#[path = "../../examples/simulate/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the example counts and tells what it wrote; tests ask for the lines")]
mod simulation;
mod stages;
mod standards;
mod statistics;
#[cfg(feature = "proptest")]
mod strategies;
#[cfg(not(quick))]
mod supervision_batch;
mod support;
#[cfg(not(quick))]
mod tables;
mod texts;
mod traced;
mod transfer;
mod waiting;
#[path = "../../examples/handle_case/walk.rs"]
#[allow(dead_code, reason = "the example tells what it does; tests are silent")]
mod walk;
#[cfg(not(quick))]
mod who_may;
mod words;
mod worklist;
mod years;
