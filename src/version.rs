//! 版本: the version of what this crate writes and reads.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use crate::written::written;

/// 版本: the version of wire shape and rules that this crate writes and reads, which stands in journals, revisions of the registers and catalogues.
/// What is of another is refused where it is read, by its number. The crate's front page says what it promises.
///
/// ```
/// use tongquan::Version;
/// assert_eq!(serde_json::to_string(&Version)?, "1");
/// let why = serde_json::from_str::<Version>("2").unwrap_err();
/// assert!(why.to_string().starts_with("version 2; this crate reads version 1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The number that stands in what is written.
    pub const NUMBER: u16 = 1;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u16(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Version;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let number = Version::NUMBER;
                write!(f, "a version; this crate reads version {number}（版本；本库只识版本{number}）")
            }
            fn visit_u64<E: de::Error>(self, other: u64) -> Result<Version, E> {
                if other == u64::from(Version::NUMBER) { Ok(Version) } else { Err(unread(other)) }
            }
            fn visit_i64<E: de::Error>(self, other: i64) -> Result<Version, E> {
                u64::try_from(other).map_or_else(|_| Err(unread(other)), |it| self.visit_u64(it))
            }
        }
        from.deserialize_u16(Number)
    }
}

fn unread<E: de::Error>(other: impl fmt::Display) -> E {
    let number = Version::NUMBER;
    E::custom(format_args!("version {other}; this crate reads version {number}（版本为{other}，本库只识版本{number}）"))
}

written! {
    Version => "Version", { "const": Self::NUMBER, "description": "版本: the version of wire shape and rules" };
}
