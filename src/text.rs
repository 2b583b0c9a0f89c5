//! Free text and identifiers: the only two doors by which a caller's words enter the crate, and the error that says what was meant instead.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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

/// What a name or code was looked up as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sought {
    /// 事项
    Item,
    /// 地点: a region, township or village
    Place,
    /// 县（市、区）或功能区
    Region,
    /// 乡镇（街道）
    Township,
    /// 村（社区）
    Village,
    /// 市直部门
    Department,
    /// 办理地点
    Venue,
}

crate::term::terms!(Sought {
    Self::Item => "事项", "item";
    Self::Place => "地点", "place";
    Self::Region => "县（市、区）或功能区", "region";
    Self::Township => "乡镇（街道）", "township";
    Self::Village => "村（社区）", "village";
    Self::Department => "市直部门", "city department";
    Self::Venue => "办理地点", "venue";
});

/// A name or code that means no one thing: there is none of it, and these are the nearest; or several share it, and these are they.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("{}", self.told())]
pub struct Unknown {
    /// What was looked for.
    pub sought: Sought,
    /// The name or code as given.
    pub input: String,
    /// At most three existing names, nearest first; all that share the name, where several do.
    pub nearest: Vec<String>,
    /// Whether several share the name, so that more must be said to tell them apart.
    pub shared: bool,
}

impl Unknown {
    pub(crate) fn new<'a>(sought: Sought, input: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { sought, input: input.to_owned(), nearest: nearest(input, names), shared: false }
    }
    pub(crate) fn shared(sought: Sought, input: &str, by: Vec<String>) -> Self {
        Self { sought, input: input.to_owned(), nearest: by, shared: true }
    }

    fn told(&self) -> String {
        let Self { sought, nearest, .. } = self;
        let input = shown(&self.input);
        let names = nearest.join(", ");
        match (self.shared, nearest.is_empty()) {
            (true, _) => format!("{input:?} is the name of more than one {sought}; say which: {names}"),
            (false, true) => format!("no {sought} is called {input:?}"),
            (false, false) => format!("no {sought} is called {input:?}; nearest: {names}"),
        }
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let (input, nearest) = (shown(&self.input), &self.nearest);
        let (sought, names) = (self.sought.label(), nearest.join("、"));
        match (self.shared, nearest.is_empty()) {
            (true, _) => format!("名为“{input}”的{sought}不止一个，请写明是哪一个：{names}"),
            (false, true) => format!("没有名为“{input}”的{sought}"),
            (false, false) => format!("没有名为“{input}”的{sought}；相近的有：{names}"),
        }
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

/// The three names that share most with the input: fewest edits for the length of the longer one. Names with nothing in common are left out.
fn nearest<'a>(input: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    // an input of any length is taken: only its head can resemble a name
    let input: Vec<char> = input.chars().take(SHOWN).collect();
    let mut ranked: Vec<(usize, &str)> = names
        .into_iter()
        .filter_map(|name| {
            let chars: Vec<char> = name.chars().collect();
            let longer = chars.len().max(input.len());
            let edits = edits(&input, &chars);
            (edits < longer).then(|| (edits * 1_000 / longer.max(1), name))
        })
        .collect();
    ranked.sort();
    ranked.dedup_by_key(|(_, name)| *name);
    ranked.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

/// Levenshtein distance.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let cost = (diagonal + usize::from(x != y)).min(left + 1).min(*above + 1);
            diagonal = *above;
            *above = cost;
            left = cost;
        }
    }
    // the first column is never read again, so it stays as it was laid out
    if b.is_empty() { a.len() } else { row.last().copied().unwrap_or(a.len()) }
}
