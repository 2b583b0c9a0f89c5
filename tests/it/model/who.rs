//! Who may take a step (rulebook 5, the column "who may"), in symbolic bodies (rulebook 3 and 4).

use std::collections::BTreeSet;

use super::beside::{TOWN_DIRECT, TOWN_INTAKE, TOWN_REVIEW, TOWN_REVIEW_COUNTY, TOWN_WINDOW};
use super::course::DEEMED_IN_TRANSIT_IS_STILL_PASSED_ON;
use super::items::{DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, RESERVED, REVIEW, WINDOW};

/// The body that the region's undertaking plan names for the item; its staff at the centre and, if
/// it is the bureau, at the township stations (C14).
pub(super) const HANDLER: &str = "handler";
/// The city department of the item, the staff that it posts at a region's centre (C1) included.
pub(super) const DEPARTMENT: &str = "department";
/// Of a three-tier item: the township that its region's choice names, and the county body.
pub(super) const TOWNSHIP: &str = "township";
pub(super) const COUNTY: &str = "county";
/// Who runs the venue where the papers were handed in, when that is not the competent one.
pub(super) const OPERATOR: &str = "operator";
const APPLICANT: &str = "applicant";
/// Who filed for the applicant: he may do what the applicant may.
const AGENT: &str = "agent";
const ANYONE: &str = "anyone";
/// Of the message concerned.
const ADDRESSEE: &str = "addressee";

/// The steps of rulebook 5, in the order of its table.
pub const STEPS: [&str; 25] = [
    "file",
    "correct_on_spot",
    "ask_for_corrections",
    "hand_in_corrections",
    "accept",
    "not_accept",
    "deem_accepted",
    "lapse",
    "pass_on",
    "take_review_step",
    "suspend",
    "resume",
    "extend",
    "decide_favourably",
    "decide_unfavourably",
    "affix_seal",
    "affix_seal_no2",
    "issue_licence",
    "deliver",
    "report",
    "push",
    "acknowledge",
    "close",
    "transfer",
    "withdraw",
];

/// "" is before there is a case.
pub const STAGES: [&str; 13] = [
    "",
    "filed",
    "correcting",
    "accepted",
    "suspended",
    "decided",
    "sealed",
    "licensed",
    "concluded",
    "closed",
    "not_accepted",
    "withdrawn",
    "lapsed",
];

/// What of a case's route bears on who may do what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// `DIRECT`, `WINDOW`, `REVIEW`, `ENTRUSTED`, `NOT_HERE`, `RESERVED` or `ORIGINAL`: as it was
    /// before a fallback; or one of `beside`'s `TOWN_…`, as the region chose.
    pub standing: &'static str,
    /// "competent", "pass_on" or "direct", as `access` answers for the filing venue.
    pub venue: &'static str,
    /// S11: the route became the city's under its old authority.
    pub fallen_back: bool,
}

/// Standing, who takes in, accepts, decides, seals: the table of rulebook 3 at the competent venue.
const TABLE: [(&str, &str, &str, &str, &str); 12] = [
    (DIRECT, HANDLER, HANDLER, HANDLER, HANDLER),
    // 市直部门（单位）派驻人员…设立专门受理点（窗口）办理: the plan's body has no part in it
    (WINDOW, DEPARTMENT, DEPARTMENT, DEPARTMENT, DEPARTMENT),
    // 直接加盖审批章: the seal is the department's, the hand the region's
    (REVIEW, HANDLER, HANDLER, HANDLER, HANDLER),
    // 县级窗口受理收件、仍由市直部门（单位）办理
    (ENTRUSTED, HANDLER, HANDLER, DEPARTMENT, DEPARTMENT),
    (NOT_HERE, DEPARTMENT, DEPARTMENT, DEPARTMENT, DEPARTMENT),
    (RESERVED, DEPARTMENT, DEPARTMENT, DEPARTMENT, DEPARTMENT),
    (ORIGINAL, HANDLER, HANDLER, HANDLER, HANDLER),
    // the last row, as the region chose
    (TOWN_DIRECT, TOWNSHIP, TOWNSHIP, TOWNSHIP, TOWNSHIP),
    // S53: the county's staff in the township act for that body
    (TOWN_WINDOW, COUNTY, COUNTY, COUNTY, COUNTY),
    // S53: the township affixes it, whose seal it be
    (TOWN_REVIEW, TOWNSHIP, TOWNSHIP, TOWNSHIP, TOWNSHIP),
    (TOWN_REVIEW_COUNTY, TOWNSHIP, TOWNSHIP, TOWNSHIP, TOWNSHIP),
    (TOWN_INTAKE, TOWNSHIP, TOWNSHIP, COUNTY, COUNTY),
];

/// Who holds the roles of one case.
struct Holders {
    intake: &'static str,
    accepting: &'static str,
    deciding: &'static str,
    sealing: &'static str,
}

fn on_the_route(s: &Situation) -> Holders {
    let row = TABLE.iter().find(|row| row.0 == s.standing);
    let (_, intake, accepting, deciding, sealing) = *row.unwrap_or_else(|| panic!("no such standing: {}", s.standing));
    if s.fallen_back {
        // CHOICE: no question for this model, so it panics: the city has no old authority over it.
        let formerly_city = [DIRECT, WINDOW, REVIEW, ENTRUSTED, NOT_HERE, RESERVED].contains(&s.standing);
        assert!(formerly_city, "what never was the city's does not fall back on it: {}", s.standing);
        // Under its old authority the city does everything, entrusted intake and its own seal included.
        // What was the city's anyway has nothing to fall back from and stays as it is.
        return Holders { intake: DEPARTMENT, accepting: DEPARTMENT, deciding: DEPARTMENT, sealing: DEPARTMENT };
    }
    Holders { intake, accepting, deciding, sealing }
}

