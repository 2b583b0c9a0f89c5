//! Against a naive recount: every measure of every case on days of and between its entries, reckoned from the text of the journals by a second reading
//! of the rulebook; then groups and percentiles of all of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde_json::Value;
use tongquan::{
    Calendar, Journal, Record, Rule,
    case::StepKind,
    oversight::{Audit, Measures, Span, Statistics, Subject},
};

use super::{CASES, POOL};
use crate::{
    conformance::{edits, golden_journals},
    model::{
        statistics::{Counted, count},
        statistics_groups::{Totals, grouped, mean, percentile},
    },
    support::day,
};

const SPANS: [(&str, Span); 6] = [
    ("filing_acceptance", Span::FilingToAcceptance),
    ("filing_decision", Span::FilingToDecision),
    ("acceptance_decision", Span::AcceptanceToDecision),
    ("filing_delivery", Span::FilingToDelivery),
    ("counted_working_day", Span::CountedWorkingDays),
    ("counted_day", Span::CountedDays),
];

fn word(it: impl serde::Serialize) -> String {
    let value = serde_json::to_value(it).unwrap();
    match value {
        Value::String(word) => word,
        // a modality within a standing
        Value::Object(object) => {
            let (outer, inner) = object.into_iter().next().unwrap();
            let prefix = if outer == "chosen" { "township_" } else { "" };
            format!("{prefix}{}", inner.as_str().unwrap())
        }
        Value::Null => String::new(),
        other => panic!("{other}"),
    }
}

/// By what the model groups too.
fn keys(it: &Subject<'_>) -> [Vec<String>; 1] {
    let department = it.department().map_or_else(String::new, word);
    let names = [word(it.region()), it.item().to_string(), department, word(it.standing()), word(it.kind())];
    [names.into_iter().chain([word(it.stage()), it.month().to_string()]).collect()]
}

const BY: [&str; 7] = ["region", "item", "department", "standing", "kind", "stage", "month"];

#[track_caller]
fn same(told: &Measures, totals: &Totals, of: impl Fn() -> String) {
    same_messages(told, totals, &of);
    same_apart_from_messages(told, totals, of);
}

fn rows(told: &Measures, field: &str) -> BTreeMap<String, u64> {
    let value = serde_json::to_value(told).unwrap();
    let rows = value[field].as_array().unwrap().iter();
    rows.map(|it| (it[0].to_string().replace(['"', '[', ']'], ""), it[1].as_u64().unwrap())).collect()
}

fn pairs(pairs: &BTreeMap<(&str, &str), u64>) -> BTreeMap<String, u64> {
    pairs.iter().map(|((one, other), many)| (format!("{one},{other}"), *many)).collect()
}

#[track_caller]
fn same_messages(told: &Measures, totals: &Totals, of: impl Fn() -> String) {
    assert_eq!(rows(told, "messages"), pairs(&totals.messages), "{}", of());
}

#[track_caller]
fn same_apart_from_messages(told: &Measures, totals: &Totals, of: impl Fn() -> String) {
    assert_eq!(told.cases(), totals.cases, "{}", of());
    assert_eq!(rows(told, "stages"), totals.stages, "{}", of());
    assert_eq!(rows(told, "steps"), totals.steps, "{}", of());
    assert_eq!(rows(told, "periods"), pairs(&totals.periods), "{}", of());
    for (name, span) in SPANS {
        let days = totals.spans.get(name).map_or(&[][..], Vec::as_slice);
        let told = told.span(span);
        assert_eq!(told.count(), days.len() as u64, "{name} {}", of());
        for percent in [0, 1, 25, 50, 75, 90, 99, 100] {
            let naive = percentile(days, percent).map(|it| u32::try_from(it).unwrap());
            assert_eq!(told.percentile(percent as u8), naive, "{name} {percent} {}", of());
        }
        let naive = mean(days).map(|(sum, many)| sum as f64 / many as f64);
        assert_eq!(told.mean().value(), naive, "{name} {}", of());
    }
}

