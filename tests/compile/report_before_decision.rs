//! 批前没有批后报备。 No report before there is a decision to report (C4).

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Accepted, steps::Report},
};

fn report(case: Case<Accepted>, stamp: Stamp, office: &Office) {
    let _ = case.apply(Report {}, stamp, office);
}

fn main() {}
