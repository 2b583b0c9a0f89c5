//! A simulated year: journals of cases in every region and modality, on a fictional office, with faults planted in a stated share of them.
//!
//! ```text
//! cargo run --release --example simulate -- 10000 7 out [--faults PERCENT]
//! ```
//!
//! `10000` cases are drawn by the seed `7`; the folder `out` then holds
//!
//! * `office.json`: the registers, the same for every number and seed;
//! * `journals.jsonl`: a journal a line, as the crate writes a case;
//! * `faults.jsonl`: what was planted: the line, counted from 1, the case, the kind of fault, whether it shows only beside the office, and each entry
//!   that breaks a rule, the opening as 0, with every rule that it breaks;
//! * `log.jsonl`: the same journals as a plain log: case, activity, time, actor;
//! * `cases.jsonl`: what was filed in each, a line a case: beside the log it tells on which route the case goes.
//!
//! Where the folder is `-`, the journals alone go to the standard output, and the summary to the standard error. A line depends on the seed, the share
//! and its number alone, so that the first thousand of a million are those of a thousand. Faults are planted in 5 of 100 where nothing is said.
//! `--help` tells the same. All bodies, people, numbers and volumes are fictional: 单位、人员、编号、数量均为虚构。

#[path = "simulate/mod.rs"]
#[allow(dead_code, unused_imports, reason = "tests ask for the lines in memory")]
mod simulation;

use std::{io, process::ExitCode};

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let arguments = std::env::args().skip(1);
    let made = simulation::run(arguments, io::stdout().lock(), io::stderr());
    if made { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
