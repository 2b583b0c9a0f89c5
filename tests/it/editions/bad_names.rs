//! Names, keys and numbers that are taken.

use tongquan::{
    Catalogue, Edition, Office, Rule,
    catalogue::{Amendment, Entry, ItemChange, NewOrigin, OwnItem, OwnOrigin},
    register::Revision,
};

use super::given::{
    adding, alone, changing, city, devolved, except, grown, named, new_item, own, removing, rules, told,
};
use crate::support::day;

fn name(number: u8) -> &'static str {
    Edition::built_in().annex_1(number).unwrap().name()
}

fn at(faults: &[(&str, Rule)]) -> Vec<(String, Rule)> {
    faults.iter().map(|(path, rule)| ((*path).to_owned(), *rule)).collect()
}

#[test]
fn a_name_that_another_item_of_the_edition_made_has_is_refused() {
    let catalogue = grown();
    for taken in [name(47), "（虚构）县级原有", "（虚构）前批事项", "（虚构）增列一", "（虚构）增列二"]
    {
        alone(
            &catalogue,
            &changing("2", "2024-01-01", vec![named("A1-1", taken)]),
            "changes[0].name",
            Rule::NumberUnused,
        );
        for list in [NewOrigin::ThreeTier, NewOrigin::City(devolved())] {
            let added = adding("2", "2024-01-01", vec![new_item("N-9", taken, list)]);
            alone(&catalogue, &added, "adds[0].name", Rule::NumberUnused);
        }
        let items = vec![own("WS-9", taken, OwnOrigin::County)];
        let faults = catalogue.record(Entry::OwnItems { from: day(2024, 1, 1), items }).unwrap_err();
        assert_eq!(told(&faults)[0].0, "[2].own_items.items[0].name");
    }
    // of two that want one name, both
    let both = Amendment {
        changes: vec![named("A1-1", "（虚构）新")],
        ..adding("2", "2024-01-01", vec![city("N-9", "（虚构）新")])
    };
    let expected = [("changes[0].name", Rule::NumberUnused), ("adds[0].name", Rule::NumberUnused)];
    assert_eq!(rules(&catalogue, &both), at(&expected));
}

#[test]
fn a_name_that_the_amendment_frees_is_free() {
    let (catalogue, freed) = (grown(), "（虚构）新");
    let swapped = changing("2", "2024-01-01", vec![named("A1-1", name(2)), named("A1-2", name(1))]);
    let swapped = catalogue.amend(&swapped).unwrap();
    for (number, is) in [(1, 2), (2, 1)] {
        assert_eq!(swapped.latest().annex_1(number).unwrap().name(), name(is));
        assert_eq!(swapped.latest().item_named(name(number)).unwrap(), swapped.latest().annex_1(is).unwrap());
        assert_eq!(
            swapped.editions()[1].item_named(name(number)).unwrap(),
            swapped.editions()[1].annex_1(number).unwrap()
        );
    }
    // and back: each name leads to the item that has it, edition by edition
    let back =
        swapped.amend(&changing("3", "2024-01-02", vec![named("A1-1", name(1)), named("A1-2", name(2))])).unwrap();
    assert_eq!(back.latest().item_named(name(1)).unwrap(), back.latest().annex_1(1).unwrap());
    // by a rename, by a removal, and in a ring of three
    let renamed =
        Amendment { changes: vec![named("A1-1", freed)], ..adding("2", "2024-01-01", vec![city("N-9", name(1))]) };
    assert_eq!(catalogue.amend(&renamed).unwrap().latest().item_named(name(1)).unwrap().key().to_string(), "N-9");
    let removed = Amendment { changes: vec![named("A1-2", name(1))], ..removing("2", "2024-01-01", &["A1-1"]) };
    assert_eq!(catalogue.amend(&removed).unwrap().latest().item_named(name(1)).unwrap().key().to_string(), "A1-2");
    let ring =
        changing("2", "2024-01-01", vec![named("A1-1", name(2)), named("A1-2", name(3)), named("A1-3", name(1))]);
    assert!(catalogue.amend(&ring).is_ok());
    // freed before: A1-33 left the list in 2023
    let later = catalogue.amend(&changing("2", "2024-01-01", vec![named("A1-1", name(33))])).unwrap();
    assert_eq!(later.latest().item_named(name(33)).unwrap().key().to_string(), "A1-1");
    assert_eq!(later.editions()[0].item_named(name(33)).unwrap().key().to_string(), "A1-33");
    assert!(later.editions()[1].item_named(name(33)).is_err());
}

