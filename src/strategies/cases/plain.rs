use crate::{
    body::{Actor, Department},
    case::{
        AnyStep, Message, StepKind,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, CorrectOnSpot, DecideFavourably,
            DecideUnfavourably, DeemAccepted, Deliver, Extend, Ground, HandInCorrections, IssueLicence, Lapse,
            NotAccept, PassOn, Push, Reply, Report, Resume, Suspend, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::{Limit, Remedy, SealId},
    strategies::word::{mark, numbered, person, text},
};

/// A step of a kind, whatever the case: its codes are those of no standard.
pub(in crate::strategies) fn step(kind: StepKind) -> AnyStep {
    let code = mark("unknown");
    match kind {
        StepKind::CorrectOnSpot => CorrectOnSpot { material: code, what: text("更正笔误") }.into(),
        StepKind::AskForCorrections => AskForCorrections { materials: vec![code] }.into(),
        StepKind::HandInCorrections => HandInCorrections { materials: vec![code] }.into(),
        StepKind::Accept => Accept { receipt: numbered("SL", 0) }.into(),
        StepKind::NotAccept => NotAccept { receipt: numbered("BYSL", 0), ground: Ground::ConditionUnmet(code) }.into(),
        StepKind::DeemAccepted => DeemAccepted {}.into(),
        StepKind::Lapse => Lapse {}.into(),
        StepKind::PassOn => PassOn {}.into(),
        StepKind::TakeReviewStep => TakeReviewStep { step: code, finding: None, officers: Vec::new() }.into(),
        StepKind::Suspend => {
            Suspend { procedure: code, needs: Limit::LICENCE_EXTENSION, notice: numbered("TZ", 0) }.into()
        }
        StepKind::Resume => Resume {}.into(),
        StepKind::Extend => {
            let head = Actor::Official { body: Department::Finance.into(), person: person("head", 0) };
            let (reason, notice) = (text("情况复杂"), numbered("YQ", 0));
            Extend { working_days: 10, reason, notice, approved_by: head }.into()
        }
        StepKind::Transfer => Transfer { reason: text("改用新版") }.into(),
        StepKind::DecideFavourably => DecideFavourably { attested: vec![code] }.into(),
        StepKind::DecideUnfavourably => {
            DecideUnfavourably { unmet: vec![code], remedies: vec![Remedy::Litigation] }.into()
        }
        StepKind::AffixSeal => AffixSeal {}.into(),
        StepKind::AffixSealNo2 => {
            let seal = SealId { department: Department::Finance, number: 1 };
            AffixSealNo2 { seal, circumstance: code, documents: vec![text("文书")] }.into()
        }
        StepKind::IssueLicence => IssueLicence { number: numbered("ZZ", 0) }.into(),
        StepKind::Deliver => Deliver {}.into(),
        StepKind::Report => Report {}.into(),
        StepKind::Push => Push {}.into(),
        StepKind::Acknowledge => Acknowledge { message: Message::Report, reply: Reply::Acknowledged }.into(),
        StepKind::Close => Close {}.into(),
        StepKind::Withdraw => Withdraw { reason: None }.into(),
    }
}
