use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    law::Fact,
    text::{BadText, FromText, Mark},
    written::written,
};

/// 事项编号: by which an item is known for good, whatever edition it is read in. Written `A1-36`, `A2-3`, or the service's own mark.
///
/// ```
/// use tongquan::catalogue::Key;
/// assert_eq!("A1-36".parse(), Ok(Key::Annex1(36)));
/// assert_eq!(Key::Annex2(3).to_string(), "A2-3");
/// assert!("A1-x".parse::<Key>().is_err());
/// assert!(matches!("WS-001".parse(), Ok(Key::Own(_))));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Annex 1, by the number in its first column.
    Annex1(u8),
    /// Annex 2, by the number in its first column.
    Annex2(u8),
    /// An item that a service keeps itself.
    Own(OwnKey),
}

/// 自有事项编号: the key that a service gave to an item of its own: a mark that is not of the form of an annex's, so that it cannot be taken
/// for one.
///
/// ```
/// use tongquan::{Key, catalogue::{BadKey, OwnKey}};
/// let key: OwnKey = "WS-001".parse()?;
/// assert_eq!(key.as_str(), "WS-001");
/// // one that reads as an annex's is none
/// assert!(matches!("a1-3".parse::<OwnKey>(), Err(BadKey::AnnexForm(_))));
/// assert_eq!("A1-x".parse::<Key>().unwrap_err().zh(), "“A1-x”：A1- 或 A2- 之后应为事项序号，不带前导零");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnKey(Mark);

impl OwnKey {
    /// The key as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// 事项编号有误: an item's key was refused.
///
/// See the example of [`OwnKey`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadKey {
    /// After `A1-` or `A2-` stands no number of an item.
    #[error("{0:?}: after A1- or A2- an item's number is expected, without leading zeros")]
    Number(String),
    /// A service's own key reads as an annex's.
    #[error(
        "{0:?}: a key of one's own does not begin with A1- or A2-, nor in small letters; items of the annexes are written A1-1, A2-1"
    )]
    AnnexForm(String),
    /// Not a mark either.
    #[error(transparent)]
    Text(#[from] BadText),
}

impl BadKey {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::Number(input) => format!("“{input}”：A1- 或 A2- 之后应为事项序号，不带前导零"),
            Self::AnnexForm(input) => {
                format!("“{input}”：自有事项编号不得以 A1- 或 A2- 开头，小写亦同；附件事项写作 A1-1、A2-1")
            }
            Self::Text(why) => why.zh(),
        }
    }
}

impl FromStr for OwnKey {
    type Err = BadKey;
    fn from_str(text: &str) -> Result<Self, BadKey> {
        // in small letters too it would be taken for one
        let head = text.get(..3).map(str::to_ascii_uppercase);
        if matches!(head.as_deref(), Some("A1-" | "A2-")) {
            return Err(BadKey::AnnexForm(text.to_owned()));
        }
        Ok(Self(text.parse()?))
    }
}

impl FromStr for Key {
    type Err = BadKey;
    fn from_str(text: &str) -> Result<Self, BadKey> {
        let number = |digits: &str| {
            let number = digits.parse().ok().filter(|number: &u8| number.to_string() == digits);
            number.ok_or_else(|| BadKey::Number(text.to_owned()))
        };
        if let Some(digits) = text.strip_prefix("A1-") {
            number(digits).map(Self::Annex1)
        } else if let Some(digits) = text.strip_prefix("A2-") {
            number(digits).map(Self::Annex2)
        } else {
            Ok(Self::Own(text.parse()?))
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Annex1(number) => write!(f, "A1-{number}"),
            Self::Annex2(number) => write!(f, "A2-{number}"),
            Self::Own(key) => key.fmt(f),
        }
    }
}

impl From<&Key> for Fact {
    fn from(it: &Key) -> Self {
        match it {
            Key::Own(OwnKey(mark)) => mark.into(),
            Key::Annex1(number) => {
                Self::Told { zh: format!("附件1第{number}项"), en: format!("annex 1, item {number}") }
            }
            Key::Annex2(number) => {
                Self::Told { zh: format!("附件2第{number}项"), en: format!("annex 2, item {number}") }
            }
        }
    }
}

impl From<Key> for Fact {
    fn from(it: Key) -> Self {
        (&it).into()
    }
}

impl fmt::Display for OwnKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! as_text {
    ($($Key:ty),+) => {$(
        impl Serialize for $Key {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $Key {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(FromText::new())
            }
        }
    )+};
}
as_text!(Key, OwnKey);

written! {
    Key => "Key", {
        "type": "string", "minLength": 1, "maxLength": Mark::MOST,
        "pattern": concat!(r"^(?:A[12]-(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])|(?![Aa][12]-)", crate::text::pattern::seen!(), "+)$"),
        "description": "事项编号: A1-1 to A1-61, A2-1 to A2-15, what amendments add, or a service's own",
    };
    OwnKey => "OwnKey", {
        "type": "string", "minLength": 1, "maxLength": Mark::MOST, "pattern": concat!("^(?![Aa][12]-)", crate::text::pattern::seen!(), "+$"),
        "description": "自有事项编号: the key that a service gave to an item of its own",
    };
}
