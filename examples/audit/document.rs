//! What a file begins with that is something else than lines.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Deserializer, error::Category};
use tongquan::{Journal, register::Revision};

/// A file that is one thing, and not lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Document {
    /// An office: a list of revisions.
    Office,
    /// One JSON document: a value over several lines, or lines in an array.
    Whole,
}

impl Document {
    /// What it is, and what is wanted instead, in Chinese and English.
    pub(crate) fn told(self, wanted: (&str, &str)) -> (String, String) {
        let (zh, en) = match self {
            Self::Office => {
                ("这是登记的修订，请以 --office 指明", "it is an office's revisions: name it with --office")
            }
            Self::Whole => ("整个文件是一份JSON", "it is one JSON document"),
        };
        (
            format!("{zh}；未核查：应为{}（JSON Lines）", wanted.0),
            format!("{en}; not audited: {} is wanted (JSON Lines)", wanted.1),
        )
    }

    /// By how a file begins, and what each of its lines should be; none where they may be lines, good or bad.
    pub(crate) fn of<L: DeserializeOwned>(begins: &[u8]) -> Option<Self> {
        let text = text(begins);
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        if !text.starts_with(['[', '{']) || serde_json::from_str::<L>(first).is_ok() {
            return None;
        }
        let elements = || text.strip_prefix('[').unwrap_or_default();
        if is_revision(elements()) {
            return Some(Self::Office);
        }
        let mut values = Deserializer::from_str(text).into_iter::<IgnoredAny>();
        let whole = match values.next()? {
            // over several lines, or an array in one
            Ok(_) => values.byte_offset() > first.len() || next::<L>(elements()).is_some(),
            Err(why) if why.classify() == Category::Eof => {
                // what is not at hand to its end says nothing
                let mut others = rest.split_inclusive('\n').filter(|it| it.ends_with('\n') && !it.trim().is_empty());
                match others.next() {
                    // a line that breaks off has lines after it
                    Some(second) => serde_json::from_str::<L>(second).is_err(),
                    None if rest.trim().is_empty() => {
                        matches!(first.trim_end(), "[" | "{") || next::<L>(elements()).is_some()
                    }
                    None => false,
                }
            }
            Err(_) => false,
        };
        whole.then_some(Self::Whole)
    }
}

/// Whether a file begins with a journal, on one line or several.
pub(crate) fn is_journals(begins: &[u8]) -> bool {
    next::<Journal>(text(begins)).is_some()
}

/// Whether a revision stands first, or the beginning of one that is not at hand to its end: any other field would be refused at once.
fn is_revision(text: &str) -> bool {
    match Deserializer::from_str(text).into_iter::<Revision>().next() {
        Some(Ok(_)) => true,
        Some(Err(why)) => why.classify() == Category::Eof && text.contains(':'),
        None => false,
    }
}

/// As far as it is text, without what stands before the first line.
fn text(bytes: &[u8]) -> &str {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(why) => bytes.get(..why.valid_up_to()).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default(),
    };
    text.strip_prefix('\u{feff}').unwrap_or(text).trim_start()
}

fn next<T: DeserializeOwned>(text: &str) -> Option<T> {
    Deserializer::from_str(text).into_iter::<T>().next()?.ok()
}
