//! The laws of every step: who, when, in what order.

use chrono::TimeDelta;
use tongquan::{
    Actor, Moment, Rule, UnitKind,
    case::{
        Entry, StepKind,
        steps::{Close, Withdraw},
    },
};

use super::{
    super::{Fallible, course::is_past_decision},
    Planted,
    edit::{Scene, action_mut, breaks, by_another, planted, some, stamp_mut, stranger},
};

/// Steps that no more than one rule binds to their actor.
const fn is_of_one_body(it: &Entry) -> bool {
    matches!(
        it.kind(),
        StepKind::AskForCorrections
            | StepKind::Accept
            | StepKind::NotAccept
            | StepKind::TakeReviewStep
            | StepKind::Suspend
            | StepKind::Resume
            | StepKind::Extend
            | StepKind::DecideFavourably
            | StepKind::DecideUnfavourably
            | StepKind::AffixSeal
            | StepKind::AffixSealNo2
            | StepKind::IssueLicence
            | StepKind::Deliver
            | StepKind::Close
    )
}

pub(super) fn wrong_actor(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(is_of_one_body));
    let mut journal = it.journal();
    by_another(stamp_mut(some!(journal.entries.get_mut(at))), stranger(it.record().region(), UnitKind::Sector)?);
    planted(journal, at, &[Rule::ActorHoldsRole])
}

/// An entry is dated before the one that it follows; none that asks the registers, for they would be asked of another day.
pub(super) fn time_backwards(it: &mut Scene<'_>) -> Fallible<Planted> {
    let free = |it: &Entry| {
        matches!(
            it.kind(),
            StepKind::TakeReviewStep
                | StepKind::DecideFavourably
                | StepKind::DecideUnfavourably
                | StepKind::AffixSeal
                | StepKind::IssueLicence
                | StepKind::Deliver
                | StepKind::Report
                | StepKind::Close
        )
    };
    let at = some!(it.any(free));
    let before = match at.checked_sub(1) {
        None => it.record().opening().stamp.at,
        Some(before) => it.stamp(before)?.at,
    };
    let earlier = before.naive() - TimeDelta::minutes(it.luck.between(1, 2_880).into());
    use chrono::Timelike;
    let earlier = Moment::new(earlier.date(), earlier.hour(), earlier.minute(), earlier.second())?;
    let mut journal = it.journal();
    stamp_mut(some!(journal.entries.get_mut(at))).at = earlier;
    planted(journal, at, &[Rule::TimeRunsForward])
}

/// Two steps are said to be one action.
pub(super) fn action_reused(it: &mut Scene<'_>) -> Fallible<Planted> {
    let last = some!(it.entries().len().checked_sub(1).filter(|it| *it > 0));
    let at = it.luck.between(1, u32::try_from(last)?) as usize;
    let mut journal = it.journal();
    for at in [at - 1, at] {
        *action_mut(some!(journal.entries.get_mut(at))) = Some("op-1".parse()?);
    }
    planted(journal, at, &[Rule::ActionOnce])
}

pub(super) fn step_after_end(it: &mut Scene<'_>) -> Fallible<Planted> {
    let last = some!(it.entries().len().checked_sub(1));
    if !it.case.stage().is_terminal() {
        return Ok(None);
    }
    let stamp = it.stamp(last)?;
    let next = if is_past_decision(it.case.stage()) {
        Entry::Close(it.taken(last + 1, stamp, Close {})?)
    } else {
        let by = Actor::Applicant(it.record().file().applicant.clone());
        Entry::Withdraw(it.taken(last + 1, tongquan::Stamp { by, ..stamp }, Withdraw { reason: None })?)
    };
    let mut journal = it.journal();
    journal.entries.push(next);
    planted(journal, last + 1, &[Rule::StepHasPlace])
}

const fn decides(it: &Entry) -> bool {
    matches!(it.kind(), StepKind::DecideFavourably | StepKind::DecideUnfavourably)
}

const fn seals(it: &Entry) -> bool {
    matches!(it.kind(), StepKind::AffixSeal | StepKind::AffixSealNo2)
}

pub(super) fn second_decision(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(decides));
    let mut journal = it.journal();
    let again = some!(journal.entries.get(at)).clone();
    journal.entries.insert(at + 1, again);
    planted(journal, at + 1, &[Rule::StepHasPlace])
}

/// It is sealed or told of, and nobody has decided.
pub(super) fn decision_missing(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(decides));
    if it.entries().get(at + 1).is_none() {
        return Ok(None);
    }
    let mut journal = it.journal();
    journal.entries.remove(at);
    planted(journal, at, &[Rule::StepHasPlace])
}

/// Two entries have changed places; the times go on.
pub(super) fn sealed_before_decided(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(decides));
    if !it.entries().get(at + 1).is_some_and(seals) {
        return Ok(None);
    }
    let (decided, sealed) = (it.stamp(at)?.at, it.stamp(at + 1)?.at);
    let mut journal = it.journal();
    if let Some(Entry::AffixSealNo2(taken)) = journal.entries.get_mut(at + 1) {
        // what the registers say of the seal on the earlier day
        let stamp = tongquan::Stamp { at: decided, ..taken.stamp.clone() };
        let earlier = it.taken(at + 1, stamp, taken.step.clone())?;
        let same = earlier.found.said == taken.found.said;
        *taken = earlier;
        if !same {
            return Ok(None);
        }
    }
    journal.entries.swap(at, at + 1);
    stamp_mut(some!(journal.entries.get_mut(at))).at = decided;
    stamp_mut(some!(journal.entries.get_mut(at + 1))).at = sealed;
    Ok(Some((journal, vec![breaks(at, &[Rule::StepHasPlace])])))
}

/// A licence is issued, or the result is handed over, without a seal on it.
pub(super) fn seal_missing(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(seals));
    let next = some!(it.first(|it| matches!(it.kind(), StepKind::IssueLicence | StepKind::Deliver)));
    let mut journal = it.journal();
    journal.entries.remove(at);
    planted(journal, next - 1, &[Rule::StepHasPlace])
}