fn holders(s: &Situation) -> Holders {
    let route = on_the_route(s);
    match s.venue {
        "competent" => route,
        // 受审分离: who decides does not change. CHOICE: "intake body or recorded venue" is one role,
        // held by the venue that has the papers before it; so that venue, and not the route's
        // intake body, files, corrects on the spot (the spot being there) and passes on.
        "pass_on" => Holders { intake: OPERATOR, ..route },
        // 窗口直接办理 (S12). CHOICE: it takes the roles over from the route's bodies, which do not
        // keep them beside it: one case has one deciding body. The permission says in whose name
        // and with whose seal; the hand is the window's. This holds for any standing and after a
        // fallback too: where "direct" is the answer, the permission names what it needs.
        "direct" => Holders { intake: OPERATOR, accepting: OPERATOR, deciding: OPERATOR, sealing: OPERATOR },
        other => panic!("no such answer of a venue: {other}"),
    }
}

/// "any window of the route, the filing venue included (P2)".
fn windows(s: &Situation) -> Vec<&'static str> {
    let route = on_the_route(s);
    // CHOICE: the windows of a route are those of the bodies that take in, accept or decide on it:
    // under entrusted intake the region's and the department's too (APL44: who decides delivers);
    // under forward service window the department's posted staff alone, the plan's body having no part.
    // CHOICE: where a window decides directly, the route's own windows may still hand over.
    vec![route.intake, route.accepting, route.deciding, holders(s).intake]
}

/// Who reports what the region decided: nobody where it did not.
fn reporting(s: &Situation) -> Vec<&'static str> {
    // Formerly the city's and decided by the region: C4, S17.
    // CHOICE: a window that decides directly does so in the name of the region's body (S12, the
    // default), so the region has decided and its body reports and pushes, not the window.
    match s.standing {
        DIRECT | REVIEW if !s.fallen_back => vec![HANDLER],
        _ => vec![],
    }
}

/// Who pushes it: C12, S18, and of three-tier items the county body that decided (S53). Only if
/// that body is the approval bureau, which a situation does not say.
fn pushing(s: &Situation) -> Vec<&'static str> {
    match s.standing {
        TOWN_WINDOW | TOWN_INTAKE => vec![COUNTY],
        _ => reporting(s),
    }
}

/// Who passes papers on out of "accepted".
fn passing_on_accepted(s: &Situation) -> Vec<&'static str> {
    let mut who = vec![];
    // Entrusted intake: accepted by a window that does not decide.
    if s.standing == ENTRUSTED && !s.fallen_back && s.venue != "direct" {
        who.push(HANDLER);
    }
    if s.standing == TOWN_INTAKE && s.venue != "direct" {
        who.push(TOWNSHIP);
    }
    // Deemed accepted before the foreign venue had passed them on; what it passed on already it
    // does not have, which is a matter of "what must hold", not of who.
    if DEEMED_IN_TRANSIT_IS_STILL_PASSED_ON && s.venue == "pass_on" {
        who.push(OPERATOR);
    }
    who
}

/// The bodies that may take a step in a stage; empty where it has no place there, or where nobody
/// has such a step on this route. Whether what else must hold does hold is not said here.
pub fn who_may(step: &str, stage: &str, s: &Situation) -> BTreeSet<&'static str> {
    assert!(STEPS.contains(&step), "no such step: {step}");
    assert!(STAGES.contains(&stage), "no such stage: {stage}");
    let Holders { intake, accepting, deciding, sealing } = holders(s);
    let seal_no2 = s.standing == REVIEW && !s.fallen_back && s.venue != "direct";
    let who: Vec<&'static str> = match (step, stage) {
        // CHOICE: *for* the applicant, an agent, a kiosk, online: filing is recorded by the body
        // that takes the papers in (who runs the kiosk or the site, too), not by who hands them in.
        ("file", "") => vec![intake],
        ("correct_on_spot", "filed") => vec![intake],
        ("pass_on", "filed") if s.venue == "pass_on" => vec![intake],
        ("pass_on", "accepted") => passing_on_accepted(s),

        ("ask_for_corrections", "filed") => vec![accepting],
        ("accept" | "not_accept", "filed" | "correcting") => vec![accepting],
        ("lapse", "correcting") => vec![accepting],
        ("deem_accepted", "filed") => vec![ANYONE],

        ("hand_in_corrections", "correcting") => vec![APPLICANT, AGENT],
        ("withdraw", "filed" | "correcting" | "accepted" | "suspended") => vec![APPLICANT, AGENT],

        ("take_review_step" | "suspend" | "extend", "accepted") => vec![deciding],
        ("resume", "suspended") => vec![deciding],
        ("decide_favourably" | "decide_unfavourably", "accepted") => vec![deciding],
        ("transfer", "filed" | "correcting" | "accepted" | "suspended") => vec![deciding],

        // A window that decides directly never has Seal No. 2 (rulebook 4); a department whose old
        // authority is back has its own.
        ("affix_seal", "decided") if !seal_no2 => vec![sealing],
        ("affix_seal_no2", "decided") if seal_no2 => vec![sealing],
        ("issue_licence", "sealed") => vec![deciding],
        ("deliver", "sealed" | "licensed") => windows(s),
        ("close", "concluded") => vec![deciding],

        ("report", "decided" | "sealed" | "licensed" | "concluded") => reporting(s),
        ("push", "decided" | "sealed" | "licensed" | "concluded") => pushing(s),
        // CHOICE: where nothing is told there is no message, and so no addressee; and whoever reports
        // may have to push.
        ("acknowledge", "decided" | "sealed" | "licensed" | "concluded") if !pushing(s).is_empty() => vec![ADDRESSEE],
        _ => vec![],
    };
    who.into_iter().collect()
}
