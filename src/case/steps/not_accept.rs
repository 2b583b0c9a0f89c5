use std::fmt;

use serde::{Deserialize, Serialize};

use super::{asks_a_period, deem_accepted::not_yet_deemed, pass_on::papers_are_there};
use crate::{
    among::Among,
    body::Body,
    case::{
        Case, Draft, PeriodState, Record, Role, Said, Stamp, Step,
        stage::{Correcting, Filed, NotAccepted},
    },
    catalogue::Kind,
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    text::Mark,
};

/// 不予受理: the accepting body refuses to accept, on one of four grounds, with a receipt dated by the step and stamped by itself (`S28`). Filing
/// again is a new case (`S9`).
///
/// Rules: [`CalendarCovers`](crate::law::Rule::CalendarCovers), [`NotYetDeemed`](crate::law::Rule::NotYetDeemed),
/// [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), and by its ground
/// [`AnotherIsCompetent`](crate::law::Rule::AnotherIsCompetent), [`LicenceNotTurnedAway`](crate::law::Rule::LicenceNotTurnedAway),
/// [`AcceptanceCondition`](crate::law::Rule::AcceptanceCondition), [`StillIncomplete`](crate::law::Rule::StillIncomplete),
/// [`NamedOnce`](crate::law::Rule::NamedOnce),
/// [`ApplicantHadTime`](crate::law::Rule::ApplicantHadTime).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::{Ground, NotAccept}}};
/// let (case, stamp, office) = before("not_accepted", StepKind::NotAccept)?;
/// let ground = |ground| -> Result<_, tongquan::text::BadText> { Ok(NotAccept { receipt: "BYSL-102".parse()?, ground }.into()) };
/// let itself = Ground::AnotherIsCompetent(stamp.by.body().ok_or("an applicant")?.clone());
/// let refused = case.apply(ground(itself)?, stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::AnotherIsCompetent));
///
/// let still_missing = Ground::StillIncomplete(vec!["proof".parse()?]); // after the one notice, and its period
/// assert_eq!(refused.case.apply(ground(still_missing)?, refused.stamp, &office)?.stage(), StageKind::NotAccepted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotAccept {
    /// 不予受理通知书: the number of the receipt.
    pub receipt: Mark,
    /// 理由: on which of the four grounds.
    pub ground: Ground,
}

/// 不予受理的理由: why an application is turned away. The list is closed (`APL32a`, `APL32b`, `S15`).
///
/// ```
/// use tongquan::case::steps::Ground;
/// let ground: Ground = serde_json::from_str(r#"{"still_incomplete": ["proof"]}"#)?; // by the standard's codes
/// assert!(matches!(ground, Ground::StillIncomplete(papers) if papers.len() == 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "NotAcceptGround"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ground {
    /// 依法不需要申请: nothing need be applied for.
    NothingToApplyFor,
    /// 不属于职权范围: another body is competent, and is named: an authority, and neither the accepting nor the deciding one; whether it is
    /// the right one, the accepting body answers for.
    AnotherIsCompetent(Body),
    /// 受理条件不符合: a condition of acceptance is not met; not for licences.
    ConditionUnmet(Mark),
    /// 仍不齐全或不合法定形式: after the one notice these papers are still missing or not in form, and the applicant had his time (`S48`).
    StillIncomplete(Vec<Mark>),
}

impl Ground {
    const fn told(&self) -> (&'static str, &'static str) {
        match self {
            Self::NothingToApplyFor => ("依法不需要申请", "nothing need be applied for"),
            Self::AnotherIsCompetent(_) => ("不属于职权范围", "another body is competent"),
            Self::ConditionUnmet(_) => ("受理条件不符合", "a condition of acceptance is not met"),
            Self::StillIncomplete(_) => ("一次告知后仍不齐全或不合法定形式", "still incomplete after the one notice"),
        }
    }
    /// The ground in Chinese.
    pub const fn label(&self) -> &'static str {
        self.told().0
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.told().1)
    }
}

