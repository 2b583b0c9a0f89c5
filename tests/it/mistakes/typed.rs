//! A case whose stage the compiler knows is judged as one whose stage it does not.

use std::fmt::Debug;

use tongquan::{
    AnyCase, AnyStep, Case, Office, Stamp,
    case::{Stage, StageKind, Step, StepKind},
};

use super::{attempt::World, courses, mixes};

/// What both say of one attempt; whether it was accepted.
#[track_caller]
fn then_same<S, T>(any: &AnyCase, step: T, stamp: &Stamp, office: &Office) -> bool
where
    S: Stage,
    T: Step<S> + Into<AnyStep>,
    AnyCase: TryInto<Case<S>, Error: Debug> + From<Case<S>> + From<Case<T::To>>,
{
    let case: Case<S> = any.clone().try_into().unwrap();
    let checked = case.check(&step, stamp, office);
    let by_any = any.clone().apply(step.clone().into(), stamp.clone(), office);
    match (case.apply(step, stamp.clone(), office), by_any) {
        (Ok(typed), Ok(any)) => {
            assert_eq!((AnyCase::from(typed), checked), (any, Ok(())));
            true
        }
        (Err(typed), Err(any)) => {
            let (case, step): (AnyCase, AnyStep) = (typed.case.into(), typed.step.into());
            assert_eq!((case, step, typed.stamp, &typed.why), (any.case, any.step, any.stamp, &any.why));
            assert_eq!(checked, Err(any.why));
            false
        }
        (typed, any) => panic!("{typed:?}\n{any:?}"),
    }
}

macro_rules! then_same_of {
    ($made:ident: $($From:ident $Step:ident),+) => {
        match (&$made.case, $made.step) {
            $((AnyCase::$From(_), AnyStep::$Step(step)) => {
                let accepted = then_same::<tongquan::case::stage::$From, _>(&$made.case, step, &$made.stamp, &$made.office);
                Some(((StageKind::$From, StepKind::$Step), accepted))
            })+
            _ => None,
        }
    };
}

#[test]
fn a_typed_case_accepts_and_refuses_as_an_untyped_one_does() {
    let mut world = World::default();
    let mut compared = std::collections::BTreeMap::new();
    for course in courses() {
        for chosen in mixes(&course.mistakes) {
            let mut attempt = course.good.clone();
            chosen.iter().for_each(|it| (it.does)(&mut attempt));
            let made = world.make(&attempt);
            let told = then_same_of!(made:
                Filed Accept, Filed PassOn, Correcting HandInCorrections, Correcting NotAccept, Accepted TakeReviewStep,
                Accepted Extend, Suspended Transfer, Decided AffixSealNo2, Sealed IssueLicence, Licensed Deliver,
                Concluded Close, Concluded Push
            );
            if let Some((arc, accepted)) = told {
                compared.entry(arc).or_insert([0, 0])[usize::from(accepted)] += 1;
            }
        }
    }
    assert_eq!(compared.len(), 12, "{compared:?}");
    assert!(compared.values().all(|[refused, accepted]| *refused > 0 && *accepted > 0), "{compared:?}");
}
