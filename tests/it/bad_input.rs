//! What clients send and should not: it is refused where it is read or by the rules, told in few words, and nothing stops.

mod days;
mod many;
mod texts;
mod versions;
mod who;
mod wire;

use serde_json::Value;
use strum::IntoEnumIterator;
use tongquan::{
    AnyStep, Body, Department, Region, UnitKind,
    body::{Agency, Unit},
    case::{
        Message, StepKind,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, CorrectOnSpot, DecideFavourably,
            DecideUnfavourably, DeemAccepted, Deliver, Ground, HandInCorrections, IssueLicence, Lapse, NotAccept,
            PassOn, Push, Reply, Report, Resume, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::{Remedy, SealId},
    route::Tier,
    text::Text,
};

use crate::support::{extend, mark, marks, official, suspend};

fn text(text: &str) -> Text {
    text.parse().unwrap()
}

fn unit() -> Body {
    let name = text("某局（虚构）");
    Unit { id: mark("unit-1"), region: Region::Wenshang, kind: UnitKind::Sector, name }.into()
}

/// Steps that say all that a step of their kind can say.
fn steps(kind: StepKind) -> Vec<AnyStep> {
    let seal = SealId { department: Department::NaturalResources, number: 7 };
    let not_accept = |ground| NotAccept { receipt: mark("BYSL-1"), ground }.into();
    let agency = Agency { id: mark("agency-1"), name: text("某机构（虚构）") };
    let all = marks(&["form", "subject"]);
    let one: AnyStep = match kind {
        StepKind::AskForCorrections => AskForCorrections { materials: all }.into(),
        StepKind::CorrectOnSpot => CorrectOnSpot { material: mark("form"), what: text("日期补全") }.into(),
        StepKind::NotAccept => {
            return vec![
                not_accept(Ground::NothingToApplyFor),
                not_accept(Ground::AnotherIsCompetent(unit())),
                not_accept(Ground::AnotherIsCompetent(Body::City(agency.clone()))),
                not_accept(Ground::AnotherIsCompetent(Body::Partner(agency))),
                not_accept(Ground::ConditionUnmet(mark("scope"))),
                not_accept(Ground::StillIncomplete(all)),
            ];
        }
        StepKind::Suspend => suspend().into(),
        StepKind::Resume => Resume {}.into(),
        StepKind::DeemAccepted => DeemAccepted {}.into(),
        StepKind::Lapse => Lapse {}.into(),
        StepKind::Extend => extend(official(unit())).into(),
        StepKind::Transfer => Transfer { reason: text("手册换版") }.into(),
        StepKind::Withdraw => Withdraw { reason: Some(text("不再需要")) }.into(),
        StepKind::HandInCorrections => HandInCorrections { materials: all }.into(),
        StepKind::Accept => Accept { receipt: mark("SL-1") }.into(),
        StepKind::PassOn => PassOn {}.into(),
        StepKind::TakeReviewStep => {
            TakeReviewStep { step: mark("desk"), finding: Some(text("符合")), officers: marks(&["a", "b"]) }.into()
        }
        StepKind::DecideFavourably => DecideFavourably { attested: all }.into(),
        StepKind::DecideUnfavourably => DecideUnfavourably { unmet: all, remedies: Remedy::iter().collect() }.into(),
        StepKind::AffixSeal => AffixSeal {}.into(),
        StepKind::AffixSealNo2 => {
            AffixSealNo2 { seal, circumstance: mark("decision"), documents: vec![text("决定书")] }.into()
        }
        StepKind::IssueLicence => IssueLicence { number: mark("ZZ-1") }.into(),
        StepKind::Deliver => Deliver {}.into(),
        StepKind::Report => Report {}.into(),
        StepKind::Push => Push {}.into(),
        StepKind::Acknowledge => {
            let reply = Reply::Rejected(text("信息不全"));
            Acknowledge { message: Message::Push(Tier::CitySupervisor), reply }.into()
        }
        StepKind::Close => Close {}.into(),
    };
    vec![one]
}

/// As a client sends them.
fn sent() -> impl Iterator<Item = Value> {
    StepKind::iter().flat_map(steps).map(|it| serde_json::to_value(it).unwrap())
}

/// Every part of a value, by its pointer.
pub(crate) fn parts(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, it)| parts(it, &format!("{at}/{name}"), found)),
        Value::Array(all) => all.iter().enumerate().for_each(|(n, it)| parts(it, &format!("{at}/{n}"), found)),
        _ => {}
    }
}

/// A value with one of its parts replaced.
pub(crate) fn with(value: &Value, at: &str, part: impl Into<Value>) -> Value {
    let mut changed = value.clone();
    *changed.pointer_mut(at).unwrap() = part.into();
    changed
}
