//! 办件没有自定的阶段。 No case is at a stage of one's own (C7).

use tongquan::Case;

/// 待市级复核
#[derive(Clone, Debug, PartialEq, Eq)]
struct AwaitingTheCity;

fn wait(_: Case<AwaitingTheCity>) {}

fn main() {}
