//! Statistics by a naive recount (rulebook 11): the text of a journal, read anew for every question.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value;

use super::messages::{PUSHES, REPORT, after};
use super::stages::{DECIDED, NOTHING, Went, early, lacks, walk};
use super::statistics_clock::{Clocks, counted, limit, periods, promised};
use super::statistics_seeds::managing;

/// CHOICE: where a broken journal runs backwards, its history is what stands before the first entry after the day.
/// `false`: every entry of the day or before it, wherever it stands.
const HISTORY_ENDS_AT_THE_FIRST_LATER_ENTRY: bool = true;
/// CHOICE: what has no place is left out of the walk, and so is not a step that was taken.
const LEFT_OUT_IS_COUNTED: bool = false;

/// One case on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) case: String,
    pub(crate) region: String,
    pub(crate) item: String,
    /// Empty: the item has none.
    pub(crate) department: String,
    pub(crate) standing: String,
    pub(crate) kind: String,
    pub(crate) month: String,
    pub(crate) stage: String,
    /// How often each step was taken, the filing aside.
    pub(crate) steps: BTreeMap<String, u64>,
    pub(crate) periods: BTreeMap<&'static str, &'static str>,
    /// "filing_acceptance", "filing_decision", "acceptance_decision", "filing_delivery", "counted_working_day",
    /// "counted_day": whole days.
    pub(crate) spans: BTreeMap<&'static str, i64>,
    /// ("report" or "push", state), how many.
    pub(crate) messages: BTreeMap<(&'static str, &'static str), u64>,
}

pub(super) struct Entry<'a> {
    pub(super) step: &'a str,
    pub(super) day: NaiveDate,
    pub(super) said: &'a Value,
    pub(super) found: &'a Value,
}

fn read(entry: &Value) -> Entry<'_> {
    let (step, what) = entry.as_object().and_then(|all| all.iter().next()).expect("an entry names its step");
    let at = what["stamp"]["at"].as_str().expect("a stamp has a time");
    let at = DateTime::parse_from_rfc3339(at).unwrap_or_else(|e| panic!("{at}: {e}"));
    let beijing = FixedOffset::east_opt(8 * 3600).expect("UTC+8");
    Entry { step, day: at.with_timezone(&beijing).date_naive(), said: &what["step"], found: &what["found"] }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}

/// "direct", "window", "review", "intake", "not_devolved", "reserved" or "original"; for a three-tier item
/// "township_direct" and so on, as its region chose; "unresolved" where nobody decides (S23).
///
/// CHOICE: a gap of readiness (no handler, no posted staff) makes the route the city's and leaves the standing.
/// CHOICE: a crossing matter is reserved also where the item is not devolved anyway.
fn standing(brief: &Value, place: &Value, scope: &Value) -> String {
    let cell = &brief["item"]["cell"]["standing"];
    let mut touched = BTreeSet::from([managing(place)]);
    for other in scope.as_array().into_iter().flatten() {
        touched.insert(other.as_str().map_or_else(|| managing(other), str::to_owned));
    }
    let formerly_city = cell.get("devolved").is_some() || ["not_devolved", "reserved"].contains(&text(cell).as_str());
    match (touched.len() > 1, formerly_city) {
        (true, true) => return "reserved".to_owned(),
        (true, false) => return "unresolved".to_owned(),
        (false, _) => (),
    }
    if text(cell) == "region_chooses" {
        return match way(brief) {
            Some((way, _)) => format!("township_{way}"),
            None => "unresolved".to_owned(),
        };
    }
    cell.get("devolved").map_or_else(|| text(cell), text)
}

/// What the region chose for a three-tier item, and the kind of the county body that it names.
fn way(brief: &Value) -> Option<(String, String)> {
    let way = brief["undertaking"]["chosen"].get("way")?;
    match way.as_object().and_then(|all| all.iter().next()) {
        None => Some((text(way), String::new())),
        Some((name, what)) => Some((name.clone(), text(&what["county"]["kind"]))),
    }
}

