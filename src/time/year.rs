use std::{collections::HashSet, fmt, ops::RangeInclusive};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Calendar, calendar::is_weekend, day};
use crate::{
    term::{named, terms},
    text::Text,
};

/// 一年的节假日安排: the State Council's notice of one year as plain data, for [`Calendar::with_year`].
///
/// ```
/// use tongquan::time::CalendarYear;
/// // a fictional notice, and the New Year's Eve that it takes along, as that of 2023 did
/// let year: CalendarYear = serde_json::from_str(r#"{
///   "year": 2028,
///   "exceptions": [{"date": "2028-01-01", "kind": "holiday", "name": "元旦"}],
///   "december_before": [{"date": "2027-12-31", "kind": "holiday", "name": "元旦"}],
///   "source": "（虚构）2028年部分节假日安排的通知"
/// }"#)?;
/// assert_eq!(year.exceptions.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// 年份: the year that the notice is of.
    pub year: i32,
    /// 调休日期: the days of this year that it takes out of the week's rhythm, in any order. Days that nothing is said of are what the week makes them.
    pub exceptions: Vec<NoticedDay>,
    /// 上年12月的日期: the days of the December before that it takes along to New Year's Day.
    #[serde(default)]
    pub december_before: Vec<NoticedDay>,
    /// 依据: the notice, as it is cited.
    pub source: Text,
}

/// 调休日: a day of a notice.
///
/// ```
/// use tongquan::time::{ExceptionKind, NoticedDay};
/// let day: NoticedDay = serde_json::from_str(r#"{"date": "2027-01-10", "kind": "makeup_workday", "name": "元旦"}"#)?; // fictional
/// assert_eq!((day.kind, day.name.as_str()), (ExceptionKind::MakeupWorkday, "元旦"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticedDay {
    /// 日期: the day that is off or worked.
    #[serde(with = "crate::time::Iso")]
    pub date: NaiveDate,
    /// 放假或上班: off or worked.
    pub kind: ExceptionKind,
    /// 节日: the holiday that it belongs to.
    pub name: Text,
}

/// 调休种类: how a notice takes a day out of the week's rhythm. It knows these two ways, so the list is closed.
///
/// ```
/// use tongquan::time::ExceptionKind;
/// let told = [ExceptionKind::Holiday, ExceptionKind::MakeupWorkday].map(|it| (it.label(), it.english()));
/// assert_eq!(told, [("放假", "day off"), ("调休上班", "make-up workday")]);
/// assert_eq!(serde_json::to_string(&ExceptionKind::MakeupWorkday)?, r#""makeup_workday""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// 放假: a statutory holiday, or a day off around it.
    Holiday,
    /// 上班: a Saturday or Sunday that is worked.
    MakeupWorkday,
}

terms!(ExceptionKind {
    Self::Holiday => "放假", "day off";
    Self::MakeupWorkday => "调休上班", "make-up workday";
});
named!(word: ExceptionKind);

/// 年份未予收录: a year was not taken into a calendar. It names every fault.
///
/// ```
/// use tongquan::{Calendar, time::{CalendarYear, YearFlaw}};
/// let year: CalendarYear = serde_json::from_str(r#"{"year": 2028, "source": "（虚构）通知",
///   "exceptions": [{"date": "2028-01-05", "kind": "makeup_workday", "name": "元旦"}]}"#)?;
/// let why = Calendar::built_in().with_year(&year).unwrap_err();
/// let told: Vec<&str> = why.faults.iter().map(|it| it.path.as_str()).collect();
/// assert_eq!(told, ["year", "exceptions[0].date"]); // all of it at once
/// assert_eq!(why.faults[0].flaw, YearFlaw::Gap { year: 2028, from: 2027, until: 2027 });
/// assert_eq!(why.faults[1].flaw.zh(), "2028-01-05是周三，不是周六、周日，无班可补");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadYear {
    /// Which year, as given.
    pub year: i32,
    /// What is wrong with it; never empty.
    pub faults: Vec<YearFault>,
}

/// 一处差错: one fault of a year, and where it stands.
///
/// See the example of [`BadYear`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {flaw}")]
pub struct YearFault {
    /// Where it stands in the data, as `exceptions[3].date`.
    pub path: String,
    /// What is wrong there.
    pub flaw: YearFlaw,
}

/// 差错种类: what can be wrong with a year; closed for one version of the crate.
///
/// See the example of [`BadYear`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum YearFlaw {
    /// 并无此年: not 1 to 9999.
    #[error("years are 1 to 9999, not {year}")]
    NoSuchYear {
        /// The year that was given.
        year: i32,
    },
    /// 已收录: the calendar has it.
    #[error("{year} is covered already ({first} to {last})")]
    Covered {
        /// The year that was given.
        year: i32,
        /// The first year covered.
        first: i32,
        /// The last year covered.
        last: i32,
    },
    /// 不相接: a calendar has no gap.
    #[error("{year} does not follow the years covered: {from} to {until} are missing in between")]
    Gap {
        /// The year that was given.
        year: i32,
        /// The first year missing.
        from: i32,
        /// The last year missing.
        until: i32,
    },
    /// 未列日期: a notice without a day is none.
    #[error("a notice names some day")]
    NamesNothing,
    /// 非本年: the day is of another year.
    #[error("{date} is no day of {year}")]
    OtherYear {
        /// The day of another year.
        date: NaiveDate,
        /// The year that was given.
        year: i32,
    },
    /// 非上年12月: the day is not of the December before.
    #[error("{date} is no day of December before {year}")]
    NotDecemberBefore {
        /// The day of another month.
        date: NaiveDate,
        /// The year that was given.
        year: i32,
    },
    /// 上年12月未收录: the calendar does not cover the December before.
    #[error("the year of {date} is not covered: give the day with its own year")]
    DecemberUncovered {
        /// The day of that December.
        date: NaiveDate,
    },
    /// 重复: it was told before: in this notice or, of the December before, in an earlier one.
    #[error("{date} is told twice")]
    Twice {
        /// The day that is told again.
        date: NaiveDate,
    },
    /// 无班可补: a day that is worked anyway makes up for nothing.
    #[error("{date} is a {weekday}, so there is nothing to make up: make-up workdays are Saturdays and Sundays")]
    NotWeekend {
        /// The day that makes up for nothing.
        date: NaiveDate,
        /// What it is in the week.
        weekday: Weekday,
    },
}

