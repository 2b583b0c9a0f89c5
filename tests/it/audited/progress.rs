//! How far it has come, on long inputs.

use std::io;

use crate::audit::{Inputs, Missed, Place, Reading, Told, Words, read};

/// Takes numbers, and finds something in the odd ones.
#[derive(Default)]
struct Numbers {
    all: Vec<u32>,
}

impl Reading for Numbers {
    type Line = u32;
    const NOT: (&'static str, &'static str) = ("不是数", "no number");
    const EACH: (&'static str, &'static str) = ("一行一数", "one number a line");
    const STRIDE: u64 = 3;
    fn take(&mut self, _: &Place<'_>, line: u32, text: &str, _: &mut Told<'_>) -> io::Result<()> {
        assert_eq!(text, line.to_string());
        self.all.push(line);
        Ok(())
    }
    fn found(&self) -> u64 {
        self.all.iter().filter(|it| *it % 2 == 1).count() as u64
    }
}

#[test]
fn it_is_told_beside_every_so_many_lines_over_all_inputs() {
    for (chinese, expected) in [
        (true, "a 第4行：2件有违规环节\nb 第1行：3件有违规环节\n"),
        (false, "a line 4: 2 cases with breaches\nb line 1: 3 cases with breaches\n"),
    ] {
        let mut inputs = Inputs::default();
        // one blank, one that cannot be read
        inputs.add("a", Box::new(&b"1\n\n2\n3\nx\n5\n"[..]));
        inputs.add("b", Box::new(&b"6\n8"[..]));
        let (mut out, mut beside, mut numbers) = (Vec::new(), Vec::new(), Numbers::default());
        let mut told = Told::new(Words { chinese }, true, &mut out, &mut beside);
        let missed = read(&mut numbers, inputs, &mut told).unwrap();
        assert_eq!(missed, Missed { unread: 1, cut: 0 });
        assert_eq!(numbers.all, [1, 2, 3, 5, 6, 8]);
        assert_eq!(String::from_utf8(beside).unwrap(), expected);
        assert_eq!(String::from_utf8(out).unwrap().lines().count(), 1);
    }
}

/// Nobody reads any more.
struct Gone;

impl io::Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_cannot_be_written_ends_it_and_a_reader_who_has_had_enough_is_told_nothing() {
    let mut beside = Vec::new();
    let status = crate::audit::run([], Box::new(&b"x\n"[..]), &mut Gone, &mut beside);
    assert_eq!((status, beside.as_slice()), (2, &b""[..]));
}
