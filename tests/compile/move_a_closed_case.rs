//! 归档之后不再办理。 Nothing moves a closed case (C7, S26): what is found later is a record of its own.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Closed, steps::Acknowledge},
};

fn move_on(case: Case<Closed>, late: Acknowledge, stamp: Stamp, office: &Office) {
    let _ = case.apply(late, stamp, office);
}

fn main() {}
