//! Bad amendments: each is refused as what it is, whole, and nothing of it is taken in.

use tongquan::{
    Catalogue, Department, Modality, Region, Rule,
    catalogue::{Amendment, Checked, Devolution, Entry, Exception, Ground, ItemChange, NewOrigin, OwnOrigin, Practice},
    place::Regions,
};

use super::given::{
    adding, alone, changing, city, devolved, except, grown, law, named, new_item, own, practice, refused, removing,
    rules, to, told,
};
use crate::support::day;

fn first() -> &'static Catalogue {
    Catalogue::built_in()
}

fn withholding(key: &str, regions: Regions) -> ItemChange {
    ItemChange { not_devolved_to: Some(regions), ..ItemChange::of(key.parse().unwrap()) }
}

#[test]
fn none_takes_effect_before_the_edition_that_it_amends() {
    let early = removing("1", "2021-06-14", &["A1-3"]);
    let expected = ("from".to_owned(), Rule::AmendmentInOrder, ["2021-06-15", "2021-06-14"].map(str::to_owned));
    assert_eq!(refused(first(), &early), [expected]);
    let same_day = first().amend(&removing("1", "2021-06-15", &["A1-3"])).unwrap();
    assert_eq!(same_day.in_force(day(2021, 6, 15)).unwrap().id().number, 2);
    assert!(same_day.in_force(day(2021, 6, 14)).is_none());
    alone(&grown(), &removing("2", "2022-12-31", &["A1-3"]), "from", Rule::AmendmentInOrder);
}

#[test]
fn an_unknown_item_is_refused_with_what_may_have_been_meant() {
    let catalogue = grown();
    let it = Amendment {
        removes: ["A1-62", "船舶登记", "N-3"].map(|it| it.parse().unwrap()).into(),
        changes: vec![named("A1-33", "（虚构）又名"), to("zzz", Modality::Direct)],
        ..law("2", "2024-01-01")
    };
    let told = refused(&catalogue, &it);
    let meant: Vec<_> = told.iter().map(|(path, rule, facts)| (path.as_str(), *rule, facts[0].as_str())).collect();
    let expected = [
        ("removes[0]", Rule::ItemInForce, "an item of the list (near it: A1-12, A1-2, A1-22)"),
        ("removes[1]", Rule::ItemInForce, "annex 1, item 47"), // a name where a key is wanted
        ("removes[2]", Rule::ItemInForce, "an item of the list (near it: N-1, N-2, A1-3)"),
        ("changes[0].item", Rule::ItemInForce, "an item of the list (near it: A1-13, A1-23, A1-3)"), // removed in 2023
        ("changes[1].item", Rule::ItemInForce, "an item of the list"),
    ];
    assert_eq!(meant, expected);
    // one that is still to come is none either
    let (early, late) =
        (adding("1", "2024-01-01", vec![city("N-9", "（虚构）某事项")]), removing("2", "2024-01-02", &["N-9"]));
    alone(first(), &late, "removes[0]", Rule::ItemInForce);
    assert!(first().amend(&early).unwrap().amend(&late).is_ok());
}

