//! “用印”阶段不得自造。 A case is not called sealed without a seal (C6): the stage comes from the step.

use tongquan::case::stage::{Decision, Imprint, Sealed};

fn call_it_sealed(decision: Decision) -> Sealed {
    Sealed { decision, imprint: Imprint::Own }
}

fn main() {}