impl CalendarYear {
    /// Everything that keeps it out of a calendar.
    pub(super) fn check(&self, calendar: &Calendar) -> Result<(), BadYear> {
        let year = self.year;
        let (first, last) = calendar.covers().into_inner();
        let (follows, precedes) = (year == last + 1, year == first - 1);
        let mut faults = Vec::new();
        let mut require = |holds: bool, path: &dyn Fn() -> String, flaw: YearFlaw| {
            if !holds {
                faults.push(YearFault { path: path(), flaw });
            }
        };

        let misplaced = if !YEARS.contains(&year) {
            Some(YearFlaw::NoSuchYear { year })
        } else if (first..=last).contains(&year) {
            Some(YearFlaw::Covered { year, first, last })
        } else if year > last {
            (!follows).then_some(YearFlaw::Gap { year, from: last + 1, until: year - 1 })
        } else {
            (!precedes).then_some(YearFlaw::Gap { year, from: year + 1, until: first - 1 })
        };
        if let Some(flaw) = misplaced {
            require(false, &|| "year".to_owned(), flaw);
        }
        require(!self.exceptions.is_empty(), &|| "exceptions".to_owned(), YearFlaw::NamesNothing);

        let mut seen = HashSet::new();
        for (at, &NoticedDay { date, kind, .. }) in self.exceptions.iter().enumerate() {
            let path = &|| format!("exceptions[{at}].date");
            require(date.year() == year, path, YearFlaw::OtherYear { date, year });
            require(seen.insert(date), path, YearFlaw::Twice { date });
            require(has_work_to_move(kind, date), path, YearFlaw::NotWeekend { date, weekday: date.weekday() });
        }
        for (at, &NoticedDay { date, kind, .. }) in self.december_before.iter().enumerate() {
            let path = &|| format!("december_before[{at}].date");
            let in_december = date.year() + 1 == year && date.month() == 12;
            require(in_december, path, YearFlaw::NotDecemberBefore { date, year });
            require(!in_december || !precedes, path, YearFlaw::DecemberUncovered { date });
            // of a year that does not follow the covered ones, that is told alone
            let told = follows && calendar.noticed(date).is_some();
            require(seen.insert(date) && !told, path, YearFlaw::Twice { date });
            require(has_work_to_move(kind, date), path, YearFlaw::NotWeekend { date, weekday: date.weekday() });
        }
        if faults.is_empty() { Ok(()) } else { Err(BadYear { year, faults }) }
    }
}

fn has_work_to_move(kind: ExceptionKind, date: NaiveDate) -> bool {
    kind == ExceptionKind::Holiday || is_weekend(date)
}

const YEARS: RangeInclusive<i32> = 1..=9999;

/// The first day of a year that was checked, or is built in.
pub(super) const fn first_day(year: i32) -> NaiveDate {
    day(year, 1, 1)
}

/// The last day of one.
pub(super) const fn last_day(year: i32) -> NaiveDate {
    day(year, 12, 31)
}

impl YearFlaw {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::NoSuchYear { year } => format!("年份应在1至9999之间，不是{year}"),
            Self::Covered { year, first, last } => format!("{year}年已在日历之内（{first}年至{last}年）"),
            Self::Gap { year, from, until } => format!("{year}年与已收录的年份不相接，其间尚缺{from}年至{until}年"),
            Self::NamesNothing => "通知须列有日期".to_owned(),
            Self::OtherYear { date, year } => format!("{date}不在{year}年"),
            Self::NotDecemberBefore { date, year } => format!("{date}不在{year}年的上一年12月"),
            Self::DecemberUncovered { date } => format!("{date}所在年份尚未收录，应随该年列入"),
            Self::Twice { date } => format!("{date}重复列入"),
            Self::NotWeekend { date, weekday } => {
                format!("{date}是{}，不是周六、周日，无班可补", weekday_zh(*weekday))
            }
        }
    }
}

const fn weekday_zh(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "周一",
        Weekday::Tue => "周二",
        Weekday::Wed => "周三",
        Weekday::Thu => "周四",
        Weekday::Fri => "周五",
        Weekday::Sat => "周六",
        Weekday::Sun => "周日",
    }
}

impl YearFault {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("{}：{}", self.path, self.flaw.zh())
    }
}

impl BadYear {
    /// The same in Chinese, one fault a line.
    pub fn zh(&self) -> String {
        let faults = self.faults.iter().map(|it| format!("\n{}", it.zh()));
        [format!("{}年的日历未予收录", self.year)].into_iter().chain(faults).collect()
    }
}

impl fmt::Display for BadYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the calendar of {} was refused", self.year)?;
        self.faults.iter().try_for_each(|it| write!(f, "\n- {it}"))
    }
}

impl std::error::Error for BadYear {}
