//! Attempts that look like a mistake of a kind. Whether one is, the case is asked.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "what may be written otherwise is told of a few steps, the others stay as they are"
)]

use strum::IntoEnumIterator;

use super::{
    contents::filled,
    moves::{self, Move, bodies, clerk},
    pace, plain,
};
use crate::{
    body::{Actor, Body, Department},
    case::{
        AnyCase, AnyStep, Role, Stamp, StepKind,
        steps::{
            AffixSealNo2, AskForCorrections, DecideFavourably, DecideUnfavourably, Extend, Ground, NotAccept,
            TakeReviewStep,
        },
    },
    law::{Refusal, Rule},
    register::{Office, Remedy, SealId},
    strategies::{
        Mistake,
        luck::Luck,
        word::{numbered, person},
    },
    text::{Mark, Person},
    time::Moment,
};

/// Attempts at a case that are refused for a mistake of a kind, each with its refusal: mostly those that are right in everything else, where there are any.
pub(in crate::strategies) fn attempts(
    case: &AnyCase,
    mistake: Mistake,
    office: &Office,
    luck: &mut Luck,
) -> Vec<(Move, Refusal)> {
    let candidates = candidates(case, mistake, office, luck);
    let judged = candidates.into_iter().filter_map(|(step, stamp)| {
        let why = refused(case, &step, &stamp, mistake, office)?;
        Some(((step, stamp), why))
    });
    let mut found: Vec<(Move, Refusal)> = judged.collect();
    let alone = |(_, why): &(Move, Refusal)| why.objections().iter().all(|it| mistake.rules().contains(&it.rule));
    if luck.chance(80) && found.iter().any(alone) {
        found.retain(alone);
    }
    found
}

/// One of them: every rule of the mistake as often as another.
pub(in crate::strategies) fn one<T>(
    mut found: Vec<(T, Refusal)>,
    mistake: Mistake,
    luck: &mut Luck,
) -> Option<(T, Refusal)> {
    let met = |rule: &&Rule| found.iter().any(|(_, why)| why.names(**rule));
    let rules: Vec<Rule> = mistake.rules().iter().filter(met).copied().collect();
    let rule = *luck.pick(&rules)?;
    found.retain(|(_, why)| why.names(rule));
    let at = luck.below(found.len());
    found.into_iter().nth(at)
}

/// The refusal of an attempt, where it names a rule of the mistake.
pub(in crate::strategies) fn refused(
    case: &AnyCase,
    step: &AnyStep,
    stamp: &Stamp,
    mistake: Mistake,
    office: &Office,
) -> Option<Refusal> {
    let why = case.check(step, stamp, office).err()?;
    mistake.rules().iter().any(|rule| why.names(*rule)).then_some(why)
}

fn candidates(case: &AnyCase, mistake: Mistake, office: &Office, luck: &mut Luck) -> Vec<Move> {
    let last = case.record().last_at();
    let soon = pace::shifted(last, i64::from(luck.between(0, 90_000))).unwrap_or(last);
    let long = pace::shifted(last, i64::from(luck.between(10, 150)) * 86_400).unwrap_or(last);
    let drafts = |at: Moment, luck: &mut Luck| -> Vec<Move> {
        let drafted = moves::drafts(case, at, office, luck);
        drafted.into_iter().map(|(step, stamp)| (filled(step, case, luck), stamp)).collect()
    };
    match mistake {
        Mistake::WrongActor => {
            let strangers = strangers(case);
            let swapped = drafts(soon, luck).into_iter().flat_map(|(step, stamp)| {
                let by = |by: &Actor| (step.clone(), Stamp { by: by.clone(), ..stamp.clone() });
                let approved = strangers.iter().filter_map(|by| approved(&step, by)).map(|it| (it, stamp.clone()));
                strangers.iter().map(by).chain(approved).collect::<Vec<_>>()
            });
            swapped.collect()
        }
        Mistake::NoPlace => {
            let here: Vec<StepKind> = case.steps().collect();
            let by = actor(case, luck);
            let elsewhere = StepKind::iter().filter(|it| !here.contains(it));
            elsewhere.map(|it| (plain::step(it), Stamp { at: soon, by: by.clone() })).collect()
        }
        Mistake::TooLate => drafts(long, luck),
        Mistake::TooEarly | Mistake::OutOfOrder | Mistake::NotCalledFor => {
            let mut drafted = drafts(soon, luck);
            let changed: Vec<Move> = drafted.iter().flat_map(|it| changed(it, case, mistake, office)).collect();
            drafted.extend(changed);
            drafted
        }
        Mistake::LeftOut
        | Mistake::NamedTwice
        | Mistake::UnknownCode
        | Mistake::ForeignSeal
        | Mistake::BeyondMeasure => {
            drafts(soon, luck).iter().flat_map(|it| changed(it, case, mistake, office)).collect()
        }
        Mistake::Repeated => drafts(soon, luck),
        Mistake::BackwardTime => {
            let seconds = i64::from(luck.between(1, 900_000));
            let earlier = pace::shifted(last, -seconds).unwrap_or(last);
            let drafted = drafts(soon, luck).into_iter();
            drafted.map(|(step, stamp)| (step, Stamp { at: earlier, ..stamp })).collect()
        }
    }
}

