//! The clocks of a case for statistics (rulebook 5; S3, S8, S45, S49, S50), by walking day by day.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::statistics_seeds::works;

/// CHOICE: a state is unknown only where a day that is needed to tell it is in a year without notice. A decision of
/// 30 December is in time whatever the next year's notice says. `false`: also where the last day alone is unknown.
const UNKNOWN_ONLY_WHERE_NEEDED: bool = true;
/// CHOICE: APL44 speaks of 准予; rulebook 5 ("licences: within 10 working days of the decision") of both decisions.
const DELIVERY_OF_FAVOURABLE_ONLY: bool = true;

const WORKING_DAY: &str = "working_day";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) amount: i64,
    pub(crate) unit: String,
}

/// What the entries of a case up to a day say about its clocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clocks {
    pub(crate) licence: bool,
    pub(crate) filed: NaiveDate,
    /// Asked for corrections, accepted, turned away, deemed accepted or ended.
    pub(crate) answered: Option<NaiveDate>,
    pub(crate) asked: Option<NaiveDate>,
    /// As the standard stood when they were asked for (S51).
    pub(crate) corrections: Option<Limit>,
    pub(crate) corrected: Option<NaiveDate>,
    /// Accepted as entered, and where the clock starts (S50: deemed, it is the filing day).
    pub(crate) accepted: Option<NaiveDate>,
    pub(crate) clock_from: Option<NaiveDate>,
    /// First day out, and the day of resuming, which counts again (S45).
    pub(crate) stops: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// Day of the extension and its working days: the one extension, so the first.
    pub(crate) extension: Option<(NaiveDate, i64)>,
    pub(crate) decided: Option<NaiveDate>,
    pub(crate) favourable: bool,
    pub(crate) delivered: Option<NaiveDate>,
    pub(crate) ended: Option<NaiveDate>,
}

pub(crate) fn limit(said: &Value) -> Option<Limit> {
    let amount = said.get("amount")?.as_i64()?;
    Some(Limit { amount, unit: said["unit"].as_str()?.to_owned() })
}

fn working(amount: i64) -> Limit {
    Limit { amount, unit: WORKING_DAY.to_owned() }
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).expect("a day")
}

fn stopped(stops: &[(NaiveDate, Option<NaiveDate>)], day: NaiveDate) -> bool {
    stops.iter().any(|(from, until)| *from <= day && until.is_none_or(|until| day < until))
}

/// How many units a clock counts from the day after `from` to `to`; `None`: a year is missing.
pub(crate) fn counted(
    unit: &str,
    from: NaiveDate,
    to: NaiveDate,
    stops: &[(NaiveDate, Option<NaiveDate>)],
) -> Option<i64> {
    let mut count = 0;
    let mut day = from;
    while day < to {
        day = next(day);
        let counts = !stopped(stops, day) && (unit != WORKING_DAY || works(day)?);
        count += i64::from(counts);
    }
    Some(count)
}

/// Has the limit run out before `day`? Its last day itself is in time.
fn over(limit: &Limit, from: NaiveDate, day: NaiveDate, stops: &[(NaiveDate, Option<NaiveDate>)]) -> Option<bool> {
    assert!(["working_day", "day"].contains(&limit.unit.as_str()), "no such unit: {}", limit.unit);
    let mut last = from;
    let mut left = limit.amount;
    while left > 0 {
        last = next(last);
        // the day asked is not over yet: nothing has run out before it
        if last >= day && UNKNOWN_ONLY_WHERE_NEEDED {
            return Some(false);
        }
        let open = stops.iter().any(|(from, until)| until.is_none() && *from <= last);
        if open {
            return Some(false);
        }
        let counts = !stopped(stops, last) && (limit.unit != WORKING_DAY || works(last)?);
        left -= i64::from(counts);
    }
    Some(last < day)
}

/// "in_time", "late", "running", "overdue" or "unknown", seen from `day`.
fn state(over: Option<bool>, ended: bool) -> &'static str {
    match (over, ended) {
        (None, _) => "unknown",
        (Some(false), true) => "in_time",
        (Some(true), true) => "late",
        (Some(false), false) => "running",
        (Some(true), false) => "overdue",
    }
}

/// The limits of deciding as the standard has them, and the law where it has none (S49).
pub(crate) fn promised(standard: &Value) -> Option<Limit> {
    limit(&standard["limits"]["promised"])
}

fn statutory(standard: &Value, licence: bool) -> Option<Limit> {
    limit(&standard["limits"]["statutory"]).or_else(|| licence.then(|| working(20)))
}

/// S49: the extension lengthens what counts working days, and brings nothing back that had run out.
fn extended(limit: Limit, from: NaiveDate, days: &Clocks) -> Limit {
    match days.extension {
        Some((on, more)) if limit.unit == WORKING_DAY && over(&limit, from, on, &days.stops) != Some(true) => {
            working(limit.amount + more)
        }
        _ => limit,
    }
}

/// Each period that has begun and has a limit, with its state as of `day`.
pub(crate) fn periods(days: &Clocks, standard: &Value, day: NaiveDate) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![];
    let mut told = |period, limits: &[Limit], from, end: Option<NaiveDate>, stops: &[_]| {
        let seen = end.unwrap_or(day);
        let overs: Vec<_> = limits.iter().map(|limit| over(limit, from, seen, stops)).collect();
        // the sooner of several binds
        let over = match () {
            () if overs.contains(&Some(true)) => Some(true),
            () if overs.contains(&None) => None,
            () => Some(false),
        };
        if !limits.is_empty() {
            all.push((period, state(over, end.is_some())));
        }
    };
    // 行政许可: within 5 working days, whatever more a standard would allow; others: the standard's period (S8).
    let mut notice: Vec<_> = limit(&standard["notice"]).into_iter().collect();
    notice.extend(days.licence.then(|| working(5)));
    told("notice", &notice, days.filed, days.answered.or(days.ended), &[]);
    if let Some(asked) = days.asked {
        // CHOICE: met when all that was asked for is there, else cut short by what ended the correcting.
        let limits: Vec<_> = days.corrections.iter().cloned().collect();
        told("corrections", &limits, asked, days.corrected.or(days.accepted).or(days.ended), &[]);
    }
    if let Some(from) = days.clock_from {
        let end = days.decided.or(days.ended);
        for (period, limit) in [("promised", promised(standard)), ("statutory", statutory(standard, days.licence))] {
            let limits: Vec<_> = limit.map(|limit| extended(limit, from, days)).into_iter().collect();
            told(period, &limits, from, end, &days.stops);
        }
    }
    if let Some(decided) = days.decided
        && days.licence
        && (days.favourable || !DELIVERY_OF_FAVOURABLE_ONLY)
    {
        told("delivery", &[working(10)], decided, days.delivered.or(days.ended), &[]);
    }
    all
}
