//! A moment has one written form, and a day counts or does not as the State Council's notices say.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use proptest::prelude::*;
use tongquan::{
    Calendar, Department, Moment, Office, Region,
    register::{Limit, Limits, Posting, Revision, TimeUnit},
    time::{BadMoment, DayKind, Uncovered},
};

use crate::{places::rows, support::day};

const CALENDAR: &str = include_str!("../../seeds/calendar.tsv");

/// Any second of the years 1 to 9999.
fn seconds() -> impl Strategy<Value = NaiveDateTime> {
    let first = day(1, 1, 1).and_time(NaiveTime::MIN).and_utc().timestamp();
    let last = day(9999, 12, 31).and_hms_opt(23, 59, 59).unwrap().and_utc().timestamp();
    let whole = (first..=last).prop_map(|at| DateTime::from_timestamp(at, 0).unwrap().naive_utc());
    prop_oneof![8 => whole, 1 => Just(DateTime::from_timestamp(first, 0).unwrap().naive_utc()), 1 => Just(DateTime::from_timestamp(last, 0).unwrap().naive_utc())]
}

fn written(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%dT%H:%M:%S+08:00").to_string()
}

#[track_caller]
fn refused(text: &str, why: BadMoment) {
    assert_eq!(text.parse::<Moment>(), Err(why), "{text:?}");
    assert!(serde_json::from_value::<Moment>(text.into()).is_err(), "{text:?}");
}

proptest! {
    #[test]
    fn a_moment_is_read_as_it_is_written(time in seconds(), other in seconds()) {
        let text = written(time);
        let moment: Moment = text.parse().unwrap();
        prop_assert_eq!((moment.naive(), moment.day()), (time, time.date()));
        prop_assert_eq!((moment.to_string(), format!("{moment:?}")), (text.clone(), text.clone()));
        let json = serde_json::to_string(&moment).unwrap();
        prop_assert_eq!(&json, &format!("\"{text}\""));
        prop_assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment);
        prop_assert_eq!(postcard::from_bytes::<Moment>(&postcard::to_stdvec(&moment).unwrap()).unwrap(), moment);
        let later: Moment = written(other).parse().unwrap();
        prop_assert_eq!(moment.cmp(&later), time.cmp(&other));
        prop_assert_eq!(text.cmp(&written(other)), time.cmp(&other));
    }

    #[test]
    fn a_moment_told_in_another_zone_is_the_same_moment(time in seconds(), zone in -86_399..=86_399, parts in 0_u32..1_000_000_000) {
        let beijing = FixedOffset::east_opt(8 * 3600).unwrap();
        let there = time.and_local_timezone(beijing).unwrap() + chrono::Duration::nanoseconds(parts.into());
        let told = there.with_timezone(&FixedOffset::east_opt(zone).unwrap());
        prop_assert_eq!(Moment::of(&told).unwrap().naive(), time);
        prop_assert_eq!(Moment::try_from(told), Moment::of(&told));
        prop_assert_eq!(DateTime::from(Moment::of(&told).unwrap()), time.and_local_timezone(beijing).unwrap());
        prop_assert_eq!(Moment::of(&told.to_utc()).unwrap().to_string(), written(time));
    }

    #[test]
    fn every_other_spelling_is_refused(time in seconds(), at in 0_usize..25, other in any::<char>()) {
        let good = written(time);
        let old = char::from(good.as_bytes()[at]);
        let with = |new: &str| format!("{}{new}{}", &good[..at], &good[at + 1..]);
        if !other.is_ascii_digit() {
            prop_assert_eq!(with(&other.to_string()).parse::<Moment>().is_ok(), other == old);
        }
        let longer = [with(&format!("{old}{other}")), with(&format!("{other}{old}")), with("")];
        for text in longer.into_iter().chain([good.clone() + &other.to_string()]) {
            prop_assert_eq!(text.parse::<Moment>(), Err(BadMoment::Form));
        }
        if old.is_ascii_digit() && at < 19 {
            // another digit is another moment or none, never the same one
            for digit in '0'..='9' {
                let text = with(&digit.to_string());
                let read = text.parse::<Moment>();
                prop_assert_eq!(read == Ok(good.parse().unwrap()), digit == old);
                prop_assert!(read.is_ok_and(|it| it.to_string() == text) || read == Err(BadMoment::NoSuchMoment));
            }
        }
    }

    #[test]
    fn a_promise_is_within_the_law_in_the_same_unit_only(
        promised in (0_u16..50, any::<bool>()),
        statutory in prop::option::of((0_u16..50, any::<bool>())),
    ) {
        let limit = |(amount, days)| Limit { amount, unit: if days { TimeUnit::Day } else { TimeUnit::WorkingDay } };
        let within = statutory.is_none_or(|it| promised.1 == it.1 && promised.0 <= it.0);
        let limits = Limits { promised: limit(promised), statutory: statutory.map(limit) };
        prop_assert_eq!(limits.is_within(), within);
    }

    #[test]
    fn a_span_covers_its_days_and_no_other(from in 0_u64..100, length in prop::option::of(0_u64..100), asked in 0_u64..300) {
        let on = |days| day(2021, 7, 1) + Days::new(days);
        let (department, region) = (Department::Ecology, Region::Wenshang);
        let posting = Posting { department, region, from: on(from), until: length.map(|it| on(from + it)) };
        let office = Office::new(vec![Revision { postings: vec![posting], ..Revision::on(on(0)) }]).unwrap();
        let covers = from <= asked && length.is_none_or(|it| asked <= from + it);
        prop_assert_eq!(office.now().posted(department, region, on(asked)), covers);
    }
}

