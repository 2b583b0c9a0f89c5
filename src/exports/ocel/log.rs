use std::collections::{BTreeMap, BTreeSet};

use super::{
    Attribute, Dated, Declared, Event, EventType, Object, ObjectType, Qualifier, Relation, Since, Value, bodies,
};
use crate::{body::Body, text::Mark, time::Moment};

/// A log that grows.
pub(super) struct Log<'r> {
    /// The cases that are told.
    cases: BTreeSet<&'r Mark>,
    objects: BTreeMap<(ObjectType, String), Object>,
    /// What each body was called, and since when.
    called: BTreeMap<String, BTreeMap<Body, Moment>>,
    events: BTreeMap<Order<'r>, Event>,
}

/// 事件次序: by time, then case, then the case before its licence, then version.
type Order<'r> = (Moment, &'r Mark, bool, usize);

impl<'r> Log<'r> {
    pub(super) fn of_cases(cases: impl Iterator<Item = &'r Mark>) -> Self {
        let cases = cases.collect();
        Self { cases, objects: BTreeMap::new(), called: BTreeMap::new(), events: BTreeMap::new() }
    }

    /// Whether a case is told: only then is it referred to.
    pub(super) fn tells(&self, case: &Mark) -> bool {
        self.cases.contains(case)
    }

    /// An object, known from now on.
    pub(super) fn object(&mut self, kind: ObjectType, id: &str) -> &mut Object {
        let begin = || Object { id: id.to_owned(), kind, attributes: Vec::new(), relations: Vec::new() };
        self.objects.entry((kind, id.to_owned())).or_insert_with(begin)
    }

    /// The id of a body that an event names.
    pub(super) fn body(&mut self, body: &Body, at: Moment) -> String {
        let id = bodies::id(body);
        let called = self.called.entry(id.clone()).or_default();
        match called.get_mut(body) {
            Some(since) => *since = at.min(*since),
            None => drop(called.insert(body.clone(), at)),
        }
        id
    }

    pub(super) fn event(&mut self, at: Moment, case: &'r Mark, licence: bool, version: usize, event: Event) {
        self.events.insert((at, case, licence, version), event);
    }

    pub(super) fn finish(mut self) -> (Vec<Object>, Vec<Event>) {
        for (id, called) in std::mem::take(&mut self.called) {
            bodies::tell(self.object(ObjectType::Body, &id), &called);
        }
        (self.objects.into_values().collect(), self.events.into_values().collect())
    }
}

impl Event {
    pub(super) fn new(id: String, kind: EventType, time: Moment) -> Self {
        Self { id, kind, time, attributes: Vec::new(), relations: Vec::new() }
    }

    pub(super) fn tell(&mut self, it: Declared, value: impl Into<Value>) {
        self.attributes.push(Attribute { name: it.name, value: value.into() });
    }

    /// Names an object, unless it is named already: readers keep one relation of an event to an object.
    pub(super) fn relate(&mut self, object: String, qualifier: Qualifier) {
        relate(&mut self.relations, object, qualifier);
    }
}

impl Object {
    /// It is so; what was known before and is the same is not told again, and of one moment the last counts.
    pub(super) fn tell(&mut self, it: Declared, time: Since, value: impl Into<Value>) {
        let told = Dated { name: it.name, time, value: value.into() };
        if self.attributes.contains(&told) {
            return;
        }
        self.attributes.retain(|known| (known.name, known.time) != (told.name, time));
        let known = self.attributes.iter().rfind(|known| known.name == told.name);
        if known.is_none_or(|known| known.value != told.value) {
            self.attributes.push(told);
        }
    }

    /// The same of a word that may be none: that it is none is told where it was something.
    pub(super) fn tell_word(&mut self, it: Declared, time: Since, word: Option<String>) {
        let known = self.attributes.iter().any(|known| known.name == it.name);
        if let Some(word) = word.or_else(|| known.then(|| NONE.to_owned())) {
            self.tell(it, time, word);
        }
    }

    pub(super) fn relate(&mut self, object: String, qualifier: Qualifier) {
        relate(&mut self.relations, object, qualifier);
    }
}

const NONE: &str = "none";

fn relate(relations: &mut Vec<Relation>, object: String, qualifier: Qualifier) {
    if !relations.iter().any(|it| it.object == object) {
        relations.push(Relation { object, qualifier });
    }
}
