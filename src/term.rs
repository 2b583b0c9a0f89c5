//! Closed enums and their rows: the two names of a word, and the generated table behind it.

/// Gives a closed enum its two names: `label()` the document's own word, `Display` and `english()` the English term.
macro_rules! terms {
    ($Type:ty { $($Variant:pat => $zh:literal, $en:literal;)+ }) => {
        impl $Type {
            /// The document's own word.
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
    };
}
pub(crate) use terms;

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
