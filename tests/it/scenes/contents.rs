//! Steps with the best contents that a case allows, so that only who asks makes a difference.

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Moment,
    case::{
        Message, StepKind,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, CorrectOnSpot, DecideFavourably,
            DecideUnfavourably, DeemAccepted, Deliver, Ground, HandInCorrections, IssueLicence, Lapse, NotAccept,
            PassOn, Push, Reply, Report, Resume, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::{Remedy, SealId},
};

use super::Scene;
use crate::{
    model,
    support::{day, extend, mark, marks, suspend},
};

/// Nine o'clock of the day after the last step.
pub(crate) fn next_day(case: &AnyCase) -> Moment {
    later(case, case.record().last_at().day().succ_opt().unwrap())
}

/// Nine o'clock of a day, or of that of the last step, if that is later.
pub(crate) fn later(case: &AnyCase, on: NaiveDate) -> Moment {
    Moment::new(on.max(case.record().last_at().day()), 9, 0, 0).unwrap()
}

/// A step of a kind, and when to try it; of acknowledging, one for each message.
pub(crate) fn contents(scene: &Scene, case: &AnyCase, kind: StepKind) -> Vec<(AnyStep, Moment)> {
    let record = case.record();
    let standard = record.standard();
    // S37: where no handbook names any, of one's own
    let own = || marks(&["own-1"]);
    let conditions = || standard.map_or_else(own, |it| it.every_condition().cloned().collect());
    let at = match kind {
        // the law's five working days, the period for corrections, the time until the next edition are over
        StepKind::DeemAccepted => later(case, day(2024, 3, 12)),
        StepKind::Lapse | StepKind::Transfer => later(case, day(2024, 7, 1)),
        _ => next_day(case),
    };
    let step: AnyStep = match kind {
        StepKind::AskForCorrections | StepKind::HandInCorrections => {
            let filed = &record.file().materials;
            let required = standard.map_or(&[][..], |it| &it.required);
            let missing: Vec<_> = required.iter().filter(|it| !filed.contains(it)).cloned().collect();
            let materials = if missing.is_empty() { marks(&["other"]) } else { missing };
            match kind {
                StepKind::HandInCorrections => HandInCorrections { materials }.into(),
                _ => AskForCorrections { materials }.into(),
            }
        }
        StepKind::CorrectOnSpot => {
            CorrectOnSpot { material: record.file().materials[0].clone(), what: "日期补全".parse().unwrap() }.into()
        }
        StepKind::Accept => Accept { receipt: "SL-1".parse().unwrap() }.into(),
        StepKind::NotAccept => {
            NotAccept { receipt: "BYSL-1".parse().unwrap(), ground: Ground::NothingToApplyFor }.into()
        }
        StepKind::DeemAccepted => DeemAccepted {}.into(),
        StepKind::Lapse => Lapse {}.into(),
        StepKind::PassOn => PassOn {}.into(),
        StepKind::TakeReviewStep => {
            let taken: &[_] = if let AnyCase::Accepted(it) = case { it.stage().reviewed() } else { &[] };
            let steps = standard.map_or(&[][..], |it| &it.steps);
            let next = steps.iter().find(|it| !taken.contains(&it.code)).or(steps.first());
            let step = next.map_or_else(|| mark("desk"), |it| it.code.clone());
            TakeReviewStep { step, finding: None, officers: marks(&["clerk-1", "clerk-3"]) }.into()
        }
        StepKind::Suspend => suspend().into(),
        StepKind::Resume => Resume {}.into(),
        StepKind::Extend => {
            let deciding = model::who_may("extend", "accepted", &scene.situation);
            extend(scene.actor(deciding.first().unwrap())).into()
        }
        StepKind::Transfer => Transfer { reason: "手册换版".parse().unwrap() }.into(),
        StepKind::DecideFavourably => DecideFavourably { attested: conditions() }.into(),
        StepKind::DecideUnfavourably => {
            DecideUnfavourably { unmet: conditions(), remedies: Remedy::iter().collect() }.into()
        }
        StepKind::AffixSeal => AffixSeal {}.into(),
        StepKind::AffixSealNo2 => AffixSealNo2 {
            seal: seal(scene, at.day()),
            circumstance: "decision".parse().unwrap(),
            documents: vec!["决定书".parse().unwrap()],
        }
        .into(),
        StepKind::IssueLicence => IssueLicence { number: "ZZ-1".parse().unwrap() }.into(),
        StepKind::Deliver => Deliver {}.into(),
        StepKind::Report => Report {}.into(),
        StepKind::Push => Push {}.into(),
        StepKind::Acknowledge => {
            let owed = scene.messages();
            let messages = if owed.is_empty() { vec![Message::Report] } else { owed };
            let reply = |message| (Acknowledge { message, reply: Reply::Acknowledged }.into(), at);
            return messages.into_iter().map(reply).collect();
        }
        StepKind::Close => Close {}.into(),
        StepKind::Withdraw => Withdraw { reason: None }.into(),
    };
    vec![(step, at)]
}

/// One of the item's department that the region holds; where there is none, one that nobody has.
fn seal(scene: &Scene, on: NaiveDate) -> SealId {
    let department = scene.department().unwrap_or(tongquan::Department::Transport);
    let held = scene.office().now().seals_held(department, scene.region, on).next();
    held.unwrap_or(SealId { department, number: 999 })
}
