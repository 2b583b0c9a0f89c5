//! Behaviour, through the public API. Each module is named for what it shows; together they read as the specification.
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
#[path = "../../examples/audit/mod.rs"]
#[allow(dead_code, unused_imports, reason = "one example asks for more than another")]
mod audit;
mod audited;
mod back_office;
mod bad_input;
mod beside;
#[cfg(feature = "canonical")]
mod canonical;
mod catalogue;
mod ceilings;
mod choices;
mod clock;
mod compile;
mod conformance;
mod days;
mod diagrams;
mod disputes;
mod dossiers;
mod editions;
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
mod machine;
mod main_path;
mod matters;
mod messages;
mod mistakes;
#[allow(dead_code, unused_imports, unreachable_pub, reason = "the model answers more than the tests ask so far")]
mod model;
mod obligations;
mod once_wrong;
mod outstanding;
mod periods;
mod personal_data;
mod places;
mod random_walks;
mod reachable;
mod readiness;
mod recount;
mod refusals;
mod registers;
mod reversals;
mod reverse;
mod routes;
mod samples;
mod scenes;
#[path = "../../examples/back_office/scratch.rs"]
mod scratch;
mod seal_days;
mod seal_life;
mod seal_no_2;
mod simulated;
#[path = "../../examples/simulate/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the example counts and tells what it wrote; tests ask for the lines")]
mod simulation;
mod stages;
mod standards;
mod statistics;
#[cfg(feature = "proptest")]
mod strategies;
mod supervision_batch;
mod support;
mod tables;
mod texts;
mod traced;
mod transfer;
mod waiting;
#[path = "../../examples/handle_case/walk.rs"]
#[allow(dead_code, reason = "the example tells what it does; tests are silent")]
mod walk;
mod who_may;
mod words;
mod worklist;
mod years;
