//! Findings and ceilings (rulebook 8, 11; C2, C6, C7, C12; S25, S56, S57).

use std::collections::BTreeSet;

pub(crate) const TARGETS: [&str; 5] = ["case", "seal", "standard", "ceiling", "obstruction"];

/// Who may make a finding. "department": the item's, for a case; the seal's; the one that set the
/// ceiling or wrote the handbook. "approval_bureau" is 市行政审批服务局, "general_office"
/// 市政府办公室, "region_body" any body of any region (CHOICE: S57 says 区域的单位, not whose).
///
/// `seated`: the case has supervisors and enforcement bodies, those of its pushes. CHOICE: a case
/// that is not pushed has none, and is left to the city's three. `has_department`: a county-original
/// or three-tier item has none.
pub(crate) fn makers(target: &str, seated: bool, has_department: bool) -> BTreeSet<&'static str> {
    let mut who = BTreeSet::new();
    match target {
        "case" => {
            who.extend(["approval_bureau", "general_office"]);
            if seated {
                who.extend(["county_supervisor", "county_enforcement", "city_supervisor", "city_enforcement"]);
            }
            if has_department {
                who.insert("department");
            }
        }
        "seal" | "standard" | "ceiling" => who.extend(["department", "approval_bureau", "general_office"]),
        // C2: 不得…阻碍. Those whom it obstructs, and the lead of the clause.
        "obstruction" => who.extend(["region_body", "general_office"]),
        other => panic!("no such target: {other}"),
    }
    who
}

/// Whom a finding may be against, if it says so: that body corrects it.
///
/// CHOICE: a case: whoever took in, accepted or decided it; a seal: the region that holds it, or the
/// department while nobody does; a standard: whose it is (a region's own, or the handbook); a
/// ceiling: the region that exceeds it; obstruction: a city department alone.
pub(crate) fn against(target: &str) -> &'static [&'static str] {
    match target {
        "case" => &["region", "department", "township", "county"],
        "seal" | "standard" => &["region", "department"],
        "ceiling" => &["region"],
        "obstruction" => &["department"],
        other => panic!("no such target: {other}"),
    }
}

pub(crate) const STATES: [&str; 4] = ["open", "corrected", "closed", "withdrawn"];

/// State, step, by whom, state after; "" is before there is a finding.
///
/// CHOICE: it is not closed uncorrected, and who made it returns a correction. CHOICE: the two may
/// be one body: S57 lets a department make findings on its own seals and handbooks. S57: who made it
/// may withdraw it; CHOICE: at any time until it is closed.
const COURSE: [(&str, &str, &str, &str); 6] = [
    ("", "make", "maker", "open"),
    ("open", "correct", "against", "corrected"),
    ("corrected", "return", "maker", "open"),
    ("corrected", "close", "maker", "closed"),
    ("open", "withdraw", "maker", "withdrawn"),
    ("corrected", "withdraw", "maker", "withdrawn"),
];

pub(crate) fn after(state: &str, step: &str, by: &str) -> Option<&'static str> {
    assert!(state.is_empty() || STATES.contains(&state), "no such state: {state}");
    COURSE.iter().find(|row| row.0 == state && row.1 == step && row.2 == by).map(|row| row.3)
}

/// May a finding propose that a seal be suspended (C6: 发现问题及时纠正; S21)? To propose changes
/// nothing: the department suspends.
///
/// `seal_state`: of `seal.rs`. S57 names who makes findings on seals, so one against a case, which a
/// county body may make, proposes nothing about its seal: that is a finding of its own. CHOICE: when
/// the finding is made or while it is open or corrected, not once it is closed or withdrawn. CHOICE:
/// only a seal in service can be suspended, so no other is proposed.
pub(crate) fn may_propose_suspension(target: &str, state: &str, seal_state: &str) -> bool {
    assert!(TARGETS.contains(&target), "no such target: {target}");
    target == "seal" && matches!(state, "open" | "corrected") && seal_state == "in_service"
}

/// S57: 监管信息反馈 comes from a body that was sent a push (also `messages::may_feed_back`).
pub(crate) fn may_feed_back(body: &str, pushed_to: &[&str]) -> bool {
    pushed_to.contains(&body)
}

/// S25, S56: what a count within the period of a ceiling calls for. It bars no step.
pub(crate) fn ceiling(count: usize, most: usize, department_wants_a_finding: bool) -> &'static str {
    match (count > most, department_wants_a_finding) {
        (false, _) => "within",
        (true, false) => "flag",
        (true, true) => "finding",
    }
}

/// Both days of the period are within it, and what happened on them counts.
pub(crate) fn counted(days: &[i64], first: i64, last: i64) -> usize {
    days.iter().filter(|day| (first..=last).contains(day)).count()
}

/// A sample is no larger than what it is drawn from; CHOICE: all of it is one, and none is not: C7
/// wants a check.
pub(crate) fn sample_possible(size: usize, population: usize) -> bool {
    (1..=population).contains(&size)
}
