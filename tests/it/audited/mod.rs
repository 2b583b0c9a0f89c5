//! The example `audit`: lines that may hold anything, each read or told by number and reason, and what it comes to.

mod again;
mod encodings;
mod given;
mod json;
mod lines;
mod logs;
mod mixed;
mod program;
mod progress;
mod reconciled;
mod seen;
mod shown;
mod tables;

use std::io::{BufReader, Cursor, Read};

use chrono::NaiveDate;
use tongquan::Journal;

use crate::{
    audit::{Count, Inputs, Journals, Missed, Told, Words, read, run},
    conformance::golden_journals,
};

/// The golden journals, each of a case of its own, a line each.
fn good() -> Vec<String> {
    let mut journals = golden_journals();
    for (number, journal) in journals.iter_mut().enumerate() {
        journal.opening.step.case = format!("2024-good-{number}").parse().unwrap();
    }
    journals.iter().map(line).collect()
}

fn line(journal: &Journal) -> String {
    serde_json::to_string(journal).unwrap()
}

/// What the program says, and its exit status.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    status: u8,
    out: String,
    beside: String,
}

fn said(arguments: &[&str], input: impl Into<Vec<u8>>) -> Said {
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let arguments = arguments.iter().map(|it| (*it).to_owned());
    let status = run(arguments, Box::new(Cursor::new(input.into())), &mut out, &mut beside);
    let text = |it| String::from_utf8(it).unwrap();
    Said { status, out: text(out), beside: text(beside) }
}

fn day() -> NaiveDate {
    "2024-12-31".parse().unwrap()
}

/// What journals come to without an office, and what is told meanwhile, in English.
fn counted(input: impl Read) -> (Count, Missed, String) {
    let mut inputs = Inputs::default();
    inputs.add("j", Box::new(BufReader::new(input)));
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let mut told = Told::new(Words { chinese: false }, false, &mut out, &mut beside);
    let mut journals = Journals::new(None, day(), 1_000).unwrap();
    let missed = read(&mut journals, inputs, &mut told).unwrap();
    (journals.count, missed, String::from_utf8(out).unwrap())
}

/// A line that cannot be read is told by its number and reason, in both languages, and changes nothing else: it stands between good ones.
#[track_caller]
fn is_told(bad: impl AsRef<[u8]>, zh: &str, en: &str) {
    let (good, bad) = (good(), bad.as_ref());
    let with: Vec<u8> = [good[0].as_bytes(), b"\n", bad, b"\n", good[1].as_bytes(), b"\n"].concat();
    let without = format!("{}\n\n{}\n", good[0], good[1]);
    for (language, place, why) in [("zh", "- 第2行：", zh), ("en", "- line 2: ", en)] {
        let arguments = ["--on", "2024-12-31", "--lang", language];
        let (told, rest) = (said(&arguments, &*with), said(&arguments, &*without));
        let mut lines: Vec<&str> = told.out.lines().collect();
        assert!(lines[0].starts_with(place) && lines[0].contains(why), "{why:?} in {:?}", lines[0]);
        let unread =
            if language == "zh" { "未读1行，重复0件" } else { "1 lines not read, 0 cases that came before" };
        let at = lines.iter().position(|it| *it == unread).unwrap();
        lines.remove(at);
        assert!(lines[1..].iter().copied().eq(rest.out.lines()), "{}\n{}", told.out, rest.out);
        assert_eq!((told.status, rest.status), (1, 0));
    }
}
