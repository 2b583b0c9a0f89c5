//! Texts that are empty, blank at an end, too long, unseen, or of personal data, wherever a client can write one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tongquan::{
    AnyStep, Stamp,
    case::steps::File,
    text::{BadText, Mark, Person, PersonalData, Text},
};

use super::{parts, sent, unit, with};
use crate::support::official;

/// What may be written in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Takes {
    Text,
    Person,
    Mark,
    /// A word out of a closed list.
    Word,
}

impl Takes {
    /// By the name of the field, whatever step it is of.
    fn of(at: &str) -> Self {
        let fields: Vec<&str> = at.split('/').filter(|it| it.parse::<usize>().is_err()).collect();
        match *fields.last().unwrap() {
            "what" | "reason" | "rejected" | "finding" | "documents" | "name" => Self::Text,
            "person" | "applicant" | "officers" => Self::Person,
            "materials" | "material" | "receipt" | "condition_unmet" | "still_incomplete" | "procedure" | "notice"
            | "step" | "attested" | "unmet" | "circumstance" | "number" | "id" | "case" | "follows" => Self::Mark,
            "ground" | "department" | "unit" | "region" | "kind" | "message" | "push" | "remedies" | "reply"
            | "handling" | "item" | "place" | "venue" | "centre" => Self::Word,
            other => panic!("{at}: what does {other} take?"),
        }
    }

    fn read(self, text: &str) -> Option<BadText> {
        match self {
            Self::Text => text.parse::<Text>().err(),
            Self::Person => text.parse::<Person>().err(),
            Self::Mark => text.parse::<Mark>().err(),
            Self::Word => Some(BadText::Empty),
        }
    }
}

/// Checksum valid, and of nobody: 汶上县, the first of January 1990.
const RESIDENT_ID: &str = "37083019900101123";
const MOBILE: &str = "13800138000";

fn resident_id() -> String {
    let check = "0123456789X".chars().find(|it| format!("{RESIDENT_ID}{it}").parse::<Text>().is_err());
    format!("{RESIDENT_ID}{}", check.unwrap())
}

/// What nobody may write anywhere.
fn unwritable() -> Vec<(String, BadText)> {
    let mut all = vec![
        (String::new(), BadText::Empty),
        (" ".into(), BadText::Empty),
        ("\u{3000}\n\t".into(), BadText::Empty),
        (" 前".into(), BadText::Character { at: 1, found: ' ' }),
        ("后\u{3000}".into(), BadText::Character { at: 2, found: '\u{3000}' }),
        ("尾\n".into(), BadText::Character { at: 2, found: '\n' }),
    ];
    for found in [
        '\0', '\u{7}', '\r', '\t', '\u{1b}', '\u{7f}', '\u{85}', '\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}',
        '\u{ad}',
    ] {
        all.push((format!("中{found}间"), BadText::Character { at: 2, found }));
    }
    all
}

/// Every place in which a client can write, in a step, a stamp or a filing.
fn places() -> Vec<(Value, String, Takes)> {
    let stamp = json!({ "stamp": { "at": "2024-03-04T09:00:00+08:00", "by": official(unit()) } });
    let applicant = json!({ "stamp": { "at": "2024-03-04T09:00:00+08:00", "by": { "applicant": "applicant-1" } } });
    let file = json!({ "file": {
        "case": "C-1", "item": "A1-33", "place": { "region": "wenshang" }, "scope": [], "venue": { "centre": "city" },
        "applicant": "applicant-1", "materials": ["form"], "follows": "C-0",
    } });
    let mut places = Vec::new();
    for value in sent().chain([stamp, applicant, file]) {
        let mut all = Vec::new();
        parts(&value, "", &mut all);
        let texts = all.into_iter().filter(|at| value.pointer(at).unwrap().is_string() && !at.ends_with("/at"));
        places.extend(texts.map(|at| (value.clone(), at.clone(), Takes::of(&at))));
    }
    places
}

