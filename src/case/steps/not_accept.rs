use std::fmt;

use serde::{Deserialize, Serialize};

use super::{asks_nothing, pass_on::papers_are_there};
use crate::{
    body::Body,
    case::{
        Case, Record, Stamp, Step,
        stage::{Correcting, Filed, NotAccepted},
    },
    catalogue::Kind,
    law::{Bench, Fact, Permit, Rule},
    text::Mark,
};

/// 不予受理: the accepting body refuses to accept, on one of four grounds, with a receipt dated by the step and stamped by itself (`S28`). Filing
/// again is a new case (`S9`).
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), and by its ground
/// [`AnotherIsCompetent`](crate::law::Rule::AnotherIsCompetent), [`LicenceNotTurnedAway`](crate::law::Rule::LicenceNotTurnedAway),
/// [`AcceptanceCondition`](crate::law::Rule::AcceptanceCondition), [`StillIncomplete`](crate::law::Rule::StillIncomplete),
/// [`NamedOnce`](crate::law::Rule::NamedOnce).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotAccept {
    /// 不予受理通知书: the number of the receipt.
    pub receipt: Mark,
    /// Why.
    pub ground: Ground,
}

/// 不予受理的理由. The list is closed (`APL32a`, `APL32b`, `S15`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ground {
    /// 依法不需要申请: nothing need be applied for.
    NothingToApplyFor,
    /// 不属于职权范围: another body is competent, and is named; whether it is, the accepting body answers for.
    AnotherIsCompetent(Body),
    /// 受理条件不符合: a condition of acceptance is not met; not for licences.
    ConditionUnmet(Mark),
    /// 仍不齐全或不合法定形式: after the one notice these papers are still missing or not in form.
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
    /// The same in Chinese.
    pub const fn label(&self) -> &'static str {
        self.told().0
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.told().1)
    }
}

asks_nothing!(NotAccept);

impl Ground {
    /// What makes it hold; `asked` is what the one notice asked for, where it is out.
    fn judge(&self, record: &Record, asked: Option<&[Mark]>, bench: &mut Bench) {
        match self {
            Self::NothingToApplyFor => {}
            Self::AnotherIsCompetent(body) => {
                let own = record.route().acceptance().is;
                bench.require(!own.is(body), Rule::AnotherIsCompetent, || (ANOTHER, body));
            }
            Self::ConditionUnmet(condition) => {
                let kind = record.brief().item.kind;
                bench.require(kind != Kind::Licence, Rule::LicenceNotTurnedAway, || (Fact::Nothing, condition));
                let Some(standard) = record.standard() else { return };
                let known = standard.acceptance.contains(condition);
                bench.require(known, Rule::AcceptanceCondition, || (Fact::list(&standard.acceptance), condition));
            }
            Self::StillIncomplete(materials) => {
                let asked = asked.unwrap_or_default();
                let named = !materials.is_empty() && materials.iter().all(|it| asked.contains(it));
                bench.require(named, Rule::StillIncomplete, || (Fact::list(asked), Fact::list(materials)));
                bench.once(materials);
            }
        }
    }
}

impl Step<Filed> for NotAccept {
    type To = NotAccepted;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_there(case, bench);
        self.ground.judge(case.record(), None, bench);
    }

    fn enter(&self, _: Filed, stamp: &Stamp, (): &(), _: Permit) -> NotAccepted {
        NotAccepted { at: stamp.at, ground: self.ground.clone() }
    }
}

impl Step<Correcting> for NotAccept {
    type To = NotAccepted;

    fn judge(&self, case: &Case<Correcting>, _: &Stamp, (): &(), bench: &mut Bench) {
        self.ground.judge(case.record(), Some(&case.stage().asked), bench);
    }

    fn enter(&self, _: Correcting, stamp: &Stamp, (): &(), _: Permit) -> NotAccepted {
        NotAccepted { at: stamp.at, ground: self.ground.clone() }
    }
}

const ANOTHER: Fact = Fact::Term { zh: "本单位以外的主管单位", en: "a body other than the accepting one" };
