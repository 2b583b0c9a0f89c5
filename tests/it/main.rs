//! Behaviour, through the public API. Each module is named for what it shows; together they read as the specification.
#![allow(clippy::disallowed_methods, reason = "tests read their fixtures and seeds")]

mod allocations;
mod arcs;
mod house;
mod main_path;
#[allow(dead_code, unused_imports, unreachable_pub, reason = "the model answers more than the tests ask so far")]
mod model;
mod routes;
mod support;
mod tables;
#[path = "../../examples/handle_case/walk.rs"]
#[allow(dead_code, reason = "the example tells what it does; tests are silent")]
mod walk;
