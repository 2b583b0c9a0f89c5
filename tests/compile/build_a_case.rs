//! 办件不得自造。 No case is put together from a record and a stage (C7): it is filed, or proven from its journal.

use tongquan::{Case, Record, case::stage::Sealed};

fn put_together(record: Record, stage: Sealed) -> Case<Sealed> {
    Case { record, stage }
}

fn main() {}
