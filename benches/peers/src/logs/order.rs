//! The order of steps alone, without role, modality or time: how many cases have a step that had no place where it came.

use once_cell::sync::Lazy;
use tongquan::{
    case::{ARCS, StageKind, StepKind},
    oversight::{Activity, PlainEvent},
};

use super::given::Log;
use crate::lifecycle::by_hand::next;

/// By the match of the lifecycle; a step out of place is left out, and the rest is judged.
pub fn by_hand(log: &Log) -> u64 {
    log.cases.iter().filter(|it| is_broken(log.events_of(it))).count() as u64
}

pub fn is_broken(case: &[PlainEvent]) -> bool {
    let (mut stage, mut misplaced) = (None, 0_u32);
    for event in case {
        let to = match (stage, event.activity) {
            (None, Activity::File) => Some(StageKind::Filed),
            (Some(at), Activity::Step(by)) => next(at, by),
            _ => None,
        };
        misplaced += u32::from(to.is_none());
        stage = to.or(stage);
    }
    misplaced > 0
}

const UNFILED: u8 = 12;
const BROKEN: u8 = 13;
const FILE: usize = 24;
const OTHER: usize = 25;

/// A row for each stage, one before the filing, and one that nothing leads out of.
static DFA: Lazy<[[u8; 32]; 16]> = Lazy::new(|| {
    let mut table = [[BROKEN; 32]; 16];
    table[UNFILED as usize][FILE] = StageKind::Filed as u8;
    for arc in ARCS {
        table[arc.from as usize][arc.step as usize] = arc.to as u8;
    }
    table
});

/// By a table that is made of the same arcs as tongquan's.
pub fn by_dfa(log: &Log) -> u64 {
    let dfa = &*DFA;
    let broken = |it: &&super::Span| {
        log.events_of(it).iter().fold(UNFILED, |at, event| dfa[at as usize & 15][symbol(event.activity) & 31]) == BROKEN
    };
    log.cases.iter().filter(broken).count() as u64
}

fn symbol(it: Activity) -> usize {
    match it {
        Activity::Step(step) => step as usize,
        Activity::File => FILE,
        Activity::Other => OTHER,
    }
}

const _: () = assert!(StepKind::Withdraw as usize + 1 == FILE && StageKind::Lapsed as u8 + 1 == UNFILED);
