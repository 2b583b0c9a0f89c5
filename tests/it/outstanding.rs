//! 未办结的报备和推送: every report and push of a case, in every state that it can come to, on every day about its steps, against a plain recount of
//! the journal; and many cases together, by age and by body.

mod courses;
mod named;
mod uncovered;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::{prelude::*, sample::subsequence};
use serde_json::Value;
use tongquan::{
    Body, Calendar, Record,
    case::{Deadline, DutyState, Message, PeriodState},
    oversight::{Outstanding, Unacknowledged},
    register::{Limit, TimeUnit},
};

use crate::{
    recount::last,
    scenes::{Scene, same},
    support::day,
};

use courses::{Course, POOL};

/// What a reader of a journal says of one message.
#[derive(Clone, Debug)]
struct Plain {
    case: String,
    message: Message,
    state: &'static str,
    to: Option<Body>,
    next: Option<Body>,
    since: NaiveDate,
}

/// What was not acknowledged by the end of a day.
fn plain(scene: &Scene, told: &Value, on: NaiveDate) -> Vec<Plain> {
    let mut messages: BTreeMap<Message, (&'static str, NaiveDate)> = BTreeMap::new();
    for entry in told.as_array().unwrap() {
        let (tag, taken) = entry.as_object().unwrap().iter().next().unwrap();
        let at: NaiveDate = taken["stamp"]["at"].as_str().unwrap()[..10].parse().unwrap();
        if on < at {
            break;
        }
        match tag.as_str() {
            "decide_favourably" | "decide_unfavourably" => {
                messages.extend(scene.messages().into_iter().map(|it| (it, ("owed", at))));
            }
            "report" => _ = messages.insert(Message::Report, ("sent", at)),
            "push" => {
                let pushes = messages.iter_mut().filter(|(it, _)| **it != Message::Report);
                pushes.filter(|(_, it)| matches!(it.0, "owed" | "rejected")).for_each(|(_, it)| *it = ("sent", at));
            }
            "acknowledge" => {
                let message = serde_json::from_value(taken["step"]["message"].clone()).unwrap();
                let state = if taken["step"]["reply"] == "acknowledged" { "acknowledged" } else { "rejected" };
                messages.insert(message, (state, at));
            }
            _ => {}
        }
    }
    let open = messages.into_iter().filter(|(_, (state, _))| *state != "acknowledged");
    open.map(|(message, (state, since))| {
        let to = Some(scene.addressee(message));
        let next = if state == "sent" { to.clone() } else { scene.handler().map(Body::from) };
        Plain { case: told[0]["file"]["step"]["case"].as_str().unwrap().to_owned(), message, state, to, next, since }
    })
    .collect()
}

fn word(state: &DutyState) -> &'static str {
    match state {
        DutyState::Owed => "owed",
        DutyState::Sent(_) => "sent",
        DutyState::Rejected(..) => "rejected",
        DutyState::Acknowledged(_) => "acknowledged",
    }
}

fn both(one: Option<&Body>, other: Option<&Body>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

#[track_caller]
fn agrees(row: &Unacknowledged<'_>, plain: &Plain, on: NaiveDate, limit: Option<Limit>) {
    let told = (row.case.as_str(), row.duty.message, word(&row.duty.state), row.since);
    assert_eq!(told, (plain.case.as_str(), plain.message, plain.state, plain.since), "on {on}");
    assert!(both(row.next.as_ref(), plain.next.as_ref()), "{row:?}: {plain:?}");
    assert!(both(row.duty.to.as_ref(), plain.to.as_ref()), "{row:?}: {plain:?}");
    assert_eq!(i64::from(row.age), plain.since.iter_days().take_while(|it| *it < on).count() as i64);
    let due = limit.map(|limit| last(plain.since, limit, |_| false));
    assert_eq!(row.due, due.map_or(Deadline::Unset, Deadline::On));
    let late = due.is_some_and(|due| due < on);
    let stands = match due {
        None => PeriodState::Unset,
        Some(last) if late => PeriodState::Over { last },
        Some(_) => PeriodState::Running,
    };
    assert_eq!((row.limit, row.is_late(), row.unknown()), (stands, late, None));
}

const fn limit(amount: u16, unit: TimeUnit) -> Option<Limit> {
    Some(Limit { amount, unit })
}

const LIMITS: [Option<Limit>; 5] = [
    None,
    limit(0, TimeUnit::WorkingDay),
    limit(1, TimeUnit::WorkingDay),
    limit(5, TimeUnit::WorkingDay),
    limit(10, TimeUnit::Day),
];

fn on(
    day: NaiveDate,
    records: impl IntoIterator<Item = &'static Record>,
    limit: Option<Limit>,
) -> Outstanding<'static> {
    Outstanding::on(day, records, limit, Calendar::built_in())
}

