use crate::{
    body::{Actor, Body, Party},
    case::{AnyCase, AnyStep, DutyState, Role, Stamp, StepKind},
    register::Office,
    strategies::{luck::Luck, word::person},
    text::Person,
    time::Moment,
};

/// A step and its stamp.
pub(in crate::strategies) type Move = (AnyStep, Stamp);

/// Every step that the stage drafts at a moment, by one of those who hold its role.
pub(in crate::strategies) fn drafts(case: &AnyCase, at: Moment, office: &Office, luck: &mut Luck) -> Vec<Move> {
    let asked = Stamp { at, by: Actor::Applicant(case.record().file().applicant.clone()) };
    let mut drafted = Vec::new();
    case.drafts(&asked, office.on(at.day()), &mut drafted);
    let mut moves = Vec::new();
    for step in drafted {
        let actors = holders(case, &step, at, office, luck);
        moves.extend(actors.into_iter().map(|by| (step.clone(), Stamp { at, by })));
    }
    moves
}

/// Those of them that the case permits.
pub(in crate::strategies) fn open(case: &AnyCase, at: Moment, office: &Office, luck: &mut Luck) -> Vec<Move> {
    let mut moves = drafts(case, at, office, luck);
    moves.retain(|(step, stamp)| case.check(step, stamp, office).is_ok());
    moves
}

/// Somebody for each body that holds the role of a step, as the record names them.
pub(in crate::strategies) fn holders(
    case: &AnyCase,
    step: &AnyStep,
    at: Moment,
    office: &Office,
    luck: &mut Luck,
) -> Vec<Actor> {
    let (record, applicant) = (case.record(), Actor::Applicant(case.record().file().applicant.clone()));
    let role = case.stage().arc(step.kind()).map_or(Role::Deciding, |it| it.role);
    if let AnyStep::AffixSealNo2(step) = step {
        let (file, kind) = (record.file(), record.brief().item.kind);
        let found = office.on(at.day()).seal_record(step.seal, &file.item, kind, at.day(), record.filed());
        let users = found.map(|it| it.users).unwrap_or_default();
        let user = luck.one(&users, clerk(1));
        return bodies(case, role).map(|body| Actor::Official { body, person: user.clone() }).collect();
    }
    let official = |body: Body, luck: &mut Luck| Actor::Official { body, person: clerk(luck.between(1, 9)) };
    match role {
        Role::Applicant => vec![applicant],
        Role::Addressee => {
            let AnyStep::Acknowledge(step) = step else { return Vec::new() };
            let awaited = record.duties().iter().filter(|it| it.message == step.message);
            let awaited = awaited.filter(|it| matches!(it.state, DutyState::Sent(_)));
            let to = awaited.filter_map(|it| it.to.clone());
            to.map(|body| official(body, luck)).collect()
        }
        Role::Anyone if luck.chance(50) => vec![applicant],
        Role::Anyone => bodies(case, Role::Accepting).map(|body| official(body, luck)).collect(),
        Role::Intake
        | Role::Accepting
        | Role::Deciding
        | Role::Sealing
        | Role::Reporting
        | Role::Pushing
        | Role::Window => bodies(case, role).map(|body| official(body, luck)).collect(),
    }
}

pub(in crate::strategies) fn bodies(case: &AnyCase, role: Role) -> impl Iterator<Item = Body> {
    case.record().holders(role).filter_map(Party::to_body)
}

pub(in crate::strategies) fn clerk(number: u32) -> Person {
    person("clerk", number)
}

/// How often a step is taken where several are open: what the case waits for goes first, what ends it comes last.
pub(in crate::strategies) fn weight(kind: StepKind, awaited: &[StepKind]) -> u32 {
    match kind {
        StepKind::DecideUnfavourably if awaited.contains(&kind) => 40,
        kind if awaited.contains(&kind) => 120,
        StepKind::Withdraw => 5,
        StepKind::NotAccept => 12,
        StepKind::DecideUnfavourably => 10,
        StepKind::CorrectOnSpot | StepKind::AskForCorrections | StepKind::HandInCorrections => 30,
        StepKind::Suspend | StepKind::Extend | StepKind::Transfer => 60,
        StepKind::TakeReviewStep => 40,
        StepKind::Accept
        | StepKind::DeemAccepted
        | StepKind::Lapse
        | StepKind::PassOn
        | StepKind::Resume
        | StepKind::DecideFavourably
        | StepKind::AffixSeal
        | StepKind::AffixSealNo2
        | StepKind::IssueLicence
        | StepKind::Deliver
        | StepKind::Report
        | StepKind::Push
        | StepKind::Acknowledge
        | StepKind::Close => 80,
    }
}
