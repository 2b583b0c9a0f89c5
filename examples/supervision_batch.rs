//! A supervision bureau's nightly batch, as a service would write it: the counts of many shards, made side by side and merged.
//!
//! ```text
//! cargo run --example supervision_batch -- --lang en
//! cargo run --release --example supervision_batch -- --office office.json --on 2024-12-31 --write county.json wenshang.jsonl zoucheng.jsonl
//! cargo run --release --example supervision_batch -- --on 2024-12-31 --write city.json county.json port.jsonl
//! ```
//!
//! A shard is a file of journals, one a line, counted in a thread of its own; or, where its name ends in `.json`, counts that an earlier run wrote with
//! `--write`. They are merged as they come. What the batch tells: conformance by clause; the figures by region, department, modality and month; reports
//! and pushes that nobody acknowledged; and what the figures say for an amendment of the list (`C3`). Without shards it makes its own, of the
//! fictional cases that the tests keep.
//!
//! A line that is no journal is told and left out, and its number is kept with the counts. A shard that cannot be read, or is of another day, is left out
//! as a whole; nothing is then written. Exit status 1: so it was with some shard; 2: the batch could not be run.

#[path = "audit/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the audit reads its lines; the batch counts them apart")]
mod audit;
#[path = "supervision_batch/mod.rs"]
mod batch;

use std::{
    collections::BTreeSet,
    error::Error,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use audit::{Count, Words, today};
use batch::{Batch, Merged, Shard, is_counts, sample, tell};
use chrono::NaiveDate;

fn main() -> ExitCode {
    match Asked::read().and_then(|asked| run(&asked)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// Whether every shard was read.
fn run(asked: &Asked) -> Result<bool, Box<dyn Error>> {
    let (words, office) = (asked.words, audit::office(asked.office.as_deref(), asked.words)?);
    let office = office.as_ref();
    if asked.shards.is_empty() {
        words.say(
            "标有（虚构）的单位和全部人员、编号均为虚构。",
            "All people, numbers and bodies so marked are fictional.",
        );
        let day = asked.day.map_or_else(|| sample::DAY.parse(), Ok)?;
        let (batch, shards, refused) = (Batch::on(day, office), sample::shards(day)?, [sample::of_another_day(day)?]);
        let merged = batch.run(&shards);
        tell::all(words, &merged, office)?;
        words.head("另一日的分片", "a shard of another day");
        tell::shards(words, &batch.run(&refused));
        return asked.written(&merged);
    }
    let merged = Batch::on(asked.day.unwrap_or_else(today), office).run(&asked.shards);
    tell::all(words, &merged, office)?;
    asked.written(&merged)
}

const USAGE: &str =
    "usage: supervision_batch [--office FILE] [--on YYYY-MM-DD] [--write FILE.json] [--lang zh|en] [SHARD …]";

/// What the command line asks for.
struct Asked {
    words: Words,
    office: Option<PathBuf>,
    day: Option<NaiveDate>,
    write: Option<PathBuf>,
    shards: Vec<Shard>,
}

impl Asked {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut asked =
            Self { words: Words { chinese: true }, office: None, day: None, write: None, shards: Vec::new() };
        let mut files = BTreeSet::new();
        #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument}: {USAGE}"));
            match argument.as_str() {
                "--office" => asked.office = Some(value()?.into()),
                "--on" => asked.day = Some(value()?.parse().map_err(|why| format!("--on: {why}\n{USAGE}"))?),
                "--write" => {
                    let file = value()?;
                    if !is_counts(&file) {
                        let why = "--write: a later run knows counts by the name, which ends in .json";
                        return Err(format!("{why}\n{USAGE}").into());
                    }
                    asked.write = Some(file.into());
                }
                "--lang" => match value()?.as_str() {
                    lang @ ("zh" | "en") => asked.words.chinese = lang == "zh",
                    _ => return Err(USAGE.into()),
                },
                it if it.starts_with('-') => return Err(format!("{it}? {USAGE}").into()),
                it if !files.insert(it.to_owned()) => return Err(format!("{it} is named twice").into()),
                it => asked.shards.push(Shard::file(it)),
            }
        }
        Ok(asked)
    }

    /// Writes the counts of all shards, where that is asked and none is missing: whoever merges them next could not tell. Whether none is.
    fn written(&self, merged: &Merged) -> Result<bool, Box<dyn Error>> {
        let is_whole = merged.is_whole();
        let Some(path) = &self.write else { return Ok(is_whole) };
        let file = path.display();
        if is_whole {
            write(path, &merged.count).map_err(|why| format!("{file}: {why}"))?;
            self.words.say(&format!("\n统计已写入{file}"), &format!("\nthe counts are written to {file}"));
        } else {
            self.words
                .say(&format!("\n分片不全，{file}未写"), &format!("\na shard is missing, and {file} is not written"));
        }
        Ok(is_whole)
    }
}

/// As a whole or not at all: beside it first.
fn write(path: &Path, count: &Count) -> Result<(), Box<dyn Error>> {
    let beside = path.with_extension("json.part");
    let mut file = BufWriter::new(File::create(&beside)?);
    serde_json::to_writer(&mut file, count)?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(fs::rename(&beside, path)?)
}