#[test]
fn what_is_not_the_one_form_is_refused() {
    let forms = [
        "2021-07-01T09:00:00Z",
        "2021-07-01T01:00:00+00:00",
        "2021-07-01T09:00:00+0800",
        "2021-07-01T09:00:00+08",
        "2021-07-01T09:00:00-08:00",
        "2021-07-01T10:00:00+09:00",
        "2021-07-01T09:00:00+08:01",
        "2021-07-01t09:00:00+08:00",
        "2021-07-01 09:00:00+08:00",
        "2021-07-01T09:00:00.0+08:00",
        "2021-07-01T09:00:00,5+08:00",
        "2021-07-01T09:00+08:00",
        "2021-07-01T09:00:00",
        "2021-07-01",
        "2021-7-1T09:00:00+08:00",
        "+2021-07-01T09:00:00+08:00",
        "-021-07-01T09:00:00+08:00",
        "12021-07-01T09:00:00+08:00",
        " 2021-07-01T09:00:00+08:00",
        "2021-07-01T09:00:00+08:00 ",
        "2021-07-01T09:00:00+08:00\n",
        "２021-07-01T09:00:00+08:00",
        "2021-07-01T09:00:0٣+08:00",
        "2021‐07‐01T09:00:00+08:00",
        "2021-07-01T09:00:+1+08:00",
        "1625101200",
        "",
    ];
    forms.into_iter().for_each(|text| refused(text, BadMoment::Form));
    let none = ["0000-01-01T00:00:00", "2021-02-29T00:00:00", "2021-00-01T00:00:00", "2021-13-01T00:00:00"];
    let none = none.into_iter().chain(["2021-07-00T00:00:00", "2021-06-31T00:00:00", "2021-07-01T24:00:00"]);
    for text in none.chain(["2021-07-01T09:60:00", "2016-12-31T23:59:60", "2021-07-01T99:99:99"]) {
        refused(&format!("{text}+08:00"), BadMoment::NoSuchMoment);
    }
    for value in
        [serde_json::json!(1_625_101_200), serde_json::json!(null), serde_json::json!(["2021-07-01T09:00:00+08:00"])]
    {
        assert!(serde_json::from_value::<Moment>(value.clone()).is_err(), "{value}");
    }
    assert_ne!(BadMoment::Form.zh(), BadMoment::NoSuchMoment.zh());
    assert_ne!(BadMoment::Form.to_string(), BadMoment::NoSuchMoment.to_string());
}

#[test]
fn a_moment_is_of_a_real_second_in_the_years_1_to_9999() {
    let new = |year, hour, minute, second| Moment::new(day(year, 3, 1), hour, minute, second).map(|it| it.to_string());
    assert_eq!(new(2021, 23, 59, 59), Ok("2021-03-01T23:59:59+08:00".to_owned()));
    assert_eq!(new(1, 0, 0, 0), Ok("0001-03-01T00:00:00+08:00".to_owned()));
    for bad in [
        new(2021, 24, 0, 0),
        new(2021, 0, 60, 0),
        new(2021, 0, 0, 60),
        new(0, 0, 0, 0),
        new(-1, 0, 0, 0),
        new(10_000, 0, 0, 0),
    ] {
        assert_eq!(bad, Err(BadMoment::NoSuchMoment));
    }
    let of = |year, month, day, hour| Moment::of(&Utc.with_ymd_and_hms(year, month, day, hour, 0, 0).unwrap());
    assert_eq!(of(2021, 6, 30, 16).unwrap().day(), day(2021, 7, 1), "Beijing's day begins at 16:00 UTC");
    assert_eq!(of(2021, 6, 30, 15).unwrap().day(), day(2021, 6, 30));
    assert_eq!(of(0, 12, 31, 16).unwrap().to_string(), "0001-01-01T00:00:00+08:00");
    assert_eq!(of(0, 12, 31, 15), Err(BadMoment::NoSuchMoment));
    assert_eq!(of(9999, 12, 31, 15).unwrap().to_string(), "9999-12-31T23:00:00+08:00");
    assert_eq!(of(9999, 12, 31, 16), Err(BadMoment::NoSuchMoment));
    let leap = day(2016, 12, 31).and_hms_milli_opt(23, 59, 59, 1_500).unwrap().and_utc();
    assert_eq!(Moment::of(&leap).unwrap().to_string(), "2017-01-01T07:59:59+08:00");
}

