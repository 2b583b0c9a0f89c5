//! 书面形式: the schemas of what has a written form of its own.

/// The schema of a type that its own code reads and writes: its name, and its form, of which the schemas of other types may be a part, or which is
/// another type's.
macro_rules! written {
    ($($Type:ty => $name:expr, as $Form:ty;)+) => {$(
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(all: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$Form>::json_schema(all)
            }
        }
    )+};
    ($($Type:ty => $name:expr, $(of $($part:ident: $Part:ty),+ =>)? { $($schema:tt)+ };)+) => {$(
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_all: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $($(let $part = _all.subschema_for::<$Part>();)+)?
                schemars::json_schema!({ $($schema)+ })
            }
        }
    )+};
}
pub(crate) use written;
