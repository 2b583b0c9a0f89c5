//! Errors that give back what went in, and hold the reasons as `why`.

/// They are told by their reasons.
macro_rules! given_back {
    ($([$($of:tt)*] $Type:ty;)+) => {$(
        impl<$($of)*> $Type {
            /// Every reason in Chinese, one a line.
            pub fn zh(&self) -> String {
                self.why.zh()
            }
        }
        impl<$($of)*> $crate::text::Bilingual for $Type {
            fn zh(&self) -> String {
                self.why.zh()
            }
        }
        impl<$($of)*> std::fmt::Display for $Type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.why.fmt(f)
            }
        }
        impl<$($of)*> std::error::Error for $Type {}
    )+};
}
pub(crate) use given_back;
