//! 协议过渡: which agreements close to new cases, wholly or for some items, and that no seal is asked for any more.

use std::collections::BTreeSet;

use tongquan::{
    Item, Key, Modality, Office, Place, Question, Region, Scope, Seal, Venue,
    catalogue::Amendment,
    oversight::Impact,
    register::{Agreement, AgreementState, Ending, Ends, Revision},
    route::Gap,
};

use super::{GAPPY, Single, effect, item};
use crate::support::{OFFICE, day};

/// The items that an agreement covers and that are sealed with the department's Seal No. 2, asked forward on the day of effect.
fn sealed(office: &Office, agreement: &Agreement) -> BTreeSet<Key> {
    let venue = Venue::Kiosk("（虚构）无登记".parse().unwrap());
    let (place, scope, day) = (Place::Region(agreement.region), Scope::WITHIN, effect());
    let its = agreement.items.keys().iter().filter(|key| {
        let route = office.route(&Question { item: key, place, scope, venue: Some(&venue), day }).ok();
        route.is_some_and(|it| it.seal().is == Seal::No2 && it.department() == Some(agreement.department))
    });
    its.cloned().collect()
}

/// Says how many agreements run off in part, and how many wholly.
fn run_off_as_made(it: &Amendment) -> (usize, usize) {
    let impact = Impact::of(&OFFICE, it).unwrap();
    let mut told: Vec<_> = impact.agreements().collect();
    let (mut partly, mut wholly) = (0, 0);
    let before = effect().pred_opt().unwrap();
    for agreement in OFFICE.now().agreements() {
        let (was, left) = (sealed(&OFFICE, agreement), sealed(impact.after(), agreement));
        let gone: BTreeSet<&Key> = was.difference(&left).collect();
        let at = told.iter().position(|it| it.agreement == agreement);
        assert_eq!(at.is_some(), !gone.is_empty(), "{} by {it:?}", agreement.number);
        let state = |on| impact.after().now().agreement_state(&agreement.number, on).unwrap();
        assert_eq!(state(before), AgreementState::Open);
        let closed = if left.is_empty() { AgreementState::RunningOff } else { AgreementState::Open };
        assert_eq!(state(effect()), closed, "{} by {it:?}", agreement.number);
        let Some(at) = at else { continue };
        let run_off = told.remove(at);
        assert_eq!(run_off.items.iter().map(|it| it.key()).collect::<BTreeSet<_>>(), gone);
        assert_eq!(run_off.whole, left.is_empty(), "{} by {it:?}", agreement.number);
        *(if run_off.whole { &mut wholly } else { &mut partly }) += 1;
    }
    assert_eq!(told, []);
    (partly, wholly)
}

#[test]
fn an_agreement_runs_off_for_the_items_that_leave_review_and_wholly_where_none_is_left() {
    let (mut partly, mut wholly, mut none) = (0, 0, 0);
    for (key, region) in [
        ("A1-33", Region::Wenshang),
        ("A1-36", Region::Qufu),
        ("A1-20", Region::Rencheng),
        ("A1-31", Region::CultureZone),
        ("A1-44", Region::HighTechZone),
        ("A1-53", Region::Wenshang),
        ("A1-1", Region::Wenshang),
    ] {
        for single in Single::all(item(key), region) {
            let (some, all) = run_off_as_made(&single.of(item(key), effect()));
            (partly, wholly) = (partly + some, wholly + all);
            none += usize::from(some + all == 0);
        }
    }
    assert!(partly > 200 && wholly > 100 && none > 10, "{partly}, {wholly}, {none}");
}

#[test]
fn all_items_of_an_agreement_together_run_it_off_and_each_alone_does_not() {
    let both: Vec<_> = ["A1-34", "A1-35"].map(|key| Single::To(Modality::Direct).change(item(key)).unwrap()).into();
    for alone in &both {
        assert_eq!(run_off_as_made(&super::amendment(effect(), vec![alone.clone()])), (15, 0));
    }
    assert_eq!(run_off_as_made(&super::amendment(effect(), both)), (0, 15));
}

#[test]
fn an_agreement_that_has_ended_before_is_not_told() {
    let number = OFFICE.now().agreements().find(|it| it.items.keys() == ["A1-33".parse().unwrap()]).unwrap();
    let ends = Ends::Agreement(number.number.clone());
    let last = effect().pred_opt().unwrap();
    let ending = Ending { ends, last, reason: "（虚构）".parse().unwrap() };
    let office = OFFICE.record(&Revision { endings: vec![ending], ..Revision::on(day(2024, 8, 1)) }).unwrap();
    let gone = Single::Removed.of(item("A1-33"), effect());
    let told = |office: &Office| Impact::of(office, &gone).unwrap().agreements().count();
    assert_eq!((told(&OFFICE), told(&office)), (15, 14));
}

#[test]
fn from_the_day_of_effect_readiness_asks_for_no_seal_of_what_left_review() {
    let asks = |office: &Office, key: &str, region, on| {
        let asked = office.now();
        let item: Option<Item<'_>> = asked.item_on(&key.parse().unwrap(), on).ok();
        item.map(|it| asked.readiness(it, region, on).gaps().contains(&Gap::NoSealNo2))
    };
    let before = effect().pred_opt().unwrap();
    let mut compared = 0;
    for single in Single::all(item("A1-36"), Region::Wenshang) {
        let impact = Impact::of(&GAPPY, &single.of(item("A1-36"), effect())).unwrap();
        for region in Region::all() {
            assert_eq!(asks(impact.after(), "A1-36", region, before), Some(true));
            let after = match single {
                Single::Removed => None,
                Single::To(_) => Some(false),
                Single::Withheld(other) => Some(region != other),
                Single::Passed(_) | Single::Renamed => Some(true),
            };
            assert_eq!(asks(impact.after(), "A1-36", region, effect()), after, "{single:?} in {region}");
            compared += 1;
        }
    }
    assert_eq!(compared, 7 * 15);
}
