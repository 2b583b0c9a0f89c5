//! What many cases cost: a worklist of 100,000 running ones; statistics and conformance over 1,000,000 journals, and over the plain logs of as many, by one
//! thread and by two whose shards are added up. The journals are those of the golden courses, stopped at every stage and told under numbers of their own;
//! a hundredth of those in the audit is broken. Memory holds ten thousand of them, which are gone through a hundred times. Read the ratios, not the times.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench stops when its courses do not fit")]
#![allow(clippy::disallowed_methods, reason = "a program of its own is asked by its arguments")]

use std::{env, mem, thread};

use chrono::NaiveDate;
use divan::{Bencher, black_box, counter::ItemsCount};
use once_cell::sync::Lazy;
use tongquan::{
    AnyCase, Calendar, Journal, Record,
    case::{StageKind, StepKind, worklist},
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
    for counted in [audited as fn(usize) -> Conformance, plainly] {
        let [alone, together] = THREADS.map(counted);
        assert_eq!(alone, together);
        assert_eq!(alone.cases() - alone.clean(), (*ROUNDS * DISTINCT / 100) as u64);
    }
    let [alone, together] = THREADS.map(measured);
    assert_eq!(alone, together);
    assert_eq!(alone.group(&Facet::All).map(|it| it.cases()), Some((*ROUNDS * CASES.len()) as u64));
    let listed = worklist(&*RUNNING, Calendar::built_in());
    assert!(listed.len() == 100_000 && listed.is_sorted_by_key(|it| (it.due, it.case.record().filed())));
    divan::main();
}

/// Journals of every length of the golden courses, each under a number of its own; of a hundred, the last is a whole course that was never accepted.
static JOURNALS: Lazy<Vec<Journal>> = Lazy::new(|| {
    let whole: Vec<Journal> = Course::ALL.map(|it| Journal::from(it.read().taken())).into();
    let lengths: Vec<Journal> = whole
        .iter()
        .flat_map(|it| {
            (0..=it.entries.len()).map(|many| Journal { entries: it.entries[..many].to_vec(), ..it.clone() })
        })
        .collect();
    (0..DISTINCT)
        .map(|at| {
            let broken = at % 100 == 99;
            let mut journal =
                if broken { &whole[at / 100 % whole.len()] } else { &lengths[at % lengths.len()] }.clone();
            journal.opening.step.case = format!("2024-{at}").parse().expect("a mark");
            if broken {
                journal.entries.retain(|it| it.kind() != StepKind::Accept);
            }
            journal
        })
        .collect()
});

static CASES: Lazy<Vec<AnyCase>> =
    Lazy::new(|| JOURNALS.iter().filter_map(|it| AnyCase::replay(it.clone()).ok()).collect());

static RUNNING: Lazy<Vec<AnyCase>> =
    Lazy::new(|| CASES.iter().filter(|it| it.stage() != StageKind::Closed).cycle().take(100_000).cloned().collect());

/// Each journal as a log tells it that knows neither route nor hands.
static LOGS: Lazy<Vec<Vec<PlainEvent>>> = Lazy::new(|| {
    let event = |activity, at| PlainEvent { activity, at, hand: Hand::UNKNOWN };
    let of = |it: &Journal| {
        let filed = event(Activity::File, it.opening.stamp.at);
        let rest = it.entries.iter().map(|it| event(Activity::Step(it.kind()), it.stamp().at));
        [filed].into_iter().chain(rest).collect()
    };
    JOURNALS.iter().map(of).collect()
});

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 31).expect("a day")
}

/// Does the rounds in as many threads, and adds up what they made.
fn sharded<T: Send>(threads: usize, round: impl Fn(&mut T) + Sync, new: fn() -> T, merge: fn(&mut T, T)) -> T {
    let rounds = |many: usize| {
        let mut told = new();
        (0..many).for_each(|_| round(&mut told));
        told
    };
    thread::scope(|scope| {
        let shards: Vec<_> = (0..threads).map(|_| scope.spawn(|| rounds(*ROUNDS / threads))).collect();
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
    sharded(threads, count, || Statistics::on(day()), add)
}

/// A shard's own journals: an audit takes one, and gives it back.
fn audited(threads: usize) -> Conformance {
    let count = |(told, journals): &mut (Conformance, Vec<Journal>)| {
        let audit = |it: Journal| {
            let audit = Audit::of(it);
            told.add(&audit);
            audit.into_journal()
        };
        *journals = mem::take(journals).into_iter().map(audit).collect();
    };
    sharded(threads, count, || (Conformance::default(), JOURNALS.clone()), |all, it| all.0.merge(it.0)).0
}

fn plainly(threads: usize) -> Conformance {
    let count = |told: &mut Conformance| {
        for log in &*LOGS {
            let mut case = PlainCase::of(Terms::UNKNOWN);
            for event in log {
                case.take(event);
            }
            told.add_plain(&case);
        }
    };
    sharded(threads, count, Conformance::default, Conformance::merge)
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
    bencher.counter(ItemsCount::new(DISTINCT * *ROUNDS)).bench_local(|| audited(threads));
}

#[divan::bench(args = THREADS, sample_count = 3, sample_size = 1)]
fn conformance_of_a_million_plain_logs(bencher: Bencher<'_, '_>, threads: usize) {
    let events: usize = LOGS.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(events * *ROUNDS)).bench_local(|| plainly(threads));
}
