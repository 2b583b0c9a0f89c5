use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use once_cell::sync::Lazy;

use super::{
    CalendarYear, ExceptionKind, NoticedDay,
    table::{EXCEPTIONS, FIRST_YEAR, LAST_YEAR},
    tally::Tally,
    year::{BadYear, first_day, last_day},
};

/// A day that a built-in notice takes out of the week's rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exception {
    pub(crate) date: NaiveDate,
    pub(crate) kind: ExceptionKind,
    pub(crate) name: &'static str,
}

/// 日类: what a day is for a clock in working days. Names are the calendar's.
///
/// ```
/// use tongquan::time::{Calendar, DayKind};
/// let calendar = Calendar::built_in();
/// let kind = |day: &str| Ok::<_, Box<dyn std::error::Error>>(calendar.kind(day.parse()?)?);
/// assert_eq!(kind("2021-10-01")?, DayKind::Holiday("国庆节"));
/// assert_eq!(kind("2021-10-09")?, DayKind::MakeupWorkday("国庆节")); // a Saturday that is worked
/// assert!(kind("2021-10-09")?.is_workday() && !kind("2021-10-16")?.is_workday());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayKind<'a> {
    /// 工作日: Monday to Friday, nothing said otherwise.
    Workday,
    /// 周末: Saturday or Sunday.
    Weekend,
    /// 放假: a statutory holiday 法定节假日 or a day off around it, with the holiday's name.
    Holiday(&'a str),
    /// 调休上班: a weekend day worked, with the holiday that it makes up for.
    MakeupWorkday(&'a str),
}

impl DayKind<'_> {
    /// Whether a clock in working days counts this day.
    pub const fn is_workday(self) -> bool {
        matches!(self, Self::Workday | Self::MakeupWorkday(_))
    }
}

/// 日历未收录: a computation in working days left the years that the calendar covers. Nothing is guessed.
///
/// ```
/// use tongquan::Calendar;
/// let why = Calendar::built_in().after("2026-12-28".parse()?, 20).unwrap_err();
/// assert_eq!(why.year, 2027); // record the notice of that year: see `Revision::calendars`
/// assert_eq!(why.zh(), "工作日历未收录2027年");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the working-day calendar does not cover {year}")]
pub struct Uncovered {
    /// The first year that is missing.
    pub year: i32,
}

impl Uncovered {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("工作日历未收录{}年", self.year)
    }
}

/// 工作日历: which days are worked, after the State Council's yearly notices; built in for 2019 to 2026, and grown
/// [year by year](Self::with_year) from there. It covers whole years without a gap.
///
/// No query allocates, and none walks from day to day. The built-in one is laid out when it is first asked for.
///
/// ```
/// use chrono::NaiveDate;
/// use tongquan::time::Calendar;
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let calendar = Calendar::built_in();
/// // day 0 is not counted; 2021-10-01 to 10-07 were off, 10-09 was worked
/// assert_eq!(calendar.after(day(2021, 9, 30), 2)?, day(2021, 10, 9));
/// assert_eq!(calendar.after(day(2026, 12, 31), 1).unwrap_err().year, 2027);
/// # Ok::<(), tongquan::time::Uncovered>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    first: NaiveDate,
    last: NaiveDate,
    /// What services added, by date.
    added: Vec<NoticedDay>,
    /// Follows from the rest.
    worked: Tally,
}

static BUILT_IN: Lazy<Calendar> = Lazy::new(|| Calendar::of(first_day(FIRST_YEAR), last_day(LAST_YEAR), Vec::new()));

