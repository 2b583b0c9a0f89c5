//! What failed, in either language.

use std::error::Error;

use tongquan::text::Bilingual;

/// The Chinese of an error, where it is of the type.
pub(crate) fn zh<T: Bilingual + Error + 'static>(why: &(dyn Error + 'static)) -> Option<String> {
    why.downcast_ref::<T>().map(Bilingual::zh)
}

/// In Chinese where that is wanted, and the error is of one of these types; else as it says itself.
pub(crate) fn told(
    why: &(dyn Error + 'static),
    chinese: bool,
    known: &[fn(&(dyn Error + 'static)) -> Option<String>],
) -> String {
    let zh = known.iter().filter(|_| chinese).find_map(|it| it(why));
    zh.unwrap_or_else(|| why.to_string())
}