#[test]
fn amendments_of_one_day_speak_of_different_items() {
    let on = |key: &str, number: &str, from: &str| {
        [
            removing(number, from, &[key]),
            changing(number, from, vec![named(key, &format!("（虚构）{number}"))]),
            changing(
                number,
                from,
                vec![named("A1-9", &format!("（虚构）另{number}")), named(key, &format!("（虚构）{number}"))],
            ),
        ]
    };
    let before = first().amend(&adding("0", "2023-12-31", vec![city("N-1", "（虚构）某事项")])).unwrap();
    for key in ["A1-8", "A2-8", "N-1"] {
        for one in &on(key, "1", "2024-01-01")[1..] {
            let amended = before.amend(one).unwrap();
            let clash = rules(&amended, &on(key, "2", "2024-01-01")[0]);
            assert_eq!(clash, [("removes[0]".to_owned(), Rule::AmendmentsApart)]);
            alone(&amended, &on(key, "2", "2024-01-01")[1], "changes[0].item", Rule::AmendmentsApart);
            assert!(on(key, "2", "2024-01-02").iter().all(|it| amended.amend(it).is_ok()));
            // a third one of the day is held against both
            let two = amended.amend(&removing("2", "2024-01-01", &["A1-10"])).unwrap();
            alone(&two, &on(key, "3", "2024-01-01")[0], "removes[0]", Rule::AmendmentsApart);
            let third = two.amend(&removing("3", "2024-01-01", &["A1-11"])).unwrap();
            assert_eq!(third.in_force(day(2024, 1, 1)), Some(third.latest()));
        }
    }
    // removed, and spoken of again: it is no item any more, too
    let gone = before.amend(&removing("1", "2024-01-01", &["A1-8"])).unwrap();
    let again = [Rule::AmendmentsApart, Rule::ItemInForce].map(|rule| ("removes[0]".to_owned(), rule));
    assert_eq!(rules(&gone, &removing("2", "2024-01-01", &["A1-8"])), again);
    // added, and changed on the same day
    let new = before.amend(&adding("1", "2024-01-01", vec![city("N-2", "（虚构）又一")])).unwrap();
    alone(
        &new,
        &changing("2", "2024-01-01", vec![to("N-2", Modality::Intake)]),
        "changes[0].item",
        Rule::AmendmentsApart,
    );
}

#[test]
fn an_item_stands_once_in_an_amendment() {
    let twice = |removes: &[&str], changes| Amendment { changes, ..removing("1", "2024-01-01", removes) };
    alone(first(), &twice(&["A1-3", "A1-3"], vec![]), "removes[1]", Rule::NamedOnce);
    alone(first(), &twice(&["A1-3"], vec![to("A1-3", Modality::Intake)]), "changes[0].item", Rule::NamedOnce);
    let both = vec![to("A1-3", Modality::Intake), named("A1-3", "（虚构）新名")];
    alone(first(), &twice(&[], both), "changes[1].item", Rule::NamedOnce);
    let added = adding("1", "2024-01-01", vec![city("N-1", "（虚构）一"), city("N-1", "（虚构）二")]);
    assert!(rules(first(), &added).contains(&("adds[1].key".to_owned(), Rule::NamedOnce)));
}

#[test]
fn exceptions_say_something_else_of_a_region_that_has_it_once() {
    let (here, there) = (Region::Wenshang, Region::Liangshan);
    for twice in [[(here, Modality::Review); 2], [(here, Modality::Review), (here, Modality::Intake)]] {
        alone(
            first(),
            &changing("1", "2024-01-01", vec![except("A1-3", &twice)]),
            "changes[0].exceptions",
            Rule::NamedOnce,
        );
        let exceptions = twice.map(|(region, modality)| Exception { region, modality }).to_vec();
        let list = NewOrigin::City(Devolution { exceptions, ..devolved() });
        let added = adding("1", "2024-01-01", vec![new_item("N-1", "（虚构）某事项", list)]);
        alone(first(), &added, "adds[0].origin.city.exceptions", Rule::NamedOnce);
    }
    let vacuous = except("A1-3", &[(here, Modality::Review), (there, Modality::Direct)]);
    let facts = ["a modality other than the column's".to_owned(), "梁山县, direct devolution".to_owned()];
    let expected = ("changes[0].exceptions".to_owned(), Rule::ExceptionsApart, facts);
    assert_eq!(refused(first(), &changing("1", "2024-01-01", vec![vacuous])), [expected]);
    let withheld = ItemChange {
        not_devolved_to: Some([here].into_iter().collect()),
        ..except("A1-3", &[(here, Modality::Intake)])
    };
    let facts = ["a region that it is devolved to".to_owned(), "汶上县, entrusted intake".to_owned()];
    let expected = ("changes[0].exceptions".to_owned(), Rule::ExceptionsApart, facts);
    assert_eq!(refused(first(), &changing("1", "2024-01-01", vec![withheld])), [expected]);
    // set alone it is held against the scope as it stands
    let zone = except("A1-31", &[(Region::HighTechZone, Modality::Intake)]);
    alone(first(), &changing("1", "2024-01-01", vec![zone]), "changes[0].exceptions", Rule::ExceptionsApart);
}

