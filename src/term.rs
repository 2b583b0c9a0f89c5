//! Closed enums and their rows: the names of a word, by which it is told and found, and the generated table behind it.

use std::{borrow::Cow, fmt};

use serde::{
    Serialize,
    de::{self, DeserializeOwned, value::StrDeserializer},
};

use crate::text::{Sought, Unknown};

/// Gives a closed enum its two names: `label()` the document's own word, `Display` and `english()` the English term.
macro_rules! terms {
    ($Type:ty { $($Variant:pat => $zh:literal, $en:literal;)+ }) => {
        impl $Type {
            /// The Chinese word: the document's own, where it has one.
            pub const fn label(self) -> &'static str {
                match self { $($Variant => $zh),+ }
            }
            /// The English term, in lower case unless it is a name.
            pub const fn english(self) -> &'static str {
                match self { $($Variant => $en),+ }
            }
        }
        impl std::fmt::Display for $Type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.english())
            }
        }
        impl From<$Type> for $crate::law::Fact {
            fn from(it: $Type) -> Self {
                Self::Term { zh: it.label(), en: it.english() }
            }
        }
        $crate::text::bilingual!(label: $Type);
    };
}
pub(crate) use terms;

/// What data calls by that name, in whatever capitals, and with spaces or hyphens for underscores.
pub(crate) fn stored<T: DeserializeOwned>(name: &str) -> Option<T> {
    let read = |name: &str| T::deserialize(StrDeserializer::<NoSuchWord>::new(name)).ok();
    read(name).or_else(|| read(&name.to_ascii_lowercase().replace([' ', '-'], "_")))
}

/// The name that data has for it.
fn stored_name(it: impl Serialize) -> String {
    struct Stored<T>(T);
    impl<T: Serialize> fmt::Display for Stored<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    Stored(it).to_string()
}

/// What may have been meant: in Chinese for who writes Chinese, else as data has it.
pub(crate) fn unknown<T: Serialize>(
    sought: Sought,
    name: &str,
    all: impl Iterator<Item = T>,
    label: fn(&T) -> &'static str,
) -> Unknown {
    let names: Vec<Cow<'static, str>> = match name.is_ascii() {
        true => all.map(|it| stored_name(it).into()).collect(),
        false => all.map(|it| label(&it).into()).collect(),
    };
    Unknown::new(sought, name, names.iter().map(AsRef::as_ref))
}

/// It tells nothing, so nothing is written that nobody reads.
#[derive(Debug, thiserror::Error)]
#[error("no such word")]
struct NoSuchWord;

impl de::Error for NoSuchWord {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Lets a closed enum be found by each of its names: the document's own word, the English term, the name that data has for it, and what else the document
/// calls it.
macro_rules! named {
    (word: $($Type:ident),+) => {$($crate::term::named!(@ $Type as Word,);)+};
    ($($Type:ident $(, $also:literal => $It:expr)*);+) => {$($crate::term::named!(@ $Type as $Type, $($also => $It),*);)+};
    (@ $Type:ident as $Sought:ident, $($also:literal => $It:expr),*) => {
        impl $Type {
            pub(crate) fn named(name: &str) -> Option<Self> {
                let is = |it: &Self| it.label() == name || it.english().eq_ignore_ascii_case(name);
                let told = <Self as strum::IntoEnumIterator>::iter().find(is);
                $(let told = told.or((name == $also).then_some($It));)*
                told.or_else(|| $crate::term::stored(name))
            }
        }
        /// Finds it by its Chinese word, by the English term, or by its name in data, in whatever capitals.
        impl std::str::FromStr for $Type {
            type Err = $crate::text::Unknown;
            fn from_str(name: &str) -> Result<Self, $crate::text::Unknown> {
                let name = name.trim();
                let all = <Self as strum::IntoEnumIterator>::iter();
                Self::named(name)
                    .ok_or_else(|| $crate::term::unknown($crate::text::Sought::$Sought, name, all, |it| it.label()))
            }
        }
    };
}
pub(crate) use named;

/// Ties a generated enum to its generated table, one row per variant in the same order: that is asserted at compile time, so a look-up by
/// discriminant cannot miss.
macro_rules! rows {
    ($Type:ident, $Row:ident, $TABLE:ident, $field:ident) => {
        const _: () = {
            let mut at = 0;
            while at < $TABLE.len() {
                assert!($TABLE[at].$field as usize == at);
                at += 1;
            }
        };
        impl $Type {
            // INVARIANT (row order): asserted above
            const fn row(self) -> &'static $Row {
                &$TABLE[self as usize]
            }
        }
    };
}
pub(crate) use rows;
