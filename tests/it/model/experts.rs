//! Experts and advisers (rulebook 9; C8, C10; S60, S61).

use std::collections::BTreeSet;

/// S60 has an exception to any of it, so it may also relieve the applicant. `false` reads 原则上 (C8) as of the
/// department's paying alone, and what the standard puts on the applicant as coming first.
const EXCEPTION_RELIEVES_APPLICANT: bool = true;

/// Who pays for an expert.
///
/// `decides`: "department", "region", "township" or "county"; `origin`: "city", "county" or
/// "three_tier"; `exception`: who is recorded to pay instead, and why.
///
/// CHOICE: an exception does not put on the applicant what the standard does not (C7: 只减不增).
pub(crate) fn payer<'a>(
    decides: &str,
    origin: &str,
    applicant_pays: bool,
    exception: Option<(&'a str, &str)>,
) -> Result<&'a str, &'static str> {
    assert!(["department", "region", "township", "county"].contains(&decides), "no such body: {decides}");
    assert!(["city", "county", "three_tier"].contains(&origin), "no such origin: {origin}");
    match exception {
        Some((_, why)) if why.trim().is_empty() => return Err("no_reason"),
        Some(("applicant", _)) => return Err("applicant_by_exception"),
        _ => (),
    }
    let exception = exception.filter(|_| !applicant_pays || EXCEPTION_RELIEVES_APPLICANT);
    Ok(match (applicant_pays, exception, decides, origin) {
        (true, None, ..) => "applicant",
        (_, Some((other, _)), ..) => other,
        // What a city department decides it pays for; what a region decides of what was the city's
        // it pays for too, as a rule (C8).
        (_, _, "department", _) | (_, _, _, "city") => "department",
        // The region's own and three-tier items, the township deciding or not.
        _ => "region",
    })
}

/// May this person, or organisation, be an expert of the case?
///
/// CHOICE: an agent is not named by S60, and the officers of an on-site check are reviewers. CHOICE:
/// it is asked when the expert is called; who reviews the case later is another question.
pub(crate) fn may_be_expert(who: &str, reviewed: &[&str], decided: &[&str], applicant: &str) -> bool {
    !reviewed.contains(&who) && !decided.contains(&who) && who != applicant
}

/// S60: by the deciding body, before the decision. CHOICE: from the filing on, and while suspended;
/// a case that ended without a decision has no use for one.
pub(crate) fn may_call(by: &str, decides: &str, stage: &str) -> bool {
    by == decides && matches!(stage, "filed" | "correcting" | "accepted" | "suspended")
}

/// A row of the register of advisers, for one item; those recorded later stand later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Advisers {
    pub(crate) from: i64,
    pub(crate) names: BTreeSet<&'static str>,
    pub(crate) reason: bool,
}

/// The row last begun, of one day the one recorded last (S61).
pub(crate) fn advisers(rows: &[Advisers], day: i64) -> Option<&Advisers> {
    rows.iter().filter(|row| row.from <= day).reduce(|sooner, row| if sooner.from <= row.from { row } else { sooner })
}

/// 至少一名, and 不得随意替换: why a new row is refused, held against those recorded before it.
///
/// CHOICE: "the row before" is the one in force on the new row's first day.
pub(crate) fn row_refused(before: &[Advisers], new: &Advisers) -> Option<&'static str> {
    if new.names.is_empty() {
        return Some("nobody");
    }
    let replaces = advisers(before, new.from).is_some_and(|row| !row.names.is_subset(&new.names));
    (replaces && !new.reason).then_some("no_reason")
}
