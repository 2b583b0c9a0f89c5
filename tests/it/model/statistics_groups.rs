//! Groups of counted cases, their measures added up, and quantiles by sorting.

use std::collections::BTreeMap;

use super::statistics::Counted;

pub(crate) const KEYS: [&str; 7] = ["region", "item", "department", "standing", "kind", "stage", "month"];

/// The measures of a group; each day of a span is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) cases: u64,
    pub(crate) stages: BTreeMap<String, u64>,
    pub(crate) steps: BTreeMap<String, u64>,
    pub(crate) periods: BTreeMap<(&'static str, &'static str), u64>,
    pub(crate) spans: BTreeMap<&'static str, Vec<i64>>,
    pub(crate) messages: BTreeMap<(&'static str, &'static str), u64>,
}

pub(crate) fn key<'a>(case: &'a Counted, name: &str) -> &'a str {
    match name {
        "region" => &case.region,
        "item" => &case.item,
        "department" => &case.department,
        "standing" => &case.standing,
        "kind" => &case.kind,
        "stage" => &case.stage,
        "month" => &case.month,
        other => panic!("no such key: {other}"),
    }
}

/// By several keys at once; none: one group of all.
pub(crate) fn grouped(cases: &[Counted], by: &[&str]) -> BTreeMap<Vec<String>, Totals> {
    let mut groups: BTreeMap<_, Totals> = BTreeMap::new();
    for case in cases {
        let keys = by.iter().map(|name| key(case, name).to_owned()).collect();
        groups.entry(keys).or_default().add(case);
    }
    groups
}

impl Totals {
    fn add(&mut self, case: &Counted) {
        self.cases += 1;
        *self.stages.entry(case.stage.clone()).or_default() += 1;
        for (step, times) in &case.steps {
            *self.steps.entry(step.clone()).or_default() += times;
        }
        for (period, state) in &case.periods {
            *self.periods.entry((period, state)).or_default() += 1;
        }
        for (span, days) in &case.spans {
            self.spans.entry(span).or_default().push(*days);
        }
        for (message, many) in &case.messages {
            *self.messages.entry(*message).or_default() += many;
        }
    }
}

pub(crate) fn histogram(days: &[i64]) -> BTreeMap<i64, u64> {
    let mut all = BTreeMap::new();
    for day in days {
        *all.entry(*day).or_default() += 1;
    }
    all
}

/// Nearest rank: the least value with at least `percent` of all values at or below it; 0: the least.
pub(crate) fn percentile(days: &[i64], percent: usize) -> Option<i64> {
    assert!(percent <= 100, "no such percentile: {percent}");
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let rank = (percent * sorted.len()).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// As a sum and a count, so that nothing is rounded.
pub(crate) fn mean(days: &[i64]) -> Option<(i64, usize)> {
    (!days.is_empty()).then(|| (days.iter().sum(), days.len()))
}