/// What is owed from the decision on: "report" and the four pushes (C4, C12, S17, S18, S53).
///
/// CHOICE: a window that decides in the name of the competent body leaves what that body owes; one where the item's
/// own city department decides (S38) makes the case one that the city decided.
fn owed(brief: &Value, admission: &Value, standing: &str) -> BTreeSet<&'static str> {
    let handler = &brief["undertaking"]["handler"];
    let city_window = admission["handling"]["decide"] == "department";
    // S11: without a handling body the region decides nothing
    let region_decides = ["direct", "review"].contains(&standing) && !handler.is_null() && !city_window;
    let county_decides = ["township_window", "township_intake"].contains(&standing);
    let decider = match () {
        () if region_decides => text(&handler["kind"]),
        () if county_decides => way(brief).map(|(_, kind)| kind).unwrap_or_default(),
        () => String::new(),
    };
    let mut all = BTreeSet::new();
    if region_decides {
        all.insert(REPORT);
    }
    if decider == "approval_bureau" {
        all.extend(PUSHES);
    }
    all
}

/// The case as of the end of a day; `None`: it was filed after it.
pub(crate) fn count(journal: &Value, day: NaiveDate) -> Option<Counted> {
    let entries: Vec<_> = journal.as_array().expect("a journal is a list").iter().map(read).collect();
    let opening = entries.first().filter(|entry| entry.step == "file").expect("a journal begins with the filing");
    if opening.day > day {
        return None;
    }
    let later = &entries[1..];
    let until = later.iter().position(|entry| entry.day > day).unwrap_or(later.len());
    let known: Vec<_> = if HISTORY_ENDS_AT_THE_FIRST_LATER_ENTRY {
        later[..until].iter().collect()
    } else {
        later.iter().filter(|entry| entry.day <= day).collect()
    };

    let mut brief = opening.found;
    let mut stage = walked(NOTHING, "file").1;
    let mut clocks = Clocks { licence: brief["item"]["kind"] == "licence", filed: opening.day, ..Clocks::default() };
    let mut missing = BTreeSet::new();
    let mut steps = BTreeMap::new();
    let mut taken = vec![];
    let mut ahead_of_time: Option<&str> = None;
    for (n, entry) in known.into_iter().enumerate() {
        let (at, to) = walked(stage, entry.step);
        let mut left_out = at.is_none();
        if at.is_some_and(|at| at != stage) {
            // what comes next is asked of the whole journal, of which this is a part
            let next = later.get(n + 1).map(|next| next.step);
            if ahead_of_time.is_some_and(|before| lacks(stage, before, entry.step)) {
                ahead_of_time = None;
            } else if early(stage, entry.step, next) {
                ahead_of_time = Some(entry.step);
                left_out = true;
            }
        }
        if !left_out || LEFT_OUT_IS_COUNTED {
            *steps.entry(entry.step.to_owned()).or_insert(0) += 1;
        }
        if left_out {
            continue;
        }
        // to leave "suspended" without resuming ends the stop all the same
        if stage == "suspended" && at != Some("suspended") {
            resume(&mut clocks, entry.day);
        }
        stage = to;
        if entry.step == "transfer" {
            brief = entry.found;
            clocks.licence = brief["item"]["kind"] == "licence";
        }
        note(&mut clocks, &mut missing, entry, brief, stage);
        taken.push(entry);
    }

    let standing = standing(brief, &opening.said["place"], &opening.said["scope"]);
    // S51: the permission of the venue stays that of the filing day
    let owed = owed(brief, &opening.found["admission"], &standing);
    let messages = if DECIDED.contains(&stage) { messages(&owed, &taken) } else { BTreeMap::new() };
    Some(Counted {
        case: text(&opening.said["case"]),
        region: managing(&opening.said["place"]),
        item: text(&opening.said["item"]),
        department: text(&brief["item"]["department"]),
        standing,
        kind: text(&brief["item"]["kind"]),
        month: opening.day.format("%Y-%m").to_string(),
        stage: stage.to_owned(),
        steps,
        periods: periods(&clocks, &brief["standard"], day).into_iter().collect(),
        spans: spans(&clocks, &brief["standard"]),
        messages,
    })
}

/// The stage in which the step is taken, if any, and the stage after.
fn walked<'a>(stage: &'a str, step: &str) -> (Option<&'a str>, &'a str) {
    match walk(stage, step) {
        Went::On(to) => (Some(stage), to),
        Went::Jumped { at, to } => (Some(at), to),
        Went::LeftOut => (None, stage),
    }
}

fn resume(clocks: &mut Clocks, day: NaiveDate) {
    for stop in &mut clocks.stops {
        stop.1.get_or_insert(day);
    }
}

