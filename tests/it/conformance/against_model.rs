//! Plain logs against a second reading of the rulebook: tables of strings, and no line of the crate.

use std::{collections::BTreeMap, sync::LazyLock};

use proptest::{prelude::*, sample::select};
use serde_json::Value;
use strum::IntoEnumIterator;
use tongquan::{
    Moment, Rule,
    case::{Record, StepKind},
    oversight::{Activity, Broken, By, Hand, Logged, PlainEvent, Terms},
};

use super::{
    edits,
    plain::{check, plain},
    whole,
};
use crate::{
    model::plain::{self as model, Event, Row},
    model::plain_journals::{events, row},
};

/// What of a rule the model tells for an event, and the crate.
fn held(name: &str, broken: Broken) -> bool {
    broken.rules().any(|it| format!("{it:?}") == name)
}

/// Rules that both readings tell of the same events.
const SAME: [&str; 7] = [
    model::HAS_PLACE,
    model::RUNS_FORWARD,
    model::AS_ROUTED,
    model::NO2_REVIEW,
    model::NO2_FORMERLY_CITY,
    model::PASSING_CALLED_FOR,
    model::REPORT_CALLED_FOR,
];
/// Rules of which the crate sees more: it knows whether the bureau handles, that proceedings and extensions need the papers too, and how many answers
/// are due.
const MORE: [&str; 3] = [model::PUSH_CALLED_FOR, model::PAPERS_PASSED_ON, model::DUTIES_DONE];

#[track_caller]
fn agree(log: &[Event<'_>], row: Option<Row>, told: &[Broken], why: impl Fn() -> String) -> usize {
    let modelled = model::judge(log, row);
    assert_eq!(modelled.len(), told.len());
    let mut before = Broken::NOTHING;
    for (at, (model, told)) in modelled.iter().zip(told).enumerate() {
        // papers that were missed once may be passed on late; of that the model has no reading
        let late = before.names(Rule::PapersPassedOn) || before.names(Rule::StepHasPlace);
        // of what has no place no more is asked; the crate cannot look ahead, and tells what is early as if something were missing
        let placed = !told.names(Rule::StepHasPlace);
        let asked = |rule: &str| rule == model::HAS_PLACE || (placed && !(late && rule == model::PASSING_CALLED_FOR));
        for rule in SAME.into_iter().filter(|it| asked(it)) {
            assert_eq!(model.contains(rule), held(rule, *told), "{at} {rule} {row:?} {log:?}");
        }
        for rule in MORE {
            // what was told once, or went on from a missing step, is not told again; an answer to nothing tells what was not sent
            let earlier = held(rule, before) || before.names(Rule::WasAddressed) || before.names(Rule::StepHasPlace);
            assert!(!model.contains(rule) || held(rule, *told) || earlier, "{at} {rule} {row:?} {log:?}");
        }
        before |= *told;
        let uncalled = [model::PASSING_CALLED_FOR, model::REPORT_CALLED_FOR, model::PUSH_CALLED_FOR];
        // whom a message was sent to, a plain log does not tell; whoever has what is not called for, nobody is
        let asked = placed
            && (!late || log[at].activity != "pass_on")
            && log[at].activity != "acknowledge"
            && !uncalled.iter().any(|it| model.contains(it) || held(it, *told));
        if asked {
            let role = told.names(Rule::ActorHoldsRole) || told.names(Rule::PapersWithActor);
            assert_eq!(model.contains(model::HOLDS_ROLE), role, "{at} role {row:?} {log:?} {}", why());
        }
    }
    told.len()
}

#[test]
fn every_case_played_and_every_edit_of_it_is_told_alike() {
    let mut compared = 0;
    // each kind of scene comes many times
    for (record, _) in whole().step_by(3) {
        let value = serde_json::to_value(record).unwrap();
        let Some(row) = row(&value) else { continue };
        let filed = record.docket().as_filed();
        let (route, journal) = (filed.route(), record.to_journal());
        let terms = Terms::of(&route);
        for journal in edits(&journal).map(|it| it.1).chain([journal.clone()]) {
            let told = check(terms, &plain(&journal, &route));
            let value: Value = serde_json::to_value(&journal).unwrap();
            let log = events(&value);
            let log: Vec<Event<'_>> =
                log.iter().map(|(activity, at, actor)| Event { activity, at: *at, actor }).collect();
            compared += agree(&log, Some(row), &told, || value.to_string());
        }
    }
    assert!(compared > 80_000, "{compared}");
}

/// One case on each row of the model.
static ROWS: LazyLock<Vec<(Row, &'static Record)>> = LazyLock::new(|| {
    let mut rows: BTreeMap<String, (Row, &'static Record)> = BTreeMap::new();
    for (record, _) in whole() {
        let filed = serde_json::json!([{ "file": record.opening() }]);
        if let Some(row) = row(&filed) {
            rows.entry(format!("{row:?}")).or_insert((row, record));
        }
    }
    rows.into_values().collect()
});

/// Steps by their names, the filing first.
fn activities() -> Vec<&'static str> {
    let names = StepKind::iter().map(|it| serde_json::to_value(it).unwrap().as_str().unwrap().to_owned());
    [String::from("file")].into_iter().chain(names).map(|it| &*it.leak()).collect()
}