impl Calendar {
    /// The years that the State Council's notices cover so far.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    fn of(first: NaiveDate, last: NaiveDate, added: Vec<NoticedDay>) -> Self {
        let mut it = Self { first, last, added, worked: Tally::of(std::iter::empty()) };
        let days = first.iter_days().take_while(|day| *day <= last);
        it.worked = Tally::of(days.map(|day| it.kind_if_covered(day).is_workday()));
        it
    }

    /// The same calendar and a year more, as the State Council's notice tells it: the one after those covered, or the one before them. This
    /// one stays as it is.
    ///
    /// ```
    /// use tongquan::time::{Calendar, CalendarYear};
    /// // a fictional notice: a service enters the real one
    /// let year: CalendarYear = serde_json::from_str(r#"{
    ///   "year": 2027,
    ///   "exceptions": [{"date": "2027-01-01", "kind": "holiday", "name": "元旦"},
    ///                  {"date": "2027-01-10", "kind": "makeup_workday", "name": "元旦"}],
    ///   "source": "（虚构）2027年部分节假日安排的通知"
    /// }"#)?;
    /// let calendar = Calendar::built_in().with_year(&year)?;
    /// assert_eq!(calendar.covers(), 2019..=2027);
    /// assert_eq!(calendar.after("2026-12-31".parse()?, 1)?, "2027-01-04".parse()?);
    /// // twice is once too often
    /// let refused = calendar.with_year(&year).unwrap_err();
    /// assert_eq!(refused.zh(), "2027年的日历未予收录\nyear：2027年已在日历之内（2019年至2027年）");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BadYear`] with every fault at once.
    pub fn with_year(&self, year: &CalendarYear) -> Result<Self, BadYear> {
        year.check(self)?;
        let mut added: Vec<NoticedDay> =
            self.added.iter().chain(&year.december_before).chain(&year.exceptions).cloned().collect();
        added.sort_by_key(|it| it.date);
        let (first, last) = (self.first.min(first_day(year.year)), self.last.max(last_day(year.year)));
        Ok(Self::of(first, last, added))
    }

    /// The years covered.
    ///
    /// ```
    /// use tongquan::time::Calendar;
    /// assert_eq!(Calendar::built_in().covers(), 2019..=2026);
    /// ```
    pub fn covers(&self) -> RangeInclusive<i32> {
        self.first.year()..=self.last.year()
    }

    /// What a day is.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use tongquan::time::{Calendar, DayKind};
    /// let day = NaiveDate::from_ymd_opt(2021, 10, 9).unwrap(); // a Saturday
    /// assert_eq!(Calendar::built_in().kind(day), Ok(DayKind::MakeupWorkday("国庆节")));
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] names the missing year.
    pub fn kind(&self, day: NaiveDate) -> Result<DayKind<'_>, Uncovered> {
        self.place(day)?;
        Ok(self.kind_if_covered(day))
    }

    /// The last day of a limit of that many working days; the starting day itself is not counted (ours, as `SPC48`).
    ///
    /// ```
    /// use tongquan::Calendar;
    /// let calendar = Calendar::built_in();
    /// assert_eq!(calendar.after("2024-02-07".parse()?, 5)?, "2024-02-20".parse()?); // over the Spring Festival
    /// assert_eq!(calendar.after("2026-12-28".parse()?, 20).unwrap_err().year, 2027);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the limit runs into a year without a calendar.
    pub fn after(&self, start: NaiveDate, working_days: u16) -> Result<NaiveDate, Uncovered> {
        self.nth_after(start, working_days.into())
    }

    /// The n-th working day after a day; of none, the day itself. Every limit in working days ends by this.
    pub(crate) fn nth_after(&self, start: NaiveDate, n: u32) -> Result<NaiveDate, Uncovered> {
        let Some(earlier) = n.checked_sub(1) else { return Ok(start) };
        let next = start.succ_opt().ok_or(Uncovered { year: start.year() })?;
        let earlier = self.worked.among_first(self.place(next)?) + earlier;
        let at = self.worked.nth(earlier).and_then(|at| self.first.checked_add_days(Days::new(at as u64)));
        at.ok_or_else(|| self.year_after())
    }

    /// How many working days lie after a day, up to and including another: what a limit that started on the one has counted on the other.
    /// None, where the other is not later.
    ///
    /// ```
    /// use tongquan::time::Calendar;
    /// let calendar = Calendar::built_in();
    /// // ten days of which the first seven were off
    /// assert_eq!(calendar.working_days_between("2021-09-30".parse()?, "2021-10-10".parse()?), Ok(2));
    /// assert_eq!(calendar.working_days_between("2026-12-30".parse()?, "2027-03-01".parse()?).unwrap_err().year, 2027);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Uncovered`] names the first missing year among the days that are to be counted.
    pub fn working_days_between(&self, after: NaiveDate, until: NaiveDate) -> Result<u32, Uncovered> {
        let Some(next) = after.succ_opt().filter(|it| *it <= until) else { return Ok(0) };
        let from = self.place(next)?;
        let through = self.place(until).map_err(|_| self.year_after())?;
        Ok(self.worked.among_first(through + 1) - self.worked.among_first(from))
    }

    /// What a notice says of a day.
    pub(super) fn noticed(&self, day: NaiveDate) -> Option<(ExceptionKind, &str)> {
        if let Ok(at) = EXCEPTIONS.binary_search_by_key(&day, |it| it.date) {
            return EXCEPTIONS.get(at).map(|it| (it.kind, it.name));
        }
        let at = self.added.binary_search_by_key(&day, |it| it.date).ok()?;
        self.added.get(at).map(|it| (it.kind, it.name.as_str()))
    }

    /// What a day is, where it is covered.
    fn kind_if_covered(&self, day: NaiveDate) -> DayKind<'_> {
        match self.noticed(day) {
            Some((ExceptionKind::Holiday, name)) => DayKind::Holiday(name),
            Some((ExceptionKind::MakeupWorkday, name)) => DayKind::MakeupWorkday(name),
            None if is_weekend(day) => DayKind::Weekend,
            None => DayKind::Workday,
        }
    }

    /// How many days are covered before it.
    fn place(&self, day: NaiveDate) -> Result<usize, Uncovered> {
        let covered = if day <= self.last { usize::try_from((day - self.first).num_days()).ok() } else { None };
        covered.ok_or(Uncovered { year: day.year() })
    }

    fn year_after(&self) -> Uncovered {
        Uncovered { year: self.last.year() + 1 }
    }
}

pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
