//! A case that moves on to an amended edition: its journal proves it again, and a lie about the list is found out.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Value, json};
use tongquan::{
    Actor, AnyCase, AnyStep, Journal, Modality, Moment, Office, Region, Rule, Seal, Stamp,
    case::{
        Role, StageKind,
        steps::{AffixSeal, DecideFavourably, TakeReviewStep, Transfer},
    },
    catalogue::EditionId,
    register::Outline,
};

use super::{Single, amended, item};
use crate::support::{case_at, day, marks, official};

const KEY: &str = "A1-36";
const HOME: Region = Region::Wenshang;

fn from() -> NaiveDate {
    day(2024, 5, 6)
}

/// In force from May: the item is direct.
static OFFICE: LazyLock<Office> = LazyLock::new(|| amended(&Single::To(Modality::Direct).of(item(KEY), from())));

#[track_caller]
fn taken(case: AnyCase, on: NaiveDate, step: impl Into<AnyStep>) -> AnyCase {
    let step = step.into();
    let role = case.stage().arc(step.kind()).unwrap().role;
    let body = case.record().holders(role).next().unwrap().to_body().unwrap();
    case.apply(step, Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by: official(body) }, &OFFICE).unwrap()
}

fn transfer() -> Transfer {
    Transfer { reason: "清单调整".parse().unwrap() }
}

fn moved() -> AnyCase {
    taken(case_at(&OFFICE, KEY, HOME, StageKind::Accepted), day(2024, 5, 7), transfer())
}

fn reviewed(case: AnyCase) -> AnyCase {
    let steps = ["desk", "site", "opinion"];
    let review =
        |code: &str| TakeReviewStep { step: code.parse().unwrap(), finding: None, officers: marks(&["a", "b"]) };
    steps.into_iter().fold(case, |case, code| taken(case, day(2024, 5, 8), review(code)))
}

/// To the region's own seal.
fn sealed() -> AnyCase {
    let case = reviewed(moved());
    let attested = case.record().standard().into_iter().flat_map(Outline::every_condition).cloned().collect();
    let case = taken(case, day(2024, 5, 9), DecideFavourably { attested });
    taken(case, day(2024, 5, 10), AffixSeal {})
}

#[test]
fn a_case_that_moved_on_is_handled_and_sealed_as_the_amended_list_says() {
    let kept = reviewed(case_at(&OFFICE, KEY, HOME, StageKind::Accepted));
    assert_eq!((kept.record().brief().edition.number, kept.record().route().seal().is), (1, Seal::No2));
    let case = sealed();
    let record = case.record();
    assert_eq!(record.brief().edition, EditionId { number: 2, from: from() });
    assert_eq!((record.route().modality(), record.route().seal().is), (Some(Modality::Direct), Seal::Region));
    assert_eq!(record.opening().found.edition, EditionId::BUILT_IN);
    assert_eq!(case.stage(), StageKind::Sealed);
}

#[test]
fn on_the_day_before_nothing_later_is_in_force_and_after_the_move_nothing_either() {
    let refused = |case: AnyCase, on| {
        let body = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
        let stamp = Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by: official(body) };
        let why = case.apply(transfer().into(), stamp, &OFFICE).unwrap_err().why;
        why.objections().iter().map(|it| it.rule).collect::<Vec<_>>()
    };
    let case = case_at(&OFFICE, KEY, HOME, StageKind::Accepted);
    assert_eq!(refused(case, from().pred_opt().unwrap()), [Rule::LaterEdition]);
    assert_eq!(refused(moved(), day(2024, 5, 8)), [Rule::LaterEdition]);
}

#[test]
fn every_prefix_of_its_journal_reads_back_as_it_was_and_agrees_with_the_registers() {
    let case = sealed();
    let journal = serde_json::to_value(&case).unwrap();
    let entries = journal.as_array().unwrap();
    for length in 1..=entries.len() {
        let prefix: AnyCase = serde_json::from_value(entries[..length].into()).unwrap();
        assert_eq!(prefix.record().hold_against(&OFFICE), Ok(()), "{length}");
    }
    let binary = postcard::to_stdvec(&case).unwrap();
    let read: [AnyCase; 2] = [serde_json::from_value(journal).unwrap(), postcard::from_bytes(&binary).unwrap()];
    for it in read {
        assert_eq!(it, case);
        assert_eq!(it.record().brief(), case.record().brief());
        assert_eq!(format!("{:?}", it.record().route()), format!("{:?}", case.record().route()));
        assert_eq!(it.record().duties(), case.record().duties());
    }
}

#[test]
fn a_case_read_back_after_the_move_goes_on_as_the_live_one_does() {
    let read: AnyCase = serde_json::from_str(&serde_json::to_string(&moved()).unwrap()).unwrap();
    assert_eq!(reviewed(read), reviewed(moved()));
}

/// A journal with one place of it changed.
fn forged(case: &AnyCase, at: usize, path: &str, value: &Value) -> Journal {
    let mut journal = serde_json::to_value(case).unwrap();
    let entry = journal[at].as_object_mut().unwrap().values_mut().next().unwrap();
    let place = entry.pointer_mut(path).unwrap();
    assert_ne!(place, value, "{path}");
    *place = value.clone();
    serde_json::from_value(journal).unwrap()
}

fn last(case: &AnyCase) -> usize {
    case.record().version() - 1
}

/// The rules by which a case is refused that is to take its next step.
fn refused_when_moved(journal: Journal) -> Vec<Rule> {
    let case = AnyCase::replay(journal).unwrap();
    let deciding = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
    let by: Actor = official(deciding);
    let step = TakeReviewStep { step: "desk".parse().unwrap(), finding: None, officers: marks(&["a", "b"]) };
    let stamp = Stamp { at: Moment::new(day(2024, 5, 8), 9, 0, 0).unwrap(), by };
    let why = case.apply(step.into(), stamp, &OFFICE).unwrap_err().why;
    why.objections().iter().map(|it| it.rule).collect()
}

