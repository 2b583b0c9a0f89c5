//! The golden journals, each with the office that lives it.

use std::sync::LazyLock;

use serde_json::{Value, json};
use tongquan::{AnyCase, AnyStep, Journal, Modality, Office, Region, Stamp, register::Revision};

use crate::{
    editions::given::{changing, except, to},
    journals::{GOLDEN, asked, filing},
    support::OFFICE,
};

const AMENDED_JOURNALS: &str = include_str!("../../golden/amended_journals.json");

/// The fictional office since an amendment of two items, with a township's body and how its region chose for three items.
static AMENDED: LazyLock<Office> = LazyLock::new(|| {
    let changes = vec![to("A1-36", Modality::Intake), except("A1-24", &[(Region::Wenshang, Modality::Direct)])];
    let chosen = |item: &str, way: Value, supervision: Value| {
        let township = json!({ "township": "370830102", "body": "nanwang" });
        json!({
            "region": "wenshang", "items": { "only": [item] }, "from": "2024-06-15", "way": way, "townships": [township],
            "supervision": supervision
        })
    };
    let pushed = json!({
        "county_supervisor": { "body": "wenshang-supervisor" }, "county_enforcement": { "body": "wenshang-enforcement" },
        "city_supervisor": { "body": "city-supervisor" }, "city_enforcement": { "body": "city-enforcement" }
    });
    let rows = json!({
        "v": 1,
        "recorded": "2024-06-15",
        "units": [{ "id": "nanwang", "region": "wenshang", "kind": "township", "name": "南旺镇某单位（虚构）" }],
        "choices": [
            chosen("A2-1", json!({ "window": { "county": "wenshang-bureau" } }), pushed),
            chosen("A2-2", json!({ "review": { "seal": "township" } }), json!({})),
            chosen("A2-3", json!({ "review": { "seal": { "county": "wenshang-sector" } } }), json!({})),
        ],
    });
    let rows: Revision = serde_json::from_value(rows).unwrap();
    let amendments = vec![changing("（虚构）2号", "2024-07-01", changes)];
    OFFICE.record(&Revision { amendments, ..rows }).unwrap()
});

/// A golden journal, and how its office lives it.
pub(super) struct Course {
    pub(super) name: String,
    pub(super) office: &'static Office,
    pub(super) entries: Vec<Value>,
    journal: Journal,
    /// What each entry asked; the opening's place is taken by the last's.
    pub(super) asked: Vec<(AnyStep, Stamp)>,
    /// The case after each entry, lived and not read.
    lived: Vec<AnyCase>,
}

impl Course {
    /// Those of the repository, in the list as it was and as amended.
    pub(super) fn all() -> Vec<Self> {
        let amended: Vec<Vec<Value>> = serde_json::from_str(AMENDED_JOURNALS).unwrap();
        let named = |(at, entries)| Self::new(format!("amended {at}"), entries, &AMENDED);
        let golden = GOLDEN.iter().map(|it| Self::new(it.name.to_owned(), it.entries(), &OFFICE));
        golden.chain(amended.into_iter().enumerate().map(named)).collect()
    }

    #[track_caller]
    fn new(name: String, entries: Vec<Value>, office: &'static Office) -> Self {
        let mut asked: Vec<(AnyStep, Stamp)> = entries[1..].iter().map(asked).collect();
        let lived = (1..=entries.len()).map(|length| live(&entries[..length], office));
        let lived: Vec<AnyCase> = lived.collect::<Option<_>>().unwrap_or_else(|| panic!("{name} is not lived"));
        asked.insert(0, asked.last().unwrap().clone());
        let journal = Journal::from(lived.last().unwrap().clone());
        for (at, told) in entries.iter().enumerate() {
            assert_eq!(written(&journal, at), *told, "{name}, entry {at}, is not lived as it is told");
        }
        Self { name, office, journal, entries, asked, lived }
    }

    /// The same of this course with that entry as it was read.
    pub(super) fn lived_with(&self, at: usize, read: &AnyCase, length: usize) -> Option<AnyCase> {
        let entry = written(&read.clone().into(), at);
        let mut case = match at.checked_sub(1) {
            None => live(&[entry], self.office)?,
            Some(before) => {
                let (step, stamp) = asked(&entry);
                self.lived[before].clone().apply(step, stamp, self.office).ok()?
            }
        };
        for (step, stamp) in &self.asked[at + 1..length] {
            case = case.apply(step.clone(), stamp.clone(), self.office).ok()?;
        }
        Some(case)
    }

    /// The journal with another entry in that place.
    pub(super) fn with(&self, at: usize, entry: &Value) -> Result<Journal, serde_json::Error> {
        let Journal { opening, entries } = &self.journal;
        match at.checked_sub(1) {
            None => {
                let Journal { opening, .. } = serde_json::from_value(json!([entry]))?;
                Ok(Journal { opening, entries: entries.clone() })
            }
            Some(at) => {
                let entry = serde_json::from_value(entry.clone())?;
                let entries = [&entries[..at], &[entry], &entries[at + 1..]].concat();
                Ok(Journal { opening: opening.clone(), entries })
            }
        }
    }
}

/// The case that comes of asking the office for what these entries asked.
pub(super) fn live(entries: &[Value], office: &Office) -> Option<AnyCase> {
    let (file, stamp) = filing(&entries[0]);
    let mut case = AnyCase::file(file, stamp, office).ok()?;
    for (step, stamp) in entries[1..].iter().map(asked) {
        case = case.apply(step, stamp, office).ok()?;
    }
    Some(case)
}

/// The first entries of a journal.
pub(super) fn cut(journal: &Journal, length: usize) -> Journal {
    Journal { opening: journal.opening.clone(), entries: journal.entries[..length - 1].to_vec() }
}

/// An entry as the crate writes it.
pub(super) fn written(journal: &Journal, at: usize) -> Value {
    match at.checked_sub(1) {
        None => serde_json::to_value(cut(journal, 1)).unwrap()[0].take(),
        Some(at) => serde_json::to_value(&journal.entries[at]).unwrap(),
    }
}
