use chrono::NaiveDate;
use serde::Serialize;

use super::{AnyCase, Clock, Record};
use crate::{law::Fact, time::Calendar};

/// 到期日: when the next of a case's periods runs out. In the order of urgency: days by date, then what nobody can know yet.
///
/// See the example of [`worklist`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// 到期: the last day in time.
    On(NaiveDate),
    /// 日历未收录: it lies in a year that the calendar does not cover, or beyond one.
    Uncovered {
        /// The first year that is missing.
        year: i32,
    },
    /// 中止: the clock stands still, and nobody knows until when.
    Stopped,
    /// 无期限: no period is open.
    Unset,
}

impl Deadline {
    /// When a clock runs out.
    pub(crate) fn of(clock: &Clock, calendar: &Calendar) -> Self {
        match clock.deadline(calendar) {
            Ok(Some(day)) => Self::On(day),
            Ok(None) => Self::Stopped,
            Err(uncovered) => Self::Uncovered { year: uncovered.year },
        }
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
    /// use tongquan::{AnyCase, Calendar, case::Deadline};
    /// let stored = std::fs::read_to_string("tests/golden/review.json")?;
    /// let accepted = stored.split_inclusive('\n').take(5).collect::<String>(); // as far as the acceptance, on a Thursday
    /// let case: AnyCase = serde_json::from_str(&format!("{}]", accepted.trim_end().trim_end_matches(',')))?;
    /// assert_eq!(case.record().due(Calendar::built_in()), Deadline::On("2024-03-14".parse()?)); // promised: 5 working days
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn due(&self, calendar: &Calendar) -> Deadline {
        let open = self.periods().filter(|it| it.ended.is_none());
        open.map(|it| Deadline::of(&it.clock, calendar)).min().unwrap_or(Deadline::Unset)
    }
}

/// 待办件: a running case in a worklist.
///
/// See the example of [`worklist`].
#[derive(Clone, Copy, Debug)]
pub struct Pending<'c> {
    /// The case that waits.
    pub case: &'c AnyCase,
    /// When the next of its periods runs out.
    pub due: Deadline,
}

/// 待办清单: the running cases of many, the most urgent first: by deadline, those that are not known after all that are, then by filing, then by
/// number. Cases that have ended are left out.
///
/// ```
/// use tongquan::{AnyCase, Calendar, case::{Deadline, worklist}};
/// let stored = std::fs::read_to_string("tests/golden/review.json")?;
/// let read = |entries: usize| -> serde_json::Result<AnyCase> {
///     let lines = stored.split_inclusive('\n').take(1 + entries).collect::<String>();
///     serde_json::from_str(&format!("{}]", lines.trim_end().trim_end_matches([',', '\n', ']'])))
/// };
/// let cases = [read(1)?, read(4)?]; // just filed, and accepted
/// let told = worklist(&cases, Calendar::built_in());
/// assert_eq!(told[0].case.record().version(), 4);
/// assert_eq!((told[0].due, told[1].due), (Deadline::On("2024-03-14".parse()?), Deadline::Unset));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn worklist<'c>(cases: impl IntoIterator<Item = &'c AnyCase>, calendar: &Calendar) -> Vec<Pending<'c>> {
    let running = cases.into_iter().filter(|it| !it.stage().is_terminal());
    let mut told: Vec<Pending<'c>> = running.map(|case| Pending { case, due: case.record().due(calendar) }).collect();
    told.sort_by_key(|it| (it.due, it.case.record().opening().stamp.at, it.case.record().id()));
    told
}