/// Everybody known of a case, by the model's classes.
fn hand(record: &Record, class: &str) -> Hand {
    let filed = record.docket().as_filed();
    let (route, brief) = (filed.route(), filed.brief());
    let by = match class {
        "applicant" => By::Applicant,
        "region" => brief.undertaking.handler.as_ref().map_or_else(stranger, |it| By::Body(it.id.clone())),
        "city" => brief.item.department.map_or_else(stranger, By::Department),
        "window" => brief.admission.as_ref().map_or_else(stranger, |it| By::from(&it.operator)),
        "unknown" => return Hand::UNKNOWN,
        _ => stranger(),
    };
    Hand::of(&route, &by)
}

fn stranger() -> By {
    "nobody-at-all".parse().unwrap()
}

fn moment(minute: i64) -> Moment {
    Moment::new("2024-03-04".parse().unwrap(), (minute / 60) as u32, (minute % 60) as u32, 0).unwrap()
}

fn told(record: &Record, row: Option<Row>, log: &[Event<'_>]) -> Vec<Broken> {
    let filed = record.docket().as_filed();
    let terms = row.map_or(Terms::UNKNOWN, |_| Terms::of(&filed.route()));
    let event = |it: &Event<'_>| PlainEvent {
        activity: Activity::named(it.activity),
        at: moment(it.at),
        hand: if row.is_some() { hand(record, it.actor) } else { unrouted(it.actor) },
    };
    check(terms, &log.iter().map(event).collect::<Vec<_>>())
}

fn unrouted(class: &str) -> Hand {
    match class {
        "unknown" => Hand::UNKNOWN,
        "applicant" => Hand::apart(&By::Applicant),
        _ => Hand::apart(&stranger()),
    }
}

#[test]
fn every_sequence_of_three_steps_after_the_filing_on_every_row() {
    let (rows, names) = (&*ROWS, activities());
    assert!(rows.len() >= 8, "{rows:?}");
    let mut compared = 0;
    let on = rows.iter().map(|(row, record)| (Some(*row), *record)).chain([(None, rows[0].1)]);
    for (row, record) in on {
        for first in &names {
            for second in &names {
                for third in &names {
                    let log = ["file", first, second, third];
                    let log = log.map(|activity| Event { activity, at: 600, actor: "unknown" });
                    compared += agree(&log, row, &told(record, row, &log), String::new);
                }
            }
        }
    }
    assert!(compared > 300_000, "{compared}");
}

fn logs() -> impl Strategy<Value = Vec<(&'static str, i64, &'static str)>> {
    let names: Vec<&str> = activities();
    let actors = vec!["applicant", "region", "city", "window", "other", "unknown"];
    proptest::collection::vec((select(names), 540_i64..600, select(actors)), 1..40)
}

proptest! {
    /// However long a log is and whoever acts in it.
    #[test]
    fn drawn_logs_are_told_alike(drawn in logs(), pick in any::<proptest::sample::Index>()) {
        let (row, record) = pick.get(&ROWS);
        let log: Vec<Event<'_>> = drawn.iter().map(|(activity, at, actor)| Event { activity, at: *at, actor }).collect();
        agree(&log, Some(*row), &told(record, Some(*row), &log), String::new);
    }
}

#[test]
fn a_line_of_a_log_is_written_as_it_is_read() {
    let (_, record) = &ROWS[0];
    for stamp in record.stamps() {
        let logged = Logged {
            case: record.id().clone(),
            activity: "accept".parse().unwrap(),
            at: stamp.at,
            by: Some(By::from(&stamp.by)),
        };
        let text = serde_json::to_string(&logged).unwrap();
        assert_eq!(serde_json::from_str::<Logged>(&text).unwrap(), logged, "{text}");
    }
}
