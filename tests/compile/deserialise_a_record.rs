//! 案卷不得从字节读入。 No record is read without being proven (S33): a journal is read, and a case replayed from it.

use tongquan::Record;

fn read(bytes: &[u8]) -> Option<Record> {
    serde_json::from_slice(bytes).ok()
}

fn main() {}
