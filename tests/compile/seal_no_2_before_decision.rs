//! 决定之前不得加盖“2号章”。 No Seal No. 2 before the region has decided (C6): it seals decisions, and no blank form.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Accepted, steps::AffixSealNo2},
};

fn seal(case: Case<Accepted>, use_of_the_seal: AffixSealNo2, stamp: Stamp, office: &Office) {
    let _ = case.apply(use_of_the_seal, stamp, office);
}

fn main() {}
