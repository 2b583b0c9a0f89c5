//! What the units of the national code list have in common: they are shown by name, and stored by code.

macro_rules! coded {
    ($Unit:ident, $digits:literal, $pattern:literal, $zh:literal) => {
        $crate::written::written! {
            $Unit => stringify!($Unit), {
                "type": "string", "pattern": $pattern, "description": concat!($zh, ": a ", $digits, "-digit code, one of the national list"),
            };
        }

        impl std::fmt::Display for $Unit {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl From<$Unit> for $crate::law::Fact {
            fn from(it: $Unit) -> Self {
                Self::Name(it.name().into())
            }
        }

        #[doc = concat!("Reads the ", $digits, "-digit code, which is also the stored form.")]
        impl std::str::FromStr for $Unit {
            type Err = $crate::text::Unknown;
            fn from_str(text: &str) -> Result<Self, $crate::text::Unknown> {
                let found = text.parse().ok().and_then(Self::with_code).filter(|it| it.code().to_string() == text);
                found.ok_or_else(|| {
                    let codes: Vec<String> = Self::all().map(|it| it.code().to_string()).collect();
                    $crate::text::Unknown::new($crate::text::Sought::$Unit, text, codes.iter().map(String::as_str))
                })
            }
        }

        impl serde::Serialize for $Unit {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(&self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Unit {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str($crate::text::FromText::new())
            }
        }
    };
}
pub(super) use coded;
