//! The one notice, acceptance and turning away, before and after the law's five working days; and acceptance by law.

use tongquan::{
    AnyCase, Region, Rule, Stamp,
    case::{
        StageKind,
        steps::{Accept, AskForCorrections, CorrectOnSpot, DeemAccepted, Ground, HandInCorrections, NotAccept, PassOn},
    },
    place::Centre,
    register::TimeUnit,
};

use super::*;
use crate::{
    model::{deemed_allowed, notice_bars},
    recount::{gone, last},
    scenes::{PLAYED, Papers},
    support::{case_via, filing_day},
};

/// Before the Spring Festival, before the October holidays, before two year's ends; weekends among them, and make-up workdays.
fn filing_days() -> impl Iterator<Item = NaiveDate> {
    [(day(2024, 1, 29), 23), (day(2024, 9, 23), 20), (day(2025, 12, 19), 16), (day(2023, 12, 25), 10)]
        .into_iter()
        .flat_map(|(from, many)| from.iter_days().take(many))
}

/// Each day up to twelve working days after a first.
fn until_twelve(from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let until = last(from, working(12), |_| false);
    from.iter_days().take_while(move |it| *it <= until)
}

fn ask() -> AskForCorrections {
    AskForCorrections { materials: marks(&PAPERS[..1]) }
}

fn accept() -> Accept {
    Accept { receipt: "SL-1".parse().unwrap() }
}

fn turn_away(ground: Ground) -> NotAccept {
    NotAccept { receipt: "BYSL-1".parse().unwrap(), ground }
}

#[test]
fn what_nobody_answered_counts_as_accepted_after_five_working_days_and_only_a_licence() {
    let (mut asked, mut barred) = (0, 0);
    for filing in filing_days() {
        for (key, licence) in [("L-0", true), ("L-n3w", true), ("Q-0", false), ("Q-n3w", false)] {
            let case = filed(&OFFICE, key, filing, 1);
            let complete = filed(&OFFICE, key, filing, 0);
            // a slip put right is no notice
            let slip = CorrectOnSpot { material: "subject".parse().unwrap(), what: "日期补全".parse().unwrap() };
            let corrected = taken(&OFFICE, &case, slip, filing);
            for on in until_twelve(filing) {
                let gone = gone(filing, on, TimeUnit::WorkingDay);
                let bars = notice_bars(licence, gone);
                let too_late = (bars, Rule::NotYetDeemed);
                for case in [&case, &corrected] {
                    assert_eq!(broken(&OFFICE, case, ask(), on), rules(&[too_late]), "{key} {filing} {on}");
                    let incomplete = rules(&[too_late, (true, Rule::PapersComplete)]);
                    assert_eq!(broken(&OFFICE, case, accept(), on), incomplete, "{key} {filing} {on}");
                }
                assert_eq!(broken(&OFFICE, &complete, accept(), on), rules(&[too_late]), "{key} {filing} {on}");
                for case in [&case, &complete, &corrected] {
                    let got = broken(&OFFICE, case, DeemAccepted {}, on);
                    let early = licence && !deemed_allowed(true, gone, false);
                    assert_eq!(
                        got,
                        rules(&[(!licence, Rule::DeemedForLicence), (early, Rule::NoticePeriodOver)]),
                        "{key} {filing} {on}"
                    );
                    assert_eq!(got.is_empty(), deemed_allowed(licence, gone, false));
                }
                // what counts as accepted is not turned away either
                for ground in
                    [Ground::NothingToApplyFor, Ground::AnotherIsCompetent(tongquan::Department::Finance.into())]
                {
                    assert_eq!(
                        broken(&OFFICE, &case, turn_away(ground), on),
                        rules(&[too_late]),
                        "{key} {filing} {on}"
                    );
                }
                asked += 1;
                barred += usize::from(bars);
            }
        }
    }
    assert!(asked > 4_000 && barred > 1_000, "{asked} {barred}");
}

#[test]
fn a_notice_given_in_time_ends_it_however_long_the_applicant_takes() {
    for filing in filing_days() {
        for key in ["L-0", "L-15w"] {
            let case = filed(&OFFICE, key, filing, 1);
            for noticed in until_twelve(filing).filter(|on| !notice_bars(true, gone(filing, *on, TimeUnit::WorkingDay)))
            {
                let case = taken(&OFFICE, &case, ask(), noticed);
                let supplied = HandInCorrections { materials: marks(&PAPERS[..1]) };
                let supplied = taken(&OFFICE, &case, supplied, noticed);
                for on in until_twelve(filing).filter(|on| *on >= noticed) {
                    assert!(!deemed_allowed(true, gone(filing, on, TimeUnit::WorkingDay), true));
                    assert_eq!(broken(&OFFICE, &case, DeemAccepted {}, on), [Rule::StepHasPlace]);
                    assert_eq!(broken(&OFFICE, &supplied, accept(), on), [], "{key} {filing} {noticed} {on}");
                }
            }
        }
    }
}

