use crate::{
    case::{to_accepting, to_deciding},
    catalogue::{Kind, Origin},
    route::{Route, Seal, Supervisors},
};

/// 路径要点: what of a route a plain log is held against. Without one, modality is not checked.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, oversight::Terms};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// assert!(Terms::of(&route).is_known() && !Terms::UNKNOWN.is_known());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Terms(u16);

impl Terms {
    /// Of a case whose item or place is not known.
    pub const UNKNOWN: Self = Self(0);

    const KNOWN: u16 = 1;
    pub(super) const SEAL_NO_2: u16 = 1 << 1;
    pub(super) const CITY: u16 = 1 << 2;
    pub(super) const TO_ACCEPTING: u16 = 1 << 3;
    pub(super) const TO_DECIDING: u16 = 1 << 4;
    pub(super) const REPORTS: u16 = 1 << 5;
    pub(super) const PUSHES: u16 = 1 << 6;
    pub(super) const PLAN_ASKED: u16 = 1 << 7;
    pub(super) const LICENCE: u16 = 1 << 8;

    /// Of a route: of the day on which the case was filed.
    pub fn of(route: &Route<'_>) -> Self {
        let facts = route.facts();
        let plan_asked = !matches!(route.supervisors(), Supervisors::PlanNotAsked(_));
        let told = [
            (true, Self::KNOWN),
            (route.seal().is == Seal::No2, Self::SEAL_NO_2),
            (facts.cell.origin() == Origin::City, Self::CITY),
            (to_accepting(route), Self::TO_ACCEPTING),
            (to_deciding(route), Self::TO_DECIDING),
            (route.reports_to().is_some(), Self::REPORTS),
            (route.owes_pushes(), Self::PUSHES),
            (plan_asked, Self::PLAN_ASKED),
            (facts.kind == Kind::Licence, Self::LICENCE),
        ];
        Self(told.into_iter().filter(|(holds, _)| *holds).fold(0, |terms, (_, it)| terms | it))
    }

    /// Whether there is a route to hold a log against.
    pub const fn is_known(self) -> bool {
        self.has(Self::KNOWN)
    }

    pub(super) const fn has(self, term: u16) -> bool {
        self.0 & term != 0
    }

    /// Whether it is known not to be so.
    pub(super) const fn lacks(self, term: u16) -> bool {
        self.is_known() && !self.has(term)
    }
}
