//! The applicant's time to correct: when a case lapses, and when it may be turned away as still incomplete.

use tongquan::case::{
    Period,
    steps::{Accept, AskForCorrections, Ground, HandInCorrections, Lapse, NotAccept},
};

use super::*;
use crate::{
    model::{lapse_allowed, notice_bars, turned_away_as_incomplete_allowed},
    recount::{gone, last},
};

/// Before the Spring Festival, before the October holidays, before a year's end, and on a Saturday.
const NOTICED: [(i32, u32, u32); 4] = [(2024, 2, 5), (2024, 9, 27), (2025, 12, 29), (2024, 3, 9)];

/// Fifteen working days and a weekend.
fn days_from(noticed: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let until = last(noticed, working(17), |_| false);
    noticed.iter_days().take_while(move |it| *it <= until)
}

fn hand_in(papers: &[&str]) -> HandInCorrections {
    HandInCorrections { materials: marks(papers) }
}

fn turn_away(papers: &[&str]) -> NotAccept {
    NotAccept { receipt: "BYSL-1".parse().unwrap(), ground: Ground::StillIncomplete(marks(papers)) }
}

fn accept() -> Accept {
    Accept { receipt: "SL-1".parse().unwrap() }
}

/// Asked for the first of the papers, all of which are missing, on the filing day.
#[track_caller]
fn noticed(key: &str, on: NaiveDate, asked: usize) -> AnyCase {
    let notice = AskForCorrections { materials: marks(&PAPERS[..asked]) };
    taken(&OFFICE, &filed(&OFFICE, key, on, asked), notice, on)
}

/// The items of every period for corrections, as licences and as others.
fn items() -> impl Iterator<Item = &'static Kept> {
    ITEMS.iter().filter(|it| it.notice.is_none() && it.limits.is_none())
}

#[test]
fn a_case_lapses_and_is_turned_away_on_exactly_the_days_that_the_period_gives() {
    assert_eq!(items().count(), 14);
    let (mut asked_of, mut lapsed, mut turned) = (0, 0, 0);
    for kept in items() {
        for (year, month, of) in NOTICED {
            let start = day(year, month, of);
            for asked in 1..=PAPERS.len() {
                let mut case = noticed(kept.key, start, asked);
                for supplied in 0..=asked {
                    if let Some(last) = supplied.checked_sub(1) {
                        case = taken(&OFFICE, &case, hand_in(&PAPERS[last..supplied]), start);
                    }
                    let all = supplied == asked;
                    let named = if all { &PAPERS[..asked] } else { &PAPERS[supplied..asked] };
                    for on in days_from(start) {
                        let here = format!("{} noticed {start}, {supplied} of {asked} on {on}", kept.key);
                        let period = kept.corrections.map(|it| u32::from(it.amount));
                        let gone = kept.corrections.map_or(0, |it| gone(start, on, it.unit));
                        let over = lapse_allowed(period, gone, false);
                        let got = broken(&OFFICE, &case, Lapse {}, on);
                        let expected =
                            rules(&[(!over, Rule::CorrectionPeriodOver), (all, Rule::CorrectionsOutstanding)]);
                        assert_eq!(got, expected, "{here}");
                        assert_eq!(got.is_empty(), lapse_allowed(period, gone, all), "{here}");
                        let may = turned_away_as_incomplete_allowed(true, period, gone, asked, supplied);
                        let got = broken(&OFFICE, &case, turn_away(named), on);
                        assert_eq!(got, rules(&[(!may, Rule::ApplicantHadTime)]), "{here}");
                        // what comes in before the lapse still counts (S48), and what is complete is accepted
                        let incomplete = rules(&[(!all, Rule::PapersComplete)]);
                        assert_eq!(broken(&OFFICE, &case, accept(), on), incomplete, "{here}");
                        assert_eq!(broken(&OFFICE, &case, hand_in(named), on), [], "{here}");
                        asked_of += 1;
                        lapsed += usize::from(lapse_allowed(period, gone, all));
                        turned += usize::from(may);
                    }
                }
            }
        }
    }
    assert!(asked_of > 10_000 && lapsed > 2_000 && turned > 5_000, "{asked_of} {lapsed} {turned}");
}

