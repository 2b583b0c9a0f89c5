//! A calendar grows by whole years: what a notice says is taken in as it stands, or refused with everything that is wrong with it.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use tongquan::{
    Calendar, Office, Rule,
    register::Revision,
    time::{BadYear, CalendarYear, DayKind, ExceptionKind, NoticedDay, YearFlaw},
};

use crate::support::day;

/// A notice of 2027 that nobody gave (虚构).
const NOTICE_2027: &str = r#"{
    "year": 2027,
    "exceptions": [
        {"date": "2027-02-14", "kind": "makeup_workday", "name": "春节"},
        {"date": "2027-01-01", "kind": "holiday", "name": "元旦"},
        {"date": "2027-02-05", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-06", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-07", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-08", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-09", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-10", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-11", "kind": "holiday", "name": "春节"},
        {"date": "2027-02-20", "kind": "makeup_workday", "name": "春节"},
        {"date": "2027-10-01", "kind": "holiday", "name": "国庆节"},
        {"date": "2027-10-04", "kind": "holiday", "name": "国庆节"}
    ],
    "source": "（虚构）2027年部分节假日安排的通知"
}"#;

pub(crate) fn notice_2027() -> CalendarYear {
    serde_json::from_str(NOTICE_2027).unwrap()
}

fn noticed(date: NaiveDate, kind: ExceptionKind) -> NoticedDay {
    NoticedDay { date, kind, name: "元旦".parse().unwrap() }
}

fn off(date: NaiveDate) -> NoticedDay {
    noticed(date, ExceptionKind::Holiday)
}

/// A notice that takes New Year's Day out.
fn year(year: i32) -> CalendarYear {
    CalendarYear {
        year,
        exceptions: vec![off(day(2024, 1, 1).with_year(year).unwrap_or(day(2024, 1, 1)))],
        december_before: Vec::new(),
        source: "（虚构）节假日安排".parse().unwrap(),
    }
}

#[track_caller]
fn refused(calendar: &Calendar, year: &CalendarYear, expected: &[(&str, YearFlaw)]) -> BadYear {
    let why = calendar.with_year(year).unwrap_err();
    let got: Vec<(&str, YearFlaw)> = why.faults.iter().map(|it| (it.path.as_str(), it.flaw)).collect();
    assert_eq!(got, expected);
    // each tells its input in both languages
    for (fault, (path, _)) in why.faults.iter().zip(expected) {
        let (zh, en) = (fault.zh(), fault.to_string());
        assert!(why.zh().contains(&format!("\n{zh}")) && why.to_string().contains(&format!("\n- {en}")), "{why}");
        assert!(zh.starts_with(path) && en.starts_with(path) && zh != en, "{zh} {en}");
    }
    assert!(why.zh().contains(&year.year.to_string()) && why.to_string().contains(&year.year.to_string()));
    why
}

#[test]
fn an_added_year_is_what_its_notice_and_the_week_say() {
    let built_in = Calendar::built_in();
    let notice = notice_2027();
    let calendar = built_in.with_year(&notice).unwrap();
    assert_eq!((built_in.covers(), calendar.covers()), (2019..=2026, 2019..=2027));
    for on in day(2019, 1, 1).iter_days().take_while(|it| it.year() <= 2026) {
        assert_eq!(calendar.kind(on), built_in.kind(on));
    }
    for on in day(2027, 1, 1).iter_days().take_while(|it| it.year() == 2027) {
        let weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
        let said = notice.exceptions.iter().find(|it| it.date == on);
        let expected = match said.map(|it| (it.kind, it.name.as_str())) {
            Some((ExceptionKind::Holiday, name)) => DayKind::Holiday(name),
            Some((ExceptionKind::MakeupWorkday, name)) => DayKind::MakeupWorkday(name),
            None if weekend => DayKind::Weekend,
            None => DayKind::Workday,
        };
        assert_eq!(calendar.kind(on), Ok(expected), "{on}");
        assert_eq!(built_in.kind(on).unwrap_err().year, 2027);
    }
    assert_eq!(calendar.kind(day(2028, 1, 1)).unwrap_err().year, 2028);
    // a limit that ran out of the calendar now ends
    assert_eq!(built_in.after(day(2026, 12, 31), 1).unwrap_err().year, 2027);
    assert_eq!(calendar.after(day(2026, 12, 31), 1), Ok(day(2027, 1, 4)));
    assert_eq!(calendar.after(day(2027, 2, 4), 6), Ok(day(2027, 2, 18)), "02-12, Sunday 14, 15 to 18");
}

