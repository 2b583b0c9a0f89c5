//! Audits journals as JSON Lines, from files or standard input, in one pass and in memory that does not grow with them.
//!
//! ```text
//! cargo run --example audit -- --lang en examples/audit/journals.jsonl
//! cargo run --release --example simulate -- 10000 7 target/simulated
//! cargo run --release --example audit -- --office target/simulated/office.json target/simulated/journals.jsonl
//! cargo run --release --example simulate -- 1000000 7 - | cargo run --release --example audit -- --office target/simulated/office.json --quiet
//! cargo run --release --example audit -- --office target/simulated/office.json --log --cases target/simulated/cases.jsonl target/simulated/log.jsonl
//! ```
//!
//! Every entry that could not lawfully have been is told with its line, case and step, and with each rule that it breaks, by clause; then come the
//! counts, by clause and rule, the statistics by region and item, and what they say for an amendment of the list. With `--office`, what journals say of
//! the registers is held against them. With `--log` the lines are events of a plain log; `--cases` tells what was filed, so that role and modality can
//! be checked too; a case's events come in the order of time, between those of others or not, and a few bytes are kept of each case.
//!
//! Lines that cannot be read are told by number and reason, and the rest goes on. Exit status 1: something was found; 2: the audit could not be made, or
//! not to its end, or an input could not be read at all. `--help` tells the rest.

#[path = "audit/mod.rs"]
#[allow(dead_code, unused_imports, reason = "tests ask for the parts; shards are counted elsewhere")]
mod audit;

use std::{
    io::{self, BufReader, BufWriter},
    process::ExitCode,
};

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let arguments = std::env::args().skip(1);
    let input = Box::new(BufReader::with_capacity(audit::BUFFER, io::stdin()));
    let mut out = BufWriter::new(io::stdout().lock());
    ExitCode::from(audit::run(arguments, input, &mut out, &mut io::stderr()))
}
