//! 运行时的办件须先看阶段。 A case whose stage is known only at run time is not taken for a sealed one without a look (C7).

use tongquan::{AnyCase, Case, case::stage::Sealed};

fn take_for_sealed(case: AnyCase) -> Case<Sealed> {
    case.into()
}

fn main() {}
