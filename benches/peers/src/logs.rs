//! Measures what could not lawfully have happened in plain logs in memory: tongquan's verdicts, by rule and clause, beside what judges the order of steps
//! alone, and beside the replay and the alignments of process mining. Rows of the last are of smaller logs, on one
//! thread; all figures are per event.

mod given;
mod journals;
mod mined;
mod order;

use std::hint::black_box;

use chrono::Timelike;
use once_cell::sync::Lazy;
use tongquan::{
    Rule,
    oversight::{Activity, Conformance, PlainCase, PlainEvent},
};

use self::given::{Log, Span};
pub use self::journals::table as journals;
use crate::{measure::Row, table::Table};

const EVENTS: usize = 1_000_000;

static WHOLE: Lazy<Log> = Lazy::new(|| Log::of(EVENTS));
static BARE: Lazy<Log> = Lazy::new(|| WHOLE.bare());

const BESIDE: &str = "tongquan, one thread";

pub fn table() -> Table {
    let mut rows = vec![
        asks("read only (limit)", || &WHOLE, read),
        asks("match by hand: order of steps alone", || &WHOLE, order::by_hand),
        asks("DFA out of case::ARCS: order of steps alone", || &WHOLE, order::by_dfa),
        asks(BESIDE, || &WHOLE, |it| tally(it, &it.cases)),
        asks("tongquan, one thread, and of each bad case why", || &WHOLE, tally_and_tell),
        asks("tongquan, two threads (counted: one of them)", || &WHOLE, tally_by_two),
        asks("tongquan, one thread, no route or actor known", || &BARE, |it| tally(it, &it.cases)),
    ];
    rows.extend(mined::rows());
    let title = "Plain logs in memory: verdicts by clause. A million events, four of a hundred cases broken; 1,000 ÷ ns is M events/s";
    Table { title, beside: BESIDE, check: Box::new(check), rows }
}

fn asks<T: 'static>(name: &'static str, log: fn() -> &'static Log, ask: fn(&Log) -> T) -> Row {
    Row::asks(name, EVENTS, move || {
        let log = log();
        move || {
            black_box(ask(black_box(log)));
        }
    })
}

/// Touches all that a verdict needs: the limit of memory.
fn read(log: &Log) -> u64 {
    let of = |it: &PlainEvent| {
        u64::from(it.at.naive().time().num_seconds_from_midnight())
            + u64::from(it.activity == Activity::Other)
            + u64::from(it.hand.is_routed())
    };
    log.events.iter().map(of).sum()
}

fn tally(log: &Log, cases: &[Span]) -> Conformance {
    let mut tally = Conformance::default();
    cases.iter().for_each(|it| tally.add_plain(&judged(log, it)));
    tally
}

// a service has one such loop: where it is called from two places, neither pays for a call
#[inline(always)]
fn judged(log: &Log, span: &Span) -> PlainCase {
    let mut case = PlainCase::of(span.terms);
    for event in log.events_of(span) {
        case.take(event);
    }
    case
}

/// A verdict for each case, and for a bad one, which is gone through again, all that its events are refused for: reasons, sources, what would mend it.
fn tally_and_tell(log: &Log) -> (Conformance, u64) {
    let (mut tally, mut told) = (Conformance::default(), 0);
    for span in &log.cases {
        let case = judged(log, span);
        if !case.broken().is_empty() {
            told += reasons(log, span);
        }
        tally.add_plain(&case);
    }
    (tally, told)
}

#[inline(never)]
fn reasons(log: &Log, span: &Span) -> u64 {
    let (mut case, mut told) = (PlainCase::of(span.terms), 0);
    for event in log.events_of(span) {
        told += black_box(case.why(event)).map_or(0, |it| it.objections().len() as u64);
        case.take(event);
    }
    told
}

fn tally_by_two(log: &Log) -> Conformance {
    let (here, there) = log.cases.split_at(log.cases.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| tally(log, there));
        let mut all = tally(log, here);
        all.merge(other.join().expect("a tally"));
        all
    })
}

/// How many cases have a step that had no place: what all of them judge.
fn out_of_place(tally: &Conformance) -> u64 {
    tally.by_rule().find(|it| it.0 == Rule::StepHasPlace).map_or(0, |it| it.1.cases)
}

fn check() {
    let told = tally(&WHOLE, &WHOLE.cases);
    assert_eq!(told, tally_by_two(&WHOLE));
    let reasons = told.by_rule().map(|it| it.1.entries).sum();
    assert_eq!((told.clone(), reasons), tally_and_tell(&WHOLE));
    assert_eq!((told.entries(), told.cases()), (EVENTS as u64, WHOLE.cases.len() as u64));
    assert_eq!(told.unshown(), Default::default(), "every event is held against role and modality");
    // every fault is found: of order, and of role, time and seal
    assert_eq!(told.cases() - told.clean(), WHOLE.faults.total());
    assert_eq!(out_of_place(&told), WHOLE.faults.of_order);
    assert_eq!(out_of_place(&tally(&BARE, &BARE.cases)), WHOLE.faults.of_order);
    assert_eq!(order::by_hand(&WHOLE), WHOLE.faults.of_order);
    assert_eq!(order::by_dfa(&WHOLE), WHOLE.faults.of_order);
    mined::check();
}
