use super::{Case, Stage, Stamp};
use crate::law::{Refusal, given_back};

/// 未予办理: a refused step: everything that went in, as it was, and every reason.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Case, Rule, case::{StepKind, stage::Filed, steps::{Accept, AskForCorrections}}};
/// let (case, stamp, office) = before("review", StepKind::AskForCorrections)?; // a golden case, just before that step
/// let case = Case::<Filed>::try_from(case).map_err(|_| "at another stage")?;
/// let refused = case.apply(Accept { receipt: "SL-1".parse()? }, stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::PapersComplete));
/// // it came back as it was, so that the clerk does what would mend it
/// refused.case.apply(AskForCorrections { materials: vec!["form".parse()?] }, refused.stamp, &office)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
