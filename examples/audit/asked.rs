//! What the command line asks for.

use std::{
    error::Error,
    fs::File,
    io::{self, BufRead, BufReader},
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, NaiveDate};
use tongquan::{Office, register::Revision};

use super::words::Words;

pub(crate) struct Asked {
    pub(crate) words: Words,
    office: Option<PathBuf>,
    /// As of which day cases are counted.
    pub(crate) day: NaiveDate,
    /// Whether the lines are events of a plain log.
    pub(crate) log: bool,
    /// What was filed in the cases of a plain log.
    pub(crate) cases: Option<PathBuf>,
    /// Whether the counts alone are told.
    pub(crate) quiet: bool,
    /// How many case numbers are remembered, to find those that come again.
    pub(crate) remember: usize,
    files: Vec<PathBuf>,
}

const USAGE: &str = "usage: audit [--office FILE] [--on YYYY-MM-DD] [--log [--cases FILE]] [--quiet] [--remember N] [--lang zh|en] [FILE …]";

impl Asked {
    pub(crate) fn of_arguments() -> Result<Self, String> {
        let mut asked = Self {
            words: Words { chinese: true },
            office: None,
            day: today(),
            log: false,
            cases: None,
            quiet: false,
            remember: 1_500_000,
            files: Vec::new(),
        };
        #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument}: {USAGE}"));
            match argument.as_str() {
                "--office" => asked.office = Some(value()?.into()),
                "--cases" => asked.cases = Some(value()?.into()),
                "--on" => asked.day = value()?.parse().map_err(|why| format!("--on: {why}; {USAGE}"))?,
                "--remember" => {
                    asked.remember = value()?.parse().map_err(|why| format!("--remember: {why}; {USAGE}"))?
                }
                "--log" => asked.log = true,
                "--quiet" => asked.quiet = true,
                "--lang" => asked.words.chinese = value()? == "zh",
                it if it.starts_with('-') => return Err(format!("{it}? {USAGE}")),
                it => asked.files.push(it.into()),
            }
        }
        Ok(asked)
    }

    /// The office that journals are held against, with every fault of it told.
    pub(crate) fn office(&self) -> Result<Option<Office>, Box<dyn Error>> {
        let Some(path) = &self.office else { return Ok(None) };
        let text = read(path)?;
        let revisions: Vec<Revision> =
            serde_json::from_str(&text).map_err(|why| format!("{}: {why}", path.display()))?;
        match Office::new(revisions) {
            Ok(office) => Ok(Some(office)),
            Err(faults) => Err(self.words.of(&faults.zh(), &faults.to_string()).into()),
        }
    }

    /// The files, or standard input where none is named.
    pub(crate) fn inputs(&self) -> Result<Vec<(String, Box<dyn BufRead>)>, Box<dyn Error>> {
        if self.files.is_empty() {
            return Ok(vec![("-".into(), Box::new(io::stdin().lock()))]);
        }
        let open = |path: &PathBuf| -> Result<(String, Box<dyn BufRead>), Box<dyn Error>> {
            let name = path.display().to_string();
            #[expect(clippy::disallowed_methods, reason = "a program reads its files; the crate reads none")]
            let file = File::open(path).map_err(|why| format!("{name}: {why}"))?;
            Ok((name, Box::new(BufReader::with_capacity(1 << 20, file))))
        };
        self.files.iter().map(open).collect()
    }
}

#[expect(clippy::disallowed_methods, reason = "a program reads its files; the crate reads none")]
pub(crate) fn read(path: &PathBuf) -> Result<String, Box<dyn Error>> {
    std::fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()).into())
}

/// Today in Beijing.
#[expect(clippy::disallowed_methods, reason = "a program reads the clock; the crate reads none")]
fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs() as i64);
    DateTime::from_timestamp(seconds + 8 * 3_600, 0).map_or(NaiveDate::MAX, |it| it.date_naive())
}
