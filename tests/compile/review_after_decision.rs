//! 决定之后不再审查。 No review step after the decision (C7).

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Decided, steps::TakeReviewStep},
};

fn review(case: Case<Decided>, step: TakeReviewStep, stamp: Stamp, office: &Office) {
    let _ = case.apply(step, stamp, office);
}

fn main() {}
