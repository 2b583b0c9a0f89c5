//! The last day of a licence: given, moved, run out, and the ground of cancelling that it has run out.

use chrono::Days;
use tongquan::oversight::Dossier;

use super::*;
use crate::matters::rules;

fn nth(at: u64) -> NaiveDate {
    day(2024, 6, 17) + Days::new(at)
}

/// Every last day within some days, and none.
fn lasts() -> impl Iterator<Item = Option<u64>> {
    (0..4).map(Some).chain([None])
}

fn runs(until: Option<u64>, today: u64) -> bool {
    until.is_none_or(|until| today <= until)
}

#[test]
fn a_licence_is_given_a_last_day_to_come_and_is_cancelled_as_expired_once_that_is_over() {
    let case = golden();
    let (by, beside) = (issuer(&case), on(&case, &OFFICE));
    let take = |it: &Dossier<Licence>, step: &LicenceStep, today| taken(it, step, &stamp(nth(today), &by), beside);
    let expired = cancel(CancelGround::Expired);
    let (mut given, mut cancelled, mut refused) = (0, 0, 0);
    for first in lasts() {
        for issue in 0..4 {
            let got = opened::<Licence>(&issued(&case, first.map(nth)), &stamp(nth(issue), &by), beside);
            // it may have run out by the day on which it is entered
            let licence = got.unwrap();
            let terms = lasts().map(|it| it.map_or(Term::Endless, |day| Term::Day(nth(day)))).chain([Term::Kept]);
            for second in terms.map(Some).chain([None]) {
                for today in issue..6 {
                    // changed today, or left as it is
                    let changed = second.map_or(Ok(licence.clone()), |it| take(&licence, &super::changed(it), today));
                    let until = match second {
                        None | Some(Term::Kept) => first,
                        Some(Term::Day(last)) => Some(u64::try_from((last - nth(0)).num_days()).unwrap()),
                        Some(Term::Endless) => None,
                    };
                    let lawful = second.is_none() || (runs(first, today) && runs(until, today));
                    assert_eq!(changed.as_ref().err().map(|it| rules(it)), (!lawful).then(|| vec![Rule::LicenceRuns]));
                    let Ok(changed) = changed else { continue };
                    given += 1;
                    assert_eq!(changed.matter().until(), until.map(nth));
                    for asked in 0..8 {
                        assert_eq!(changed.matter().is_valid_on(nth(asked)), runs(until, asked));
                    }
                    for later in today..7 {
                        let got = take(&changed, &expired, later);
                        let over = until.is_some_and(|until| until < later);
                        assert_eq!(got.as_ref().err().map(|it| rules(it)), (!over).then(|| vec![Rule::LicenceExpired]));
                        *(if over { &mut cancelled } else { &mut refused }) += 1;
                        // on any other ground whenever
                        let other = take(&changed, &cancel(CancelGround::Holder), later).unwrap();
                        for asked in 0..8 {
                            assert_eq!(other.matter().is_valid_on(nth(asked)), asked < later && runs(until, asked));
                        }
                    }
                }
            }
        }
    }
    assert_eq!((given, cancelled, refused), (236, 593, 523));
}

/// The case issued it on 13 June; who entered it later entered what was valid since.
#[test]
fn a_licence_is_valid_from_the_day_of_its_issue_whenever_it_was_entered() {
    let case = golden();
    let (by, beside) = (issuer(&case), on(&case, &OFFICE));
    for entered in [0, 100] {
        let licence = opened::<Licence>(&issued(&case, None), &stamp(nth(entered), &by), beside).unwrap();
        let valid = |text: &str| licence.matter().is_valid_on(text.parse().unwrap());
        assert_eq!([valid("2024-06-12"), valid("2024-06-13"), valid("2024-12-31")], [false, true, true]);
    }
}

/// What has run out may still be cancelled on another ground, and synced; it is not changed, so that it is not brought back.
#[test]
fn what_has_run_out_is_not_cancelled_by_itself() {
    let case = golden();
    let (by, beside) = (issuer(&case), on(&case, &OFFICE));
    let licence = opened::<Licence>(&issued(&case, Some(nth(1))), &stamp(nth(0), &by), beside).unwrap();
    let take = |step: &LicenceStep| taken(&licence, step, &stamp(nth(3), &by), beside);
    assert!(!licence.matter().is_valid_on(nth(3)) && licence.matter().cancelled().is_none());
    for ground in grounds() {
        let cancelled = take(&cancel(ground.clone())).unwrap();
        assert_eq!(cancelled.matter().cancelled(), Some(&ground));
        assert_eq!(cancelled.matter().owed().count(), 4, "the issue and the cancelling");
    }
    for term in [Term::Kept, Term::Day(nth(9)), Term::Endless] {
        assert_eq!(rules(&take(&super::changed(term)).unwrap_err()), [Rule::LicenceRuns]);
    }
    assert!(take(&sync(0, Repository::Province)).is_ok());
}
