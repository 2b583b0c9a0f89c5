//! Reports, pushes, and the archive.

use tongquan::{
    AnyCase, Rule, UnitKind,
    case::{
        Entry, Message, StepKind,
        steps::{Push, Reply, Report},
    },
};

use super::{
    super::Fallible,
    Planted,
    edit::{Scene, by_another, entry, planted, some, stranger},
};

fn closed(it: &Scene<'_>) -> Option<usize> {
    if matches!(it.case, AnyCase::Closed(_)) { it.first(|it| it.kind() == StepKind::Close) } else { None }
}

/// Neither sent nor answered, and closed all the same.
pub(super) fn report_missing(it: &mut Scene<'_>) -> Fallible<Planted> {
    let closed = some!(closed(it));
    let of_report = |it: &Entry| {
        let answer = matches!(it, Entry::Acknowledge(it) if it.step.message == Message::Report);
        answer || it.kind() == StepKind::Report
    };
    let mut journal = it.journal();
    journal.entries.retain(|it| !of_report(it));
    let gone = it.entries().len() - journal.entries.len();
    if gone == 0 {
        return Ok(None);
    }
    planted(journal, closed - gone, &[Rule::DutiesDone])
}

pub(super) fn closed_unacknowledged(it: &mut Scene<'_>) -> Fallible<Planted> {
    let closed = some!(closed(it));
    let answers = |it: &Entry| matches!(it, Entry::Acknowledge(it) if it.step.reply == Reply::Acknowledged);
    let at = some!(it.any(answers));
    let mut journal = it.journal();
    journal.entries.remove(at);
    planted(journal, closed - 1, &[Rule::DutiesDone])
}

/// While the first report still waits for its answer.
pub(super) fn reported_twice(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(|it| it.kind() == StepKind::Report));
    let again = it.taken(at + 1, it.stamp(at)?, Report {})?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::Report(again));
    planted(journal, at + 1, &[Rule::NotSentYet])
}

/// The region decided a power of its own.
pub(super) fn report_not_called_for(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| matches!(it, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_))));
    if it.record().route().reports_to().is_some() {
        return Ok(None);
    }
    let taken = it.taken(at + 1, it.stamp(at)?, Report {})?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::Report(taken));
    planted(journal, at + 1, &[Rule::ReportCalledFor])
}

pub(super) fn push_not_called_for(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| matches!(it, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_))));
    if it.record().route().owes_pushes() {
        return Ok(None);
    }
    let taken = it.taken(at + 1, it.stamp(at)?, Push {})?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::Push(taken));
    planted(journal, at + 1, &[Rule::PushCalledFor])
}

pub(super) fn pushed_by_another(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(|it| it.kind() == StepKind::Push));
    let mut journal = it.journal();
    by_another(&mut entry!(journal, at, Push).stamp, stranger(it.record().region(), UnitKind::Sector)?);
    planted(journal, at, &[Rule::ActorHoldsRole])
}

pub(super) fn acknowledged_by_another(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(|it| it.kind() == StepKind::Acknowledge));
    let mut journal = it.journal();
    by_another(&mut entry!(journal, at, Acknowledge).stamp, stranger(it.record().region(), UnitKind::Sector)?);
    planted(journal, at, &[Rule::WasAddressed])
}
