//! 双语: what is told in Chinese and in English.

use std::fmt::Display;

/// 双语: what the crate tells in two languages: in Chinese by [`zh`](Self::zh), in English by [`Display`].
///
/// Every error is, every reason, every word that has a label in both, and the names of places and venues, which are Chinese in both; so a service
/// tells any of them by one function.
///
/// ```
/// use tongquan::{Modality, Region, text::Bilingual};
/// fn told(it: &impl Bilingual, chinese: bool) -> String {
///     if chinese { it.zh() } else { it.to_string() }
/// }
/// let unknown = "汶尚县".parse::<Region>().unwrap_err();
/// assert_eq!(told(&unknown, true), "没有名为“汶尚县”的县（市、区）或功能区；相近的有：“汶上县”、“嘉祥县”、“微山县”");
/// assert_eq!(told(&Modality::Window, false), "forward service window");
/// ```
pub trait Bilingual: Display {
    /// In Chinese.
    fn zh(&self) -> String;
}

impl<T: Bilingual + ?Sized> Bilingual for &T {
    fn zh(&self) -> String {
        (**self).zh()
    }
}

impl<T: Bilingual + ?Sized> Bilingual for Box<T> {
    fn zh(&self) -> String {
        (**self).zh()
    }
}

/// For types that have their Chinese by themselves: as `zh`, as the label of a word, or as a name, which is the same in both languages.
macro_rules! bilingual {
    (label: $($Type:ty),+ $(,)?) => {$(
        impl $crate::text::Bilingual for $Type {
            fn zh(&self) -> String {
                self.label().to_owned()
            }
        }
    )+};
    (name: $($Type:ty),+ $(,)?) => {$(
        impl $crate::text::Bilingual for $Type {
            fn zh(&self) -> String {
                self.to_string()
            }
        }
    )+};
    ($($Type:ty),+ $(,)?) => {$(
        impl $crate::text::Bilingual for $Type {
            fn zh(&self) -> String {
                (*self).zh().into()
            }
        }
    )+};
}
pub(crate) use bilingual;
