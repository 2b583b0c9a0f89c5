//! What is read: the office, and the inputs. Here alone the program opens files and asks for the day.

use std::{
    error::Error,
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, NaiveDate};
use tongquan::{Office, register::Revision};

use super::{asked::Asked, reading::Inputs};

/// How much is read at once.
pub(crate) const BUFFER: usize = 1 << 20;

/// The office that journals are held against; every fault of it is told.
pub(crate) fn office(asked: &Asked) -> Result<Option<Office>, Box<dyn Error>> {
    let Some(path) = &asked.office else { return Ok(None) };
    let (name, file) = open(path)?;
    let revisions: Vec<Revision> =
        serde_json::from_reader(BufReader::with_capacity(BUFFER, file)).map_err(|why| format!("{name}: {why}"))?;
    match Office::new(revisions) {
        Ok(office) => Ok(Some(office)),
        Err(faults) => Err(format!("{name}:\n{}", asked.words.of(&faults.zh(), &faults.to_string())).into()),
    }
}

/// The files in turn, and standard input where it is named, or nothing is. That one is missing is told before any is read.
pub(crate) fn inputs(files: &[PathBuf], input: Box<dyn BufRead>) -> Result<Inputs<'static>, Box<dyn Error>> {
    let standard = || -> PathBuf { "-".into() };
    let files = if files.is_empty() { vec![standard()] } else { files.to_vec() };
    let mut input = Some(input);
    let mut inputs = Inputs::default();
    for path in files {
        if path == standard() {
            inputs.add("-", input.take().ok_or("-: 只能一次 / once only")?);
        } else {
            let (name, file) = open(&path)?;
            inputs.add(&name, file_of(file));
        }
    }
    Ok(inputs)
}

/// One file.
pub(crate) fn one(path: &Path) -> Result<Inputs<'static>, Box<dyn Error>> {
    let (name, file) = open(path)?;
    let mut inputs = Inputs::default();
    inputs.add(&name, file_of(file));
    Ok(inputs)
}

fn file_of(file: File) -> Box<dyn BufRead> {
    Box::new(BufReader::with_capacity(BUFFER, file))
}

#[expect(clippy::disallowed_methods, reason = "a program reads its files; the crate reads none")]
fn open(path: &Path) -> Result<(String, File), Box<dyn Error>> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|why| format!("{name}: {why}"))?;
    Ok((name, file))
}

/// Today in Beijing.
#[expect(clippy::disallowed_methods, reason = "a program reads the clock; the crate reads none")]
pub(crate) fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs() as i64);
    DateTime::from_timestamp(seconds + 8 * 3_600, 0).map_or(NaiveDate::MAX, |it| it.date_naive())
}
