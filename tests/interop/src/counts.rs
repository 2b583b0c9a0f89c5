use std::collections::{BTreeMap, BTreeSet, HashMap};

use process_mining::OCEL;
use serde::Serialize;
use serde_json::Value;
use tongquan::{Body, case::Record};

use crate::given::Given;

/// How many there are of each.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Counts {
    events: BTreeMap<String, usize>,
    objects: BTreeMap<String, usize>,
    of_events: BTreeMap<String, usize>,
    of_objects: BTreeMap<String, usize>,
}

fn add(counts: &mut BTreeMap<String, usize>, what: &str, more: usize) {
    if more > 0 {
        *counts.entry(what.to_owned()).or_default() += more;
    }
}

impl Counts {
    /// As a reader finds them.
    pub(crate) fn of_log(log: &OCEL) -> Result<Self, String> {
        let mut counts = Self::default();
        let mut kinds = HashMap::new();
        for it in &log.objects {
            add(&mut counts.objects, &it.object_type, 1);
            if kinds.insert(&it.id, &it.object_type).is_some() {
                return Err(format!("two objects have the id {}", it.id));
            }
        }
        let objects = log.objects.iter().map(|it| (&it.id, &it.relationships, false));
        let events = log.events.iter().map(|it| (&it.id, &it.relationships, true));
        for (id, relations, of_event) in objects.chain(events) {
            for it in relations {
                if !kinds.contains_key(&it.object_id) {
                    return Err(format!("{id} names {}, which is not there", it.object_id));
                }
                let counts = if of_event { &mut counts.of_events } else { &mut counts.of_objects };
                add(counts, &it.qualifier, 1);
            }
        }
        let mut ids = BTreeSet::new();
        for it in &log.events {
            add(&mut counts.events, &it.event_type, 1);
            if !ids.insert(&it.id) {
                return Err(format!("two events have the id {}", it.id));
            }
        }
        Ok(counts)
    }

    /// As the cases themselves tell: no line of the export is asked.
    pub(crate) fn of_cases(given: &Given) -> Self {
        let mut records: BTreeMap<&str, &Record> = BTreeMap::new();
        for it in given.records() {
            let known = records.entry(it.id().as_str()).or_insert(it);
            if known.version() < it.version() {
                *known = it;
            }
        }
        let mut told = Self::default();
        let mut seen = Seen::default();
        for record in records.values() {
            told.add_case(record, &records, &mut seen);
        }
        for licence in &given.licences {
            let minutes = serde_json::to_value(licence).unwrap_or_default();
            told.add_licence(&minutes, &records, &mut seen);
        }
        for (what, ids) in seen.0 {
            add(&mut told.objects, what, ids.len());
        }
        told
    }

    fn add_case(&mut self, record: &Record, all: &BTreeMap<&str, &Record>, seen: &mut Seen) {
        let case = record.id().as_str();
        seen.see("case", case);
        seen.see("item", record.file().item.to_string());
        add(&mut self.of_events, "item", 1);
        add(&mut self.of_objects, "item", 1);
        add(
            &mut self.of_objects,
            "follows",
            record.file().follows.as_ref().map_or(0, |it| all.contains_key(it.as_str()).into()),
        );

        let journal = serde_json::to_value(record).unwrap_or_default();
        let mut issued = 0;
        for (version, entry) in (1..).zip(journal.as_array().into_iter().flatten()) {
            let Some((kind, taken)) = entry.as_object().and_then(|it| it.iter().next()) else { continue };
            add(&mut self.events, kind, 1);
            add(&mut self.of_events, "case", 1);
            let actor = body(&taken["stamp"]["by"]["official"]["body"]);
            add(&mut self.of_events, "actor", actor.is_some().into());
            seen.0.entry("body").or_default().extend(actor);
            match kind.as_str() {
                "affix_seal_no2" => {
                    seen.see("seal", taken["step"]["seal"].to_string());
                    add(&mut self.of_events, "seal_affixed", 1);
                    add(&mut self.of_objects, "sealed_with", 1);
                }
                "issue_licence" => {
                    issued = 1;
                    seen.see("licence", case);
                    add(&mut self.of_events, "licence_issued", 1);
                    add(&mut self.of_objects, "licence", 1);
                }
                "deliver" => add(&mut self.of_events, "licence_delivered", issued),
                "not_accept" => {
                    let competent = body(&taken["step"]["ground"]["another_is_competent"]);
                    add(&mut self.of_events, "competent", competent.is_some().into());
                    seen.0.entry("body").or_default().extend(competent);
                }
                "report" | "push" => {
                    let sent = record.docket().sent();
                    let sent = sent.iter().filter(|it| it.version == version);
                    let to: BTreeSet<String> = sent.filter_map(|it| named(&it.to)).collect();
                    add(&mut self.of_events, "addressee", to.len());
                    seen.0.entry("body").or_default().extend(to);
                }
                _ => {}
            }
        }
    }

