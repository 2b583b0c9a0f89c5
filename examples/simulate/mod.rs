//! 模拟: a year of cases on a fictional office, each made step by step through the crate, and faults planted in some of their journals.
//!
//! What a line holds follows from the draw (the seed, and the share of faults) and from its number alone, so that any part of a simulation can be made
//! by itself.

mod after;
mod before;
mod bodies;
mod catalogue;
mod course;
mod days;
mod fate;
mod faults;
mod intake;
mod lines;
mod log;
mod luck;
mod office;
mod program;
mod seals;
mod shares;
mod standards;
mod summary;
mod windows;
mod world;

pub(crate) use days::YEAR;
pub(crate) use faults::{Fault, KINDS};
pub(crate) use lines::{Draw, Line, planted};
pub(crate) use log::events;
pub(crate) use program::{USAGE, run};
pub(crate) use summary::Summary;
pub(crate) use world::World;

pub(crate) type Fallible<T> = Result<T, Box<dyn std::error::Error>>;