fn refused_at_reading(journal: Journal) -> (usize, Vec<Rule>) {
    let unproven = AnyCase::replay(journal).unwrap_err();
    (unproven.at, unproven.why.objections().iter().map(|it| it.rule).collect())
}

/// Lies about an item, each lawful by itself in a later edition.
fn lies() -> Vec<(&'static str, Value)> {
    vec![
        ("/found/item/department", json!("housing")),
        ("/found/item/column", json!("window")),
        ("/found/item/cell/why", json!("column")),
        ("/found/item/cell/standing", json!({"devolved": "review"})),
        ("/found/item/cell/standing", json!("not_devolved")),
    ]
}

/// No amendment makes a licence of what is none (C3), or of what was the city's a power of the region's own.
fn lies_in_any_edition() -> [(&'static str, Value); 3] {
    let standing = |it| ("/found/item/cell/standing", json!(it));
    [("/found/item/kind", json!("licence")), standing("reserved"), standing("original")]
}

#[test]
fn what_no_amendment_changes_is_held_against_the_list_at_reading_whatever_the_edition() {
    let (case, later) = (moved(), filed_later());
    for (case, at) in [(&case, last(&case)), (&later, 0), (&case, 0)] {
        for (path, value) in lies_in_any_edition() {
            let (where_, rules) = refused_at_reading(forged(case, at, path, &value));
            assert!(where_ == at && rules.contains(&Rule::CatalogueAgrees), "{path} {value}: {rules:?}");
        }
    }
}

#[test]
fn a_forged_edition_or_item_of_a_move_may_be_read_and_is_refused_when_the_case_is_moved() {
    let case = moved();
    let editions = [("/found/edition/number", json!(3)), ("/found/edition/from", json!("2024-05-05"))];
    for (path, value) in lies().into_iter().chain(editions) {
        assert_eq!(
            refused_when_moved(forged(&case, last(&case), path, &value)),
            [Rule::RecordAgrees],
            "{path} {value}"
        );
    }
}

#[test]
fn a_move_to_no_later_edition_or_to_one_not_in_force_is_refused_at_reading() {
    let case = moved();
    let at = last(&case);
    let told = |path: &str, value: Value| refused_at_reading(forged(&case, at, path, &value));
    // back to the first edition, which has another first day and another item
    let first = vec![Rule::LaterEdition, Rule::CatalogueAgrees, Rule::CatalogueAgrees];
    assert_eq!(told("/found/edition/number", json!(1)), (at, first));
    assert_eq!(told("/found/edition/from", json!("2024-05-08")), (at, vec![Rule::EditionInForce]));
    let opening = serde_json::to_value(&case.record().opening().found).unwrap();
    assert_eq!(told("/found", opening), (at, vec![Rule::LaterEdition]));
}

#[test]
fn what_a_case_says_of_the_first_edition_is_held_against_it_at_reading() {
    let case = case_at(&OFFICE, KEY, HOME, StageKind::Accepted);
    // it is in review by the column
    let true_of_it = |path: &str, value: &Value| path.ends_with("/why") || *value == json!({"devolved": "review"});
    for (path, value) in lies().into_iter().filter(|(path, value)| !true_of_it(path, value)) {
        let (at, rules) = refused_at_reading(forged(&case, 0, path, &value));
        assert!(at == 0 && rules.contains(&Rule::CatalogueAgrees), "{path} {value}: {rules:?}");
    }
    let direct = json!({"devolved": "direct"});
    assert_eq!(refused_at_reading(forged(&case, 0, "/found/item/cell/standing", &direct)).1, [Rule::CatalogueAgrees]);
    let other_day = forged(&case, 0, "/found/edition/from", &json!("2021-06-14"));
    assert_eq!(refused_at_reading(other_day), (0, vec![Rule::CatalogueAgrees]));
    // one that claims a later edition is not held against the first, and is found out when it is moved
    let later = json!({"number": 2, "from": "2024-03-04"});
    assert_eq!(refused_when_moved(forged(&case, 0, "/found/edition", &later)), [Rule::RecordAgrees]);
    let not_yet = json!({"number": 2, "from": "2024-05-06"});
    assert_eq!(refused_at_reading(forged(&case, 0, "/found/edition", &not_yet)), (0, vec![Rule::EditionInForce]));
}

fn later_office() -> Office {
    amended(&Single::To(Modality::Direct).of(item(KEY), day(2024, 3, 4)))
}

fn filed_later() -> AnyCase {
    case_at(&later_office(), KEY, HOME, StageKind::Accepted)
}

#[test]
fn a_case_filed_under_the_later_edition_is_read_and_a_lie_of_it_is_refused_when_it_is_moved() {
    let (office, case) = (later_office(), filed_later());
    assert_eq!((case.record().brief().edition.number, case.record().route().seal().is), (2, Seal::Region));
    let read: AnyCase = serde_json::from_str(&serde_json::to_string(&case).unwrap()).unwrap();
    assert_eq!(read.record().hold_against(&office), Ok(()));
    let mut told = 0;
    for (path, value) in lies().into_iter().filter(|(_, value)| *value != json!("not_devolved")) {
        let Ok(lying) = AnyCase::replay(forged(&case, 0, path, &value)) else { panic!("{path} {value}") };
        assert!(lying.record().hold_against(&office).unwrap_err().names(Rule::RecordAgrees), "{path} {value}");
        told += 1;
    }
    assert_eq!(told, 4);
}
