//! 定型: what version 1 of the wire wrote is read for ever, is written back byte for byte, and answers as it did.

use std::fmt::Write as _;

use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Catalogue, Office, Place, Question, Region, Scope, Seal, Version,
    case::StageKind,
    catalogue::{Amendment, Entry, Practice, Why},
    place::Centre,
    register::{ElectronicMeans, Indicator, Revision, SealStepKind},
};

use crate::{seal_life::event_id, support::day};

const REGISTERS: &str = include_str!("../golden/registers.json");
const CATALOGUE: &str = include_str!("../golden/catalogue.json");
const AMENDMENTS: &str = include_str!("../golden/amendments.json");
const AMENDED: &str = include_str!("../golden/amended_journals.json");
const CEILINGS: &str = include_str!("../golden/ceilings.json");
const EVIDENCE: &str = include_str!("../golden/evidence.json");
const EXPERTS: &str = include_str!("../golden/experts.json");
const ANSWERS: &str = include_str!("../golden/answers.csv");

/// The golden files stand one entry a line; what is written has no line breaks.
fn wire(golden: &str) -> String {
    golden.lines().collect()
}

/// The lists that a revision has since the golden registers were written, each with the golden file of its own.
const LATER: [(&str, &str); 3] = [("ceilings", CEILINGS), ("evidence", EVIDENCE), ("experts", EXPERTS)];

fn office() -> Office {
    serde_json::from_str(REGISTERS).unwrap()
}

fn catalogue() -> Catalogue {
    serde_json::from_str(CATALOGUE).unwrap()
}

fn amendments() -> Vec<Amendment> {
    serde_json::from_str(AMENDMENTS).unwrap()
}

#[test]
fn a_catalogue_and_amendments_are_read_and_written_back_byte_for_byte() {
    assert_eq!(Version::NUMBER, 1);
    let again = [
        (CATALOGUE, serde_json::to_string(&catalogue()).unwrap()),
        (AMENDMENTS, serde_json::to_string(&amendments()).unwrap()),
    ];
    for (golden, written) in again {
        assert_eq!(written, wire(golden));
    }
}

/// What was there is there still, in its place; what was added since says nothing.
#[track_caller]
fn means_the_same(golden: &Value, written: &Value, at: &str) {
    match (golden, written) {
        (Value::Object(golden), Value::Object(written)) => {
            for (key, value) in written {
                match golden.get(key) {
                    Some(before) => means_the_same(before, value, &format!("{at}/{key}")),
                    None => assert!([json!([]), json!(null), json!(false)].contains(value), "{at}/{key}: {value}"),
                }
            }
            assert!(golden.keys().all(|key| written.contains_key(key)), "{at}: something is lost");
        }
        (Value::Array(golden), Value::Array(written)) => {
            assert_eq!(golden.len(), written.len(), "{at}");
            golden.iter().zip(written).for_each(|(golden, written)| means_the_same(golden, written, at));
        }
        _ => assert_eq!(golden, written, "{at}"),
    }
}

/// Rows and lists were added since these were written; each of those has a golden file of its own.
#[test]
fn registers_are_read_and_written_back_to_the_same_meaning() {
    for text in [REGISTERS].into_iter().chain(LATER.map(|it| it.1)) {
        let golden: Value = serde_json::from_str(text).unwrap();
        let office: Office = serde_json::from_str(text).unwrap();
        means_the_same(&golden, &serde_json::to_value(office).unwrap(), "");
    }
}

#[test]
fn each_list_that_came_later_has_a_golden_file_of_its_own() {
    for (list, golden) in LATER {
        let golden: Vec<Value> = serde_json::from_str(golden).unwrap();
        assert!(golden.iter().any(|it| !it[list].as_array().unwrap().is_empty()), "{list}");
    }
    for word in Indicator::iter().map(|it| serde_json::to_string(&it).unwrap()).chain(
        ["all", "of_kind", "only", "together", "each", "flag", "finding", "ceiling"].map(|it| format!("\"{it}\"")),
    ) {
        assert!(CEILINGS.contains(&word), "{word}");
    }
}