/// What one entry says about the clocks.
fn note(clocks: &mut Clocks, missing: &mut BTreeSet<String>, entry: &Entry<'_>, brief: &Value, stage: &str) {
    let day = entry.day;
    let standard = &brief["standard"];
    match entry.step {
        "ask_for_corrections" => {
            clocks.asked = Some(day);
            clocks.corrections = limit(&standard["corrections"]);
            *missing = list(&entry.said["materials"]);
        }
        "hand_in_corrections" => {
            let supplied = list(&entry.said["materials"]);
            missing.retain(|paper| !supplied.contains(paper));
        }
        // S51: what the later standard no longer names is not waited for
        "transfer" if !standard.is_null() => {
            let named: BTreeSet<_> = list(&standard["required"]).union(&list(&standard["optional"])).cloned().collect();
            missing.retain(|paper| named.contains(paper));
        }
        "accept" | "deem_accepted" => {
            clocks.accepted = Some(day);
            clocks.clock_from = Some(if entry.step == "accept" { day } else { clocks.filed });
        }
        "suspend" => clocks.stops.push((day, None)),
        "resume" => resume(clocks, day),
        "extend" => {
            let more = entry.said["working_days"].as_i64().expect("an extension has days");
            clocks.extension.get_or_insert((day, more));
        }
        "decide_favourably" | "decide_unfavourably" => {
            clocks.decided = Some(day);
            clocks.favourable = entry.step == "decide_favourably";
        }
        "deliver" => clocks.delivered = Some(day),
        _ => (),
    }
    if stage != "filed" {
        clocks.answered.get_or_insert(day);
    }
    if let Some(asked) = clocks.asked {
        // S48: a paper that the standard does not require holds nothing up; without a handbook all that was asked does
        let required = list(&standard["required"]);
        let waits = missing.iter().any(|paper| standard.is_null() || required.contains(paper));
        if !waits {
            clocks.corrected.get_or_insert(day.max(asked));
        }
    }
    if ["not_accepted", "withdrawn", "lapsed", "closed"].contains(&stage) {
        clocks.ended.get_or_insert(day);
    }
}

fn spans(clocks: &Clocks, standard: &Value) -> BTreeMap<&'static str, i64> {
    let mut all = BTreeMap::new();
    let filed = Some(clocks.filed);
    for (span, first, last) in [
        ("filing_acceptance", filed, clocks.accepted),
        ("filing_decision", filed, clocks.decided),
        ("acceptance_decision", clocks.accepted, clocks.decided),
        ("filing_delivery", filed, clocks.delivered),
    ] {
        if let (Some(first), Some(last)) = (first, last)
            && first <= last
        {
            all.insert(span, (last - first).num_days());
        }
    }
    if let (Some(from), Some(to), Some(limit)) = (clocks.clock_from, clocks.decided, promised(standard))
        && from <= to
        && let Some(days) = counted(&limit.unit, from, to, &clocks.stops)
    {
        all.insert(if limit.unit == "day" { "counted_day" } else { "counted_working_day" }, days);
    }
    all
}

/// How what is owed stands after the entries that were taken.
///
/// CHOICE: one push is sent to each seat that is named and has none on the way: again to who rejected it, for the
/// first time to who sits there now, and not again to who has it.
fn messages(owed: &BTreeSet<&'static str>, taken: &[&Entry<'_>]) -> BTreeMap<(&'static str, &'static str), u64> {
    let mut states: BTreeMap<_, _> = owed.iter().map(|message| (*message, "open")).collect();
    for entry in taken {
        for (message, state) in &mut states {
            let event = match entry.step {
                "report" if *message == REPORT => ("send", "sender"),
                "push" if *message != REPORT && !entry.found["said"][*message].is_null() => ("send", "sender"),
                "acknowledge" if addressed(&entry.said["message"], message) => {
                    (if entry.said["reply"] == "acknowledged" { "acknowledge" } else { "reject" }, "addressee")
                }
                _ => continue,
            };
            *state = after(state, event.0, event.1).unwrap_or(state);
        }
    }
    let mut all = BTreeMap::new();
    for (message, state) in states {
        let kind = if message == REPORT { "report" } else { "push" };
        *all.entry((kind, if state == "open" { "owed" } else { state })).or_insert(0) += 1;
    }
    all
}

fn addressed(said: &Value, message: &str) -> bool {
    said == message || said["push"] == message
}
