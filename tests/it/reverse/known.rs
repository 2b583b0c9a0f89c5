//! As of a revision: what is recorded later is not known to earlier ones, and an item is listed from the day on which it was on record.

use chrono::NaiveDate;
use tongquan::{Department, Office, Region, Venue, place::Centre, register::Registers};

use super::{
    known,
    offices::{AMENDED, all},
};
use crate::support::day;

/// Everything that is asked from the other end, in words.
fn everything(asked: Registers<'_>, on: NaiveDate) -> Vec<String> {
    let mut told = Vec::new();
    for region in [Region::Wenshang, Region::Qufu, Region::TaibaiLakeZone] {
        told.extend(asked.decides(region, on).map(|it| format!("{it:?}")));
        told.extend(asked.changed(region, day(2024, 3, 4), on).iter().map(|it| format!("{it:?}")));
    }
    for venue in [Centre::CITY.into(), Venue::Online] {
        told.extend(asked.takes(&venue, on).map(|it| format!("{it:?}")));
    }
    for department in Department::all() {
        told.extend(asked.seal_scopes(department, on).map(|it| format!("{it:?}")));
    }
    for agreement in asked.agreements() {
        told.push(format!("{:?}", asked.agreement_state(&agreement.number, on)));
        told.extend(asked.reviewed_under(agreement, on).map(|it| format!("{it:?}")));
    }
    told
}

#[test]
fn an_earlier_revision_answers_as_an_office_that_ends_with_it() {
    let (mut compared, mut differ) = (0, 0);
    for asked in known(&AMENDED) {
        let by_then = AMENDED.revisions()[..usize::try_from(asked.revision()).unwrap()].to_vec();
        let alone = Office::new(by_then).unwrap();
        for on in [day(2021, 8, 2), day(2024, 5, 31), day(2024, 6, 1), day(2024, 7, 1), day(2024, 8, 1)] {
            let told = everything(asked, on);
            assert_eq!(told, everything(alone.now(), on), "revision {} on {on}", asked.revision());
            compared += told.len();
            differ += usize::from(told != everything(AMENDED.now(), on));
        }
    }
    // the first two revisions know less of later days
    assert!(compared > 20_000 && differ >= 6, "{compared}, {differ}");
}

#[test]
fn an_own_item_recorded_later_is_not_listed_before_and_is_from_the_day_of_recording() {
    let (before, recorded) = (day(2024, 6, 14), day(2024, 6, 15));
    let lists =
        |asked: Registers<'_>, on| asked.decides(Region::Qufu, on).any(|it| it.item.key().to_string() == "LATE-1");
    let now = AMENDED.now();
    assert_eq!((lists(now, before), lists(now, recorded)), (false, true));
    assert!(!lists(AMENDED.on(before), recorded));
    let centre = Region::Qufu.centre().unwrap().into();
    let taken = |on| {
        let all = now.takes(&centre, on);
        all.filter(|it| it.item.key().to_string() == "LATE-1").count()
    };
    // the centre serves 曲阜文化建设示范区 too, by its plan
    assert_eq!((taken(before), taken(recorded)), (0, 2));
    let changed = now.changed(Region::Qufu, before, recorded);
    let [late] = &*changed else { panic!("{changed:?}") };
    assert_eq!((late.item.key().to_string().as_str(), late.before), ("LATE-1", None));
}

#[test]
fn what_the_first_revision_carries_over_is_listed_from_the_first_edition_on() {
    for (office, _) in all().into_iter().filter(|(it, _)| !it.revisions().is_empty()) {
        let first = day(2021, 6, 15);
        let own = office.now().changed(Region::Wenshang, day(2021, 6, 14), first);
        assert_eq!(own.len(), 76 + 5);
        assert!(own.iter().all(|it| it.before.is_none() && it.after.is_some()));
    }
}