/// Cases filed under an amended edition and moved on to one, and three-tier ones under each way to choose.
#[test]
fn journals_of_an_amended_list_and_of_choices_are_proven_and_written_back_byte_for_byte() {
    let cases: Vec<AnyCase> = serde_json::from_str(AMENDED).unwrap();
    assert_eq!(serde_json::to_string(&cases).unwrap(), wire(AMENDED));
    assert!(cases.iter().all(|it| it.stage() == StageKind::Closed));
    let told: Vec<_> = cases
        .iter()
        .map(|case| {
            let (record, route) = (case.record(), case.record().route());
            let (filed, now) = (record.opening().found.edition.number, record.brief().edition.number);
            (record.file().item.to_string(), filed, now, route.standing().label(), route.seal().is)
        })
        .collect();
    let expected = [
        ("A1-36", 2, 2, "委托收件、受审分离", Seal::Department),
        ("A1-24", 2, 2, "直接下放", Seal::Region),
        ("A1-36", 1, 2, "委托收件、受审分离", Seal::Department),
        ("A2-1", 2, 2, "自行确定：窗口前移", Seal::Region),
        ("A2-2", 2, 2, "自行确定：下放实质性审核权", Seal::Township),
        ("A2-3", 2, 2, "自行确定：下放实质性审核权", Seal::Region),
    ];
    assert_eq!(told, expected.map(|(item, filed, now, label, seal)| (item.to_owned(), filed, now, label, seal)));
    assert_eq!(cases[0].record().brief().item.cell.why, Why::Amendment);
}

#[test]
fn the_golden_registers_have_every_list_and_every_form_of_a_row() {
    let Value::Object(lists) = serde_json::to_value(Revision::on(day(2024, 1, 1))).unwrap() else { panic!() };
    let golden: Vec<Value> = serde_json::from_str(REGISTERS).unwrap();
    for list in lists.keys().filter(|it| !matches!(it.as_str(), "v" | "recorded" | "note")) {
        let rows = golden.iter().filter_map(|it| it[list].as_array()).flatten();
        assert_eq!(rows.count() > 0, LATER.iter().all(|(later, _)| later != list), "{list}");
    }
    let words = SealStepKind::iter().map(|it| format!("\"{}\"", event_id(it)));
    let means = ElectronicMeans::iter().map(|it| serde_json::to_string(&it).unwrap());
    let reasons = Practice::iter().map(|it| serde_json::to_string(&it).unwrap());
    let forms = [
        "all",
        "of_kind",
        "only",
        "county",
        "city",
        "direct",
        "window",
        "review",
        "intake",
        "township",
        "pass_on",
        "decide",
        "competent",
        "department",
        "agreement",
        "permission",
        "posting",
        "law",
        "policy",
        "practice",
        "three_tier",
        "centre",
        "township_station",
        "township_centre",
        "joint_centre",
        "village_station",
        "bank_outlet",
        "kiosk",
        "online",
        "approval_bureau",
        "sector",
        "enforcement",
        "removes",
        "exceptions",
        "not_devolved_to",
        "name",
    ];
    for word in words.chain(means).chain(reasons).chain(forms.map(|it| format!("\"{it}\""))) {
        assert!(REGISTERS.contains(&word), "{word}");
    }
}

#[test]
fn amendments_make_the_catalogue_that_the_registers_have() {
    let own: Vec<Entry> =
        catalogue().entries().iter().filter(|it| matches!(it, Entry::OwnItems { .. })).cloned().collect();
    let first = Catalogue::new(own[..1].to_vec()).unwrap();
    let made = amendments().iter().fold(first, |made, it| made.amend(it).unwrap());
    for (made, recorded) in made.editions().iter().zip(office().catalogue().editions()) {
        assert_eq!(made, recorded);
    }
    assert_eq!((made.editions().len(), office().catalogue().editions().len()), (5, 5));
    // once more from the day of an amendment that was recorded late; the own items of September keep their day
    let days = catalogue().editions().iter().map(|it| it.begins().to_string()).collect::<Vec<_>>();
    let late = ["2024-07-01", "2024-09-01", "2025-01-01", "2025-02-01"];
    assert_eq!(days, [&["2021-06-15", "2024-07-01", "2024-09-01"], &late[..]].concat());
}

/// What the registers answer, a line for each item and day: how it stands in 汶上县, or in its township, who decides, under which seal.
fn answers() -> String {
    let (office, venue) = (office(), Centre::CITY.into());
    let township: Place = "南旺镇".parse().unwrap();
    let mut told = String::new();
    for day in [day(2021, 6, 30), day(2021, 8, 2), day(2024, 4, 1), day(2024, 7, 1), day(2025, 2, 1)] {
        for item in office.now().edition_on(day).unwrap().items() {
            let three_tier = item.origin() == tongquan::catalogue::Origin::ThreeTier;
            let place = if three_tier { township } else { Place::Region(Region::Wenshang) };
            let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(&venue), day };
            let answer = match office.route(&asked) {
                Ok(route) => {
                    let (decides, seal) = (route.decision().is.zh(), route.seal().is.label());
                    format!("{},{decides},{seal},{}", route.standing().label(), route.access().label())
                }
                Err(none) => none.zh(),
            };
            writeln!(told, "{day},{},{answer}", item.key()).unwrap();
        }
    }
    told
}

#[test]
fn the_golden_registers_answer_as_they_did() {
    let told = answers();
    assert_eq!(told, ANSWERS, "if this is meant, it is another set of rules\n{told}");
}
