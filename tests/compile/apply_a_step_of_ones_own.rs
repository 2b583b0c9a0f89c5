//! 自定环节不得用于办件。 A step of one's own is not taken on a case (C7).

use serde::{Deserialize, Serialize};
use tongquan::{Case, Office, Stamp, case::stage::Decided};

/// 会签
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CounterSign {}

fn counter_sign(case: Case<Decided>, stamp: Stamp, office: &Office) {
    let _ = case.apply(CounterSign {}, stamp, office);
}

fn main() {}
