//! 核查: an audit of many journals, or of a plain log, a line each. It writes where it is told to, so that tests can read what it says.

mod asked;
mod count;
mod document;
pub(crate) mod evidence;
mod filed;
mod files;
mod journals;
mod lines;
mod plain;
mod reading;
pub(crate) mod report;
mod seen;
mod table;
mod told;
mod unread;
#[path = "../handle_case/words.rs"]
#[allow(clippy::duplicate_mod, reason = "each example that speaks has it")]
mod words;

use std::{
    error::Error,
    io::{self, BufRead, ErrorKind, Write},
};

use tongquan::Office;

pub(crate) use asked::{Asked, USAGE, Wanted};
pub(crate) use count::Count;
pub(crate) use document::Document;
pub(crate) use filed::Filed;
pub(crate) use files::{BUFFER, office, today};
pub(crate) use journals::Journals;
pub(crate) use lines::{Lines, MOST};
pub(crate) use plain::{Plain, begun};
pub(crate) use reading::{Inputs, Missed, Reading, read};
pub(crate) use seen::{Came, Seen};
pub(crate) use table::{Side, Table};
pub(crate) use told::{Place, Told};
pub(crate) use unread::Unread;
pub(crate) use words::Words;

/// What an audit came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Clean,
    /// A breach, a line that could not be read, or a case that came again.
    Found,
    /// Not every input could be read, or not to its end.
    Cut,
}

impl Outcome {
    pub(crate) const fn of(clean: bool, missed: Missed) -> Self {
        match (missed.cut, clean && missed.unread == 0) {
            (0, true) => Self::Clean,
            (0, false) => Self::Found,
            _ => Self::Cut,
        }
    }

    /// The exit status.
    pub(crate) const fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Found => 1,
            Self::Cut => NOT_MADE,
        }
    }
}

const NOT_MADE: u8 = 2;

/// The whole program, but for where it reads and writes; its exit status.
pub(crate) fn run(
    arguments: impl IntoIterator<Item = String>,
    input: Box<dyn BufRead>,
    out: &mut dyn Write,
    beside: &mut dyn Write,
) -> u8 {
    let made = match Asked::of(arguments) {
        Ok(Wanted::Usage) => out.write_all(USAGE.as_bytes()).map(|()| 0).map_err(Into::into),
        Ok(Wanted::Audit(asked)) => audit(&asked, input, out, beside).map(Outcome::status),
        Err(why) => Err(why.into()),
    };
    let made = made.and_then(|it| Ok(out.flush().map(|()| it)?));
    made.unwrap_or_else(|why: Box<dyn Error>| {
        let gone = why.downcast_ref::<io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe);
        if !gone {
            // where this cannot be written either, the status says it
            let _ = writeln!(beside, "{why}");
        }
        NOT_MADE
    })
}

fn audit(
    asked: &Asked,
    input: Box<dyn BufRead>,
    out: &mut dyn Write,
    beside: &mut dyn Write,
) -> Result<Outcome, Box<dyn Error>> {
    let office = files::office(asked.office.as_deref(), asked.words)?;
    let inputs = files::inputs(&asked.files, input)?;
    let mut told = Told::new(asked.words, asked.quiet, out, beside);
    if !asked.log {
        let mut journals = Journals::new(office.as_ref(), asked.day, asked.remember)?;
        let missed = read(&mut journals, inputs, &mut told)?;
        return Ok(journals.close(missed, &mut told)?);
    }
    let (mut filed, mut missed) = (Filed::default(), Missed::default());
    if let Some(path) = &asked.cases {
        missed = read(&mut filed, files::one(path)?, &mut told)?;
    }
    let mut plain = Plain::new(office.as_ref().unwrap_or_else(|| Office::built_in()), filed);
    missed.add(read(&mut plain, inputs, &mut told)?);
    Ok(plain.close(missed, &mut told)?)
}
