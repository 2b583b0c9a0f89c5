//! The clock of a case ends, counts and tells as one who goes through it day by day would.

use std::{
    collections::{BTreeMap, HashSet},
    sync::LazyLock,
};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use tongquan::{
    Calendar,
    case::{Clock, Period, Reckoned, Stop, Timeliness, Timing},
    law::Article,
    register::{Limit, TimeUnit},
    time::{ExceptionKind, Uncovered},
};

use crate::{places::rows, support::day, years::notice_2027};

const fn working(amount: u16) -> Limit {
    Limit { amount, unit: TimeUnit::WorkingDay }
}

const fn days(amount: u16) -> Limit {
    Limit { amount, unit: TimeUnit::Day }
}

/// 2019 to 2027.
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::built_in().with_year(&notice_2027()).unwrap());

/// What the notices say of their days, read here anew: whether they are worked.
static NOTICED: LazyLock<BTreeMap<NaiveDate, bool>> = LazyLock::new(|| {
    let built_in =
        rows(include_str!("../../seeds/calendar.tsv")).map(|row| (row[0].parse().unwrap(), row[1] == "makeup_workday"));
    let added = notice_2027().exceptions.into_iter().map(|it| (it.date, it.kind == ExceptionKind::MakeupWorkday));
    built_in.chain(added).collect()
});

pub(crate) fn is_worked(on: NaiveDate) -> Result<bool, Uncovered> {
    if !(2019..=2027).contains(&on.year()) {
        return Err(Uncovered { year: on.year() });
    }
    let by_week = !matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
    Ok(NOTICED.get(&on).copied().unwrap_or(by_week))
}

