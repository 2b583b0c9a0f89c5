//! 用章凭证不得从字节读入。 No proof of a use of Seal No. 2 is read from bytes (C6): a journal is, and proves the use anew.

use tongquan::case::stage::SealUse;

fn read(bytes: &[u8]) -> Option<SealUse> {
    serde_json::from_slice(bytes).ok()
}

fn main() {}
