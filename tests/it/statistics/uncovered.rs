//! Where the calendar lacks a year, what it decides is unknown, and nothing else is.

use serde_json::json;
use tongquan::{
    AnyCase,
    case::{Period, Timeliness},
    oversight::{Facet, Ratio, Span},
};

use super::{by_facet, text};
use crate::support::day;

#[test]
fn a_period_is_unknown_only_where_days_of_that_year_decide() {
    // fifteen working days to correct, from the notice of 29 December 2026; the calendar ends with the year
    let mut told: serde_json::Value = serde_json::from_str(&text("lapsed")).unwrap();
    told.as_array_mut().unwrap().truncate(2);
    told[0]["file"]["stamp"]["at"] = json!("2026-12-28T09:00:00+08:00");
    told[1]["ask_for_corrections"]["stamp"]["at"] = json!("2026-12-29T09:00:00+08:00");
    let case: AnyCase = serde_json::from_value(told).unwrap();
    for on in day(2026, 12, 29).iter_days().take(60) {
        let statistics = by_facet(on, [&case]);
        let all = statistics.group(&Facet::All).unwrap();
        // two of the fifteen are counted by the end of the year: were every day after it worked, the last would be 13 January
        let expected = if on <= day(2027, 1, 13) { Timeliness::Running } else { Timeliness::Unknown };
        assert_eq!(all.periods().iter().collect::<Vec<_>>(), [(&(Period::Corrections, expected), 1)], "{on}");
        assert_eq!(all.on_time(Period::Corrections), Ratio::new(0, 0));
    }
}

#[test]
fn what_the_clock_had_counted_is_not_measured_then_and_days_are() {
    let mut told: serde_json::Value = serde_json::from_str(&text("county_original")).unwrap();
    for (at, on) in ["2026-12-23", "2026-12-24", "2026-12-25", "2026-12-28"].into_iter().enumerate() {
        for entry in told[at].as_object_mut().unwrap().values_mut() {
            entry["stamp"]["at"] = json!(format!("{on}T09:00:00+08:00"));
        }
    }
    for at in 4..told.as_array().unwrap().len() {
        for entry in told[at].as_object_mut().unwrap().values_mut() {
            entry["stamp"]["at"] = json!(format!("2027-01-{:02}T09:00:00+08:00", at + 1));
        }
    }
    let case: AnyCase = serde_json::from_value(told).unwrap();
    let statistics = by_facet(day(2027, 2, 1), [&case]);
    let all = statistics.group(&Facet::All).unwrap();
    // accepted on 28 December, decided on 8 January
    assert_eq!(all.span(Span::AcceptanceToDecision).iter().collect::<Vec<_>>(), [(11, 1)]);
    assert!(all.span(Span::CountedWorkingDays).is_empty());
    let unknown = [Period::Promised, Period::Statutory].map(|it| all.periods().of(&(it, Timeliness::Unknown)));
    // three of five, or of twenty, are counted by the end of the year
    assert_eq!(unknown, [1, 0]);
    assert_eq!(all.periods().of(&(Period::Statutory, Timeliness::InTime)), 1);
}
