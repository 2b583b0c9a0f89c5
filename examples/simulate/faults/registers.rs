//! What a journal says of the registers and they do not: each shows beside the office alone.

use std::collections::BTreeSet;

use tongquan::{
    Actor, Body, Rule, Stamp,
    case::{
        Entry, Message, Period, PeriodState, Said, StepKind, Taken,
        steps::{Accept, AffixSealNo2},
    },
    register::{SealId, SealRecord, SealState},
    route::Tier,
};

use super::{
    super::Fallible,
    Breach, Planted,
    edit::{Scene, breaks, by_another, entry, planted, some, stamp_mut, stranger},
};

/// Another body handles the case than the one that the plan names, from the window to the archive.
pub(super) fn handler_replaced(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let handler = some!(journal.opening.found.undertaking.handler.clone());
    let Body::Unit(another) = stranger(handler.region, handler.kind)? else { return Ok(None) };
    let acts = |by: &Actor| by.body().is_some_and(|it| it.is(&Body::Unit(handler.clone())));
    if !it.is_plain() || !acts(&journal.opening.stamp.by) {
        return Ok(None);
    }
    let replaced = |by: &mut Actor| {
        if acts(by) {
            *by = Actor::Official { body: another.clone().into(), person: by.person().clone() };
        }
    };
    journal.opening.found.undertaking.handler = Some(another.clone());
    replaced(&mut journal.opening.stamp.by);
    for entry in &mut journal.entries {
        if let Entry::Extend(it) = entry {
            replaced(&mut it.step.approved_by);
        }
        replaced(&mut stamp_mut(entry).by);
    }
    let rules = vec![Rule::RecordAgrees, Rule::ActorHoldsRole];
    Ok(Some((journal, vec![Breach { entry: 0, rules }])))
}

/// The standard is said not to have one of its steps, and the step is not taken.
pub(super) fn outline_shortened(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let standard = some!(journal.opening.found.standard.as_mut());
    let required: Vec<_> = standard.steps.iter().filter(|it| it.required).map(|it| it.code.clone()).collect();
    let code = some!(it.luck.pick(&required)).clone();
    standard.steps.retain(|it| it.code != code);
    for step in &mut standard.steps {
        step.after.retain(|it| *it != code);
    }
    if it.has(StepKind::Transfer) || !it.has(StepKind::DecideFavourably) {
        return Ok(None);
    }
    journal.entries.retain(|it| !matches!(it, Entry::TakeReviewStep(it) if it.step.step == code));
    Ok(Some((journal, vec![Breach { entry: 0, rules: vec![Rule::RecordAgrees] }])))
}

/// A licence is accepted days after the law deemed it accepted, as if there were still time.
pub(super) fn acceptance_period_lied(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::DeemAccepted));
    let required = some!(it.record().standard()).required.iter();
    let filed = &it.record().file().materials;
    if !it.is_plain() || required.clone().any(|it| !filed.contains(it)) {
        return Ok(None);
    }
    let body = some!(it.record().route().acceptance().is.to_body());
    let person = it.world.clerk(it.luck)?;
    let stamp = Stamp { at: it.stamp(at)?.at, by: Actor::Official { body, person } };
    let truly = it.taken(at, stamp, Accept { receipt: "SL-0".parse()? })?;
    if !truly.found.said.is_over() {
        return Ok(None);
    }
    let found = Said { said: PeriodState::Running, ..truly.found };
    let mut journal = it.journal();
    *some!(journal.entries.get_mut(at)) = Entry::Accept(Taken { found, ..truly });
    planted(journal, at, &[Rule::RecordAgrees, Rule::NotYetDeemed])
}

/// The applicant's time is said to be over while it runs.
pub(super) fn lapsed_early(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::Lapse));
    let before = it.stamp(some!(at.checked_sub(1)))?.at;
    let clock = some!(it.record().clock(Period::Corrections));
    let days = it.luck.between(1, 4);
    let early = it.world.days.later(before, days, it.luck)?;
    if clock.overdue(early.day(), it.world.office.on(early.day()).calendar())? {
        return Ok(None);
    }
    let last = some!(early.day().pred_opt());
    let mut journal = it.journal();
    let taken = entry!(journal, at, Lapse);
    taken.stamp.at = early;
    taken.found = Said { revision: it.world.office.on(early.day()).revision(), said: PeriodState::Over { last } };
    planted(journal, at, &[Rule::RecordAgrees, Rule::CorrectionPeriodOver])
}