asks_a_period!(NotAccept: turning_away);

impl NotAccept {
    /// The one ground that needs nothing but the accepting body's finding.
    fn draft() -> Vec<Draft<Self>> {
        Draft::one(Self { receipt: Mark::blank(1), ground: Ground::NothingToApplyFor })
    }
}

impl Ground {
    /// What makes it hold; `correcting` is what the one notice asked for and got, where it is out, and how long that was ago.
    fn judge(&self, record: &Record, correcting: Option<(&Case<Correcting>, &Stamp, PeriodState)>, bench: &mut Bench) {
        match self {
            Self::NothingToApplyFor => {}
            Self::AnotherIsCompetent(body) => {
                let route = record.route();
                let named = [route.acceptance().is, route.decision().is];
                let own = record.holders(Role::Accepting).chain(named).any(|it| it.is(body));
                let authority = !matches!(body, Body::Partner(_));
                bench.require(authority && !own, Rule::AnotherIsCompetent, || (ANOTHER, body));
            }
            Self::ConditionUnmet(condition) => {
                let kind = record.brief().item.kind;
                bench.require(kind != Kind::Licence, Rule::LicenceNotTurnedAway, || (Fact::Nothing, condition));
                let Some(standard) = record.standard() else { return };
                let known = standard.acceptance.contains(condition);
                bench.require(known, Rule::AcceptanceCondition, || (Fact::list(&standard.acceptance), condition));
            }
            Self::StillIncomplete(materials) => {
                let due = || correcting.into_iter().flat_map(|(case, ..)| case.due());
                let known: Among<'_, Mark> = due().collect();
                let named = !materials.is_empty() && materials.iter().all(|it| known.has(it));
                bench.require(named, Rule::StillIncomplete, || (Fact::list(due()), Fact::list(materials)));
                bench.once(materials);
                if let Some((case, stamp, period)) = correcting {
                    had_time(case, stamp, period, bench);
                }
            }
        }
    }
}

/// The applicant had the time to correct (`S48`).
fn had_time(case: &Case<Correcting>, stamp: &Stamp, period: PeriodState, bench: &mut Bench) {
    if case.awaited().next().is_none() {
        return;
    }
    period.known(bench);
    let had = match period {
        PeriodState::Unset => !case.stage().supplied().is_empty(),
        PeriodState::Running | PeriodState::Over { .. } => period.ran_out_before(stamp.at.day()),
        // which is told already
        PeriodState::Uncovered { .. } => true,
    };
    bench.require(had, Rule::ApplicantHadTime, || (Fact::list(case.awaited()), Fact::List(vec![period.into()])));
}

impl Step<Filed> for NotAccept {
    type To = NotAccepted;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        not_yet_deemed(found.said, bench);
        papers_are_there(case, bench);
        self.ground.judge(case.record(), None, bench);
    }

    fn drafts(_: &Case<Filed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Self::draft()
    }

    fn enter(&self, _: Filed, _: &Record, stamp: &Stamp, _: &Said<PeriodState>, _: Permit) -> NotAccepted {
        NotAccepted { at: stamp.at, ground: self.ground.clone() }
    }
}

impl Step<Correcting> for NotAccept {
    type To = NotAccepted;

    fn judge(&self, case: &Case<Correcting>, stamp: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        self.ground.judge(case.record(), Some((case, stamp, found.said)), bench);
    }

    fn drafts(_: &Case<Correcting>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Self::draft()
    }

    fn enter(&self, _: Correcting, _: &Record, stamp: &Stamp, _: &Said<PeriodState>, _: Permit) -> NotAccepted {
        NotAccepted { at: stamp.at, ground: self.ground.clone() }
    }
}

const ANOTHER: Fact = Fact::Term {
    zh: "受理、决定本件的单位以外的行政机关",
    en: "an authority other than those that accept and decide the case",
};
