//! 决定之前不得用印。 No seal before the decision (C6, C7): an accepted case is under review, and there is nothing to seal yet.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Accepted, steps::AffixSeal},
};

fn seal(case: Case<Accepted>, stamp: Stamp, office: &Office) {
    let _ = case.apply(AffixSeal {}, stamp, office);
}

fn main() {}
