use serde::{Deserialize, Serialize};

use super::{AnyCase, AnyRefused, AnyStep, Stamp, record::FILE, steps::File};
use crate::{
    body::Actor,
    law::{Fact, Objection, Refusal, Rule, given_back},
    register::Office,
    text::Mark,
};

/// 操作: a step as a service takes it from a client: with an id, so that a retry after a lost answer does nothing twice, and with the version of
/// the case that the client saw, so that of two clerks who decide at once one is told (`S44`).
///
/// ```
/// use tongquan::case::{Action, StepKind};
/// let action: Action = serde_json::from_str(r#"{"id": "op-1", "expected": 4, "step": {"withdraw": {"reason": null}},
///   "stamp": {"at": "2024-03-08T09:00:00+08:00", "by": {"applicant": "applicant-1"}}}"#)?;
/// assert_eq!((action.step.kind(), action.expected), (StepKind::Withdraw, Some(4)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// 操作编号: given by the service or its client, once for good.
    pub id: Mark,
    /// 所见版本: the [version](super::Record::version) that the client saw; none where any will do.
    pub expected: Option<usize>,
    /// 环节: what is asked.
    pub step: AnyStep,
    /// 办理记录: when and by whom.
    pub stamp: Stamp,
}

/// 办理结果: what became of an action.
///
/// See the example of [`AnyCase::act`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applied {
    /// 已办理: the case with one entry more, to be appended to the store.
    New(AnyCase),
    /// 此前已办理: the case as it is; this very action is in it.
    Already(AnyCase),
}

impl Applied {
    /// The case, either way.
    pub fn into_case(self) -> AnyCase {
        match self {
            Self::New(case) | Self::Already(case) => case,
        }
    }
}

/// 未予办理: an action that was refused: what went in, as it was, and every reason.
///
/// See the example of [`AnyCase::act`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unacted {
    /// The case, as it was before the action.
    pub case: AnyCase,
    /// The action as the client sent it.
    pub action: Action,
    /// Every rule that did not hold.
    pub why: Refusal,
}

given_back! { [] Unacted; }

impl AnyCase {
    /// 重复收件: whether a filing under this case's number is the very one that opened it: a retry after a lost answer, which enters nothing. The
    /// number stands for the filing, as an id does for an action (`S44`).
    ///
    /// ```
    /// use tongquan::{AnyCase, Rule};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let (mut file, by) = (case.record().file().clone(), case.record().opening().stamp.by.clone());
    /// assert!(case.is_filing(&file, &by).is_ok());
    /// file.materials.clear();
    /// assert!(case.is_filing(&file, &by).unwrap_err().names(Rule::ActionOnce));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ActionOnce`](Rule::ActionOnce): something else was filed under the number, or by somebody else.
    pub fn is_filing(&self, step: &File, by: &Actor) -> Result<(), Refusal> {
        let opening = self.record().opening();
        once((FILE, &opening.stamp.by), opening.step == *step, (FILE, by))
    }

    /// 办理: takes an action. First its id is looked at, then the version, then the step as by [`apply`](Self::apply).
    ///
    /// A retry is the same action when it asks for the same step by the same actor; its moment may be another.
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal, Office, Rule, Stamp, case::{Action, Applied, steps::{Accept, AskForCorrections}}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// journal.entries.truncate(0); // the opening alone
    /// let case = AnyCase::replay(journal)?;
    /// let stamp = Stamp { at: "2024-03-05T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
    /// let step = AskForCorrections { materials: vec!["form".parse()?] }.into();
    /// let notice = Action { id: "op-1".parse()?, expected: Some(1), step, stamp };
    /// let Applied::New(case) = case.act(notice.clone(), &office).map_err(|it| it.why)? else { panic!("taken before") };
    /// assert_eq!((case.record().version(), case.record().since(1).len()), (2, 1));
    /// // the answer was lost, and the client asks again: nothing is entered twice
    /// let Applied::Already(case) = case.act(notice.clone(), &office).map_err(|it| it.why)? else { panic!("taken twice") };
    /// assert_eq!(case.record().version(), 2);
    /// // another clerk has seen the case before the notice
    /// let late = Action { id: "op-2".parse()?, step: Accept { receipt: "SL-1".parse()? }.into(), ..notice };
    /// assert!(case.act(late, &office).unwrap_err().why.names(Rule::VersionAsExpected));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unacted`] gives everything back: [`ActionOnce`](Rule::ActionOnce), told alone; [`VersionAsExpected`](Rule::VersionAsExpected), told
    /// alone; else what [`apply`](Self::apply) says.
    pub fn act(self, action: Action, office: &Office) -> Result<Applied, Box<Unacted>> {
        if let Some(entry) = self.record().action(&action.id) {
            let same = entry.asked(&action.step);
            let (before, now) = ((entry.kind(), &entry.stamp().by), (action.step.kind(), &action.stamp.by));
            return match once(before, same, now) {
                Ok(()) => Ok(Applied::Already(self)),
                Err(why) => Err(Box::new(Unacted { case: self, action, why })),
            };
        }
        let version = self.record().version();
        if let Some(expected) = action.expected.filter(|it| *it != version) {
            let [expected, got] = [expected, version].map(|it| Fact::Number(it as u64));
            let why = Refusal::of(Objection { rule: Rule::VersionAsExpected, expected, got });
            return Err(Box::new(Unacted { case: self, action, why }));
        }
        let Action { id, expected, step, stamp } = action;
        self.apply_as(Some(id.clone()), step, stamp, office).map(Applied::New).map_err(|refused| {
            let AnyRefused { case, step, stamp, why } = *refused;
            Box::new(Unacted { case, action: Action { id, expected, step, stamp }, why })
        })
    }
}

/// A retry asks for the same step with the same contents, by the same person for the same body, under whatever name.
fn once<T: Into<Fact>>(before: (T, &Actor), same: bool, now: (T, &Actor)) -> Result<(), Refusal> {
    if same && before.1.is(now.1) {
        return Ok(());
    }
    let told = |(what, by): (T, &Actor), content| Fact::List(vec![what.into(), content, by.into(), by.person().into()]);
    let (expected, got) = (told(before, SAME), told(now, if same { SAME } else { OTHER }));
    Err(Refusal::of(Objection { rule: Rule::ActionOnce, expected, got }))
}

const SAME: Fact = Fact::Term { zh: "内容相同", en: "of the same content" };
const OTHER: Fact = Fact::Term { zh: "内容不同", en: "of other content" };
