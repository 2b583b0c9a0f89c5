use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Clock, PeriodState};
use crate::{
    case::{ARCS, Docket, Entry, Record},
    register::Limit,
    term::{named, terms},
    text::Mark,
    time::{Calendar, Uncovered},
};

/// 期限: a period that a case keeps. Closed: the document, the standard and the Licensing Law set no other for a case.
///
/// ```
/// use tongquan::{AnyCase, case::Period};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let period: Period = "承诺时限".parse()?;
/// assert_eq!(case.record().clock(period).map(|it| it.limit().amount), Some(5)); // working days
/// assert!(case.record().clock(Period::Delivery).is_none()); // of licences alone
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// 告知期限: for the one notice, or acceptance, from the filing day: the standard's, for a licence at most the law's (`S8`, `APL32d`).
    Notice,
    /// 补正期限: for the applicant's corrections, from the notice, where the standard sets one (`S3`).
    Corrections,
    /// 承诺时限: to decide, from acceptance.
    Promised,
    /// 法定时限: to decide, from acceptance, where the standard tells one; for a licence, else, the law's (`APL42`, `S49`).
    Statutory,
    /// 送达期限: of a licence that is granted, from the decision (`APL44`).
    Delivery,
}

terms!(Period {
    Self::Notice => "告知期限", "period for the notice";
    Self::Corrections => "补正期限", "period for corrections";
    Self::Promised => "承诺时限", "promised limit";
    Self::Statutory => "法定时限", "statutory limit";
    Self::Delivery => "送达期限", "period for delivery";
});

impl Period {
    /// Each, in the order of a case's course.
    pub const ALL: [Self; 5] = [Self::Notice, Self::Corrections, Self::Promised, Self::Statutory, Self::Delivery];
}

/// 执行情况: how a period that has begun stands on a day. Closed: it is over or not, met or not, or nobody can tell.
///
/// ```
/// use tongquan::case::Timeliness;
/// let found: Timeliness = "逾期未完成".parse()?;
/// assert_eq!((found, serde_json::to_string(&found)?.as_str()), (Timeliness::Overdue, r#""overdue""#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Timeliness {
    /// 按期: met, or cut short by the end of the case, by its last day.
    InTime,
    /// 逾期完成: met, or cut short, after its last day.
    Late,
    /// 期限内: open, and not over; so is one that stands still.
    Running,
    /// 逾期未完成: open, and over.
    Overdue,
    /// 无法计算: the calendar lacks a year that decides.
    Unknown,
}

terms!(Timeliness {
    Self::InTime => "按期", "in time";
    Self::Late => "逾期完成", "late";
    Self::Running => "期限内", "running";
    Self::Overdue => "逾期未完成", "overdue";
    Self::Unknown => "无法计算", "unknown";
});
named!(word: Period, Timeliness);

/// 期限执行: a period of a case that has begun, with its clock, and the day on which it was met or fell away.
///
/// ```
/// use tongquan::{AnyCase, Calendar, case::{Period, Timeliness}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let day = "2024-03-31".parse()?;
/// let told: Vec<_> = case.record().periods().map(|it| (it.period.label(), it.timeliness(day, Calendar::built_in()).label())).collect();
/// assert_eq!(told, [("补正期限", "按期"), ("承诺时限", "按期"), ("法定时限", "按期")]);
/// let promised = case.record().periods().find(|it| it.period == Period::Promised).ok_or("no limit")?;
/// assert_eq!(promised.ended, Some("2024-03-13".parse()?)); // decided
/// assert_eq!(promised.timeliness("2024-03-12".parse()?, Calendar::built_in()), Timeliness::Running);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Which period of the case it is.
    pub period: Period,
    /// How the period runs, and when it is over.
    pub clock: Clock,
    /// The day on which it was met, or the case ended without it; none while it is open.
    pub ended: Option<NaiveDate>,
}

impl Timing {
    /// 逾期: whether it was not met in time, seen from a day. What is late bars nothing by itself, and is shown (`S47`).
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let day = "2024-12-31".parse()?;
    /// for it in case.record().periods() {
    ///     assert!(!it.is_late(day, Calendar::built_in())?, "{}", it.period);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where a day that it has to count lies in a year without a calendar.
    pub fn is_late(&self, day: NaiveDate, calendar: &Calendar) -> Result<bool, Uncovered> {
        self.clock.overdue(self.ended.map_or(day, |it| it.min(day)), calendar)
    }

