//! What can be done with a case: the steps that its stage drafts, by whom its record names, judged by the case itself. No rule stands here.

pub(super) mod contents;
pub(super) mod filing;
pub(super) mod moves;
pub(super) mod pace;
pub(super) mod plain;
pub(super) mod walk;
pub(super) mod wrong;
