//! 县级加盖“2号章”之后，市级不再用印。 No city seal after the county's (C6, C7): what is sealed is sealed once.

use tongquan::{
    Case, Office, Stamp,
    case::{
        stage::Decided,
        steps::{AffixSeal, AffixSealNo2},
    },
};

fn seal_twice(case: Case<Decided>, use_of_the_seal: AffixSealNo2, stamp: Stamp, office: &Office) {
    if let Ok(sealed_by_the_county) = case.apply(use_of_the_seal, stamp.clone(), office) {
        let _ = sealed_by_the_county.apply(AffixSeal {}, stamp, office);
    }
}

fn main() {}
