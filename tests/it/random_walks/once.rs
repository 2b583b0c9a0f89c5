//! Walks on which the crate and the model once went apart. What each showed, the changes tell.

use tongquan::{Region, case::StepKind};

use super::{
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
