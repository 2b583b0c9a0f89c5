use serde::Serialize;

use super::{AnyCase, Message, Role, StageKind, Stamp, StepKind};
use crate::{
    law::{Fact, Refusal},
    register::SealId,
    text::Mark,
};

/// 可办环节: an arc out of the stage that a case is at, and what stands in the way of taking it.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::case::StepKind;
/// let (case, stamp, office) = before("review", StepKind::Close)?; // a golden case, just before that step
/// let told = case.available(&stamp, &office);
/// let close = told.iter().find(|it| it.step == StepKind::Close).ok_or("no such arc")?;
/// assert_eq!((close.is_open(), close.role.label(), close.to.label()), (true, "决定", "归档"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Available {
    /// 环节: the step that leads on from the case's stage.
    pub step: StepKind,
    /// 所涉: which review step, proceeding, message or seal it is of. None for every other step, and where there is none to choose.
    pub of: Option<Subject>,
    /// 角色: who may take it.
    pub role: Role,
    /// 去向: the stage that it leads to.
    pub to: StageKind,
    /// 不可办的理由: every reason why not, each with its clause and what would mend it; none where it is open.
    pub why_not: Option<Refusal>,
}

impl Available {
    /// Whether it may be taken.
    pub const fn is_open(&self) -> bool {
        self.why_not.is_none()
    }
}

/// 环节所涉: which review step, proceeding, message or seal a step is of.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::case::StepKind;
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // a golden case, just before that step
/// let told = case.available(&stamp, &office);
/// let steps = told.iter().filter(|it| it.step == StepKind::TakeReviewStep);
/// let codes: Vec<String> = steps.filter_map(|it| it.of.as_ref()).map(|it| it.zh()).collect();
/// assert_eq!(codes, ["desk", "site", "opinion"]); // the review steps of the standard
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// 审查环节, by the standard's code.
    ReviewStep(Mark),
    /// 特别程序, by the standard's code.
    Procedure(Mark),
    /// 报备或推送: a report or push.
    Message(Message),
    /// 2号章: one that the region holds.
    Seal(SealId),
}

impl Subject {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        Fact::from(self.clone()).zh()
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Fact::from(self.clone()).fmt(f)
    }
}

impl From<Subject> for Fact {
    fn from(it: Subject) -> Self {
        match it {
            Subject::ReviewStep(code) | Subject::Procedure(code) => code.into(),
            Subject::Message(it) => it.into(),
            Subject::Seal(it) => it.into(),
        }
    }
}

/// A step with contents that a judgement holds least against.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Draft<T> {
    pub(super) step: T,
    pub(super) of: Option<Subject>,
}

impl<T> Draft<T> {
    /// Of the one thing that there is.
    pub(super) fn one(step: T) -> Vec<Self> {
        vec![Self { step, of: None }]
    }

    /// Of each thing; of what is not there, where there is none, so that this is told.
    pub(super) fn each<'a, I: 'a>(
        things: impl IntoIterator<Item = &'a I>,
        subject: impl Fn(&I) -> Subject,
        step: impl Fn(Option<&I>) -> T,
    ) -> Vec<Self> {
        let drafts: Vec<Self> =
            things.into_iter().map(|it| Self { step: step(Some(it)), of: Some(subject(it)) }).collect();
        if drafts.is_empty() { Self::one(step(None)) } else { drafts }
    }
}

impl AnyCase {
    /// 可办环节: what somebody may do with a case at a moment, and of everything else at its stage, what stands in the way and would mend it.
    ///
    /// Each step is judged by the very rules that its taking is, with contents that they hold least against: corrections of all that is missing,
    /// every condition attested. What a person has to know beside (which documents were sealed, who the head is) is taken as given; so a step
    /// that is open may still be refused for what is written into it, and one that is not open is refused whatever is written into it.
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal, Office, Rule, Stamp, case::StepKind};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// journal.entries.truncate(0); // the opening alone
    /// let case = AnyCase::replay(journal)?;
    /// let clerk = Stamp { at: "2024-03-05T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
    /// let told = case.available(&clerk, &office);
    /// let open: Vec<StepKind> = told.iter().filter(|it| it.is_open()).map(|it| it.step).collect();
    /// assert!(open.contains(&StepKind::AskForCorrections) && !open.contains(&StepKind::Accept));
    /// let accept = told.iter().find(|it| it.step == StepKind::Accept).and_then(|it| it.why_not.as_ref());
    /// assert!(accept.is_some_and(|why| why.names(Rule::PapersComplete))); // to mend it: ask for the corrections, once
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn available(&self, stamp: &Stamp, office: &crate::Office) -> Vec<Available> {
        let mut told = Vec::new();
        self.offers(stamp, office.on(stamp.at.day()), &mut told);
        // a record that lies is not moved, whatever is asked of it
        if let Err(lie) = self.record().hold_against(office) {
            for it in &mut told {
                it.why_not = Some(lie.clone());
            }
        }
        told
    }
}