/// A seal that is suspended, or was taken back, is said to be in service.
pub(super) fn seal_state_lied(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| matches!(it, Entry::AffixSealNo2(_))));
    let Some(Entry::AffixSealNo2(taken)) = it.entries().get(at) else { return Ok(None) };
    let before = it.stamp(some!(at.checked_sub(1)))?.at;
    let department = taken.step.seal.department;
    let events = it.world.office.revisions().iter().flat_map(|it| &it.seals).map(|it| it.seal);
    let seals: BTreeSet<SealId> = events.filter(|it| it.department == department).collect();
    // at once after the decision, where the case had to wait for a seal; or when it was sealed, with one that was there before
    let soon = it.world.days.later(before, 0, it.luck)?.min(taken.stamp.at);
    for (when, seal) in [soon, taken.stamp.at].into_iter().flat_map(|when| seals.iter().map(move |it| (when, *it))) {
        let stamp = Stamp { at: when, ..taken.stamp.clone() };
        let Some(lied) = out_of_service(it, at, seal, stamp)? else { continue };
        let mut journal = it.journal();
        *some!(journal.entries.get_mut(at)) = Entry::AffixSealNo2(lied);
        return planted(journal, at, &[Rule::RecordAgrees, Rule::SealNo2InService]);
    }
    Ok(None)
}

/// What the registers say of a seal that the region has, but for its state.
fn out_of_service(it: &Scene<'_>, at: usize, seal: SealId, stamp: Stamp) -> Fallible<Option<Taken<AffixSealNo2>>> {
    let step =
        AffixSealNo2 { seal, circumstance: "decision".parse()?, documents: vec!["（虚构）决定书".parse()?] };
    let mut taken = it.taken(at, stamp, step)?;
    let home = it.record().region();
    let found: &mut SealRecord = some!(taken.found.said.as_mut());
    let named = found.users.contains(taken.stamp.by.person());
    let out = matches!(found.state, SealState::Suspended | SealState::Withdrawn);
    if found.region != Some(home) || !out || !found.covers_item || !named {
        return Ok(None);
    }
    found.state = SealState::InService;
    Ok(Some(taken))
}

/// Used after it was lost, and before anybody knew.
pub(super) fn seal_found_lost(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| matches!(it, Entry::AffixSealNo2(_))));
    let Some(Entry::AffixSealNo2(taken)) = it.entries().get(at) else { return Ok(None) };
    let (day, now) = (taken.stamp.at.day(), it.world.office.now());
    let registers = it.world.office.on(day);
    let held = registers.seals_held(taken.step.seal.department, it.record().region(), day);
    let mut lost = held.filter(|it| now.seal_state(*it, day) == Some(SealState::Lost));
    let then = |it: &SealId| registers.seal_state(*it, day) == Some(SealState::InService);
    let seal = some!(lost.find(then));
    let used = it.taken(at, taken.stamp.clone(), AffixSealNo2 { seal, ..taken.step.clone() })?;
    let mut journal = it.journal();
    *some!(journal.entries.get_mut(at)) = Entry::AffixSealNo2(used);
    planted(journal, at, &[Rule::SealNo2InService])
}

/// A push is said to have gone to another body than the plan names, which answers it.
pub(super) fn seat_lied(it: &mut Scene<'_>) -> Fallible<Planted> {
    let pushes = |it: &Entry| it.kind() == StepKind::Push;
    let (at, tier) = (some!(it.first(pushes)), Tier::CountySupervisor);
    // sent again after a rejection it would have gone to two bodies
    let once = it.entries().iter().filter(|it| pushes(it)).count() == 1;
    let another = stranger(it.record().region(), tongquan::UnitKind::Sector)?;
    let mut journal = it.journal();
    let said = &mut entry!(journal, at, Push).found.said;
    if !once || said.county_supervisor.is_none() {
        return Ok(None);
    }
    said.county_supervisor = Some(another.clone());
    for entry in &mut journal.entries {
        if let Entry::Acknowledge(it) = entry
            && it.step.message == Message::Push(tier)
        {
            by_another(&mut it.stamp, another.clone());
        }
    }
    Ok(Some((journal, vec![breaks(at, &[Rule::RecordAgrees])])))
}