#[test]
fn a_key_is_given_for_good_and_a_number_once() {
    let catalogue = grown().amend(&removing("（虚构）2号", "2024-01-01", &["N-1", "WS-2"])).unwrap();
    for used in ["WS-1", "WS-2", "N-1", "N-2"] {
        let added = adding("3", "2024-06-01", vec![city(used, "（虚构）全新")]);
        alone(&catalogue, &added, "adds[0].key", Rule::NumberUnused);
        let items = vec![own(used, "（虚构）全新", OwnOrigin::County)];
        let faults = catalogue.record(Entry::OwnItems { from: day(2024, 6, 1), items }).unwrap_err();
        assert_eq!(told(&faults).into_iter().map(|it| it.0).collect::<Vec<_>>(), ["[3].own_items.items[0].key"]);
    }
    for used in ["（虚构）1号", "（虚构）2号"] {
        alone(&catalogue, &removing(used, "2024-06-01", &["A1-9"]), "number", Rule::NumberUnused);
    }
}

#[test]
fn a_name_that_is_taken_is_told_beside_what_else_is_wrong_with_the_change() {
    let vacuous = ItemChange {
        name: Some(name(2).parse().unwrap()),
        ..except("A1-1", &[(tongquan::Region::Qufu, tongquan::Modality::Direct)])
    };
    let expected = [("changes[0].exceptions", Rule::ExceptionsApart), ("changes[0].name", Rule::NumberUnused)];
    assert_eq!(rules(Catalogue::built_in(), &changing("1", "2024-01-01", vec![vacuous])), at(&expected));
    let unfit = ItemChange { modality: Some(tongquan::Modality::Direct), ..named("A2-1", name(2)) };
    let expected = [("changes[0]", Rule::AmendmentFits), ("changes[0].name", Rule::NumberUnused)];
    assert_eq!(rules(Catalogue::built_in(), &changing("1", "2024-01-01", vec![unfit])), at(&expected));
}

#[test]
fn a_name_that_the_amendment_frees_is_free_though_the_change_that_frees_it_is_wrong_in_something_else() {
    let vacuous = ItemChange {
        name: Some("（虚构）新".parse().unwrap()),
        ..except("A1-1", &[(tongquan::Region::Qufu, tongquan::Modality::Direct)])
    };
    let it = changing("1", "2024-01-01", vec![vacuous, named("A1-2", name(1))]);
    alone(Catalogue::built_in(), &it, "changes[0].exceptions", Rule::ExceptionsApart);
}

#[test]
fn a_name_that_is_taken_is_told_beside_a_key_that_is_used() {
    let it = adding("2", "2024-01-01", vec![city("N-1", name(1))]);
    let expected = [("adds[0].key", Rule::NumberUnused), ("adds[0].name", Rule::NumberUnused)];
    assert_eq!(rules(&grown(), &it), at(&expected));
}

#[test]
fn an_own_item_that_is_refused_is_told_once_and_not_by_what_speaks_of_it_later() {
    let first = || own("WS-1", "（虚构）一", OwnOrigin::City(devolved()));
    for (second, field) in
        [(own("WS-1", "（虚构）二", OwnOrigin::County), "key"), (city_of("WS-2", "（虚构）一"), "name")]
    {
        let key = second.key.to_string();
        let items = vec![first(), second];
        let removed = Entry::Amendment(removing("1", "2024-01-01", &[&key]));
        let faults = Catalogue::new(vec![Entry::OwnItems { from: day(2021, 6, 15), items }, removed]).unwrap_err();
        let paths: Vec<_> = faults.all().iter().map(|it| it.path.as_str()).collect();
        assert_eq!(paths, [format!("[0].own_items.items[1].{field}")]);
    }
}

fn city_of(key: &str, name: &str) -> OwnItem {
    own(key, name, OwnOrigin::City(devolved()))
}

#[test]
fn an_office_refuses_a_revision_with_a_bad_amendment_whole() {
    let first = Revision {
        own_items: vec![own("WS-1", "（虚构）县级原有", OwnOrigin::County)],
        ..Revision::on(day(2021, 7, 31))
    };
    let office = Office::new(vec![first.clone()]).unwrap();
    let amendments = vec![removing("1", "2023-12-31", &["A1-3"]), removing("1", "2024-01-02", &["A1-4", "WS-1"])];
    let revision = Revision { amendments, ..Revision::on(day(2024, 1, 1)) };
    let faults = office.record(&revision).unwrap_err();
    let told: Vec<_> = told(&faults).into_iter().map(|(path, rule, _)| (path, rule)).collect();
    let expected =
        [("[1].amendments[1].number", Rule::NumberUnused), ("[1].amendments[1].removes[1]", Rule::AmendmentFits)];
    assert_eq!(told, at(&expected));
    assert_eq!((office.catalogue().editions().len(), office.revisions()), (1, &[first.clone()][..]));
    // what is learnt late takes effect when it did, in the first revision and later
    let late = Revision { amendments: vec![removing("1", "2021-07-01", &["A1-3"])], ..Revision::on(day(2024, 1, 1)) };
    assert_eq!(office.record(&late).unwrap().catalogue().latest().id().from, day(2021, 7, 1));
    let amendments = vec![removing("1", "2021-07-01", &["A1-3"])];
    let office = Office::new(vec![Revision { amendments, ..first }]).unwrap();
    assert_eq!(office.catalogue().latest().id().from, day(2021, 7, 1));
}
