//! What a filing, or a move to a later edition, found on record: read once, kept as plain strings and sets.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    acts::{list, text},
    hands::Body,
};
use crate::model::statistics_clock::{Limit, limit};

#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) code: String,
    pub(super) required: bool,
    pub(super) after: BTreeSet<String>,
    pub(super) repeats: bool,
    pub(super) on_site: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Standard {
    /// Edition; and of a region's own, whose and from which handbook.
    pub(super) edition: i64,
    pub(super) own: Option<(String, i64)>,
    pub(super) required: BTreeSet<String>,
    pub(super) optional: BTreeSet<String>,
    pub(super) acceptance: BTreeSet<String>,
    pub(super) conditions: BTreeSet<String>,
    pub(super) steps: Vec<Step>,
    pub(super) procedures: BTreeSet<String>,
    pub(super) remedies: BTreeSet<String>,
    pub(super) licence: bool,
    pub(super) statutory: Option<Limit>,
    pub(super) corrections: Option<Limit>,
}

impl Standard {
    fn read(said: &Value) -> Option<Self> {
        let own = &said["own"];
        Some(Self {
            edition: said.get("edition")?.as_i64()?,
            own: own.as_object().map(|own| (text(&own["region"]), own["handbook"].as_i64().unwrap_or(0))),
            required: list(&said["required"]),
            optional: list(&said["optional"]),
            acceptance: list(&said["acceptance"]),
            conditions: list(&said["conditions"]),
            steps: said["steps"].as_array().into_iter().flatten().map(step).collect(),
            procedures: list(&said["procedures"]),
            remedies: list(&said["remedies"]),
            licence: !said["licence"].is_null(),
            statutory: limit(&said["limits"]["statutory"]),
            corrections: limit(&said["corrections"]),
        })
    }

    pub(super) fn names(&self, material: &str) -> bool {
        self.required.contains(material) || self.optional.contains(material)
    }

    pub(super) fn all_conditions(&self) -> BTreeSet<String> {
        self.acceptance.union(&self.conditions).cloned().collect()
    }

    /// CHOICE: a region's own is later than the handbook that it is drawn from, and earlier than the next; of two of its own
    /// the later is the one drawn from a later handbook, and of two drawn from one that of the higher edition. So a region
    /// that falls back on the handbook has no later standard until that one changes.
    fn later_than(&self, before: &Self) -> bool {
        match (&before.own, &self.own) {
            (None, None) => self.edition > before.edition,
            (None, Some((_, handbook))) => *handbook >= before.edition,
            (Some((_, handbook)), None) => self.edition > *handbook,
            (Some(old), Some(new)) if old.1 == new.1 => self.edition > before.edition,
            (Some(old), Some(new)) => new.1 > old.1,
        }
    }
}

fn step(said: &Value) -> Step {
    let is = |key: &str| said[key] == true;
    Step {
        code: text(&said["code"]),
        required: is("required"),
        after: list(&said["after"]),
        repeats: is("repeats"),
        on_site: is("on_site"),
    }
}

/// What a region chose for a three-tier item, in a township.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    /// "direct", "window", "review" or "intake".
    pub(super) way: String,
    pub(super) county: Option<Body>,
    /// Under review: a seal is named.
    pub(super) seal: bool,
    pub(super) township: String,
    pub(super) body: Body,
}

impl Chosen {
    fn read(said: &Value) -> Option<Self> {
        let way = said.get("way")?;
        let (word, what) = match way.as_object().and_then(|one| one.iter().next()) {
            None => (text(way), &Value::Null),
            Some((word, what)) => (word.clone(), what),
        };
        Some(Self {
            way: word,
            county: what.get("county").and_then(Body::unit),
            seal: what.get("seal").is_some_and(|seal| !seal.is_null()),
            township: text(&said["township"]),
            body: Body::unit(&said["body"])?,
        })
    }
}

#[derive(Clone, Debug)]
pub(super) struct Brief {
    /// Number, and the day from which it is in force.
    pub(super) edition: Option<(i64, String)>,
    pub(super) item: Option<Item>,
    pub(super) handler: Option<Body>,
    pub(super) posted: bool,
    /// The centre that the plan names, as it stands there.
    pub(super) centre: Option<String>,
    pub(super) chosen: Option<Chosen>,
    pub(super) standard: Option<Standard>,
    pub(super) licence: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) department: Option<String>,
    pub(super) kind: String,
    pub(super) column: Option<String>,
    /// "direct", "window", "review", "intake", "not_devolved", "reserved", "region_chooses" or "original".
    pub(super) standing: String,
    pub(super) why: String,
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

impl Brief {
    pub(super) fn read(found: &Value) -> Self {
        let edition = &found["edition"];
        let item = &found["item"];
        let standing = &item["cell"]["standing"];
        let undertaking = &found["undertaking"];
        Self {
            edition: edition["number"].as_i64().map(|number| (number, text(&edition["from"]))),
            item: item.as_object().map(|_| Item {
                department: word(&item["department"]),
                kind: text(&item["kind"]),
                column: word(&item["column"]),
                standing: standing.get("devolved").map_or_else(|| text(standing), text),
                why: text(&item["cell"]["why"]),
            }),
            handler: Body::unit(&undertaking["handler"]),
            posted: undertaking["posted"] == true,
            centre: (!undertaking["centre"].is_null()).then(|| undertaking["centre"].to_string()),
            chosen: Chosen::read(&undertaking["chosen"]),
            standard: Standard::read(&found["standard"]),
            licence: item["kind"] == "licence",
        }
    }

    /// S49: a licence whose standard names none has twenty working days.
    pub(super) fn statutory(&self) -> Option<Limit> {
        let named = self.standard.as_ref().and_then(|standard| standard.statutory.clone());
        named.or_else(|| self.licence.then(|| Limit { amount: 20, unit: "working_day".to_owned() }))
    }

    /// S4: a later edition of the catalogue, or a later standard.
    pub(super) fn later_than(&self, before: &Self) -> bool {
        let number = |brief: &Self| brief.edition.as_ref().map(|edition| edition.0);
        let standard = match (&before.standard, &self.standard) {
            (Some(old), Some(new)) => new.later_than(old),
            // CHOICE: the first handbook is later than none; that there is none any more is no edition.
            (None, Some(_)) => true,
            (_, None) => false,
        };
        number(self) > number(before) || standard
    }
}
