//! What goes by an identifier: it is shown, found, written and read by that.

macro_rules! by_id {
    ($($(#[$docs:meta])* $Type:ident in $all:expr;)+) => {$(
        impl std::fmt::Display for $Type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.id())
            }
        }
        /// Finds it by its identifier.
        $(#[$docs])*
        impl std::str::FromStr for $Type {
            type Err = $crate::text::Unknown;
            fn from_str(id: &str) -> Result<Self, $crate::text::Unknown> {
                $crate::text::named_in($crate::text::Sought::$Type, id, $all, Self::id)
            }
        }
        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.id())
            }
        }
        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str($crate::text::FromText::new())
            }
        }
    )+};
}
pub(super) use by_id;
