//! What mutations take from: every value of the golden files and examples, by the name under which it stands.

use std::{collections::BTreeMap, sync::LazyLock};

use serde_json::{Deserializer, Value};

macro_rules! files {
    ($($file:literal),+ $(,)?) => {
        [$(($file, include_str!(concat!("../../../../", $file)))),+]
    };
}

/// The files that corpora begin with, by their names in the repository.
pub const GOLDEN: [(&str, &str); 29] = files![
    "tests/golden/amended_journals.json",
    "tests/golden/amendments.json",
    "tests/golden/catalogue.json",
    "tests/golden/ceilings.json",
    "tests/golden/conformance.json",
    "tests/golden/county_original.json",
    "tests/golden/deemed.json",
    "tests/golden/direct.json",
    "tests/golden/dossiers.json",
    "tests/golden/evidence.json",
    "tests/golden/experts.json",
    "tests/golden/foreign_venue.json",
    "tests/golden/intake.json",
    "tests/golden/lapsed.json",
    "tests/golden/licence.json",
    "tests/golden/not_accepted.json",
    "tests/golden/not_devolved.json",
    "tests/golden/plain_log.jsonl",
    "tests/golden/registers.json",
    "tests/golden/review.json",
    "tests/golden/statistics.json",
    "tests/golden/township_direct.json",
    "tests/golden/township_intake.json",
    "tests/golden/unfavourable.json",
    "tests/golden/window.json",
    "tests/golden/withdrawn.json",
    "examples/amendment.json",
    "examples/choices.json",
    "examples/office.json",
];

/// No value of the pool is longer, written: a mutation is a small step.
const LONGEST: usize = 1_200;

/// So many of a name are enough to choose from.
const MOST: usize = 60;

#[derive(Default)]
pub(crate) struct Pool {
    /// By the name of the field; elements of a list under the name of the list; what has none under the empty name.
    by_name: BTreeMap<String, Vec<Value>>,
    names: Vec<String>,
}

pub(crate) static POOL: LazyLock<Pool> = LazyLock::new(|| {
    let mut pool = Pool::default();
    for (_, text) in GOLDEN {
        for value in Deserializer::from_str(text).into_iter::<Value>() {
            pool.add("", &value.unwrap());
        }
    }
    pool.names = pool.by_name.keys().cloned().collect();
    pool
});

impl Pool {
    fn add(&mut self, name: &str, value: &Value) {
        if value.to_string().len() <= LONGEST {
            let known = self.by_name.entry(name.to_owned()).or_default();
            if known.len() < MOST && !known.contains(value) {
                known.push(value.clone());
            }
        }
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, it)| self.add(name, it)),
            Value::Array(list) => list.iter().for_each(|it| self.add(name, it)),
            _ => {}
        }
    }

    /// A value that stood under the name somewhere.
    pub(crate) fn named(&self, name: &str, random: &mut fastrand::Rng) -> Option<Value> {
        random.choice(self.by_name.get(name)?).cloned()
    }

    /// Any value, with its name.
    pub(crate) fn any(&self, random: &mut fastrand::Rng) -> (String, Value) {
        let name = random.choice(&self.names).unwrap().clone();
        let value = self.named(&name, random).unwrap();
        (name, value)
    }
}

/// Every word of the wire: names of fields, and texts of some length.
pub fn words() -> Vec<String> {
    let texts = POOL.by_name.values().flatten().filter_map(Value::as_str).map(str::to_owned);
    let mut words: Vec<String> =
        POOL.names.iter().cloned().chain(texts).filter(|it| (2..=40).contains(&it.len())).collect();
    words.sort_unstable();
    words.dedup();
    words
}
