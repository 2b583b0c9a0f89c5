//! Where lines end, and lines without end.

use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read};

use tongquan::case::StepKind;

use super::{counted, good, line};
use crate::{
    audit::{Lines, MOST, Unread, run},
    conformance::golden_journals,
};

/// A line's number, with its text or why it has none.
type Told = (u64, Result<String, Unread>);

/// Each line.
fn lines(from: impl BufRead) -> Vec<Told> {
    let mut lines = Lines::of(from);
    let mut told = Vec::new();
    while let Some(line) = lines.next().unwrap() {
        told.push((line.number, line.text.map(str::to_owned)));
    }
    told
}

fn text(number: u64, text: &str) -> Told {
    (number, Ok(text.to_owned()))
}

#[test]
fn lines_are_counted_from_one_and_blank_ones_passed_over() {
    assert_eq!(lines(&b""[..]), []);
    assert_eq!(lines(&b"\n\r\n \t\n"[..]), []);
    assert_eq!(lines(&b"a\nb\n"[..]), [text(1, "a"), text(2, "b")]);
    assert_eq!(lines(&b"\n\na\r\n\n b"[..]), [text(3, "a\r"), text(5, " b")]);
    // wherever the chunks end
    for chunk in 1..8 {
        assert_eq!(
            lines(BufReader::with_capacity(chunk, &b"abc\n\ndef\r\nx"[..])),
            [text(1, "abc"), text(3, "def\r"), text(4, "x")]
        );
    }
}

#[test]
fn how_lines_end_makes_no_difference() {
    let good = good();
    let whole = counted(good.join("\n").as_bytes());
    assert_eq!((whole.0.conformance.cases(), whole.0.conformance.clean()), (good.len() as u64, good.len() as u64));
    for (end, last) in [("\n", "\n"), ("\r\n", ""), ("\r\n", "\r\n"), ("\n\n \r\n", "\n\n"), (" \n\t", "\n")] {
        assert_eq!(counted(format!("{}{last}", good.join(end)).as_bytes()), whole, "{end:?} {last:?}");
    }
}

#[test]
fn a_line_of_a_hundred_megabytes_is_told_and_takes_no_more_than_the_most() {
    const LONG: usize = 100 << 20;
    let line = good().remove(2);
    let long = || io::repeat(b'[').take(LONG as u64).chain(Cursor::new(format!("\n{line}\n")));
    let mut lines = Lines::of(BufReader::with_capacity(1 << 16, long()));
    let measured = allocation_counter::measure(|| {
        let told = lines.next().unwrap().unwrap();
        assert_eq!((told.number, told.text), (1, Err(Unread::TooLong { bytes: LONG as u64 })));
    });
    assert_eq!(lines.capacity(), MOST);
    // the buffer and, while it grows, the one before it
    assert!(measured.bytes_max <= 2 * MOST as u64, "{measured:?}");
    let next = lines.next().unwrap().unwrap();
    assert_eq!((next.number, next.text), (2, Ok(&*line)));
    assert!(lines.next().unwrap().is_none());
    let (count, missed, told) = counted(long());
    assert_eq!((missed.unread, count), (1, counted(line.as_bytes()).0));
    assert_eq!(told, format!("j line 1: the line has {LONG} bytes, at most {MOST} are read\n"));
}

/// So many journals, each of a case of its own and every other one without its acceptance, each made when it is read.
struct Journals {
    lines: Vec<String>,
    left: usize,
    line: Cursor<Vec<u8>>,
}

impl Journals {
    fn of(many: usize) -> Self {
        let mut journals = golden_journals();
        for (number, journal) in journals.iter_mut().enumerate() {
            journal.opening.step.case = CASE.parse().unwrap();
            journal.entries.retain(|it| number % 2 == 0 || it.kind() != StepKind::Accept);
        }
        Self { lines: journals.iter().map(line).collect(), left: many, line: Cursor::default() }
    }
}

const CASE: &str = "2024-0000000";

impl Read for Journals {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self.line.read(to)? {
            0 if self.left > 0 && !to.is_empty() => {
                self.left -= 1;
                let line = &self.lines[self.left % self.lines.len()];
                let line = line.replacen(CASE, &format!("2024-{:07}", self.left), 1) + "\n";
                self.line = Cursor::new(line.into());
                self.line.read(to)
            }
            some => Ok(some),
        }
    }
}

/// How much memory the program takes at most for so many, beside what it writes.
fn most_memory(many: usize) -> u64 {
    let measured = allocation_counter::measure(|| {
        let arguments = ["--on", "2024-12-31", "--remember", "1000"].map(str::to_owned);
        let input = Box::new(BufReader::new(Journals::of(many)));
        assert_eq!(run(arguments, input, &mut io::sink(), &mut io::sink()), 1);
    });
    measured.bytes_max
}

#[test]
fn ten_times_the_journals_take_no_more_memory() {
    let (few, many) = (most_memory(1_000), most_memory(10_000));
    assert!(many <= few + (1 << 10), "{few} bytes for a thousand, {many} for ten thousand");
}

#[test]
fn the_longest_line_is_read_and_one_byte_more_is_not() {
    for (more, whole) in [(0, true), (1, false)] {
        let long = io::repeat(b'x').take((MOST + more) as u64).chain(&b"\nnext"[..]);
        let mut lines = Lines::of(BufReader::new(long));
        let first = lines.next().unwrap().unwrap();
        assert_eq!(
            first.text.map(str::len),
            if whole { Ok(MOST) } else { Err(Unread::TooLong { bytes: 1 + MOST as u64 }) }
        );
        assert_eq!(lines.next().unwrap().unwrap().text, Ok("next"));
    }
    // also one of nothing but blanks
    let blank = io::repeat(b' ').take(MOST as u64 + 1).chain(&b"\nnext"[..]);
    let told = lines(BufReader::new(blank));
    assert_eq!(told, [(1, Err(Unread::TooLong { bytes: MOST as u64 + 1 })), text(2, "next")]);
}

/// Fails once it has nothing left, in a way.
struct Failing(Cursor<Vec<u8>>, Vec<ErrorKind>);

impl Read for Failing {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self.0.read(to)? {
            0 => self.1.pop().map_or(Ok(0), |kind| Err(kind.into())),
            some => Ok(some),
        }
    }
}

#[test]
fn an_input_that_fails_is_told_where_it_does_and_what_came_before_counts() {
    let good = good();
    let (before, rest) = (format!("{}\n\n{}\n", good[0], good[1]), &good[2][..50]);
    let failing = Failing(Cursor::new(format!("{before}{rest}").into()), vec![ErrorKind::ConnectionReset]);
    let (count, missed, told) = counted(failing);
    assert_eq!((missed.unread, missed.cut), (0, 1));
    assert_eq!(count, counted(before.as_bytes()).0);
    let why = io::Error::from(ErrorKind::ConnectionReset);
    assert_eq!(told, format!("j line 4: it cannot be read from here on, and what follows is not audited: {why}\n"));
    // also where nothing came before, and it would not fail again
    let (_, missed, told) = counted(Failing(Cursor::default(), vec![ErrorKind::ConnectionReset]));
    assert_eq!((missed.unread, missed.cut), (0, 1));
    assert_eq!(told, format!("j line 1: it cannot be read from here on, and what follows is not audited: {why}\n"));
    // an interruption is none
    let interrupted = Failing(Cursor::new(before.clone().into()), vec![ErrorKind::Interrupted; 3]);
    assert_eq!(counted(interrupted), counted(before.as_bytes()));
}
