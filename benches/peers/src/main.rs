//! What a service would take instead, beside tongquan, on equal answers: `cargo run --release` prints every table, `-- route` one of them,
//! `-- growth` how costs grow, `-- budget` what is counted, and whether it keeps to `../budget.csv`.
//! Answers are compared on all questions before anything is timed. Read the ratios, not the times.

mod about;
mod budget;
mod crowd;
mod growth;
mod lifecycle;
mod logs;
mod measure;
mod rehydrate;
mod route;
mod seal;
mod table;

use std::{
    hint::black_box,
    process::{Command, ExitCode, Stdio},
};

use table::Table;

const TABLES: [(&str, fn() -> Table); 13] = [
    ("route", route::table),
    ("crowd", crowd::table),
    ("seal", seal::table),
    ("lifecycle", lifecycle::table),
    ("lifecycle_direct", lifecycle::direct),
    ("lifecycle_window", lifecycle::window),
    ("lifecycle_intake", lifecycle::intake),
    ("step", lifecycle::step),
    ("rehydrate", rehydrate::table),
    ("rehydrate_json", rehydrate::json),
    ("rehydrate_postcard", rehydrate::postcard),
    ("logs", logs::table),
    ("journals", logs::journals),
];

fn named(name: &str) -> Option<Table> {
    TABLES.iter().find(|it| it.0 == name).map(|it| it.1())
}

fn main() -> ExitCode {
    keep_memory();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let told: Vec<String> = match asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["count", "budget", work] => {
            budget::count(work);
            return ExitCode::SUCCESS;
        }
        ["count", "growth", curve] => {
            growth::count(curve);
            return ExitCode::SUCCESS;
        }
        ["count", name, row] => {
            named(name).expect("a table").count(row);
            return ExitCode::SUCCESS;
        }
        ["budget"] => {
            let (told, within) = budget::compare();
            println!("{told}");
            return if within { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        ["growth"] => vec![growth::measure()],
        [] => {
            TABLES.iter().for_each(|it| println!("{}", alone(it.0)));
            vec![]
        }
        ["alone", name] => {
            println!("{MARK}{}", named(name).expect("a table").measure(name));
            return ExitCode::SUCCESS;
        }
        [name] => vec![named(name).expect("nothing, a table, growth, or budget").measure(name)],
        _ => panic!("nothing, a table, growth, or budget"),
    };
    // criterion talks while it measures: the tables come last
    println!("{}\n{}", told.concat(), about::run());
    ExitCode::SUCCESS
}

/// What stands before a table, after all that criterion said.
const MARK: char = '\u{1e}';

/// A table that a process of its own measures: what others leave behind in memory costs it nothing.
fn alone(table: &str) -> String {
    let this = std::env::current_exe().expect("this program");
    let done = Command::new(this).args(["alone", table]).stderr(Stdio::inherit()).output().expect("its own process");
    let told = String::from_utf8(done.stdout).expect("text");
    told.split_once(MARK).expect("a table").1.to_owned()
}

/// A large piece given back makes the allocator keep what it has: otherwise it gives memory back to the system and asks for it anew within a row, or not,
/// as its heap happens to end.
fn keep_memory() {
    const LARGE: usize = 30 << 20;
    drop(black_box(vec![1_u8; LARGE]));
}
