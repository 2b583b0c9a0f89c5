use std::fmt;

use super::{Case, Stage, Stamp};
use crate::law::Refusal;

/// A refused step: everything that went in, as it was, and every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<S: Stage, T> {
    /// The case, unchanged.
    pub case: Case<S>,
    /// The step.
    pub step: T,
    /// Its stamp.
    pub stamp: Stamp,
    /// Why.
    pub why: Refusal,
}

impl<S: Stage, T> fmt::Display for Refused<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

impl<S: Stage, T: fmt::Debug> std::error::Error for Refused<S, T> {}
