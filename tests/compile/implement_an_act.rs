//! 不得自增会签。 No counter-sign (C7): what can be asked of a case is this crate's to say.

use serde::{Deserialize, Serialize};
use tongquan::{
    Stamp,
    case::{Act, Docket},
    register::Registers,
};

/// 会签
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CounterSign {}

impl Act for CounterSign {
    type Grounds = ();

    fn look_up(&self, _: Docket<'_>, _: &Stamp, _: Registers<'_>) {}
}

fn main() {}
