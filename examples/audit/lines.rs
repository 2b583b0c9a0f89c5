//! Lines of a file that may hold anything: each is read, or told by its number with the reason, and the rest goes on.

use std::io::{self, BufRead};

/// The most that a line may have, in bytes: a journal of ten thousand entries is shorter.
pub(crate) const MOST: usize = 16 << 20;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads line by line into one buffer, which never grows beyond [`MOST`] and a little.
pub(crate) struct Lines<R> {
    from: R,
    number: u64,
    buffer: Vec<u8>,
}

/// A line that could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unread {
    #[error("the line has {bytes} bytes, at most {MOST} are read")]
    TooLong { bytes: u64 },
    #[error("byte {at} of the line is not UTF-8")]
    NotUtf8 { at: usize },
    #[error("the file is UTF-16: write it as UTF-8")]
    Utf16,
}

impl Unread {
    pub(crate) fn zh(&self) -> String {
        match self {
            Self::TooLong { bytes } => format!("本行有{bytes}字节，至多读{MOST}字节"),
            Self::NotUtf8 { at } => format!("本行第{at}字节不是UTF-8编码"),
            Self::Utf16 => "文件为UTF-16编码，请转为UTF-8".into(),
        }
    }
}

/// A line: its number, counted from 1, and its text.
#[derive(Debug)]
pub(crate) struct Line<'l> {
    pub(crate) number: u64,
    pub(crate) text: Result<&'l str, Unread>,
    /// Whether a byte order mark stood before it, which was left out.
    pub(crate) marked: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) const fn of(from: R) -> Self {
        Self { from, number: 0, buffer: Vec::new() }
    }

    /// The next line that is not blank; none at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            let Some(bytes) = self.fill()? else { return Ok(None) };
            self.number += 1;
            if bytes > MOST as u64 || !self.buffer.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(self.line(bytes)));
            }
        }
    }

    fn line(&self, bytes: u64) -> Line<'_> {
        let first = self.number == 1;
        let marked = first && self.buffer.starts_with(BOM);
        let text = self.buffer.strip_prefix(if marked { BOM } else { b"" }).unwrap_or_default();
        let text = match std::str::from_utf8(text) {
            _ if bytes > MOST as u64 => Err(Unread::TooLong { bytes }),
            Ok(text) => Ok(text.trim()),
            Err(_) if first && matches!(text, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) => Err(Unread::Utf16),
            Err(why) => Err(Unread::NotUtf8 { at: why.valid_up_to() + 1 }),
        };
        Line { number: self.number, text, marked }
    }

    /// How many bytes the line has, as many of them as are read in the buffer.
    fn fill(&mut self) -> io::Result<Option<u64>> {
        self.buffer.clear();
        let mut bytes = 0;
        loop {
            let chunk = self.from.fill_buf()?;
            if chunk.is_empty() {
                return Ok((bytes > 0).then_some(bytes));
            }
            let end = chunk.iter().position(|it| *it == b'\n');
            let taken = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or(chunk);
            let room = MOST.saturating_sub(self.buffer.len()).min(taken.len());
            self.buffer.extend_from_slice(taken.get(..room).unwrap_or_default());
            bytes += taken.len() as u64 + u64::from(end.is_some());
            let used = taken.len() + usize::from(end.is_some());
            self.from.consume(used);
            if end.is_some() {
                return Ok(Some(bytes));
            }
        }
    }
}
