//! What a service would take instead, beside tongquan, on equal answers: `cargo run --release` prints every table, `-- route` one of them,
//! `-- growth` how costs grow, `-- budget` what is counted, and whether it keeps to `../budget.csv`.
//! Answers are compared on all questions before anything is timed. Read the ratios, not the times.

mod about;
mod budget;
mod casbin;
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

const TABLES: [fn() -> Table; 13] = [
    route::table,
    crowd::table,
    seal::table,
    lifecycle::table,
    lifecycle::direct,
    lifecycle::window,
    lifecycle::intake,
    lifecycle::step,
    rehydrate::table,
    rehydrate::json,
    rehydrate::postcard,
    logs::table,
    logs::journals,
];

fn main() -> ExitCode {
    keep_memory();
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let tables = || TABLES.iter().map(|it| it());
    let told: Vec<String> = match asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["count", "budget", work] => {
            budget::count(work);
            return ExitCode::SUCCESS;
        }
        ["count", name, row] => {
            tables().filter(|it| it.name == name).for_each(|it| it.count(row));
            return ExitCode::SUCCESS;
        }
        ["budget"] => {
            let (told, within) = budget::compare();
            println!("{told}");
            return if within { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        ["growth"] => vec![growth::measure()],
        [] => {
            tables().for_each(|it| println!("{}", alone(it.name)));
            vec![]
        }
        ["alone", name] => {
            tables().filter(|it| it.name == name).for_each(|it| println!("{MARK}{}", it.measure()));
            return ExitCode::SUCCESS;
        }
        [name] if tables().any(|it| it.name == name) => {
            tables().filter(|it| it.name == name).map(Table::measure).collect()
        }
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
