//! 收件之后不能直接归档。 What was only taken in is not closed (C7): every stage between is gone through.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Filed, steps::Close},
};

fn skip_everything(case: Case<Filed>, stamp: Stamp, office: &Office) {
    let _ = case.apply(Close {}, stamp, office);
}

fn main() {}