/// Some who may act in the case, and some who may not.
fn strangers(case: &AnyCase) -> Vec<Actor> {
    let official = |body: Body| Actor::Official { body, person: clerk(9) };
    let own = Role::iter().flat_map(|role| bodies(case, role)).map(official);
    let others = [Department::Finance, Department::ApprovalService].map(|it| official(it.into()));
    let applicants = [case.record().file().applicant.clone(), person("applicant", 0)].map(Actor::Applicant);
    own.chain(others).chain(applicants).collect()
}

pub(in crate::strategies) fn actor(case: &AnyCase, luck: &mut Luck) -> Actor {
    luck.one(&strangers(case), Actor::Applicant(case.record().file().applicant.clone()))
}

/// The same with one thing changed, in each way that makes such a mistake.
fn changed((step, stamp): &Move, case: &AnyCase, mistake: Mistake, office: &Office) -> Vec<Move> {
    let steps = match mistake {
        Mistake::LeftOut => left_out(step),
        Mistake::NamedTwice => twice(step),
        Mistake::UnknownCode => unknown(step),
        Mistake::BeyondMeasure => unmeasured(step),
        Mistake::ForeignSeal => return foreign(step, stamp, office),
        Mistake::TooEarly | Mistake::NotCalledFor => turned_away(step, case),
        Mistake::WrongActor
        | Mistake::NoPlace
        | Mistake::TooLate
        | Mistake::OutOfOrder
        | Mistake::Repeated
        | Mistake::BackwardTime => Vec::new(),
    };
    steps.into_iter().map(|it| (it, stamp.clone())).collect()
}

/// Without the first and without any.
fn fewer<T: Clone>(list: &[T]) -> [Vec<T>; 2] {
    [list.iter().skip(1).cloned().collect(), Vec::new()]
}

fn left_out(step: &AnyStep) -> Vec<AnyStep> {
    match step.clone() {
        AnyStep::AskForCorrections(it) => {
            fewer(&it.materials).map(|materials| AskForCorrections { materials }.into()).into()
        }
        AnyStep::TakeReviewStep(it) => {
            fewer(&it.officers).map(|officers| TakeReviewStep { officers, ..it.clone() }.into()).into()
        }
        AnyStep::DecideFavourably(it) => {
            fewer(&it.attested).map(|attested| DecideFavourably { attested }.into()).into()
        }
        AnyStep::DecideUnfavourably(it) => {
            let unmet = DecideUnfavourably { unmet: Vec::new(), ..it.clone() };
            let untold = fewer(&it.remedies).map(|remedies| DecideUnfavourably { remedies, ..it.clone() }.into());
            [unmet.into()].into_iter().chain(untold).collect()
        }
        AnyStep::AffixSealNo2(mut it) => {
            it.documents.clear();
            vec![it.into()]
        }
        _ => Vec::new(),
    }
}

/// Too much or too little of what is counted.
fn unmeasured(step: &AnyStep) -> Vec<AnyStep> {
    match step.clone() {
        AnyStep::Suspend(mut it) => {
            it.needs.amount = 0;
            vec![it.into()]
        }
        AnyStep::Extend(it) => [0, 11].map(|working_days| Extend { working_days, ..it.clone() }.into()).into(),
        _ => Vec::new(),
    }
}

