use super::{AnyCase, AnyStep, Case, Refused, Stage, StageKind, Stamp, StepKind, steps::File};
use crate::{
    body::Party,
    law::{Fact, Objection, Refusal, Rule, given_back},
    register::Office,
};

/// 未予收件: a filing that was refused: what went in, and every reason.
///
/// See the example of [`AnyCase::file`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfiled {
    /// What was to be filed.
    pub step: File,
    /// When and by whom it was to be filed.
    pub stamp: Stamp,
    /// Every rule that did not hold.
    pub why: Refusal,
}

/// 未予办理: a step refused at run time: what went in, as it was, and every reason.
///
/// See the example of [`AnyCase::apply`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyRefused {
    /// The case, as it was before the step.
    pub case: AnyCase,
    /// The step that was to be taken.
    pub step: AnyStep,
    /// When and by whom it was to be taken.
    pub stamp: Stamp,
    /// Every rule that did not hold.
    pub why: Refusal,
}

given_back! {
    [] Unfiled;
    [] AnyRefused;
}

impl AnyRefused {
    pub(super) fn boxed<S: Stage, T>(it: Refused<S, T>) -> Box<Self>
    where
        AnyCase: From<Case<S>>,
        AnyStep: From<T>,
    {
        let Refused { case, step, stamp, why } = it;
        Box::new(Self { case: case.into(), step: step.into(), stamp, why })
    }
}

impl AnyCase {
    /// 收件: as [`Case::file`].
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, Rule};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let (file, stamp) = (case.record().file().clone(), case.record().stamps().next().ok_or("no stamp")?.clone());
    /// // an office without plans has nobody who would take it in
    /// let refused = AnyCase::file(file.clone(), stamp, Office::built_in()).unwrap_err();
    /// assert!(refused.why.names(Rule::VenueOpen) && refused.step == file);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unfiled`], with every reason.
    pub fn file(step: File, stamp: Stamp, office: &Office) -> Result<Self, Box<Unfiled>> {
        Case::file(step, stamp, office).map(Self::from)
    }

    pub(super) fn opened(record: super::Record) -> Self {
        Case::opened(record).into()
    }

    /// The steps that the lifecycle has at this stage. Whether one is permitted to somebody today, the rules tell.
    pub fn steps(&self) -> impl Iterator<Item = StepKind> + Clone {
        self.stage().steps()
    }

    /// 材料在谁处: who has the papers of a case that is not decided yet.
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal};
    /// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/foreign_venue.json")?)?;
    /// let after = |entries: usize| {
    ///     let mut journal = journal.clone();
    ///     journal.entries.truncate(entries);
    ///     AnyCase::replay(journal)
    /// };
    /// let told = |case: &AnyCase| case.papers_with().map(tongquan::Party::zh);
    /// assert_eq!(told(&after(0)?).as_deref(), Some("在线政务服务平台运维方（虚构）")); // taken in online
    /// assert_eq!(told(&after(1)?).as_deref(), Some("汶上县行政审批服务局（虚构）")); // and passed on
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn papers_with(&self) -> Option<Party<'_>> {
        let desk = match self {
            Self::Filed(case) => case.stage().desk(),
            Self::Correcting(case) => case.stage().desk(),
            Self::Accepted(case) => case.stage().desk(),
            Self::Suspended(case) => case.stage().accepted().desk(),
            Self::Decided(_)
            | Self::Sealed(_)
            | Self::Licensed(_)
            | Self::Concluded(_)
            | Self::Closed(_)
            | Self::NotAccepted(_)
            | Self::Withdrawn(_)
            | Self::Lapsed(_) => return None,
        };
        Some(desk.keeper(&self.record().route()))
    }

    pub(super) fn no_place(stage: StageKind, step: StepKind) -> Refusal {
        Refusal::of(Self::unplaced(stage, step))
    }

    pub(crate) fn unplaced(stage: StageKind, step: StepKind) -> Objection {
        let expected = if stage.is_terminal() { ENDED } else { Fact::list(stage.steps()) };
        Objection { rule: Rule::StepHasPlace, expected, got: step.into() }
    }
}

const ENDED: Fact = Fact::Term { zh: "无：办件已终结", en: "none: the case has ended" };