/// The days of its steps and those about them, before the first and long after the last.
fn days(record: &Record) -> BTreeSet<NaiveDate> {
    let steps =
        record.stamps().skip(5).flat_map(|it| [-1_i64, 0, 1].map(|by| it.at.day() + chrono::TimeDelta::days(by)));
    let after = [2, 7, 15, 40].map(|it| record.last_at().day() + Days::new(it));
    steps.chain(after).chain([record.filed()]).collect()
}

#[test]
fn every_message_in_every_state_is_told_on_every_day_as_a_plain_recount_tells_it() {
    let (mut compared, mut none, mut late) = (0, 0, 0);
    let mut states: BTreeSet<(Message, &str)> = BTreeSet::new();
    for (at, Course { scene, told, case }) in POOL.iter().enumerate() {
        for (of, day) in days(case.record()).into_iter().enumerate() {
            let limit = LIMITS[(at + of) % LIMITS.len()];
            let ours = on(day, [case.record()], limit);
            let mut expected = plain(scene, told, day);
            expected.sort_by_key(|it| (it.since, it.message));
            assert_eq!((ours.day(), ours.rows().len()), (day, expected.len()), "{day} {told}");
            for (row, plain) in ours.rows().iter().zip(&expected) {
                agrees(row, plain, day, limit);
                states.insert((row.duty.message, word(&row.duty.state)));
                compared += 1;
                late += usize::from(row.is_late());
            }
            none += usize::from(expected.is_empty());
        }
    }
    // five messages, each owed, sent and rejected
    assert_eq!(states.len(), 15);
    assert!(compared > 30_000 && none > 5_000 && late > 10_000, "{compared} {none} {late}");
}

/// What a body is known by.
fn identity(body: Option<&Body>) -> String {
    match body {
        None => String::new(),
        Some(Body::Unit(it)) => format!("{} {}", it.region, it.id),
        Some(Body::City(it) | Body::Partner(it)) => it.id.to_string(),
        Some(other) => format!("{other:?}"),
    }
}

/// Some of the pool, in one order and in another.
fn some() -> impl Strategy<Value = (Vec<usize>, Vec<usize>)> {
    let all: Vec<usize> = (0..POOL.len()).collect();
    subsequence(all, 0..=150).prop_flat_map(|some| (Just(some.clone()).prop_shuffle(), Just(some).prop_shuffle()))
}

proptest! {
    #[test]
    fn many_cases_are_told_oldest_first_and_by_body(
        (some, again) in some(),
        after in 0_u64..60,
        limit in 0..LIMITS.len(),
    ) {
        let (today, limit) = (day(2024, 3, 10) + Days::new(after), LIMITS[limit]);
        let courses: Vec<&Course> = some.iter().map(|it| &POOL[*it]).collect();
        let mut expected: Vec<Plain> = courses.iter().flat_map(|it| plain(it.scene, &it.told, today)).collect();
        expected.sort_by(|a, b| (a.since, &a.case, a.message).cmp(&(b.since, &b.case, b.message)));
        let told = on(today, courses.iter().map(|it| it.case.record()), limit);
        prop_assert_eq!(told.rows().len(), expected.len());
        for (row, plain) in told.rows().iter().zip(&expected) {
            agrees(row, plain, today, limit);
        }
        prop_assert!(told.rows().iter().map(|it| std::cmp::Reverse(it.age)).is_sorted());
        prop_assert_eq!(&on(today, again.iter().map(|it| POOL[*it].case.record()), limit), &told);
        // by body, each row once
        let mut bodies: Vec<String> = Vec::new();
        let mut rows: BTreeMap<String, Vec<(&str, Message)>> = BTreeMap::new();
        for it in &expected {
            let body = identity(it.next.as_ref());
            if !bodies.contains(&body) {
                bodies.push(body.clone());
            }
            rows.entry(body).or_default().push((&it.case, it.message));
        }
        let groups: Vec<_> = told.by_body().collect();
        prop_assert_eq!(groups.iter().map(|it| identity(it.body)).collect::<Vec<_>>(), bodies);
        for group in groups {
            let of: Vec<(&str, Message)> = group.rows.iter().map(|it| (it.case.as_str(), it.duty.message)).collect();
            prop_assert_eq!(&of, &rows[&identity(group.body)]);
            let late = group.rows.iter().filter(|it| matches!(it.due, Deadline::On(due) if due < today)).count();
            prop_assert_eq!((group.late(), group.unknown()), (late, 0));
        }
    }
}