    /// 执行情况: how it stands, seen from a day: what ended later is open still. Where the calendar lacks a year, it is unknown only if the days of
    /// that year decide.
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, case::{Period, Timeliness}};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/deemed.json")?)?;
    /// // filed on Monday, 4 March, with three working days for the notice; that it counts as accepted was entered on the 12th
    /// let timing = case.record().periods().next().ok_or("no period")?;
    /// let seen_from = |day: &str| Ok::<_, chrono::ParseError>(timing.timeliness(day.parse()?, Calendar::built_in()));
    /// assert_eq!((timing.period, seen_from("2024-03-31")?), (Period::Notice, Timeliness::Late));
    /// assert_eq!((seen_from("2024-03-07")?, seen_from("2024-03-08")?), (Timeliness::Running, Timeliness::Overdue));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn timeliness(&self, day: NaiveDate, calendar: &Calendar) -> Timeliness {
        let ended = self.ended.filter(|it| *it <= day);
        match (PeriodState::of(Some(&self.clock), ended.unwrap_or(day), calendar), ended) {
            (PeriodState::Uncovered { .. }, _) => Timeliness::Unknown,
            (PeriodState::Over { .. }, Some(_)) => Timeliness::Late,
            (PeriodState::Over { .. }, None) => Timeliness::Overdue,
            (PeriodState::Running | PeriodState::Unset, Some(_)) => Timeliness::InTime,
            (PeriodState::Running | PeriodState::Unset, None) => Timeliness::Running,
        }
    }
}

