//! 办理期限: the clock of a case, reckoned from its days, never stored.

mod account;
mod running;
mod state;

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

pub use account::{DayAccount, Reckoned};
pub use running::{Period, Timeliness, Timing};
pub use state::PeriodState;

use crate::{
    register::{Limit, TimeUnit},
    time::{Calendar, Uncovered},
};

/// 办理期限: a limit that runs from a day, stands still while the case is suspended, and is lengthened by nothing but an extension.
///
/// * The day on which it starts is not counted (ours, as `SPC48`); from the next day on it counts working days or days, as its limit says.
/// * A limit in days counts every day, so it asks no calendar; its end is not moved where it falls on a day off.
/// * A suspension takes out the days from the day of suspension up to the day before resumption (`S45`): the day of resumption counts.
/// * What has run out has run out: a suspension after the last day moves nothing.
///
/// It is told by days, not moments: what comes in outside office hours counts on its calendar day (`S30`). Beside the limit to decide, the
/// periods at either end run by it: a case tells each [`Period`] that it keeps.
///
/// ```
/// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
/// let calendar = Calendar::built_in();
/// // accepted on the Thursday before the days off of October 2021, with five working days to decide
/// let mut clock = Clock::new("2021-09-30".parse()?, Limit { amount: 5, unit: TimeUnit::WorkingDay });
/// assert_eq!(clock.deadline(calendar)?, Some("2021-10-13".parse()?)); // 10-08, 09, 11, 12, 13: a Saturday was worked
///
/// clock.suspend("2021-10-09".parse()?, 4); // by entry 4 of the journal
/// assert_eq!(clock.deadline(calendar)?, None); // nobody knows yet
/// clock.resume("2021-10-18".parse()?);
/// assert_eq!(clock.deadline(calendar)?, Some("2021-10-21".parse()?));
///
/// assert_eq!(clock.used("2021-10-19".parse()?, calendar)?, 3); // 10-08, 18, 19
/// assert_eq!(clock.left("2021-10-19".parse()?, calendar)?, 2);
/// assert!(!clock.overdue("2021-10-21".parse()?, calendar)? && clock.overdue("2021-10-22".parse()?, calendar)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    started: NaiveDate,
    limit: Limit,
    /// In working days, so none where the limit is in days.
    extension: u16,
    /// From which day on.
    extended: Option<NaiveDate>,
    /// INVARIANT (stops in order): each begins no earlier than the one before it ends, and only the last may be open.
    stops: Vec<Stop>,
}

/// 中止: a span in which a clock stands still.
///
/// ```
/// use tongquan::{AnyCase, case::Period};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/withdrawn.json")?)?;
/// let clock = case.record().clock(Period::Promised).ok_or("no limit")?;
/// let stop = clock.stops()[0]; // suspended on the 9th, resumed on the 22nd
/// assert!(stop.holds("2024-04-09".parse()?) && !stop.holds("2024-04-22".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stop {
    /// The day of suspension, the first that does not count.
    pub from: NaiveDate,
    /// The day of resumption, which counts again; none while the clock is stopped.
    pub until: Option<NaiveDate>,
    /// Which entry of the journal suspended it.
    pub entry: usize,
}

impl Stop {
    /// Whether it takes the day out.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// 不得延长: a limit in days is not extended: the extension of `APL42x` is in working days, as are the limits of its law (`APL82`).
///
/// See the example of [`Clock::extend`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a limit of {} {} is not extended: the extension is of limits in working days (APL42x, APL82)", limit.amount, limit.unit)]
pub struct NotExtended {
    /// 期限: the limit in days that was to be extended.
    pub limit: Limit,
}

impl NotExtended {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let Limit { amount, unit } = self.limit;
        format!("期限为{amount}{}的不得延长：延长期限只适用于以工作日计算的期限（APL42x、APL82）", unit.label())
    }
}

