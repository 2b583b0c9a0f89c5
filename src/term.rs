//! Closed enums and their rows: the names of a word, by which it is told and found, and the generated table behind it.

use std::fmt::{self, Write as _};

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

/// Whether data calls a closed word so: by its variant in snake case. Capitals do not count, and spaces and hyphens are underscores.
pub(crate) fn is_stored_as(name: &str, it: &dyn fmt::Debug) -> bool {
    let mut rest = name.chars().map(|it| if matches!(it, ' ' | '-') { '_' } else { it.to_ascii_lowercase() });
    snake_case(it, |letter| rest.next() == Some(letter)) && rest.next().is_none()
}

/// The name that data has for it.
fn stored_name(it: &dyn fmt::Debug) -> String {
    let mut name = String::new();
    snake_case(it, |letter| {
        name.push(letter);
        true
    });
    name
}

/// Gives a variant's name in snake case letter by letter, as long as they are taken; whether all were.
fn snake_case(it: &dyn fmt::Debug, take: impl FnMut(char) -> bool) -> bool {
    write!(Snake { take, begun: false }, "{it:?}").is_ok()
}

struct Snake<F> {
    take: F,
    begun: bool,
}

impl<F: FnMut(char) -> bool> fmt::Write for Snake<F> {
    fn write_str(&mut self, variant: &str) -> fmt::Result {
        let taken = variant.chars().all(|it| {
            let word = it.is_ascii_uppercase() && self.begun;
            self.begun = true;
            (!word || (self.take)('_')) && (self.take)(it.to_ascii_lowercase())
        });
        taken.then_some(()).ok_or(fmt::Error)
    }
}

/// How a word is told to who wrote a name: in Chinese to who writes Chinese, else as data has it.
pub(crate) fn told_to(name: &str, label: &str, it: &dyn fmt::Debug) -> String {
    if name.is_ascii() { stored_name(it) } else { label.to_owned() }
}

/// That no word goes by a name, with those that may have been meant.
pub(crate) fn unknown(sought: Sought, name: &str, words: &mut dyn Iterator<Item = String>) -> Unknown {
    let words: Vec<String> = words.collect();
    Unknown::new(sought, name, words.iter().map(AsRef::as_ref))
}

/// Lets a closed enum be found by each of its names: the document's own word, the English term, the name that data has for it, and what else the document
/// calls it.
macro_rules! named {
    (word: $($Type:ident),+) => {$($crate::term::named!(@ $Type as Word,);)+};
    ($($Type:ident $(, $also:literal => $It:expr)*);+) => {$($crate::term::named!(@ $Type as $Type, $($also => $It),*);)+};
    (@ $Type:ident as $Sought:ident, $($also:literal => $It:expr),*) => {
        impl $Type {
            pub(crate) fn named(name: &str) -> Option<Self> {
                let mut all = <Self as strum::IntoEnumIterator>::iter();
                let told = all.clone().find(|it| it.label() == name || it.english().eq_ignore_ascii_case(name));
                $(let told = told.or((name == $also).then_some($It));)*
                told.or_else(|| all.find(|it| $crate::term::is_stored_as(name, it)))
            }
        }
        /// Finds it by its Chinese word, by the English term, or by its name in data, in whatever capitals.
        impl std::str::FromStr for $Type {
            type Err = $crate::text::Unknown;
            fn from_str(name: &str) -> Result<Self, $crate::text::Unknown> {
                let name = name.trim();
                Self::named(name).ok_or_else(|| {
                    let all = <Self as strum::IntoEnumIterator>::iter();
                    let mut words = all.map(|it| $crate::term::told_to(name, it.label(), &it));
                    $crate::term::unknown($crate::text::Sought::$Sought, name, &mut words)
                })
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
