//! Free text, identifiers and references to persons: the only doors by which a caller's words enter the crate, and the errors that say what
//! would mend them or was meant instead.

mod alike;
mod bilingual;
mod personal;
mod unknown;

use std::{borrow::Borrow, fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::written::written;

pub(crate) use alike::alike;
pub use bilingual::Bilingual;
pub(crate) use bilingual::bilingual;
pub use personal::PersonalData;
pub use unknown::{Sought, Unknown};
pub(crate) use unknown::{named_in, nearest, quoted};

/// 文字不合规: a text, mark or reference was refused, and why.
///
/// ```
/// use tongquan::text::{BadText, Text};
/// let why = "联系人电话13800138000".parse::<Text>().unwrap_err();
/// assert_eq!(why.zh(), "第6个字符起为手机号码，属个人隐私信息，应予隐去（第三部分第7点）");
/// // the form shows where: `at` counts characters, not bytes
/// let BadText::PersonalData { at, .. } = why else { return Err(why.into()) };
/// assert_eq!("联系人电话13800138000".chars().nth(at - 1), Some('1'));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BadText {
    /// 空: nothing but white space.
    #[error("text is empty")]
    Empty,
    /// 过长: more characters than the field takes.
    #[error("text has {got} characters, at most {most} are taken")]
    TooLong {
        /// How many characters were given.
        got: usize,
        /// How many the field takes at the most.
        most: usize,
    },
    /// 不可用的字符: a character that the field does not take.
    #[error("character {at} of the text ({found:?}) is not taken here")]
    Character {
        /// Which character, counted from 1.
        at: usize,
        /// The character that is not taken.
        found: char,
    },
    /// 个人信息: personal data, which a text must leave out (`C7`).
    #[error("a {kind} begins at character {at} of the text: leave it out, personal data is not to be told (C7)")]
    PersonalData {
        /// Which kind of personal data.
        kind: PersonalData,
        /// Which character it begins at, counted from 1; a country code is not counted in.
        at: usize,
    },
}

bilingual!(BadText, Unknown);

impl BadText {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::Empty => "文字为空".into(),
            Self::TooLong { got, most } => format!("文字有{got}个字符，至多{most}个"),
            Self::Character { at, found } => format!("第{at}个字符（{found:?}）不可用于此处"),
            Self::PersonalData { kind, at } => {
                format!("第{at}个字符起为{}，属个人隐私信息，应予隐去（第三部分第7点）", kind.label())
            }
        }
    }
}

/// 文字: a piece of free text as a person wrote it, 1 to 2,000 characters, no blank at either end, nothing unseen, no control
/// characters but line feed. Shared when cloned.
///
/// A resident identity number or a mobile number in it is refused, across spaces, hyphens, dots and the like between its groups of digits: a
/// handbook's example cases are to hide people's privacy (`C7`), and we ask the same of every text. The check is necessary, not sufficient;
/// the rest, its author attests.
///
/// ```
/// use tongquan::text::{BadText, PersonalData, Text};
/// assert_eq!("缺少申请表".parse::<Text>()?.as_str(), "缺少申请表");
/// assert_eq!("  ".parse::<Text>(), Err(BadText::Empty));
/// let told = "电话13800138000".parse::<Text>();
/// assert_eq!(told, Err(BadText::PersonalData { kind: PersonalData::Mobile, at: 3 }));
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
/// It is opaque to the crate: case numbers, numbers of licences and agreements, codes of a standard's materials, steps and conditions. It is
/// not searched for personal data: a number of 18 digits may look like an identity number by chance. A person is referred to by a [`Person`].
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

/// 人员代号: an opaque reference to a person, applicant or staff, that a service gave: a [`Mark`] in which no personal data stands (`C7`).
/// Whom it stands for, only the service knows. Shared when cloned.
///
/// ```
/// use tongquan::text::{BadText, Person, PersonalData};
/// assert!("clerk-7".parse::<Person>().is_ok());
/// let number = "37082919900101123X".parse::<Person>();
/// assert_eq!(number, Err(BadText::PersonalData { kind: PersonalData::ResidentId, at: 1 }));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person(Arc<str>);

