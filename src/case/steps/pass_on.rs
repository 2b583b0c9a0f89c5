use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    case::{
        Case, Stamp, Step,
        stage::{Accepted, Filed},
    },
    law::{Bench, Permit, Rule},
    route::{Access, Route},
};

/// 转送: a window that neither accepts nor decides hands the papers on: from a foreign venue to the accepting body, and under entrusted
/// intake from the region's window to the deciding department. Transit counts in the clock (`S27`).
///
/// Rules: [`PassingCalledFor`](crate::law::Rule::PassingCalledFor).
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

/// At the accepting body's desk.
pub(super) fn papers_are_there(case: &Case<Filed>, bench: &mut Bench) {
    let route = case.record().route();
    let there = case.stage().passed_on || !to_accepting(&route);
    bench.require(there, Rule::PapersPassedOn, || (route.acceptance().is, &case.record().file().venue));
}

/// On the deciding body's desk.
pub(super) fn papers_are_with_decider(case: &Case<Accepted>, bench: &mut Bench) {
    let route = case.record().route();
    let there = case.stage().passed_on || !to_deciding(&route);
    bench.require(there, Rule::PapersPassedOn, || (route.decision().is, route.acceptance().is));
}

impl Step<Filed> for PassOn {
    type To = Filed;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let route = case.record().route();
        let called_for = to_accepting(&route) && !case.stage().passed_on;
        bench.require(called_for, Rule::PassingCalledFor, || (Access::PassOn, route.access()));
    }

    fn enter(&self, _: Filed, _: &Stamp, (): &(), _: Permit) -> Filed {
        Filed { passed_on: true }
    }
}

impl Step<Accepted> for PassOn {
    type To = Accepted;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, (): &(), bench: &mut Bench) {
        let route = case.record().route();
        let called_for = to_deciding(&route) && !case.stage().passed_on;
        bench.require(called_for, Rule::PassingCalledFor, || (crate::catalogue::Modality::Intake, route.standing()));
    }

    fn enter(&self, from: Accepted, _: &Stamp, (): &(), _: Permit) -> Accepted {
        Accepted { passed_on: true, ..from }
    }
}
