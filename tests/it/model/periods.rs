//! Answers about time and number (rulebook 5, S3, S8, S15, S16, S28), and whom a case waits for.
//!
//! Days that are "gone": those in (first day, day asked - 1] which the unit counts. Day 0 is not
//! counted, and the day asked is not over yet; so on the n-th day n - 1 are gone.

use std::collections::BTreeSet;

use super::course::DEEMED_IN_TRANSIT_IS_STILL_PASSED_ON;
use super::items::ENTRUSTED;
use super::who::{DEPARTMENT, Situation, who_may};

/// CHOICE: reports and pushes are waited for from the decision on, beside what the case itself
/// needs next, as they are due then (批后, 办理…后) and nothing is gained by leaving them. `false`:
/// only once the case is concluded, being all that is left.
const TELLING_IS_AWAITED_FROM_THE_DECISION: bool = true;

/// Does an application without notice count as accepted (APL32d), so that notice and ordinary
/// acceptance are too late? `working_days_gone` is counted from the filing day.
///
/// The fifth working day after filing still is in time. CHOICE: ordinary acceptance is barred too,
/// and so is not accepting: the acceptance is settled already, and dates back to the filing day.
pub fn notice_bars(kind_is_licence: bool, working_days_gone: u32) -> bool {
    kind_is_licence && working_days_gone >= 5
}

pub fn deemed_allowed(kind_is_licence: bool, working_days_gone: u32, noticed: bool) -> bool {
    notice_bars(kind_is_licence, working_days_gone) && !noticed
}

/// S3: the standard's period, in its own unit, from the day of the notice; none given: no lapse.
///
/// CHOICE: what is complete does not lapse, though nobody has accepted it yet: it was to be
/// accepted (APL32e). CHOICE: a period of 0 is one, and over at once.
pub fn lapse_allowed(period: Option<u32>, gone: u32, all_supplied: bool) -> bool {
    over(period, gone) && !all_supplied
}

/// S15: "still incomplete or not in form after the one notice".
///
/// CHOICE: read so that the applicant had his time. All that was asked for is there (and is not in
/// form), or his time is over; where the standard sets none, he must at least have handed in
/// something, or the notice would be no more than a refusal put off.
/// CHOICE: with the time over, the accepting body may as well let the case lapse; both are open.
pub fn turned_away_as_incomplete_allowed(
    noticed: bool,
    period: Option<u32>,
    gone: u32,
    asked: usize,
    supplied: usize,
) -> bool {
    assert!(supplied <= asked, "only what was asked is handed in");
    assert!(!noticed || asked > 0, "a notice asks for something");
    noticed && (supplied == asked || over(period, gone) || (period.is_none() && supplied > 0))
}

fn over(period: Option<u32>, gone: u32) -> bool {
    period.is_some_and(|days| gone >= days)
}

/// APL42x and S16: licences only, once, before the deadline, by the head of the deciding body.
///
/// CHOICE: `past_deadline` is false on the last day itself. CHOICE: the ten days are a ceiling, for
/// joint handling too: the fifteen of APL42jx are the head of a government's, and not provided.
pub fn extension_allowed(
    kind_is_licence: bool,
    extended_before: bool,
    past_deadline: bool,
    working_days: u32,
    approved_by_decider_head: bool,
) -> bool {
    let within = (1..=10).contains(&working_days);
    kind_is_licence && !extended_before && !past_deadline && within && approved_by_decider_head
}

/// APL34: two officers or more, and two persons: one named twice is one.
///
/// CHOICE: naming one twice is no fault as long as two are there. CHOICE: what is no licence, or
/// not on site, needs none to be named (S8: that law binds licences only).
pub fn site_check_allowed(kind_is_licence: bool, on_site: bool, officers: usize, distinct: usize) -> bool {
    assert!(distinct <= officers && (distinct > 0) == (officers > 0), "no such count: {distinct} of {officers}");
    !(kind_is_licence && on_site) || distinct >= 2
}