impl Clock {
    /// The clock of a limit that starts on a day: to decide, the day of acceptance.
    pub const fn new(started: NaiveDate, limit: Limit) -> Self {
        Self { started, limit, extension: 0, extended: None, stops: Vec::new() }
    }

    /// 一次性告知的期限: a licence's five working days from the day that the papers were received (`APL32d`). Once they are
    /// [overdue](Self::overdue) without the one notice, the application counts as accepted.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock};
    /// let clock = Clock::of_notice("2024-02-07".parse()?); // before the Spring Festival
    /// assert_eq!(clock.deadline(Calendar::built_in())?, Some("2024-02-20".parse()?)); // 02-08, 09, Sunday 18, 19, 20
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn of_notice(received: NaiveDate) -> Self {
        Self::new(received, Limit::LICENCE_NOTICE)
    }

    /// 送达期限: the ten working days from the decision in which a licence is issued and delivered (`APL44`).
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock};
    /// let clock = Clock::of_delivery("2024-03-04".parse()?);
    /// assert_eq!(clock.deadline(Calendar::built_in())?, Some("2024-03-18".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn of_delivery(decided: NaiveDate) -> Self {
        Self::new(decided, Limit::LICENCE_DELIVERY)
    }

    /// Stops it from a day on, by an entry of the journal. Where it is stopped already that changes nothing, and a day before its last
    /// resumption is read as that day: time in a case never runs backwards (`S32`).
    pub fn suspend(&mut self, from: NaiveDate, entry: usize) {
        if !self.is_stopped() {
            let resumed = self.stops.last().and_then(|it| it.until);
            self.stops.push(Stop { from: resumed.map_or(from, |it| it.max(from)), until: None, entry });
        }
    }

    /// Lets it run again from a day on, which is counted. Where it runs that changes nothing, and a day before the suspension is read as the
    /// day of suspension.
    pub fn resume(&mut self, on: NaiveDate) {
        if let Some(stop) = self.stops.last_mut().filter(|it| it.until.is_none()) {
            stop.until = Some(on.max(stop.from));
        }
    }

    /// 延期: lengthens it by working days (`APL42x`), from a day on. A limit that had run out before that day is not brought back.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
    /// let calendar = Calendar::built_in();
    /// let mut clock = Clock::new("2024-03-04".parse()?, Limit { amount: 20, unit: TimeUnit::WorkingDay });
    /// let mut late = clock.clone();
    /// clock.extend("2024-03-20".parse()?, 10)?;
    /// assert_eq!((clock.allowed(), clock.deadline(calendar)?), (30, Some("2024-04-16".parse()?)));
    /// late.extend("2024-04-02".parse()?, 10)?; // a day after it ran out
    /// assert_eq!(late.deadline(calendar)?, Some("2024-04-01".parse()?));
    /// let mut in_days = Clock::new("2024-03-04".parse()?, Limit { amount: 20, unit: TimeUnit::Day });
    /// assert!(in_days.extend("2024-03-20".parse()?, 10).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotExtended`] where the limit is in days; the clock is as it was.
    pub fn extend(&mut self, on: NaiveDate, working_days: u16) -> Result<(), NotExtended> {
        match self.limit.unit {
            TimeUnit::WorkingDay => {
                self.extension = self.extension.saturating_add(working_days);
                self.extended = self.extended.or(Some(on));
            }
            TimeUnit::Day => return Err(NotExtended { limit: self.limit }),
        }
        Ok(())
    }

    /// The day on which it started, which is not counted.
    pub const fn started(&self) -> NaiveDate {
        self.started
    }
    /// Its limit, without the extension.
    pub const fn limit(&self) -> Limit {
        self.limit
    }
    /// The working days that it was extended by.
    pub const fn extension(&self) -> u16 {
        self.extension
    }
    /// How many it allows in all, in the unit of its limit: the limit and the extension. One that came too late is told here, and moves no deadline.
    pub const fn allowed(&self) -> u32 {
        self.limit.amount as u32 + self.extension as u32
    }
    /// Where it stood still, in order and apart from each other.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }
    /// Whether it is stopped, and nobody knows until when.
    pub fn is_stopped(&self) -> bool {
        self.stops.last().is_some_and(|it| it.until.is_none())
    }
    /// What it stood still by on a day.
    pub fn stopped_on(&self, day: NaiveDate) -> Option<&Stop> {
        let at = self.stops.partition_point(|it| it.from <= day).checked_sub(1)?;
        self.stops.get(at).filter(|it| it.holds(day))
    }

    /// The last day on which it is not overdue; none while it is stopped, for nobody knows, unless it had run out before.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
    /// let clock = Clock::new("2026-12-24".parse()?, Limit { amount: 10, unit: TimeUnit::WorkingDay });
    /// // no calendar is built in for 2027 yet
    /// assert_eq!(clock.deadline(Calendar::built_in()).unwrap_err().year, 2027);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the calendar ends before it does.
    pub fn deadline(&self, calendar: &Calendar) -> Result<Option<NaiveDate>, Uncovered> {
        Ok(match self.spent(NaiveDate::MAX, calendar)? {
            Spent::All { on } => Some(on),
            Spent::AllBut(_) => None,
        })
    }

    /// How many it has counted by the end of a day, past the deadline too.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
    /// let clock = Clock::new("2026-12-24".parse()?, Limit { amount: 10, unit: TimeUnit::WorkingDay });
    /// assert_eq!(clock.used("2026-12-31".parse()?, Calendar::built_in())?, 5);
    /// assert!(clock.used("2027-01-04".parse()?, Calendar::built_in()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where a day up to this one that it has to count is not covered.
    pub fn used(&self, day: NaiveDate, calendar: &Calendar) -> Result<u32, Uncovered> {
        self.runs().map(|run| self.count(run.after, run.through.min(day), calendar)).sum()
    }

    /// How many are left after a day: none on the deadline, and from there on.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
    /// let clock = Clock::new("2026-12-24".parse()?, Limit { amount: 10, unit: TimeUnit::WorkingDay });
    /// assert_eq!(clock.left("2026-12-31".parse()?, Calendar::built_in())?, 5);
    /// assert!(clock.left("2027-01-04".parse()?, Calendar::built_in()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where a day up to this one that it has to count is not covered. What comes after the deadline is not asked about.
    pub fn left(&self, day: NaiveDate, calendar: &Calendar) -> Result<u32, Uncovered> {
        Ok(match self.spent(day, calendar)? {
            Spent::All { .. } => 0,
            Spent::AllBut(left) => left,
        })
    }

    /// Whether the deadline lies before a day. A day off after the deadline is overdue too.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
    /// let clock = Clock::new("2026-12-24".parse()?, Limit { amount: 10, unit: TimeUnit::WorkingDay });
    /// assert!(!clock.overdue("2027-01-01".parse()?, Calendar::built_in())?);
    /// assert!(clock.overdue("2027-03-01".parse()?, Calendar::built_in()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where a day before this one that it has to count is not covered. What comes after the deadline is not asked about.
    pub fn overdue(&self, day: NaiveDate, calendar: &Calendar) -> Result<bool, Uncovered> {
        let Some(before) = day.pred_opt() else { return Ok(false) };
        Ok(matches!(self.spent(before, calendar)?, Spent::All { .. }))
    }

    /// Every day from the start to a day, in order, with what became of it, so that a person can check the count.
    ///
    /// It ends with an error, [`Uncovered`], on the first day that has to be counted and is not covered.
    ///
    /// ```
    /// use tongquan::{Calendar, case::Clock, register::{Limit, TimeUnit}};
    /// let mut clock = Clock::new("2024-02-07".parse()?, Limit { amount: 5, unit: TimeUnit::WorkingDay });
    /// clock.suspend("2024-02-09".parse()?, 4);
    /// clock.resume("2024-02-17".parse()?);
    /// let told: Result<Vec<_>, _> = clock.account("2024-02-18".parse()?, Calendar::built_in()).collect();
    /// let told: Vec<String> = told?.iter().map(|it| it.zh()).collect();
    /// assert_eq!(told[..3], ["2024-02-07：起算之日，不计", "2024-02-08：第1日", "2024-02-09：中止（第4号记录），不计"]);
    /// assert_eq!(told[10..], ["2024-02-17：放假（春节），不计", "2024-02-18：第2日，调休上班（春节）"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] in the place of a day of a year that the calendar lacks.
    pub fn account<'a>(
        &'a self,
        day: NaiveDate,
        calendar: &'a Calendar,
    ) -> impl Iterator<Item = Result<DayAccount<'a>, Uncovered>> + Clone {
        account::Account::of(self, day, calendar)
    }

    /// How far the limit is spent by the end of a day. One that ran out before it was extended had run out.
    fn spent(&self, by: NaiveDate, calendar: &Calendar) -> Result<Spent, Uncovered> {
        if let Some(before) = self.extended.and_then(|it| it.pred_opt()) {
            let lapsed = self.spent_of(self.limit.amount.into(), by.min(before), calendar)?;
            if matches!(lapsed, Spent::All { .. }) {
                return Ok(lapsed);
            }
        }
        self.spent_of(self.allowed(), by, calendar)
    }

    fn spent_of(&self, mut left: u32, by: NaiveDate, calendar: &Calendar) -> Result<Spent, Uncovered> {
        if left == 0 && self.started <= by {
            return Ok(Spent::All { on: self.started });
        }
        for Run { after, through } in self.runs() {
            let through = through.min(by);
            match self.nth_after(after, left, calendar) {
                Ok(on) if on <= through => return Ok(Spent::All { on }),
                // asked without an end, so what lies beyond the calendar, or beyond all days, is what was asked about
                Err(uncovered) if through == NaiveDate::MAX => return Err(uncovered),
                Ok(_) | Err(_) => left -= self.count(after, through, calendar)?,
            }
        }
        Ok(Spent::AllBut(left))
    }

    /// The spans in which it runs.
    fn runs(&self) -> impl Iterator<Item = Run> {
        let before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
        let resumed = self.stops.iter().filter_map(move |it| it.until.map(before));
        let after = std::iter::once(self.started).chain(resumed).map(|it| it.max(self.started));
        let at_last = (!self.is_stopped()).then_some(NaiveDate::MAX);
        let through = self.stops.iter().map(move |it| before(it.from)).chain(at_last);
        after.zip(through).map(|(after, through)| Run { after, through })
    }

    /// How many count after a day, up to and including another, were there no stop.
    fn count(&self, after: NaiveDate, through: NaiveDate, calendar: &Calendar) -> Result<u32, Uncovered> {
        match self.limit.unit {
            TimeUnit::WorkingDay => calendar.working_days_between(after, through),
            TimeUnit::Day => Ok(u32::try_from((through - after).num_days()).unwrap_or(0)),
        }
    }

    /// The n-th after a day that counts, were there no stop.
    fn nth_after(&self, after: NaiveDate, n: u32, calendar: &Calendar) -> Result<NaiveDate, Uncovered> {
        match self.limit.unit {
            TimeUnit::WorkingDay => calendar.nth_after(after, n),
            TimeUnit::Day => {
                let end = after.checked_add_days(Days::new(n.into()));
                end.ok_or(Uncovered { year: NaiveDate::MAX.year() })
            }
        }
    }
}

/// How far a limit is spent.
enum Spent {
    /// It ran out on this day.
    All { on: NaiveDate },
    /// So many are left.
    AllBut(u32),
}

/// A span in which a clock runs, none of it where the one day is not before the other.
struct Run {
    /// The day before the first that may count.
    after: NaiveDate,
    /// The last that may count.
    through: NaiveDate,
}
