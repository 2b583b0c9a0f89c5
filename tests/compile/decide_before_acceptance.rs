//! 未受理不得决定。 No decision on what was not accepted (APL32e, C7): the papers were only taken in.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Filed, steps::DecideFavourably},
};

fn decide(case: Case<Filed>, decision: DecideFavourably, stamp: Stamp, office: &Office) {
    let _ = case.apply(decision, stamp, office);
}

fn main() {}
