//! From the window to acceptance.

use tongquan::{
    Rule, UnitKind, Venue,
    case::{
        Entry, PeriodState, StepKind,
        steps::{DeemAccepted, Ground, PassOn},
    },
    text::Mark,
};

use super::{
    super::Fallible,
    Breach, Planted,
    edit::{Scene, breaks, by_another, entry, planted, some, stranger},
};

pub(super) fn filed_by_wrong_body(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    by_another(&mut journal.opening.stamp, stranger(it.record().region(), UnitKind::Sector)?);
    of_filing(journal, Rule::ActorHoldsRole)
}

/// The papers are said to have been handed in where nobody may take them in.
pub(super) fn venue_not_open(it: &mut Scene<'_>) -> Fallible<Planted> {
    if it.has(StepKind::Transfer) {
        return Ok(None);
    }
    let mut journal = it.journal();
    journal.opening.step.venue = Venue::Kiosk("（虚构）未登记的一体机".parse()?);
    of_filing(journal, Rule::VenueOpen)
}

fn of_filing(journal: tongquan::Journal, rule: Rule) -> Fallible<Planted> {
    Ok(Some((journal, vec![Breach { entry: 0, rules: vec![rule] }])))
}

/// Nothing is missing by then, and it is asked for all the same.
pub(super) fn second_notice(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::AskForCorrections));
    let Some(Entry::AskForCorrections(notice)) = it.entries().get(at) else { return Ok(None) };
    let again = it.taken(at + 1, notice.stamp.clone(), notice.step.clone())?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::AskForCorrections(again));
    planted(journal, at + 1, &[Rule::StepHasPlace])
}

/// One of the missing papers is not named, never asked for, and accepted without.
pub(super) fn notice_incomplete(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let at = some!(it.first(|it| it.kind() == StepKind::AskForCorrections));
    let notice = &mut entry!(journal, at, AskForCorrections).step.materials;
    let required = it.record().standard().map_or(&[][..], |it| &it.required);
    let filed = &it.record().file().materials;
    let missing: Vec<Mark> = notice.iter().filter(|it| required.contains(it) && !filed.contains(it)).cloned().collect();
    let left_out = some!(it.luck.pick(&missing)).clone();
    notice.retain(|it| *it != left_out);
    // a notice names something, and what is not asked for is handed in by nobody
    if notice.is_empty() || !it.has(StepKind::Accept) || it.has(StepKind::Transfer) {
        return Ok(None);
    }
    for entry in &mut journal.entries {
        if let Entry::HandInCorrections(it) = entry {
            it.step.materials.retain(|it| *it != left_out);
        }
    }
    journal.entries.retain(|it| !matches!(it, Entry::HandInCorrections(it) if it.step.materials.is_empty()));
    planted(journal, at, &[Rule::NoticeComplete])
}

pub(super) fn notice_beyond_standard(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let at = some!(it.first(|it| it.kind() == StepKind::AskForCorrections));
    if it.record().standard().is_none() || it.has(StepKind::Transfer) {
        return Ok(None);
    }
    entry!(journal, at, AskForCorrections).step.materials.push("guarantee".parse()?);
    planted(journal, at, &[Rule::MaterialsInStandard])
}

pub(super) fn handed_in_unasked(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let at = some!(it.any(|it| it.kind() == StepKind::HandInCorrections));
    entry!(journal, at, HandInCorrections).step.materials.push("guarantee".parse()?);
    planted(journal, at, &[Rule::OnlyAskedFor])
}

/// Accepted at once, though a paper that the standard requires was not handed in.
pub(super) fn accepted_incomplete(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let at = some!(it.first(|it| it.kind() == StepKind::Accept));
    let required = it.record().standard().map_or(&[][..], |it| &it.required);
    let corrected =
        |code: &Mark| it.entries().iter().any(|it| matches!(it, Entry::CorrectOnSpot(it) if it.step.material == *code));
    let open: Vec<&Mark> = required.iter().filter(|it| !corrected(it)).collect();
    if it.has(StepKind::AskForCorrections) {
        return Ok(None);
    }
    let left_out = *some!(it.luck.pick(&open));
    journal.opening.step.materials.retain(|it| it != left_out);
    planted(journal, at, &[Rule::PapersComplete])
}

/// Review begins, and nobody has accepted.
pub(super) fn acceptance_missing(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::Accept));
    let next = some!(it.entries().get(at + 1)).kind();
    let of_review = matches!(next, StepKind::TakeReviewStep | StepKind::Suspend | StepKind::DecideFavourably);
    // an extension would be told of another clock than the case then has
    if !of_review || !it.is_plain() || it.has(StepKind::Extend) {
        return Ok(None);
    }
    let mut journal = it.journal();
    journal.entries.remove(at);
    planted(journal, at, &[Rule::StepHasPlace])
}

pub(super) fn deemed_for_no_licence(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::Accept));
    if it.has(StepKind::AskForCorrections) || it.record().docket().is_licence() {
        return Ok(None);
    }
    let deemed = it.taken(at, it.stamp(at)?, DeemAccepted {})?;
    let mut journal = it.journal();
    *some!(journal.entries.get_mut(at)) = Entry::DeemAccepted(deemed);
    planted(journal, at, &[Rule::DeemedForLicence])
}

/// A licence is turned away on a condition, in place of whatever the ground was.
pub(super) fn licence_turned_away(it: &mut Scene<'_>) -> Fallible<Planted> {
    let mut journal = it.journal();
    let at = some!(it.first(|it| it.kind() == StepKind::NotAccept));
    let condition = some!(it.record().standard().and_then(|it| it.acceptance.first())).clone();
    let taken = entry!(journal, at, NotAccept);
    if it.has(StepKind::AskForCorrections) || taken.found.said != PeriodState::Running {
        return Ok(None);
    }
    taken.step.ground = Ground::ConditionUnmet(condition);
    planted(journal, at, &[Rule::LicenceNotTurnedAway])
}

/// Under entrusted intake the papers never come to the body that decides: its first step is taken without them.
pub(super) fn not_passed_on(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::PassOn));
    let accepted = some!(it.first(|it| matches!(it.kind(), StepKind::Accept | StepKind::DeemAccepted)));
    if at < accepted || it.has(StepKind::Transfer) {
        return Ok(None);
    }
    let mut journal = it.journal();
    journal.entries.remove(at);
    let needs = |it: &Entry| {
        matches!(
            it.kind(),
            StepKind::TakeReviewStep
                | StepKind::Suspend
                | StepKind::Extend
                | StepKind::DecideFavourably
                | StepKind::DecideUnfavourably
        )
    };
    let at = some!(journal.entries.iter().position(needs));
    Ok(Some((journal, vec![breaks(at, &[Rule::PapersPassedOn])])))
}

pub(super) fn passed_on_needlessly(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::Accept));
    if !it.is_plain() {
        return Ok(None);
    }
    let taken = it.taken(at + 1, it.stamp(at)?, PassOn {})?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::PassOn(taken));
    planted(journal, at + 1, &[Rule::PassingCalledFor])
}
