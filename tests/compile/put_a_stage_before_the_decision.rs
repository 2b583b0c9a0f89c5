//! 决定之后的阶段不得称作决定之前。 A sealed case is not declared undecided, so that it might be withdrawn (C7).

use tongquan::{
    case::{
        Desk,
        stage::{BeforeDecision, Sealed},
    },
    law::Permit,
};

struct Undecided(Sealed);

impl BeforeDecision for Undecided {
    fn at_desk(self, _: &Permit, _: impl FnOnce(Desk) -> Desk) -> Self {
        self
    }
}

fn main() {}
