//! Of advisers: nobody is replaced without a reason (`S61`).

use super::*;

/// A row more of 市交通运输局.
fn transport(revision: &str) -> impl Fn(&mut Value) {
    let at = format!("/{revision}/advisers");
    move |file| {
        let row = json!({"department": "transport", "items": "all", "persons": ["other"], "from": "2021-09-01",
            "reason": null});
        add(file, &at, row);
    }
}

/// A row more of 市商务局, for one of its items.
fn commerce(file: &mut Value) {
    let row = json!({"department": "commerce", "items": {"only": ["A1-37"]}, "persons": ["one"], "from": "2021-09-01",
        "reason": null});
    add(file, "/1/advisers", row);
}

pub(super) fn advisers() -> Vec<Story> {
    let replaced = |set, at: (&'static str, Value, Value), path: &'static str, who: &[&str]| {
        let got = Fact::List(who.iter().map(|it| the(it)).collect());
        story(Rule::AdviserReplacedWithReason, set, at, (path, A_REASON, got))
    };
    let second = "[1].advisers[1].reason";
    vec![
        replaced(
            |file| transport("1")(file),
            ("/1/advisers/1/reason", Value::Null, json!("（虚构）岗位调整")),
            second,
            &["adviser"],
        ),
        // who stays beside another is not replaced
        replaced(
            |file| transport("1")(file),
            ("/1/advisers/1/persons", json!(["other"]), json!(["other", "adviser"])),
            second,
            &["adviser"],
        ),
        // of several, those who are named no longer
        replaced(commerce, ("/1/advisers/1/persons", json!(["one"]), json!(["one", "two"])), second, &["two"]),
        replaced(
            commerce,
            ("/1/advisers/1/persons", json!(["three"]), json!(["three", "two", "one"])),
            second,
            &["one", "two"],
        ),
        // of one day the row recorded last takes the place of the one before
        replaced(
            |file| {
                transport("0")(file);
                put(file, "/0/advisers/1/from", json!("2021-06-30"));
            },
            ("/0/advisers/1/reason", Value::Null, json!("（虚构）岗位调整")),
            "[0].advisers[1].reason",
            &["adviser"],
        ),
        // what begins earlier takes nobody's place, and its own persons are those that the next row replaces
        replaced(
            |file| {
                transport("0")(file);
                put(file, "/0/advisers/1/from", json!("2021-06-29"));
            },
            ("/0/advisers/1/persons", json!(["other"]), json!(["adviser"])),
            "[0].advisers[1].reason",
            &["other"],
        ),
        // an item that the row before did not speak of had nobody
        replaced(
            |file| {
                commerce(file);
                put(file, "/1/advisers/0/items", json!({"only": ["A1-38"]}));
            },
            ("/1/advisers/1/items/only", json!(["A1-37", "A1-38"]), json!(["A1-37"])),
            second,
            &["two"],
        ),
        // nor has one of another kind
        replaced(
            |file| {
                commerce(file);
                put(file, "/1/advisers/0/items", json!({"of_kind": "other_power"}));
            },
            ("/1/advisers/1/items", json!("all"), json!({"of_kind": "public_service"})),
            second,
            &["two"],
        ),
    ]
}

const A_REASON: Fact = Fact::Term { zh: "替换的理由", en: "why they are replaced" };
