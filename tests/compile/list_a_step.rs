//! 不得自行列入环节表。 No row is added to the lifecycle table (C7), not even for a known step out of a stage of one's own.

use tongquan::case::{Entry, Listed, Role, StepKind, Taken, steps::AffixSeal};

/// 待市级复核
#[derive(Clone, Debug, PartialEq, Eq)]
struct AwaitingTheCity;

impl Listed<AwaitingTheCity> for AffixSeal {
    const KIND: StepKind = StepKind::AffixSeal;
    const ROLE: Role = Role::Sealing;

    fn entry(taken: Taken<Self>) -> Entry {
        Entry::AffixSeal(taken)
    }
}

fn main() {}
