//! The worklist over any set of cases: by deadline, those that nobody can know last, then by filing, then by number.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::NaiveDate;
use proptest::{prelude::*, sample::subsequence};
use tongquan::{
    AnyCase, Calendar, Moment, Stamp,
    case::{
        Deadline, StageKind, Timing,
        steps::{Accept, File},
        worklist,
    },
};

use crate::{
    scenes::{PLAYED, Played},
    support::day,
};

/// Numbers in another order than the cases are in.
fn number(at: usize) -> String {
    format!("2024-{:06}", at * 7_919 % 100_003)
}

/// The same case under another number, filed at another minute of its day.
#[track_caller]
fn renamed(case: &AnyCase, at: usize) -> AnyCase {
    let mut journal = serde_json::to_value(case).unwrap();
    let opening = &mut journal[0]["file"];
    let filed = Moment::new(case.record().filed(), 8, u32::try_from(at % 7).unwrap(), 0).unwrap();
    opening["stamp"]["at"] = serde_json::to_value(filed).unwrap();
    opening["step"]["case"] = number(at).into();
    serde_json::from_value(journal).unwrap()
}

/// Filed on another day, with everything there, and accepted on the same day or not yet.
#[track_caller]
fn filed_on(played: &Played, at: usize, on: NaiveDate, accepted: bool) -> AnyCase {
    let complete = played.shots.iter().find(|it| it.told == "filed, complete").unwrap();
    let opening = complete.case.record().opening();
    let step = File { case: number(at).parse().unwrap(), ..opening.step.clone() };
    let stamp = Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by: opening.stamp.by.clone() };
    let case = AnyCase::file(step, stamp.clone(), played.scene.office()).unwrap();
    if !accepted {
        return case;
    }
    let accept = Accept { receipt: "SL-1".parse().unwrap() }.into();
    let by = played.scene.whoever(complete, &accept);
    case.apply(accept, Stamp { by, ..stamp }, played.scene.office()).unwrap()
}

/// Every point of a few courses, and others about the end of what the calendar covers.
static POOL: LazyLock<Vec<AnyCase>> = LazyLock::new(|| {
    let at_counters = || PLAYED.iter().filter(|it| it.scene.situation.venue == "competent");
    let mut pool: Vec<AnyCase> = Vec::new();
    for shot in at_counters().step_by(9).flat_map(|it| &it.shots) {
        pool.push(renamed(&shot.case, pool.len()));
    }
    let days = [
        day(2026, 11, 16),
        day(2026, 12, 21),
        day(2026, 12, 25),
        day(2026, 12, 28),
        day(2026, 12, 30),
        day(2027, 1, 20),
    ];
    for played in at_counters().step_by(11) {
        for on in days {
            for accepted in [false, true] {
                pool.push(filed_on(played, pool.len(), on, accepted));
            }
        }
    }
    pool
});

/// By date; then what lies beyond the calendar, what stands still, and what has no end.
fn rank(due: Deadline) -> (u8, i32, Option<NaiveDate>) {
    match due {
        Deadline::On(day) => (0, 0, Some(day)),
        Deadline::Uncovered { year } => (1, year, None),
        Deadline::Stopped => (2, 0, None),
        Deadline::Unset => (3, 0, None),
    }
}

#[test]
fn the_pool_is_of_every_stage_and_every_kind_of_deadline() {
    let stages: BTreeSet<StageKind> = POOL.iter().map(AnyCase::stage).collect();
    assert_eq!(stages.len(), 12);
    let dues = POOL.iter().map(|it| rank(it.record().due(Calendar::built_in())));
    let kinds: BTreeSet<(u8, i32)> = dues.map(|(kind, year, _)| (kind, year)).collect();
    assert_eq!(kinds, BTreeSet::from([(0, 0), (1, 2027), (2, 0), (3, 0)]));
    let numbers: BTreeSet<&str> = POOL.iter().map(|it| it.record().id().as_str()).collect();
    assert_eq!(numbers.len(), POOL.len());
    assert!(POOL.len() > 300, "{}", POOL.len());
}

/// A deadline is the last day on which no open period is late.
#[test]
fn a_deadline_is_the_last_day_before_some_open_period_is_late() {
    let calendar = Calendar::built_in();
    for case in POOL.iter() {
        let open: Vec<Timing> = case.record().periods().filter(|it| it.ended.is_none()).collect();
        let late = |on: NaiveDate| open.iter().filter(|it| it.is_late(on, calendar) == Ok(true)).count();
        match case.record().due(calendar) {
            Deadline::On(last) => assert_eq!((late(last), late(last.succ_opt().unwrap()) > 0), (0, true)),
            Deadline::Uncovered { year } => {
                assert!(open.iter().any(|it| it.is_late(day(2029, 1, 1), calendar).is_err_and(|it| it.year == year)));
                assert_eq!(late(day(2029, 1, 1)), 0);
            }
            Deadline::Stopped => {
                assert_eq!(case.stage(), StageKind::Suspended);
                assert_eq!((late(day(2026, 12, 31)), open.is_empty()), (0, false));
            }
            Deadline::Unset => assert!(open.is_empty()),
        }
    }
}

fn cases() -> impl Strategy<Value = (Vec<&'static AnyCase>, Vec<&'static AnyCase>)> {
    let all: Vec<&'static AnyCase> = POOL.iter().collect();
    let size = 0..=all.len().min(120);
    subsequence(all, size).prop_flat_map(|some| (Just(some.clone()).prop_shuffle(), Just(some).prop_shuffle()))
}

proptest! {
    #[test]
    fn a_worklist_has_each_running_case_once_in_one_order_however_they_come((some, again) in cases()) {
        let calendar = Calendar::built_in();
        let told = worklist(some.iter().copied(), calendar);
        let numbers: Vec<&str> = told.iter().map(|it| it.case.record().id().as_str()).collect();
        // each running one once, and none that has ended
        let running = some.iter().filter(|it| it.steps().next().is_some());
        let running: BTreeSet<&str> = running.map(|it| it.record().id().as_str()).collect();
        prop_assert_eq!(numbers.len(), running.len());
        prop_assert_eq!(numbers.iter().copied().collect::<BTreeSet<_>>(), running);
        // in order, each with its own deadline
        for it in &told {
            prop_assert_eq!(it.due, it.case.record().due(calendar));
        }
        for pair in told.windows(2) {
            let keys = [&pair[0], &pair[1]].map(|it| {
                let record = it.case.record();
                (rank(it.due), record.stamps().next().unwrap().at, record.id().as_str())
            });
            prop_assert!(keys[0] < keys[1], "{:?}", keys);
        }
        // whatever the order in which they come
        let same: Vec<&str> = worklist(again, calendar).iter().map(|it| it.case.record().id().as_str()).collect();
        prop_assert_eq!(same, numbers);
    }
}
