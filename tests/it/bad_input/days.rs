//! Days on which no list was in force and no calendar says what is worked: nothing stops, and what is told names the year.

use chrono::{Datelike, NaiveDate};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Calendar, Moment, Region, Rule, Stamp,
    case::{Deadline, StageKind, StepKind, steps::File, worklist},
};

use crate::{
    mistakes::done_well,
    support::{OFFICE, case_at, day},
};

const YEARS: [i32; 5] = [1, 1900, 2018, 2027, 9999];

fn at(year: i32, month: u32, of_month: u32) -> Moment {
    Moment::new(day(year, month, of_month), 9, 0, 0).unwrap()
}

fn filing(key: &str) -> (File, Stamp) {
    let opening = case_at(&OFFICE, key, Region::Wenshang, StageKind::Filed).record().opening().clone();
    (opening.step, opening.stamp)
}

#[test]
fn before_the_first_list_nothing_is_filed_and_long_after_it_everything_is() {
    for key in ["A1-1", "A1-20", "A1-33", "A1-61", "WS-001", "XK-001", "XK-004"] {
        let (step, stamp) = filing(key);
        for year in YEARS {
            for (month, of_month) in [(1, 1), (12, 31)] {
                let stamp = Stamp { at: at(year, month, of_month), ..stamp.clone() };
                match AnyCase::file(step.clone(), stamp.clone(), &OFFICE) {
                    Ok(case) => {
                        assert!(year > 2021 && case.stage() == StageKind::Filed, "{key} in {year}");
                        then_told_on_every_day(&case);
                    }
                    Err(back) => {
                        assert!(year < 2021, "{key} in {year}: {back}");
                        assert_eq!((&back.step, &back.stamp), (&step, &stamp));
                        let [why] = back.why.objections() else { panic!("{back}") };
                        assert_eq!(
                            (why.rule, why.got.clone()),
                            (Rule::EditionInForce, day(year, month, of_month).into())
                        );
                        let told = format!("{year:04}-");
                        assert!(back.why.zh().contains(&told) && back.to_string().contains(&told), "{back}");
                    }
                }
            }
        }
    }
}

/// Whatever is asked of a case on whatever day is answered.
fn then_told_on_every_day(case: &AnyCase) {
    let record = case.record();
    let calendar = OFFICE.now().calendar();
    for on in YEARS.map(|year| day(year, 6, 1)).into_iter().chain([NaiveDate::MIN, NaiveDate::MAX]) {
        assert!(!case.waits_for(&OFFICE, on).is_empty() || case.stage().is_terminal());
        for timing in record.periods() {
            if let Err(uncovered) = timing.is_late(on, calendar) {
                assert!(!calendar.covers().contains(&uncovered.year), "{uncovered}");
            }
            // every day of a year is told, or the account ends with the year that is missing
            let last = timing.clock.account(on.min(day(2100, 1, 1)), calendar).last();
            if let Some(Err(uncovered)) = last {
                assert!(!calendar.covers().contains(&uncovered.year), "{uncovered}");
            }
        }
    }
    if let Deadline::Uncovered { year } = record.due(calendar) {
        assert!(year >= 2027, "{year}");
    }
    let listed = worklist([case], calendar).len();
    assert_eq!(listed, usize::from(!case.stage().is_terminal()));
}

#[test]
fn every_stage_is_told_on_whatever_day_it_is_looked_at() {
    for key in ["A1-33", "XK-001"] {
        for stage in StageKind::iter() {
            then_told_on_every_day(&case_at(&OFFICE, key, Region::Wenshang, stage));
        }
    }
}

/// What a year long after the last step changes about each step: whatever has run out by then.
fn long_after(case: &AnyCase, kind: StepKind) -> &'static [Rule] {
    let licence = case.record().docket().is_licence();
    match (kind, case.stage()) {
        (StepKind::AskForCorrections | StepKind::Accept | StepKind::NotAccept, StageKind::Filed) if licence => {
            &[Rule::NotYetDeemed]
        }
        (StepKind::Extend, _) => &[Rule::ExtensionInTime],
        _ => &[],
    }
}

#[test]
fn a_step_in_any_year_is_taken_or_refused_by_time_alone_and_nothing_stops() {
    let mut tried = 0;
    for made in done_well() {
        let (kind, stage) = (made.step.kind(), made.case.stage());
        for year in YEARS {
            let stamp = Stamp { at: at(year, 1, 4), ..made.stamp.clone() };
            let told = made.case.clone().apply(made.step.clone(), stamp.clone(), &made.office);
            let rules: Vec<Rule> = match &told {
                Ok(_) => vec![],
                Err(back) => back.why.objections().iter().map(|it| it.rule).collect(),
            };
            if year < 2021 {
                let back = told.unwrap_err();
                assert_eq!((&back.case, &back.step, &back.stamp), (&made.case, &made.step, &stamp));
                assert_eq!(rules[0], Rule::TimeRunsForward, "{kind} in {year}");
                let told = format!("{year:04}-01-04T");
                assert!(back.to_string().contains(&told) && back.why.zh().contains(&told), "{back}");
            } else {
                assert_eq!(rules, long_after(&made.case, kind), "{kind} at {stage} in {year}");
                if let Ok(case) = told {
                    then_told_on_every_day(&case);
                }
            }
            then_offered(&made.case, &stamp);
            tried += 1;
        }
    }
    assert_eq!(tried, 48 * 5);
}

/// What is open is told whenever it is asked.
fn then_offered(case: &AnyCase, stamp: &Stamp) {
    let offered = case.available(stamp, &OFFICE);
    assert!(offered.len() >= case.steps().count());
    if stamp.at < case.record().last_at() {
        assert!(offered.iter().all(|it| it.why_not.as_ref().is_some_and(|why| why.names(Rule::TimeRunsForward))));
    }
}

#[test]
fn what_needs_a_day_of_a_year_without_a_calendar_names_that_year() {
    for (filed, asked, year) in [
        (at(2026, 12, 28), at(2027, 2, 1), 2027),
        (at(2027, 3, 1), at(2027, 3, 20), 2027),
        (at(2030, 12, 28), at(2031, 2, 1), 2030),
        (at(9999, 11, 1), at(9999, 12, 31), 9999),
    ] {
        let (step, stamp) = filing("XK-001");
        let case = AnyCase::file(step, Stamp { at: filed, ..stamp.clone() }, &OFFICE).unwrap();
        for step in [StepKind::Accept, StepKind::AskForCorrections, StepKind::DeemAccepted] {
            let step = super::steps(step).remove(0);
            let why = case.check(&step, &Stamp { at: asked, ..stamp.clone() }, &OFFICE).unwrap_err();
            let told =
                why.objections().iter().find(|it| it.rule == Rule::CalendarCovers).expect("a calendar is needed");
            assert_eq!(told.got.to_string(), format!("{year} is not covered"), "{why}");
            assert_eq!(told.got.zh(), format!("{year}年未收录"));
        }
        // while it cannot have run out yet, no calendar is asked
        let soon = Moment::new(filed.day().succ_opt().unwrap(), 9, 0, 0).unwrap();
        let ask = super::steps(StepKind::AskForCorrections).remove(0);
        let told = case.check(&ask, &Stamp { at: soon, ..stamp }, &OFFICE);
        assert!(told.as_ref().err().is_none_or(|why| !why.names(Rule::CalendarCovers)), "{told:?}");
        assert!(!Calendar::built_in().covers().contains(&asked.day().year()));
    }
}
