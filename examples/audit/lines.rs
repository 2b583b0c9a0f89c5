//! Lines of a file that may hold anything: each is read, or told by its number with the reason, and the rest goes on.

use std::io::{self, BufRead, ErrorKind};

use super::unread::Unread;

/// The most that a line may have, in bytes: a journal of ten thousand entries is shorter.
pub(crate) const MOST: usize = 16 << 20;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// Reads line by line into one buffer, which never grows beyond [`MOST`].
pub(crate) struct Lines<R> {
    from: R,
    number: u64,
    buffer: Vec<u8>,
    /// Whether the line before was no UTF-8. If it was UTF-16, the second byte of its end may stand before this one.
    halved: bool,
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
        Self { from, number: 0, buffer: Vec::new(), halved: false }
    }

    /// The next line that is not blank; none at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            let Some(bytes) = self.fill()? else { return Ok(None) };
            self.number += 1;
            let halved = std::mem::take(&mut self.halved) && self.buffer.starts_with(&[0]);
            let from = usize::from(halved);
            let marked = self.buffer.get(from..).is_some_and(|it| it.starts_with(BOM));
            let from = from + if marked { BOM.len() } else { 0 };
            if bytes > MOST as u64 || !self.buffer.iter().skip(from).all(u8::is_ascii_whitespace) {
                let text = text(self.buffer.get(from..).unwrap_or_default(), bytes);
                self.halved = matches!(text, Err(Unread::Utf16 | Unread::NotUtf8 { .. } | Unread::Nul { .. }));
                return Ok(Some(Line { number: self.number, text, marked }));
            }
        }
    }

    /// What comes next, as far as it is at hand.
    pub(crate) fn ahead(&mut self) -> io::Result<&[u8]> {
        loop {
            match self.from.fill_buf() {
                Ok(_) => break,
                Err(why) if why.kind() == ErrorKind::Interrupted => {}
                Err(why) => return Err(why),
            }
        }
        self.from.fill_buf()
    }

    /// The number of the line that was read last.
    pub(crate) const fn number(&self) -> u64 {
        self.number
    }

    /// How much the buffer takes.
    pub(crate) const fn capacity(&self) -> usize {
        self.buffer.capacity()
    }

    /// How many bytes the line has; as many of them as are read are then in the buffer. None at the end.
    fn fill(&mut self) -> io::Result<Option<u64>> {
        self.buffer.clear();
        let mut bytes = 0;
        loop {
            let chunk = match self.from.fill_buf() {
                Ok(chunk) => chunk,
                Err(why) if why.kind() == ErrorKind::Interrupted => continue,
                Err(why) => return Err(why),
            };
            if chunk.is_empty() {
                return Ok((bytes > 0).then_some(bytes));
            }
            let end = chunk.iter().position(|it| *it == b'\n');
            let taken = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or(chunk);
            keep(&mut self.buffer, taken);
            bytes += taken.len() as u64;
            let used = taken.len() + usize::from(end.is_some());
            self.from.consume(used);
            if end.is_some() {
                return Ok(Some(bytes));
            }
        }
    }
}

/// As much as there is room for, where the buffer doubles up to its most.
fn keep(buffer: &mut Vec<u8>, taken: &[u8]) {
    let whole = buffer.len().saturating_add(taken.len()).min(MOST);
    if whole > buffer.capacity() {
        let wanted = buffer.capacity().saturating_mul(2).clamp(whole, MOST);
        buffer.reserve_exact(wanted - buffer.len());
    }
    buffer.extend_from_slice(taken.get(..whole - buffer.len()).unwrap_or_default());
}

fn text(line: &[u8], bytes: u64) -> Result<&str, Unread> {
    if bytes > MOST as u64 {
        return Err(Unread::TooLong { bytes });
    }
    if is_utf16(line) {
        return Err(Unread::Utf16);
    }
    let text = std::str::from_utf8(line);
    let valid = text.map_or_else(|why| why.valid_up_to(), str::len);
    if line.contains(&0)
        && let Some(at) = line.iter().take(valid).position(|it| *it == 0)
    {
        return Err(Unread::Nul { at: at + 1 });
    }
    text.map_err(|_| Unread::NotUtf8 { at: valid + 1, found: line.get(valid).copied().unwrap_or_default() })
}

/// With its mark, or by every second byte: JSON is mostly of ASCII, of which UTF-16 makes one byte 0.
fn is_utf16(line: &[u8]) -> bool {
    if matches!(line, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        return true;
    }
    if !line.contains(&0) {
        return false;
    }
    let pairs = line.chunks_exact(2);
    let of = |side: usize| pairs.clone().filter(|it| it.get(side) == Some(&0)).count();
    let (high, low) = (of(0), of(1));
    pairs.len() > 2 && high.max(low) * 2 >= pairs.len() && high.min(low) * 8 <= high.max(low)
}