/// S28: whose acceptance stamp is on the receipt (of acceptance or of not accepting), and for whom.
///
/// CHOICE: "for" is said under entrusted intake alone. A window that decides directly stamps as the
/// accepting body that it is: its name and seal by permission (S12) are those of the decision.
pub fn receipt_stamp(s: &Situation) -> (&'static str, Option<&'static str>) {
    let accepting = who_may("accept", "filed", s).into_iter().next().expect("somebody accepts");
    let entrusted = s.standing == ENTRUSTED && !s.fallen_back && s.venue != "direct";
    (accepting, entrusted.then_some(DEPARTMENT))
}

/// What of a case's state says whom it waits for. All false: nothing of the kind is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// The papers still lie at a foreign venue that must pass them on.
    pub at_foreign_venue: bool,
    /// `deemed_allowed`, and nobody has recorded it.
    pub counts_as_accepted: bool,
    /// Entrusted intake: the papers still lie at the window that accepted them.
    pub at_accepting_window: bool,
    /// How many of the things asked for have not been handed in.
    pub corrections_missing: usize,
    /// The standard gives a period for them, and it is over.
    pub correction_period_over: bool,
    /// The route names Seal No. 2.
    pub needs_seal_no2: bool,
    /// There is one that could be affixed: in service, under an agreement that carries the case.
    pub seal_no2_usable: bool,
    /// Favourable, and the item yields a licence.
    pub licence_due: bool,
    /// Due and not sent; CHOICE: sent and rejected is as good as not sent, for closing needs it
    /// acknowledged. Likewise the next.
    pub report_unsent: bool,
    pub push_unsent: bool,
    /// Sent, and neither acknowledged nor rejected.
    pub unacknowledged: bool,
}

/// The roles that a case waits for; empty: nobody. "city_department" in the place of "sealing"
/// where there is nothing to seal with (S11, S21: the delay is shown as the city's).
pub fn waits_for(stage: &str, w: &Waiting) -> BTreeSet<&'static str> {
    let mut roles = BTreeSet::new();
    match stage {
        "filed" => {
            // CHOICE: counted as accepted, it waits for a record of that, whoever makes it, and no
            // longer for the accepting body, which has missed its time.
            if w.counts_as_accepted {
                roles.insert("anyone");
            }
            // CHOICE: and papers on the way are waited for all the same.
            if w.at_foreign_venue {
                roles.insert("intake");
            }
            if roles.is_empty() {
                roles.insert("accepting");
            }
        }
        // CHOICE: once his time is over the case no longer waits for the applicant, though what he
        // still hands in may be taken until it has lapsed or was not accepted.
        "correcting" if w.corrections_missing > 0 && !w.correction_period_over => {
            roles.insert("applicant");
        }
        "correcting" => {
            roles.insert("accepting");
        }
        "accepted" => {
            // One after the other: who decides cannot review what it does not have. Which step of
            // review comes next, or the decision, makes no difference: all are the same body's.
            roles.insert(if w.at_foreign_venue && DEEMED_IN_TRANSIT_IS_STILL_PASSED_ON {
                "intake"
            } else if w.at_accepting_window {
                "accepting"
            } else {
                "deciding"
            });
        }
        // CHOICE: whoever holds the hearing or makes the test, it is the deciding body that asked
        // for it and resumes.
        "suspended" => {
            roles.insert("deciding");
        }
        "decided" => {
            // CHOICE: an agreement has two sides, but C6 puts seals and agreements to the city.
            let nothing_to_seal_with = w.needs_seal_no2 && !w.seal_no2_usable;
            roles.insert(if nothing_to_seal_with { "city_department" } else { "sealing" });
        }
        "sealed" => {
            roles.insert(if w.licence_due { "deciding" } else { "window" });
        }
        "licensed" => {
            roles.insert("window");
        }
        "concluded" | "closed" | "not_accepted" | "withdrawn" | "lapsed" => (),
        other => panic!("no such stage: {other}"),
    }
    let tells = match stage {
        "concluded" => true,
        "decided" | "sealed" | "licensed" => TELLING_IS_AWAITED_FROM_THE_DECISION,
        _ => false,
    };
    if tells {
        let open = [(w.report_unsent, "reporting"), (w.push_unsent, "pushing"), (w.unacknowledged, "addressee")];
        roles.extend(open.into_iter().filter(|(is, _)| *is).map(|(_, role)| role));
    }
    // Every report and push acknowledged: nothing is left but to close.
    if stage == "concluded" && roles.is_empty() {
        roles.insert("deciding");
    }
    roles
}
