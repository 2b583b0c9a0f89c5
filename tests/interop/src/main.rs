//! `tongquan-interop LOG COUNTS [JOURNALS]`: writes the golden journals, and the journals of a file of JSON Lines, as an OCEL log; reads it with
//! `process_mining`, and compares what it finds with what was counted from the cases. Exit status 1 where they differ.

mod counts;
mod given;

use std::{env, error::Error, fs, process::ExitCode};

use process_mining::{Importable, OCEL};
use tongquan::exports::Ocel;

use crate::{counts::Counts, given::Given};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (log, counts, journals) = match arguments.as_slice() {
        [log, counts] => (log, counts, None),
        [log, counts, journals] => (log, counts, Some(journals.as_str())),
        _ => {
            eprintln!("usage: tongquan-interop LOG COUNTS [JOURNALS]");
            return ExitCode::from(2);
        }
    };
    match run(log, counts, journals) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Whether both counted the same.
fn run(log: &str, counts: &str, journals: Option<&str>) -> Result<bool, Box<dyn Error>> {
    let mut given = Given::golden()?;
    if let Some(path) = journals {
        given.add_lines(&fs::read_to_string(path)?)?;
    }
    let expected = Counts::of_cases(&given);
    fs::write(counts, serde_json::to_string_pretty(&expected)?)?;
    fs::write(log, serde_json::to_string(&Ocel::of(given.records(), &given.licences))?)?;

    let read = OCEL::import_from_path(log)?;
    let got = Counts::of_log(&read)?;
    for (what, expected, got) in expected.beside(&got) {
        println!("{} {what}: {expected} expected, {got} read", if expected == got { "  " } else { "!!" });
    }
    println!("{} events, {} objects, of {} journals", read.events.len(), read.objects.len(), given.cases.len());
    Ok(expected == got)
}
