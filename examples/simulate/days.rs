use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};
use rand::distr::weighted::WeightedIndex;
use tongquan::{Calendar, Moment};

use super::{Fallible, luck::Luck, shares::MONTHS};

/// The year that is simulated.
pub(crate) const YEAR: i32 = 2024;

pub(crate) fn day(month: u32, day: u32) -> Fallible<NaiveDate> {
    NaiveDate::from_ymd_opt(YEAR, month, day).ok_or_else(|| "no such day".into())
}

/// Working days and hours.
pub(crate) struct Days {
    /// From the first of the year on, past its end.
    worked: Vec<NaiveDate>,
    /// Of the year's working days.
    seasons: WeightedIndex<u32>,
    /// Of all its days.
    any: WeightedIndex<u32>,
    first: NaiveDate,
    last: NaiveDate,
}

impl Days {
    pub(crate) fn of(calendar: &Calendar) -> Fallible<Self> {
        let (first, last) = (day(1, 1)?, day(12, 31)?);
        let open = |it: NaiveDate| Ok::<_, Box<dyn std::error::Error>>(calendar.kind(it)?.is_workday());
        let mut worked = Vec::new();
        for it in first.iter_days().take_while(|it| it.year() <= YEAR + 1) {
            if open(it)? {
                worked.push(it);
            }
        }
        let season = |it: &NaiveDate, among: u32| {
            let weight = MONTHS.get(it.month0() as usize).copied().unwrap_or_default();
            weight * 1_000 / among.max(1)
        };
        let of_month = |month| worked.iter().filter(|it| (it.year(), it.month()) == (YEAR, month)).count() as u32;
        let counts: Vec<u32> = (1..=12).map(of_month).collect();
        let among = |it: &NaiveDate| counts.get(it.month0() as usize).copied().unwrap_or_default();
        let this_year = worked.iter().take_while(|it| **it <= last);
        let seasons = WeightedIndex::new(this_year.map(|it| season(it, among(it))))?;
        let any = WeightedIndex::new(first.iter_days().take_while(|it| *it <= last).map(|it| season(&it, 30)))?;
        Ok(Self { worked, seasons, any, first, last })
    }

    /// When papers are handed in over a counter.
    pub(crate) fn counter(&self, luck: &mut Luck) -> Fallible<Moment> {
        let on = self.worked.get(luck.weighed(&self.seasons)).ok_or("no working day")?;
        in_hours(*on, luck)
    }

    /// When they come in where a window never closes.
    pub(crate) fn any_hour(&self, luck: &mut Luck) -> Fallible<Moment> {
        let on = self.first + TimeDelta::days(i64::try_from(luck.weighed(&self.any))?);
        Ok(Moment::new(on, luck.between(6, 23), luck.between(0, 59), luck.between(0, 59))?)
    }

    /// In office hours, so many working days after another moment; none: on the same day, if the office is still open.
    pub(crate) fn later(&self, than: Moment, days: u32, luck: &mut Luck) -> Fallible<Moment> {
        let here = self.worked.partition_point(|it| *it < than.day());
        let open = self.worked.get(here) == Some(&than.day());
        if days == 0
            && open
            && let Some(at) = soon(than, luck)?
        {
            return Ok(at);
        }
        let next = usize::from(open && days == 0) + days as usize;
        in_hours(*self.worked.get(here + next).ok_or("past the calendar")?, luck)
    }

    /// Whether a moment lies within the year.
    pub(crate) fn hold(&self, at: Moment) -> bool {
        at.day() <= self.last
    }
}

/// 9:00 to 12:00, and 13:30 to 17:00.
const MORNING: u32 = 3 * 60;
const MINUTES: u32 = MORNING + 210;

fn in_hours(day: NaiveDate, luck: &mut Luck) -> Fallible<Moment> {
    let minute = luck.between(0, MINUTES - 1);
    let minute = 9 * 60 + minute + if minute < MORNING { 0 } else { 90 };
    Ok(Moment::new(day, minute / 60, minute % 60, luck.between(0, 59))?)
}

/// Within two hours; none once the office is closed.
fn soon(than: Moment, luck: &mut Luck) -> Fallible<Option<Moment>> {
    let at = than.naive() + TimeDelta::seconds(luck.between(180, 7_200).into());
    let minute = at.hour() * 60 + at.minute();
    let noon = (12 * 60..13 * 60 + 30).contains(&minute);
    let at = if noon { at + TimeDelta::minutes(90) } else { at };
    let hours = NaiveTime::from_hms_opt(9, 0, 0)..NaiveTime::from_hms_opt(17, 0, 0);
    let within = at.date() == than.day() && hours.contains(&Some(at.time()));
    let told = within.then(|| Moment::new(at.date(), at.hour(), at.minute(), at.second()));
    Ok(told.transpose()?)
}
