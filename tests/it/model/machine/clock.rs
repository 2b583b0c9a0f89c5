//! Periods: what an entry found of one, and what the built-in calendar says (rulebook 5; S3, S45, S47–S50).

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::{Machine, acts::Act};
use crate::model::statistics_clock::{Limit, counted};

/// CHOICE: what the registers said of a period is believed, as is all that an entry found (S33: it is held against the
/// registers before the case is moved, not when it is read). `false`: the built-in calendar is asked instead.
const SAID_IS_BELIEVED: bool = true;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Unset,
    Running,
    Over,
    /// A day that lies behind is in a year without notice.
    Uncovered,
}

#[derive(Clone, Debug)]
pub(super) struct Clock {
    pub(super) filed: NaiveDate,
    /// Day of the notice, with the period that was told by it (S51: it stays).
    pub(super) asked: Option<(NaiveDate, Option<Limit>)>,
    /// Where the clock of deciding starts: acceptance, or the filing where the law deems it (S50).
    pub(super) from: Option<NaiveDate>,
    /// Working days by which the limit was lengthened.
    pub(super) extension: i64,
    pub(super) stops: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl Clock {
    pub(super) fn filed(filed: NaiveDate) -> Self {
        Self { filed, asked: None, from: None, extension: 0, stops: vec![] }
    }

    pub(super) fn resume(&mut self, day: NaiveDate) {
        for stop in &mut self.stops {
            stop.1.get_or_insert(day);
        }
    }
}

/// CHOICE: a period that is over by its own last day is over only after that day; whoever says otherwise contradicts
/// himself. What is neither unset, running nor over could not be told by the registers.
pub(super) fn period(case: &Machine, act: &Act<'_>) -> Period {
    let said = &act.found["said"];
    if said.is_null() || !SAID_IS_BELIEVED {
        return reckon(case, act).unwrap_or(Period::Unset);
    }
    match (said.as_str(), said.get("over")) {
        (Some("unset"), _) => Period::Unset,
        (Some("running"), _) => Period::Running,
        (_, Some(over)) => match over["last"].as_str().and_then(|last| last.parse::<NaiveDate>().ok()) {
            Some(last) if act.day() <= last => Period::Running,
            _ => Period::Over,
        },
        _ => Period::Uncovered,
    }
}

/// Whether an entry says that it found a period over, on whatever day.
pub(super) fn is_told_over(act: &Act<'_>) -> bool {
    SAID_IS_BELIEVED && act.found["said"].get("over").is_some()
}

pub(super) fn reckoned(case: &Machine, act: &Act<'_>) -> Option<&'static str> {
    reckon(case, act).map(|period| match period {
        Period::Unset => "unset",
        Period::Running => "running",
        Period::Over => "over",
        Period::Uncovered => "uncovered",
    })
}

/// The period that a step hangs on: for the notice, for the corrections, or to decide.
fn reckon(case: &Machine, act: &Act<'_>) -> Option<Period> {
    let clock = &case.clock;
    let five = Limit { amount: 5, unit: "working_day".to_owned() };
    let notice = case.brief.licence.then_some(five).filter(|_| case.stage == "filed");
    let (limit, from) = match (act.step, case.stage) {
        ("lapse", _) | ("not_accept", "correcting") => {
            let (asked, told) = clock.asked.clone()?;
            (told, asked)
        }
        ("ask_for_corrections" | "accept" | "not_accept" | "deem_accepted", _) => (notice, clock.filed),
        ("extend", _) => {
            let longer = |it: Limit| Limit { amount: it.amount + clock.extension, ..it };
            (case.brief.statutory().map(longer), clock.from?)
        }
        _ => return None,
    };
    let Some(limit) = limit else { return Some(Period::Unset) };
    Some(over(&limit, from, act.day(), &clock.stops))
}

/// Day 0 is not counted, and the day asked is not over yet.
fn over(limit: &Limit, from: NaiveDate, day: NaiveDate, stops: &[(NaiveDate, Option<NaiveDate>)]) -> Period {
    let yesterday = day.checked_sub_days(Days::new(1)).expect("a day");
    if yesterday <= from {
        return if limit.amount == 0 { Period::Over } else { Period::Running };
    }
    match counted(&limit.unit, from, yesterday, stops) {
        None => Period::Uncovered,
        Some(gone) if gone >= limit.amount => Period::Over,
        Some(_) => Period::Running,
    }
}

pub(super) fn said(found: &Value) -> Option<&'static str> {
    let said = &found["said"];
    match (said.as_str(), said.get("over")) {
        (Some("unset"), _) => Some("unset"),
        (Some("running"), _) => Some("running"),
        (_, Some(_)) => Some("over"),
        _ => None,
    }
}
