//! A sheet says where it has no answer, and of a closed venue that its answers are of another.

use strum::IntoEnumIterator;
use tongquan::{
    Edition, Key, Place, Question, Region, Route, Scope, Source, Venue,
    law::Silence,
    place::{Centre, Village},
    route::{Access, Heading, Line, Offer},
};

use crate::{
    scenes::Kept,
    support::{OFFICE, day, filing_day},
};

fn line(sheet: &[Line], heading: Heading) -> &Line {
    sheet.iter().find(|it| it.heading == heading).unwrap()
}

#[test]
fn the_intake_of_a_closed_venue_is_told_as_that_of_the_counter_and_of_no_other() {
    let village: Venue = Venue::VillageStation(Village::all().next().unwrap());
    let venues = Centre::all().map(Venue::Centre).chain([village, Venue::Online]);
    let (mut closed, mut open) = (0, 0);
    for venue in venues {
        for item in OFFICE.catalogue().latest().items() {
            for region in Region::all() {
                let (place, day) = (Place::Region(region), filing_day());
                let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(&venue), day };
                let Ok(route) = OFFICE.route(&asked) else { continue };
                let told = line(&route.sheet(day), Heading::Intake).clone();
                let says_so = told.zh.ends_with("（只在主管地点收件，所问地点不收）")
                    && told.en.ends_with("(at the competent counter; the venue asked is closed)");
                assert_eq!(says_so, matches!(route.access(), Access::Closed(_)), "{told:?}");
                assert!(told.zh.starts_with(&route.intake().is.zh()) && told.answered);
                if says_so { closed += 1 } else { open += 1 }
            }
        }
    }
    assert!(closed > 1_000 && open > 500, "{closed} {open}");
}

#[test]
fn where_one_goes_is_told_by_what_it_rests_on_and_a_venue_that_was_not_named_is_no_answer() {
    let (mut lent, mut own) = (0, 0);
    for (item, region) in Edition::built_in().items().flat_map(|item| Region::all().map(move |it| (item, it))) {
        let (place, day) = (Place::Region(region), filing_day());
        let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: None, day };
        let Ok(route) = OFFICE.route(&asked) else { continue };
        let sheet = route.sheet(day);
        assert!(!line(&sheet, Heading::Venue).answered && line(&sheet, Heading::Counter).answered);
        let Some(Venue::Centre(counter)) = route.counter() else { panic!("a centre") };
        if counter.region().is_some_and(|at| at != region) {
            assert_eq!(region, Region::CultureZone); // which has none
            assert!(line(&sheet, Heading::Counter).basis.contains(&Source::Silence(Silence::S1)));
            lent += 1;
        } else {
            assert_eq!(line(&sheet, Heading::Counter).basis, route.why().basis);
            own += 1;
        }
        let there = OFFICE.route(&Question { venue: route.counter().as_ref(), ..asked }).unwrap();
        assert!(line(&there.sheet(day), Heading::Venue).answered);
    }
    assert!(lent > 20 && own > 800, "{lent} {own}");
}

#[test]
fn where_nobody_is_named_to_supervise_and_where_there_is_no_counter_is_no_answer() {
    let known = Key::Annex1(33);
    let bare = Route::of(Edition::built_in().annex_1(33).unwrap(), Region::CultureZone, Scope::WITHIN).unwrap();
    assert!(!line(&bare.sheet(filing_day()), Heading::Counter).answered);
    let (place, zone) = (Place::Region(Region::Wenshang), Place::Region(Region::CultureZone));
    let asked = Question { item: &known, place, scope: Scope::WITHIN, venue: None, day: filing_day() };
    // at the city's counter, which no plan lends
    let across = OFFICE.route(&Question { place: zone, scope: Scope::touching([Region::Qufu]), ..asked }).unwrap();
    assert_eq!(across.counter(), Some(Centre::CITY.into()));
    assert_eq!(line(&across.sheet(asked.day), Heading::Counter).basis, across.why().basis);
    for (office, named) in [(&*OFFICE, true), (Kept::Seatless.office(), false)] {
        let sheet = office.route(&asked).unwrap().sheet(asked.day);
        // in the city's the item's department sits (S5)
        for heading in [Heading::CountySupervisor, Heading::CountyEnforcement] {
            assert_eq!(line(&sheet, heading).answered, named, "{heading}");
        }
    }
}

#[test]
fn of_a_permission_that_begins_later_or_has_ended_the_sheet_tells_the_day() {
    let route = Route::of(Edition::built_in().annex_1(36).unwrap(), Region::Wenshang, Scope::WITHIN).unwrap();
    let told = |offer| line(&route.at(&Venue::Online, offer).sheet(filing_day()), Heading::Venue).clone();
    let (begins, ended) = (told(Offer::NotBegun(day(2024, 7, 1))), told(Offer::Ended(day(2024, 2, 29))));
    assert_eq!(begins.zh, "登记的收件权限尚未开始、2024-07-01");
    assert_eq!(begins.en, "closed: the recorded permission begins later, 2024-07-01");
    assert_eq!(ended.zh, "登记的收件权限已终止、2024-02-29");
    assert_eq!(told(Offer::NotRecorded).zh, "未登记，不可收件");
}

#[test]
fn a_law_that_is_not_known_for_the_day_is_no_answer() {
    let (venue, item) = (Venue::Online, "A1-36".parse().unwrap());
    let sheet = |on| {
        let asked = Question {
            item: &item,
            place: Region::Wenshang.into(),
            scope: Scope::WITHIN,
            venue: Some(&venue),
            day: on,
        };
        OFFICE.route(&asked).unwrap().sheet(on)
    };
    let (before, since) = (sheet(day(2023, 12, 31)), sheet(day(2024, 1, 1)));
    assert!(!line(&before, Heading::Respondent).answered && line(&before, Heading::Respondent).basis.is_empty());
    assert!(line(&since, Heading::Respondent).answered && !line(&since, Heading::Respondent).basis.is_empty());
    let unanswered = |sheet: &[Line]| {
        Heading::iter().filter(|it| sheet.iter().any(|line| line.heading == *it && !line.answered)).count()
    };
    assert_eq!((unanswered(&before), unanswered(&since)), (1, 0));
    let written = serde_json::to_value(line(&before, Heading::Respondent)).unwrap();
    assert_eq!((&written["answered"], written["label"].as_str()), (&false.into(), Some("复议被申请人")));
}