/// The days of its entries and those around, and some long after.
fn days(record: &Record) -> BTreeSet<NaiveDate> {
    let stamped = record.stamps().map(|it| it.at.day());
    let near = stamped.flat_map(|it| [it.pred_opt(), Some(it), it.checked_add_days(Days::new(7))]);
    let far = [30, 90].map(|it| record.filed().checked_add_days(Days::new(it)));
    near.chain(far).flatten().chain([day(2026, 12, 31), day(2027, 3, 1)]).collect()
}

#[test]
fn every_measure_of_every_case_on_every_day() {
    let mut compared = 0;
    for case in POOL.iter() {
        let record = case.record();
        let text = serde_json::to_value(record).unwrap();
        for on in days(record) {
            let mut statistics = Statistics::on(on);
            statistics.add(record, Calendar::built_in(), keys);
            let naive: Vec<Counted> = count(&text, on).into_iter().collect();
            let naive = grouped(&naive, &BY);
            assert!(statistics.groups().map(|it| it.0).eq(naive.keys()), "{on} {naive:?} {text}");
            for ((_, told), totals) in statistics.groups().zip(naive.values()) {
                same(told, totals, || format!("{on} {text}"));
            }
            compared += 1;
        }
    }
    assert!(compared > 5_000, "{compared}");
}

#[test]
fn groups_and_percentiles_of_all_of_them() {
    for on in [day(2024, 3, 12), day(2024, 3, 22), day(2024, 12, 31)] {
        let naive: Vec<Counted> = POOL.iter().filter_map(|it| count(&serde_json::to_value(it).unwrap(), on)).collect();
        for (at, by) in BY.into_iter().enumerate() {
            let mut statistics = Statistics::on(on);
            for case in POOL.iter() {
                statistics
                    .add(case.record(), Calendar::built_in(), |it| keys(it).map(|mut it| vec![it.swap_remove(at)]));
            }
            let naive = grouped(&naive, &[by]);
            assert!(statistics.groups().map(|it| it.0).eq(naive.keys()), "{by}");
            for ((key, told), totals) in statistics.groups().zip(naive.values()) {
                same(told, totals, || format!("{on} {by} {key:?}"));
            }
        }
    }
}

/// A broken journal is measured by what it says; what has no place in it is left out.
#[test]
fn broken_journals_are_measured_by_what_they_say() {
    let (mut unproven, on) = (0, day(2024, 12, 31));
    let skipped = |journal: &Journal| journal.entries.iter().any(|it| it.kind() == StepKind::Transfer);
    for journal in golden_journals().iter().filter(|it| !skipped(it)) {
        for (edit, edited) in edits(journal) {
            let text = serde_json::to_value(&edited).unwrap();
            let audit = Audit::of(edited);
            let broken = |rule| audit.breaches().iter().any(|it| it.why.names(rule));
            // nor is there one reading of periods that run backwards
            if broken(Rule::TimeRunsForward) {
                continue;
            }
            let mut statistics = Statistics::on(on);
            statistics.add_audited(&audit, Calendar::built_in(), keys);
            let naive = grouped(&[count(&text, on).unwrap()], &BY);
            assert!(statistics.groups().map(|it| it.0).eq(naive.keys()), "{edit:?} {naive:?} {text}");
            for ((_, told), totals) in statistics.groups().zip(naive.values()) {
                same_apart_from_messages(told, totals, || format!("{edit:?} {text}"));
                // the readings differ in what an answer to nothing makes of a message
                if !broken(Rule::WasAddressed) {
                    same_messages(told, totals, || format!("{edit:?} {text}"));
                }
                assert_eq!(told.unproven(), u64::from(!audit.is_proven()));
                unproven += told.unproven();
            }
        }
    }
    assert!(unproven > 500 && CASES.len() == 15, "{unproven}");
}
