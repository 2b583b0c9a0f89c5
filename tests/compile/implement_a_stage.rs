//! 不得自增阶段。 No stage is made outside this crate (C7).

use tongquan::case::{Stage, StageKind};

/// 待市级复核
#[derive(Clone, Debug, PartialEq, Eq)]
struct AwaitingTheCity;

impl Stage for AwaitingTheCity {
    const KIND: StageKind = StageKind::Decided;
}

fn main() {}
