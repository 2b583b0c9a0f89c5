//! 准予不得自造。 No permit but a judgement's (C7): with one of one's own, any step would enter its stage unjudged.

use tongquan::{
    Case, Stamp,
    case::{
        Step,
        stage::{Decided, Sealed},
        steps::AffixSeal,
    },
    law::Permit,
};

fn seal_unjudged(case: &Case<Decided>, stamp: &Stamp) -> Sealed {
    AffixSeal {}.enter(case.stage().clone(), case.record(), stamp, &(), Permit(()))
}

fn main() {}
