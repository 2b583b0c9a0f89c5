//! 阶段不得从字节读入。 No stage is read from bytes (C7).

use tongquan::case::stage::Decided;

fn read(bytes: &[u8]) -> Option<Decided> {
    serde_json::from_slice(bytes).ok()
}

fn main() {}
