//! What many cases cost: a worklist of 100,000 running ones; statistics and conformance over 1,000,000 journals, and over the plain logs of as many, by one
//! thread and by two whose shards are added up. The journals are those of six golden courses, one of them extended and one suspended, stopped at every stage
//! and told under numbers of their own; a hundredth of those in the audit is broken. Memory holds ten thousand of them, which are gone through a hundred
//! times. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench stops when its courses do not fit")]
#![allow(clippy::disallowed_methods, reason = "a program of its own is asked by its arguments")]

use std::{env, mem, thread};

use chrono::NaiveDate;
use divan::{Bencher, black_box, counter::ItemsCount};
use once_cell::sync::Lazy;
use tongquan::{
    AnyCase, Calendar, Journal, Record, Stamp,
    case::{Deadline, Entry, StageKind, StepKind, worklist},
    oversight::{Activity, Audit, Conformance, Facet, Hand, PlainCase, PlainEvent, Statistics, Terms},
};

#[path = "given/courses.rs"]
mod courses;

use courses::Course;

const DISTINCT: usize = 10_000;
/// Where they only show that they agree, few: `cargo bench` asks for more by this word.
static ROUNDS: Lazy<usize> = Lazy::new(|| if env::args().any(|it| it == "--bench") { 100 } else { 2 });
const THREADS: [usize; 2] = [1, 2];

fn main() {
    assert_eq!(JOURNALS.len(), DISTINCT);
    for counted in [|threads| audited(shards(threads)), plainly] as [fn(usize) -> Conformance; 2] {
        let [alone, together] = THREADS.map(counted);
        assert_eq!(alone, together);
        assert_eq!(alone.cases() - alone.clean(), (*ROUNDS * DISTINCT / 100) as u64);
    }
    let [alone, together] = THREADS.map(measured);
    assert_eq!(alone, together);
    assert_eq!(alone.group(&Facet::All).map(|it| it.cases()), Some((*ROUNDS * CASES.len()) as u64));
    let listed = worklist(&*RUNNING, Calendar::built_in());
    assert!(listed.len() == 100_000 && listed.is_sorted_by_key(|it| (it.due, it.case.record().filed())));
    falls_due();
    divan::main();
}

/// Whole cases.
static COURSES: Lazy<[AnyCase; 6]> = Lazy::new(|| Course::EVERY.map(|it| it.read().taken()));

/// Which course, and which of its entries are told.
struct Told {
    course: &'static AnyCase,
    until: usize,
    /// It was never accepted.
    broken: bool,
}

/// Every length of the courses; of a hundred, the last is a whole one that is broken.
fn told() -> impl Iterator<Item = Told> {
    let length = |it: &AnyCase| it.record().entries().len();
    let lengths: Vec<_> = COURSES.iter().flat_map(|it| (0..=length(it)).map(move |until| (it, until))).collect();
    (0..DISTINCT).map(move |at| {
        if at % 100 == 99 {
            let course = &COURSES[at / 100 % COURSES.len()];
            return Told { course, until: length(course), broken: true };
        }
        let (course, until) = lengths[at % lengths.len()];
        Told { course, until, broken: false }
    })
}

impl Told {
    fn entries(&self) -> impl Iterator<Item = &'static Entry> {
        let told = self.course.record().entries().iter().take(self.until);
        told.filter(|it| !(self.broken && it.kind() == StepKind::Accept))
    }

    fn journal(&self, at: usize) -> Journal {
        let mut opening = self.course.record().opening().clone();
        opening.step.case = format!("2024-{at}").parse().expect("a mark");
        Journal { opening, entries: self.entries().cloned().collect() }
    }

    /// As a log tells it that knows the route, and who did what.
    fn log(&self) -> (Terms, Vec<PlainEvent>) {
        let (record, route) = (self.course.record(), self.course.record().route());
        let event = |activity, stamp: &Stamp| {
            let hand = Hand::of(&route, &(&stamp.by).into());
            PlainEvent { activity, at: stamp.at, hand }
        };
        let filed = event(Activity::File, &record.opening().stamp);
        let rest = self.entries().map(|it| event(Activity::Step(it.kind()), it.stamp()));
        (Terms::of(&route), [filed].into_iter().chain(rest).collect())
    }
}

static JOURNALS: Lazy<Vec<Journal>> = Lazy::new(|| told().enumerate().map(|(at, it)| it.journal(at)).collect());

static LOGS: Lazy<Vec<(Terms, Vec<PlainEvent>)>> = Lazy::new(|| told().map(|it| it.log()).collect());