/// With the approval of somebody else.
fn approved(step: &AnyStep, by: &Actor) -> Option<AnyStep> {
    let AnyStep::Extend(it) = step else { return None };
    Some(Extend { approved_by: by.clone(), ..it.clone() }.into())
}

fn twice(step: &AnyStep) -> Vec<AnyStep> {
    fn repeat<T: Clone>(list: &mut Vec<T>) {
        list.extend(list.first().cloned());
    }
    let mut step = step.clone();
    match &mut step {
        AnyStep::AskForCorrections(it) => repeat(&mut it.materials),
        AnyStep::HandInCorrections(it) => repeat(&mut it.materials),
        AnyStep::TakeReviewStep(it) => repeat::<Person>(&mut it.officers),
        AnyStep::DecideFavourably(it) => repeat(&mut it.attested),
        AnyStep::DecideUnfavourably(it) => repeat::<Remedy>(&mut it.remedies),
        AnyStep::AffixSealNo2(it) => repeat(&mut it.documents),
        _ => return Vec::new(),
    }
    vec![step]
}

fn unknown(step: &AnyStep) -> Vec<AnyStep> {
    let code = || -> Mark { numbered("unknown", 1) };
    let mut step = step.clone();
    match &mut step {
        AnyStep::CorrectOnSpot(it) => it.material = code(),
        AnyStep::AskForCorrections(it) => it.materials.push(code()),
        AnyStep::HandInCorrections(it) => it.materials.push(code()),
        AnyStep::NotAccept(it) => {
            let ground = |ground| NotAccept { receipt: it.receipt.clone(), ground }.into();
            return [Ground::ConditionUnmet(code()), Ground::StillIncomplete(vec![code()])].map(ground).into();
        }
        AnyStep::TakeReviewStep(it) => it.step = code(),
        AnyStep::Suspend(it) => it.procedure = code(),
        AnyStep::DecideFavourably(it) => it.attested.push(code()),
        AnyStep::DecideUnfavourably(it) => it.unmet.push(code()),
        _ => return Vec::new(),
    }
    vec![step]
}

/// On grounds that need time, or do not hold.
fn turned_away(step: &AnyStep, case: &AnyCase) -> Vec<AnyStep> {
    match step.clone() {
        AnyStep::NotAccept(it) => {
            let asked = if let AnyCase::Correcting(it) = case { it.stage().asked() } else { &[] };
            let own = bodies(case, Role::Accepting).map(Ground::AnotherIsCompetent);
            let condition = Ground::ConditionUnmet(numbered("law", 1));
            let grounds = own.chain([condition, Ground::StillIncomplete(asked.to_vec())]);
            grounds.map(|ground| NotAccept { receipt: it.receipt.clone(), ground }.into()).collect()
        }
        _ => Vec::new(),
    }
}

/// Any other seal on record, one of no number on record, and the right one for another purpose or in other hands.
fn foreign(step: &AnyStep, stamp: &Stamp, office: &Office) -> Vec<Move> {
    let AnyStep::AffixSealNo2(known) = step else {
        return if matches!(step, AnyStep::AffixSeal(_)) { vec![(step.clone(), stamp.clone())] } else { Vec::new() };
    };
    let recorded = office.revisions().iter().flat_map(|it| &it.seals).map(|it| it.seal);
    let none = SealId { number: u16::MAX, ..known.seal };
    let others = recorded.chain([none]).filter(|it| *it != known.seal);
    let mut wrong: Vec<AffixSealNo2> = others.map(|seal| AffixSealNo2 { seal, ..known.clone() }).collect();
    wrong.push(AffixSealNo2 { circumstance: numbered("unknown", 1), ..known.clone() });
    wrong.push(known.clone());
    let mut moves: Vec<Move> = wrong.into_iter().map(|it| (it.into(), stamp.clone())).collect();
    if let Actor::Official { body, .. } = &stamp.by {
        let by = Actor::Official { body: body.clone(), person: person("stranger", 1) };
        moves.push((step.clone(), Stamp { by, ..stamp.clone() }));
    }
    moves
}
