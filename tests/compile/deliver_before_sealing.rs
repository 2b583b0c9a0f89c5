//! 未用印不得送达。 Nothing is delivered that carries no seal (P2, C6).

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Decided, steps::Deliver},
};

fn deliver(case: Case<Decided>, stamp: Stamp, office: &Office) {
    let _ = case.apply(Deliver {}, stamp, office);
}

fn main() {}