/// Reads what a client sent.
fn read(value: &Value) -> Result<(), String> {
    let inner = |name: &str| value.get(name).cloned();
    let text = value.to_string();
    if let Some(stamp) = inner("stamp") {
        serde_json::from_value::<Stamp>(stamp).map(drop).map_err(|why| why.to_string())
    } else if let Some(file) = inner("file") {
        serde_json::from_value::<File>(file).map(drop).map_err(|why| why.to_string())
    } else {
        // by whatever reader
        let by_text = serde_json::from_str::<AnyStep>(&text).map(drop);
        let by_value = serde_json::from_value::<AnyStep>(value.clone()).map(drop);
        assert_eq!(by_text.is_ok(), by_value.is_ok(), "{text}");
        by_text.map_err(|why| why.to_string())
    }
}

#[test]
fn what_nobody_may_write_is_refused_in_every_place_by_the_reason_that_the_door_gives() {
    let mut refused = BTreeMap::new();
    for (value, at, takes) in places() {
        assert_eq!(read(&value), Ok(()), "{value}");
        for (bad, reason) in unwritable() {
            let why = read(&with(&value, &at, bad.as_str())).unwrap_err();
            if takes != Takes::Word {
                assert_eq!(takes.read(&bad), Some(reason), "{bad:?}");
                assert!(why.contains(&reason.to_string()), "{at} {bad:?}: {why}");
                assert!(reason.zh() != reason.to_string());
            }
            *refused.entry(takes).or_insert(0) += 1;
        }
    }
    let places = |takes| refused[&takes] / unwritable().len();
    assert_eq!([Takes::Text, Takes::Person, Takes::Mark, Takes::Word].map(places), [12, 6, 33, 15]);
}

#[test]
fn a_text_of_any_length_beyond_the_most_is_refused_in_a_few_words() {
    let mut huge = BTreeSet::new();
    for (value, at, takes) in places() {
        let most = if huge.insert(takes) { 1_000_000 } else { 2_002 };
        for length in [65, 2_001, most] {
            let long = "字".repeat(length);
            let told = read(&with(&value, &at, long.as_str()));
            let fits = takes == Takes::Text && length == 65;
            assert_eq!(told.is_ok(), fits, "{at} of {length}: {told:?}");
            if let (Err(why), Some(reason)) = (told, takes.read(&long).filter(|_| takes != Takes::Word)) {
                assert!(why.contains(&reason.to_string()) && why.chars().count() < 250, "{at}: {why}");
                assert!(reason.to_string().contains(&length.to_string()) && reason.zh().contains(&length.to_string()));
            }
        }
    }
}

#[test]
fn a_number_of_a_person_is_refused_in_every_text_and_reference_and_never_repeated() {
    let id = resident_id();
    let wide: String = MOBILE.chars().map(|it| char::from_u32(u32::from(it) + 0xfee0).unwrap()).collect();
    let mut kinds = BTreeSet::new();
    for (value, at, takes) in places().into_iter().filter(|it| it.2 != Takes::Word) {
        for (number, kind) in [
            (id.clone(), PersonalData::ResidentId),
            (MOBILE.to_owned(), PersonalData::Mobile),
            (format!("+86{MOBILE}"), PersonalData::Mobile),
            (format!("{}-{}-{}", &MOBILE[..3], &MOBILE[3..7], &MOBILE[7..]), PersonalData::Mobile),
            (wide.clone(), PersonalData::Mobile),
        ] {
            for told in [number.clone(), format!("李某（{number}）来电")] {
                let read = read(&with(&value, &at, told.as_str()));
                // an identifier of a thing may look like one of a person by chance
                assert_eq!(read.is_ok(), takes == Takes::Mark, "{at} {told}: {read:?}");
                let Err(why) = read else { continue };
                assert!(why.contains(kind.english()), "{at} {told}: {why}");
                let digits: String = why.chars().filter(char::is_ascii_digit).collect();
                assert!(!digits.contains("0013") && !why.contains(&number) && !why.contains("李某"), "{at}: {why}");
                kinds.insert((takes, kind.english()));
            }
        }
    }
    assert_eq!(kinds.len(), 4, "{kinds:?}");
}
