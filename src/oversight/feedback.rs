use serde::{Deserialize, Serialize};

use super::{
    Matter, OnCase,
    beside::{View, done_by},
    dossier::sealed,
};
use crate::{
    case::Stamp,
    law::{Bench, Fact, Permit, Rule},
    term::{named, terms},
    text::{Mark, Text},
};

/// 监管信息反馈: what a supervisor or an enforcement body tells the approval bureau of a case that was pushed to it (`C12`). It may come after the case
/// is closed.
///
/// ```
/// use tongquan::{AnyCase, Department, Office, Rule, Stamp};
/// use tongquan::oversight::{Dossier, Feedback, FeedbackState, GiveFeedback, OnCase};
/// # let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// # let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let beside = OnCase { record: case.record(), office: &office };
/// let given = GiveFeedback {
///     number: "FK-1".parse()?, case: case.record().id().clone(), what: "现场检查与许可内容一致".parse()?, finding: None,
/// };
/// let by_the_bureau = Stamp { at: "2024-04-10T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
/// let unopened = Dossier::<Feedback>::open(given, by_the_bureau, beside).unwrap_err();
/// assert!(unopened.why.names(Rule::FeedbackFromAddressee)); // it pushed, and was pushed nothing
///
/// let department = Department::NaturalResources.into(); // supervises at the city's tier, and was pushed to
/// let supervisor = case.record().stamps().find(|it| it.by.body() == Some(&department));
/// let feedback = Dossier::<Feedback>::open(unopened.opening, Stamp { by: supervisor.ok_or("none acted")?.by.clone(), ..unopened.stamp }, beside)?;
/// assert_eq!(feedback.state(), FeedbackState::Given);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    finding: Option<Mark>,
}

/// 反馈, by a body that a push was sent to.
///
/// Rules: [`FeedbackFromAddressee`](Rule::FeedbackFromAddressee).
///
/// ```
/// use tongquan::oversight::GiveFeedback;
/// let given: GiveFeedback = serde_json::from_str(r#"{"number": "FK-1", "case": "2024-000001", "what": "（虚构）与许可内容一致"}"#)?;
/// assert_eq!((given.case.as_str(), given.finding), ("2024-000001", None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GiveFeedback {
    /// 编号: its number, as the service gave it.
    pub number: Mark,
    /// 办件编号: the number of the case that was pushed.
    pub case: Mark,
    /// 检查情况: what was found on inspection.
    pub what: Text,
    /// 检查发现: the finding that was made on it, where one was.
    #[serde(default)]
    pub finding: Option<Mark>,
}

/// 反馈环节: what can happen to feedback.
///
/// ```
/// use tongquan::oversight::{Feedback, FeedbackState, FeedbackStep, FeedbackStepKind, Matter};
/// let step: FeedbackStep = serde_json::from_str(r#"{"receive": {}}"#)?;
/// assert_eq!(Feedback::kind_of(&step), FeedbackStepKind::Receive);
/// assert_eq!(Feedback::LIFE, [(FeedbackState::Given, FeedbackStepKind::Receive, FeedbackState::Received)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FeedbackStep {
    /// 签收, by the bureau.
    Receive {},
}

/// 反馈状态: where feedback stands.
///
/// See the example of [`FeedbackStep`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackState {
    /// 已反馈: given, not received by the bureau yet.
    Given,
    /// 已签收: received by the bureau.
    Received,
}

terms!(FeedbackState {
    Self::Given => "已反馈", "given";
    Self::Received => "已签收", "received";
});
named!(word: FeedbackState);

/// 反馈环节种类: the kinds of what can happen to feedback.
///
/// See the example of [`FeedbackStep`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackStepKind {
    /// 签收: the bureau receives it.
    Receive,
}

terms!(FeedbackStepKind {
    Self::Receive => "签收", "receive";
});
named!(word: FeedbackStepKind);

impl Feedback {
    /// The number of the finding that was made on it.
    pub const fn finding(&self) -> Option<&Mark> {
        self.finding.as_ref()
    }
}

impl sealed::Sealed for Feedback {}

impl Matter for Feedback {
    type Opening = GiveFeedback;
    type Step = FeedbackStep;
    type State = FeedbackState;
    type Kind = FeedbackStepKind;
    type Beside<'b> = OnCase<'b>;

    const NAME: &'static str = "feedback";
    const BEGINS: FeedbackState = FeedbackState::Given;
    const LIFE: &'static [(FeedbackState, FeedbackStepKind, FeedbackState)] =
        &[(FeedbackState::Given, FeedbackStepKind::Receive, FeedbackState::Received)];

    fn kind_of(step: &FeedbackStep) -> FeedbackStepKind {
        match step {
            FeedbackStep::Receive {} => FeedbackStepKind::Receive,
        }
    }

    fn case_of(opening: &GiveFeedback) -> Option<&Mark> {
        Some(&opening.case)
    }

    fn judge_opening<'b>(_: &GiveFeedback, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let to = view.docket.pushed_to();
        let sent = stamp.by.body().is_some_and(|by| to.iter().any(|it| it.is(by)));
        bench.require(sent, Rule::FeedbackFromAddressee, || (Fact::list(to), &stamp.by));
    }

    fn open<'b>(opening: &GiveFeedback, _: &Stamp, _: View<'b, OnCase<'b>>, _: Permit) -> Self {
        Self { finding: opening.finding.clone() }
    }

    fn judge<'b>(&self, step: &FeedbackStep, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let FeedbackStep::Receive {} = step;
        // whoever pushes: at a window that decides directly, the bureau in whose name it does
        done_by([view.docket.route().decision().is.into()], &stamp.by, bench);
    }

    fn enter(&mut self, step: &FeedbackStep, _: &Stamp, _: Permit) {
        let FeedbackStep::Receive {} = step;
    }
}
