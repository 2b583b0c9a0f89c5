//! 业务指导员: who advises on an item on a day, and that nobody is replaced without a reason, over small histories counted again by the model.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use tongquan::{
    Department, Item, Key, Kind, Office, Rule,
    catalogue::{Amendment, Ground, ItemChange},
    law::{Fact, Fault, Faults, Objection},
    register::{Adviser, Items, Revision},
};

use crate::{
    matters::text,
    model::experts::{Advisers, advisers, row_refused},
    support::{day, marks},
};

const DEPARTMENT: Department = Department::HumanResources;
/// Two public services and a confirmation.
const ITEMS: [Key; 3] = [Key::Annex1(31), Key::Annex1(32), Key::Annex1(61)];

/// Which items a row speaks of, and which of the three these are.
fn coverages() -> [(Items, Vec<usize>); 5] {
    [
        (Items::All, vec![0, 1, 2]),
        (Items::OfKind(Kind::PublicService), vec![0, 1]),
        (Items::OfKind(Kind::Confirmation), vec![2]),
        (Items::Only(vec![ITEMS[0].clone()]), vec![0]),
        (Items::Only(vec![ITEMS[0].clone(), ITEMS[2].clone()]), vec![0, 2]),
    ]
}

const NAMES: [&[&str]; 3] = [&["a"], &["b"], &["a", "b"]];

fn nth(at: i64) -> NaiveDate {
    day(2021, 7, 1) + Days::new(at.unsigned_abs())
}

/// A row, and what the model makes of it: for which of the three items.
#[derive(Clone)]
struct Row {
    row: Adviser,
    told: Advisers,
    of: Vec<usize>,
}

/// Every row: what it covers, whom it names, from which day on.
fn rows(days: &[i64], reason: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (items, of) in coverages() {
        for names in NAMES {
            for from in days {
                let row = Adviser {
                    department: DEPARTMENT,
                    items: items.clone(),
                    persons: marks(names),
                    from: nth(*from),
                    reason: reason.then(|| text("（虚构）岗位调整")),
                };
                let told = Advisers { from: *from, names: names.iter().copied().collect(), reason };
                rows.push(Row { row, told, of: of.clone() });
            }
        }
    }
    rows
}

/// What the model has of one item.
fn of_item(history: &[&Row], item: usize) -> Vec<Advisers> {
    history.iter().filter(|it| it.of.contains(&item)).map(|it| it.told.clone()).collect()
}

/// Whom each row replaces without a reason, item by item.
fn faults_of(history: &[&Row]) -> Vec<(usize, BTreeSet<&'static str>)> {
    let mut all = Vec::new();
    for (at, new) in history.iter().enumerate() {
        let mut replaced = BTreeSet::new();
        for item in &new.of {
            let before = of_item(&history[..at], *item);
            match row_refused(&before, &new.told) {
                Some("no_reason") => {
                    let was = advisers(&before, new.told.from).unwrap();
                    replaced.extend(was.names.difference(&new.told.names));
                }
                other => assert_eq!(other, None),
            }
            // nor does it come before a row on record that lacks one of its persons, and says no reason
            let later = before.iter().filter(|it| it.from > new.told.from).min_by_key(|it| it.from);
            if let Some(next) = later.filter(|it| !it.reason && !new.told.reason) {
                replaced.extend(new.told.names.difference(&next.names));
            }
        }
        if !replaced.is_empty() {
            all.push((at, replaced));
        }
    }
    all
}

fn fault(path: String, replaced: &BTreeSet<&str>) -> Fault {
    let expected = Fact::Term { zh: "替换的理由", en: "why they are replaced" };
    let got = Fact::List(replaced.iter().map(|it| Fact::Mark(it.parse().unwrap())).collect());
    Fault { path, objection: Objection { rule: Rule::AdviserReplacedWithReason, expected, got } }
}

fn office(revisions: &[(i64, &[&Row])]) -> Result<Office, Faults> {
    let revision = |(on, rows): &(i64, &[&Row])| Revision {
        advisers: rows.iter().map(|it| it.row.clone()).collect(),
        ..Revision::on(nth(*on))
    };
    Office::new(revisions.iter().map(revision).collect())
}

fn items(office: &Office) -> [Item<'_>; 3] {
    ITEMS.map(|key| office.catalogue().latest().item(&key).unwrap())
}

/// Asked of every item on every day, the registers name the row that the model names. How many were asked.
fn then_answers(office: &Office, registers: tongquan::register::Registers<'_>, history: &[&Row]) -> usize {
    let days = 0..=3;
    for (item, handle) in items(office).into_iter().enumerate() {
        let told = of_item(history, item);
        for on in days.clone() {
            let got = registers.adviser(handle, nth(on));
            let names = got.map(|it| it.persons.iter().map(|it| it.as_str()).collect::<BTreeSet<_>>());
            let expected = advisers(&told, on);
            assert_eq!(names.as_ref(), expected.map(|it| &it.names), "{item} on {on}");
            assert_eq!(got.map(|it| it.from), expected.map(|it| nth(it.from)), "{item} on {on}");
        }
    }
    items(office).len() * 4
}

