//! What is read: the office, and the inputs. Here alone the program opens files and asks for the day.

use std::{
    error::Error,
    fs::File,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, NaiveDate};
use tongquan::{Office, register::Revision};

use super::{document, reading::Inputs, words::Words};

/// How much is read at once.
pub(crate) const BUFFER: usize = 1 << 20;

/// The office that journals are held against; every fault of it is told.
pub(crate) fn office(path: Option<&Path>, words: Words) -> Result<Option<Office>, Box<dyn Error>> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display();
    let mut file = open(path).map_err(|why| format!("{name}: {why}"))?;
    let is_journals = file.fill_buf().is_ok_and(document::is_journals);
    let revisions: Vec<Revision> = serde_json::from_reader(file).map_err(|why| {
        let (zh, en) = if is_journals {
            ("这是流转记录，不用 --office 指明", "they are journals, which are named without --office")
        } else {
            ("不能读作登记", "it cannot be read as an office")
        };
        let zh = format!("{zh}；应为登记的修订，即一份JSON数组，如 simulate 所写的 office.json：{why}");
        let en = format!("{en}; a list of revisions is wanted, one JSON array, as the office.json of simulate: {why}");
        format!("{name}: {}", words.of(&zh, &en))
    })?;
    match Office::new(revisions) {
        Ok(office) => Ok(Some(office)),
        Err(faults) => Err(format!("{name}:\n{}", words.told(&faults)).into()),
    }
}

/// The files in turn, and standard input where it is named, or nothing is. One that is missing is told in its turn.
pub(crate) fn inputs(files: &[PathBuf], input: Box<dyn BufRead>) -> Result<Inputs<'static>, Box<dyn Error>> {
    let standard = || -> PathBuf { "-".into() };
    let files = if files.is_empty() { vec![standard()] } else { files.to_vec() };
    let mut input = Some(input);
    let mut inputs = Inputs::default();
    for path in files {
        if path == standard() {
            inputs.add("-", input.take().ok_or("-: 只能一次 / once only")?);
        } else {
            inputs.opened(&path.display().to_string(), open(&path));
        }
    }
    Ok(inputs)
}

/// One file, without which nothing is audited.
pub(crate) fn one(path: &Path) -> Result<Inputs<'static>, Box<dyn Error>> {
    let name = path.display().to_string();
    let mut inputs = Inputs::default();
    inputs.add(&name, open(path).map_err(|why| format!("{name}: {why}"))?);
    Ok(inputs)
}

#[expect(clippy::disallowed_methods, reason = "a program reads its files; the crate reads none")]
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    Ok(Box::new(BufReader::with_capacity(BUFFER, File::open(path)?)))
}

/// Today in Beijing.
#[expect(clippy::disallowed_methods, reason = "a program reads the clock; the crate reads none")]
pub(crate) fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs() as i64);
    DateTime::from_timestamp(seconds + 8 * 3_600, 0).map_or(NaiveDate::MAX, |it| it.date_naive())
}
