//! 未决定的不得推送。 What a service pushes after the decision, it does not push of a case under review (C4, C12).

use tongquan::{
    Case,
    case::stage::{Accepted, AfterDecision},
};

fn push_to_supervisors<S: AfterDecision>(_: &Case<S>) {}

fn push(under_review: &Case<Accepted>) {
    push_to_supervisors(under_review);
}

fn main() {}
