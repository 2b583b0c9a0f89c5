//! 流转记录不得自行添加。 Nobody writes into a record but a step that was judged (C7, S33).

use tongquan::{Record, case::Entry};

fn append(mut record: Record, entry: Entry) {
    record.entries.push(entry);
}

fn main() {}