#[test]
fn on_grounds_of_practice_every_affected_region_is_heard_in_time() {
    let (here, there, elsewhere) = (Region::Wenshang, Region::Liangshan, Region::Qufu);
    let it =
        || changing("1", "2024-01-01", vec![except("A1-3", &[(here, Modality::Review), (there, Modality::Review)])]);
    let reasons = [Practice::Costly, Practice::Risky];
    let unheard = |heard: &[(Region, &str)], who: &str| {
        let facts = [who.to_owned(), "not heard before the day of effect".to_owned()];
        let expected = ("heard".to_owned(), Rule::RegionsHeard, facts);
        assert_eq!(refused(first(), &practice(&reasons, heard, it())), [expected]);
    };
    unheard(&[], "汶上县, 梁山县");
    unheard(&[(here, "2023-12-31"), (elsewhere, "2023-12-01")], "梁山县");
    unheard(&[(here, "2023-12-31"), (there, "2024-01-01")], "梁山县");
    let heard = [(here, "2023-12-31"), (there, "1999-01-01"), (elsewhere, "2024-05-01")];
    assert!(first().amend(&practice(&reasons, &heard, it())).is_ok());
    for ground in [Ground::Policy("（虚构）某政策".parse().unwrap()), it().ground] {
        assert!(first().amend(&Amendment { ground, ..it() }).is_ok());
    }
    let twice = [(here, "2023-12-31"), (there, "2023-01-01"), (here, "2023-01-01")];
    alone(first(), &practice(&reasons, &twice, it()), "heard", Rule::NamedOnce);
    let on_law = Amendment { ground: it().ground, ..practice(&reasons, &twice, it()) };
    alone(first(), &on_law, "heard", Rule::NamedOnce);
    alone(first(), &practice(&[], &heard, it()), "ground.practice", Rule::NamesSomething);
    alone(first(), &practice(&[Practice::Costly; 2], &heard, it()), "ground.practice", Rule::NamedOnce);
}

#[test]
fn an_amendment_and_each_change_in_it_change_something() {
    assert_eq!(rules(first(), &law("1", "2024-01-01")), [(String::new(), Rule::AmendmentChanges)]);
    let item = first().latest().annex_1(20).unwrap();
    let was = item.devolution().unwrap();
    let mut other_order = was.exceptions.clone();
    other_order.reverse();
    let none = || ItemChange::of("A1-20".parse().unwrap());
    let nothing = [
        none(),
        to("A1-20", was.modality),
        ItemChange { exceptions: Some(other_order), ..none() },
        withholding("A1-20", Regions::NONE),
        ItemChange { department: Some(was.department), ..none() },
        named("A1-20", item.name()),
        ItemChange {
            department: Some(was.department),
            exceptions: Some(was.exceptions.clone()),
            ..to("A1-20", was.modality)
        },
        ItemChange::of("A2-3".parse().unwrap()),
    ];
    for change in nothing {
        // beside one that does
        let it = changing("1", "2024-01-01", vec![to("A1-3", Modality::Intake), change]);
        alone(first(), &it, "changes[1]", Rule::AmendmentChanges);
    }
}

#[test]
fn a_three_tier_item_is_renamed_or_removed_and_nothing_else() {
    let catalogue = grown();
    for key in ["A2-3", "N-2"] {
        let none = || ItemChange::of(key.parse().unwrap());
        let terms = [
            to(key, Modality::Direct),
            ItemChange { exceptions: Some(vec![]), ..none() },
            withholding(key, Regions::NONE),
            ItemChange { department: Some(Department::Finance), ..none() },
            ItemChange { department: Some(Department::Finance), ..named(key, "（虚构）新名") },
        ];
        for change in terms {
            alone(&catalogue, &changing("2", "2024-01-01", vec![change]), "changes[0]", Rule::AmendmentFits);
        }
        assert!(catalogue.amend(&changing("2", "2024-01-01", vec![named(key, "（虚构）新名")])).is_ok());
        assert!(catalogue.amend(&removing("2", "2024-01-01", &[key])).is_ok());
    }
}

