//! The model of the duty register against rulebook 12 and S55.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::duties::*;
use super::*;

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn the_lines_are_those_of_the_clauses() {
    assert_eq!(BTreeSet::from(CLAUSES).len(), 15 + 3);
    assert_eq!(departments().len(), 11);
    // All but 市生态环境局 have items under review; two have windows.
    assert_eq!(departments_of(REVIEW).len(), 10);
    assert_eq!(departments_of(WINDOW), BTreeSet::from(["市公安局", "市生态环境局"]));
    // "C10 binds only the city departments; C14 only 汶上县 and 高新区 beside its leads"
    assert_eq!(units("C10"), departments());
    // 市行政审批服务局 leads and is a department too.
    assert_eq!(units("C14").len(), 1 + 11 + 2);
    assert_eq!(units("C9").len(), 2 + 11 + 15);
    assert_eq!(units("P4.2").len(), 1 + 11 + 15);
    let leads: usize = CLAUSES.iter().map(|clause| line(clause).0.len()).sum();
    assert_eq!(leads, 3 + 2 + 2 + 2 + 3 + 6 + 1);
    for clause in CLAUSES {
        let regions = line(clause).2.len();
        let expected = match clause {
            "C10" => 0,
            "C14" => 2,
            _ => 15,
        };
        assert_eq!((line(clause).1, regions), (true, expected), "{clause}");
    }
}

#[test]
fn each_duty_is_borne_by_units_of_its_line() {
    let all = duties();
    for duty in &all {
        assert!(!duty.bearers.is_empty() && duty.bearers.is_subset(&units(duty.clause)), "{}", duty.what);
    }
    let clauses: BTreeSet<_> = all.iter().map(|duty| duty.clause).collect();
    assert_eq!(clauses, BTreeSet::from(CLAUSES));
    let texts: BTreeSet<_> = all.iter().map(|duty| duty.what).collect();
    assert_eq!(texts.len(), all.len(), "no duty twice");
    let of = |when: fn(&When) -> bool| all.iter().filter(|duty| when(&duty.when)).count();
    assert_eq!(of(|when| matches!(when, When::Once(_))), 5 + 1 + 5);
    assert_eq!(of(|when| matches!(when, When::Yearly | When::HalfYearly)), 2);
}

/// The days of rulebook 12.
#[test]
fn the_milestones() {
    let (june, july) = (on(2021, 6, 30), on(2021, 7, 31));
    for clause in CLAUSES {
        let expected = match clause {
            "C2" | "C6" | "C10" => BTreeSet::from([june]),
            "C4" => BTreeSet::from([on(2021, 7, 15), july]),
            "C8" | "C13" | "C14" | "C15" => BTreeSet::from([july]),
            _ => BTreeSet::new(),
        };
        assert_eq!(due_days(clause), expected, "{clause}");
    }
    let owed = |day| duties().iter().filter(|d| d.when == When::Once(day)).map(|d| d.bearers.len()).sum::<usize>();
    assert_eq!(owed(june), 2 * 15 + 10 + 11 + 11);
    assert_eq!(owed(july), 1 + 11 + 11 + 2 + 15);
}

#[test]
fn a_dated_duty_and_an_undated_one() {
    let once = When::Once(on(2021, 6, 30));
    let (due, after) = (on(2021, 6, 30), on(2021, 7, 1));
    assert_eq!([status(once, &[], due), status(once, &[], after)], ["due", "overdue"]);
    // Late evidence meets it from its day on, and not before.
    let evidence = [Done::on(on(2021, 7, 5))];
    assert_eq!([4, 5].map(|d| status(once, &evidence, on(2021, 7, d))), ["overdue", "met"]);
    assert_eq!(status(once, &[Done::on(due)], due), "met");
    assert_eq!(
        [status(When::Undated, &[], on(2031, 1, 1)), status(When::Undated, &[Done::on(due)], after)],
        ["due", "met"]
    );
    let possible = |day| evidence_possible(once, Done::on(day));
    assert!(possible(signed()) && !possible(on(2021, 6, 14)));
    assert!(!evidence_possible(once, Done { on: due, of: Some(due) }));
}

/// "owed from the first whole one after the signature": 2022, and the second half of 2021.
#[test]
fn a_periodic_duty() {
    let years = periods(When::Yearly, on(2023, 1, 1));
    assert_eq!(years, [(on(2022, 1, 1), on(2022, 12, 31)), (on(2023, 1, 1), on(2023, 12, 31))]);
    let halves = periods(When::HalfYearly, on(2022, 6, 30));
    assert_eq!(halves, [(on(2021, 7, 1), on(2021, 12, 31)), (on(2022, 1, 1), on(2022, 6, 30))]);
    assert!(periods(When::HalfYearly, on(2021, 6, 30)).is_empty());

    let done = |days: &[NaiveDate]| days.iter().copied().map(Done::on).collect::<Vec<_>>();
    let half = |evidence: &[NaiveDate], asked| status(When::HalfYearly, &done(evidence), asked);
    let early = on(2021, 6, 20);
    assert_eq!(half(&[early], on(2021, 6, 30)), "due");
    assert_eq!(half(&[early], on(2021, 12, 31)), "due");
    assert_eq!(half(&[early], on(2022, 1, 1)), "overdue");
    let held = [on(2021, 7, 1), on(2022, 6, 30)];
    assert_eq!(half(&held, on(2021, 12, 31)), "met");
    assert_eq!(half(&held, on(2022, 6, 29)), "due");
    assert_eq!(half(&held, on(2022, 6, 30)), "met");
    assert_eq!(half(&held, on(2022, 12, 31)), "due");
    assert_eq!(half(&held, on(2023, 1, 1)), "overdue");
    // A missed half is not made good by a later one.
    assert_eq!(half(&[on(2022, 2, 1)], on(2022, 3, 1)), "overdue");
    assert_eq!(half(&[on(2022, 2, 1)], on(2022, 8, 1)), "overdue");
    assert_eq!(status(When::Yearly, &done(&[on(2021, 9, 1)]), on(2022, 12, 31)), "due");
    assert_eq!(status(When::Yearly, &done(&[on(2021, 9, 1)]), on(2023, 1, 1)), "overdue");
    // Unless it is said to be for it.
    let made_up = [Done { on: on(2022, 2, 1), of: Some(on(2021, 7, 1)) }];
    assert_eq!(status(When::HalfYearly, &made_up, on(2022, 3, 1)), "due");
    let ahead = |of| Done { on: on(2021, 6, 20), of: Some(of) };
    assert_eq!(status(When::HalfYearly, &[ahead(on(2021, 7, 1))], on(2021, 6, 20)), "met");
    assert!(evidence_possible(When::HalfYearly, ahead(on(2021, 1, 1))));
    let beyond = [on(2020, 12, 31), on(2022, 1, 1)];
    assert!(beyond.iter().all(|of| !evidence_possible(When::HalfYearly, ahead(*of))));
}
