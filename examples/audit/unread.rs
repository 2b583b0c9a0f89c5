//! Why a line could not be read.

use serde::de::IgnoredAny;
use serde_json::error::Category;
use tongquan::text::Bilingual;

use super::lines::MOST;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unread {
    #[error("the line has {bytes} bytes, at most {MOST} are read")]
    TooLong { bytes: u64 },
    #[error("byte {at} of the line (0x{found:02x}) is not UTF-8: write the file as UTF-8")]
    NotUtf8 { at: usize, found: u8 },
    #[error("the line is UTF-16: write the file as UTF-8")]
    Utf16,
    #[error("byte {at} of the line is 0, which no text has")]
    Nul { at: usize },
    #[error("the line breaks off at byte {at}: {why}")]
    BrokenOff { at: usize, why: String },
    #[error("it is no JSON from byte {at} on: {why}")]
    NotJson { at: usize, why: String },
    #[error("{}, from byte {at} on: {why}", .not.1)]
    Another { not: (&'static str, &'static str), at: usize, why: String },
}

impl Unread {
    /// By what the parser says of a text; and that it is not what a line should be, in Chinese and English.
    pub(crate) fn of(text: &str, why: &serde_json::Error, not: (&'static str, &'static str)) -> Self {
        let (at, told) = (why.column().max(1), why.to_string());
        // a line of its own is always the parser's first
        let place = format!(" at line {} column {}", why.line(), why.column());
        let told = told.strip_suffix(&place).unwrap_or(&told).to_owned();
        match why.classify() {
            Category::Eof => Self::BrokenOff { at, why: told },
            // the parser also calls so what is JSON, where something else was wanted
            Category::Syntax | Category::Io if serde_json::from_str::<IgnoredAny>(text).is_err() => {
                Self::NotJson { at, why: told }
            }
            Category::Syntax | Category::Io | Category::Data => Self::Another { not, at, why: told },
        }
    }
}

impl Bilingual for Unread {
    fn zh(&self) -> String {
        match self {
            Self::TooLong { bytes } => format!("本行有{bytes}字节，至多读{MOST}字节"),
            Self::NotUtf8 { at, found } => format!("本行第{at}字节（0x{found:02x}）不是UTF-8编码，请转为UTF-8"),
            Self::Utf16 => "本行为UTF-16编码，请转为UTF-8".into(),
            Self::Nul { at } => format!("本行第{at}字节为0，文本中不应有"),
            Self::BrokenOff { at, why } => format!("本行至第{at}字节中断：{why}"),
            Self::NotJson { at, why } => format!("自第{at}字节起不是JSON：{why}"),
            Self::Another { not, at, why } => format!("{}，见第{at}字节：{why}", not.0),
        }
    }
}