    fn add_licence(&mut self, minutes: &Value, all: &BTreeMap<&str, &Record>, seen: &mut Seen) {
        let case = minutes[0]["step"]["case"].as_str().unwrap_or_default();
        if seen.see("licence", case) && all.contains_key(case) {
            add(&mut self.of_objects, "licence", 1);
        }
        for (nth, noted) in minutes.as_array().into_iter().flatten().enumerate() {
            let step = noted["step"].as_object().and_then(|it| it.keys().next()).map_or("", String::as_str);
            let (event, qualifier) = match (nth, step) {
                (0, _) => ("enter_licence", "licence_entered"),
                (_, "change") => ("change_licence", "licence_changed"),
                (_, "cancel") => ("cancel_licence", "licence_cancelled"),
                _ => ("sync_licence", "licence_synced"),
            };
            add(&mut self.events, event, 1);
            add(&mut self.of_events, qualifier, 1);
            let actor = body(&noted["stamp"]["by"]["official"]["body"]);
            add(&mut self.of_events, "actor", actor.is_some().into());
            seen.0.entry("body").or_default().extend(actor);
            let by = noted["step"]["change"]["by_case"].as_str().filter(|it| all.contains_key(it));
            add(&mut self.of_events, "applied_for_by", by.is_some().into());
            add(&mut self.of_objects, "applied_for_by", by.is_some().into());
        }
    }

    /// Every count of either, beside that of the other.
    pub(crate) fn beside(&self, other: &Self) -> Vec<(String, usize, usize)> {
        let mut told = Vec::new();
        for (name, mine, others) in [
            ("event", &self.events, &other.events),
            ("object", &self.objects, &other.objects),
            ("event to object", &self.of_events, &other.of_events),
            ("object to object", &self.of_objects, &other.of_objects),
        ] {
            let keys: BTreeSet<&String> = mine.keys().chain(others.keys()).collect();
            let count = |of: &BTreeMap<String, usize>, key: &String| of.get(key).copied().unwrap_or_default();
            told.extend(keys.into_iter().map(|it| (format!("{name} {it}"), count(mine, it), count(others, it))));
        }
        told
    }
}

/// The things of each type that were met.
#[derive(Default)]
struct Seen(BTreeMap<&'static str, BTreeSet<String>>);

impl Seen {
    fn see(&mut self, what: &'static str, id: impl Into<String>) -> bool {
        self.0.entry(what).or_default().insert(id.into())
    }
}

/// What a body is known by: all but its name and its kind.
fn body(it: &Value) -> Option<String> {
    let (tier, body) = it.as_object()?.iter().next()?;
    let id = if body.is_string() { body } else { &body["id"] };
    Some(format!("{tier} {} {id}", body["region"]))
}

fn named(it: &Body) -> Option<String> {
    body(&serde_json::to_value(it).ok()?)
}
