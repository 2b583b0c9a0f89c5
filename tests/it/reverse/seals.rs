//! Where Seal No. 2 of a department may be used, and what becomes of an agreement whose items leave review.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use tongquan::{
    Department, Key, Modality, Office, Place, Region, Seal, Standing,
    catalogue::{Amendment, Devolution, ItemChange, NewOrigin},
    register::{Agreement, AgreementState, Ending, Ends, Items, Registers, Revision, SealId},
    text::Mark,
};

use super::{
    ask, keys, known, nowhere,
    offices::{AMENDED, PLANLESS, all},
};
use crate::{
    editions::given::{adding, changing, new_item, to},
    support::{OFFICE, changed, day},
};

/// Whether it takes new cases, read off the rows known.
fn is_open(rows: &[Revision], agreement: &Agreement, on: NaiveDate) -> bool {
    let endings = rows.iter().flat_map(|it| &it.endings);
    let ended = endings.filter(|it| it.ends == Ends::Agreement(agreement.number.clone())).map(|it| it.last);
    let last = agreement.until.into_iter().chain(ended).min();
    agreement.from <= on && last.is_none_or(|last| on <= last)
}

fn seals_held(office: &Office, asked: Registers<'_>, agreement: &Agreement, on: NaiveDate) -> BTreeSet<SealId> {
    let cut = office.revisions().iter().flat_map(|it| &it.seals).map(|it| it.seal);
    let of_department = cut.filter(|it| it.department == agreement.department);
    let held = of_department.filter(|it| asked.seal_holder(*it, on).is_some_and(|(at, _)| at == agreement.region));
    held.collect()
}

/// By region, whatever the forward routes seal with Seal No. 2, and of which department.
fn sealed(office: &Office, asked: Registers<'_>, on: NaiveDate) -> BTreeSet<(Region, Department, Key)> {
    let every = Region::all().flat_map(|region| keys(office).into_iter().map(move |key| (region, key)));
    let sealed = every.filter_map(|(region, key)| {
        let route = ask(asked, &key, Place::Region(region), &nowhere(), on).ok()?;
        (route.seal().is == Seal::No2).then_some((region, route.department()?, key))
    });
    sealed.collect()
}

/// Says how many items were found in scopes.
fn scopes_as_asked_forward(office: &Office, asked: Registers<'_>, on: NaiveDate) -> usize {
    let known = &office.revisions()[..usize::try_from(asked.revision()).unwrap()];
    let (mut found, sealed) = (0, sealed(office, asked, on));
    for department in Department::all() {
        let mut scopes: Vec<_> = asked.seal_scopes(department, on).collect();
        for agreement in known.iter().flat_map(|it| &it.agreements).filter(|it| it.department == department) {
            let of_it = sealed.iter().filter(|(region, by, key)| {
                let covers = |key| asked.item_on(key, on).is_ok_and(|it| agreement.items.covers(it));
                (*region, *by) == (agreement.region, department) && covers(key)
            });
            let open = is_open(known, agreement, on);
            let expected: BTreeSet<Key> = of_it.filter(|_| open).map(|(_, _, key)| key.clone()).collect();
            let at = scopes.iter().position(|it| it.agreement == agreement);
            let scope = at.map(|at| scopes.remove(at));
            let items = scope.iter().flat_map(|it| it.items.iter().map(|it| it.key().clone()));
            assert_eq!(items.collect::<BTreeSet<_>>(), expected, "{} on {on}", agreement.number);
            found += expected.len();
            let Some(scope) = scope else { continue };
            assert_eq!(scope.items.len(), expected.len(), "{} on {on}", agreement.number);
            let seals = scope.seals.iter().map(|(seal, _)| *seal);
            assert_eq!(seals.collect::<BTreeSet<_>>(), seals_held(office, asked, agreement, on));
            assert!(scope.seals.iter().all(|(seal, state)| asked.seal_state(*seal, on) == Some(*state)));
        }
        assert_eq!(scopes, [], "{department} on {on}");
    }
    found
}

