//! 受理之后不得再不予受理。 What was accepted is decided, and not turned away (APL32e, C7).

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Accepted, steps::NotAccept},
};

fn turn_away(case: Case<Accepted>, refusal: NotAccept, stamp: Stamp, office: &Office) {
    let _ = case.apply(refusal, stamp, office);
}

fn main() {}
