use crate::{
    body::{Body, Party},
    route::{Access, Route},
};

/// 材料所在: how far the papers of a case have come.
///
/// See the example of [`Filed`](crate::case::stage::Filed).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    /// 收件窗口: still at the foreign venue that took them in.
    Venue,
    /// 受理单位: with the accepting body, and so with the deciding one, unless another decides.
    Accepting,
    /// 决定单位: with the deciding body.
    Deciding,
    /// 原单位: with a body of the route that the case had before it moved on to a later edition, and that has yet to pass them on (`S51`).
    Before(Box<Body>),
}

impl Desk {
    /// Where they are when a case is filed.
    pub(super) fn at_filing(route: &Route<'_>) -> Self {
        if to_accepting(route) { Self::Venue } else { Self::Accepting }
    }

    /// Once it is accepted wherever they are: what lies at a window of the deciding body's own lies with that body, and what a former body has, with one of
    /// its region, or of the city, that decides.
    pub(super) fn accepted(self, route: &Route<'_>) -> Self {
        let with_decider = match &self {
            Self::Venue => self.keeper(route).is_same(route.decision().is),
            Self::Before(_) => self.keeper(route).is_near(route.decision().is),
            Self::Accepting | Self::Deciding => false,
        };
        if with_decider { Self::Deciding } else { self }
    }

    /// Whether they are still to come to the accepting body.
    pub(super) const fn waits_to_be_accepted(&self) -> bool {
        matches!(self, Self::Venue | Self::Before(_))
    }

    /// Whether those of an accepted case are still to come to the deciding body.
    pub(super) fn waits_to_be_decided(&self, route: &Route<'_>) -> bool {
        match self {
            Self::Venue | Self::Before(_) => true,
            Self::Accepting => to_deciding(route),
            Self::Deciding => false,
        }
    }

    /// Who has them.
    pub(super) fn keeper<'a>(&'a self, route: &Route<'a>) -> Party<'a> {
        let window = route.acts().map(|it| it.is);
        match self {
            Self::Venue => route.intake().is,
            Self::Accepting => window.unwrap_or(route.acceptance().is),
            Self::Deciding => window.unwrap_or(route.decision().is),
            Self::Before(body) => Party::Operator(body),
        }
    }

    /// The same place, under the route of a later edition: whoever has them has them still. A window that passes on by that route too has yet to do so;
    /// otherwise, within one region and within the city, they need not be passed on.
    pub(super) fn under(self, later: &Route<'_>, before: &Route<'_>, accepted: bool) -> Self {
        let keeper = self.keeper(before);
        let Some(body) = keeper.to_body() else { return self };
        let at_window = self == Self::Venue && to_accepting(later);
        let with = |it: &Self| {
            let there = it.keeper(later);
            there.is(&body) || (there.is_near(keeper) && !at_window && *it != Self::Venue)
        };
        let deciding = accepted.then_some(Self::Deciding);
        let venue = to_accepting(later).then_some(Self::Venue);
        let passed_on = matches!(self, Self::Accepting | Self::Deciding);
        let same = (passed_on && to_deciding(before) == to_deciding(later)).then(|| self.clone());
        // who only accepts by the later route has yet to pass them on; what another accepted to decide it lies with who decides
        let accepts = to_deciding(later) && Self::Accepting.keeper(later).is(&body);
        let accepting = accepts.then_some(Self::Accepting);
        let mut known = same.into_iter().chain(accepting).chain(deciding).chain([Self::Accepting]).chain(venue);
        known.find(with).unwrap_or_else(|| Self::Before(Box::new(body)))
    }
}

/// Papers taken in at a foreign venue go to the accepting body first.
pub(crate) fn to_accepting(route: &Route<'_>) -> bool {
    matches!(route.access(), Access::PassOn)
}

/// Papers accepted by one body and decided by another go to that one first. A window that decides directly has them already.
pub(crate) fn to_deciding(route: &Route<'_>) -> bool {
    let (accepts, decides) = (route.acceptance().is, route.decision().is);
    route.acts().is_none() && !accepts.is_same(decides)
}