#[test]
fn a_seal_may_be_used_for_what_an_open_agreement_covers_and_the_forward_route_seals_with_it() {
    let mut found = 0;
    // without a plan every such route is the city's: asked by itself
    for (office, days) in all().into_iter().filter(|(it, _)| !std::ptr::eq(*it, &*PLANLESS)) {
        for asked in known(office) {
            for on in &days {
                // before the plans began the routes are the city's for want of them
                if *on >= day(2021, 6, 30) {
                    found += scopes_as_asked_forward(office, asked, *on);
                }
            }
        }
    }
    assert!(found > 10_000, "{found}");
}

#[test]
fn where_no_plan_names_a_body_the_route_is_the_city_s_and_no_seal_no_2_may_be_used() {
    assert_eq!(scopes_as_asked_forward(&PLANLESS, PLANLESS.now(), day(2024, 3, 4)), 0);
}

#[test]
fn under_an_agreement_stand_its_own_items_that_are_in_review_there() {
    let mut found = 0;
    for asked in known(&AMENDED) {
        for on in [day(2021, 6, 15), day(2024, 6, 1), day(2024, 6, 20), day(2024, 8, 1)] {
            let every = keys(&AMENDED);
            let review = |region: &Region| -> BTreeSet<&Key> {
                let stands = |key: &&Key| super::stands(asked, key, *region, on);
                every.iter().filter(|key| stands(key) == Some(Standing::Devolved(Modality::Review))).collect()
            };
            let reviewed: BTreeMap<Region, BTreeSet<&Key>> = Region::all().map(|it| (it, review(&it))).collect();
            for agreement in asked.agreements() {
                let told: Vec<&Key> = asked.reviewed_under(agreement, on).map(tongquan::Item::key).collect();
                let its = reviewed[&agreement.region].iter().copied().filter(|key| {
                    let item = asked.item_on(key, on).unwrap();
                    item.department() == Some(agreement.department) && agreement.items.covers(item)
                });
                let expected: BTreeSet<&Key> = its.collect();
                assert_eq!(told.iter().copied().collect::<BTreeSet<_>>(), expected, "{}", agreement.number);
                assert_eq!(told.len(), expected.len());
                found += told.len();
            }
        }
    }
    assert!(found > 3_000, "{found}");
}

#[test]
fn agreements_are_those_recorded_by_then_in_that_order() {
    for (office, _) in all() {
        for asked in known(office) {
            let known = &office.revisions()[..usize::try_from(asked.revision()).unwrap()];
            assert!(asked.agreements().eq(known.iter().flat_map(|it| &it.agreements)));
        }
    }
    let late: Mark = "XY-LATE".parse().unwrap();
    assert!(AMENDED.on(day(2024, 6, 14)).agreements().all(|it| it.number != late));
    assert_eq!(AMENDED.now().agreements().last().map(|it| &it.number), Some(&late));
}

fn state(office: &Office, number: &str, on: NaiveDate) -> AgreementState {
    office.now().agreement_state(&number.parse().unwrap(), on).unwrap()
}

/// The number of the agreement of a region that covers an item.
fn agreed<'o>(office: &'o Office, key: &str, region: Region) -> &'o str {
    let key: Key = key.parse().unwrap();
    let mut of_region = office.now().agreements().filter(|it| it.region == region);
    of_region.find(|it| it.items.keys().contains(&key)).unwrap().number.as_str()
}

