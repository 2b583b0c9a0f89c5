//! 决定之后不得改用新版。 No move to a later edition after the decision (S4): it was made by the standard of its time.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Decided, steps::Transfer},
};

fn move_on(case: Case<Decided>, transfer: Transfer, stamp: Stamp, office: &Office) {
    let _ = case.apply(transfer, stamp, office);
}

fn main() {}
