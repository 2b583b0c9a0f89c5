//! The JSON Schemas: they are those that are checked in, speak Chinese of every field, take whatever is written, and refuse nothing that is read.

mod checked_in;
mod held;

use std::{collections::BTreeMap, sync::LazyLock};

use jsonschema::Validator;
use serde_json::Value;
use strum::IntoEnumIterator;
use tongquan::schema::Document;

static VALIDATORS: LazyLock<BTreeMap<Document, Validator>> = LazyLock::new(|| {
    let validator = |it: Document| {
        let schema = it.schema().to_value();
        assert!(jsonschema::meta::is_valid(&schema), "{it}");
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    };
    Document::iter().map(|it| (it, validator(it))).collect()
});

/// Whether a value is of a form, to somebody who knows the schema alone.
fn is_of(document: Document, value: &Value) -> bool {
    VALIDATORS[&document].is_valid(value)
}

/// Everything that is wrong with its form, and where.
fn faults(document: Document, value: &Value) -> Vec<(String, String)> {
    VALIDATORS[&document].iter_errors(value).map(|it| (it.instance_path().to_string(), it.to_string())).collect()
}

#[track_caller]
fn then_is_of(document: Document, value: &Value) {
    let why = faults(document, value);
    assert!(why.is_empty(), "{document}: {why:#?}\n{value}");
}
