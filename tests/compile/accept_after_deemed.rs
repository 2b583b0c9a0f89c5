//! 视为受理之后不另行受理。 What the law deems accepted is not accepted once more (APL32d, S50).

use tongquan::{
    Case, Office, Stamp,
    case::{
        stage::Filed,
        steps::{Accept, DeemAccepted},
    },
};

fn accept_late(case: Case<Filed>, receipt: Accept, stamp: Stamp, office: &Office) {
    if let Ok(deemed) = case.apply(DeemAccepted {}, stamp.clone(), office) {
        let _ = deemed.apply(receipt, stamp, office);
    }
}

fn main() {}
