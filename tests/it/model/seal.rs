//! Seal No. 2 (rulebook 6, C6, S21): its life, who may not affix it, which agreement carries a use.

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub(crate) const STATES: [&str; 6] = ["none", "not_handed_over", "in_service", "suspended", "withdrawn", "lost"];
pub(crate) const EVENTS: [&str; 7] = ["cut", "handed_over", "renewed", "suspended", "restored", "withdrawn", "lost"];

/// State, event, state after. What is not here cannot happen.
const LIFE: [(&str, &str, &str); 14] = [
    // 分别编号: a number is cut once, so no other state knows this event, not even the last one.
    ("none", "cut", "not_handed_over"),
    // 转交 after 刻制; ours: a withdrawn seal may go out again, under an agreement, to any region.
    ("not_handed_over", "handed_over", "in_service"),
    ("withdrawn", "handed_over", "in_service"),
    // Ours: a new agreement with the same region in place of the old one, while the region holds it.
    // CHOICE: it does not lift a suspension; restoring does.
    ("in_service", "renewed", "in_service"),
    ("suspended", "renewed", "suspended"),
    // S21: suspend, restore, withdraw are our means of 及时纠正.
    ("in_service", "suspended", "suspended"),
    ("suspended", "restored", "in_service"),
    ("not_handed_over", "withdrawn", "withdrawn"),
    ("in_service", "withdrawn", "withdrawn"),
    ("suspended", "withdrawn", "withdrawn"),
    ("not_handed_over", "lost", "lost"),
    ("in_service", "lost", "lost"),
    ("suspended", "lost", "lost"),
    ("withdrawn", "lost", "lost"),
];

/// The state after an event; `None` where the event is refused and nothing changes.
pub(crate) fn after(state: &str, event: &str) -> Option<&'static str> {
    assert!(STATES.contains(&state), "no such state: {state}");
    assert!(EVENTS.contains(&event), "no such event: {event}");
    LIFE.iter().find(|row| row.0 == state && row.1 == event).map(|row| row.2)
}

/// One wish to affix a seal, as plain facts. All are of the day of use, save the modality.
#[derive(Clone, Debug)]
pub(crate) struct Use<'a> {
    /// "city" (annex 1, or devolved in an earlier round), "county" (原有), "three_tier" (annex 2).
    pub(crate) origin: &'a str,
    /// In the case's region, on the case's edition: "direct", "window", "review", "intake"; for an
    /// item of annex 2 what the region chose; `None`: there is none.
    pub(crate) modality: Option<&'a str>,
    /// Reserved to the city (crossing), not devolved here, or the city's by a readiness gap (S11).
    pub(crate) route_is_citys: bool,
    /// The case has its decision, favourable or not: its stage is "decided" *or any later one*.
    pub(crate) stage_decided: bool,
    pub(crate) already_sealed: bool,
    /// The seal that is named (department and number) was ever cut.
    pub(crate) seal_on_record: bool,
    /// `carrying` finds an agreement of the seal's present holder, whoever that is.
    pub(crate) has_agreement_for_case: bool,
    /// The seal's department is the city department of the item; false if the item has none.
    pub(crate) seal_department_is_items: bool,
    /// The seal's present holder is the case's region; false if nobody holds it.
    pub(crate) held_by_region: bool,
    /// These three are asked of the agreement that `carrying` found.
    pub(crate) item_in_agreement: bool,
    pub(crate) circumstance_in_agreement: bool,
    pub(crate) user_is_named: bool,
    /// One of `STATES`.
    pub(crate) state: &'a str,
    /// How many documents the use lists (a use may list several).
    pub(crate) documents: usize,
    pub(crate) document_twice: bool,
}

/// Every reason why the use is refused; none: it is lawful.
///
/// "A refused step names every condition that failed" (rulebook 5), so each fact speaks for itself,
/// except where there is nothing to ask it of:
/// * a case that is not decided has no such step: `not_decided`, told alone;
/// * without a record (`no_record`) there is no holder, no state and no agreement: `other_region`,
///   `not_in_service`, `no_agreement` and what hangs on that are not asked;
/// * without an agreement (`no_agreement`) neither item nor circumstance nor user can be outside it.
pub(crate) fn refusals(u: &Use<'_>) -> BTreeSet<&'static str> {
    assert!(["city", "county", "three_tier"].contains(&u.origin), "no such origin: {}", u.origin);
    assert!(STATES.contains(&u.state), "no such state: {}", u.state);
    assert!(u.stage_decided || !u.already_sealed, "a sealed case is a decided one");
    if !u.stage_decided {
        return BTreeSet::from(["not_decided"]);
    }
    let mut why = BTreeSet::new();
    let mut unless = |holds: bool, reason: &'static str| {
        if !holds {
            why.insert(reason);
        }
    };
    // CHOICE: a sealed case is told the rest too. Only the undecided one has nothing to seal.
    unless(!u.already_sealed, "sealed_already");
    unless(u.origin == "city", "not_formerly_city");
    // CHOICE: a condition of its own. A county-original item, having no modality at all, is not
    // under substantive review either, and fails both; so does a township's item, unless its
    // region chose review, which still makes it no business of the city (A2: never Seal No. 2).
    unless(u.modality == Some("review") && !u.route_is_citys, "not_review_here");
    // CHOICE: a seal is named by department and number (unique per department), so whose it would
    // be is plain even if no such number is on record.
    unless(u.seal_department_is_items, "other_department");
    unless(u.documents > 0, "no_document");
    unless(!u.document_twice, "document_twice");
    unless(u.seal_on_record, "no_record");
    if u.seal_on_record {
        // CHOICE: "held by that region" fails also where nobody holds it; that it is not in
        // service is told beside it.
        unless(u.held_by_region, "other_region");
        unless(u.state == "in_service", "not_in_service");
        unless(u.has_agreement_for_case, "no_agreement");
        if u.has_agreement_for_case {
            unless(u.item_in_agreement, "item_outside");
            unless(u.circumstance_in_agreement, "circumstance_outside");
            unless(u.user_is_named, "user_not_named");
        }
    }
    why
}

/// Which agreement of the seal's *present* holder (first day, last day; in order of their
/// beginning) carries a use on the day `used` for a case filed on the day `filed`.
///
/// An agreement that ended is closed to cases filed after its last day and runs off for those
/// filed up to it, however late they are sealed (rulebook 6, S4). One that has not begun carries
/// nothing. "From that day" in rulebook 6 is thus the day *after* the last day.
pub(crate) fn carrying(
    agreements: &[(NaiveDate, Option<NaiveDate>)],
    used: NaiveDate,
    filed: NaiveDate,
) -> Option<usize> {
    assert!(filed <= used, "time never runs backwards");
    assert!(agreements.is_sorted_by_key(|a| a.0), "agreements in the order of their beginning");
    let carries = |(from, until): (NaiveDate, Option<NaiveDate>)| {
        // CHOICE: replaced on its first day, it never was in force.
        let ever = until.is_none_or(|last| from <= last);
        ever && from <= used && until.is_none_or(|last| filed <= last)
    };
    let able: Vec<usize> = (0..agreements.len()).filter(|i| carries(agreements[*i])).collect();
    // CHOICE: if two were in force on the filing day, the case was filed under the later one.
    let filed_under = able.iter().copied().rfind(|i| agreements[*i].0 <= filed);
    // CHOICE: of those begun since, the first: it has been the case's from its beginning, and if it
    // has ended in the meantime it runs off for the case as any other does.
    filed_under.or(able.first().copied())
}
