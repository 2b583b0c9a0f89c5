//! What is written into a step, as well as it can be.

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Body, Department, Office, Stamp,
    body::Agency,
    case::{
        DutyState, Message, Role, StepKind, Subject,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, CorrectOnSpot, DecideFavourably,
            DecideUnfavourably, DeemAccepted, Deliver, Extend, Ground, HandInCorrections, IssueLicence, Lapse,
            NotAccept, PassOn, Push, Reply, Report, Resume, Suspend, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::{Limit, Outline, Remedy, SealId, SealState, TimeUnit},
    text::{Mark, Text},
};

use crate::support::{extend, mark, marks, official};

fn text(text: &str) -> Text {
    text.parse().unwrap()
}

/// The step done well, as far as it can be: of a subject, or of the one that comes next.
pub(super) fn good(
    case: &AnyCase,
    kind: StepKind,
    of: Option<&Subject>,
    nth: u8,
    stamp: &Stamp,
    office: &Office,
) -> AnyStep {
    let record = case.record();
    let standard = record.standard();
    let conditions: Vec<Mark> = standard.into_iter().flat_map(Outline::every_condition).cloned().collect();
    match kind {
        StepKind::CorrectOnSpot => {
            let first = record.file().materials.first().cloned();
            CorrectOnSpot { material: first.unwrap_or_else(|| mark("form")), what: text("补填日期") }.into()
        }
        StepKind::AskForCorrections => AskForCorrections { materials: asked_for(case, nth) }.into(),
        StepKind::HandInCorrections => {
            let AnyCase::Correcting(case) = case else { return HandInCorrections { materials: vec![] }.into() };
            let open: Vec<Mark> = case.outstanding().into_iter().cloned().collect();
            let all = if open.is_empty() { case.stage().asked().to_vec() } else { open };
            let some = if nth.is_multiple_of(3) { 1 } else { all.len() };
            HandInCorrections { materials: all.into_iter().take(some).collect() }.into()
        }
        StepKind::Accept => Accept { receipt: mark("SL-1") }.into(),
        StepKind::NotAccept => NotAccept { receipt: mark("BYSL-1"), ground: ground(case, nth) }.into(),
        StepKind::DeemAccepted => DeemAccepted {}.into(),
        StepKind::Lapse => Lapse {}.into(),
        StepKind::PassOn => PassOn {}.into(),
        StepKind::TakeReviewStep => {
            let step = if let Some(Subject::ReviewStep(code)) = of { code.clone() } else { mark("desk") };
            TakeReviewStep { step, finding: Some(text("符合")), officers: marks(&["officer-1", "officer-2"]) }.into()
        }
        StepKind::Suspend => {
            let procedure = if let Some(Subject::Procedure(code)) = of { code.clone() } else { mark("panel") };
            let needs = Limit { amount: 10, unit: TimeUnit::WorkingDay };
            Suspend { procedure, needs, notice: mark("TZ-1") }.into()
        }
        StepKind::Resume => Resume {}.into(),
        StepKind::Extend => {
            let decides = record.holder(Role::Deciding);
            let working_days = u16::from(nth % 10) + 1;
            Extend { working_days, ..extend(official(decides.unwrap_or(Department::Finance.into()))) }.into()
        }
        StepKind::Transfer => Transfer { reason: text("手册换版") }.into(),
        StepKind::DecideFavourably => DecideFavourably { attested: conditions }.into(),
        StepKind::DecideUnfavourably => {
            let unmet = conditions.into_iter().take(1 + usize::from(nth % 3)).collect();
            DecideUnfavourably { unmet, remedies: Remedy::iter().collect() }.into()
        }
        StepKind::AffixSeal => AffixSeal {}.into(),
        StepKind::AffixSealNo2 => {
            let seal = if let Some(Subject::Seal(seal)) = of { *seal } else { held(case, stamp, office) };
            AffixSealNo2 { seal, circumstance: mark("decision"), documents: vec![text("决定书")] }.into()
        }
        StepKind::IssueLicence => IssueLicence { number: mark("ZZ-1") }.into(),
        StepKind::Deliver => Deliver {}.into(),
        StepKind::Report => Report {}.into(),
        StepKind::Push => Push {}.into(),
        StepKind::Acknowledge => {
            let sent = record.duties().iter().find(|it| matches!(it.state, DutyState::Sent(_)));
            let next = sent.map_or(Message::Report, |it| it.message);
            let message = if let Some(Subject::Message(message)) = of { *message } else { next };
            let rejected = || Reply::Rejected(text("信息不全"));
            Acknowledge { message, reply: if nth % 4 == 1 { rejected() } else { Reply::Acknowledged } }.into()
        }
        StepKind::Close => Close {}.into(),
        StepKind::Withdraw => Withdraw { reason: (nth.is_multiple_of(2)).then(|| text("不再需要")) }.into(),
    }
}

/// What is missing, and beside it what need not be handed in, or what is not in form.
fn asked_for(case: &AnyCase, nth: u8) -> Vec<Mark> {
    let filed = &case.record().file().materials;
    let Some(standard) = case.record().standard() else { return vec![mark("form")] };
    let missing = standard.required.iter().filter(|it| !filed.contains(it));
    let all = || standard.required.iter();
    let asked: Vec<Mark> = match nth % 4 {
        1 => missing.chain(&standard.optional).cloned().collect(),
        2 => all().chain(&standard.optional).cloned().collect(),
        3 => all().cloned().collect(),
        _ => missing.cloned().collect(),
    };
    if asked.is_empty() { all().take(1).cloned().collect() } else { asked }
}

fn ground(case: &AnyCase, nth: u8) -> Ground {
    let another = || {
        let (record, route) = (case.record(), case.record().route());
        let operator = record.opening().found.admission.as_ref().map(|it| it.operator.clone());
        match nth / 4 % 5 {
            1 => route.acceptance().is.to_body(),
            2 => route.decision().is.to_body(),
            3 => operator,
            4 => Some(Body::Partner(Agency { id: mark("bank"), name: text("某银行（虚构）") })),
            _ => None,
        }
    };
    let condition = || {
        let standard = case.record().standard();
        let of = |it: Option<&Mark>| it.cloned().unwrap_or_else(|| mark("scope"));
        match nth / 4 % 3 {
            0 => mark("scope"),
            1 => of(standard.and_then(|it| it.acceptance.first())),
            _ => of(standard.and_then(|it| it.conditions.first())),
        }
    };
    match (nth % 4, case) {
        (1, _) => Ground::AnotherIsCompetent(another().unwrap_or_else(|| Department::Finance.into())),
        (2, _) => Ground::ConditionUnmet(condition()),
        (3, AnyCase::Correcting(case)) => Ground::StillIncomplete(case.stage().asked().to_vec()),
        _ => Ground::NothingToApplyFor,
    }
}

/// A seal that the region holds, in service if there is one.
fn held(case: &AnyCase, stamp: &Stamp, office: &Office) -> SealId {
    let (record, on) = (case.record(), stamp.at.day());
    let department = record.route().department().unwrap_or(Department::Commerce);
    let registers = office.on(on);
    let all: Vec<SealId> = registers.seals_held(department, record.region(), on).collect();
    let usable = all.iter().find(|it| registers.seal_state(**it, on) == Some(SealState::InService));
    usable.or(all.first()).copied().unwrap_or(SealId { department, number: 7 })
}
