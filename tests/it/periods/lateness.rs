//! What is late is entered and shown as late, from the day after its last (`S47`): every boundary day, recounted day by day.

use std::collections::BTreeMap;

use tongquan::{
    Calendar,
    case::{
        Period, StageKind, StepKind, Timing,
        steps::{
            Accept, AffixSeal, AskForCorrections, DecideUnfavourably, Deliver, HandInCorrections, Lapse, NotAccept,
            Resume, TakeReviewStep, Withdraw,
        },
    },
    register::Remedy,
};

use super::*;
use crate::{
    recount::last,
    scenes::{PLAYED, Shot},
    support::{extend, suspend},
};

/// First days about the Spring Festival, the October holidays and a year's end.
const FIRST: [(i32, u32, u32); 5] = [(2024, 2, 6), (2024, 2, 9), (2024, 9, 27), (2025, 12, 30), (2024, 3, 9)];

fn firsts() -> impl Iterator<Item = NaiveDate> {
    FIRST.into_iter().map(|(year, month, of)| day(year, month, of))
}

#[track_caller]
fn timing(case: &AnyCase, period: Period) -> Option<Timing> {
    let mut all = case.record().periods().filter(|it| it.period == period);
    let found = all.next();
    assert!(all.next().is_none(), "a period is told once");
    found
}

/// Met on a day, it was late or not from then on, as it had been on each day before.
#[track_caller]
fn is_late_after(case: &AnyCase, period: Period, end: NaiveDate, met: NaiveDate) -> bool {
    let it = timing(case, period).unwrap();
    assert_eq!(it.ended, Some(met), "{period}");
    let calendar = Calendar::built_in();
    for on in it.clock.started().iter_days().take_while(|it| *it < met) {
        assert_eq!(it.is_late(on, calendar), Ok(on > end), "{period} seen from {on}");
    }
    for after in [0, 1, 30, 100] {
        assert_eq!(it.is_late(met + chrono::Days::new(after), calendar), Ok(met > end), "{period} met on {met}");
    }
    met > end
}

fn accept() -> Accept {
    Accept { receipt: "SL-1".parse().unwrap() }
}

#[test]
fn a_late_notice_of_what_is_no_licence_is_entered_and_shown_late() {
    let mut late = BTreeMap::new();
    for start in firsts() {
        for (key, limit) in [
            ("Q-n3w", working(3)),
            ("Q-n6w", working(6)),
            ("Q-n4d", days(4)),
            ("L-n3w", working(3)),
            ("L-0", working(5)),
        ] {
            let end = last(start, limit, |_| false);
            let law = last(start, working(5), |_| false);
            let case = filed(&OFFICE, key, start, 1);
            let complete = filed(&OFFICE, key, start, 0);
            for on in start.iter_days().take(25).filter(|on| key.starts_with('Q') || *on <= law) {
                let notice = AskForCorrections { materials: marks(&PAPERS[..1]) };
                let noticed = taken(&OFFICE, &case, notice, on);
                let accepted = taken(&OFFICE, &complete, accept(), on);
                for case in [noticed, accepted] {
                    if is_late_after(&case, Period::Notice, end, on) {
                        *late.entry(key).or_insert(0) += 1;
                    }
                }
                // and while it is open
                let open = timing(&case, Period::Notice).unwrap();
                assert_eq!(open.ended, None);
                assert_eq!(open.is_late(on, Calendar::built_in()), Ok(on > end), "{key} {start} {on}");
            }
        }
        // no period, no lateness
        assert_eq!(timing(&filed(&OFFICE, "Q-0", start, 1), Period::Notice), None);
    }
    // a licence's own period of three days may be missed in time for the law's five, whose end bars the notice instead
    assert!(late["L-n3w"] > 0 && !late.contains_key("L-0") && late["Q-n3w"] > 100, "{late:?}");
}

#[test]
fn corrections_that_come_late_are_shown_late_and_so_is_what_lapsed() {
    for start in firsts() {
        for (key, limit) in [("Q-5w", working(5)), ("L-15d", days(15))] {
            let end = last(start, limit, |_| false);
            let notice = AskForCorrections { materials: marks(&PAPERS[..2]) };
            let case = taken(&OFFICE, &filed(&OFFICE, key, start, 2), notice, start);
            let papers = |it: &[&str]| HandInCorrections { materials: marks(it) };
            let half = taken(&OFFICE, &case, papers(&PAPERS[..1]), start);
            assert_eq!(timing(&half, Period::Corrections).unwrap().ended, None);
            for on in start.iter_days().take(25) {
                let whole = taken(&OFFICE, &half, papers(&PAPERS[1..2]), on);
                is_late_after(&whole, Period::Corrections, end, on);
                let accepted = taken(&OFFICE, &whole, accept(), on);
                is_late_after(&accepted, Period::Corrections, end, on);
                let withdrawn = taken(&OFFICE, &half, Withdraw { reason: None }, on);
                is_late_after(&withdrawn, Period::Corrections, end, on);
                if on > end {
                    let lapsed = taken(&OFFICE, &half, Lapse {}, on);
                    assert!(is_late_after(&lapsed, Period::Corrections, end, on));
                }
            }
        }
    }
}

