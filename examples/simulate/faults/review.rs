//! Review and decision.

use tongquan::{
    Kind, Rule,
    case::{
        Entry, Period, StepKind, Taken,
        steps::{Extend, TakeReviewStep},
    },
    register::TimeUnit,
    text::Mark,
};

use super::{
    super::Fallible,
    Planted,
    edit::{Scene, entry, planted, some},
};

const fn reviews(it: &Entry) -> bool {
    matches!(it, Entry::TakeReviewStep(_))
}

fn review<'a>(it: &Scene<'a>, at: usize) -> Option<&'a Taken<TakeReviewStep>> {
    if let Some(Entry::TakeReviewStep(taken)) = it.entries().get(at) { Some(taken) } else { None }
}

pub(super) fn step_not_in_standard(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(reviews));
    let step = TakeReviewStep { step: "leader-signs".parse()?, finding: None, officers: Vec::new() };
    let taken = it.taken(at + 1, it.stamp(at)?, step)?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::TakeReviewStep(taken));
    planted(journal, at + 1, &[Rule::StepInStandard])
}

pub(super) fn step_repeated(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(reviews));
    let taken = some!(review(it, at)).clone();
    let once = it.record().standard().and_then(|known| known.step(&taken.step.step)).is_some_and(|it| !it.repeats);
    if !once {
        return Ok(None);
    }
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::TakeReviewStep(taken));
    planted(journal, at + 1, &[Rule::StepNotRepeated])
}

/// Granted without the last of the steps that the standard requires.
pub(super) fn required_step_missing(it: &mut Scene<'_>) -> Fallible<Planted> {
    let standard = some!(it.record().standard());
    let decided = some!(it.first(|it| it.kind() == StepKind::DecideFavourably));
    let steps: Vec<&Mark> = (0..it.entries().len()).filter_map(|at| Some(&review(it, at)?.step.step)).collect();
    let awaited = |code: &Mark| steps.iter().any(|it| standard.step(it).is_some_and(|it| it.after.contains(code)));
    let last = |code: &&Mark| standard.step(code).is_some_and(|it| it.required) && !awaited(code);
    let code = (*some!(steps.iter().copied().find(last))).clone();
    let mut journal = it.journal();
    let taken = |it: &Entry| matches!(it, Entry::TakeReviewStep(it) if it.step.step == code);
    let gone = journal.entries.iter().filter(|it| taken(it)).count();
    journal.entries.retain(|it| !taken(it));
    if it.has(StepKind::Transfer) {
        return Ok(None);
    }
    planted(journal, decided - gone, &[Rule::RequiredStepsDone])
}

/// Two steps have changed places, of which one comes after the other by the standard; the times go on.
pub(super) fn steps_out_of_order(it: &mut Scene<'_>) -> Fallible<Planted> {
    let standard = some!(it.record().standard());
    let turned = |at: &usize| {
        let (first, second) = (review(it, *at)?, review(it, *at + 1)?);
        let waits = standard.step(&second.step.step)?.after.contains(&first.step.step);
        // a step taken once before would not be missed
        let once =
            it.entries().iter().filter(|it| matches!(it, Entry::TakeReviewStep(it) if it.step.step == first.step.step));
        (waits && once.count() == 1).then_some(())
    };
    let at = some!((0..it.entries().len()).find(|at| turned(at).is_some()));
    let mut journal = it.journal();
    let second = entry!(journal, at + 1, TakeReviewStep).step.clone();
    let first = std::mem::replace(&mut entry!(journal, at, TakeReviewStep).step, second);
    entry!(journal, at + 1, TakeReviewStep).step = first;
    planted(journal, at, &[Rule::StepAfterPrerequisites])
}

pub(super) fn one_officer(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(|it| matches!(it, Entry::TakeReviewStep(it) if it.step.officers.len() > 1)));
    if !it.record().docket().is_licence() {
        return Ok(None);
    }
    let mut journal = it.journal();
    entry!(journal, at, TakeReviewStep).step.officers.truncate(1);
    planted(journal, at, &[Rule::TwoOfficers])
}

pub(super) fn proceeding_not_in_standard(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(|it| it.kind() == StepKind::Suspend));
    let mut journal = it.journal();
    entry!(journal, at, Suspend).step.procedure = "leader-travels".parse()?;
    planted(journal, at, &[Rule::ProcedureInStandard])
}

pub(super) fn time_needed_not_told(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(|it| it.kind() == StepKind::Suspend));
    let mut journal = it.journal();
    entry!(journal, at, Suspend).step.needs.amount = 0;
    planted(journal, at, &[Rule::TimeNeededTold])
}

/// By the Licensing Law, though it is no licence.
pub(super) fn extension_of_no_licence(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.any(reviews));
    let record = it.record();
    let docket = some!(record.as_of(at + 2, it.stamp(at)?.at));
    let binding = docket.clock(Period::Statutory).or_else(|| docket.clock(Period::Promised));
    let in_days = binding.as_ref().is_some_and(|it| it.limit().unit == TimeUnit::Day);
    let stamp = it.stamp(at)?;
    let calendar = it.world.office.on(stamp.at.day()).calendar();
    let over = binding.is_some_and(|it| it.overdue(stamp.at.day(), calendar).unwrap_or(true));
    if in_days || over || record.brief().item.kind == Kind::Licence {
        return Ok(None);
    }
    let step = Extend {
        working_days: 5,
        reason: "（虚构）人手不足".parse()?,
        notice: "YQ-0".parse()?,
        approved_by: stamp.by.clone(),
    };
    let taken = it.taken(at + 1, stamp, step)?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::Extend(taken));
    planted(journal, at + 1, &[Rule::ExtensionForLicence])
}

pub(super) fn extended_twice(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::Extend));
    let Some(Entry::Extend(taken)) = it.entries().get(at) else { return Ok(None) };
    let again = it.taken(at + 1, taken.stamp.clone(), taken.step.clone())?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::Extend(again));
    planted(journal, at + 1, &[Rule::ExtensionOnce])
}

pub(super) fn condition_not_attested(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::DecideFavourably));
    let mut journal = it.journal();
    if entry!(journal, at, DecideFavourably).step.attested.pop().is_none() {
        return Ok(None);
    }
    planted(journal, at, &[Rule::ConditionsAttested])
}

pub(super) fn condition_invented(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::DecideFavourably));
    if it.record().standard().is_none() {
        return Ok(None);
    }
    let mut journal = it.journal();
    entry!(journal, at, DecideFavourably).step.attested.push("invests-here".parse()?);
    planted(journal, at, &[Rule::ConditionsInStandard])
}

pub(super) fn condition_named_twice(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::DecideFavourably));
    let mut journal = it.journal();
    let attested = &mut entry!(journal, at, DecideFavourably).step.attested;
    let again = some!(attested.first()).clone();
    attested.push(again);
    planted(journal, at, &[Rule::NamedOnce])
}

pub(super) fn remedies_not_told(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::DecideUnfavourably));
    let docket = it.record().docket();
    let told = docket.is_licence() || docket.standard().is_some_and(|it| !it.remedies.is_empty());
    if !told {
        return Ok(None);
    }
    let mut journal = it.journal();
    entry!(journal, at, DecideUnfavourably).step.remedies.clear();
    planted(journal, at, &[Rule::RemediesTold])
}
