//! What walks saw.

use std::collections::{BTreeMap, BTreeSet};

use tongquan::{
    Rule,
    case::{StageKind, StepKind},
};

/// What was seen, for a look at whether the draws are idle.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) taken: BTreeMap<(StageKind, StepKind), usize>,
    pub(super) refused: BTreeMap<Rule, usize>,
    pub(super) stages: BTreeSet<StageKind>,
    pub(super) already: usize,
    /// Moves under which an item came to be devolved otherwise.
    pub(super) devolved_otherwise: usize,
    pub(super) attempts: usize,
    /// Attempts that the model judged too.
    pub(super) compared: usize,
}
