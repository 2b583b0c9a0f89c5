//! 收件的办件不得称作用印的。 A case that was only taken in is not passed off as a sealed one (C7).

use tongquan::{AnyCase, Case, case::stage::Filed};

fn pass_off(case: Case<Filed>) -> AnyCase {
    AnyCase::Sealed(case)
}

fn main() {}
