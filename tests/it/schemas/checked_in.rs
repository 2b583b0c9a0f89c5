//! What the schemas say, for those who read them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;
use strum::IntoEnumIterator;
use tongquan::schema::Document;

use crate::support::{files, is_chinese};

/// Told by the field of a tag that it stands under, and by the description of the variant.
fn is_tag(object: &Value) -> bool {
    object["properties"].as_object().is_some_and(|it| it.len() == 1)
        && object["required"].as_array().is_some_and(|it| it.len() == 1)
}

/// Every object within, with its place.
fn objects<'a>(at: &str, value: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(fields) => {
            found.push((at.to_owned(), value));
            fields.iter().for_each(|(key, it)| objects(&format!("{at}/{key}"), it, found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(nth, it)| objects(&format!("{at}/{nth}"), it, found));
        }
        _ => (),
    }
}

#[test]
fn they_are_those_that_are_checked_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/schemas");
    let name = |it: Document| format!("{}.schema.json", it.name());
    for it in Document::iter() {
        let kept = fs::read_to_string(folder.join(name(it))).unwrap();
        let told = serde_json::to_string_pretty(&it.schema()).unwrap() + "\n";
        assert!(kept == told, "{it} differs: cargo run --features schema --example schemas -- tests/golden/schemas");
    }
    assert_eq!(files("tests/golden/schemas", ""), Document::iter().map(name).collect());
}

#[test]
fn every_type_field_and_choice_is_described_with_a_chinese_word_first() {
    let mut seen = 0;
    for document in Document::iter() {
        let schema = document.schema().to_value();
        let mut found = Vec::new();
        objects("", &schema, &mut found);
        for (at, object) in found {
            let described = |told: &str, it: &Value| {
                let text = it["description"].as_str().unwrap_or_default();
                let word = text.split([':', '.']).next().unwrap();
                assert!(word.contains(is_chinese), "{document}{at} {told}: {text:?}");
            };
            if let Some(fields) = object["properties"].as_object().filter(|_| !is_tag(object)) {
                // a tag is of the choice that it stands in
                fields.iter().filter(|(_, it)| it.get("const").is_none()).for_each(|(key, it)| described(key, it));
                seen += fields.len();
            }
            if let Some(types) = object["$defs"].as_object() {
                types.iter().for_each(|(name, it)| described(name, it));
                seen += types.len();
            }
            if let Some(choices) = object["oneOf"].as_array() {
                choices.iter().for_each(|it| described("choice", it));
                seen += choices.len();
            }
            if at.is_empty() {
                described("as a whole", object);
            }
        }
    }
    assert!(seen > 1_500, "{seen}");
}

#[test]
fn descriptions_are_prose_without_links_and_code() {
    let mut seen = 0;
    for document in Document::iter() {
        let schema = document.schema().to_value();
        let mut found = Vec::new();
        objects("", &schema, &mut found);
        for text in found.iter().filter_map(|(_, it)| it["description"].as_str()) {
            assert!(!["](", "```", "::", "[`"].iter().any(|it| text.contains(it)), "{document}: {text}");
            seen += 1;
        }
    }
    assert!(seen > 2_000, "{seen}");
}

#[test]
fn no_two_types_of_a_schema_share_a_name() {
    for document in Document::iter() {
        let schema = document.schema().to_value();
        for name in schema["$defs"].as_object().into_iter().flat_map(|it| it.keys()) {
            // two of one name are told apart by a number
            let numbered = name.ends_with(|it: char| it.is_ascii_digit()) && !name.ends_with("No2");
            assert!(!numbered, "{document}: {name}");
        }
    }
}

/// Who generates classes of all of them puts these into one package.
#[test]
fn a_title_is_of_one_form_in_all_of_them_and_every_part_has_one() {
    let (mut forms, mut ids) = (BTreeMap::new(), BTreeSet::new());
    for document in Document::iter() {
        let schema = document.schema().to_value();
        assert!(ids.insert(schema["$id"].as_str().unwrap().to_owned()), "{document}");
        let mut found = Vec::new();
        objects("", &schema, &mut found);
        for (at, object) in found {
            if let Some(parts) = object["$defs"].as_object() {
                parts.iter().for_each(|(name, it)| assert_eq!(it["title"], **name, "{document}{at}"));
            }
            let kinds = ["date", "date-time", "uri-reference"];
            assert!(object["format"].as_str().is_none_or(|it| kinds.contains(&it)), "{document}{at}: {object}");
            if let Some(title) = object["title"].as_str() {
                let before = forms.insert(title.to_owned(), object.clone());
                assert!(before.is_none_or(|it| it == *object), "{document}{at}: {title}");
            }
        }
    }
    assert!(forms.len() > 400, "{}", forms.len());
}
