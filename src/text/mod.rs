//! Free text and identifiers: the only two doors by which a caller's words enter the crate, and the error that says what was meant instead.

mod unknown;

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use unknown::{Sought, Unknown};

/// Free text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing but white space.
    #[error("text is empty")]
    Empty,
    /// More characters than the field takes.
    #[error("text has {got} characters, at most {most} are taken")]
    TooLong {
        /// Characters given.
        got: usize,
        /// Characters taken.
        most: usize,
    },
    /// A character that the field does not take.
    #[error("character {at} of the text ({found:?}) is not taken here")]
    Character {
        /// Which character, counted from 1.
        at: usize,
        /// The character.
        found: char,
    },
}

impl BadText {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::Empty => "文字为空".into(),
            Self::TooLong { got, most } => format!("文字有{got}个字符，至多{most}个"),
            Self::Character { at, found } => format!("第{at}个字符（{found:?}）不可用于此处"),
        }
    }
}

/// 文字: a piece of free text as a person wrote it, 1 to 2,000 characters, no blank at either end, nothing unseen, no control
/// characters but line feed. Shared when cloned.
///
/// ```
/// use tongquan::text::{BadText, Text};
/// assert_eq!("缺少申请表".parse::<Text>()?.as_str(), "缺少申请表");
/// assert_eq!("  ".parse::<Text>(), Err(BadText::Empty));
/// # Ok::<(), BadText>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Arc<str>);

impl Text {
    /// The most characters that a text may have.
    pub const MOST: usize = 2_000;
}

/// 编号: an identifier that a service or a standard gave: 1 to 64 characters, none of them white space, unseen or
/// control. Shared when cloned.
///
/// It is opaque to the crate: case numbers, references to applicants and staff, codes of a standard's materials, steps and conditions.
///
/// ```
/// use tongquan::text::{BadText, Mark};
/// assert!("WS-2026-000123".parse::<Mark>().is_ok());
/// assert_eq!("a b".parse::<Mark>(), Err(BadText::Character { at: 2, found: ' ' }));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(Arc<str>);

impl Mark {
    /// The most characters that a mark may have.
    pub const MOST: usize = 64;
}

fn check(text: &str, most: usize, taken: fn(char) -> bool) -> Result<(), BadText> {
    if text.trim().is_empty() {
        return Err(BadText::Empty);
    }
    let got = text.chars().count();
    for (at, found) in (1..).zip(text.chars()) {
        let blank = found.is_whitespace() && (at == 1 || at == got);
        if blank || is_unseen(found) || !taken(found) {
            return Err(BadText::Character { at, found });
        }
    }
    if got > most { Err(BadText::TooLong { got, most }) } else { Ok(()) }
}

/// Characters that a reader does not see: with them two texts can look the same, or one read backwards.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

macro_rules! checked {
    ($Type:ident, $taken:expr) => {
        impl $Type {
            /// The text as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $Type {
            type Err = BadText;
            fn from_str(text: &str) -> Result<Self, BadText> {
                check(text, Self::MOST, $taken)?;
                Ok(Self(text.into()))
            }
        }
        impl TryFrom<&str> for $Type {
            type Error = BadText;
            fn try_from(text: &str) -> Result<Self, BadText> {
                text.parse()
            }
        }
        impl AsRef<str> for $Type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
        impl fmt::Debug for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(FromText::new())
            }
        }
    };
}
checked!(Text, |c| c == '\n' || !c.is_control());
checked!(Mark, |c| !c.is_whitespace() && !c.is_control());

/// Reads a value from its text form, borrowed where the format can lend it.
pub(crate) struct FromText<T>(std::marker::PhantomData<T>);

impl<T> FromText<T> {
    pub(crate) const fn new() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<T: FromStr<Err: fmt::Display>> de::Visitor<'_> for FromText<T> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|why| E::custom(format_args!("{:?}: {why}", shown(text))))
    }
}

/// Enough of an input to know it by: a message does not repeat a megabyte.
fn shown(input: &str) -> std::borrow::Cow<'_, str> {
    match input.char_indices().nth(SHOWN) {
        None => input.into(),
        Some((end, _)) => format!("{}…", input.get(..end).unwrap_or_default()).into(),
    }
}

const SHOWN: usize = 80;