/// What the notices say of their days.
fn noticed() -> BTreeMap<NaiveDate, DayKind<'static>> {
    let of = |row: Vec<&'static str>| {
        let kinds = [("holiday", DayKind::Holiday(row[2])), ("makeup_workday", DayKind::MakeupWorkday(row[2]))];
        let (_, kind) = kinds.into_iter().find(|(word, _)| *word == row[1]).unwrap();
        (row[0].parse().unwrap(), kind)
    };
    rows(CALENDAR).map(of).collect()
}

fn all_days() -> impl Iterator<Item = NaiveDate> {
    day(2019, 1, 1).iter_days().take_while(|it| it.year() <= 2026)
}

#[test]
fn every_day_from_2019_to_2026_is_what_the_notices_and_the_week_say() {
    let noticed = noticed();
    let mut seen = (0, 0);
    for day in all_days() {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let by_week = if weekend { DayKind::Weekend } else { DayKind::Workday };
        let expected = noticed.get(&day).copied().unwrap_or(by_week);
        assert_eq!(Calendar::built_in().kind(day), Ok(expected), "{day}");
        let worked = matches!(expected, DayKind::Workday | DayKind::MakeupWorkday(_));
        assert_eq!(expected.is_workday(), worked, "{day}");
        seen = (seen.0 + 1, seen.1 + usize::from(noticed.contains_key(&day)));
    }
    assert_eq!(seen, (8 * 365 + 2, 282));
}

#[test]
fn a_limit_ends_where_counting_day_by_day_ends() {
    let calendar = Calendar::built_in();
    let worked: Vec<NaiveDate> = all_days().filter(|it| calendar.kind(*it).unwrap().is_workday()).collect();
    for (at, start) in all_days().enumerate() {
        assert_eq!(calendar.after(start, 0), Ok(start));
        let next = worked.partition_point(|it| *it <= start);
        for days in [1, 2, 5, 10, 20, 45, u16::try_from(at % 400).unwrap() + 1] {
            let expected = worked.get(next + usize::from(days) - 1).copied().ok_or(Uncovered { year: 2027 });
            assert_eq!(calendar.after(start, days), expected, "{days} after {start}");
        }
    }
}

#[test]
fn the_starting_day_is_never_counted() {
    let after = |from: (u32, u32), days| Calendar::built_in().after(day(2021, from.0, from.1), days).unwrap();
    // Monday, Friday, Saturday; before and in the days off of October; a worked Saturday
    assert_eq!([after((6, 21), 1), after((6, 21), 4), after((6, 21), 5)], [22, 25, 28].map(|it| day(2021, 6, it)));
    assert_eq!([after((6, 25), 1), after((6, 26), 1), after((6, 27), 1)], [day(2021, 6, 28); 3]);
    assert_eq!([after((9, 30), 1), after((10, 3), 1), after((10, 7), 1)], [day(2021, 10, 8); 3]);
    assert_eq!([after((10, 8), 1), after((10, 9), 1)], [9, 11].map(|it| day(2021, 10, it)));
}

#[test]
fn leaving_the_calendar_names_the_year_at_both_ends() {
    let calendar = Calendar::built_in();
    let missing = |year| Err(Uncovered { year });
    for (on, year) in [(day(2018, 12, 31), 2018), (day(2027, 1, 1), 2027), (day(1, 1, 1), 1), (day(9999, 12, 31), 9999)]
    {
        assert_eq!(calendar.kind(on), Err(Uncovered { year }));
    }
    assert_eq!(calendar.after(day(2018, 12, 31), 1), Ok(day(2019, 1, 2)), "day 0 is not asked about");
    assert_eq!(calendar.after(day(2018, 12, 30), 1), missing(2018));
    assert_eq!(calendar.after(day(2017, 12, 31), 1), missing(2018));
    assert_eq!(calendar.after(day(2026, 12, 30), 1), Ok(day(2026, 12, 31)));
    assert_eq!(calendar.after(day(2026, 12, 30), 2), missing(2027));
    assert_eq!(calendar.after(day(2026, 1, 1), u16::MAX), missing(2027));
    assert_eq!(calendar.after(NaiveDate::MAX, 1), missing(NaiveDate::MAX.year()));
    assert_eq!(calendar.after(NaiveDate::MAX, 0), Ok(NaiveDate::MAX));
    assert!(calendar.after(NaiveDate::MIN + Days::new(1), 1).is_err());
    let why = Uncovered { year: 2027 };
    assert!(why.to_string().contains("2027") && why.zh().contains("2027年"));
}
