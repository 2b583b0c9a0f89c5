//! Reports and pushes (rulebook 5, 11; C4, C12; S5, S6, S17–S19, S53, S57): what is owed from the
//! decision on, to whom, and how each runs.

use std::collections::BTreeSet;

use super::beside::{hands, origin};
use super::items::ORIGINAL;

pub(crate) const REPORT: &str = "report";
pub(crate) const PUSHES: [&str; 4] = ["county_supervisor", "county_enforcement", "city_supervisor", "city_enforcement"];
const DECIDED: [&str; 5] = ["decided", "sealed", "licensed", "concluded", "closed"];

/// CHOICE: 批后报备 follows the decision, 准予 or not: rulebook 5 has the region report "items that
/// it decided". `true` reads 批 as 批准, and an unfavourable decision is not reported.
const ONLY_APPROVALS_ARE_REPORTED: bool = false;

/// What is owed, sent or not: "report", and a push to each of `PUSHES`. `bureau`: the body that
/// decides is the region's approval bureau (a zone's counts as one).
///
/// CHOICE: two pushes to one body (a department that both supervises and enforces) are two.
/// CHOICE: a push is owed although its seat is empty; it then has nobody to be sent to.
pub(crate) fn owed(route: &str, bureau: bool, stage: &str, favourable: bool) -> BTreeSet<&'static str> {
    let mut all = BTreeSet::new();
    if !DECIDED.contains(&stage) {
        return all;
    }
    let decides = hands(route).decides;
    // C4, S17: formerly the city's, decided by the region, whoever of it handles.
    let reported = favourable || !ONLY_APPROVALS_ARE_REPORTED;
    if origin(route) == "city" && decides == "region" && reported {
        all.insert(REPORT);
    }
    // C12: 同权 items that the bureau handled, whatever the result. A county-original item is none;
    // a three-tier item is one where the county's bureau decides (S53). S18: the city's cases none.
    if bureau && route != ORIGINAL && matches!(decides, "region" | "county") {
        all.extend(PUSHES);
    }
    all
}

/// To whom; `None`: nobody is named, and there is no default. `department`: the item's in annex 1,
/// if it has one; `named`: who the plan names for this seat.
///
/// CHOICE: a report goes to the item's city department, also where that is 市行政审批服务局.
/// S5: an annex department sits at the city by default, for supervision and for enforcement.
pub(crate) fn addressee<'a>(message: &str, department: Option<&'a str>, named: Option<&'a str>) -> Option<&'a str> {
    match message {
        REPORT => department,
        "county_supervisor" | "county_enforcement" => named,
        "city_supervisor" | "city_enforcement" => named.or(department.filter(|name| *name != "市行政审批服务局")),
        other => panic!("no such message: {other}"),
    }
}

/// One message: state, event, by whom, state after. What is not here is refused.
const RUN: [(&str, &str, &str, &str); 4] = [
    ("open", "send", "sender", "sent"),
    ("sent", "acknowledge", "addressee", "acknowledged"),
    // with a reason (S19)
    ("sent", "reject", "addressee", "rejected"),
    // sent again, to the same body or to whoever sits there now
    ("rejected", "send", "sender", "sent"),
];

pub(crate) const STATES: [&str; 4] = ["open", "sent", "acknowledged", "rejected"];

/// CHOICE: it is not rejected once acknowledged, nor sent twice without an answer.
pub(crate) fn after(state: &str, event: &str, by: &str) -> Option<&'static str> {
    assert!(STATES.contains(&state), "no such state: {state}");
    RUN.iter().find(|row| row.0 == state && row.1 == event && row.2 == by).map(|row| row.3)
}

/// "every report and push acknowledged"; a case with none may close.
pub(crate) fn may_close(states: &[&str]) -> bool {
    states.iter().all(|state| *state == "acknowledged")
}

/// 监管信息反馈: from a body that was sent a push, after closing too. CHOICE: whatever it answered
/// to the push, and if it did not yet answer; not on a report.
pub(crate) fn may_feed_back(message: &str, state: &str) -> bool {
    PUSHES.contains(&message) && state != "open"
}

/// S6: late only where the service set a limit, here the last day of it.
pub(crate) fn late(state: &str, last: Option<chrono::NaiveDate>, day: chrono::NaiveDate) -> bool {
    state != "acknowledged" && last.is_some_and(|last| day > last)
}