#[test]
fn years_are_added_at_either_end_one_after_the_other() {
    let built_in = Calendar::built_in();
    let both = [2018, 2027, 2028, 2017].iter().fold(built_in.clone(), |it, at| it.with_year(&year(*at)).unwrap());
    assert_eq!(both.covers(), 2017..=2028);
    let otherwise = [2027, 2028, 2018, 2017].iter().fold(built_in.clone(), |it, at| it.with_year(&year(*at)).unwrap());
    assert_eq!(both, otherwise);
    for on in day(2019, 1, 1).iter_days().take_while(|it| it.year() <= 2026) {
        assert_eq!(both.kind(on), built_in.kind(on));
        assert_eq!(both.after(on, 3).ok().filter(|it| it.year() <= 2026), built_in.after(on, 3).ok());
    }
    assert_eq!(both.kind(day(2017, 1, 1)), Ok(DayKind::Holiday("元旦")));
    assert_eq!((both.kind(day(2016, 12, 31)), both.kind(day(2029, 1, 1))), {
        let missing = |year| Err(tongquan::time::Uncovered { year });
        (missing(2016), missing(2029))
    });
}

#[test]
fn a_year_told_twice_or_with_a_gap_is_refused() {
    let built_in = Calendar::built_in();
    let covered = |year| YearFlaw::Covered { year, first: 2019, last: 2026 };
    for at in 2019..=2026 {
        refused(built_in, &year(at), &[("year", covered(at))]);
    }
    let grown = built_in.with_year(&notice_2027()).unwrap();
    refused(&grown, &notice_2027(), &[("year", YearFlaw::Covered { year: 2027, first: 2019, last: 2027 })]);
    refused(built_in, &year(2028), &[("year", YearFlaw::Gap { year: 2028, from: 2027, until: 2027 })]);
    refused(built_in, &year(2031), &[("year", YearFlaw::Gap { year: 2031, from: 2027, until: 2030 })]);
    refused(built_in, &year(2015), &[("year", YearFlaw::Gap { year: 2015, from: 2016, until: 2018 })]);
    for at in [0, -1, 10_000, i32::MIN, i32::MAX] {
        let bad = CalendarYear { exceptions: Vec::new(), ..year(at) };
        refused(built_in, &bad, &[("year", YearFlaw::NoSuchYear { year: at }), ("exceptions", YearFlaw::NamesNothing)]);
    }
}

#[test]
fn every_fault_of_a_notice_is_told_at_once() {
    let makeup = |date| noticed(date, ExceptionKind::MakeupWorkday);
    let bad = CalendarYear {
        year: 2029,
        exceptions: vec![
            off(day(2029, 1, 1)),
            off(day(2028, 12, 31)),
            makeup(day(2029, 1, 3)),
            makeup(day(2029, 1, 1)),
            makeup(day(2029, 1, 6)),
            makeup(day(2029, 1, 7)),
        ],
        december_before: vec![
            off(day(2028, 12, 30)),
            makeup(day(2028, 12, 29)),
            off(day(2028, 11, 30)),
            off(day(2028, 12, 30)),
        ],
        source: "（虚构）节假日安排".parse().unwrap(),
    };
    let year = 2029;
    let why = refused(
        Calendar::built_in(),
        &bad,
        &[
            ("year", YearFlaw::Gap { year, from: 2027, until: 2028 }),
            ("exceptions[1].date", YearFlaw::OtherYear { date: day(2028, 12, 31), year }),
            ("exceptions[2].date", YearFlaw::NotWeekend { date: day(2029, 1, 3), weekday: Weekday::Wed }),
            ("exceptions[3].date", YearFlaw::Twice { date: day(2029, 1, 1) }),
            ("exceptions[3].date", YearFlaw::NotWeekend { date: day(2029, 1, 1), weekday: Weekday::Mon }),
            ("december_before[1].date", YearFlaw::NotWeekend { date: day(2028, 12, 29), weekday: Weekday::Fri }),
            ("december_before[2].date", YearFlaw::NotDecemberBefore { date: day(2028, 11, 30), year }),
            ("december_before[3].date", YearFlaw::Twice { date: day(2028, 12, 30) }),
        ],
    );
    assert!(why.zh().contains("2029-01-03是周三") && why.to_string().contains("2029-01-03 is a Wed"));
    for weekday in 0..7 {
        let on = day(2027, 3, 1) + Days::new(weekday);
        let told = CalendarYear { exceptions: vec![makeup(on)], ..self::year(2027) };
        assert_eq!(Calendar::built_in().with_year(&told).is_ok(), weekday >= 5, "{on}");
    }
}

