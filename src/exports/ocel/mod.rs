//! 对象中心事件日志: cases as an object-centric event log, OCEL 2.0 in its JSON form. [`Ocel`] is the log; what can stand in it, [`EventType`] and [`ObjectType`]
//! declare.

mod bodies;
mod cases;
mod entries;
mod licences;
mod log;
mod model;
mod types;

use std::collections::BTreeMap;

use serde::Serialize;

use self::log::Log;
pub use model::{Attribute, Dated, Declaration, Declared, Event, Object, Relation, Since, Value, ValueKind};
pub use types::{EventType, ObjectType, Qualifier};

use crate::{
    case::Record,
    oversight::{Dossier, Licence},
    text::Mark,
};

/// 对象中心事件日志: an OCEL 2.0 log of cases, and of what happened to their licences since (`C5`). It is written as the standard's JSON, which process mining
/// reads: PM4Py, the crate `process_mining` and others.
///
/// * **Events**: every entry of every journal, the filing included, under the word that journals use; and every entry of a licence's dossier. An event's
///   id is the case's number and the version of the case, or dossier, that it made: the same however often it is exported, and with whatever else.
/// * **Objects**: cases, Seals No. 2 (by department and number; an electronic twin is a seal of its own, `S22`), licences (one of a case: its number is
///   an attribute), items, and bodies by their ids. What became different since, with a move to a later edition for one, has a time of its own.
/// * **Relations**: an event names each object once, by what comes first in [`Qualifier`]; every object is named by some event. A licence is told
///   under its case's number, whether the case is among those given or not.
/// * **Left out**: every person (applicant, clerk, head, officer, seal's user) and every text that people wrote into a case (findings, reasons, titles of
///   documents). Names of bodies and the standard's own words stay.
///
/// Nothing in it refers to what is not in it: a case that follows another, and a change of a licence that another case asked for, name that case as an
/// attribute, and in a relation only where it is among those given.
///
/// A case that is given twice counts once, at its later version; so does a dossier. The order in which they come changes nothing: events stand by time,
/// then by case and version; objects by type and id. It is held whole: a large store is exported in parts, by the month of filing for one; put
/// together, they are one log once objects of one id are united.
///
/// ```
/// use tongquan::{AnyCase, exports::{Ocel, ocel::{EventType, ObjectType}}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let log = Ocel::of([case.record()], []);
/// assert_eq!(log.events().len(), case.record().version());
/// assert_eq!(log.events()[0].kind, EventType::File);
/// assert_eq!(log.objects_of(ObjectType::Seal).map(|it| it.id.as_str()).collect::<Vec<_>>(), ["seal:natural_resources:7"]);
/// let written = serde_json::to_value(&log)?;
/// assert_eq!(written["events"][0]["id"], "step:2024-000001:1");
/// // the same again, whatever was given twice
/// assert_eq!(Ocel::of([case.record(), case.record()], []), log);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ocel {
    object_types: Vec<Declaration<ObjectType>>,
    event_types: Vec<Declaration<EventType>>,
    objects: Vec<Object>,
    events: Vec<Event>,
}

impl Ocel {
    /// Of these cases, and of the dossiers of licences that they issued.
    pub fn of<'r>(
        records: impl IntoIterator<Item = &'r Record>,
        licences: impl IntoIterator<Item = &'r Dossier<Licence>>,
    ) -> Self {
        let records = latest(records, |it| (it.id(), it.version()));
        let licences = latest(licences, |it| (&it.minutes().opening.step.case, it.version()));
        let mut log = Log::of_cases(records.keys().copied());
        records.values().for_each(|it| cases::tell(it, &mut log));
        licences.values().for_each(|it| licences::tell(it, &mut log));
        let (objects, events) = log.finish();
        Self {
            object_types: ObjectType::all().map(|it| Declaration { name: it, attributes: it.attributes() }).collect(),
            event_types: EventType::all().map(|it| Declaration { name: it, attributes: it.attributes() }).collect(),
            objects,
            events,
        }
    }

    /// Every type of object that a log can have, with its attributes.
    pub fn object_types(&self) -> &[Declaration<ObjectType>] {
        &self.object_types
    }
    /// Every type of event that a log can have, with its attributes.
    pub fn event_types(&self) -> &[Declaration<EventType>] {
        &self.event_types
    }
    /// The objects, by type and id.
    pub fn objects(&self) -> &[Object] {
        &self.objects
    }
    /// Those of a type.
    pub fn objects_of(&self, kind: ObjectType) -> impl Iterator<Item = &Object> {
        self.objects.iter().filter(move |it| it.kind == kind)
    }
    /// The events, in the order of time.
    pub fn events(&self) -> &[Event] {
        &self.events
    }
}

/// Of each number, what came at its latest version; of one version, what came first.
fn latest<'r, T>(
    all: impl IntoIterator<Item = &'r T>,
    key: impl Fn(&'r T) -> (&'r Mark, usize),
) -> BTreeMap<&'r Mark, &'r T> {
    let mut latest = BTreeMap::new();
    for it in all {
        let (number, version) = key(it);
        let known = latest.entry(number).or_insert(it);
        if key(known).1 < version {
            *known = it;
        }
    }
    latest
}
