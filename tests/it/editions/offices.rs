//! An office answers by the edition in force on the day asked, as far as it knew it.

use std::collections::BTreeSet;

use tongquan::{
    AnyCase, Key, Modality, Office, Place, Question, Region, Rule, Scope, Stamp, Venue,
    case::StageKind,
    catalogue::{Amendment, NoItem},
    register::Revision,
    route::{AskError, Line},
};

use super::given::{changing, city, named, to};
use crate::support::{OFFICE, case_at, day};

const ANEW: [&str; 5] = ["A1-24", "A1-33", "A1-1", "A2-3", "N-1"];

/// From September on, on record since June: another modality, a removal, two names and an addition.
fn amended() -> Office {
    let changes = vec![to("A1-24", Modality::Review), named("A1-1", "（虚构）新名一"), named("A2-3", "（虚构）新名二")];
    let removes = vec!["A1-33".parse().unwrap()];
    let adds = vec![city("N-1", "（虚构）增列一")];
    let amendments = vec![Amendment { removes, adds, ..changing("（虚构）1号", "2024-09-01", changes) }];
    OFFICE.record(&Revision { amendments, ..Revision::on(day(2024, 6, 1)) }).unwrap()
}

fn sheet(
    office: &Office,
    item: &Key,
    (region, scope): (Region, Scope),
    on: chrono::NaiveDate,
) -> Result<Vec<Line>, AskError> {
    let asked = Question { item, place: Place::Region(region), scope, venue: Some(&Venue::Online), day: on };
    office.route(&asked).map(|it| it.sheet(on))
}

#[test]
fn what_was_not_amended_is_answered_as_before_and_all_else_from_the_first_day_on() {
    let office = amended();
    let [eve, first] = [day(2024, 8, 31), day(2024, 9, 1)];
    let mut keys: BTreeSet<Key> = OFFICE.catalogue().latest().items().map(|it| it.key().clone()).collect();
    keys.insert("N-1".parse().unwrap());
    let (mut same, mut other) = (0, BTreeSet::new());
    for (key, region) in keys.iter().flat_map(|key| Region::all().map(move |region| (key, region))) {
        let beside = Region::all().find(|it| *it != region).unwrap();
        for scope in [Scope::WITHIN, Scope::touching([beside])] {
            let [before, after] = [eve, first].map(|on| {
                let asked = |it: &Office| sheet(it, key, (region, scope), on);
                (asked(&OFFICE), asked(&office))
            });
            assert!(before.0 == before.1 || key.to_string() == "N-1", "{key} in {region}");
            if after.0 == after.1 {
                same += 1;
            } else {
                other.insert(key.to_string());
            }
        }
    }
    // a name is no part of a route
    assert_eq!(other, ["A1-24", "A1-33", "N-1"].map(str::to_owned).into());
    assert_eq!(keys.len(), 82);
    assert!(same >= 79 * 30, "{same}");
}

#[test]
fn a_removed_item_and_one_to_come_are_not_on_the_list_on_the_day_and_what_was_not_on_record_is_not_known() {
    let office = amended();
    let unknown = |key: &str, on| {
        let told = sheet(&office, &key.parse().unwrap(), (Region::Wenshang, Scope::WITHIN), on);
        matches!(told, Err(AskError::NoItem(NoItem::NotListed { .. })))
    };
    assert_eq!(
        ["A1-33", "N-1"].map(|key| [day(2024, 8, 31), day(2024, 9, 1)].map(|on| unknown(key, on))),
        [[false, true], [true, false]]
    );
    // and it is told when it is there, by the route and to whoever files
    let told =
        |key: &str, on| sheet(&office, &key.parse().unwrap(), (Region::Wenshang, Scope::WITHIN), on).unwrap_err();
    let (left, comes) = (told("A1-33", day(2024, 9, 1)), told("N-1", day(2024, 8, 31)));
    assert_eq!(left.to_string(), "A1-33 is not on the list on 2024-09-01; the list has it 2021-06-15 to 2024-08-31");
    assert_eq!(left.zh(), "附件1第33项于2024-09-01不在清单上，在清单上的日期：2021-06-15至2024-08-31");
    assert_eq!(comes.zh(), "N-1于2024-08-31不在清单上，在清单上的日期：2024-09-01起");
    let opening = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed).record().opening().clone();
    let stamp = Stamp { at: "2024-09-02T09:00:00+08:00".parse().unwrap(), ..opening.stamp };
    let why = AnyCase::file(opening.step, stamp, &office).unwrap_err().why;
    let [only] = why.objections() else { panic!("{why}") };
    assert_eq!(only.rule, Rule::ItemInForce);
    assert_eq!(only.expected.to_string(), "a day on which it is on the list, 2021-06-15 to 2024-08-31");
    assert_eq!(only.got.to_string(), "annex 1, item 33, 2024-09-02");
    for key in ANEW {
        let key = key.parse().unwrap();
        let edition = |known| office.on(known).edition_on(day(2024, 9, 1)).unwrap();
        let [unaware, aware] = [day(2024, 5, 31), day(2024, 6, 1)].map(edition);
        assert_eq!((unaware.id().number, aware.id().number), (1, 2));
        assert_eq!(unaware.find(&key), OFFICE.catalogue().latest().find(&key));
        assert_ne!(unaware.find(&key), aware.find(&key));
    }
}
