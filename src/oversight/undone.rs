//! What a dossier refused, given back whole.

use std::fmt;

use super::{Dossier, Matter, Minutes};
use crate::{
    case::Stamp,
    law::{Refusal, given_back},
    text::Bilingual,
};

/// 未立卷: a matter that was not opened: what went in, as it was, and every reason.
///
/// See the example of [`Dossier::open`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unopened<M: Matter> {
    /// What was to open it.
    pub opening: M::Opening,
    /// When and by whom it was to be opened.
    pub stamp: Stamp,
    /// Every rule that did not hold.
    pub why: Refusal,
}

/// 未予办理: a step of a matter that was refused: what went in, as it was, and every reason.
///
/// See the example of [`Dossier::take`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untaken<M: Matter> {
    /// The dossier, as it was before.
    pub dossier: Dossier<M>,
    /// The step that was to be taken.
    pub step: M::Step,
    /// When and by whom it was to be taken.
    pub stamp: Stamp,
    /// Every rule that did not hold.
    pub why: Refusal,
}

/// 不能成立: minutes prove no dossier, from some entry on.
///
/// See the example of [`Dossier::prove`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfounded<M: Matter> {
    /// The minutes, as they were given.
    pub minutes: Minutes<M>,
    /// Which entry was refused; 0 is the opening.
    pub at: usize,
    /// Every rule that the entry breaks.
    pub why: Refusal,
}

impl<M: Matter> Unfounded<M> {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("卷宗记录第{}条不能成立：\n{}", self.at, self.why.zh())
    }
}

impl<M: Matter> fmt::Display for Unfounded<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {} of the minutes was {}", self.at, self.why)
    }
}

impl<M: Matter> Bilingual for Unfounded<M> {
    fn zh(&self) -> String {
        self.zh()
    }
}

impl<M: Matter> std::error::Error for Unfounded<M> {}

given_back! {
    [M: Matter] Unopened<M>;
    [M: Matter] Untaken<M>;
}
