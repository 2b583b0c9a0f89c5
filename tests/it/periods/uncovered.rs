//! Years that the calendar lacks: what lies ahead stops nobody, what lies behind is to be recorded first (`S47`), and then it goes on.

use tongquan::{
    Calendar, Refusal,
    case::{
        Deadline, StageKind, Who,
        steps::{
            Accept, AffixSeal, AskForCorrections, Close, DecideFavourably, DeemAccepted, Deliver, Ground,
            HandInCorrections, IssueLicence, Lapse, NotAccept, Resume, TakeReviewStep, Transfer, Withdraw,
        },
        worklist,
    },
    register::Revision,
    time::Uncovered,
};

use super::*;
use crate::{
    clock::is_worked,
    recount::{gone, last},
    support::{extend, suspend},
    years::notice_2027,
};

/// Days of the turn of the year after which there is no calendar: from 2026-12-01.
fn turn() -> impl Iterator<Item = NaiveDate> {
    day(2026, 12, 14).iter_days().take_while(|it| *it < day(2027, 2, 10))
}

fn is_covered(on: NaiveDate) -> bool {
    on < day(2027, 1, 1)
}

/// Of the days that a period may have used up before one: so many surely, so many if every uncovered day were worked.
fn bounds(first: NaiveDate, on: NaiveDate) -> (u32, u32) {
    let between = first.iter_days().skip(1).take_while(|it| *it < on);
    let surely = between.clone().filter(|it| is_covered(*it) && is_worked(*it).unwrap()).count();
    let perhaps = surely + between.filter(|it| !is_covered(*it)).count();
    (u32::try_from(surely).unwrap(), u32::try_from(perhaps).unwrap())
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

/// It says which year is missing, in both languages.
#[track_caller]
fn names_2027(case: &AnyCase, step: impl Into<AnyStep>, on: NaiveDate) {
    let step = step.into();
    let why: Refusal = case.check(&step, &stamp(case, &step, on), &OFFICE).unwrap_err();
    let it = why.objections().iter().find(|it| it.rule == Rule::CalendarCovers).unwrap();
    assert!(it.zh().contains("2027年") && it.to_string().contains("2027"), "{it}");
}

/// What a period of some working days makes of a day: known to run, known to be over, or not known.
#[track_caller]
fn judged(
    got: &[Rule],
    if_running: &[Rule],
    if_over: &[Rule],
    (first, on, amount): (NaiveDate, NaiveDate, u32),
) -> bool {
    let (surely, perhaps) = bounds(first, on);
    let uncovered = got.contains(&Rule::CalendarCovers);
    if uncovered {
        // never for what lies ahead, nor for what is known without it
        assert!(first.iter_days().skip(1).take_while(|it| *it < on).any(|it| !is_covered(it)), "{first} {on}");
        assert!(surely < amount, "{first} {on}: over, whatever the year will be");
    } else if surely >= amount {
        assert_eq!(got, if_over, "{first} {on}");
    } else {
        assert_eq!(got, if_running, "{first} {on}");
        assert!(perhaps < amount, "{first} {on}: nobody knows");
    }
    uncovered
}

#[test]
fn a_day_ahead_stops_no_step_and_a_day_behind_that_has_to_be_counted_is_asked_for() {
    let mut unknown = 0;
    for filing in turn().take_while(|it| is_covered(*it)) {
        let (case, complete) = (filed(&OFFICE, "L-0", filing, 1), filed(&OFFICE, "L-0", filing, 0));
        for on in turn().filter(|on| *on >= filing) {
            let of = (filing, on, 5);
            let late = [Rule::NotYetDeemed];
            let asked = judged(&broken(&OFFICE, &case, ask(), on), &[], &late, of);
            let accepted = judged(&broken(&OFFICE, &complete, accept(), on), &[], &late, of);
            let deem = broken(&OFFICE, &case, DeemAccepted {}, on);
            let deemed = judged(&deem, &[Rule::NoticePeriodOver], &[], of);
            assert_eq!((asked, accepted), (deemed, deemed));
            if deemed {
                assert_eq!(deem, [Rule::CalendarCovers]);
                names_2027(&case, DeemAccepted {}, on);
                names_2027(&case, ask(), on);
                unknown += 1;
            }
            let turned = judged(&broken(&OFFICE, &case, turn_away(Ground::NothingToApplyFor), on), &[], &late, of);
            assert_eq!(turned, deemed);
            // what asks for no day is not stopped by one
            assert_eq!(broken(&OFFICE, &case, Withdraw { reason: None }, on), []);
        }
    }
    assert!(unknown > 100, "{unknown}");
}

#[test]
fn corrections_and_extensions_ask_for_the_days_behind_them_alone() {
    let still = || Ground::StillIncomplete(marks(&PAPERS[..1]));
    let mut unknown = 0;
    for start in turn().take_while(|it| is_covered(*it)) {
        for (key, amount) in [("Q-1w", 1), ("L-5w", 5), ("L-15w", 15)] {
            let case = taken(&OFFICE, &filed(&OFFICE, key, start, 1), ask(), start);
            let whole = taken(&OFFICE, &case, HandInCorrections { materials: marks(&PAPERS[..1]) }, start);
            for on in turn().filter(|on| *on >= start) {
                let of = (start, on, amount);
                let lapse = broken(&OFFICE, &case, Lapse {}, on);
                let lapses = judged(&lapse, &[Rule::CorrectionPeriodOver], &[], of);
                let turned = broken(&OFFICE, &case, turn_away(still()), on);
                assert_eq!(judged(&turned, &[Rule::ApplicantHadTime], &[], of), lapses, "{key} {start} {on}");
                if lapses {
                    assert_eq!((&lapse[..], &turned[..]), (&[Rule::CalendarCovers][..], &[Rule::CalendarCovers][..]));
                    unknown += 1;
                }
                // complete, whatever the day
                assert_eq!(broken(&OFFICE, &whole, accept(), on), []);
                assert_eq!(broken(&OFFICE, &whole, turn_away(still()), on), []);
            }
        }
        // a period in days needs no calendar
        let case = taken(&OFFICE, &filed(&OFFICE, "L-15d", start, 1), ask(), start);
        for on in turn().filter(|on| *on >= start) {
            let over = gone(start, on, TimeUnit::Day) >= 15;
            assert_eq!(broken(&OFFICE, &case, Lapse {}, on), rules(&[(!over, Rule::CorrectionPeriodOver)]));
        }
        let case = taken(&OFFICE, &filed(&OFFICE, "L-10w", start, 0), accept(), start);
        let head = official(case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap());
        for on in turn().filter(|on| *on >= start) {
            let got = broken(&OFFICE, &case, extend(head.clone()), on);
            unknown += usize::from(judged(&got, &[], &[Rule::ExtensionInTime], (start, on, 20)));
        }
    }
    assert!(unknown > 1_000, "{unknown}");
}

/// The fictional office, with a notice of 2027 that nobody gave, recorded on a day.
fn noticed(on: NaiveDate) -> Office {
    OFFICE.record(&Revision { calendars: vec![notice_2027()], ..Revision::on(on) }).unwrap()
}

#[test]
fn once_the_notice_of_the_year_is_recorded_everything_goes_on() {
    let filing = day(2026, 12, 30);
    let case = filed(&OFFICE, "L-n3w", filing, 1);
    let recorded = day(2027, 1, 6);
    let office = noticed(recorded);
    // the first is a holiday, the second and third a weekend: 12-31 and 01-04 to 01-07
    assert_eq!(last(filing, working(5), |_| false), day(2027, 1, 7));
    for on in filing.iter_days().take(20) {
        let got = broken(&office, &case, ask(), on);
        let expected = match on {
            // until then nobody knew the year
            on if on < day(2027, 1, 5) => vec![],
            on if on < recorded => vec![Rule::CalendarCovers],
            on if on <= day(2027, 1, 7) => vec![],
            _ => vec![Rule::NotYetDeemed],
        };
        assert_eq!(got, expected, "{on}");
    }
    assert_eq!(broken(&office, &case, DeemAccepted {}, day(2027, 1, 7)), [Rule::NoticePeriodOver]);
    let deemed = taken(&office, &case, DeemAccepted {}, day(2027, 1, 8));
    assert_eq!(deemed.stage(), StageKind::Accepted);
    // what was entered then is still so to whoever reads it with the years of a later day
    let again: AnyCase = serde_json::from_str(&serde_json::to_string(&deemed).unwrap()).unwrap();
    assert_eq!(again.record().hold_against(&office), Ok(()));
}

#[test]
fn a_deadline_in_a_year_without_a_calendar_is_unknown_and_lists_show_it_so() {
    let filing = day(2026, 12, 30);
    let case = filed(&OFFICE, "L-n3w", filing, 1);
    let known = filed(&OFFICE, "L-n3w", day(2026, 12, 28), 1);
    let (built_in, office) = (Calendar::built_in(), noticed(day(2027, 1, 6)));
    let added = office.now().calendar();
    assert_eq!(case.record().due(built_in), Deadline::Uncovered { year: 2027 });
    assert_eq!(known.record().due(built_in), Deadline::On(day(2026, 12, 31)));
    assert_eq!(case.record().due(added), Deadline::On(day(2027, 1, 5)));
    for cases in [[&case, &known], [&known, &case]] {
        let told: Vec<Deadline> = worklist(cases, built_in).iter().map(|it| it.due).collect();
        assert_eq!(told, [Deadline::On(day(2026, 12, 31)), Deadline::Uncovered { year: 2027 }]);
    }
    let [notice] = &case.record().periods().collect::<Vec<_>>()[..] else { panic!("one period") };
    // whether it is late is not known either, once a day behind is not covered
    for on in filing.iter_days().take(30) {
        let behind = on > day(2027, 1, 1);
        let late = notice.is_late(on, built_in);
        assert_eq!(late, if behind { Err(Uncovered { year: 2027 }) } else { Ok(false) }, "{on}");
        assert_eq!(notice.is_late(on, added), Ok(on > day(2027, 1, 5)), "{on}");
    }
}

#[test]
fn a_case_goes_through_a_year_without_a_calendar_from_acceptance_to_the_archive() {
    let mut on = day(2026, 12, 31);
    let mut case = filed(&OFFICE, "L-10w", on, 0);
    let mut go = |step: AnyStep| {
        case = taken(&OFFICE, &case, step, on);
        // a month and more at each step
        on = on + chrono::Days::new(40);
        case.clone()
    };
    go(accept().into());
    go(suspend().into());
    go(Resume {}.into());
    let step = |code: &str| TakeReviewStep {
        step: code.parse().unwrap(),
        finding: None,
        officers: marks(&["clerk-1", "clerk-2"]),
    };
    for code in ["desk", "site", "opinion"] {
        go(step(code).into());
    }
    let conditions = marks(&["scope", "eligible", "true"]);
    go(DecideFavourably { attested: conditions }.into());
    go(AffixSeal {}.into());
    go(IssueLicence { number: "ZZ-1".parse().unwrap() }.into());
    let delivered = go(Deliver {}.into());
    let closed = go(Close {}.into());
    assert_eq!(closed.stage(), StageKind::Closed);
    for timing in delivered.record().periods() {
        let late = timing.is_late(day(2028, 12, 31), Calendar::built_in());
        // the notice was met on the filing day, for it was accepted then
        let met = timing.ended == Some(day(2026, 12, 31));
        assert_eq!(late, if met { Ok(false) } else { Err(Uncovered { year: 2027 }) }, "{}", timing.period);
    }
    // moving on to a later edition asks for no day either
    let case = filed(&OFFICE, "XK-001", day(2024, 3, 4), 1);
    let transfer = Transfer { reason: "手册换版".parse().unwrap() };
    assert_eq!(broken(&OFFICE, &case, transfer, day(2030, 1, 1)), []);
}

/// Whose turn it is cannot be known either: it is told as if the period ran, and taking the step says which year is missing.
#[test]
fn whom_a_case_waits_for_is_told_as_though_the_period_still_ran() {
    let case = filed(&OFFICE, "L-0", day(2026, 12, 30), 1);
    let on = day(2027, 3, 1);
    let told = case.waits_for(&OFFICE, on);
    let [only] = &told[..] else { panic!("{told:?}") };
    assert!(matches!(only.who, Who::Body(_)) && only.role == Role::Accepting);
    names_2027(&case, ask(), on);
}