impl Person {
    /// The most characters that a reference may have.
    pub const MOST: usize = Mark::MOST;
}

impl From<Person> for Mark {
    fn from(it: Person) -> Self {
        Self(it.0)
    }
}

fn check(text: &str, most: usize, taken: fn(char) -> bool) -> Result<(), BadText> {
    // what is written most is taken in every field: signs of ASCII, each of one byte, and Chinese names
    let plain = if text.bytes().all(|it| it.is_ascii_graphic()) {
        Some(text.len())
    } else {
        text.chars().try_fold(0, |count, it| is_plain(it).then_some(count + 1))
    };
    if plain.is_some_and(|count| (1..=most).contains(&count)) {
        return Ok(());
    }
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

/// Letters, digits and signs of ASCII, Chinese characters, and the brackets and commas between them.
const fn is_plain(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{4e00}'..='\u{9fff}' | '（' | '）' | '，' | '、')
}

fn impersonal(text: &str) -> Result<(), BadText> {
    PersonalData::find(text).map_or(Ok(()), |(kind, at)| Err(BadText::PersonalData { kind, at }))
}

/// Characters that a reader does not see: with them two texts can look the same, or one read backwards.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

macro_rules! checked {
    ($Type:ident, $taken:expr $(, $also:path)?) => {
        impl $Type {
            /// The text as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
            /// What stands where a person has yet to write: the first blank, the second.
            pub(crate) fn blank(nth: usize) -> Self {
                Self("—".repeat(nth).into())
            }
        }
        impl FromStr for $Type {
            type Err = BadText;
            fn from_str(text: &str) -> Result<Self, BadText> {
                check(text, Self::MOST, $taken)?;
                $($also(text)?;)?
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
/// A text is found by its letters.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What fields take, as patterns, for who reads the schemas.
#[cfg(feature = "schema")]
pub(crate) mod pattern {
    /// A character that a reader sees, and no space.
    macro_rules! seen {
        () => {
            r"[^\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
        };
    }
    pub(crate) use seen;

    pub(crate) const MARK: &str = concat!("^", seen!(), "+$");
    pub(super) const TEXT: &str = concat!(
        "^",
        seen!(),
        // spaces and line feeds too
        r"(?:[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*",
        seen!(),
        ")?$"
    );
}

written! {
    Text => "Text", {
        "type": "string", "minLength": 1, "maxLength": Self::MOST, "pattern": pattern::TEXT,
        "description": "文本: no space at its ends, no sign that a reader does not see, no resident identity number and no mobile number (C7)",
    };
    Mark => "Mark", {
        "type": "string", "minLength": 1, "maxLength": Self::MOST, "pattern": pattern::MARK,
        "description": "代号: a code or number given by the service, without space",
    };
    Person => "Person", {
        "type": "string", "minLength": 1, "maxLength": Self::MOST, "pattern": pattern::MARK,
        "description": "人员代号: an opaque reference to a person, never a name, an identity number or a mobile number (C7)",
    };
}

checked!(Text, |c| c == '\n' || !c.is_control(), impersonal);
checked!(Mark, |c| !c.is_whitespace() && !c.is_control());
checked!(Person, |c| !c.is_whitespace() && !c.is_control(), impersonal);

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

/// Enough of an input to know it by: a message repeats neither a megabyte nor personal data.
fn shown(input: &str) -> std::borrow::Cow<'_, str> {
    if PersonalData::find(input).is_some() {
        return "…".into();
    }
    match input.char_indices().nth(SHOWN) {
        None => input.into(),
        Some((end, _)) => format!("{}…", input.get(..end).unwrap_or_default()).into(),
    }
}

const SHOWN: usize = 80;
