//! Audits journals as JSON Lines, from files or standard input, in one pass and in memory that does not grow with them.
//!
//! ```text
//! cargo run --release --example simulate -- 10000 7 target/simulated
//! cargo run --release --example audit -- --office target/simulated/office.json target/simulated/journals.jsonl
//! cargo run --release --example simulate -- 1000000 7 - | cargo run --release --example audit -- --office target/simulated/office.json --quiet
//! cargo run --release --example audit -- --log target/simulated/log.jsonl --cases target/simulated/cases.jsonl
//! ```
//!
//! Every entry that could not lawfully have been is told with its line, case and entry, and with each rule that it breaks, by clause; then come the counts,
//! by clause and rule, and the statistics by region and item. With `--office`, what journals say of the registers is held against them. With `--log`
//! the lines are events of a plain log; `--cases` tells what was filed, so that role and modality can be checked too. Lines that cannot be read are
//! told by number and reason, and the rest goes on. Exit status 1: something was found; 2: the audit could not be made.

#[path = "audit/asked.rs"]
mod asked;
#[path = "audit/count.rs"]
mod count;
#[path = "audit/journals.rs"]
mod journals;
#[path = "audit/lines.rs"]
mod lines;
#[path = "audit/plain.rs"]
mod plain;
#[path = "audit/report.rs"]
mod report;
#[path = "audit/seen.rs"]
mod seen;
#[path = "handle_case/words.rs"]
#[allow(dead_code, reason = "one example says more than another")]
mod words;

use std::{error::Error, process::ExitCode};

use asked::Asked;

fn main() -> ExitCode {
    match Asked::of_arguments().map_err(Into::into).and_then(|asked| run(&asked)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// Whether nothing was found.
fn run(asked: &Asked) -> Result<bool, Box<dyn Error>> {
    let office = asked.office()?;
    if asked.log {
        return plain::audit(asked, office.as_ref());
    }
    journals::audit(asked, office.as_ref())
}
