//! Reads a seed: tab-separated, first line the header, no quoting, a blank cell is `-`. Every fault names its file and line.

use std::{collections::HashMap, fmt, path::Path};

/// Everything that is wrong with the seeds, one message a line: `seeds/annex1.tsv:21: unknown remark "…"`.
#[derive(Debug, Default)]
pub(crate) struct Fault(Vec<String>);

impl Fault {
    /// Notes one fault.
    pub(crate) fn add(&mut self, at: At, what: impl fmt::Display) {
        self.0.push(format!("{at}: {what}"));
    }
    /// How many have been noted; a reader that finds more afterwards gives nothing back.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

/// A place in a seed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    file: &'static str,
    line: usize,
}

impl At {
    /// Of a seed as a whole.
    pub(crate) const fn file(file: &'static str) -> Self {
        Self { file, line: 1 }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "seeds/{}:{}", self.file, self.line)
    }
}

/// A row of a seed: where it stands, and its cells.
#[derive(Debug)]
pub(crate) struct Line<const N: usize> {
    /// Where it stands.
    pub(crate) at: At,
    /// Its cells, none of them empty.
    pub(crate) cells: [String; N],
}

/// Reads `seeds/<file>` under `root`; nothing where it has a fault.
#[expect(
    clippy::disallowed_methods,
    reason = "the generator is a tool beside the crate, and its work is reading files"
)]
pub(crate) fn read<const N: usize>(
    root: &Path,
    file: &'static str,
    header: [&str; N],
    fault: &mut Fault,
) -> Option<Vec<Line<N>>> {
    let before = fault.count();
    let text = match std::fs::read_to_string(root.join("seeds").join(file)) {
        Ok(text) => text,
        Err(why) => {
            fault.add(At::file(file), format_args!("cannot be read: {why}"));
            return None;
        }
    };
    let mut lines = text.split('\n').enumerate().map(|(at, line)| (At { file, line: at + 1 }, line)).peekable();
    match lines.next() {
        Some((_, line)) if line.split('\t').eq(header) => {}
        _ => fault.add(At::file(file), format_args!("the header is not {:?}", header.join(" "))),
    }
    let mut rows = Vec::new();
    while let Some((at, line)) = lines.next() {
        if lines.peek().is_none() {
            if !line.is_empty() {
                fault.add(at, "the last line does not end");
            }
            break;
        }
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        for (cell, column) in cells.iter().zip(header) {
            if cell.is_empty() {
                fault.add(at, format_args!("{column} is empty; a blank cell is \"-\""));
            } else if cell.trim() != cell || cell.contains(char::is_control) {
                fault.add(at, format_args!("{column} {cell:?} has blanks around it or control characters in it"));
            }
        }
        let found = cells.len();
        match cells.try_into() {
            Ok(cells) => rows.push(Line { at, cells }),
            Err(_) => fault.add(at, format_args!("{found} columns instead of {N}")),
        }
    }
    if rows.is_empty() {
        fault.add(At::file(file), "no rows");
    }
    (fault.count() == before).then_some(rows)
}

/// The cell, unless it is blank.
pub(crate) fn optional(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}

/// The cell, which must not be blank.
pub(crate) fn required<'c>(cell: &'c str, column: &str, at: At, fault: &mut Fault) -> &'c str {
    if optional(cell).is_none() {
        fault.add(at, format_args!("{column} is blank"));
    }
    cell
}

/// The cell's parts between full-width semicolons.
pub(crate) fn parts<'c>(cell: &'c str, column: &str, at: At, fault: &mut Fault) -> Vec<&'c str> {
    let parts: Vec<&str> = optional(cell).into_iter().flat_map(|cell| cell.split('；')).collect();
    if parts.iter().any(|part| part.is_empty() || part.trim() != *part) {
        fault.add(at, format_args!("{column} {cell:?} has an empty part, or blanks around one"));
    }
    parts
}

/// What a word of a closed list stands for.
pub(crate) fn word<T: Copy>(cell: &str, what: &str, known: &[(&str, T)], at: At, fault: &mut Fault) -> Option<T> {
    let found = known.iter().find(|(word, _)| *word == cell).map(|(_, it)| *it);
    if found.is_none() {
        fault.add(at, format_args!("unknown {what} {cell:?}"));
    }
    found
}

/// A number of exactly that many digits.
pub(crate) fn number(cell: &str, what: &str, digits: usize, at: At, fault: &mut Fault) -> Option<u64> {
    let found = cell.parse().ok().filter(|number: &u64| number.to_string() == cell && cell.len() == digits);
    if found.is_none() {
        fault.add(at, format_args!("{what} {cell:?} is not a number of {digits} digits"));
    }
    found
}

/// Cells that must differ from row to row.
#[derive(Debug)]
pub(crate) struct Unique {
    what: &'static str,
    seen: HashMap<String, At>,
}

impl Unique {
    /// `what` names the column in messages.
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, seen: HashMap::new() }
    }
    /// Notes a fault where the cell stood before.
    pub(crate) fn see(&mut self, cell: &str, at: At, fault: &mut Fault) {
        if let Some(first) = self.seen.insert(cell.to_owned(), at) {
            fault.add(at, format_args!("{} {cell:?} stands at {first} already", self.what));
        }
    }
}

/// Checks that rows stand in the order of a key that never repeats.
pub(crate) fn ascending<K: Ord + fmt::Display>(last: &mut Option<K>, key: K, at: At, fault: &mut Fault) {
    if let Some(last) = last.as_ref().filter(|last| **last >= key) {
        fault.add(at, format_args!("{key} is out of order after {last}"));
    }
    *last = Some(key);
}

/// A name fit for an enum's variant: an upper-case letter, then letters and digits.
pub(crate) fn variant<'c>(cell: &'c str, at: At, fault: &mut Fault) -> &'c str {
    let fit = cell.starts_with(|it: char| it.is_ascii_uppercase()) && cell.chars().all(|it| it.is_ascii_alphanumeric());
    if !fit {
        fault.add(at, format_args!("id {cell:?} is not an upper-case letter followed by letters and digits"));
    }
    cell
}
