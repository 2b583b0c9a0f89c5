use std::collections::BTreeMap;

use super::{Object, Since, types};
use crate::{body::Body, exports::word::Word, time::Moment};

/// The id of a body: the same under whatever name.
pub(super) fn id(body: &Body) -> String {
    match body {
        Body::Department(it) => format!("body:department:{}", Word(it)),
        Body::City(it) => format!("body:city:{}", it.id),
        Body::Unit(it) => format!("body:unit:{}:{}", Word(&it.region), it.id),
        Body::Partner(it) => format!("body:partner:{}", it.id),
    }
}

/// What a body is, and what it was called since when.
pub(super) fn tell(object: &mut Object, called: &BTreeMap<Body, Moment>) {
    let mut called: Vec<(&Body, &Moment)> = called.iter().collect();
    called.sort_by_key(|(body, at)| (*at, *body));
    for (nth, (body, at)) in called.into_iter().enumerate() {
        let since = if nth == 0 { Since::Ever } else { Since::At(*at) };
        let tier = match body {
            Body::Department(_) => "department",
            Body::City(_) => "city",
            Body::Unit(_) => "unit",
            Body::Partner(_) => "partner",
        };
        object.tell(types::TIER, since, tier);
        if let Body::Unit(unit) = body {
            object.tell(types::REGION, since, Word(&unit.region).to_string());
            object.tell(types::UNIT_KIND, since, Word(&unit.kind).to_string());
        }
        object.tell(types::NAME, since, body.label());
    }
}
