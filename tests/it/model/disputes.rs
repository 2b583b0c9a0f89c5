//! Disputes over a case (rulebook 11, C11, S2, S58): who deals with it and bears it inside the
//! administration, and, apart from that, who appears under the law.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};

use super::beside::{TOWN_INTAKE, TOWN_REVIEW_COUNTY, hands, three_tier};
use super::items::{ENTRUSTED, REVIEW};

/// What the dispute is about: 收件、不予受理、决定、未作决定.
pub(crate) const ABOUT: [&str; 4] = ["intake", "non_acceptance", "decision", "delay"];
/// 信访、投诉、复议、诉讼
pub(crate) const MEANS: [&str; 4] = ["petition", "complaint", "reconsideration", "litigation"];

/// S58: under entrusted intake the region answers for 收件, 受理 and 不予受理. `false` was the reading of S2 alone,
/// "only for its intake".
const NON_ACCEPTANCE_IS_INTAKE: bool = true;

/// S58: so does the township, for its intake of a three-tier item. `false` was the last row of rulebook 3 alone, "who
/// decides", as `township.rs` has it of the whole.
const TOWNSHIP_ANSWERS_FOR_ITS_INTAKE: bool = true;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dispute {
    /// Deals with it: "region", "department", "township" or "county".
    pub(crate) deals: &'static str,
    /// Bears the cost in the end, inside.
    pub(crate) bears: &'static str,
    /// `None` for petition and complaint: they have no respondent.
    pub(crate) outward: Option<Outward>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outward {
    /// Respondent or defendant.
    pub(crate) respondent: &'static str,
    pub(crate) contested: bool,
    /// A minimum: what must be cited for the respondent.
    pub(crate) must_cite: BTreeSet<&'static str>,
    /// What may be cited beside; anything else is of another case.
    pub(crate) may_cite: BTreeSet<&'static str>,
    /// Pays the claimant.
    pub(crate) pays: &'static str,
    /// SCL7, where the power was entrusted. Of other payments the facts have no article.
    pub(crate) pays_under: Option<&'static str>,
    /// The city department must appear though another deals with it (C11: 出面处理).
    pub(crate) department_appears: bool,
    /// Who then pays whom back.
    pub(crate) reimburses: Option<(&'static str, &'static str)>,
}

/// An article that the answer needs and that is not known on the day.
pub(crate) type Unknown = &'static str;

/// The first day on which an article of `legal.csv` is known to hold; `None`: on every day of the
/// document.
///
/// CHOICE: of the laws cited here the facts date the reconsideration law alone, and the others by a
/// year before 2021; so these are known from the day of signature on, and no sooner is asked. The
/// facts give no last day for any.
pub(crate) fn known_from(article: &str) -> Option<NaiveDate> {
    if article.starts_with("ARL") { NaiveDate::from_ymd_opt(2024, 1, 1) } else { None }
}

fn known(article: Unknown, day: NaiveDate) -> Result<(), Unknown> {
    assert!(Some(day) >= NaiveDate::from_ymd_opt(2021, 6, 15), "before the document there is no case");
    if known_from(article).is_some_and(|from| day < from) { Err(article) } else { Ok(()) }
}

/// Inside: whoever handled, the region for its intake under entrusted intake (S2, S58).
fn inside(route: &str, about: &str) -> &'static str {
    let h = hands(route);
    let of_intake = about == "intake" || (about == "non_acceptance" && NON_ACCEPTANCE_IS_INTAKE);
    let entrusted = route == ENTRUSTED || (route == TOWN_INTAKE && TOWNSHIP_ANSWERS_FOR_ITS_INTAKE);
    if entrusted && of_intake { h.takes_in } else { h.decides }
}

/// Was the act done by one body in the power of another? (委托)
fn entrusted_act(route: &str, about: &str) -> bool {
    match route {
        REVIEW | TOWN_REVIEW_COUNTY => true,
        // Taking in and accepting are the window's, deciding and not deciding the decider's own.
        ENTRUSTED | TOWN_INTAKE => matches!(about, "intake" | "non_acceptance"),
        _ => false,
    }
}

/// The respondent is the route's, whatever the dispute is about.
///
/// CHOICE: rulebook 3 has one for each route. Its reason, the seal on the outward document, is not
/// there for what no seal of the decision is on (the refusal to accept carries the region's or the
/// township's acceptance stamp, S28; a delay carries nothing); the other reason, that the power is
/// entrusted, is, and gives the same. It stays contested.
fn respondent(route: &str, zone: bool) -> (&'static str, bool) {
    if let Some(told) = three_tier(route, zone) {
        return (told.respondent, told.contested);
    }
    let h = hands(route);
    // CHOICE: as in `route.rs`, a zone makes it contested where the zone's own body decides.
    (h.seal_of, route == REVIEW || (zone && h.decides == "region"))
}

/// Who pays the claimant. S58 has the respondent pay 赔偿; of 补偿 it does not speak, so C11 stands alone: whoever bears it.
pub(crate) fn payer(dispute: &Dispute, award: &str) -> &'static str {
    match (award, &dispute.outward) {
        ("state_compensation", Some(outward)) => outward.pays,
        ("compensation", _) | ("state_compensation", None) => dispute.bears,
        _ => panic!("no such award: {award}"),
    }
}

