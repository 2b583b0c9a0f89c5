//! A morning in a county's back office: journals as rows of SQLite, two clerks at one case, an answer lost on the way.
//!
//! ```text
//! cargo run --features canonical --example back_office -- --lang en
//! ```
//!
//! `--db PATH` keeps the database. Where one is kept already, nothing is added: every case in it is proven again. The crate's side of a
//! service stands in `desk.rs`, the database's in `store.rs`. Bodies, people and numbers are fictional.

#[path = "back_office/desk.rs"]
mod desk;
#[path = "handle_case/failure.rs"]
mod failure;
#[path = "back_office/morning.rs"]
mod morning;
#[path = "story/read.rs"]
mod read;
#[path = "back_office/scratch.rs"]
mod scratch;
#[path = "back_office/store.rs"]
mod store;
#[path = "back_office/words.rs"]
mod words;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use desk::NotEntered;
use morning::{Morning, SURVEY};
use read::read;
use rusqlite::Connection;
use scratch::Scratch;
use store::{Fault, Store};
use tongquan::{Body, Department, Office, Refusal, Rule, case::StepKind};
use words::Words;

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let asked = match Asked::read() {
        Ok(asked) => asked,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!(
                "{}",
                failure::told(
                    &*why,
                    asked.words.chinese,
                    &[failure::zh::<Fault>, failure::zh::<NotEntered>, failure::zh::<Refusal>]
                )
            );
            ExitCode::FAILURE
        }
    }
}

const USAGE: &str = "usage: back_office [--db PATH] [--lang zh|en]";

/// What the command line asks for.
struct Asked {
    db: Option<PathBuf>,
    words: Words,
}

impl Asked {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut asked = Self { db: None, words: Words { chinese: true } };
        #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(USAGE)?;
            match name.as_str() {
                "--db" => asked.db = Some(value.into()),
                "--lang" if value == "zh" || value == "en" => asked.words.chinese = value == "zh",
                _ => return Err(USAGE.into()),
            }
        }
        Ok(asked)
    }
}

fn run(asked: &Asked) -> Fallible<()> {
    let office: Office = read("office.json")?;
    let words = asked.words;
    let scratch = Scratch::new("back-office")?;
    let path = asked.db.clone().unwrap_or_else(|| scratch.file("cases.db"));
    words
        .say("标有（虚构）的单位和全部人员、编号均为虚构。", "All people, numbers and bodies so marked are fictional.");
    if path.exists() {
        prove(&path, &office, words)
    } else {
        Store::create(&path)?;
        Morning::begin(&path, &office, words)?.run()?;
        tampered(&path, &scratch.file("copy.db"), words)?;
        prove(&path, &office, words)
    }
}

/// Somebody who can write to the file lets it seem that the city decided. No trigger holds them, but the rules do.
fn tampered(path: &Path, copy: &Path, words: Words) -> Fallible<()> {
    words.head("一份被改动的副本", "A copy that was tampered with");
    let number = SURVEY.parse()?;
    let case = Store::open(path)?.load(&number)?;
    let mut entries = (1..).zip(case.record().entries());
    let decided = entries.find(|(_, it)| it.kind() == StepKind::DecideFavourably);
    let (at, decision) = decided.ok_or("it was not decided")?;
    let theirs = serde_json::to_string(&decision.stamp().by.body())?;
    let other = serde_json::to_string(&Body::from(Department::NaturalResources))?;

    fs::copy(path, copy)?;
    let file = Connection::open(copy)?;
    file.execute_batch("DROP TRIGGER entry_is_not_changed")?;
    file.execute(
        "UPDATE entry SET row = CAST(replace(CAST(row AS TEXT), ?1, ?2) AS BLOB) WHERE case_id = ?3 AND version = ?4",
        (theirs, other, SURVEY, at + 1),
    )?;
    let Err(fault) = Store::open(copy)?.load(&number) else { return Err("the changed row was believed".into()) };
    if !matches!(&fault, Fault::Unproven { why, .. } if why.at == at && why.why.names(Rule::ActorHoldsRole)) {
        return Err(fault.into());
    }
    println!("{}", words.told(&fault));
    Ok(())
}

/// Every case is judged again by the rules, entry by entry, and what it says of the registers is held against them.
fn prove(path: &Path, office: &Office, words: Words) -> Fallible<()> {
    let store = Store::open(path)?;
    words.head("重新打开，逐件证明", "Opened again, and every case proven from its rows");
    let (numbers, mut rows) = (store.cases()?, 0);
    for number in &numbers {
        let case = store.load(number)?;
        case.record().hold_against(office)?;
        let version = case.record().version();
        println!("  {number} | {version} | {}", words.fact(case.stage()));
        rows += version;
    }
    let (stored, cases) = (store.rows()?, numbers.len());
    if rows != stored {
        return Err(format!("{stored} rows are stored, {rows} were read").into());
    }
    println!();
    words.say(
        &format!("库中存有{stored}行，{cases}件办件全部重新证明成立。"),
        &format!("{stored} rows are stored, and all {cases} cases were proven again."),
    );
    Ok(())
}
