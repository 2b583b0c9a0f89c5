use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    body::Party,
    case::{
        Case, Draft, Stamp, Step,
        stage::{Accepted, Desk, Filed},
    },
    catalogue::Modality,
    law::{Bench, Permit, Rule},
    register::Registers,
    route::{Access, Route},
};

/// 转送: a window that neither accepts nor decides hands the papers on: from a foreign venue to the accepting body, and under entrusted
/// intake from the region's window to the deciding department, each leg by the window that has the papers. Where the law deemed acceptance while
/// they still lay at a foreign venue, they are passed on after it (`S50`). Transit counts in the clock (`S27`).
///
/// Rules: [`PassingCalledFor`](crate::law::Rule::PassingCalledFor), [`PapersWithActor`](crate::law::Rule::PapersWithActor).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassOn {}

asks_nothing!(PassOn);

/// Papers taken in at a foreign venue go to the accepting body first.
pub(in crate::case) fn to_accepting(route: &Route<'_>) -> bool {
    matches!(route.access(), Access::PassOn)
}

/// Papers accepted by one body and decided by another go to that one first. A window that decides directly has them already, and so has a
/// department whose own staff accepted.
pub(in crate::case) fn to_deciding(route: &Route<'_>) -> bool {
    let (accepts, decides) = (route.acceptance().is, route.decision().is);
    route.acts().is_none() && accepts.region().is_some() && decides.region().is_none()
}

impl Desk {
    /// Where the papers of a case are when it is filed.
    pub(in crate::case) fn at_filing(route: &Route<'_>) -> Self {
        if to_accepting(route) { Self::Venue } else { Self::Accepting }
    }

    /// Whether the papers of an accepted case are still to come to the deciding body.
    pub(in crate::case) fn waits(self, route: &Route<'_>) -> bool {
        match self {
            Self::Venue => true,
            Self::Accepting => to_deciding(route),
            Self::Deciding => false,
        }
    }

    /// Who has them.
    pub(in crate::case) fn keeper<'a>(self, route: &Route<'a>) -> Party<'a> {
        match self {
            Self::Venue => route.intake().is,
            Self::Accepting => route.acceptance().is,
            Self::Deciding => route.decision().is,
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Venue => Self::Accepting,
            Self::Accepting | Self::Deciding => Self::Deciding,
        }
    }
}

/// At the accepting body's desk.
pub(super) fn papers_are_there(case: &Case<Filed>, bench: &mut Bench) {
    let route = case.record().route();
    let there = case.stage().desk != Desk::Venue;
    bench.require(there, Rule::PapersPassedOn, || (route.acceptance().is, &case.record().file().venue));
}

/// On the deciding body's desk.
pub(super) fn papers_are_with_decider(case: &Case<Accepted>, bench: &mut Bench) {
    let route = case.record().route();
    let desk = case.stage().desk;
    bench.require(!desk.waits(&route), Rule::PapersPassedOn, || (route.decision().is, desk.keeper(&route)));
}

impl Step<Filed> for PassOn {
    type To = Filed;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let route = case.record().route();
        let called_for = case.stage().desk == Desk::Venue;
        bench.require(called_for, Rule::PassingCalledFor, || (Access::PassOn, route.access()));
    }

    fn drafts(_: &Case<Filed>, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Filed, _: &Stamp, (): &(), _: Permit) -> Filed {
        Filed { desk: from.desk.next(), ..from }
    }
}

impl Step<Accepted> for PassOn {
    type To = Accepted;

    fn judge(&self, case: &Case<Accepted>, stamp: &Stamp, (): &(), bench: &mut Bench) {
        let (route, desk) = (case.record().route(), case.stage().desk);
        bench.require(desk.waits(&route), Rule::PassingCalledFor, || (Modality::Intake, route.standing()));
        let keeper = desk.keeper(&route);
        let has_them = stamp.by.body().is_some_and(|it| keeper.is(it));
        bench.require(has_them, Rule::PapersWithActor, || (keeper, &stamp.by));
    }

    fn drafts(_: &Case<Accepted>, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Accepted, _: &Stamp, (): &(), _: Permit) -> Accepted {
        Accepted { desk: from.desk.next(), ..from }
    }
}
