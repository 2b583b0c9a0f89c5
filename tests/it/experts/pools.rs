//! Who is in the pools on which day, as each revision knew it.

use chrono::Days;

use super::*;

/// When an expert is in the pool, by the days of the row and of the ending that a later revision brings.
fn in_the_pool(day: chrono::NaiveDate, from: u32, until: Option<u32>, ended: Option<(u32, u32)>, known: u32) -> bool {
    let at = |it: u32| crate::support::day(2024, 3, it);
    let last = ended.filter(|it| it.0 <= known).map_or(until, |it| Some(it.1));
    at(from) <= day && last.is_none_or(|it| day <= at(it))
}

#[test]
fn an_expert_is_in_the_pool_from_the_first_day_to_the_last_known() {
    let at = |it: u32| crate::support::day(2024, 3, it);
    let mut compared = 0;
    for from in [4, 6] {
        for until in [None, Some(9)] {
            for ended in [None, Some((5, 5)), Some((5, 7)), Some((8, 8))] {
                let row = Expert { from: at(from), until: until.map(at), ..expert("ZJ-9", "expert-9") };
                let mut revisions = vec![Revision { experts: vec![row], ..Revision::on(at(4)) }];
                revisions.extend((5..=12).map(|it| Revision::on(at(it))));
                if let Some((recorded, last)) = ended {
                    let ends = Ends::Expert("ZJ-9".parse().unwrap());
                    let ending = Ending { ends, last: at(last), reason: "（虚构）离库".parse().unwrap() };
                    revisions[recorded as usize - 4].endings.push(ending);
                }
                // a last day is none before the first
                if ended.is_some_and(|it| it.1 < from) {
                    let faults = Office::new(revisions).unwrap_err();
                    assert!(!faults.all().is_empty());
                    continue;
                }
                let office = Office::new(revisions).unwrap();
                for known in 4..=12 {
                    let registers = office.on(at(known));
                    for asked in (0..12).map(|it| at(1) + Days::new(it)) {
                        let number = "ZJ-9".parse().unwrap();
                        let found = registers.expert(&number, asked);
                        let expected = in_the_pool(asked, from, until, ended, known);
                        assert_eq!(
                            found.is_some(),
                            expected,
                            "from {from} until {until:?}, {ended:?}, on {asked} known on the {known}th"
                        );
                        assert_eq!(registers.experts(asked).collect::<Vec<_>>(), found.into_iter().collect::<Vec<_>>());
                        compared += 1;
                    }
                }
            }
        }
    }
    assert_eq!(compared, 14 * 9 * 12);
    assert!(office().now().expert(&"ZJ-404".parse().unwrap(), day(2024, 3, 4)).is_none());
}
