//! An amendment that could not be recorded has no impact: the faults are those of recording it.

use tongquan::{
    Modality, Office, Region, Rule,
    catalogue::{Amendment, Devolution, Exception, Ground, ItemChange, NewItem, NewOrigin, Opinion, Practice},
    oversight::Impact,
    register::Revision,
};

use super::{Single, amendment, effect, item, law};
use crate::support::{OFFICE, day};

fn change(key: &str) -> ItemChange {
    ItemChange::of(key.parse().unwrap())
}

/// Each with a rule that it breaks.
fn bad() -> Vec<(Amendment, Rule)> {
    let of = |it: ItemChange| amendment(effect(), vec![it]);
    let good = || ItemChange { modality: Some(Modality::Direct), ..change("A1-36") };
    let review = Exception { region: Region::Qufu, modality: Modality::Review };
    let new = |key: &str, name: &str| NewItem {
        key: key.parse().unwrap(),
        name: name.parse().unwrap(),
        kind: tongquan::Kind::OtherPower,
        origin: NewOrigin::City(Devolution::new(tongquan::Department::Health, Modality::Direct)),
    };
    let opinion = |on| Opinion { region: Region::Qufu, on, said: "（虚构）".parse().unwrap() };
    let practice = |heard| Amendment {
        ground: Ground::Practice(vec![Practice::Costly]),
        heard,
        ..Single::Withheld(Region::Qufu).of(item("A1-36"), effect())
    };
    vec![
        (amendment(effect(), Vec::new()), Rule::AmendmentChanges),
        (of(change("A1-36")), Rule::AmendmentChanges),
        (of(ItemChange { modality: Some(Modality::Review), ..change("A1-36") }), Rule::AmendmentChanges),
        (of(ItemChange { modality: Some(Modality::Direct), ..change("A1-62") }), Rule::ItemInForce),
        (of(ItemChange { modality: Some(Modality::Direct), ..change("A2-3") }), Rule::AmendmentFits),
        (of(ItemChange { name: Some("（虚构）".parse().unwrap()), ..change("WS-001") }), Rule::AmendmentFits),
        (of(ItemChange { exceptions: Some(vec![review]), ..change("A1-36") }), Rule::ExceptionsApart),
        (amendment(effect(), vec![good(), good()]), Rule::NamedOnce),
        (Amendment { removes: vec!["A1-36".parse().unwrap()], ..of(good()) }, Rule::NamedOnce),
        (Amendment { adds: vec![new("WS-001", "（虚构）新")], ..of(good()) }, Rule::NumberUnused),
        (Amendment { adds: vec![new("N-1", "船舶登记")], ..of(good()) }, Rule::NumberUnused),
        (amendment(day(2021, 6, 14), vec![good()]), Rule::AmendmentInOrder),
        (practice(Vec::new()), Rule::RegionsHeard),
        (practice(vec![opinion(effect())]), Rule::RegionsHeard),
        (practice(vec![opinion(day(2024, 8, 30)), opinion(day(2024, 8, 30))]), Rule::NamedOnce),
    ]
}

#[track_caller]
fn faults_as_recorded(office: &Office, it: &Amendment, rule: Rule) {
    let last = office.revisions().last().map_or(it.from, |it| it.recorded);
    let revision = Revision { amendments: vec![it.clone()], ..Revision::on(last) };
    let (told, recorded) = (Impact::of(office, it).unwrap_err(), office.record(&revision).unwrap_err());
    assert_eq!(told, recorded, "{it:?}");
    assert!(told.names(rule), "{told}");
}

#[test]
fn a_bad_amendment_is_refused_with_the_faults_of_recording_it() {
    let all = bad();
    for (it, rule) in &all {
        faults_as_recorded(&OFFICE, it, *rule);
    }
    assert_eq!(all.len(), 15);
    // heard in time, the last but one is good
    let heard = vec![Opinion { region: Region::Qufu, on: day(2024, 8, 31), said: "（虚构）".parse().unwrap() }];
    let ground = Ground::Practice(vec![Practice::Costly]);
    let good = Amendment { ground, heard, ..Single::Withheld(Region::Qufu).of(item("A1-36"), effect()) };
    assert_eq!(Impact::of(&OFFICE, &good).unwrap().routes().count(), 1);
}

#[test]
fn what_is_dated_before_the_last_edition_or_uses_a_number_again_is_refused_and_what_is_learnt_late_is_not() {
    let first = Single::To(Modality::Direct).of(item("A1-36"), effect());
    let office = OFFICE.record(&Revision { amendments: vec![first], ..Revision::on(day(2024, 8, 1)) }).unwrap();
    let again = Single::To(Modality::Direct).of(item("A1-24"), effect());
    faults_as_recorded(&office, &again, Rule::NumberUnused);
    let renumbered =
        |from| Amendment { number: "（虚构）10号".parse().unwrap(), ..amendment(from, again.changes.clone()) };
    faults_as_recorded(&office, &renumbered(day(2024, 8, 31)), Rule::AmendmentInOrder);
    let later = OFFICE.record(&Revision::on(day(2024, 10, 1))).unwrap();
    // what is learnt late takes effect when it did
    assert_eq!(Impact::of(&later, &renumbered(effect())).unwrap().routes().count(), 15);
    assert!(Impact::of(&office, &renumbered(effect())).is_ok());
    // an office without a revision is asked as any other
    let none = Office::built_in();
    faults_as_recorded(none, &Amendment::new("1号".parse().unwrap(), effect(), law()), Rule::AmendmentChanges);
    assert_eq!(Impact::of(none, &again).unwrap().routes().count(), 15);
}
