use chrono::NaiveDate;

use super::hands::{BY_ITSELF, IN_ITS_NAME, RespondentRow, UNSEALED, ZONE_LITIGATION, ZONE_RECONSIDERATION};
use crate::{
    body::Party,
    law::{Article, NotInForce},
};

/// 被申请人、被告: whom outward law takes for the one who acted, apart from who answers inside the administration.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// // the county answers inside, and the department whose seal the paper carries stands before a court
/// assert_eq!(route.answers().is.zh(), "汶上县承办部门");
/// assert_eq!(route.respondent().who().zh(), "市交通运输局");
/// assert!(route.respondent().is_contested());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Respondent<'a> {
    pub(super) who: Party<'a>,
    pub(super) row: &'static RespondentRow,
    /// A zone's body acted: answered separately, and contested.
    pub(super) zone: bool,
}

impl<'a> Respondent<'a> {
    /// Who it is.
    pub const fn who(self) -> Party<'a> {
        self.who
    }
    /// Whether courts may see it otherwise: under Seal No. 2, and wherever a functional zone's body acted.
    pub const fn is_contested(self) -> bool {
        self.row.contested || self.zone
    }
    /// The same for one act under entrusted intake: of what was done in its name, or of what it did itself.
    #[must_use]
    pub(crate) const fn of_entrusted(self, in_its_name: bool) -> Self {
        Self { row: if in_its_name { &IN_ITS_NAME } else { &BY_ITSELF }, ..self }
    }
    /// The same for an act whose papers do not carry the seal by which it is the one.
    #[must_use]
    pub(crate) const fn unsealed(self) -> Self {
        Self { row: if self.row.contested { &UNSEALED } else { self.row }, ..self }
    }
    /// The articles by which a court would tell, for a case against an act of that day.
    ///
    /// ```
    /// use tongquan::{Edition, Region, Route, Scope};
    /// let respondent = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?.respondent();
    /// let articles: Vec<&str> = respondent.in_litigation("2024-03-04".parse()?)?.map(|it| it.id()).collect();
    /// assert!(articles.contains(&"ALL26e"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotInForce`] names the article whose version does not cover the day.
    pub fn in_litigation(self, day: NaiveDate) -> Result<impl Iterator<Item = Article>, NotInForce> {
        in_force(day, self.litigation())
    }
    /// The articles by which a reconsideration body would tell, for an application on that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use tongquan::{Edition, Region, route::{Route, Scope}};
    /// let item = Edition::built_in().annex_1(36)?;
    /// let respondent = Route::of(item, Region::Wenshang, Scope::WITHIN).unwrap().respondent();
    /// let day = |y| NaiveDate::from_ymd_opt(y, 7, 1).unwrap();
    /// // the facts hold the reconsideration law from 2024 only: 2021 is an error, not a guess
    /// assert!(respondent.in_reconsideration(day(2021)).is_err());
    /// assert!(respondent.in_reconsideration(day(2024)).is_ok());
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotInForce`] names the article whose version does not cover the day.
    pub fn in_reconsideration(self, day: NaiveDate) -> Result<impl Iterator<Item = Article>, NotInForce> {
        in_force(day, self.reconsideration())
    }
    /// The articles on litigation, whatever the day.
    pub fn litigation(self) -> impl Iterator<Item = Article> + Clone {
        joined(self.row.litigation, if self.zone { ZONE_LITIGATION } else { &[] })
    }
    /// The articles on reconsideration, whatever the day.
    pub fn reconsideration(self) -> impl Iterator<Item = Article> + Clone {
        joined(self.row.reconsideration, if self.zone { ZONE_RECONSIDERATION } else { &[] })
    }
}

fn joined(first: &'static [Article], more: &'static [Article]) -> impl Iterator<Item = Article> + Clone {
    first.iter().chain(more.iter().filter(|it| !first.contains(it))).copied()
}

fn in_force<A: Iterator<Item = Article> + Clone>(day: NaiveDate, articles: A) -> Result<A, NotInForce> {
    for article in articles.clone() {
        article.on(day)?;
    }
    Ok(articles)
}
