//! JSON journals: what their audit takes beside reading them, where all are lawful and where every other one lacks its acceptance.

#[path = "../../../../examples/audit/mod.rs"]
#[allow(dead_code, unused_imports, reason = "it is a program, of which the reading of journals is asked")]
mod program;

use std::{
    hint::black_box,
    io::{self, Write},
};

use chrono::NaiveDate;
use tongquan::{
    Journal,
    case::StepKind,
    oversight::{Audit, Conformance},
};

use self::program::{Count, Inputs, Journals, Missed, Told, Words};
use crate::{
    lifecycle::courses::{Course, OFFICE},
    measure::Row,
    table::Table,
};

const CASES: usize = 1_024;
const PARSE: &str = "parse alone: serde_json into Journal";

#[derive(Clone, Copy)]
enum Given {
    Lawful,
    HalfBad,
}

pub fn table() -> Table {
    let rows = vec![
        asks(PARSE, Given::Lawful, |it| it.iter().map(|it| read(it).entries.len()).sum::<usize>()),
        asks("parse and Audit::of, 0 % bad", Given::Lawful, |it| audited(it, Audit::of)),
        asks("parse and Audit::against an office, 0 % bad", Given::Lawful, |it| audited(it, against)),
        asks("parse alone, 50 % bad", Given::HalfBad, |it| it.iter().map(|it| read(it).entries.len()).sum::<usize>()),
        asks("parse and Audit::of, 50 % bad", Given::HalfBad, |it| audited(it, Audit::of)),
        asks("parse and Audit::against an office, 50 % bad", Given::HalfBad, |it| audited(it, against)),
        lines("the example `audit` on JSON Lines, 0 % bad", Given::Lawful),
        lines("the example `audit` on JSON Lines, 50 % bad", Given::HalfBad),
    ];
    let title = "JSON journals audited and tallied, a case";
    Table { title, beside: PARSE, check: Box::new(check), rows }
}

fn asks<T: 'static>(name: &'static str, given: Given, ask: fn(&[String]) -> T) -> Row {
    Row::asks(name, CASES, move || {
        let texts = given.texts();
        move || {
            black_box(ask(black_box(&texts)));
        }
    })
}

/// The program of the examples, which tells what it finds, knows doubles and keeps statistics: all of it but for a file.
fn lines(name: &'static str, given: Given) -> Row {
    Row::asks(name, CASES, move || {
        let text = given.lines();
        move || {
            black_box(told(black_box(&text), &mut io::sink()));
        }
    })
}

fn told(text: &[u8], out: &mut dyn Write) -> Count {
    let mut inputs = Inputs::default();
    inputs.add("lines", Box::new(text));
    let mut beside = io::sink();
    let mut told = Told::new(Words { chinese: true }, false, out, &mut beside);
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).expect("a day");
    let mut journals = Journals::new(None, day, CASES).expect("memory");
    let missed = program::read(&mut journals, inputs, &mut told).expect("it writes to memory");
    assert_eq!(missed, Missed::default());
    journals.count
}

impl Given {
    fn lines(self) -> Vec<u8> {
        self.texts().join("\n").into_bytes()
    }

    fn texts(self) -> Vec<String> {
        let text = |at: usize| {
            let mut journal = read(Course::ALL[at % 4].text());
            journal.opening.step.case = format!("2024-{at}").parse().expect("a mark");
            if matches!(self, Self::HalfBad) && at / 4 % 2 == 0 {
                journal.entries.retain(|it| it.kind() != StepKind::Accept);
            }
            serde_json::to_string(&journal).expect("JSON")
        };
        (0..CASES).map(text).collect()
    }
}

fn read(text: &str) -> Journal {
    serde_json::from_str(text).expect("a journal")
}

fn against(it: Journal) -> Audit {
    Audit::against(it, &OFFICE)
}

fn audited(texts: &[String], audit: fn(Journal) -> Audit) -> Conformance {
    let mut tally = Conformance::default();
    texts.iter().for_each(|it| tally.add(&audit(read(it))));
    tally
}

fn check() {
    for (given, clean) in [(Given::Lawful, CASES), (Given::HalfBad, CASES / 2)] {
        let texts = given.texts();
        for told in [audited(&texts, Audit::of), audited(&texts, against)] {
            assert_eq!((told.cases(), told.clean()), (CASES as u64, clean as u64));
        }
        let mut out = Vec::new();
        let count = told(&given.lines(), &mut out);
        assert_eq!(count.conformance, audited(&texts, Audit::of));
        assert_eq!((count.again, out.is_empty()), (0, clean == CASES));
    }
}