#[test]
fn a_county_original_item_is_not_the_lists_to_amend_and_one_of_an_earlier_round_is() {
    let catalogue = grown();
    alone(&catalogue, &removing("2", "2024-01-01", &["WS-1"]), "removes[0]", Rule::AmendmentFits);
    for change in [named("WS-1", "（虚构）新名"), to("WS-1", Modality::Direct), ItemChange::of("WS-1".parse().unwrap())]
    {
        alone(&catalogue, &changing("2", "2024-01-01", vec![change]), "changes[0].item", Rule::AmendmentFits);
    }
    assert!(catalogue.amend(&removing("2", "2024-01-01", &["WS-2"])).is_ok());
    let moved = catalogue.amend(&changing("2", "2024-01-01", vec![to("WS-2", Modality::Review)])).unwrap();
    let standing = |on| moved.in_force(on).unwrap().look_up("WS-2").unwrap().column();
    assert_eq!([day(2023, 12, 31), day(2024, 1, 1)].map(standing), [Some(Modality::Direct), Some(Modality::Review)]);
}

#[test]
fn every_mistake_of_an_amendment_is_told_at_once_in_both_languages() {
    let changes = vec![
        named("A1-1", "船舶登记"),
        to("A2-1", Modality::Window),
        except("A1-3", &[(Region::Qufu, Modality::Direct)]),
        named("A1-99", "（虚构）新名"),
        to("A1-4", Modality::Direct),
    ];
    let it = Amendment {
        changes,
        adds: vec![city("N-1", "（虚构）又一")],
        ..removing("（虚构）1号", "2022-01-01", &["WS-1"])
    };
    let it = practice(&[], &[], it);
    let expected = [
        ("from", Rule::AmendmentInOrder),
        ("number", Rule::NumberUnused),
        ("removes[0]", Rule::AmendmentFits),
        ("changes[1]", Rule::AmendmentFits),
        ("changes[2].exceptions", Rule::ExceptionsApart),
        ("changes[3].item", Rule::ItemInForce),
        ("changes[4]", Rule::AmendmentChanges),
        ("adds[0].key", Rule::NumberUnused),
        ("changes[0].name", Rule::NumberUnused),
        ("ground.practice", Rule::NamesSomething),
    ];
    assert_eq!(rules(&grown(), &it), expected.map(|(path, rule)| (path.to_owned(), rule)));
}

#[test]
fn every_fault_of_every_entry_of_a_history_is_told_by_its_path() {
    let county = || own("WS-1", "（虚构）县级原有", OwnOrigin::County);
    let checked = |until: &str| {
        Entry::Checked(Checked { until: until.parse().unwrap(), against: "（虚构）公报".parse().unwrap() })
    };
    let entries = vec![
        Entry::OwnItems {
            from: day(2021, 6, 15), items: vec![county(), own("WS-2", "船舶登记", OwnOrigin::County)]
        },
        Entry::Amendment(removing("1", "2024-01-01", &["A1-3"])),
        checked("2021-06-14"),
        Entry::Amendment(removing("1", "2023-12-31", &["A1-3", "A1-4"])),
        Entry::OwnItems {
            from: day(2024, 1, 1), items: vec![own("WS-3", "（虚构）县级原有", OwnOrigin::County)]
        },
    ];
    let faults = Catalogue::new(entries).unwrap_err();
    let told: Vec<_> = told(&faults).into_iter().map(|(path, rule, _)| (path, rule)).collect();
    let expected = [
        ("[0].own_items.items[1].name", Rule::NumberUnused),
        ("[2].checked.until", Rule::ListCheckedForward),
        ("[3].amendment.from", Rule::AmendmentInOrder),
        ("[3].amendment.number", Rule::NumberUnused),
        ("[3].amendment.removes[0]", Rule::ItemInForce),
        ("[4].own_items.items[0].name", Rule::NumberUnused),
    ];
    assert_eq!(told, expected.map(|(path, rule)| (path.to_owned(), rule)));
}
