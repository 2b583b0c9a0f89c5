//! 自定环节不得记入流转记录。 No step of one's own is taken down as an entry of a journal (C7).

use serde::{Deserialize, Serialize};
use tongquan::case::Taken;

/// 会签
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct CounterSign {}

fn take_down(_: &Taken<CounterSign>) {}

fn main() {}
