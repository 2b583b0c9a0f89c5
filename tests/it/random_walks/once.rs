//! Walks on which the crate and the model once went apart. What each showed, the changes tell.

use tongquan::{
    Region, Rule,
    case::{StageKind, StepKind},
};

use super::{
    Walk,
    drawn::{At, How, Pick, Plan, Try, Way, Who},
    seen::Seen,
    walked,
};

/// Somebody who holds the role does what is right, so many hours later.
fn next(step: Pick, holder: u8, hours: i64) -> Try {
    Try { step, how: How::Right(0), by: Who::Holder(holder), hours, way: Way::Step, lags: false }
}

#[track_caller]
fn then_they_go_together(plan: &Plan) {
    assert!(walked(plan, &mut Seen::default()));
}

#[test]
fn a_former_window_has_no_papers_to_correct_on_the_spot() {
    then_they_go_together(&Plan {
        item: "A1-33",
        region: Region::Rencheng,
        venue: At::Counter,
        complete: false,
        day: 51,
        tries: vec![
            next(Pick::Of(StepKind::Transfer), 0, 855),
            next(Pick::Forward(0), 0, 0),
            next(Pick::Of(StepKind::CorrectOnSpot), 1, 16),
        ],
    });
}

#[test]
fn what_the_county_had_to_decide_is_not_sent_to_the_township_and_back() {
    then_they_go_together(&Plan {
        item: "A2-1",
        region: Region::Rencheng,
        venue: At::City,
        complete: false,
        day: 28,
        tries: vec![
            next(Pick::Of(StepKind::DeemAccepted), 0, 773),
            next(Pick::Forward(0), 66, 44),
            next(Pick::Forward(0), 0, 33),
            next(Pick::Forward(0), 0, 557),
            next(Pick::Of(StepKind::Transfer), 0, 0),
            next(Pick::Of(StepKind::PassOn), 0, 0),
        ],
    });
}

/// The region's centre, which took them in for the city, is where the region handles it by then.
#[test]
fn papers_at_a_window_that_has_become_the_counter_are_not_passed_on() {
    then_they_go_together(&Plan {
        item: "A1-20",
        region: Region::Rencheng,
        venue: At::Counter,
        complete: false,
        day: 21,
        tries: vec![
            next(Pick::Forward(0), 0, 809),
            next(Pick::Forward(0), 0, 27),
            next(Pick::Forward(0), 0, 825),
            next(Pick::Of(StepKind::Withdraw), 0, 10),
            next(Pick::Forward(0), 0, 0),
            next(Pick::Forward(0), 0, 0),
            next(Pick::Next(47), 0, 216),
            next(Pick::Forward(0), 0, 0),
        ],
    });
}

#[test]
fn what_is_asked_of_a_case_of_an_earlier_round_is_judged_the_same_to_its_end() {
    let try_it = |step, how, hours| Try { step, how, by: Who::Holder(0), hours, way: Way::Step, lags: false };
    then_they_go_together(&Plan {
        item: "XK-003",
        region: Region::Wenshang,
        venue: At::Counter,
        complete: false,
        day: 13,
        tries: vec![
            next(Pick::Forward(0), 0, 426),
            next(Pick::Forward(0), 0, 0),
            try_it(Pick::Next(17), How::Right(11), 21),
            next(Pick::Next(179), 0, 0),
            next(Pick::Forward(0), 0, 0),
            next(Pick::Forward(0), 0, 0),
            try_it(Pick::Forward(0), How::Nearly(0), 0),
            next(Pick::Next(199), 0, 0),
        ],
    });
}

/// A paper that is corrected over and over, a step that is taken again and again, and a report that the city turns back as often.
#[test]
fn a_history_of_more_than_a_thousand_steps_is_judged_the_same_to_its_end() {
    let of = |kind, how, holder| Try { how: How::Right(how), ..next(Pick::Of(kind), holder, 0) };
    let once = |kind| of(kind, 0, 0);
    let (review, acknowledge) = (StepKind::TakeReviewStep, StepKind::Acknowledge);
    let tries = [
        vec![once(StepKind::CorrectOnSpot); 300],
        vec![once(StepKind::Accept), of(review, 0, 0)],
        vec![of(review, 1, 0); 200],
        vec![of(review, 2, 0), once(StepKind::DecideFavourably), once(StepKind::AffixSealNo2)],
        vec![once(StepKind::IssueLicence), once(StepKind::Deliver)],
        [once(StepKind::Report), of(acknowledge, 5, 0)].repeat(300),
        vec![once(StepKind::Report), of(acknowledge, 0, 0), once(StepKind::Push)],
        [6, 2, 3, 4].into_iter().zip(1..).map(|(nth, holder)| of(acknowledge, nth, holder)).collect(),
        vec![once(StepKind::Close)],
    ];
    let (item, region) = ("A1-33", Region::Wenshang);
    let plan = Plan { item, region, venue: At::Counter, complete: true, day: 0, tries: tries.concat() };
    let mut walk = Walk::begin(&plan).unwrap();
    let mut seen = Seen::default();
    plan.tries.iter().for_each(|it| walk.attempt(it, &mut seen));
    let steps = 1 + plan.tries.len();
    assert_eq!((walk.case.stage(), walk.case.record().version()), (StageKind::Closed, steps), "{}", walk.told());
    assert_eq!((steps, seen.refused.len()), (1_116, 0));
}

/// Of the golden handbooks none counts days.
#[test]
fn what_is_counted_in_days_is_not_extended_by_working_days() {
    let tries = [StepKind::Accept, StepKind::Extend].map(|it| next(Pick::Of(it), 0, 24)).into();
    let (item, region) = ("XK-002", Region::Wenshang);
    let plan = Plan { item, region, venue: At::Counter, complete: true, day: 0, tries };
    let mut seen = Seen::default();
    assert!(walked(&plan, &mut seen));
    assert_eq!(seen.refused, [(Rule::ExtensionOfWorkingDays, 1)].into());
}