#[test]
fn acceptance_by_law_dates_back_to_the_filing_day_whenever_it_is_recorded() {
    for filing in filing_days() {
        let case = filed(&OFFICE, "L-8-15w", filing, 1);
        let first = until_twelve(filing).find(|on| notice_bars(true, gone(filing, *on, TimeUnit::WorkingDay))).unwrap();
        for later in [0, 1, 30, 200] {
            let on = first + chrono::Days::new(later);
            let deemed = taken(&OFFICE, &case, DeemAccepted {}, on);
            let AnyCase::Accepted(it) = &deemed else { panic!("accepted") };
            assert_eq!(it.stage().at(), nine(filing));
            for timing in deemed.record().periods().skip(1) {
                assert_eq!(timing.clock.started(), filing, "{}", timing.period);
            }
        }
    }
}

/// S30
#[test]
fn what_comes_in_outside_office_hours_counts_on_its_calendar_day() {
    let mut compared = 0;
    for filing in filing_days() {
        for key in ["L-0", "L-8-15w", "Q-0", "Q-n3w"] {
            let by_day = filed(&OFFICE, key, filing, 1);
            let periods = |case: &AnyCase| case.record().periods().map(|it| (it.period, it.clock)).collect::<Vec<_>>();
            for (hour, minute, second) in [(0, 0, 0), (7, 59, 59), (17, 30, 1), (23, 59, 59)] {
                let opening = by_day.record().opening();
                let at = Moment::new(filing, hour, minute, second).unwrap();
                let stamp = Stamp { at, ..opening.stamp.clone() };
                let at_night = AnyCase::file(by_day.record().file().clone(), stamp, &OFFICE).unwrap();
                assert_eq!((at_night.record().filed(), periods(&at_night)), (filing, periods(&by_day)), "{key} {at}");
                for on in until_twelve(filing).skip(1) {
                    let deemed = [&by_day, &at_night].map(|case| broken(&OFFICE, case, DeemAccepted {}, on));
                    assert_eq!(deemed[0], deemed[1], "{key} {at} {on}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 16_000, "{compared}");
}

/// S27, S29: the days on the way count, from the day on which the first venue took the papers in.
#[test]
fn papers_on_their_way_do_not_stop_the_five_days() {
    let venue = Centre::CITY.into();
    let at_venue = case_via(&crate::support::OFFICE, "XK-002", Region::Wenshang, &venue, StageKind::Filed);
    let office = &crate::support::OFFICE;
    for on in until_twelve(filing_day()) {
        let bars = notice_bars(true, gone(filing_day(), on, TimeUnit::WorkingDay));
        let lies = [(bars, Rule::NotYetDeemed), (true, Rule::PapersPassedOn)];
        assert_eq!(broken(office, &at_venue, ask(), on), rules(&lies), "{on}");
        let expected = rules(&[(!bars, Rule::NoticePeriodOver)]);
        assert_eq!(broken(office, &at_venue, DeemAccepted {}, on), expected, "{on}");
        let passed = taken(office, &at_venue, PassOn {}, on);
        assert_eq!(broken(office, &passed, ask(), on), rules(&lies[..1]), "{on}");
        assert_eq!(broken(office, &passed, DeemAccepted {}, on), expected, "{on}");
    }
}

/// In every situation the same, whoever accepts.
#[test]
fn every_standing_and_window_is_bound_by_the_same_days() {
    let mut asked = 0;
    for played in PLAYED.iter() {
        let scene = &played.scene;
        for shot in played.shots.iter().filter(|it| it.case.stage() == StageKind::Filed) {
            let lies = shot.papers == Papers::Venue;
            for on in [day(2024, 3, 11), day(2024, 3, 12)] {
                let bars = notice_bars(scene.is_licence(), gone(filing_day(), on, TimeUnit::WorkingDay));
                let (step, at) = (ask().into(), nine(on));
                let by = scene.whoever(shot, &step);
                let why = shot.case.check(&step, &Stamp { at, by }, scene.office()).err();
                let got: Vec<Rule> = why.iter().flat_map(|it| it.objections()).map(|it| it.rule).collect();
                // a notice of what is there already is no fault of time
                let got: Vec<Rule> = got.into_iter().filter(|it| *it != Rule::NoticeNamesSomething).collect();
                let expected = rules(&[(bars, Rule::NotYetDeemed), (lies, Rule::PapersPassedOn)]);
                assert_eq!(got, expected, "“{}” on {on} in {scene:?}", shot.told);
                asked += 1;
            }
        }
    }
    assert!(asked > 3_000, "{asked}");
}
