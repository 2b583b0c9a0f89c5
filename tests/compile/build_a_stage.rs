//! 阶段不得自造。 No stage is built by hand (C7): acceptance is a step, by the accepting body, with its receipt.

use tongquan::{
    Moment,
    case::{Desk, stage::Accepted},
};

fn accept_without_a_receipt(at: Moment) -> Accepted {
    Accepted { at, desk: Desk::Deciding, extended: false, reviewed: vec![] }
}

fn main() {}