fn unfavourably() -> DecideUnfavourably {
    DecideUnfavourably { unmet: marks(&["true"]), remedies: vec![Remedy::Reconsideration, Remedy::Litigation] }
}

#[test]
fn a_late_decision_is_entered_and_shown_late_against_each_of_its_limits() {
    let items = [
        ("Q-5-20w", working(5), Some(working(20))),
        ("Q-10d", days(10), None),
        ("L-8-15w", working(8), Some(working(15))),
        // S49: the law's, where the handbook names none
        ("L-10w", working(10), Some(working(20))),
        ("L-10-20d", days(10), Some(days(20))),
    ];
    for start in firsts() {
        for (key, promised, statutory) in items {
            let case = taken(&OFFICE, &filed(&OFFICE, key, start, 0), accept(), start);
            let periods = [(Period::Promised, Some(promised)), (Period::Statutory, statutory)];
            for on in start.iter_days().take(45) {
                let decided = taken(&OFFICE, &case, unfavourably(), on);
                for (period, limit) in periods {
                    match limit {
                        Some(limit) => drop(is_late_after(&decided, period, last(start, limit, |_| false), on)),
                        None => assert_eq!(timing(&decided, period), None),
                    }
                }
            }
            // put off by a suspension and by an extension, where there are any
            let (from, until) = (start + chrono::Days::new(3), start + chrono::Days::new(9));
            let mut put_off = taken(&OFFICE, &taken(&OFFICE, &case, suspend(), from), Resume {}, until);
            let extends = matches!(key, "L-8-15w" | "L-10w");
            if extends {
                let head = official(put_off.record().holders(Role::Deciding).next().unwrap().to_body().unwrap());
                put_off = taken(&OFFICE, &put_off, extend(head), until);
            }
            for on in until.iter_days().take(60) {
                let decided = taken(&OFFICE, &put_off, unfavourably(), on);
                for (period, limit) in periods.into_iter().filter_map(|(it, limit)| Some((it, limit?))) {
                    let allowed = Limit { amount: limit.amount + if extends { 10 } else { 0 }, ..limit };
                    let end = last(start, allowed, |it| from <= it && it < until);
                    let it = timing(&decided, period).unwrap();
                    assert_eq!(it.is_late(on, Calendar::built_in()), Ok(on > end), "{key} {start} {on} {period}");
                }
            }
        }
    }
}

#[test]
fn a_licence_delivered_on_the_eleventh_working_day_is_delivered_and_shown_late() {
    for start in firsts() {
        for (key, licence) in [("L-10w", true), ("L-10-20d", true), ("Q-5-20w", false)] {
            let case = taken(&OFFICE, &filed(&OFFICE, key, start, 0), accept(), start);
            let step = |code: &str| TakeReviewStep {
                step: code.parse().unwrap(),
                finding: None,
                officers: marks(&["clerk-1", "clerk-2"]),
            };
            let case =
                ["desk", "site", "opinion"].into_iter().fold(case, |it, code| taken(&OFFICE, &it, step(code), start));
            let conditions = marks(&["scope", "eligible", "true"]);
            let decided = start.succ_opt().unwrap();
            let grant = tongquan::case::steps::DecideFavourably { attested: conditions };
            let case = taken(&OFFICE, &case, grant, decided);
            let case = taken(&OFFICE, &case, AffixSeal {}, decided);
            let number = "ZZ-1".parse().unwrap();
            let case = taken(&OFFICE, &case, tongquan::case::steps::IssueLicence { number }, decided);
            let end = last(decided, working(10), |_| false);
            let mut lates = 0;
            for on in decided.iter_days().take(30) {
                let delivered = taken(&OFFICE, &case, Deliver {}, on);
                assert_eq!(delivered.stage(), StageKind::Concluded);
                if licence {
                    lates += u32::from(is_late_after(&delivered, Period::Delivery, end, on));
                } else {
                    // S8: that law binds licences alone, though a certificate results
                    assert_eq!(timing(&delivered, Period::Delivery), None);
                }
            }
            assert_eq!(lates > 0, licence);
        }
    }
}

