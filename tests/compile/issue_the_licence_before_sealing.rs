//! 未用印不得制证。 No licence before the decision carries its seal (C5, C6).

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Decided, steps::IssueLicence},
};

fn issue(case: Case<Decided>, licence: IssueLicence, stamp: Stamp, office: &Office) {
    let _ = case.apply(licence, stamp, office);
}

fn main() {}
