//! 阶段不得由字节自称。 No bytes say of themselves at which stage they are (C7, S33): what a journal proves, the replay tells.

use tongquan::{Case, case::stage::Sealed};

fn read(bytes: &[u8]) -> Option<Case<Sealed>> {
    serde_json::from_slice(bytes).ok()
}

fn main() {}
