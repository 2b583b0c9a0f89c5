//! What code generators call the parts of a schema: each definition by its name, each way of an alternative by the names of both.

use schemars::Schema;
use serde_json::{Map, Value, map::Entry};

/// Gives a title to every definition, and to every alternative that is an object of one field: that of the definition, and the field's.
pub(super) fn titled(schema: &mut Schema, name: &str) {
    let name = pascal(name);
    let Some(whole) = schema.as_object_mut() else { return };
    if let Some(Value::Object(parts)) = whole.get_mut("$defs") {
        for (part, it) in parts {
            let Value::Object(it) = it else { continue };
            if let Entry::Vacant(title) = it.entry("title") {
                title.insert(part.clone().into());
            }
            alternatives(it, part);
        }
    }
    alternatives(whole, &name);
}

fn alternatives(it: &mut Map<String, Value>, of: &str) {
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(ways)) = it.get_mut(key) else { continue };
        for way in ways.iter_mut().filter_map(Value::as_object_mut) {
            if let Some(name) = only_field(way).map(|it| format!("{of}{}", pascal(it))) {
                way.entry("title").or_insert_with(|| name.into());
            }
        }
    }
}

/// The one field that an object has.
fn only_field(it: &Map<String, Value>) -> Option<&String> {
    let fields = it.get("properties")?.as_object()?;
    fields.keys().next().filter(|_| fields.len() == 1)
}

fn pascal(snake: &str) -> String {
    let word =
        |it: &str| it.chars().take(1).map(|it| it.to_ascii_uppercase()).chain(it.chars().skip(1)).collect::<String>();
    snake.split('_').map(word).collect()
}
