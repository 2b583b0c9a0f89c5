//! Every change of one thing in an entry of a journal.

use std::{collections::BTreeMap, sync::LazyLock};

use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{Region, body::Department};

use crate::journals::{GOLDEN, Golden, proven};

/// A change of one thing in one entry.
pub(crate) struct Change {
    /// Where in the entry; `//` before what is gone, new or told twice there.
    pub(crate) field: String,
    pub(crate) to: Value,
    pub(crate) entry: Value,
}

/// Every change of one thing: each scalar put for every other of its sort and of other sorts, whatever stands in a field put for what stands in a
/// field of that name anywhere else, each key and element taken out, each element told twice or put after the next, an unknown key added to each object.
pub(crate) fn changes(entry: &Value) -> Vec<Change> {
    let mut all = Vec::new();
    let mut fields = vec![String::new()];
    while let Some(field) = fields.pop() {
        let it = entry.pointer(&field).unwrap();
        let mut change = |part: &str, to: Value, whole: Value| {
            let mut entry = entry.clone();
            *entry.pointer_mut(&field).unwrap() = whole;
            all.push(Change { field: format!("{field}{part}"), to, entry });
        };
        for to in others(&field, it) {
            change("", to.clone(), to);
        }
        if let Value::Object(object) = it {
            let mut more = object.clone();
            more.insert("unknown".into(), Value::Null);
            change("//unknown", Value::Null, more.into());
            for key in object.keys() {
                let mut less = object.clone();
                less.remove(key);
                change(&format!("//{key}"), Value::Null, less.into());
            }
            fields.extend(object.keys().map(|key| format!("{field}/{key}")));
        }
        if let Value::Array(array) = it {
            for at in 0..array.len() {
                let less = [&array[..at], &array[at + 1..]].concat();
                change(&format!("//{at}"), Value::Null, less.into());
                let twice = [&array[..=at], &array[at..]].concat();
                change(&format!("//{at}"), array[at].clone(), twice.into());
                if at + 1 < array.len() {
                    let mut swapped = array.clone();
                    swapped.swap(at, at + 1);
                    change(&format!("//{at}"), array[at + 1].clone(), swapped.into());
                }
            }
            fields.extend((0..array.len()).map(|at| format!("{field}/{at}")));
        }
    }
    all
}

/// What may stand instead: of the same sort, of every other, and what is genuine elsewhere.
fn others(field: &str, it: &Value) -> Vec<Value> {
    let mut others = vec![Value::Null, json!(true), json!(false), json!(0), json!("x"), json!([]), json!({})];
    if let Some(number) = it.as_u64() {
        others.extend([json!(number + 1), json!(u16::MAX), json!(70_000), json!(-1), json!(0.5)]);
    }
    if let Some(text) = it.as_str() {
        let alike = WORDS.iter().filter(|words| words.iter().any(|it| it == text)).flatten().cloned();
        let longer = [String::new(), format!("{text}x"), format!(" {text}"), text.to_uppercase()];
        others.extend(alike.chain(longer).map(Value::from));
    }
    let genuine = GENUINE.get(name(field)).into_iter().flatten();
    others.extend(genuine.filter(|other| !others.contains(other)).cloned().collect::<Vec<_>>());
    others.retain(|other| other != it);
    others
}

/// The name of a field, or that of the list in which it stands.
fn name(field: &str) -> &str {
    field.rsplit('/').find(|it| it.parse::<usize>().is_err()).unwrap_or_default()
}

/// What stands in the golden journals, by the name of its field: bodies, persons, numbers of seals and receipts, codes, and the parts made of them.
/// Moments and words of closed lists stand below; what is found is taken apart.
static GENUINE: LazyLock<BTreeMap<String, Vec<Value>>> = LazyLock::new(|| {
    let mut all = BTreeMap::<String, Vec<Value>>::new();
    for entry in GOLDEN.iter().flat_map(Golden::entries) {
        let mut fields = vec![String::new()];
        while let Some(field) = fields.pop() {
            let it = entry.pointer(&field).unwrap();
            match it {
                Value::Object(object) => fields.extend(object.keys().map(|key| format!("{field}/{key}"))),
                Value::Array(array) => fields.extend((0..array.len()).map(|at| format!("{field}/{at}"))),
                _ => {}
            }
            let named = all.entry(name(&field).into()).or_default();
            if !named.contains(it) {
                named.push(it.clone());
            }
        }
    }
    // what no golden journal says: of the city as a whole, and which case it follows
    all.entry("place".into()).or_default().push(json!("city"));
    let cases = all["case"].clone();
    all.entry("follows".into()).or_default().extend(cases);
    for untold in ["", "file", "step", "found", "at", "kind"] {
        all.remove(untold);
    }
    all
});

/// Words of which one may be put for another.
static WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let list = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let read = |words: Value| serde_json::from_value::<Vec<String>>(words).unwrap();
    let mut moments = list("2021-06-14T09:00:00+08:00 2021-06-20T09:00:00+08:00 2021-07-12T09:00:00+08:00");
    moments.extend(list("2024-02-30T09:00:00+08:00 2024-03-04T01:00:00Z 2026-01-05T09:00:00+08:00"));
    for golden in GOLDEN {
        let case = proven(&golden.entries());
        moments.extend(case.record().stamps().map(|it| it.at.to_string()));
    }
    moments.sort();
    moments.dedup();
    vec![
        moments,
        read(json!(Region::all().collect::<Vec<_>>())),
        read(json!(Department::iter().collect::<Vec<_>>())),
        list("2021-06-14 2021-06-15 2021-06-30 2021-07-15 2021-08-02 2021-02-30 2024-05-06 2026-01-05"),
        list("A1-1 A1-2 A1-33 A1-36 A1-46 A1-61 A1-62 A1-01 A2-1 A2-7 A2-8 WS-001 WS-002"),
        list("370832104 370832105 370830102 370811002"),
        list("licence confirmation other_power public_service"),
        list("direct window review intake"),
        list("original not_devolved region_chooses reserved unresolved"),
        list("column remark note own_record"),
        list("approval_bureau sector enforcement township"),
        list("form subject proof other"),
        list("eligible true"),
        list("desk site opinion"),
        list("reconsideration litigation"),
        list("working_day day"),
        list("not_handed_over in_service suspended withdrawn lost"),
        list("decision licence"),
        list("county_supervisor county_enforcement city_supervisor city_enforcement report"),
        list("acknowledged rejected"),
    ]
});