/// A review that is promised within five working days, and was accepted on a Thursday, is due on the Thursday after.
fn falls_due() {
    let case = Course::Review.read().until(StageKind::Accepted);
    let due = Record::due(case.record(), Calendar::built_in());
    assert_eq!(due, Deadline::On(NaiveDate::from_ymd_opt(2024, 3, 14).expect("a day")));
}

static CASES: Lazy<Vec<AnyCase>> =
    Lazy::new(|| JOURNALS.iter().filter_map(|it| AnyCase::replay(it.clone()).ok()).collect());

static RUNNING: Lazy<Vec<AnyCase>> =
    Lazy::new(|| CASES.iter().filter(|it| !it.stage().is_terminal()).cycle().take(100_000).cloned().collect());

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 31).expect("a day")
}

/// Does the rounds, a thread for each shard, and adds up what they made.
fn sharded<T: Send>(shards: Vec<T>, round: impl Fn(&mut T) + Sync, merge: fn(&mut T, T)) -> T {
    let many = *ROUNDS / shards.len();
    let rounds = |mut told: T| {
        (0..many).for_each(|_| round(&mut told));
        told
    };
    thread::scope(|scope| {
        let shards: Vec<_> = shards.into_iter().map(|it| scope.spawn(|| rounds(it))).collect();
        let all = shards.into_iter().map(|it| it.join().expect("a shard")).reduce(|mut all, shard| {
            merge(&mut all, shard);
            all
        });
        all.expect("a thread")
    })
}

fn measured(threads: usize) -> Statistics {
    let count = |told: &mut Statistics| {
        for case in &*CASES {
            told.add(case.record(), Calendar::built_in(), Facet::all);
        }
    };
    let add = |all: &mut Statistics, shard| all.merge(shard).expect("of one day");
    sharded(vec![Statistics::on(day()); threads], count, add)
}

/// What is found, and a shard's own journals: an audit takes one, and gives it back.
type Shard = (Conformance, Vec<Journal>);

fn shards(threads: usize) -> Vec<Shard> {
    vec![(Conformance::default(), JOURNALS.clone()); threads]
}

/// Of so many shards; their journals are given back, so that nobody waits until they are gone.
fn audited(shards: Vec<Shard>) -> Conformance {
    let count = |(told, journals): &mut Shard| {
        let audit = |it: Journal| {
            let audit = Audit::of(it);
            told.add(&audit);
            audit.into_journal()
        };
        *journals = mem::take(journals).into_iter().map(audit).collect();
    };
    sharded(shards, count, |all, it| all.0.merge(it.0)).0
}

fn plainly(threads: usize) -> Conformance {
    let count = |told: &mut Conformance| {
        for (terms, log) in &*LOGS {
            let mut case = PlainCase::of(*terms);
            for event in log {
                case.take(event);
            }
            told.add_plain(&case);
        }
    };
    sharded(vec![Conformance::default(); threads], count, Conformance::merge)
}

#[divan::bench(sample_count = 10)]
fn worklist_of_100_000(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| worklist(black_box(&*RUNNING), Calendar::built_in()).len());
}

#[divan::bench(sample_count = 1_000)]
fn due_day_of_a_case(bencher: Bencher<'_, '_>) {
    let due = |it: &AnyCase| Record::due(it.record(), Calendar::built_in());
    bencher.counter(ItemsCount::new(CASES.len())).bench_local(|| CASES.iter().map(due).max());
}

#[divan::bench(args = THREADS, sample_count = 3, sample_size = 1)]
fn statistics_of_a_million(bencher: Bencher<'_, '_>, threads: usize) {
    bencher.counter(ItemsCount::new(CASES.len() * *ROUNDS)).bench_local(|| measured(threads));
}

#[divan::bench(args = THREADS, sample_count = 3, sample_size = 1)]
fn audit_of_a_million_journals(bencher: Bencher<'_, '_>, threads: usize) {
    let bencher = bencher.counter(ItemsCount::new(DISTINCT * *ROUNDS)).with_inputs(|| shards(threads));
    bencher.bench_local_values(audited);
}

#[divan::bench(args = THREADS, sample_count = 3, sample_size = 1)]
fn conformance_of_a_million_plain_logs(bencher: Bencher<'_, '_>, threads: usize) {
    let events: usize = LOGS.iter().map(|it| it.1.len()).sum();
    bencher.counter(ItemsCount::new(events * *ROUNDS)).bench_local(|| plainly(threads));
}