/// A clock told in plain days, and reckoned by going from day to day.
#[derive(Clone, Debug)]
struct Told {
    started: NaiveDate,
    limit: Limit,
    extension: u16,
    stops: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl Told {
    fn clock(&self) -> Clock {
        let mut clock = Clock::new(self.started, self.limit);
        for (at, (from, until)) in self.stops.iter().enumerate() {
            clock.suspend(*from, 10 + at);
            if let Some(until) = until {
                clock.resume(*until);
            }
        }
        if self.extension > 0 {
            clock.extend(self.started, self.extension).unwrap();
        }
        clock
    }

    fn allowed(&self) -> u32 {
        u32::from(self.limit.amount) + u32::from(self.extension)
    }

    fn stop(&self, on: NaiveDate) -> Option<usize> {
        self.stops.iter().position(|(from, until)| *from <= on && until.is_none_or(|until| on < until))
    }

    fn counts(&self, on: NaiveDate) -> Result<bool, Uncovered> {
        if on == self.started || self.stop(on).is_some() {
            return Ok(false);
        }
        if self.limit.unit == TimeUnit::Day { Ok(true) } else { is_worked(on) }
    }

    fn used(&self, through: NaiveDate) -> Result<u32, Uncovered> {
        let walked = self.started.iter_days().take_while(|it| *it <= through);
        walked.map(|it| self.counts(it).map(u32::from)).sum()
    }

    /// The day on which nothing is left, if there is one up to a day.
    fn run_out(&self, through: NaiveDate) -> Result<Option<NaiveDate>, Uncovered> {
        let mut used = 0;
        for on in self.started.iter_days().take_while(|it| *it <= through) {
            used += u32::from(self.counts(on)?);
            if used == self.allowed() {
                return Ok(Some(on));
            }
        }
        Ok(None)
    }
}

/// Clocks of both units with up to four stops, one after the other, the last of which may be open.
fn told() -> impl Strategy<Value = Told> {
    let limit =
        (0_u16..70, any::<bool>()).prop_map(|(amount, in_days)| if in_days { days(amount) } else { working(amount) });
    let stops = prop::collection::vec((0_u64..25, 0_u64..40), 0..=4);
    (0_u64..3280, limit, prop_oneof![Just(0_u16), 1_u16..20], stops, any::<bool>()).prop_map(
        |(start, limit, extension, spans, open)| {
            let started = day(2019, 1, 1) + Days::new(start);
            let mut at = started;
            let mut stops = Vec::new();
            for (gap, length) in spans {
                let from = at + Days::new(gap);
                at = from + Days::new(length);
                stops.push((from, Some(at)));
            }
            if let Some((_, until)) = stops.last_mut().filter(|_| open) {
                *until = None;
            }
            let extension = if limit.unit == TimeUnit::Day { 0 } else { extension };
            Told { started, limit, extension, stops }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_clock_ends_and_counts_as_a_recount_does(told in told(), asked in 0_u64..250) {
        let clock = told.clock();
        let stopped = told.stops.last().is_some_and(|(_, until)| until.is_none());
        prop_assert_eq!((clock.allowed(), clock.is_stopped()), (told.allowed(), stopped));
        // five years lie beyond every clock here
        let deadline = told.run_out(day(2033, 1, 1));
        prop_assert_eq!(clock.deadline(&CALENDAR), deadline);

        let on = told.started.pred_opt().unwrap() + Days::new(asked);
        prop_assert_eq!(clock.used(on, &CALENDAR), told.used(on));
        let run_out = told.run_out(on);
        let left = run_out.and_then(|it| if it.is_some() { Ok(0) } else { Ok(told.allowed() - told.used(on)?) });
        prop_assert_eq!(clock.left(on, &CALENDAR), left);
        let overdue = clock.overdue(on, &CALENDAR);
        prop_assert_eq!(overdue, told.run_out(on.pred_opt().unwrap()).map(|it| it.is_some()));
        if overdue == Ok(false) && left.is_ok() {
            prop_assert_eq!(left.unwrap() + clock.used(on, &CALENDAR).unwrap(), told.allowed());
        }
        prop_assert_eq!(clock.stopped_on(on).map(|it| it.entry), told.stop(on).map(|it| it + 10));
    }

    #[test]
    fn the_deadline_is_the_last_day_that_is_not_overdue(told in told()) {
        let clock = told.clock();
        match clock.deadline(&CALENDAR) {
            Ok(Some(deadline)) => {
                prop_assert!(told.started <= deadline);
                for on in told.started.iter_days().take(300) {
                    prop_assert_eq!(clock.overdue(on, &CALENDAR), Ok(on > deadline), "{}", on);
                    prop_assert_eq!(clock.left(on, &CALENDAR).unwrap() == 0, on >= deadline);
                }
            }
            Ok(None) => {
                prop_assert!(clock.is_stopped());
                prop_assert_eq!(clock.overdue(day(9999, 1, 1), &CALENDAR), Ok(false));
            }
            Err(uncovered) => {
                prop_assert_eq!(uncovered.year, 2028);
                prop_assert_eq!(clock.overdue(day(2028, 1, 1), &CALENDAR), Ok(false), "no day after it is asked about");
            }
        }
    }

    #[test]
    fn the_account_tells_each_day_once_and_counts_what_is_used(told in told(), asked in 0_u64..250) {
        let clock = told.clock();
        let through = told.started + Days::new(asked);
        let lines: Result<Vec<_>, _> = clock.account(through, &CALENDAR).collect();
        let used = told.used(through);
        prop_assert_eq!(lines.as_ref().err(), used.as_ref().err());
        if let Ok(lines) = lines {
            let listed: Vec<NaiveDate> = lines.iter().map(|it| it.day).collect();
            let walked: Vec<NaiveDate> = told.started.iter_days().take_while(|it| *it <= through).collect();
            prop_assert_eq!(listed, walked);
            let numbers: Vec<u32> = lines.iter().filter_map(|it| it.what.nth()).collect();
            prop_assert_eq!(&numbers, &(1..=used.unwrap()).collect::<Vec<u32>>());
            for line in &lines {
                prop_assert_eq!(Ok(line.what.nth().is_some()), told.counts(line.day));
                let stop = told.stop(line.day).filter(|_| line.day != told.started).map(|it| it + 10);
                let by = if let Reckoned::Suspended { entry } = line.what { Some(entry) } else { None };
                prop_assert_eq!(by, stop);
            }
            let words: HashSet<String> = lines.iter().flat_map(|it| [it.zh(), it.to_string()]).collect();
            prop_assert_eq!(words.len(), 2 * lines.len());
        } else {
            let told: Vec<_> = clock.account(through, &CALENDAR).collect();
            prop_assert_eq!(told.iter().filter(|it| it.is_err()).count(), 1);
            prop_assert!(told.last().unwrap().is_err());
        }
    }

    #[test]
    fn steps_out_of_order_are_no_stops_and_nothing_panics(
        started in any_day(), amount in any::<u16>(), in_days: bool, extension in any::<u16>(),
        steps in prop::collection::vec((any::<bool>(), any_day()), 0..8), asked in any_day(),
    ) {
        let mut clock = Clock::new(started, if in_days { days(amount) } else { working(amount) });
        prop_assert_eq!(clock.extend(started, extension).is_ok(), !in_days);
        for (at, (suspends, on)) in steps.into_iter().enumerate() {
            let before = clock.clone();
            let was_stopped = clock.is_stopped();
            if suspends { clock.suspend(on, at) } else { clock.resume(on) }
            prop_assert_eq!(clock == before, suspends == was_stopped);
        }
        for pair in clock.stops().windows(2) {
            prop_assert!(pair[0].from <= pair[0].until.unwrap() && pair[0].until.unwrap() <= pair[1].from);
        }
        let _ = (clock.deadline(&CALENDAR), clock.used(asked, &CALENDAR), clock.stopped_on(asked));
        let (left, overdue) = (clock.left(asked, &CALENDAR), clock.overdue(asked, &CALENDAR));
        prop_assert!(left.is_err() || left.unwrap() == 0 || overdue == Ok(false));
        let _ = clock.account(asked, &CALENDAR).take(100).count();
    }
}

/// Any day that there is, and the ends of time more often than they come.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let near = (0_u64..5000).prop_map(|it| day(2015, 1, 1) + Days::new(it));
    prop_oneof![
        4 => near,
        1 => (0_u64..3).prop_map(|it| NaiveDate::MAX - Days::new(it)),
        1 => (0_u64..3).prop_map(|it| NaiveDate::MIN + Days::new(it)),
    ]
}

#[test]
fn every_limit_from_1_to_60_from_every_day_of_2019_to_2026_ends_on_its_working_day() {
    let calendar = Calendar::built_in();
    let all: Vec<NaiveDate> = day(2019, 1, 1).iter_days().take_while(|it| it.year() <= 2026).collect();
    let worked: Vec<NaiveDate> = all.iter().copied().filter(|it| is_worked(*it).unwrap()).collect();
    let mut next = 0;
    for start in all {
        while worked.get(next).is_some_and(|it| *it <= start) {
            next += 1;
        }
        for amount in 1..=60 {
            let expected = worked.get(next + usize::from(amount) - 1).copied().ok_or(Uncovered { year: 2027 });
            let clock = Clock::new(start, working(amount));
            assert_eq!(clock.deadline(calendar), expected.map(Some), "{amount} from {start}");
        }
    }
}

#[test]
fn the_state_councils_own_spans_by_hand() {
    let calendar = Calendar::built_in();
    let ends = |start, limit| Clock::new(start, limit).deadline(calendar).unwrap().unwrap();
    // National Day 2021: 10-01 to 10-07 off, Sunday 09-26 and Saturday 10-09 worked
    assert_eq!(ends(day(2021, 9, 24), working(1)), day(2021, 9, 26));
    assert_eq!(ends(day(2021, 9, 26), working(5)), day(2021, 10, 8));
    assert_eq!(ends(day(2021, 9, 30), working(2)), day(2021, 10, 9));
    assert_eq!(ends(day(2021, 10, 3), working(3)), day(2021, 10, 11));
    // Spring Festival 2024: 02-10 to 02-17 off, Sundays 02-04 and 02-18 worked
    assert_eq!(ends(day(2024, 2, 2), working(1)), day(2024, 2, 4));
    assert_eq!(ends(day(2024, 2, 2), working(6)), day(2024, 2, 9));
    assert_eq!(ends(day(2024, 2, 9), working(1)), day(2024, 2, 18));
    assert_eq!(ends(day(2024, 2, 2), working(20)), day(2024, 3, 6));
    // Spring Festival 2020, prolonged to Sunday 02-02
    assert_eq!(ends(day(2020, 1, 23), working(1)), day(2020, 2, 3));
    // New Year's Day 2023, with Saturday 2022-12-31
    assert_eq!(ends(day(2022, 12, 30), working(1)), day(2023, 1, 3));
    // a limit in days runs through all of them, and ends where it ends
    assert_eq!(ends(day(2021, 9, 24), days(10)), day(2021, 10, 4));
    assert_eq!(ends(day(2024, 2, 9), days(1)), day(2024, 2, 10));
}

#[test]
fn a_stop_takes_out_the_day_of_suspension_and_not_the_day_of_resumption() {
    let calendar = Calendar::built_in();
    // a week without holidays: Monday 2024-03-04 to Friday 03-15
    let ends = |stops: &[(u32, Option<u32>)]| {
        let on = |it| day(2024, 3, it);
        let stops = stops.iter().map(|(from, until)| (on(*from), until.map(on))).collect();
        Told { started: on(4), limit: working(5), extension: 0, stops }.clock().deadline(calendar).unwrap()
    };
    let on = |it| Some(day(2024, 3, it));
    assert_eq!(ends(&[]), on(11));
    assert_eq!(ends(&[(6, Some(6))]), on(11), "within one day nothing is taken out");
    assert_eq!(ends(&[(6, Some(7))]), on(12));
    assert_eq!(ends(&[(6, Some(8)), (8, Some(11))]), on(14));
    assert_eq!(ends(&[(9, Some(11))]), on(11), "a weekend is off either way");
    assert_eq!(ends(&[(4, Some(6))]), on(12), "suspended on the day of acceptance");
    assert_eq!(ends(&[(11, Some(12))]), on(12), "on the last day, that day is left");
    assert_eq!(ends(&[(12, Some(20))]), on(11), "what has run out has run out");
    assert_eq!((ends(&[(11, None)]), ends(&[(12, None)])), (None, on(11)));
    let mut clock = Clock::new(day(2024, 3, 4), working(5));
    clock.suspend(day(2024, 3, 6), 3);
    let open = Stop { from: day(2024, 3, 6), until: None, entry: 3 };
    assert_eq!((clock.stops(), clock.stopped_on(day(2025, 1, 1))), (&[open][..], Some(&open)));
    assert_eq!(clock.overdue(day(2030, 1, 1), calendar), Ok(false), "while it stands still no year is missing");
    assert_eq!((clock.used(day(2030, 1, 1), calendar), clock.left(day(2030, 1, 1), calendar)), (Ok(1), Ok(4)));
}

#[test]
fn an_extension_lengthens_a_limit_in_working_days_alone() {
    let calendar = Calendar::built_in();
    let mut clock = Clock::new(day(2024, 3, 4), working(20));
    clock.extend(day(2024, 3, 4), 10).unwrap();
    let thirty = Clock::new(day(2024, 3, 4), working(30));
    assert_eq!(clock.deadline(calendar), thirty.deadline(calendar));
    assert_eq!((clock.limit(), clock.extension(), clock.allowed()), (working(20), 10, 30));
    let mut in_days = Clock::new(day(2024, 3, 4), days(20));
    let before = in_days.clone();
    let why = in_days.extend(day(2024, 3, 4), 10).unwrap_err();
    assert_eq!((&in_days, why.limit), (&before, days(20)));
    assert!(why.zh().contains("20日") && why.to_string().contains("20 days"));
}

#[test]
fn an_extension_brings_no_limit_back_that_had_run_out_before_it() {
    let (calendar, started) = (Calendar::built_in(), day(2024, 3, 4));
    let last = |amount| Clock::new(started, working(amount)).deadline(calendar).unwrap().unwrap();
    for on in started.iter_days().take(60) {
        let mut clock = Clock::new(started, working(20));
        // a stop after the last day moved nothing, and moves nothing then
        clock.suspend(day(2024, 4, 8), 3);
        clock.resume(day(2024, 4, 15));
        clock.extend(on, 10).unwrap();
        let in_time = on <= last(20);
        let until = clock.deadline(calendar).unwrap().unwrap();
        // the five working days from the eighth to the twelfth are taken out
        assert_eq!(until, if in_time { last(35) } else { last(20) }, "{on}");
        assert_eq!(clock.overdue(until.succ_opt().unwrap(), calendar), Ok(true));
        assert_eq!(clock.left(on.max(until), calendar), Ok(0));
    }
}

#[test]
fn an_extension_that_may_have_come_too_late_is_not_counted_on_where_a_year_is_missing() {
    let seen = |extended: NaiveDate, on: NaiveDate, calendar: &Calendar| {
        let mut clock = Clock::new(day(2026, 12, 28), working(5));
        clock.extend(extended, 10).unwrap();
        Timing { period: Period::Promised, clock, ended: None }.timeliness(on, calendar)
    };
    // three of the five by the end of the year
    let (in_time, perhaps, on) = (day(2026, 12, 30), day(2027, 1, 10), day(2027, 1, 12));
    assert_eq!(seen(in_time, on, Calendar::built_in()), Timeliness::Running);
    assert_eq!(seen(perhaps, on, Calendar::built_in()), Timeliness::Unknown);
    assert_eq!(seen(perhaps, on, &CALENDAR), Timeliness::Overdue);
    // as the first days of the year cannot have been enough
    assert_eq!(seen(day(2027, 1, 2), on, Calendar::built_in()), Timeliness::Running);
}

#[test]
fn the_periods_of_the_licensing_law_are_those_of_its_articles() {
    let received = day(2024, 2, 7);
    for (clock, article) in
        [(Clock::of_notice(received), Article::Apl32d), (Clock::of_delivery(received), Article::Apl44)]
    {
        let [period] = article.parameters() else { panic!("{article} has one period") };
        assert_eq!((clock.limit().amount.to_string().as_str(), "working_day"), (period.value, period.unit));
        assert_eq!(clock.limit().unit, TimeUnit::WorkingDay);
        assert_eq!((clock.started(), clock.extension(), clock.stops()), (received, 0, &[][..]));
    }
    // five working days over the Spring Festival of 2024: 02-08, 02-09, Sunday 02-18, 02-19, 02-20
    let calendar = Calendar::built_in();
    assert_eq!(Clock::of_notice(received).deadline(calendar), Ok(Some(day(2024, 2, 20))));
    assert_eq!(Clock::of_delivery(received).deadline(calendar), Ok(Some(day(2024, 2, 27))));
    assert_eq!(Clock::of_notice(received).overdue(day(2024, 2, 20), calendar), Ok(false));
    assert_eq!(Clock::of_notice(received).overdue(day(2024, 2, 21), calendar), Ok(true));
}

#[test]
fn only_what_needs_an_uncovered_day_fails_and_names_its_year() {
    let calendar = Calendar::built_in();
    let missing = |year| Uncovered { year };
    let late = Clock::new(day(2026, 12, 25), working(10));
    assert_eq!(late.deadline(calendar), Err(missing(2027)));
    let eve = day(2026, 12, 31);
    assert_eq!((late.used(eve, calendar), late.left(eve, calendar)), (Ok(4), Ok(6)));
    assert_eq!(late.overdue(day(2027, 1, 1), calendar), Ok(false), "only the days before it are counted");
    assert_eq!(late.overdue(day(2027, 1, 2), calendar), Err(missing(2027)));
    assert_eq!(late.used(day(2027, 1, 1), calendar), Err(missing(2027)));
    assert_eq!(late.account(day(2027, 3, 1), calendar).last(), Some(Err(missing(2027))));
    assert_eq!(late.account(eve, calendar).count(), 7);
    assert!(late.deadline(&CALENDAR).is_ok(), "once the year is added");

    let early = Clock::new(day(2026, 11, 2), working(10));
    let years_later = day(2031, 5, 1);
    assert_eq!(early.overdue(years_later, calendar), Ok(true), "its deadline has passed, whatever came after");
    assert_eq!(early.left(years_later, calendar), Ok(0));
    assert_eq!(early.used(years_later, calendar), Err(missing(2027)));

    let mut stopped = Clock::new(day(2026, 12, 25), working(10));
    stopped.suspend(day(2026, 12, 28), 1);
    stopped.resume(day(2027, 6, 1));
    assert_eq!((stopped.used(day(2027, 5, 31), calendar), stopped.deadline(calendar)), (Ok(0), Err(missing(2027))));

    let in_days = Clock::new(day(2040, 1, 1), days(30));
    assert_eq!(in_days.deadline(calendar), Ok(Some(day(2040, 1, 31))), "a limit in days asks no calendar");
    assert_eq!(
        (in_days.used(day(2040, 1, 9), calendar), in_days.account(day(2040, 1, 9), calendar).count()),
        (Ok(8), 9)
    );
    assert_eq!(Clock::new(day(2018, 5, 1), working(1)).deadline(calendar), Err(missing(2018)));
    for limit in [days(30), working(1)] {
        for start in [NaiveDate::MAX, NaiveDate::MAX - Days::new(3)] {
            let ends = Clock::new(start, limit).deadline(calendar);
            assert_eq!(ends, Err(missing(start.year())), "it runs, so it is not without a deadline");
        }
    }
    assert_eq!(Clock::new(day(2018, 5, 1), working(0)).deadline(calendar), Ok(Some(day(2018, 5, 1))));
}

#[test]
fn the_account_is_told_in_words_and_as_data() {
    let mut clock = Clock::new(day(2024, 2, 7), working(5));
    clock.suspend(day(2024, 2, 15), 4);
    clock.resume(day(2024, 2, 17));
    let through = day(2024, 2, 18);
    let told: Vec<_> = clock.account(through, &CALENDAR).map(Result::unwrap).collect();
    let words: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(words[0], "2024-02-07: the start, not counted");
    assert_eq!(words[1], "2024-02-08: day 1");
    assert_eq!(words[3], "2024-02-10: day off (春节), not counted");
    assert_eq!(words[8], "2024-02-15: suspended (entry 4), not counted");
    assert_eq!(words[11], "2024-02-18: day 3, a make-up workday (春节)");
    let json = serde_json::to_value(told[11]).unwrap();
    let expected = serde_json::json!({"day": "2024-02-18", "what": {"makeup_workday": {"nth": 3, "name": "春节"}}});
    assert_eq!(json, expected);
    assert_eq!(serde_json::to_value(told[0]).unwrap()["what"], "start");
    assert_eq!(clock.account(day(2024, 2, 6), &CALENDAR).count(), 0, "before it starts there is nothing to tell");
    let weekend = Clock::new(day(2024, 3, 8), working(5));
    assert_eq!(weekend.account(day(2024, 3, 9), &CALENDAR).last().unwrap().unwrap().what, Reckoned::Weekend);
}
