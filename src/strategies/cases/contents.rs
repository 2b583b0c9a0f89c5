//! What is written into a step: what a draft leaves blank, and other things that may stand there.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "what may be written otherwise is told of a few steps, the others stay as they are"
)]

use strum::IntoEnumIterator;

use super::moves::{Move, clerk};
use crate::{
    body::{Body, Department},
    case::{
        AnyCase, AnyStep,
        steps::{Ground, Reply},
    },
    register::{Limit, Office, Outline, Remedy, TimeUnit},
    strategies::{
        luck::Luck,
        word::{numbered, text},
    },
    text::Mark,
};

/// A drafted step that is permitted, with its blanks filled in and other contents where those are permitted too.
pub(in crate::strategies) fn written(case: &AnyCase, (draft, stamp): Move, office: &Office, luck: &mut Luck) -> Move {
    let filled = filled(draft.clone(), case, luck);
    let varied = varied(filled.clone(), case, stamp.at.day(), office, luck);
    let permitted = |it: &AnyStep| case.check(it, &stamp, office).is_ok();
    let step = [varied, filled].into_iter().find(permitted).unwrap_or(draft);
    (step, stamp)
}

/// The numbers and words that a draft leaves blank.
pub(in crate::strategies) fn filled(mut step: AnyStep, case: &AnyCase, luck: &mut Luck) -> AnyStep {
    let number = case.record().version();
    let number = |prefix: &str| numbered(prefix, number);
    match &mut step {
        AnyStep::CorrectOnSpot(it) => it.what = text("更正笔误"),
        AnyStep::Accept(it) => it.receipt = number("SL"),
        AnyStep::NotAccept(it) => it.receipt = number("BYSL"),
        AnyStep::TakeReviewStep(it) => {
            it.finding = luck.chance(40).then(|| text("符合要求"));
            it.officers = (1..=2).map(clerk).collect();
        }
        AnyStep::Suspend(it) => {
            it.notice = number("TZ");
            let unit = if luck.chance(80) { TimeUnit::WorkingDay } else { TimeUnit::Day };
            it.needs = Limit { amount: u16::try_from(luck.between(1, 30)).unwrap_or(1), unit };
        }
        AnyStep::Extend(it) => {
            it.notice = number("YQ");
            it.reason = text("情况复杂");
            it.working_days = u16::try_from(luck.between(1, 10)).unwrap_or(1);
        }
        AnyStep::Transfer(it) => it.reason = text("改用新版更便于申请人"),
        AnyStep::AffixSealNo2(it) => {
            let documents = luck.between(1, 3);
            it.documents = (1..=documents).map(|it| text(&format!("第{it}份文书"))).collect();
        }
        AnyStep::IssueLicence(it) => it.number = number("ZZ"),
        AnyStep::Withdraw(it) => it.reason = luck.chance(50).then(|| text("另行申请")),
        AnyStep::AskForCorrections(it) => blanks(&mut it.materials, "law"),
        AnyStep::DecideUnfavourably(it) => blanks(&mut it.unmet, "law"),
        AnyStep::HandInCorrections(_)
        | AnyStep::DeemAccepted(_)
        | AnyStep::Lapse(_)
        | AnyStep::PassOn(_)
        | AnyStep::Resume(_)
        | AnyStep::DecideFavourably(_)
        | AnyStep::AffixSeal(_)
        | AnyStep::Deliver(_)
        | AnyStep::Report(_)
        | AnyStep::Push(_)
        | AnyStep::Acknowledge(_)
        | AnyStep::Close(_) => {}
    }
    step
}

/// Without a handbook, codes of one's own.
fn blanks(codes: &mut [Mark], prefix: &str) {
    for (at, it) in codes.iter_mut().enumerate().filter(|(_, it)| **it == Mark::blank(1)) {
        *it = numbered(prefix, at + 1);
    }
}

/// Something else that may be written into it: whether it may, the case is asked.
fn varied(mut step: AnyStep, case: &AnyCase, day: chrono::NaiveDate, office: &Office, luck: &mut Luck) -> AnyStep {
    let record = case.record();
    let standard = record.standard();
    match &mut step {
        AnyStep::CorrectOnSpot(it) => it.material = luck.one(&record.file().materials, it.material.clone()),
        AnyStep::AskForCorrections(it) => {
            let known: Vec<Mark> = standard.into_iter().flat_map(Outline::every_material).cloned().collect();
            let more = luck.those(&known, 25).into_iter().filter(|code| !it.materials.contains(code));
            it.materials.extend(more.collect::<Vec<_>>());
        }
        AnyStep::HandInCorrections(it) => it.materials = some(&it.materials, luck),
        AnyStep::NotAccept(it) => it.ground = ground(case, luck),
        AnyStep::TakeReviewStep(it) => it.officers = (1..=luck.between(0, 3)).map(clerk).collect(),
        AnyStep::DecideUnfavourably(it) => {
            it.unmet = some(&it.unmet, luck);
            let told: Vec<Remedy> = standard.map_or_else(Vec::new, |it| it.remedies.clone());
            it.remedies = if luck.chance(50) { told } else { Remedy::iter().collect() };
        }
        AnyStep::AffixSealNo2(it) => {
            let kind = record.brief().item.kind;
            let found = office.on(day).seal_record(it.seal, &record.file().item, kind, day, record.filed());
            let known = found.map(|it| it.circumstances).unwrap_or_default();
            it.circumstance = luck.one(&known, it.circumstance.clone());
        }
        AnyStep::Acknowledge(it) if luck.chance(25) => it.reply = Reply::Rejected(text("信息不全")),
        _ => {}
    }
    step
}

fn some(codes: &[Mark], luck: &mut Luck) -> Vec<Mark> {
    let most = 1 + luck.below(codes.len());
    luck.some(codes, most)
}

fn ground(case: &AnyCase, luck: &mut Luck) -> Ground {
    let record = case.record();
    let acceptance = record.standard().map_or(&[][..], |it| &it.acceptance);
    let asked = if let AnyCase::Correcting(it) = case { it.stage().asked() } else { &[] };
    match luck.between(0, 3) {
        0 => Ground::AnotherIsCompetent(Body::from(Department::Finance)),
        1 => Ground::ConditionUnmet(luck.one(acceptance, numbered("law", 1))),
        2 => Ground::StillIncomplete(some(asked, luck)),
        _ => Ground::NothingToApplyFor,
    }
}
