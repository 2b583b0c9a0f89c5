//! 特别程序未结束不得决定。 No decision while a hearing, a test or an expert review is under way (APL45): review is resumed first.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Suspended, steps::DecideFavourably},
};

fn decide(case: Case<Suspended>, decision: DecideFavourably, stamp: Stamp, office: &Office) {
    let _ = case.apply(decision, stamp, office);
}

fn main() {}
