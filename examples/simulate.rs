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
//! All bodies, people, numbers and volumes are fictional: 单位、人员、编号、数量均为虚构。

#[path = "simulate/mod.rs"]
#[allow(dead_code, unused_imports, reason = "tests ask for the lines in memory")]
mod simulation;

use std::{
    error::Error,
    fs::{self, File},
    io::{self, BufWriter, ErrorKind, Write},
    path::Path,
    process::ExitCode,
};

use serde::Serialize;
use simulation::{Draw, Fallible, Line, Summary, World, events};

fn main() -> ExitCode {
    match Asked::read().and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        // whoever reads has had enough
        Err(why) if why.downcast_ref::<io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

const USAGE: &str = "usage: simulate CASES SEED FOLDER|- [--faults PERCENT]";

/// What the command line asks for.
struct Asked {
    cases: u64,
    draw: Draw,
    out: String,
}

impl Asked {
    fn read() -> Fallible<Self> {
        #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let number = |it: &str| it.parse().map_err(|_| Box::<dyn Error>::from(format!("{it:?} is no number\n{USAGE}")));
        let (cases, seed, out, faults) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [cases, seed, out] => (cases, seed, out, 5),
            [cases, seed, out, "--faults", percent] => (cases, seed, out, number(percent)?),
            _ => return Err(USAGE.into()),
        };
        if faults > 100 {
            return Err(format!("{faults} of 100 is too much\n{USAGE}").into());
        }
        Ok(Self { cases: number(cases)?, draw: Draw { seed: number(seed)?, faults }, out: out.to_owned() })
    }
}

fn run(asked: &Asked) -> Fallible<()> {
    #[expect(clippy::disallowed_methods, reason = "a program measures its own time; the crate reads no clock")]
    let begun = std::time::Instant::now();
    let world = World::new()?;
    let mut summary = Summary::default();
    let mut write = |out: &mut Out| -> Fallible<()> {
        for line in 1..=asked.cases {
            let line = asked.draw.line(&world, line)?;
            out.line(&line)?;
            summary.add(&line)?;
        }
        out.flush()
    };
    if asked.out == "-" {
        write(&mut Out { journals: Box::new(BufWriter::new(io::stdout().lock())), beside: None })?;
        eprint!("{}", summary.told(begun.elapsed().as_secs_f64())?);
    } else {
        let folder = Path::new(&asked.out);
        fs::create_dir_all(folder)?;
        let file = |name: &str| Fallible::Ok(BufWriter::with_capacity(1 << 20, File::create(folder.join(name))?));
        serde_json::to_writer_pretty(file("office.json")?, &world.office)?;
        let (faults, log, cases) = (file("faults.jsonl")?, file("log.jsonl")?, file("cases.jsonl")?);
        let beside = Some(Beside { faults, log, cases });
        write(&mut Out { journals: Box::new(file("journals.jsonl")?), beside })?;
        print!("{}", summary.told(begun.elapsed().as_secs_f64())?);
    }
    Ok(())
}

/// Where the lines go.
struct Out<'o> {
    journals: Box<dyn Write + 'o>,
    beside: Option<Beside>,
}

/// What is written beside the journals, where there is a folder for it.
struct Beside {
    faults: BufWriter<File>,
    log: BufWriter<File>,
    cases: BufWriter<File>,
}

impl Out<'_> {
    fn line(&mut self, line: &Line) -> Fallible<()> {
        json(&mut self.journals, &line.journal)?;
        let Some(beside) = &mut self.beside else { return Ok(()) };
        if let Some(fault) = &line.fault {
            json(&mut beside.faults, fault)?;
        }
        json(&mut beside.cases, &line.journal.opening.step)?;
        events(&line.journal).try_for_each(|it| json(&mut beside.log, &it))
    }

    fn flush(&mut self) -> Fallible<()> {
        self.journals.flush()?;
        if let Some(Beside { faults, log, cases }) = &mut self.beside {
            [faults, log, cases].into_iter().try_for_each(Write::flush)?;
        }
        Ok(())
    }
}

/// One value a line.
fn json(mut to: impl Write, it: &impl Serialize) -> Fallible<()> {
    serde_json::to_writer(&mut to, it).map_err(io::Error::from)?;
    Ok(to.write_all(b"\n")?)
}
