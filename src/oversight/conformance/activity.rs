use serde::{Deserialize, Serialize};

use super::{By, Hand, PlainCase, PlainEvent, told::Named};
use crate::{case::StepKind, law::Refusal, route::Route, text::Mark, time::Moment};

/// 活动: what an event of a plain log was.
///
/// Steps go by their names in data or in the document: `accept`, 受理; the filing is `file`, 收件.
///
/// ```
/// use tongquan::{case::StepKind, oversight::Activity};
/// assert_eq!(Activity::named("affix_seal_no2"), Activity::Step(StepKind::AffixSealNo2));
/// assert_eq!(Activity::named("加盖2号章"), Activity::Step(StepKind::AffixSealNo2));
/// assert_eq!(Activity::named("收件"), Activity::File);
/// assert_eq!(Activity::named("会签"), Activity::Other); // the lifecycle has no such step
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Activity {
    /// 收件
    File,
    /// 环节: a step of the lifecycle.
    Step(StepKind),
    /// 清单外的环节: whatever it is, the lifecycle lacks it, so it has no place at any stage (`C7`).
    Other,
}

impl Activity {
    /// By its name.
    pub fn named(name: &str) -> Self {
        if matches!(name, "file" | "收件") {
            return Self::File;
        }
        StepKind::named(name).map_or(Self::Other, Self::Step)
    }
}

/// 普通日志的一行: an event as a log from elsewhere has it, with what it knows and no more.
///
/// ```
/// use tongquan::oversight::{Activity, Logged};
/// let line = r#"{"case": "2024-1", "activity": "受理", "at": "2024-03-04T09:00:00+08:00", "by": "ws-spj"}"#;
/// let logged: Logged = serde_json::from_str(line)?;
/// assert_eq!(logged.activity(), Activity::Step(tongquan::case::StepKind::Accept));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Logged {
    /// 办件编号: the case's number.
    pub case: Mark,
    /// 活动: its name, whatever it is.
    pub activity: Mark,
    /// 办理时间: when, with its offset, +08:00.
    pub at: Moment,
    /// 办理方: by whom, where the log says so.
    #[serde(default)]
    pub by: Option<By>,
}

impl Logged {
    /// Which activity it is.
    pub fn activity(&self) -> Activity {
        Activity::named(self.activity.as_str())
    }

    /// The event that a case's check takes, on the case's route, where that is known.
    pub fn event(&self, route: Option<&Route<'_>>) -> PlainEvent {
        let hand = match (route, &self.by) {
            (Some(route), Some(by)) => Hand::of(route, by),
            (None, Some(by)) => Hand::apart(by),
            (_, None) => Hand::UNKNOWN,
        };
        PlainEvent { activity: self.activity(), at: self.at, hand }
    }

    /// 理由: as [`PlainCase::why`], with the names that the line has: of the activity, of whoever acted, and of the bodies that should have.
    ///
    /// ```
    /// use tongquan::{Edition, Region, Route, Rule, Scope, oversight::{Logged, PlainCase, Terms}};
    /// let route = Route::of(Edition::built_in().annex_1(31)?, Region::Wenshang, Scope::WITHIN)?;
    /// let line = r#"{"case": "2024-1", "activity": "file", "at": "2024-03-04T09:00:00+08:00", "by": "applicant"}"#;
    /// let logged: Logged = serde_json::from_str(line)?;
    /// let why = logged.why(&PlainCase::of(Terms::of(&route)), Some(&route)).ok_or("nothing against it")?;
    /// assert!(why.names(Rule::ActorHoldsRole) && why.to_string().contains("got: applicant"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn why(&self, before: &PlainCase, route: Option<&Route<'_>>) -> Option<Refusal> {
        before.reasons(&self.event(route), Some(Named { logged: self, route }))
    }
}