#[test]
fn an_agreement_whose_items_all_leave_review_is_open_the_day_before_and_runs_off_from_the_day_of_effect() {
    let (last, first) = (day(2024, 5, 31), day(2024, 6, 1));
    let both = |key: &str, region| {
        let number = agreed(&AMENDED, key, region);
        (state(&AMENDED, number, last), state(&AMENDED, number, first))
    };
    let (open, off) = (AgreementState::Open, AgreementState::RunningOff);
    for region in Region::all() {
        // removed, and its only item; by intake since
        assert_eq!(both("A1-33", region), (open, off), "{region}");
        assert_eq!(both("A1-45", region), (open, off), "{region}");
        // another item is left to each of these
        assert_eq!(both("A1-36", region), (open, open), "{region}");
        assert_eq!(both("A1-37", region), (open, open), "{region}");
    }
    // what is known later changes nothing of what was known before
    let number = agreed(&AMENDED, "A1-33", Region::Qufu).parse().unwrap();
    assert_eq!(AMENDED.on(day(2024, 5, 9)).agreement_state(&number, first), Some(open));
}

#[test]
fn each_agreement_is_open_exactly_while_it_takes_new_cases_of_an_item_that_is_in_review() {
    let mut seen = [0; 3];
    for asked in known(&AMENDED) {
        let rows = &AMENDED.revisions()[..usize::try_from(asked.revision()).unwrap()];
        for on in [day(2021, 6, 24), day(2021, 6, 25), day(2024, 5, 31), day(2024, 6, 1), day(2024, 8, 1)] {
            for agreement in asked.agreements() {
                let reviewed = asked.reviewed_under(agreement, on).next().is_some();
                let expected = match (on < agreement.from, is_open(rows, agreement, on) && reviewed) {
                    (true, _) => AgreementState::NotBegun,
                    (false, true) => AgreementState::Open,
                    (false, false) => AgreementState::RunningOff,
                };
                assert_eq!(asked.agreement_state(&agreement.number, on), Some(expected), "{}", agreement.number);
                seen[expected as usize] += 1;
            }
        }
    }
    assert!(seen.iter().all(|it| *it > 50), "{seen:?}");
    assert_eq!(AMENDED.now().agreement_state(&"XY-NONE".parse().unwrap(), day(2024, 6, 1)), None);
}

#[test]
fn an_agreement_that_ends_before_the_amendment_runs_off_from_its_own_last_day() {
    let number = agreed(&OFFICE, "A1-36", Region::Qufu);
    let ends = Ends::Agreement(number.parse().unwrap());
    let ending = Ending { ends, last: day(2024, 5, 20), reason: "（虚构）".parse().unwrap() };
    let office = OFFICE.record(&Revision { endings: vec![ending], ..Revision::on(day(2024, 5, 10)) }).unwrap();
    assert_eq!(state(&office, number, day(2024, 5, 20)), AgreementState::Open);
    assert_eq!(state(&office, number, day(2024, 5, 21)), AgreementState::RunningOff);
}

/// From a day on, a new item of 市卫生健康委 is on the list, in review.
fn comes(from: &str) -> Amendment {
    let review = NewOrigin::City(Devolution::new(Department::Health, Modality::Review));
    adding("1号", from, vec![new_item("N-1", "（虚构）增列", review)])
}

/// From a day on, it is devolved directly.
fn leaves(from: &str) -> Amendment {
    changing("2号", from, vec![to("N-1", Modality::Direct)])
}

/// An agreement over that item alone.
fn over_it(number: &str, from: NaiveDate) -> Agreement {
    Agreement {
        number: number.parse().unwrap(),
        department: Department::Health,
        items: Items::Only(vec!["N-1".parse().unwrap()]),
        from,
        ..OFFICE.revisions()[0].agreements[0].clone()
    }
}

#[test]
fn an_agreement_signed_ahead_of_an_amendment_for_what_it_adds_has_not_run_off_before_the_day_of_effect() {
    let (amendments, agreements) = (vec![comes("2024-09-01")], vec![over_it("XY-AHEAD", day(2024, 8, 1))]);
    let revision = Revision { amendments, agreements, ..Revision::on(day(2024, 7, 1)) };
    let office = OFFICE.record(&revision).unwrap();
    assert_eq!(state(&office, "XY-AHEAD", day(2024, 7, 31)), AgreementState::NotBegun);
    assert_eq!(state(&office, "XY-AHEAD", day(2024, 9, 1)), AgreementState::Open);
    // it has begun, has not ended, and nothing took its item out of review
    assert_ne!(state(&office, "XY-AHEAD", day(2024, 8, 15)), AgreementState::RunningOff);
}

