//! Every day of a case's life: what is told as of a day is what was told on that day, when nothing later was known.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use tongquan::{AnyCase, Journal, case::StageKind};

use super::{POOL, by_facet, golden};
use crate::support::day;

/// The case as it was at the end of a day, by replay; none before it was filed.
fn then(case: &AnyCase, on: NaiveDate) -> Option<AnyCase> {
    let Journal { opening, mut entries } = case.clone().into();
    let known = entries.iter().take_while(|it| it.stamp().at.day() <= on).count();
    entries.truncate(known);
    (opening.stamp.at.day() <= on).then(|| AnyCase::replay(Journal { opening, entries }).unwrap())
}

#[test]
fn as_of_a_day_is_as_told_on_that_day() {
    let (mut compared, mut stages) = (0, BTreeMap::<StageKind, usize>::new());
    for case in POOL.iter() {
        let record = case.record();
        let days = (record.last_at().day() - record.filed()).num_days() as usize + 3;
        let life = (record.filed() - Days::new(1)).iter_days().take(days.min(120));
        for on in life.chain([40, 400].map(|it| record.last_at().day() + Days::new(it))) {
            let told = by_facet(on, [case]);
            let Some(then) = then(case, on) else {
                assert_eq!(told.groups().len(), 0);
                continue;
            };
            let docket = record.docket_on(on);
            assert_eq!((docket.stage(), docket.version()), (then.stage(), then.record().version()));
            assert_eq!(told, by_facet(on, [&then]), "{} on {on}", record.id());
            assert_eq!(record.duties_on(on), then.record().duties());
            assert_eq!(docket.periods().collect::<Vec<_>>(), then.record().periods().collect::<Vec<_>>());
            *stages.entry(then.stage()).or_default() += 1;
            compared += 1;
        }
    }
    assert!(compared > 2_000 && stages.len() >= 11, "{compared} {stages:?}");
}

#[test]
fn each_day_of_one_case() {
    let told = |on: NaiveDate| {
        let statistics = by_facet(on, [golden("review")]);
        statistics.groups().next().map(|(_, it)| {
            let (stage, _) = it.stages().iter().next().unwrap();
            (stage.label(), it.steps().total(), it.periods().total(), it.messages().total(), it.outstanding())
        })
    };
    let expected = [
        (3, None),
        (4, Some(("收件", 0, 0, 0, 0))),
        (5, Some(("补正", 1, 1, 0, 0))),
        (6, Some(("补正", 2, 1, 0, 0))),
        (7, Some(("受理", 3, 3, 0, 0))),
        (10, Some(("受理", 4, 3, 0, 0))),
        (12, Some(("受理", 6, 3, 0, 0))),
        (13, Some(("决定", 7, 3, 5, 5))),
        (14, Some(("用印", 8, 3, 5, 5))),
        (15, Some(("制证", 9, 3, 5, 5))),
        (18, Some(("办结", 10, 3, 5, 5))),
        (20, Some(("办结", 12, 3, 5, 4))),
        (27, Some(("办结", 17, 3, 5, 0))),
        (28, Some(("归档", 18, 3, 5, 0))),
        (31, Some(("归档", 18, 3, 5, 0))),
    ];
    for (on, expected) in expected {
        assert_eq!(told(day(2024, 3, on)), expected, "on {on} March");
    }
}
