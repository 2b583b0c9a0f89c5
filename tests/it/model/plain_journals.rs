//! What a journal says in a plain log: activity, minute, class of actor; and the row of its case.

use chrono::{DateTime, NaiveDate};
use serde_json::Value;

use super::plain::Row;
use super::statistics::count;

/// The row; `None`: the item is a three-tier one, the window decides directly, or a transfer changed the standing.
///
/// A gap of readiness makes it the city's (S11).
pub(crate) fn row(journal: &Value) -> Option<Row> {
    let found = &journal[0]["file"]["found"];
    let standing = |entries: &[Value]| {
        count(&Value::Array(entries.to_vec()), NaiveDate::MAX).map(|case| case.standing).expect("it is filed by then")
    };
    let entries = journal.as_array().expect("a journal is a list");
    let (first, last) = (standing(&entries[..1]), standing(entries));
    let modality = match first.as_str() {
        _ if first != last => return None,
        "window" if found["undertaking"]["posted"] == false => "city",
        "direct" | "review" | "intake" if found["undertaking"]["handler"].is_null() => "city",
        "not_devolved" | "reserved" => "city",
        "direct" => "direct",
        "window" => "window",
        "review" => "review",
        "intake" => "intake",
        "original" => "original",
        _ => return None,
    };
    let handling = &found["admission"]["handling"];
    if handling.get("decide").is_some() {
        return None;
    }
    // a window that the accepting body runs itself has nobody to pass papers on to
    let accepting = match modality {
        "city" | "window" => serde_json::json!({ "department": found["item"]["department"] }),
        _ => serde_json::json!({ "unit": found["undertaking"]["handler"] }),
    };
    // who both runs the venue and decides is of two classes at once
    let department = serde_json::json!({ "department": found["item"]["department"] });
    if modality == "intake" && is(&department, &found["admission"]["operator"]) {
        return None;
    }
    let foreign = handling == "pass_on" && !is(&accepting, &found["admission"]["operator"]);
    Some(Row { modality, foreign })
}

/// Activity, minute, class. A body that is two at once is the one that comes first: window, region, city.
pub(crate) fn events(journal: &Value) -> Vec<(String, i64, &'static str)> {
    let found = &journal[0]["file"]["found"];
    let foreign = row(journal).is_none_or(|row| row.foreign);
    let mut all = vec![];
    for entry in journal.as_array().expect("a journal is a list") {
        let (step, what) = entry.as_object().and_then(|one| one.iter().next()).expect("an entry names its step");
        let at = DateTime::parse_from_rfc3339(what["stamp"]["at"].as_str().expect("a time")).expect("a time");
        let by = &what["stamp"]["by"];
        let body = &by["official"]["body"];
        let class = match () {
            () if body.is_null() => "applicant",
            () if foreign && is(body, &found["admission"]["operator"]) => "window",
            () if is(body, &serde_json::json!({ "unit": found["undertaking"]["handler"] })) => "region",
            () if !body["department"].is_null() && body["department"] == found["item"]["department"] => "city",
            () if step == "acknowledge" => "addressee",
            () => "other",
        };
        all.push((step.clone(), at.timestamp().div_euclid(60), class));
    }
    all
}

/// A body is known by its id, under whatever name (S39).
fn is(one: &Value, other: &Value) -> bool {
    let named = |body: &Value| {
        let (sort, what) = body.as_object()?.iter().next()?;
        let id = what.get("id").unwrap_or(what);
        (!id.is_null()).then(|| (sort.clone(), id.clone(), what.get("region").cloned()))
    };
    named(one).is_some_and(|it| Some(it) == named(other))
}