#[test]
fn before_the_notice_nothing_is_turned_away_as_still_incomplete() {
    for kept in items() {
        let start = day(2024, 3, 4);
        for missing in 0..=PAPERS.len() {
            let case = filed(&OFFICE, kept.key, start, missing);
            for on in days_from(start) {
                for supplied in 0..=missing {
                    assert!(!turned_away_as_incomplete_allowed(false, Some(1), 9, missing, supplied));
                }
                let by_law = notice_bars(kept.licence, gone(start, on, TimeUnit::WorkingDay));
                let expected = rules(&[(by_law, Rule::NotYetDeemed), (true, Rule::StillIncomplete)]);
                assert_eq!(broken(&OFFICE, &case, turn_away(&PAPERS), on), expected);
                assert_eq!(broken(&OFFICE, &case, Lapse {}, on), [Rule::StepHasPlace]);
            }
        }
    }
}

#[test]
fn what_comes_in_late_but_before_the_lapse_is_recorded_still_counts() {
    for kept in items().filter(|it| it.corrections.is_some()) {
        let start = day(2024, 2, 5);
        let end = last(start, kept.corrections.unwrap(), |_| false);
        let late = end.succ_opt().unwrap();
        let case = taken(&OFFICE, &noticed(kept.key, start, 2), hand_in(&PAPERS[..1]), start);
        assert_eq!(broken(&OFFICE, &case, Lapse {}, end), [Rule::CorrectionPeriodOver]);
        assert_eq!(broken(&OFFICE, &case, Lapse {}, late), []);
        // the same paper once more is not the other one
        let again = taken(&OFFICE, &case, hand_in(&PAPERS[..1]), late);
        assert_eq!(broken(&OFFICE, &again, Lapse {}, late), []);
        let whole = taken(&OFFICE, &again, hand_in(&PAPERS[1..2]), late);
        assert_eq!(broken(&OFFICE, &whole, Lapse {}, late), [Rule::CorrectionsOutstanding]);
        assert_eq!(broken(&OFFICE, &whole, accept(), late), []);
        assert_eq!(broken(&OFFICE, &whole, turn_away(&PAPERS[..2]), late), [], "complete, and not in form");
    }
}

#[test]
fn a_paper_that_the_standard_does_not_require_turns_no_application_away_handed_in_or_not() {
    let start = day(2024, 3, 4);
    let late = days_from(start).last().unwrap();
    let (filed, mut timed) = ([&["subject", "proof"][..], &["subject", "proof", "other"]], 0);
    for (kept, papers) in items().flat_map(|kept| filed.map(|papers| (kept, papers))) {
        let notice = AskForCorrections { materials: marks(&["form", "other"]) };
        let case = taken(&OFFICE, &filed_with(&OFFICE, kept.key, start, papers), notice, start);
        let whole = taken(&OFFICE, &case, hand_in(&["form"]), start);
        // nobody is late with what is not required
        let met = |case: &AnyCase| {
            let mut periods = case.record().docket().periods();
            periods.find(|it| it.period == Period::Corrections).map(|it| it.ended)
        };
        if let Some(open) = met(&case) {
            assert_eq!((open, met(&whole)), (None, Some(Some(start))), "{}", kept.key);
            timed += 1;
        }
        for on in [start, late] {
            assert_eq!(broken(&OFFICE, &whole, accept(), on), []);
            assert_eq!(broken(&OFFICE, &whole, turn_away(&["other"]), on), [Rule::StillIncomplete], "{}", kept.key);
            assert_eq!(broken(&OFFICE, &whole, turn_away(&["form"]), on), [], "there, and not in form");
        }
    }
    assert!(timed > 10, "{timed}");
}

#[test]
fn a_journal_that_ends_the_applicants_time_on_its_own_last_day_turns_nobody_away() {
    let case = noticed("Q-5w", day(2024, 3, 4), 1);
    let case = taken(&OFFICE, &case, turn_away(&PAPERS[..1]), day(2024, 3, 12));
    let mut told = serde_json::to_value(&case).unwrap();
    let said = told.pointer_mut("/2/not_accept/found/said").unwrap();
    assert_eq!(*said, json!({"over": {"last": "2024-03-11"}}));
    *said = json!({"over": {"last": "2024-03-12"}});
    let unproven = AnyCase::replay(serde_json::from_value(told).unwrap()).unwrap_err();
    assert_eq!(unproven.at, 2);
    assert!(unproven.why.names(Rule::ApplicantHadTime) && unproven.why.objections().len() == 1, "{}", unproven.why);
}
