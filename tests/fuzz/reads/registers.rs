//! 登记: revisions make an office or are refused whole, with every fault by its path; an office answers whatever it is asked.

use chrono::NaiveDate;
use tongquan::{
    Key, Office, Question, Region, Scope,
    case::worklist,
    law::Faults,
    oversight::Impact,
    register::{Responsible, Revision},
};

use super::{
    Outcome,
    given::{CASES, days, places, venues},
    questions, read, round_trip, told,
};

pub(crate) fn registers(bytes: &[u8]) -> Outcome {
    let office = read::<Office>(bytes);
    let Some(revisions) = read::<Vec<Revision>>(bytes) else {
        assert_eq!(office, None, "an office is its revisions");
        return Outcome::Unread;
    };
    let text = round_trip(&revisions);
    match Office::new(revisions.clone()) {
        Ok(made) => {
            assert_eq!(office.as_ref(), Some(&made));
            assert_eq!(round_trip(&made), text, "an office is written as its revisions");
            assert_eq!(made.revisions(), revisions);
            if let [before @ .., last] = &*revisions {
                let before = Office::new(before.to_vec()).unwrap_or_else(|why| panic!("a prefix: {why}"));
                assert_eq!(before.record(last).as_ref(), Ok(&made), "one by one is as all at once");
            }
            asked(&made);
            Outcome::Taken
        }
        Err(faults) => {
            assert_eq!(office, None);
            refused(&faults);
            Outcome::Refused
        }
    }
}

/// Each fault stands somewhere and says what it is.
pub(super) fn refused(faults: &Faults) {
    assert!(!faults.all().is_empty());
    for fault in faults.all() {
        told(fault);
        assert!(!fault.zh().is_empty() && !fault.path.is_empty(), "{fault}");
        assert!(faults.names(fault.objection.rule));
    }
    told(faults);
    assert!(!faults.zh().is_empty());
}

/// The days that its rows are recorded on, and some of all.
fn its_days(office: &Office) -> Vec<NaiveDate> {
    let recorded = office.revisions().iter().map(|it| it.recorded);
    let amended = office.revisions().iter().flat_map(|it| &it.amendments).map(|it| it.from);
    let mut days: Vec<NaiveDate> = recorded.take(2).chain(amended.take(2)).chain(days()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn its_keys(office: &Office) -> Vec<Key> {
    let own = office.revisions().iter().flat_map(|it| &it.own_items).take(2).map(|it| Key::Own(it.key.clone()));
    let added = office.revisions().iter().flat_map(|it| &it.amendments).flat_map(|it| &it.adds);
    let added = added.take(2).map(|it| Key::Own(it.key.clone()));
    let chosen = office.revisions().iter().flat_map(|it| &it.choices).flat_map(|it| it.items.keys().first().cloned());
    own.chain(added).chain(chosen.take(1)).chain(["A1-33", "A2-1"].map(|it| it.parse().unwrap())).collect()
}

pub(super) fn asked(office: &Office) {
    let (keys, venues) = (its_keys(office), venues());
    for day in its_days(office) {
        for item in &keys {
            for (place, venue) in places().into_iter().zip(venues.iter().cycle()) {
                let asked = Question { item, place, scope: Scope::WITHIN, venue: Some(venue), day };
                match office.route(&asked) {
                    Ok(route) => assert!(!route.sheet(day).is_empty()),
                    Err(why) => {
                        told(&why);
                        assert!(!why.zh().is_empty());
                    }
                }
            }
            ready(office, item, day);
        }
        by_day(office, day);
    }
    // what recurs is told for each month until the day: of a far day there is much to tell
    let (now, near) = (office.now(), NaiveDate::from_ymd_opt(2026, 12, 31).unwrap());
    let day = office.revisions().last().map_or(near, |it| it.recorded.min(near));
    for by in Responsible::all().step_by(23) {
        assert!(now.obligations(by, day).iter().all(|it| !it.zh().is_empty()));
    }
    assert!(now.tallies(day).iter().all(|it| !it.zh().is_empty()));
    assert!(worklist(CASES.iter(), now.calendar()).is_sorted_by_key(|it| it.due), "the most urgent first");
    for case in CASES.iter().take(3) {
        let _ = case.record().hold_against(office).map_err(|it| it.zh());
        case.waits_for(office, case.record().last_at().day());
    }
    if let Some(it) = office.revisions().iter().flat_map(|it| &it.amendments).next() {
        match Impact::of(Office::built_in(), it) {
            Ok(impact) => super::catalogue::impact(&impact),
            Err(faults) => refused(&faults),
        }
    }
    if let Some(route) = first_route(office) {
        questions::of_route(&route);
    }
}

fn first_route(office: &Office) -> Option<tongquan::Route<'_>> {
    let (day, place, venue) = (office.revisions().last()?.recorded, places()[0], &venues()[1]);
    let its = office.revisions().iter().flat_map(|it| &it.plans).flat_map(|it| &it.undertakes);
    let item = its.flat_map(|it| it.items.keys()).next()?;
    office.route(&Question { item, place, scope: Scope::WITHIN, venue: Some(venue), day }).ok()
}

fn ready(office: &Office, key: &Key, day: NaiveDate) {
    let registers = office.on(day);
    let Ok(item) = registers.item_on(key, day).map_err(|why| assert!(!why.zh().is_empty())) else { return };
    for region in [Region::Wenshang, Region::CultureZone] {
        let readiness = registers.readiness(item, region, day);
        assert!(readiness.missing().chain(readiness.findings()).all(|it| !it.zh().is_empty()));
        assert_eq!(readiness.is_ready(), readiness.missing().next().is_none(), "ready is where nothing is missing");
        registers.chosen(item, region, day).for_each(drop);
        for venue in &venues() {
            registers.offer(item, region, venue, day);
        }
        if let Some(standard) = registers.standard(key, region, day) {
            let _ = standard.against_baseline().map(|it| it.zh());
            assert!(standard.against(standard).is_empty(), "a standard is no other than itself");
            let outline = standard.outline();
            assert!(outline.every_material().all(|it| outline.names_material(it)));
        }
    }
}

fn by_day(office: &Office, day: NaiveDate) {
    let now = office.now();
    let region = Region::Wenshang;
    now.decides(region, day).for_each(drop);
    for venue in &venues() {
        now.takes(venue, day).for_each(drop);
    }
    now.changed(region, "2021-06-15".parse().unwrap(), day);
    now.apart(day).for_each(drop);
    let departments = office.revisions().iter().flat_map(|it| &it.seals).map(|it| it.seal);
    for seal in departments.take(3) {
        now.seal_scopes(seal.department, day).for_each(drop);
        let held = now.seal_holder(seal, day);
        assert!(held.is_none() || now.seal_state(seal, day).is_some(), "a seal that is held is a seal");
    }
    for it in now.agreements().take(3) {
        assert!(now.seals_under(it, day).all(|(seal, state)| now.seal_state(seal, day) == Some(state)));
        assert_eq!(now.agreement_state(&it.number, day).is_some(), now.agreement(&it.number).is_some());
    }
    now.experts(day).for_each(drop);
    now.ceilings(day).for_each(drop);
}
