use super::{Case, Stage, Stamp};
use crate::law::{Refusal, given_back};

/// A refused step: everything that went in, as it was, and every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<S: Stage, T> {
    /// The case, as it was before the step.
    pub case: Case<S>,
    /// The step that was to be taken.
    pub step: T,
    /// When and by whom it was to be taken.
    pub stamp: Stamp,
    /// Every rule that did not hold.
    pub why: Refusal,
}

given_back! { [S: Stage, T: std::fmt::Debug] Refused<S, T>; }
