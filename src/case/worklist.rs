use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::{AnyCase, Clock, Period, Record, StageKind};
use crate::{
    catalogue::Key,
    law::Fact,
    place::Region,
    text::Mark,
    time::{Calendar, Moment},
    written::written,
};

/// 到期日: when the next of a case's periods runs out. In the order of urgency: days by date, then what nobody can know yet.
///
/// ```
/// use tongquan::{case::Deadline, text::Bilingual};
/// let due = Deadline::On("2024-03-14".parse()?);
/// assert_eq!((due.is_past("2024-03-14".parse()?), due.is_past("2024-03-15".parse()?)), (false, true));
/// assert!(due < Deadline::Stopped && !Deadline::Stopped.is_past("2024-03-15".parse()?));
/// assert_eq!((Deadline::Stopped.zh(), Deadline::Stopped.to_string()), ("中止中".into(), "stopped".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// 到期: the last day in time.
    On(#[serde(with = "crate::time::Iso")] NaiveDate),
    /// 日历未收录: it lies in a year that the calendar does not cover, or beyond one.
    Uncovered {
        /// 年份: the first year that is missing.
        year: i32,
    },
    /// 中止: the clock stands still, and nobody knows until when.
    Stopped,
    /// 无期限: no period is open: none has begun, or the standard sets none.
    Unset,
}

impl Deadline {
    /// Whether it is known to have passed before a day.
    pub fn is_past(self, day: NaiveDate) -> bool {
        matches!(self, Self::On(last) if last < day)
    }

    /// In Chinese.
    pub fn zh(self) -> String {
        Fact::from(self).zh()
    }

    /// When a clock runs out.
    pub(crate) fn of(clock: &Clock, calendar: &Calendar) -> Self {
        match clock.deadline(calendar) {
            Ok(Some(day)) => Self::On(day),
            Ok(None) => Self::Stopped,
            Err(uncovered) => Self::Uncovered { year: uncovered.year },
        }
    }
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Fact::from(*self).fmt(f)
    }
}

impl From<Deadline> for Fact {
    fn from(it: Deadline) -> Self {
        match it {
            Deadline::On(day) => day.into(),
            Deadline::Uncovered { year } => Self::Told {
                zh: format!("未知（日历未收录{year}年）"),
                en: format!("unknown ({year} is not covered)"),
            },
            Deadline::Stopped => Self::Term { zh: "中止中", en: "stopped" },
            Deadline::Unset => Self::Term { zh: "无期限", en: "no period is open" },
        }
    }
}

impl Record {
    /// 到期日: the earliest day on which an open period of the case runs out. A day ahead that lies in a year without a calendar is not known, and no
    /// step fails for it.
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, Journal, case::Deadline};
    /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// journal.entries.truncate(3); // as far as the acceptance, on a Thursday
    /// let case = AnyCase::replay(journal)?;
    /// assert_eq!(case.record().due(Calendar::built_in()), Deadline::On("2024-03-14".parse()?)); // promised: 5 working days
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn due(&self, calendar: &Calendar) -> Deadline {
        self.next_due(calendar).map_or(Deadline::Unset, |(due, _)| due)
    }

    fn next_due(&self, calendar: &Calendar) -> Option<(Deadline, Period)> {
        let open = self.periods().filter(|it| it.ended.is_none());
        open.map(|it| (Deadline::of(&it.clock, calendar), it.period)).min()
    }
}

/// 待办件: a running case in a worklist. It is written as a row of one: number, item, region, stage, when it was filed, which of its periods runs out
/// next, and when.
///
/// See the example of [`worklist`].
#[derive(Clone, Copy, Debug)]
pub struct Pending<'c> {
    /// The case that waits.
    pub case: &'c AnyCase,
    /// When the next of its periods runs out.
    pub due: Deadline,
    /// Which period that is; none where none is open.
    pub period: Option<Period>,
}

/// 待办件: a running case, and which of its periods runs out next.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Row<'c> {
    /// 编号: the number of the case.
    case: &'c Mark,
    /// 事项: its item.
    item: &'c Key,
    /// 区域: the region whose business it is.
    region: Region,
    /// 阶段: where it stands.
    stage: StageKind,
    /// 收件时刻: when it was filed.
    filed: Moment,
    /// 期限: which period runs out next; none where none is open.
    period: Option<Period>,
    /// 到期日: when it runs out.
    due: Deadline,
}

impl Serialize for Pending<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let record = self.case.record();
        let row = Row {
            case: record.id(),
            item: &record.file().item,
            region: record.region(),
            stage: self.case.stage(),
            filed: record.opening().stamp.at,
            period: self.period,
            due: self.due,
        };
        row.serialize(to)
    }
}

written! {
    Pending<'_> => "Pending", as Row<'_>;
}

/// 待办清单: the running cases of many, the most urgent first: by deadline, those that are not known after all that are, then by filing, then by
/// number. Cases that have ended are left out. A case without an open period comes last: such is every one that waits to be accepted where the standard
/// sets no period for the notice.
///
/// ```
/// use tongquan::{AnyCase, Calendar, Journal, case::{Deadline, worklist}};
/// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let after = |entries: usize| {
///     let mut journal = journal.clone();
///     journal.entries.truncate(entries);
///     AnyCase::replay(journal)
/// };
/// let cases = [after(0)?, after(3)?]; // just filed, and accepted
/// let told = worklist(&cases, Calendar::built_in());
/// assert_eq!(told[0].case.record().version(), 4);
/// assert_eq!((told[0].due, told[1].due), (Deadline::On("2024-03-14".parse()?), Deadline::Unset));
/// // late, or within two working days of it
/// let (today, calendar) = ("2024-03-12".parse()?, Calendar::built_in());
/// let pressing = told.iter().filter(|it| match it.due {
///     Deadline::On(last) => it.due.is_past(today) || calendar.working_days_between(today, last).is_ok_and(|it| it <= 2),
///     _ => false,
/// });
/// assert_eq!(serde_json::to_value(pressing.collect::<Vec<_>>())?[0]["period"], "promised");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn worklist<'c>(cases: impl IntoIterator<Item = &'c AnyCase>, calendar: &Calendar) -> Vec<Pending<'c>> {
    let running = cases.into_iter().filter(|it| !it.stage().is_terminal());
    let pending = |case: &'c AnyCase| match case.record().next_due(calendar) {
        Some((due, period)) => Pending { case, due, period: Some(period) },
        None => Pending { case, due: Deadline::Unset, period: None },
    };
    let mut told: Vec<Pending<'c>> = running.map(pending).collect();
    told.sort_by_key(|it| (it.due, it.case.record().opening().stamp.at, it.case.record().id()));
    told
}