/// When a period began and ended, read off the steps alone.
fn recounted(shot: &Shot, licence: bool) -> BTreeMap<Period, (NaiveDate, NaiveDate, Option<NaiveDate>)> {
    let (record, stage) = (shot.case.record(), shot.case.stage());
    let standard = record.standard().unwrap();
    let on = |kinds: &[StepKind]| {
        record.entries().iter().find(|it| kinds.contains(&it.kind())).map(|it| it.stamp().at.day())
    };
    let filed = record.filed();
    let ended = record.entries().last().filter(|_| stage.is_terminal()).map(|it| it.stamp().at.day());
    let noticed = on(&[StepKind::AskForCorrections]);
    let by_law = on(&[StepKind::DeemAccepted]).map(|_| filed);
    let accepted = on(&[StepKind::Accept]).or(by_law);
    let decided = on(&[StepKind::DecideFavourably, StepKind::DecideUnfavourably]);
    let stopped = on(&[StepKind::Suspend]);
    let more = if on(&[StepKind::Extend]).is_some() { 10 } else { 0 };
    let mut told = BTreeMap::new();
    // in these scenes nothing is resumed: what is suspended has no end, and is not compared
    let mut add = |period, from: Option<NaiveDate>, limit: Option<Limit>, met: Option<NaiveDate>| {
        if let (Some(from), Some(limit)) = (from, limit) {
            told.insert(period, (from, last(from, limit, |_| false), met.or(ended)));
        }
    };
    let notice = standard.notice.or(licence.then(|| working(5)));
    let answered = noticed.or(on(&[StepKind::Accept, StepKind::DeemAccepted]));
    add(Period::Notice, Some(filed), notice, answered);
    add(Period::Corrections, noticed, standard.corrections, on(&[StepKind::HandInCorrections]));
    let limits = standard.limits.filter(|_| stopped.is_none());
    let longer = |it: Limit| Limit { amount: it.amount + more, ..it };
    add(Period::Promised, accepted, limits.map(|it| longer(it.promised)), decided);
    add(Period::Statutory, accepted, limits.and_then(|it| it.statutory).map(longer), decided);
    let granted = on(&[StepKind::DecideFavourably]);
    add(Period::Delivery, granted.filter(|_| licence), Some(working(10)), on(&[StepKind::Deliver]));
    told
}

#[test]
fn every_period_of_every_course_begins_ends_and_is_late_as_its_steps_say() {
    let calendar = Calendar::built_in();
    let (mut compared, mut late) = (0, 0);
    for played in PLAYED.iter() {
        for shot in &played.shots {
            let expected = recounted(shot, played.scene.is_licence());
            let suspended = shot.case.stage() == StageKind::Suspended;
            let kept = |it: &Timing| !(suspended && matches!(it.period, Period::Promised | Period::Statutory));
            let told: Vec<Timing> = shot.case.record().periods().filter(kept).collect();
            let named: Vec<Period> = told.iter().map(|it| it.period).collect();
            assert_eq!(named, expected.keys().copied().collect::<Vec<_>>(), "“{}” of {:?}", shot.told, played.scene);
            for it in told {
                let (from, end, met) = expected[&it.period];
                assert_eq!((it.clock.started(), it.ended), (from, met), "{} of “{}”", it.period, shot.told);
                assert_eq!(it.clock.deadline(calendar), Ok(Some(end)), "{} of “{}”", it.period, shot.told);
                for on in [day(2024, 3, 8), day(2024, 3, 18), day(2024, 4, 15), day(2024, 7, 1)] {
                    let expected = met.map_or(on, |it| it.min(on)) > end;
                    assert_eq!(it.is_late(on, calendar), Ok(expected), "{} of “{}” on {on}", it.period, shot.told);
                    compared += 1;
                    late += usize::from(expected);
                }
            }
        }
    }
    assert!(compared > 100_000 && late > 10_000, "{compared} {late}");
}

#[test]
fn what_ends_otherwise_ends_every_open_period() {
    let start = day(2024, 3, 4);
    let case = filed(&OFFICE, "Q-n3w", start, 1);
    let ground = tongquan::case::steps::Ground::NothingToApplyFor;
    for on in start.iter_days().take(12) {
        let end = last(start, working(3), |_| false);
        let receipt = "BYSL-1".parse().unwrap();
        let turned = taken(&OFFICE, &case, NotAccept { receipt, ground: ground.clone() }, on);
        is_late_after(&turned, Period::Notice, end, on);
        let withdrawn = taken(&OFFICE, &case, Withdraw { reason: None }, on);
        is_late_after(&withdrawn, Period::Notice, end, on);
    }
}