#[test]
fn a_notice_may_take_the_december_before_along() {
    // as the notice of 2023 did with Saturday 2022-12-31
    assert_eq!(Calendar::built_in().kind(day(2022, 12, 31)), Ok(DayKind::Holiday("元旦")));
    let december =
        |days: &[NaiveDate]| CalendarYear { december_before: days.iter().copied().map(off).collect(), ..notice_2027() };
    let eve = day(2026, 12, 31);
    let calendar = Calendar::built_in().with_year(&december(&[eve])).unwrap();
    assert_eq!(Calendar::built_in().kind(eve), Ok(DayKind::Workday));
    assert_eq!(calendar.kind(eve), Ok(DayKind::Holiday("元旦")));
    assert_eq!(calendar.after(day(2026, 12, 30), 1), Ok(day(2027, 1, 4)));
    assert_eq!(calendar.working_days_between(day(2026, 12, 29), day(2027, 1, 4)), Ok(2));
    // what the year before it has said is not said over
    let again = CalendarYear { december_before: vec![off(day(2027, 12, 31))], ..year(2028) };
    let said = CalendarYear { exceptions: vec![off(day(2027, 12, 31))], ..year(2027) };
    let grown = Calendar::built_in().with_year(&said).unwrap();
    refused(&grown, &again, &[("december_before[0].date", YearFlaw::Twice { date: day(2027, 12, 31) })]);
    // before the first year there is nothing that it could change
    let first = CalendarYear { december_before: vec![off(day(2017, 12, 31))], ..year(2018) };
    let uncovered = YearFlaw::DecemberUncovered { date: day(2017, 12, 31) };
    refused(Calendar::built_in(), &first, &[("december_before[0].date", uncovered)]);
    // one fault is told once
    let own = CalendarYear { december_before: vec![off(day(2018, 12, 31))], ..year(2018) };
    let not_before = YearFlaw::NotDecemberBefore { date: day(2018, 12, 31), year: 2018 };
    refused(Calendar::built_in(), &own, &[("december_before[0].date", not_before)]);
    let covered = CalendarYear { december_before: vec![off(day(2022, 12, 31))], ..year(2023) };
    refused(Calendar::built_in(), &covered, &[("year", YearFlaw::Covered { year: 2023, first: 2019, last: 2026 })]);
}

proptest! {
    #[test]
    fn a_year_is_read_as_it_is_written(
        year in any::<i32>(),
        days in prop::collection::vec((0_u64..3_000_000, any::<bool>(), "[一-龥]{1,6}"), 0..20),
        december in 0_usize..20,
    ) {
        let told = |(after, holiday, name): (u64, bool, String)| NoticedDay {
            date: day(1, 1, 1) + Days::new(after),
            kind: if holiday { ExceptionKind::Holiday } else { ExceptionKind::MakeupWorkday },
            name: name.parse().unwrap(),
        };
        let mut exceptions: Vec<NoticedDay> = days.into_iter().map(told).collect();
        let december_before = exceptions.split_off(december.min(exceptions.len()));
        let year = CalendarYear { year, exceptions, december_before, source: "（虚构）通知".parse().unwrap() };
        let json = serde_json::to_string(&year).unwrap();
        prop_assert_eq!(&serde_json::from_str::<CalendarYear>(&json).unwrap(), &year);
        let bytes = postcard::to_stdvec(&year).unwrap();
        prop_assert_eq!(&postcard::from_bytes::<CalendarYear>(&bytes).unwrap(), &year);
        // whatever it is, it is judged
        let _ = Calendar::built_in().with_year(&year);
    }

    #[test]
    fn working_days_between_are_those_that_a_walk_meets(after in 0_u64..3400, days in 0_u64..900, n in 1_u16..500) {
        let calendar = Calendar::built_in().with_year(&notice_2027()).unwrap();
        let after = day(2018, 12, 31) + Days::new(after);
        let until = after + Days::new(days);
        let walked: Result<Vec<bool>, _> = after.iter_days().skip(1).take_while(|it| *it <= until)
            .map(|it| calendar.kind(it).map(DayKind::is_workday)).collect();
        let expected = walked.map(|it| u32::try_from(it.iter().filter(|works| **works).count()).unwrap());
        prop_assert_eq!(calendar.working_days_between(after, until), expected);
        prop_assert_eq!(calendar.working_days_between(until, after), Ok(0));
        if let Ok(end) = calendar.after(after, n) {
            prop_assert_eq!(calendar.working_days_between(after, end), Ok(n.into()));
            prop_assert_eq!(calendar.working_days_between(after, end.pred_opt().unwrap()), Ok(u32::from(n) - 1));
        }
    }
}

