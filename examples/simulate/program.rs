//! The program, but for where its arguments come from: what it is asked, and the files that it writes.

use std::{
    error::Error,
    fs::{self, File},
    io::{self, BufWriter, ErrorKind, Write},
    path::Path,
};

use serde::Serialize;

use super::{
    Fallible,
    lines::{Draw, Line},
    log::events,
    summary::Summary,
    world::World,
};

pub(crate) const USAGE: &str = "\
用法 usage: simulate CASES SEED FOLDER|- [--faults PERCENT]

CASES             办件数 / how many cases
SEED              种子，同一种子所出相同 / by which they are drawn: the same seed makes the same
FOLDER            所写文件夹；写作 - 的只将流转记录写至标准输出 / where the files go; by - the journals alone go to standard output
--faults PERCENT  每百件植入差错的件数，未写明为5 / in how many of a hundred a fault is planted: 5 where nothing is said
--help            本说明 / this

office.json       登记，audit --office 所用 / the registers, for audit --office
journals.jsonl    流转记录，一行一件 / the journals, one a line
faults.jsonl      所植差错，一行一处：行号、办件、种类、违规环节及规则 / what was planted, one fault a line: line, case, kind, entries and the rules that they break
cases.jsonl       收件，一行一件，audit --log --cases 所用 / what was filed, one case a line, for audit --log --cases
log.jsonl         普通日志，一行一项：case, activity, at, by，audit --log 所用 / the same as a plain log, one event a line, for audit --log

单位、人员、编号、数量均为虚构。All bodies, people, numbers and volumes are fictional.
";

/// What the command line asks for.
struct Asked {
    cases: u64,
    draw: Draw,
    out: String,
}

enum Wanted {
    Simulation(Asked),
    Usage,
}

/// The whole program, but for where it reads and writes beside its folder; whether it went well.
pub(crate) fn run(arguments: impl IntoIterator<Item = String>, mut out: impl Write, mut beside: impl Write) -> bool {
    let made = Wanted::of(arguments).and_then(|it| match it {
        Wanted::Usage => Ok(out.write_all(USAGE.as_bytes())?),
        Wanted::Simulation(asked) => simulate(&asked, &mut out, &mut beside),
    });
    match made.and_then(|()| Ok(out.flush()?)) {
        Ok(()) => true,
        // whoever reads has had enough
        Err(why) if why.downcast_ref::<io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe) => true,
        Err(why) => {
            // where this cannot be written either, the status says it
            let _ = writeln!(beside, "{why}");
            false
        }
    }
}

impl Wanted {
    fn of(arguments: impl IntoIterator<Item = String>) -> Fallible<Self> {
        let arguments: Vec<String> = arguments.into_iter().collect();
        if arguments.iter().any(|it| matches!(it.as_str(), "--help" | "-h")) {
            return Ok(Self::Usage);
        }
        let number =
            |it: &str| it.parse().map_err(|_| Box::<dyn Error>::from(format!("{it:?}: 应为数 / no number\n\n{USAGE}")));
        let (cases, seed, out, faults) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [cases, seed, out] => (cases, seed, out, 5),
            [cases, seed, out, "--faults", percent] => (cases, seed, out, number(percent)?),
            _ => return Err(USAGE.into()),
        };
        if faults > 100 {
            return Err(format!("{faults}: 至多100 / of 100 it is too much\n\n{USAGE}").into());
        }
        Ok(Self::Simulation(Asked {
            cases: number(cases)?,
            draw: Draw { seed: number(seed)?, faults },
            out: out.to_owned(),
        }))
    }
}

fn simulate(asked: &Asked, to: &mut dyn Write, told: &mut dyn Write) -> Fallible<()> {
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
        write(&mut Out { journals: Box::new(BufWriter::new(to)), beside: None })?;
        told.write_all(summary.told()?.as_bytes())?;
    } else {
        let folder = Path::new(&asked.out);
        fs::create_dir_all(folder)?;
        let file = |name: &str| Fallible::Ok(BufWriter::with_capacity(1 << 20, File::create(folder.join(name))?));
        serde_json::to_writer_pretty(file("office.json")?, &world.office)?;
        let (faults, log, cases) = (file("faults.jsonl")?, file("log.jsonl")?, file("cases.jsonl")?);
        let beside = Some(Beside { faults, log, cases });
        write(&mut Out { journals: Box::new(file("journals.jsonl")?), beside })?;
        to.write_all(summary.told()?.as_bytes())?;
    }
    eprintln!("{:.1} 秒 seconds", begun.elapsed().as_secs_f64());
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
