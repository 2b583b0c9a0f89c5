//! Until when the list was held against the city's publications, and how a later answer says so.

use chrono::NaiveDate;
use tongquan::{
    Catalogue, Key, Office, Place, Question, Region, Rule, Scope, Venue,
    catalogue::{Checked, Entry},
    register::Revision,
    route::Heading,
};

use super::given::{removing, told};
use crate::support::{OFFICE, day};

fn checked(until: NaiveDate) -> Checked {
    Checked { until, against: "（虚构）济宁市人民政府公报".parse().unwrap() }
}

fn catalogue(days: &[NaiveDate]) -> Result<Catalogue, tongquan::law::Faults> {
    Catalogue::new(days.iter().map(|it| Entry::Checked(checked(*it))).collect())
}

#[test]
fn a_list_is_checked_as_far_as_before_or_further() {
    assert_eq!(Catalogue::built_in().checked_until(), day(2021, 6, 15));
    let days = [day(2021, 6, 15), day(2023, 1, 1), day(2023, 1, 1), day(2024, 1, 1)];
    for count in 1..=4 {
        let catalogue = catalogue(&days[..count]).unwrap();
        assert_eq!((catalogue.checked_until(), catalogue.editions().len()), (days[count - 1], 1));
    }
    for (days, at) in [(vec![day(2021, 6, 14)], 0), (vec![day(2024, 1, 1), day(2023, 12, 31)], 1)] {
        let faults = catalogue(&days).unwrap_err();
        let told: Vec<_> = told(&faults).into_iter().map(|(path, rule, _)| (path, rule)).collect();
        assert_eq!(told, [(format!("[{at}].checked.until"), Rule::ListCheckedForward)]);
    }
    // it is no edition: it may speak of a day before or after the last
    let amended = Catalogue::built_in().amend(&removing("1", "2024-01-01", &["A1-3"])).unwrap();
    let both = amended.record(Entry::Checked(checked(day(2023, 1, 1)))).unwrap();
    assert!(
        both == both.clone() && both != amended && amended != *Catalogue::built_in(),
        "told otherwise, another list"
    );
    assert_eq!((both.checked_until(), both.editions()), (day(2023, 1, 1), amended.editions()));
}

fn office(recorded: NaiveDate, days: &[NaiveDate]) -> Result<Office, tongquan::law::Faults> {
    let checked = days.iter().map(|it| checked(*it)).collect();
    OFFICE.record(&Revision { checked, ..Revision::on(recorded) })
}

#[test]
fn no_list_is_checked_further_than_it_is_known() {
    let recorded = day(2024, 6, 1);
    let office = office(recorded, &[day(2023, 1, 1), recorded]).unwrap();
    assert_eq!((office.catalogue().checked_until(), office.now().checked_until()), (recorded, recorded));
    // what was recorded later was not known before
    assert_eq!(office.on(day(2024, 5, 31)).checked_until(), OFFICE.now().checked_until());
    let faults = self::office(recorded, &[day(2024, 6, 2)]).unwrap_err();
    let told: Vec<_> = told(&faults).into_iter().map(|(path, rule, _)| (path, rule)).collect();
    let at = OFFICE.revisions().len();
    assert_eq!(told, [(format!("[{at}].checked[0].until"), Rule::ListCheckedForward)]);
}

#[test]
fn a_route_asked_for_a_day_after_it_says_so_and_for_one_before_it_does_not() {
    let until = day(2024, 3, 4);
    let recorded = day(2024, 6, 1);
    let office = office(recorded, &[until]).unwrap();
    let venue = Venue::Online;
    let keys: Vec<Key> = OFFICE.catalogue().latest().items().map(|it| it.key().clone()).collect();
    let (mut late, mut early) = (0, 0);
    for (item, region) in keys.iter().flat_map(|item| Region::all().map(move |region| (item, region))) {
        for (on, after) in [(day(2021, 8, 1), false), (until, false), (day(2024, 3, 5), true), (day(2030, 1, 1), true)]
        {
            let asked =
                Question { item, place: Place::Region(region), scope: Scope::WITHIN, venue: Some(&venue), day: on };
            let Ok(route) = office.route(&asked) else { continue };
            let line = route.sheet(on).into_iter().find(|it| it.heading == Heading::Checked);
            if after {
                let told = route.checked_until().unwrap();
                assert_eq!((told.is, told.basis[0].id()), (until, "S31"));
                let line = line.unwrap();
                assert!(line.zh.starts_with("2024-03-04") && line.en.starts_with("2024-03-04"), "{line:?}");
                assert_eq!(line.basis, told.basis);
                late += 1;
            } else {
                assert_eq!((route.checked_until(), line), (None, None));
                early += 1;
            }
        }
    }
    assert!(late > 0 && late == early, "{late} {early}");
    // never checked: any day after the first says so, as it did on the day asked
    let built_in = Office::built_in();
    let route = |on| {
        let place = Place::Region(Region::Wenshang);
        built_in.route(&Question { item: &keys[0], place, scope: Scope::WITHIN, venue: Some(&venue), day: on }).unwrap()
    };
    assert_eq!(route(day(2021, 6, 15)).checked_until(), None);
    assert_eq!(route(day(2021, 6, 16)).checked_until().map(|it| it.is), Some(day(2021, 6, 15)));
    // a route of the catalogue alone is asked for no day
    let item = built_in.catalogue().latest().annex_1(1).unwrap();
    assert_eq!(tongquan::Route::of(item, Region::Wenshang, Scope::WITHIN).unwrap().checked_until(), None);
}