#[test]
fn counting_names_the_first_missing_year_and_asks_for_no_more_than_it_counts() {
    let calendar = Calendar::built_in();
    let between = |after, until| calendar.working_days_between(after, until).map_err(|it| it.year);
    assert_eq!(between(day(2018, 12, 31), day(2019, 1, 3)), Ok(2));
    assert_eq!(between(day(2018, 12, 30), day(2019, 1, 3)), Err(2018));
    assert_eq!(between(day(2015, 5, 1), day(2030, 1, 3)), Err(2015));
    assert_eq!(between(day(2026, 12, 30), day(2026, 12, 31)), Ok(1));
    assert_eq!(between(day(2026, 12, 30), day(2031, 1, 1)), Err(2027));
    assert_eq!(between(day(2030, 6, 1), day(2031, 1, 1)), Err(2030));
    assert_eq!(between(day(2030, 12, 31), day(2031, 1, 1)), Err(2031));
    assert_eq!((between(NaiveDate::MAX, NaiveDate::MAX), between(NaiveDate::MAX, NaiveDate::MIN)), (Ok(0), Ok(0)));
    assert!(between(NaiveDate::MIN, NaiveDate::MAX).is_err());
    // a year has as many working days as its parts
    let total = between(day(2018, 12, 31), day(2026, 12, 31)).unwrap();
    let by_year: u32 = (2019..=2026).map(|it| between(day(it - 1, 12, 31), day(it, 12, 31)).unwrap()).sum();
    assert_eq!(total, by_year);
}

#[test]
fn what_is_no_notice_is_not_read() {
    let json: serde_json::Value = serde_json::from_str(NOTICE_2027).unwrap();
    let read = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut json = json.clone();
        change(&mut json);
        serde_json::from_value::<CalendarYear>(json)
    };
    assert!(read(&|_| ()).is_ok());
    assert!(read(&|it| it["note"] = "x".into()).is_err());
    assert!(read(&|it| it["exceptions"][0]["note"] = "x".into()).is_err());
    assert!(read(&|it| it["exceptions"][0]["kind"] = "weekend".into()).is_err());
    assert!(read(&|it| it["exceptions"][0]["name"] = "".into()).is_err());
    for form in ["2027-2-14", "2027/02/14", "2027-02-30", "+2027-02-14"] {
        assert!(read(&|it| it["exceptions"][0]["date"] = form.into()).is_err(), "{form}");
    }
    for field in ["year", "exceptions", "source"] {
        assert!(read(&|it| drop(it.as_object_mut().unwrap().remove(field))).is_err(), "{field}");
    }
}

#[test]
fn a_query_allocates_nothing() {
    let calendar = Calendar::built_in().with_year(&notice_2027()).unwrap();
    let counted = allocation_counter::measure(|| {
        for start in day(2024, 1, 1).iter_days().take(1000) {
            let end = calendar.after(start, 20).unwrap();
            assert_eq!(calendar.working_days_between(start, end), Ok(20));
            std::hint::black_box(calendar.kind(end).unwrap());
        }
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn an_office_records_years_and_tells_what_is_wrong_with_one() {
    let revision = |on: &str, year: serde_json::Value| Revision {
        calendars: vec![serde_json::from_value(year).unwrap()],
        ..Revision::on(on.parse().unwrap())
    };
    let year = |year: i32| {
        let first = format!("{year}-01-01");
        serde_json::json!({ "year": year, "source": "（虚构）通知", "exceptions": [{ "date": first, "kind": "holiday", "name": "元旦" }] })
    };
    let office = Office::new(vec![revision("2026-11-20", year(2027))]).unwrap();
    let later = office.record(&revision("2027-11-20", year(2028))).unwrap();
    assert_eq!(later.now().calendar().covers(), 2019..=2028);
    // what was known by then
    assert_eq!(later.on("2027-11-19".parse().unwrap()).calendar().covers(), 2019..=2027);
    assert_eq!(Office::built_in().now().calendar(), Calendar::built_in());
    let faults = office.record(&revision("2027-11-20", year(2029))).unwrap_err();
    let [fault] = faults.all() else { panic!("{faults}") };
    assert_eq!((fault.path.as_str(), fault.objection.rule), ("[1].calendars[0].year", Rule::CalendarYearFits));
    assert!(fault.zh().contains("2028年") && fault.to_string().contains("2028"), "{fault}");
}