/// Every history of this length.
fn histories(rows: &[Row], length: u32) -> impl Iterator<Item = Vec<&Row>> {
    let count = rows.len();
    (0..count.pow(length)).map(move |code| (0..length).map(|at| &rows[code / count.pow(at) % count]).collect())
}

#[test]
fn every_history_of_up_to_three_rows_is_refused_for_whom_it_replaces_without_reason_or_answers_as_the_model() {
    let (mut refused, mut taken, mut asked) = (0, 0, 0);
    let every = rows(&[1, 2], false);
    for history in (1..=3).flat_map(|length| histories(&every, length)) {
        let expected = faults_of(&history);
        match office(&[(0, &history)]) {
            Ok(office) => {
                assert!(expected.is_empty());
                asked += then_answers(&office, office.now(), &history);
                taken += 1;
            }
            Err(faults) => {
                let path = |at: &usize| format!("[0].advisers[{at}].reason");
                let expected: Vec<Fault> = expected.iter().map(|(at, gone)| fault(path(at), gone)).collect();
                assert_eq!(faults.all(), expected);
                refused += 1;
            }
        }
    }
    assert_eq!(taken + refused, 30 + 900 + 27_000);
    assert_eq!(asked, taken * 12);
    assert_eq!((taken, refused), (9_130, 18_800));
}

#[test]
fn with_a_reason_every_history_is_taken_and_each_revision_knows_its_own_rows() {
    let (every, later) = (rows(&[1, 2], true), rows(&[2, 3], true));
    let mut asked = 0;
    for first in &every {
        for second in &later {
            let (one, two) = ([first], [second]);
            let office = office(&[(0, &one), (2, &two)]).unwrap();
            asked += then_answers(&office, office.now(), &[first, second]);
            let before = office.as_of(1, nth(2)).unwrap();
            asked += then_answers(&office, before, &[first]);
            // on the day before, nothing of it was known
            asked += then_answers(&office, office.on(nth(1)), &[first]);
        }
    }
    assert_eq!(asked, 900 * 36);
}

#[test]
fn of_two_revisions_the_second_is_held_against_what_the_first_left() {
    let (every, later) = (rows(&[1, 2], false), rows(&[2, 3], false));
    let (mut refused, mut taken) = (0, 0);
    for first in &every {
        for second in &later {
            let (one, two) = ([first], [second]);
            let expected = faults_of(&[first, second]);
            let got = office(&[(0, &one), (2, &two)]);
            let got = got.as_ref().map_or_else(Faults::all, |_| &[]);
            let path = || "[1].advisers[0].reason".to_owned();
            assert_eq!(got, expected.iter().map(|(_, gone)| fault(path(), gone)).collect::<Vec<_>>());
            *(if got.is_empty() { &mut taken } else { &mut refused }) += 1;
        }
    }
    assert_eq!(taken + refused, 900);
    assert_eq!((taken, refused), (564, 336));
}

#[test]
fn whom_it_replaces_is_told_in_both_languages() {
    let row = |names: &[&str]| Adviser {
        department: DEPARTMENT,
        items: Items::All,
        persons: marks(names),
        from: nth(1),
        reason: None,
    };
    let advisers = vec![row(&["zhang-1", "li-2", "wang-3"]), row(&["li-2"])];
    let faults = Office::new(vec![Revision { advisers, ..Revision::on(nth(0)) }]).unwrap_err();
    assert!(faults.zh().contains("应为：替换的理由；实为：wang-3、zhang-1"), "{}", faults.zh());
    assert!(faults.to_string().contains("expected: why they are replaced; got: wang-3, zhang-1"), "{faults}");
}

/// An item that an amendment gives another department has that one's advisers from then on, who replace nobody.
#[test]
fn an_item_that_goes_to_another_department_has_that_ones_advisers() {
    let row = |department, name: &str, from: i64| Adviser {
        department,
        items: Items::All,
        persons: marks(&[name]),
        from: nth(from),
        reason: None,
    };
    let change = ItemChange { department: Some(Department::Health), ..ItemChange::of(ITEMS[2].clone()) };
    let ground = Ground::Law(text("（虚构）某法"));
    let amendment = Amendment { changes: vec![change], ..Amendment::new("TZ-1".parse().unwrap(), nth(2), ground) };
    let advisers = vec![row(DEPARTMENT, "a", 1), row(Department::Health, "b", 1)];
    let office = Office::new(vec![Revision { advisers, amendments: vec![amendment], ..Revision::on(nth(0)) }]).unwrap();
    let name = |key: &Key, on| {
        let item = office.now().item_on(key, nth(on)).unwrap();
        office.now().adviser(item, nth(on)).map(|it| it.persons[0].as_str())
    };
    assert_eq!([0, 1, 2, 3].map(|on| name(&ITEMS[2], on)), [None, Some("a"), Some("b"), Some("b")]);
    assert_eq!([0, 1, 2, 3].map(|on| name(&ITEMS[0], on)), [None, Some("a"), Some("a"), Some("a")]);
    // what is no department's has none
    let three_tier = office.catalogue().latest().annex_2(1).unwrap();
    assert!(office.now().adviser(three_tier, nth(3)).is_none());
}
