use serde::{Deserialize, Serialize};

use super::asks_nothing;
use crate::{
    body::Party,
    case::{
        Case, Desk, Draft, Record, Stamp, Step,
        stage::{Accepted, Filed},
    },
    catalogue::Modality,
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    route::Access,
};

/// 转送: a window that neither accepts nor decides hands the papers on: from a foreign venue to the accepting body, and under entrusted
/// intake from the region's window to the deciding department, each leg by whoever has the papers. Where the law deemed acceptance while
/// they still lay at a foreign venue, they are passed on after it (`S50`); where a later edition gave the case to a body elsewhere, too (`S51`).
/// Transit counts in the clock (`S27`).
///
/// Rules: [`PassingCalledFor`](crate::law::Rule::PassingCalledFor), [`PapersWithActor`](crate::law::Rule::PapersWithActor).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::PassOn}};
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // the county decides: there is nobody to pass papers on to
/// assert!(case.check(&PassOn {}.into(), &stamp, &office).unwrap_err().names(Rule::PassingCalledFor));
///
/// let (case, stamp, office) = before("intake", StepKind::PassOn)?; // 委托收件: the city department decides
/// let city = case.apply(PassOn {}.into(), stamp, &office)?;
/// assert_eq!(city.papers_with().ok_or("nobody has the papers")?.zh(), city.record().route().decision().is.zh());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PassOn {}

asks_nothing!(PassOn);

/// At the accepting body's desk.
pub(super) fn papers_are_there(case: &Case<Filed>, bench: &mut Bench) {
    let (route, desk) = (case.record().route(), &case.stage().desk);
    bench.require(!desk.waits_to_be_accepted(), Rule::PapersPassedOn, || {
        (route.acceptance().is, &case.record().file().venue)
    });
}

/// On the deciding body's desk.
pub(super) fn papers_are_with_decider(case: &Case<Accepted>, bench: &mut Bench) {
    let (route, desk) = (case.record().route(), &case.stage().desk);
    bench.require(!desk.waits_to_be_decided(&route), Rule::PapersPassedOn, || {
        (route.decision().is, desk.keeper(&route))
    });
}

fn by_keeper(keeper: Party<'_>, stamp: &Stamp, bench: &mut Bench) {
    let has_them = stamp.by.body().is_some_and(|it| keeper.is(it));
    bench.require(has_them, Rule::PapersWithActor, || (keeper, &stamp.by));
}

impl Step<Filed> for PassOn {
    type To = Filed;

    fn judge(&self, case: &Case<Filed>, stamp: &Stamp, (): &(), bench: &mut Bench) {
        let (route, desk) = (case.record().route(), &case.stage().desk);
        bench.require(desk.waits_to_be_accepted(), Rule::PassingCalledFor, || {
            let there = route.access() == Access::PassOn;
            (Access::PassOn, if there { PASSED_ON } else { route.access().into() })
        });
        by_keeper(desk.keeper(&route), stamp, bench);
    }

    fn drafts(_: &Case<Filed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Filed, _: &Record, _: &Stamp, (): &(), _: Permit) -> Filed {
        Filed { desk: Desk::Accepting, ..from }
    }
}

impl Step<Accepted> for PassOn {
    type To = Accepted;

    fn judge(&self, case: &Case<Accepted>, stamp: &Stamp, (): &(), bench: &mut Bench) {
        let (route, desk) = (case.record().route(), &case.stage().desk);
        let called_for = desk.waits_to_be_decided(&route);
        bench.require(called_for, Rule::PassingCalledFor, || {
            let there = route.modality() == Some(Modality::Intake);
            (Modality::Intake, if there { PASSED_ON } else { route.standing().into() })
        });
        by_keeper(desk.keeper(&route), stamp, bench);
    }

    fn drafts(_: &Case<Accepted>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self {})
    }

    fn enter(&self, from: Accepted, _: &Record, _: &Stamp, (): &(), _: Permit) -> Accepted {
        let desk = if from.desk == Desk::Venue { Desk::Accepting } else { Desk::Deciding };
        Accepted { desk, ..from }
    }
}

const PASSED_ON: Fact = Fact::Term { zh: "已转送", en: "passed on before" };
