use std::{fmt, str::FromStr, sync::Arc};

use fluent_uri::{ParseError, ParseErrorKind, UriRef};
use serde::{Serialize, Serializer};

use crate::written::written;

/// 来源: the `source` of a [`CloudEvent`](super::CloudEvent): which service sends it, as a URI reference of RFC 3986 that the service chooses, for good.
/// Source and id together tell one message from every other, so two services, or two stores of one, have two.
///
/// ```
/// use tongquan::exports::{BadSource, EventSource};
/// assert!("/jining/approvals".parse::<EventSource>().is_ok());
/// assert_eq!("".parse::<EventSource>(), Err(BadSource::Empty));
/// let why = "/济宁/approvals".parse::<EventSource>().unwrap_err();
/// assert_eq!(why, BadSource::Character { at: 2, found: '济' });
/// assert_eq!(why.to_string(), "character 2 of the source ('济') is not taken there by RFC 3986: write it percent-encoded, or leave it out");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventSource(Arc<str>);

impl EventSource {
    /// The most bytes that a source may have.
    pub const MOST: usize = 2_048;

    /// The reference as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 来源不合规: a source was refused.
///
/// ```
/// use tongquan::exports::{BadSource, EventSource};
/// let why = "/approvals/50%".parse::<EventSource>().unwrap_err();
/// assert_eq!(why.to_string(), "character 14 of the source: two hexadecimal digits follow a percent sign, as %25 for itself");
/// assert!(why.zh().starts_with("来源第14个字符"));
/// assert_eq!("".parse::<EventSource>(), Err(BadSource::Empty));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadSource {
    /// Nothing: CloudEvents asks for a source.
    #[error("the source is empty: give a URI reference, /approvals for one")]
    Empty,
    /// More than a source may have.
    #[error("the source has {got} bytes, at most {} are taken", EventSource::MOST)]
    TooLong {
        /// How many bytes were given.
        got: usize,
    },
    /// A character that a URI reference does not have there.
    #[error(
        "character {at} of the source ({found:?}) is not taken there by RFC 3986: write it percent-encoded, or leave it out"
    )]
    Character {
        /// Which character, counted from 1.
        at: usize,
        /// The character that is not taken there.
        found: char,
    },
    /// A percent sign without two hexadecimal digits after it.
    #[error("character {at} of the source: two hexadecimal digits follow a percent sign, as %25 for itself")]
    Octet {
        /// Which character, counted from 1.
        at: usize,
    },
    /// It ends where something must follow, or names a host that is none.
    #[error("the source is no URI reference of RFC 3986, from character {at} on")]
    Form {
        /// From which character on, counted from 1.
        at: usize,
    },
}

impl BadSource {
    /// The same in Chinese.
    pub fn zh(self) -> String {
        match self {
            Self::Empty => "来源为空：应为URI引用，例如 /approvals".into(),
            Self::TooLong { got } => format!("来源有{got}个字节，至多{}个", EventSource::MOST),
            Self::Character { at, found } => {
                format!("来源第{at}个字符（{found:?}）不合RFC 3986：应以百分号编码书写，或者删去")
            }
            Self::Octet { at } => format!("来源第{at}个字符：百分号之后应为两位十六进制数字，其本身写作 %25"),
            Self::Form { at } => format!("来源自第{at}个字符起不是RFC 3986的URI引用"),
        }
    }

    /// What stands where the reference is none.
    fn found(text: &str, why: ParseError) -> Self {
        let (before, rest) = text.split_at_checked(why.index()).unwrap_or((text, ""));
        let at = before.chars().count() + 1;
        match (why.kind(), rest.chars().next()) {
            (ParseErrorKind::UnexpectedChar, Some(found)) => Self::Character { at, found },
            (ParseErrorKind::InvalidPctEncodedOctet, _) => Self::Octet { at },
            (ParseErrorKind::UnexpectedChar | ParseErrorKind::InvalidIpv6Addr, _) => Self::Form { at },
        }
    }
}

impl FromStr for EventSource {
    type Err = BadSource;

    fn from_str(text: &str) -> Result<Self, BadSource> {
        if text.is_empty() {
            return Err(BadSource::Empty);
        }
        if text.len() > Self::MOST {
            return Err(BadSource::TooLong { got: text.len() });
        }
        match UriRef::parse(text) {
            Ok(_) => Ok(Self(text.into())),
            Err(why) => Err(BadSource::found(text, why)),
        }
    }
}

impl TryFrom<&str> for EventSource {
    type Error = BadSource;
    fn try_from(text: &str) -> Result<Self, BadSource> {
        text.parse()
    }
}

impl fmt::Display for EventSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for EventSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for EventSource {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

written! {
    EventSource => "EventSource", {
        "type": "string", "format": "uri-reference", "minLength": 1, "maxLength": Self::MOST, "description": "来源: which service sends, a reference to a URI",
    };
}
