//! The course of a case (rulebook 5), and what the region owes afterwards.

use super::items::{CHOOSE, DIRECT, REVIEW};

/// CHOICE: a licence may be deemed accepted while its papers still lie at a venue that was to pass
/// them on (S27: transit counts). "pass on: window, entrusted intake and foreign venues" names no
/// stage, so that venue still passes them on, out of "accepted". `false`: it passes on before
/// acceptance only, and what was deemed accepted needs no passing on.
pub(super) const DEEMED_IN_TRANSIT_IS_STILL_PASSED_ON: bool = true;

/// Step, role, stage reached: `file` has no stage to start from, so it is not among `arcs`.
pub const OPENING: (&str, &str, &str) = ("file", "intake", "filed");

/// Stage, step, role, stage reached. The union over all routes: whether an arc is open to one
/// case (a licence is due, which seal, whether papers lie at another window) is not said here.
///
/// CHOICE: "delivered" and "concluded" are one stage, as no step of rulebook 5 lies between them.
/// CHOICE: feeding back is no step of its own: on a message it is to acknowledge it or to reject
/// it, and supervision's own findings are records that never move a case.
pub fn arcs() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
    let mut all = vec![
        // A foreign venue that does not accept.
        ("filed", "pass_on", "intake", "filed"),
        ("filed", "ask_for_corrections", "accepting", "correcting"),
        ("filed", "accept", "accepting", "accepted"),
        // One notice only; handing in keeps the stage, for there may be more to come.
        ("correcting", "hand_in_corrections", "applicant", "correcting"),
        ("correcting", "accept", "accepting", "accepted"),
        // Entrusted intake: accepted by a window that does not decide.
        ("accepted", "pass_on", "accepting", "accepted"),
        ("accepted", "take_review_step", "deciding", "accepted"),
        ("accepted", "decide_favourably", "deciding", "decided"),
        ("accepted", "decide_unfavourably", "deciding", "decided"),
        ("decided", "affix_seal", "sealing", "sealed"),
        ("decided", "affix_seal_no2", "sealing", "sealed"),
        ("sealed", "issue_licence", "deciding", "licensed"),
        // No licence results, or the decision is unfavourable.
        ("sealed", "deliver", "window", "concluded"),
        ("licensed", "deliver", "window", "concluded"),
        ("concluded", "close", "deciding", "closed"),
        // Trivial errors; the notice is not used up.
        ("filed", "correct_on_spot", "intake", "filed"),
        // 不予受理: before the notice, or after it (S15).
        ("filed", "not_accept", "accepting", "not_accepted"),
        ("correcting", "not_accept", "accepting", "not_accepted"),
        // The clock stops and nothing else changes.
        ("accepted", "suspend", "deciding", "suspended"),
        ("suspended", "resume", "deciding", "accepted"),
        ("suspended", "withdraw", "applicant", "withdrawn"),
        // 撤件 (ours): before the decision.
        ("filed", "withdraw", "applicant", "withdrawn"),
        ("correcting", "withdraw", "applicant", "withdrawn"),
        ("accepted", "withdraw", "applicant", "withdrawn"),
        // APL32d: five working days without notice. CHOICE: out of "filed" alone; in "correcting"
        // there was a notice, and a late one is refused.
        ("filed", "deem_accepted", "anyone", "accepted"),
        // 补正逾期 (S3)
        ("correcting", "lapse", "accepting", "lapsed"),
        // CHOICE: not while suspended: the clock stands, "and nothing else changes".
        ("accepted", "extend", "deciding", "accepted"),
    ];
    if DEEMED_IN_TRANSIT_IS_STILL_PASSED_ON {
        all.push(("accepted", "pass_on", "intake", "accepted"));
    }
    // S4. CHOICE: "before the decision" is every stage before it, as with withdrawing: before the
    // acceptance too (by the deciding body even so), and while suspended (the clock stays stopped).
    for stage in ["filed", "correcting", "accepted", "suspended"] {
        all.push((stage, "transfer", "deciding", stage));
    }
    // CHOICE: 办理…后 and 批后 are read as "after the decision", sealed or not.
    for stage in ["decided", "sealed", "licensed", "concluded"] {
        all.push((stage, "report", "reporting", stage));
        all.push((stage, "push", "pushing", stage));
        all.push((stage, "acknowledge", "addressee", stage));
    }
    all
}

/// C12: 同权 items that the region's approval bureau handled, whatever the result.
/// S18: none for what the city decided.
///
/// CHOICE: items of annex 2 are 同权 too (市县镇三级同权), so they are pushed where the region
/// decides and the bureau handles; county-original items are not 同权 and are not.
pub fn pushes(standing: &str, region_decides: bool, handler_is_bureau: bool) -> bool {
    matches!(standing, DIRECT | REVIEW | CHOOSE) && region_decides && handler_is_bureau
}

/// C4 and S17: formerly-city items that the region decided, in zones too, whoever handles them.
///
/// CHOICE: annex 2 names no city department, so its items do not count as formerly the city's.
pub fn reports(standing: &str, region_decides: bool, _handler_is_bureau: bool) -> bool {
    matches!(standing, DIRECT | REVIEW) && region_decides
}