/// `day`: on which the respondent is asked for.
///
/// CHOICE: the article that counts is that of the day asked, whatever the day of the act.
pub(crate) fn dispute(
    route: &str,
    zone: bool,
    about: &str,
    means: &str,
    day: NaiveDate,
) -> Result<Dispute, BTreeSet<Unknown>> {
    assert!(ABOUT.contains(&about), "no such matter: {about}");
    assert!(MEANS.contains(&means), "no such means: {means}");
    let deals = inside(route, about);
    // C11: 负责具体事项处理，并承担补偿、赔偿等责任: the same body.
    let bears = deals;
    if matches!(means, "petition" | "complaint") {
        // CHOICE: C11 has the department appear where law wants it to; no article of the facts does
        // so for petitions and complaints. CHOICE: they yield no payment of their own.
        return Ok(Dispute { deals, bears, outward: None });
    }
    let (respondent, contested) = respondent(route, zone);
    let entrusted = entrusted_act(route, about);
    let (must_cite, may_cite) = articles(means, route, about, zone, entrusted);
    let pays_under = entrusted.then_some("SCL7");
    let unknown: BTreeSet<Unknown> =
        must_cite.iter().copied().chain(pays_under).filter(|article| known(article, day).is_err()).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    Ok(Dispute {
        deals,
        bears,
        outward: Some(Outward {
            respondent,
            contested,
            must_cite,
            may_cite,
            pays: respondent,
            pays_under,
            department_appears: respondent == "department" && deals != "department",
            reimburses: (bears != respondent).then_some((bears, respondent)),
        }),
    })
}

/// What must, and what may beside, be cited for the respondent.
fn articles(
    means: &str,
    route: &str,
    about: &str,
    zone: bool,
    entrusted: bool,
) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let litigation = means == "litigation";
    let mut must = BTreeSet::new();
    let mut may = BTreeSet::new();
    must.insert(match (litigation, entrusted) {
        (false, false) => "ARL19a",
        (false, true) => "ARL19c",
        (true, false) => "ALL26a",
        (true, true) => "ALL26e",
    });
    if entrusted {
        // The rule that the other reading would go by.
        may.insert(if litigation { "ALL26a" } else { "ARL19a" });
        may.extend(["APL24", "SPC20"]);
    }
    // One decides, another's seal is on the paper.
    if matches!(route, REVIEW | TOWN_REVIEW_COUNTY) {
        // CHOICE: SPC19 (署名) must be cited where there is a sealed paper, and only there. Its counterpart
        // for reconsideration asks for an approval, which nobody gives here: it may be cited.
        if litigation && about == "decision" {
            must.insert("SPC19");
        } else if !litigation {
            may.extend(["ARIR13", "SPC19"]);
        }
        // Of licences only: items of annex 2 are, and a service may add devolved ones.
        may.insert("SPCL4");
    }
    // SPC20, SPC21, SDEDZ7: "in a zone, the respondent is answered separately".
    if zone {
        let its_own = three_tier(route, true).is_some() || hands(route).decides == "region";
        let of_zones = ["SPC20", "SPC21", "SDEDZ7"];
        if its_own && litigation {
            must.extend(of_zones);
        } else if its_own {
            // CHOICE: the interpretation is of the litigation law; before a reconsideration body
            // only the nature of the zone must be told.
            must.insert("SDEDZ7");
            may.extend(of_zones);
        } else {
            may.extend(of_zones);
        }
    }
    (must.clone(), may.difference(&must).copied().collect())
}

/// The last day on which the applicant may apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// No limit in the facts: petition and complaint.
    None,
    Day(NaiveDate),
    /// The calendar does not reach to this day.
    Unknown(NaiveDate),
}

pub(crate) fn limit_articles(means: &str) -> &'static [&'static str] {
    match means {
        "reconsideration" => &["ARL20"],
        "litigation" => &["ALL46", "SPC48"],
        _ => &[],
    }
}

/// `learnt`: the day on which the applicant came to know of the act; it is not counted. `asked`: the
/// day on which the limit is asked for (the dispute is raised).
///
/// CHOICE: the day asked must lie within the article's span; the day learnt need not.
/// CHOICE: 对应之日 is the day of the same number as the day learnt, which is day 0: learnt on 15
/// January, last day 15 July. CHOICE: of a want of decision the facts have no rule of their own, so
/// it counts as any other from the day on which the applicant is said to have known of it.
pub(crate) fn last_day(
    means: &str,
    learnt: NaiveDate,
    asked: NaiveDate,
    is_day_off: impl Fn(NaiveDate) -> Option<bool>,
) -> Result<Last, Unknown> {
    assert!(MEANS.contains(&means), "no such means: {means}");
    for article in limit_articles(means) {
        known(article, asked)?;
    }
    let mut day = match means {
        // ARL20: 60 days, days off or not. S58: moved on.
        "reconsideration" => learnt.checked_add_days(Days::new(60)).expect("a day"),
        // ALL46: 6 months; the month's last day where it has no such number. SPC48: moved on.
        "litigation" => learnt.checked_add_months(Months::new(6)).expect("a day"),
        _ => return Ok(Last::None),
    };
    loop {
        match is_day_off(day) {
            None => return Ok(Last::Unknown(day)),
            Some(false) => return Ok(Last::Day(day)),
            Some(true) => day = day.succ_opt().expect("a day"),
        }
    }
}

/// What comes late is recorded all the same, and shown so; `None`: it cannot be told.
pub(crate) fn late(raised: NaiveDate, last: Last) -> Option<bool> {
    match last {
        Last::None => Some(false),
        Last::Day(day) => Some(raised > day),
        // CHOICE: the last day is never before the day that the calendar does not know.
        Last::Unknown(day) => (raised <= day).then_some(false),
    }
}
