//! One row per word: the document's Chinese term and the field's English one.

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
