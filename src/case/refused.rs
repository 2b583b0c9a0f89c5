use std::fmt;

use super::{Case, Stage, Stamp};
use crate::{law::Refusal, text::Bilingual};

/// A refused step: everything that went in, as it was, and every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<S: Stage, T> {
    /// The case, unchanged.
    pub case: Case<S>,
    /// The step that was to be taken.
    pub step: T,
    /// When and by whom it was to be taken.
    pub stamp: Stamp,
    /// Every rule that did not hold.
    pub why: Refusal,
}

impl<S: Stage, T> Refused<S, T> {
    /// Every reason in Chinese, one a line.
    pub fn zh(&self) -> String {
        self.why.zh()
    }
}

impl<S: Stage, T> Bilingual for Refused<S, T> {
    fn zh(&self) -> String {
        self.zh()
    }
}

impl<S: Stage, T> fmt::Display for Refused<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

impl<S: Stage, T: fmt::Debug> std::error::Error for Refused<S, T> {}
