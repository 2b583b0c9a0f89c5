//! What is written into a step, and nearly holds, or does not hold at all.

use tongquan::{
    AnyStep, Department,
    case::{
        Message, StepKind,
        steps::{
            AffixSealNo2, AskForCorrections, DecideFavourably, DecideUnfavourably, Ground, HandInCorrections,
            NotAccept, Suspend, TakeReviewStep,
        },
    },
    register::{Remedy, SealId},
};

use crate::support::{mark, marks, official, suspend};

/// The same with one thing changed.
pub(crate) fn nearly(mut step: AnyStep, nth: u8) -> AnyStep {
    fn list<T: Clone>(list: &mut Vec<T>, nth: u8, other: T) {
        match (nth % 4, list.first().cloned()) {
            (0, Some(first)) => list.push(first),
            (1, Some(_)) => drop(list.pop()),
            (2, _) => list.clear(),
            _ => list.push(other),
        }
    }
    match &mut step {
        AnyStep::CorrectOnSpot(it) => it.material = mark("nothing"),
        AnyStep::AskForCorrections(it) => list(&mut it.materials, nth, mark("nothing")),
        AnyStep::HandInCorrections(it) => list(&mut it.materials, nth, mark("nothing")),
        AnyStep::NotAccept(it) => it.ground = Ground::StillIncomplete(marks(&["form"])),
        AnyStep::TakeReviewStep(it) if nth.is_multiple_of(2) => {
            list(&mut it.officers, nth / 2, "officer-3".parse().unwrap())
        }
        AnyStep::TakeReviewStep(it) => {
            it.step = mark("counter-sign");
            if nth % 4 == 3 {
                list(&mut it.officers, 0, "officer-3".parse().unwrap());
            }
        }
        AnyStep::Suspend(it) if nth.is_multiple_of(2) => it.needs.amount = 0,
        AnyStep::Suspend(it) => it.procedure = mark("divination"),
        AnyStep::Extend(it) if nth.is_multiple_of(2) => it.working_days = if nth.is_multiple_of(4) { 0 } else { 11 },
        AnyStep::Extend(it) => it.approved_by = official(Department::Finance),
        AnyStep::DecideFavourably(it) => list(&mut it.attested, nth, mark("whim")),
        AnyStep::DecideUnfavourably(it) if nth.is_multiple_of(2) => list(&mut it.unmet, nth / 2, mark("whim")),
        AnyStep::DecideUnfavourably(it) => list(&mut it.remedies, nth / 2, Remedy::Litigation),
        AnyStep::AffixSealNo2(it) => match nth % 4 {
            0 => it.seal.number += 1,
            1 => it.seal.department = Department::Commerce,
            2 => it.circumstance = mark("a-favour"),
            _ => list(&mut it.documents, nth / 4, "决定书".parse().unwrap()),
        },
        AnyStep::Acknowledge(it) => it.message = Message::Report,
        _ => {}
    }
    step
}

/// Nothing right in it, where it says anything.
pub(crate) fn wrong(kind: StepKind) -> Option<AnyStep> {
    let nothing = mark("nothing");
    Some(match kind {
        StepKind::AskForCorrections => AskForCorrections { materials: vec![] }.into(),
        StepKind::HandInCorrections => HandInCorrections { materials: vec![nothing.clone(), nothing] }.into(),
        StepKind::NotAccept => NotAccept { receipt: mark("BYSL-1"), ground: Ground::ConditionUnmet(nothing) }.into(),
        StepKind::TakeReviewStep => TakeReviewStep { step: nothing, finding: None, officers: vec![] }.into(),
        StepKind::Suspend => Suspend { procedure: nothing, ..suspend() }.into(),
        StepKind::DecideFavourably => DecideFavourably { attested: vec![nothing] }.into(),
        StepKind::DecideUnfavourably => DecideUnfavourably { unmet: vec![nothing], remedies: vec![] }.into(),
        StepKind::AffixSealNo2 => {
            let seal = SealId { department: Department::Finance, number: 0 };
            AffixSealNo2 { seal, circumstance: nothing, documents: vec![] }.into()
        }
        _ => return None,
    })
}
