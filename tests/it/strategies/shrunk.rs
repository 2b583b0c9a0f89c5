//! What a failing test would be told: the smallest that still fails, and never anything but what was promised.

use std::sync::Arc;

use proptest::prelude::*;
use tongquan::{
    AnyCase, Office, Place, Rule, Scope,
    case::{StageKind, StepKind},
    strategies::{History, attempts, histories, nearly_lawful_histories, offices},
};

use super::{OFFICE, shrunk, shrunk_from};

fn kinds(it: &History) -> Vec<StepKind> {
    it.steps().iter().map(|(step, _)| step.kind()).collect()
}

fn then_lawful(it: &History) {
    let replayed = AnyCase::replay(it.journal()).unwrap();
    assert_eq!((&replayed, replayed.record().hold_against(it.office())), (it.case(), Ok(())));
}

#[test]
fn a_history_of_which_anything_fails_shrinks_to_the_filing_in_the_region() {
    let (least, seen) = shrunk(&histories(Arc::clone(&OFFICE), 30), |_| true);
    assert_eq!(kinds(&least), []);
    assert!(seen.len() < 10, "{}", seen.len());
}

#[test]
fn detours_are_dropped_on_the_way_to_what_fails() {
    let wanted = |it: &History| kinds(it).contains(&StepKind::DecideFavourably);
    // from one that is long and has detours
    let long = |it: &History| wanted(it) && it.steps().len() > 14 && kinds(it).contains(&StepKind::Suspend);
    let (least, seen) = shrunk_from(&histories(Arc::clone(&OFFICE), 40), long, wanted);
    seen.iter().for_each(then_lawful);
    then_lawful(&least);
    let left = kinds(&least);
    assert_eq!(left.last(), Some(&StepKind::DecideFavourably));
    for dropped in [
        StepKind::Suspend,
        StepKind::Resume,
        StepKind::Extend,
        StepKind::CorrectOnSpot,
        StepKind::Report,
        StepKind::Push,
    ] {
        assert!(!left.contains(&dropped), "{least:?}");
    }
    let file = least.file();
    assert!(matches!(file.place, Place::Region(_) | Place::Township(_) | Place::Village(_)));
    assert_eq!((file.scope, &file.follows), (Scope::WITHIN, &None));
}

#[test]
fn a_closed_case_keeps_what_closing_needs_and_no_step_of_it_can_be_left_out() {
    let closed = |it: &History| it.case().stage() == StageKind::Closed;
    let (least, seen) = shrunk(&histories(Arc::clone(&OFFICE), 40), closed);
    assert!(!seen.is_empty() && seen.iter().all(|it| it.steps().len() <= 40));
    then_lawful(&least);
    then_no_step_can_be_left_out(&least, |it| it.stage() == StageKind::Closed);
}

/// Without any one of its steps it is unlawful, or no longer what fails.
#[track_caller]
fn then_no_step_can_be_left_out(least: &History, still: impl Fn(&AnyCase) -> bool) {
    for gone in 0..least.steps().len() {
        let left = least.steps().iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, it)| it);
        let mut case = AnyCase::file(least.file().clone(), least.filed().clone(), least.office()).ok();
        for (step, stamp) in left {
            case = case.and_then(|it| it.apply(step.clone(), stamp.clone(), least.office()).ok());
        }
        assert!(!case.is_some_and(|it| still(&it)), "without step {gone} of {least:?}");
    }
}

#[test]
fn a_mistake_is_shrunk_to_where_it_is_still_made() {
    for rule in [Rule::ActorHoldsRole, Rule::StepHasPlace, Rule::NoticeComplete, Rule::DocumentsListed] {
        let nearly = nearly_lawful_histories(Arc::clone(&OFFICE), 0..30);
        let (least, seen) = shrunk(&nearly, |it| it.why().names(rule));
        for it in seen.iter().chain([&least]) {
            then_lawful(it.history());
            let (step, stamp) = it.attempt();
            let refused = it.history().case().check(step, stamp, it.history().office()).unwrap_err();
            assert_eq!(&refused, it.why());
            assert!(it.mistake().rules().iter().any(|rule| refused.names(*rule)));
        }
        then_no_step_can_be_left_out(least.history(), |case| {
            let (step, stamp) = least.attempt();
            case.check(step, stamp, least.history().office()).is_err_and(|it| it.names(rule))
        });
    }
}

#[test]
fn an_office_shrinks_to_the_rows_that_matter_and_is_accepted_all_the_way() {
    let (nothing, _) = shrunk(&offices(), |_| true);
    assert_eq!(nothing.revisions(), []);

    let lost = |it: &Arc<Office>| {
        let events = it.revisions().iter().flat_map(|it| &it.seals);
        events.into_iter().any(|it| it.event.kind() == tongquan::register::SealStepKind::Lost)
    };
    let (least, seen) = shrunk(&offices(), lost);
    assert!(seen.iter().all(|it| Office::new(it.revisions().to_vec()).is_ok()));
    let rows: Vec<_> = least.revisions().iter().flat_map(|it| &it.seals).map(|it| it.event.kind()).collect();
    assert_eq!(rows.last(), Some(&tongquan::register::SealStepKind::Lost));
    assert_eq!(rows.len(), 2, "cut and lost: {least:?}");
    let others = least.revisions().iter().map(|it| it.units.len() + it.standards.len() + it.agreements.len());
    assert_eq!(others.sum::<usize>(), 0, "{least:?}");
}

#[test]
fn an_office_and_what_happened_in_it_shrink_together() {
    let both = offices().prop_flat_map(|office| (Just(Arc::clone(&office)), histories(office, 20)));
    let ((office, history), _) = shrunk(&both, |(_, history)| history.case().stage() == StageKind::Withdrawn);
    assert_eq!(history.office(), &office);
    assert_eq!(kinds(&history), [StepKind::Withdraw]);
    assert_eq!(office.revisions(), []);
}

#[test]
fn attempts_shrink_to_lawful_ones() {
    let (least, _) = shrunk(&attempts(), |_| true);
    let filed = super::draws(&histories(Arc::clone(&OFFICE), 0), 1).remove(0);
    let (step, stamp) = least.at(filed.case(), filed.office());
    assert_eq!(filed.case().check(&step, &stamp, filed.office()), Ok(()));
}
