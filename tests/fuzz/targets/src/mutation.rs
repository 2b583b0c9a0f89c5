//! How one input is made of another: where it is JSON, or JSON Lines, a value in it is changed, taken out, doubled, swapped, or taken from elsewhere, so
//! that most of what comes of it is of the form; else its bytes are changed as any bytes are.

use fastrand::Rng;
use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Map, Value, json};

use crate::pool::POOL;

/// Makes another input of the first `size` bytes, of at most `most`, and tells how long it is.
pub fn mutated(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut random = Rng::with_seed(u64::from(seed));
    let lines = if random.u8(..) < 16 { None } else { documents(&data[..size]) };
    let Some(mut lines) = lines.filter(|it| !it.is_empty()) else { return fuzzer_mutate(data, size, most) };
    for _ in 0..=random.usize(..4) {
        step(&mut lines, &mut random);
    }
    let written: Vec<String> = lines.iter().map(Value::to_string).collect();
    let written = written.join("\n");
    if written.is_empty() || written.len() > most || written.as_bytes() == &data[..size] {
        return fuzzer_mutate(data, size, most);
    }
    data[..written.len()].copy_from_slice(written.as_bytes());
    written.len()
}

/// One document, over several lines perhaps; else one a line.
fn documents(bytes: &[u8]) -> Option<Vec<Value>> {
    if let Ok(whole) = serde_json::from_slice(bytes) {
        return Some(vec![whole]);
    }
    let lines = bytes.split(|it| *it == b'\n').filter(|it| !it.is_empty());
    lines.map(|it| serde_json::from_slice(it).ok()).collect()
}

fn step(lines: &mut Vec<Value>, random: &mut Rng) {
    let line = random.usize(..lines.len());
    match random.u8(..20) {
        0 => lines.insert(line, lines[line].clone()),
        1 if lines.len() > 1 => drop(lines.remove(line)),
        2 => {
            let other = random.usize(..lines.len());
            lines.swap(line, other);
        }
        _ => {
            let all = count(&lines[line]);
            let donor = at(&mut lines[line], random.usize(..all), "").map(|(_, it)| it.clone());
            let chosen = random.usize(..all);
            if let Some((name, value)) = at(&mut lines[line], chosen, "") {
                change(&name, value, donor.unwrap_or_default(), random);
            }
        }
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Object(fields) => fields.values().map(count).sum(),
        Value::Array(list) => list.iter().map(count).sum(),
        _ => 0,
    }
}

/// The value that stands so far on, outermost first, with the name that it stands under.
fn at<'v>(value: &'v mut Value, mut nth: usize, name: &str) -> Option<(String, &'v mut Value)> {
    if nth == 0 {
        return Some((name.to_owned(), value));
    }
    nth -= 1;
    let inner: Vec<(String, &mut Value)> = match value {
        Value::Object(fields) => fields.iter_mut().map(|(name, it)| (name.clone(), it)).collect(),
        Value::Array(list) => list.iter_mut().map(|it| (name.to_owned(), it)).collect(),
        _ => Vec::new(),
    };
    for (name, it) in inner {
        let size = count(it);
        if nth < size {
            return at(it, nth, &name);
        }
        nth -= size;
    }
    None
}

fn change(name: &str, value: &mut Value, donor: Value, random: &mut Rng) {
    match random.u8(..10) {
        // what stood under this name elsewhere is most often of the form
        0..=3 => *value = POOL.named(name, random).unwrap_or(donor),
        4 => *value = donor,
        5 => *value = POOL.any(random).1,
        _ => match value {
            Value::Object(fields) => field(fields, random),
            Value::Array(list) => element(name, list, donor, random),
            scalar => *scalar = another(scalar, random),
        },
    }
}

fn field(fields: &mut Map<String, Value>, random: &mut Rng) {
    let names: Vec<String> = fields.keys().cloned().collect();
    let named = random.choice(&names).cloned();
    match (random.u8(..4), named) {
        (0, Some(name)) => drop(fields.remove(&name)),
        (1, Some(name)) => {
            // a step that is another, a state that is another
            let taken = fields.remove(&name).unwrap_or_default();
            fields.insert(POOL.any(random).0, taken);
        }
        (2, Some(name)) => {
            if let Some(value) = POOL.named(&name, random) {
                fields.insert(name, value);
            }
        }
        _ => {
            let (name, value) = POOL.any(random);
            fields.insert(name, value);
        }
    }
}

fn element(name: &str, list: &mut Vec<Value>, donor: Value, random: &mut Rng) {
    let (one, other) = (random.usize(..=list.len()), random.usize(..=list.len()));
    match random.u8(..6) {
        0 if one < list.len() => drop(list.remove(one)),
        1 if one < list.len() => list.insert(other, list[one].clone()),
        2 if one < list.len() && other < list.len() => list.swap(one, other),
        3 => list.truncate(one),
        4 => list.insert(one, donor),
        _ => {
            let value = POOL.named(name, random).unwrap_or(donor);
            list.insert(one, value);
        }
    }
}

const NUMBERS: [u64; 10] = [0, 1, 2, 60, 255, 65_535, 65_536, 4_294_967_295, u64::MAX / 2, u64::MAX];
const TEXTS: [&str; 12] = [
    "+262142-12-31",
    "-262143-01-01",
    "9999-12-31",
    "0001-01-01",
    "2024-02-29",
    "9999-12-31T23:59:59+08:00",
    "0001-01-01T00:00:00+08:00",
    "2024-03-04T09:00:00+08:00",
    "A1-255",
    "370830102",
    "—",
    "汶上县",
];

fn another(value: &Value, random: &mut Rng) -> Value {
    match value {
        Value::Bool(it) => json!(!it),
        Value::Number(it) => match (random.u8(..3), it.as_u64()) {
            (0, Some(it)) => json!(it.wrapping_add(1)),
            (1, Some(it)) => json!(it.saturating_sub(1)),
            _ => json!(NUMBERS[random.usize(..NUMBERS.len())]),
        },
        Value::String(it) => match random.u8(..3) {
            0 => json!(TEXTS[random.usize(..TEXTS.len())]),
            _ => json!(digit(it, random)),
        },
        other => other.clone(),
    }
}

/// A day, a moment or a number with another digit; any other text with something at its end.
fn digit(text: &str, random: &mut Rng) -> String {
    let digits: Vec<usize> = text.char_indices().filter(|(_, it)| it.is_ascii_digit()).map(|(at, _)| at).collect();
    match random.choice(&digits) {
        Some(at) => format!("{}{}{}", &text[..*at], random.digit(10), &text[at + 1..]),
        None => format!("{text}{}", random.alphanumeric()),
    }
}
