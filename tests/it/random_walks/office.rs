//! The office that the walks live in, as it grows: later handbooks, plans that change, seals that rest, postings and permissions that end.

use std::sync::LazyLock;

use chrono::NaiveDate;
use tongquan::{
    Department, Office, Region,
    register::{Ending, Ends, Items, Plan, Revision, SealEvent, SealId, SealStep, Standard, Undertaken},
};

use crate::support::{day, marks};

/// Who sits at every desk and keeps every seal.
pub(super) const KEEPER: &str = "keeper";

/// All that comes to be recorded.
pub(super) static WHOLE: LazyLock<Office> = LazyLock::new(|| Office::new(revisions()).unwrap());

/// The office after each revision.
static GROWN: LazyLock<Vec<Office>> = LazyLock::new(|| {
    let all = revisions();
    (1..=all.len()).map(|known| Office::new(all[..known].to_vec()).unwrap()).collect()
});

fn revisions() -> Vec<Revision> {
    let mut all = crate::transfer::grown().revisions().to_vec();
    for it in &mut all[0].agreements {
        it.users = marks(&[KEEPER]);
    }
    let reason = || "（虚构）核查".parse().unwrap();
    let seals =
        [Department::Transport, Department::NaturalResources].map(|department| SealId { department, number: 7 });
    let rest = |on, event: &dyn Fn() -> SealStep| Revision {
        seals: seals.map(|seal| SealEvent { seal, on, event: event() }).into(),
        ..Revision::on(on)
    };
    let rencheng = all[0].plans.iter().find(|it| it.region == Region::Rencheng).unwrap();
    let nobody = Undertaken { items: Items::Only(marks(&["WS-001", "A1-20"])), ..rencheng.undertakes[0].clone() };
    let plan = Plan { from: day(2024, 5, 27), undertakes: vec![nobody], ..rencheng.clone() };
    let ends = Ends::Posting { department: Department::PublicSecurity, region: Region::Rencheng };
    let third = all[4].standards.clone();
    all.extend([
        rest(day(2024, 5, 15), &|| SealStep::Suspended { reason: reason() }),
        // two of one day
        Revision { plans: vec![plan], ..Revision::on(day(2024, 5, 27)) },
        Revision {
            standards: next_edition(&third, day(2024, 5, 27)),
            endings: vec![Ending { ends, last: day(2024, 5, 31), reason: reason() }],
            ..Revision::on(day(2024, 5, 27))
        },
        rest(day(2024, 6, 20), &|| SealStep::Restored { reason: reason() }),
    ]);
    // and on and on
    let mut last = all[7].standards.clone();
    for month in 7..=12 {
        let on = day(2024, month, 10);
        last = next_edition(&last, on);
        all.push(Revision { standards: last.clone(), ..Revision::on(on) });
    }
    all
}

fn next_edition(last: &[Standard], from: NaiveDate) -> Vec<Standard> {
    last.iter().map(|it| Standard { edition: it.edition + 1, from, ..it.clone() }).collect()
}

/// The office after so many revisions.
pub(super) fn known(revisions: usize) -> &'static Office {
    &GROWN[revisions - 1]
}

/// How many revisions the office has on a day, or had before the last of that day.
pub(super) fn as_of(on: NaiveDate, lags: bool) -> usize {
    let by_then = WHOLE.revisions().partition_point(|it| it.recorded <= on).max(1);
    let of_the_day = by_then > 1 && WHOLE.revisions()[by_then - 1].recorded == on;
    if lags && of_the_day { by_then - 1 } else { by_then }
}