#[test]
fn an_agreement_of_an_earlier_round_has_not_run_off_before_the_first_edition() {
    let office = changed(|rows| {
        let mut it = rows.agreements.iter_mut().filter(|it| it.department == Department::Transport);
        it.next().unwrap().from = day(2021, 6, 1);
    });
    let number = office.now().agreements().find(|it| it.from == day(2021, 6, 1)).unwrap().number.as_str();
    assert_eq!(state(&office, number, day(2021, 5, 31)), AgreementState::NotBegun);
    assert_eq!(state(&office, number, day(2021, 6, 15)), AgreementState::Open);
    assert_ne!(state(&office, number, day(2021, 6, 14)), AgreementState::RunningOff);
}

#[test]
fn a_change_of_department_ends_what_the_former_one_agreed_on_and_not_what_is_of_others() {
    let change = ItemChange { department: Some(Department::Housing), ..ItemChange::of("A1-33".parse().unwrap()) };
    let amendment = changing("1号", "2024-09-01", vec![change]);
    let office = OFFICE.record(&Revision { amendments: vec![amendment], ..Revision::on(day(2024, 7, 1)) }).unwrap();
    let (mut off, mut open) = (0, 0);
    for agreement in office.now().agreements() {
        let number = agreement.number.as_str();
        assert_eq!(state(&office, number, day(2024, 8, 31)), AgreementState::Open);
        let its = agreement.department == Department::NaturalResources;
        let expected = if its { AgreementState::RunningOff } else { AgreementState::Open };
        assert_eq!(state(&office, number, day(2024, 9, 1)), expected, "{number}");
        *(if its { &mut off } else { &mut open }) += 1;
    }
    assert_eq!((off, open), (15, 126));
}

#[test]
fn an_agreement_whose_items_came_into_review_after_it_began_runs_off_once_they_have_left() {
    let amendments = vec![comes("2024-06-01"), leaves("2024-08-01")];
    let agreements = vec![over_it("XY-LATER", day(2024, 3, 1))];
    let office = OFFICE.record(&Revision { amendments, agreements, ..Revision::on(day(2024, 2, 1)) }).unwrap();
    let states = [
        (day(2024, 2, 29), AgreementState::NotBegun),
        // it waits for its item, which takes nothing from it
        (day(2024, 3, 1), AgreementState::Open),
        (day(2024, 5, 31), AgreementState::Open),
        (day(2024, 6, 1), AgreementState::Open),
        (day(2024, 7, 31), AgreementState::Open),
        (day(2024, 8, 1), AgreementState::RunningOff),
    ];
    for (on, expected) in states {
        assert_eq!(state(&office, "XY-LATER", on), expected, "{on}");
    }
}

#[test]
fn an_agreement_whose_items_left_review_between_its_recording_and_its_first_day_runs_off_from_the_first() {
    let (amendments, agreements) = (vec![comes("2024-02-10")], vec![over_it("XY-BEFORE", day(2024, 3, 1))]);
    let office = OFFICE.record(&Revision { amendments, agreements, ..Revision::on(day(2024, 2, 1)) }).unwrap();
    assert_eq!(state(&office, "XY-BEFORE", day(2024, 3, 1)), AgreementState::Open);
    let amended = Revision { amendments: vec![leaves("2024-02-20")], ..Revision::on(day(2024, 2, 15)) };
    let office = office.record(&amended).unwrap();
    assert_eq!(state(&office, "XY-BEFORE", day(2024, 2, 29)), AgreementState::NotBegun);
    assert_eq!(state(&office, "XY-BEFORE", day(2024, 3, 1)), AgreementState::RunningOff);
}
