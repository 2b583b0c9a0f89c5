//! 决定之后不得撤件。 No withdrawal after the decision (C7, ours): no clause makes a decision undone.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Decided, steps::Withdraw},
};

fn take_back(case: Case<Decided>, stamp: Stamp, office: &Office) {
    let _ = case.apply(Withdraw { reason: None }, stamp, office);
}

fn main() {}
