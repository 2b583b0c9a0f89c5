//! Who takes in, accepts, decides, seals and answers (rulebook 3), and the fallback of S11.

use super::items::{
    CHOOSE, DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, REGIONS, RESERVED, REVIEW, UNSETTLED, WINDOW, has_remark, is_zone,
    kind, modality_here,
};

/// CHOICE: "In a zone, the respondent is answered separately and marked contested" stands in the
/// bullet that says who "the region" is. So a zone makes the respondent contested where the
/// zone's own body decides, and not where the city department decides (window, entrusted
/// intake, not devolved, reserved). `true` here gives the letter of the sentence instead.
const ZONE_CONTESTED_EVEN_IF_CITY_DECIDES: bool = false;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub modality: &'static str,
    pub intake: &'static str,
    pub accepts: &'static str,
    pub decides: &'static str,
    pub seal: &'static str,
    pub answers: Vec<&'static str>,
    pub respondent: &'static str,
    pub contested: bool,
    /// A minimum: what must be among the citations for the modality and the decision.
    pub basis: Vec<&'static str>,
    pub reports: bool,
    pub seal_no2_lawful: bool,
}

/// One line of the table: modality, intake, accepts, decides, seal, answers, respondent.
type Row =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [&'static str], &'static str);

const TABLE: [Row; 9] = [
    (DIRECT, "region", "region", "region", "region_own", &["region"], "region"),
    (WINDOW, "city_staff_at_region", "city", "city", "city_own", &["city"], "city"),
    (REVIEW, "region", "region", "region", "no2", &["region"], "city"),
    (ENTRUSTED, "region_window", "region_window", "city", "city_own", &["city", "region_for_intake"], "city"),
    (NOT_HERE, "city", "city", "city", "city_own", &["city"], "city"),
    (RESERVED, "city", "city", "city", "city_own", &["city"], "city"),
    (ORIGINAL, "region", "region", "region", "region_own", &["region"], "region"),
    // CHOICE: until the region has chosen there is no route at all, so nobody does anything.
    (CHOOSE, "nobody", "nobody", "nobody", "unset", &[], "nobody"),
    (UNSETTLED, "nobody", "nobody", "nobody", "unset", &[], "nobody"),
];

/// CHOICE: an unknown item or region is no question for this model; it panics.
pub fn answer(annex: u8, number: u8, region: &str, crossing: bool) -> Answer {
    kind(annex, number); // the item exists
    let modality = match (annex, crossing) {
        // CHOICE: crossing comes first, so a crossing item 31 in a zone is reserved and not
        // "not devolved here" (the route is the city's both ways), and a crossing item of
        // annex 2 is unsettled even before the region is asked to choose.
        (1, true) => RESERVED,
        (1, false) => modality_here(number, region),
        (_, true) => UNSETTLED,
        (_, false) => CHOOSE,
    };
    let mut basis: Vec<&'static str> = match modality {
        // CHOICE: C2 reserves 跨县市区 and does not name the zones; that managing regions are
        // what counts is S7, ours, and is shown as such.
        RESERVED => vec!["C2", "S7"],
        UNSETTLED => vec!["S7", "S23"],
        CHOOSE => vec!["A2"],
        // The remark alone says it: no modality of C1 is at work.
        NOT_HERE => vec!["A1"],
        _ => vec!["C1", "A1"],
    };
    // CHOICE: S1 (the fourth zone counts among 各功能区) is asked for where a remark's words on
    // 各功能区 decide the answer, and not for all 61 items there.
    if annex == 1 && !crossing && region == "曲阜文化建设示范区" && has_remark(number) {
        basis.push("S1");
    }
    fill(modality, region, basis)
}

/// A formerly-city item that an amendment lets stand so in a region: what it says is of the list (A1) as any other.
pub fn amended(modality: &'static str, region: &str, crossing: bool) -> Answer {
    match modality {
        _ if crossing => fill(RESERVED, region, vec!["C2", "S7"]),
        NOT_HERE => fill(NOT_HERE, region, vec!["A1"]),
        _ => fill(modality, region, vec!["C1", "A1"]),
    }
}

/// An item that was the county level's own before the reform (any kind).
pub fn original(region: &str, crossing: bool) -> Answer {
    if crossing {
        fill(UNSETTLED, region, vec!["S7", "S23"])
    } else {
        // C6 keeps the county's own powers apart from those of the reform
        fill(ORIGINAL, region, vec!["C6"])
    }
}

fn fill(modality: &'static str, region: &str, basis: Vec<&'static str>) -> Answer {
    assert!(REGIONS.contains(&region), "no such region: {region}");
    let (modality, intake, accepts, decides, seal, answers, respondent) =
        *TABLE.iter().find(|row| row.0 == modality).expect("nine rows for nine standings");
    let in_zone =
        is_zone(region) && (decides == "region" || (decides == "city" && ZONE_CONTESTED_EVEN_IF_CITY_DECIDES));
    Answer {
        modality,
        intake,
        accepts,
        decides,
        seal,
        answers: answers.to_vec(),
        respondent,
        // Review is contested anywhere: the region decides, the city's seal is on the paper.
        contested: modality == REVIEW || in_zone,
        basis,
        reports: super::reports(modality, decides == "region", false),
        seal_no2_lawful: seal == "no2",
    }
}

/// Who answers inside the administration is a point of its own: C11, and S2 where C11's word
/// 办理 does not settle it. Not part of `Answer::basis`.
pub fn answers_basis(modality: &str) -> Vec<&'static str> {
    match modality {
        DIRECT | REVIEW => vec!["C11"],
        WINDOW | ENTRUSTED => vec!["C11", "S2"],
        // CHOICE: C11 is about 同权事项 that regions handle; elsewhere it is not asked for.
        _ => vec![],
    }
}

/// S11: does the route become the city's, under its old authority?
///
/// CHOICE: readiness "bars only the impossible", so each modality falls back on what it cannot do
/// without. Under forward service window city staff take in and the city decides: posted staff are
/// enough, a plan without a body is only reported. Under the three others the plan's body *is*
/// "the region" (entrusted intake included: nobody else could accept). A missing Seal No. 2 is
/// not asked about: the case then waits at sealing.
pub fn fallback(modality: &str, plan_names_body: bool, staff_posted: bool) -> bool {
    match modality {
        DIRECT | REVIEW | ENTRUSTED => !plan_names_body,
        WINDOW => !staff_posted,
        // Not devolved: nothing to fall back from.
        _ => false,
    }
}
