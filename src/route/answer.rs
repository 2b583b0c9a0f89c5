use serde::{Deserialize, Serialize};

use crate::{
    law::Source,
    term::{named, terms},
};

/// 答案: what a route says to one question, and what it rests on.
///
/// ```
/// use tongquan::{Clause, Edition, Region, Route, Scope, Seal, Source};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// let seal = route.seal();
/// assert_eq!((seal.is, seal.basis[0]), (Seal::No2, Source::Clause(Clause::C6)));
/// let decides = route.decision().map(|it| it.zh()); // in words, with the same sources
/// assert_eq!((decides.is.as_str(), decides.basis[0].id()), ("汶上县承办部门", "C1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    /// What is so: the body, the seal, the day.
    pub is: T,
    /// Clauses, law and silences that it rests on, most direct first.
    pub basis: &'static [Source],
}

impl<T> Answer<T> {
    pub(super) const fn new(is: T, basis: &'static [Source]) -> Self {
        Self { is, basis }
    }
    /// The same basis for another form of the answer.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Answer<U> {
        Answer { is: to(self.is), basis: self.basis }
    }
}

/// 用章: which seal the outward document carries. Closed by the document.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope};
/// let seal = |number: u8| -> Result<&str, Box<dyn std::error::Error>> {
///     Ok(Route::of(Edition::built_in().annex_1(number)?, Region::Wenshang, Scope::WITHIN)?.seal().is.label())
/// };
/// assert_eq!(seal(36)?, "2号章"); // substantive review
/// assert_eq!(seal(61)?, "市级部门印章"); // entrusted intake: the city department decides
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seal {
    /// 县级部门印章: the own seal of the region's body.
    Region,
    /// 乡镇（街道）印章: the township's own, on a three-tier item (`A2`).
    Township,
    /// 市级部门印章: the city department's own seal.
    Department,
    /// 2号章: the numbered seal of the city department that the region holds and affixes (`C6`).
    No2,
}

terms!(Seal {
    Self::Region => "县级部门印章", "the region body's own seal";
    Self::Township => "乡镇（街道）印章", "the township's own seal";
    Self::Department => "市级部门印章", "the city department's own seal";
    Self::No2 => "2号章", "Seal No. 2";
});
named!(word: Seal);