impl<'r> Docket<'r> {
    /// 期限: the clock of a period, as the entries so far have made it; none where the period has not begun, and where nothing sets it.
    ///
    /// A clock to decide runs from acceptance, or from the filing day where the law deems acceptance (`S50`), transit to the deciding body
    /// included (`S27`); it stands still while the case is suspended, and is lengthened by the one extension where it counts working days
    /// (`S49`). Of a case that is decided, ask it of the day of decision.
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, case::Period};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/withdrawn.json")?)?;
    /// let clock = case.record().clock(Period::Promised).ok_or("no limit")?;
    /// // accepted on Sunday the 7th (a make-up workday), suspended from the 9th to the 21st, resumed on the 22nd
    /// assert_eq!(clock.stops().len(), 1);
    /// assert_eq!(clock.deadline(Calendar::built_in())?, Some("2024-04-23".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn clock(&self, period: Period) -> Option<Clock> {
        let by_law = |limit: Limit| self.is_licence().then_some(limit);
        let limits = || self.standard().and_then(|it| it.limits);
        match period {
            // what was answered, and what the applicant was told, a later edition does not shorten (S51)
            Period::Notice => {
                let then = self.before(answers).unwrap_or(*self);
                let limit = then.standard().and_then(|it| it.notice).or_else(|| by_law(Limit::LICENCE_NOTICE))?;
                Some(Clock::new(self.filed(), limit))
            }
            Period::Corrections => {
                let then = self.before(|it| matches!(it, Entry::AskForCorrections(_)))?;
                Some(Clock::new(self.noticed()?, then.standard()?.corrections?))
            }
            Period::Promised => self.deciding(limits()?.promised),
            Period::Statutory => {
                self.deciding(limits().and_then(|it| it.statutory).or_else(|| by_law(Limit::LICENCE_DECISION))?)
            }
            Period::Delivery => {
                let granted = self.day_of(|it| matches!(it, Entry::DecideFavourably(_)))?;
                Some(Clock::new(granted, by_law(Limit::LICENCE_DELIVERY)?))
            }
        }
    }

    /// 各期限: every period that has begun, in the order of its course, met or open, as the entries so far have it.
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, case::Timeliness};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?; // decided on 2024-03-13
    /// let seen = |day: &str| -> Result<Vec<Timeliness>, chrono::ParseError> {
    ///     let day = day.parse()?;
    ///     Ok(case.record().docket_on(day).periods().map(|it| it.timeliness(day, Calendar::built_in())).collect())
    /// };
    /// // the period for corrections (it is no licence, so the law sets none for the notice); then the two limits to decide too
    /// assert_eq!(seen("2024-03-05")?, [Timeliness::Running]);
    /// assert_eq!(seen("2024-03-13")?, [Timeliness::InTime; 3]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn periods(self) -> impl Iterator<Item = Timing> + use<'r> {
        let ended = self.ended();
        Period::ALL.into_iter().filter_map(move |period| {
            let clock = self.clock(period)?;
            Some(Timing { period, clock, ended: self.met(period).or(ended) })
        })
    }

    /// The day on which the case came to its end.
    fn ended(&self) -> Option<NaiveDate> {
        let last = self.entries.last()?;
        let ends = ARCS.iter().any(|arc| arc.step == last.kind() && arc.to.is_terminal());
        ends.then(|| last.stamp().at.day())
    }

    fn deciding(&self, limit: Limit) -> Option<Clock> {
        let mut clock: Option<Clock> = None;
        for (entry, it) in (1..).zip(self.entries) {
            let day = it.stamp().at.day();
            match (it, &mut clock) {
                (Entry::Accept(_), None) => clock = Some(Clock::new(day, limit)),
                (Entry::DeemAccepted(_), None) => clock = Some(Clock::new(self.filed(), limit)),
                (Entry::Suspend(_), Some(clock)) => clock.suspend(day, entry),
                (Entry::Resume(_), Some(clock)) => clock.resume(day),
                // a limit in days stays as it is (`S49`)
                (Entry::Extend(it), Some(clock)) => drop(clock.extend(day, it.step.working_days)),
                _ => {}
            }
        }
        clock
    }

    /// The clock that an extension lengthens: the law's limit to decide, where none is known the promised one.
    pub(in crate::case) fn binding(&self) -> Option<Clock> {
        self.clock(Period::Statutory).or_else(|| self.clock(Period::Promised))
    }

    /// What is asked when an application is turned away: after the notice the applicant's period, before it whether the law deems it accepted.
    pub(in crate::case) fn turning_away(&self) -> Option<Clock> {
        if self.noticed().is_some() { self.correcting() } else { self.unanswered() }
    }

    /// The applicant's period for corrections.
    pub(in crate::case) fn correcting(&self) -> Option<Clock> {
        self.clock(Period::Corrections)
    }

    /// 视为受理的期限: the law's five working days of a licence, while they are not answered by the notice.
    pub(in crate::case) fn unanswered(&self) -> Option<Clock> {
        (self.is_licence() && self.noticed().is_none()).then(|| Clock::of_notice(self.filed()))
    }

    /// The day on which a period was met; none while it is open.
    fn met(&self, period: Period) -> Option<NaiveDate> {
        match period {
            Period::Notice => self.noticed().or_else(|| self.accepted()),
            Period::Corrections => self.corrected().or_else(|| self.accepted()),
            Period::Promised | Period::Statutory => self.decided(),
            Period::Delivery => self.delivered(),
        }
    }

    /// 补齐日: when the last of what the notice asks for was handed in, as far as acceptance needs it.
    fn corrected(&self) -> Option<NaiveDate> {
        let (mut brief, mut open) = (&*self.opening().found, None::<HashSet<&Mark>>);
        for it in self.entries {
            match (it, &mut open) {
                (Entry::AskForCorrections(it), None) => open = Some(it.step.materials.iter().collect()),
                (Entry::HandInCorrections(it), Some(open)) => {
                    it.step.materials.iter().for_each(|it| _ = open.remove(it));
                }
                (Entry::Transfer(it), _) => brief = &it.found,
                _ => {}
            }
            if open.as_ref().is_some_and(|open| brief.needed(open.iter().copied()).next().is_none()) {
                return Some(it.stamp().at.day());
            }
        }
        None
    }
}

/// What answers a filing.
const fn answers(it: &Entry) -> bool {
    matches!(it, Entry::AskForCorrections(_) | Entry::Accept(_) | Entry::DeemAccepted(_) | Entry::NotAccept(_))
}

impl Record {
    /// 各期限: every period of the case that has begun, in the order of its course, met or open: [`Docket::periods`].
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, case::Period};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// for timing in case.record().periods() {
    ///     assert!(!timing.is_late("2024-12-31".parse()?, Calendar::built_in())?, "{}", timing.period);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn periods(&self) -> impl Iterator<Item = Timing> {
        self.docket().periods()
    }
}
