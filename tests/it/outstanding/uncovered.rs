//! Where the calendar lacks a year, the list is told all the same: what lies ahead is unknown and not late, what lies behind unknown.

use chrono::{Datelike, NaiveDate};
use tongquan::{
    AnyCase, Calendar, Region,
    case::{Deadline, PeriodState, StageKind},
    oversight::Outstanding,
    register::{Limit, TimeUnit},
};

use crate::{
    recount::{counts, last},
    support::{OFFICE, counter, day},
    walk::Walk,
};

/// Decided near the end of the last year that the calendar has.
fn decided(filed: NaiveDate) -> AnyCase {
    let (item, region) = (OFFICE.catalogue().latest().look_up("A1-33").unwrap(), Region::Wenshang);
    Walk::new(&OFFICE, filed, None).until(StageKind::Decided, item, region, &counter(&OFFICE, item, region)).unwrap()
}

/// The working days after a day that the calendar has.
fn known_after(since: NaiveDate) -> u32 {
    let known = since.iter_days().skip(1).take_while(|it| it.year() < 2027);
    known.map(|it| u32::from(counts(it, TimeUnit::WorkingDay))).sum()
}

#[test]
fn a_year_that_the_calendar_lacks_is_named_and_nothing_else_is_kept_back() {
    let mut seen = [0; 4];
    for filed in [day(2026, 12, 1), day(2026, 12, 8), day(2026, 12, 15)] {
        let case = decided(filed);
        let since = case.record().last_at().day();
        assert_eq!(since.year(), 2026);
        for amount in 0..20 {
            for unit in [TimeUnit::WorkingDay, TimeUnit::Day] {
                let limit = Limit { amount, unit };
                let short = u32::from(amount).saturating_sub(known_after(since));
                let ahead = unit == TimeUnit::WorkingDay && short > 0;
                for on in since.iter_days().take(60) {
                    let told = Outstanding::on(on, [case.record()], Some(limit), Calendar::built_in());
                    assert_eq!(told.rows().len(), 5);
                    // every day of the new year is taken to count, for want of better
                    let gone = day(2027, 1, 1).iter_days().take_while(|it| *it < on).count() as u32;
                    let (due, stands) = match ahead {
                        false => {
                            let last = last(since, limit, |_| false);
                            let stands = if last < on { PeriodState::Over { last } } else { PeriodState::Running };
                            (Deadline::On(last), stands)
                        }
                        true if gone < short => (Deadline::Uncovered { year: 2027 }, PeriodState::Running),
                        true => (Deadline::Uncovered { year: 2027 }, PeriodState::Uncovered { year: 2027 }),
                    };
                    for row in told.rows() {
                        assert_eq!((row.due, row.limit), (due, stands), "{amount} {unit} from {since} on {on}");
                        assert_eq!((row.is_late(), row.unknown()), (stands.is_over(), stands_unknown(stands)));
                    }
                    let groups: Vec<_> = told.by_body().map(|it| (it.late(), it.unknown())).collect();
                    let (late, unknown) = (stands.is_over(), stands_unknown(stands).is_some());
                    assert_eq!(groups, [(5 * usize::from(late), 5 * usize::from(unknown))]);
                    seen[usize::from(ahead) * 2 + usize::from(late || unknown)] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|it| *it > 300), "{seen:?}");
}

fn stands_unknown(it: PeriodState) -> Option<i32> {
    if let PeriodState::Uncovered { year } = it { Some(year) } else { None }
}

/// Without a limit no calendar is asked.
#[test]
fn without_a_limit_nothing_is_late_however_old() {
    let case = decided(day(2026, 12, 1));
    let told = Outstanding::on(day(2040, 1, 1), [case.record()], None, Calendar::built_in());
    assert!(told.rows().iter().all(|it| (it.due, it.limit) == (Deadline::Unset, PeriodState::Unset) && it.age > 4_700));
    assert_eq!(told.by_body().map(|it| (it.late(), it.unknown())).collect::<Vec<_>>(), [(0, 0)]);
}
