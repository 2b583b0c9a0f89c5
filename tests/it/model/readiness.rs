//! What is missing before a devolved item can be handled in a region (rulebook 7), and what that
//! bars (S11).

use std::collections::BTreeSet;

use chrono::NaiveDate;

/// CHOICE: rulebook 7 asks for the four seats "where the plan names the approval bureau". C11 and
/// C12 speak of items that the bureau handles (办理, 承担); under forward service window and entrusted
/// intake the city does (仍由市直部门办理), and nothing is pushed (S18): no seat is needed. `true`
/// asks for them whenever the plan names the bureau.
const SEATS_EVEN_IF_CITY_DECIDES: bool = false;

/// Of one formerly-city item, devolved to one region, on one day. A recorded thing counts once it
/// has started and while it lasts: that is for who fills this in.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    /// "direct", "window", "review" or "intake".
    pub(crate) modality: &'a str,
    /// The undertaking plan (承接落实方案) names the handling body for the item.
    pub(crate) plan_names_handler: bool,
    /// That body is the region's approval bureau.
    pub(crate) handler_is_bureau: bool,
    /// The region has a centre, or its plan names the one that serves it (rulebook 4, S1).
    pub(crate) centre_serves: bool,
    pub(crate) stationed: bool,
    pub(crate) handbook: bool,
    pub(crate) adviser: bool,
    /// A seal of the item's department in service there, under an agreement that covers the item
    /// and is open to new cases. Looked at under review only.
    pub(crate) seal_in_service: bool,
    /// City staff at the region's centre. Looked at under forward service window only.
    pub(crate) staff_posted: bool,
    pub(crate) uses_electronic_seal: bool,
    pub(crate) electronic_seal_there: bool,
    pub(crate) uses_electronic_licence: bool,
    pub(crate) electronic_licence_there: bool,
    pub(crate) on_platform: bool,
    /// The four seats of supervision: named in so many words, defaults left aside.
    pub(crate) county_supervisor: bool,
    pub(crate) county_enforcement: bool,
    pub(crate) city_supervisor: bool,
    pub(crate) city_enforcement: bool,
    /// The item's department in the annex is 市行政审批服务局.
    pub(crate) department_is_approval_service: bool,
}

/// One thing that is missing: gap, clause, bearer, due day.
pub(crate) type Gap = (&'static str, &'static str, &'static str, Option<NaiveDate>);

const REGION: &str = "region";
const DEPARTMENT: &str = "department";
const BUREAU: &str = "市行政审批服务局";

const MODALITIES: [&str; 4] = ["direct", "window", "review", "intake"];

/// Gap, clause, bearer, due day (month, day of 2021; 0: the clause gives none).
///
/// The bearer is the subject of the sentence that asks for the thing. Where that sentence has
/// none, it is the first lead of the clause's 责任单位 line.
const TABLE: [(&str, &str, &str, (u32, u32)); 14] = [
    // 6月底前，各县（市、区）、功能区出台承接落实方案，明确具体承办部门（单位）
    ("no_handler", "C2", REGION, (6, 30)),
    // CHOICE: the text gives each region 当地 a centre and so no duty to name one. Where there is
    // none the plan names it (rulebook 4): the region acts, by the day on which all must be stationed.
    ("no_centre", "C2", REGION, (6, 30)),
    // 同权事项全部进驻当地县级为民服务中心, the same sentence
    ("not_stationed", "C2", REGION, (6, 30)),
    // 市直各有关部门（单位）要…逐项编制完善业务手册: no day
    ("no_standard", "C7", DEPARTMENT, (0, 0)),
    // 市直各有关部门（单位）要…逐项明确专职“业务指导员”; 6月底前 the list is published
    ("no_adviser", "C10", DEPARTMENT, (6, 30)),
    // 6月底前，市直各有关部门（单位）完成“2号章”刻制、发放和协议签订. CHOICE: an agreement has two
    // sides, but the sentence has one subject, although the line is led by others.
    ("no_seal_in_service", "C6", DEPARTMENT, (6, 30)),
    // 市直部门（单位）派驻人员: no day. CHOICE: C2's day is the region's, for stationing items.
    ("no_staff_posted", "C1", DEPARTMENT, (0, 0)),
    // 及时制作…电子印章, 加快…对接: no subject, no day (S6). CHOICE: the first lead of C5.
    ("no_electronic_seal", "C5", BUREAU, (0, 0)),
    ("no_electronic_licence", "C5", BUREAU, (0, 0)),
    // 7月底前，全部“市县同权”事项均纳入平台运行: no subject. CHOICE: the lead of C4.
    ("not_on_platform", "C4", BUREAU, (7, 31)),
    // C12 has 市县两级监管部门和执法机构 without saying who names them. CHOICE: S5 has them named
    // in the plan, and the plan is the region's, so it acts for all four seats. CHOICE: no due
    // day: C2's is for the handling body, and that the plan names supervisors too is ours.
    ("empty_seat_county_supervisor", "C12", REGION, (0, 0)),
    ("empty_seat_county_enforcement", "C12", REGION, (0, 0)),
    ("empty_seat_city_supervisor", "C12", REGION, (0, 0)),
    ("empty_seat_city_enforcement", "C12", REGION, (0, 0)),
];

/// All gap ids.
pub(crate) fn gaps() -> Vec<&'static str> {
    TABLE.iter().map(|row| row.0).collect()
}

/// Everything that is missing; nothing: ready.
///
/// CHOICE: each thing is missing on its own account. An item may lack its stationing where it
/// also lacks the centre to be stationed at, and both are told.
pub(crate) fn missing(f: &Facts<'_>) -> BTreeSet<Gap> {
    assert!(MODALITIES.contains(&f.modality), "no such modality: {}", f.modality);
    let mut ids = BTreeSet::new();
    let mut need = |there: bool, gap: &'static str| {
        if !there {
            ids.insert(gap);
        }
    };
    need(f.plan_names_handler, "no_handler");
    need(f.centre_serves, "no_centre");
    need(f.stationed, "not_stationed");
    need(f.handbook, "no_standard");
    need(f.adviser, "no_adviser");
    need(f.on_platform, "not_on_platform");
    need(f.seal_in_service || f.modality != "review", "no_seal_in_service");
    need(f.staff_posted || f.modality != "window", "no_staff_posted");
    // "where used"
    need(f.electronic_seal_there || !f.uses_electronic_seal, "no_electronic_seal");
    need(f.electronic_licence_there || !f.uses_electronic_licence, "no_electronic_licence");
    let region_decides = matches!(f.modality, "direct" | "review");
    let bureau_handles = f.plan_names_handler && f.handler_is_bureau;
    if bureau_handles && (region_decides || SEATS_EVEN_IF_CITY_DECIDES) {
        // S5: at the city the annex department sits by default, unless it is 市行政审批服务局,
        // which approves and does not supervise.
        let city_default = !f.department_is_approval_service;
        need(f.county_supervisor, "empty_seat_county_supervisor");
        need(f.county_enforcement, "empty_seat_county_enforcement");
        need(f.city_supervisor || city_default, "empty_seat_city_supervisor");
        need(f.city_enforcement || city_default, "empty_seat_city_enforcement");
    }
    ids.into_iter().map(gap).collect()
}

fn gap(id: &str) -> Gap {
    let row = TABLE.iter().find(|row| row.0 == id).unwrap_or_else(|| panic!("no such gap: {id}"));
    let (month, day) = row.3;
    (row.0, row.1, row.2, NaiveDate::from_ymd_opt(2021, month, day))
}

/// S11: what a gap bars, "route_is_citys", "waits_before_sealing" or "none".
///
/// It bars only the impossible. The first is as `fallback` in `route.rs` has it: under forward
/// window posted staff are enough, and a plan without a body is only reported. What is not looked
/// at under a modality bars nothing there.
pub(crate) fn effect(gap: &str, modality: &str) -> &'static str {
    assert!(gaps().contains(&gap), "no such gap: {gap}");
    assert!(MODALITIES.contains(&modality), "no such modality: {modality}");
    match (gap, modality) {
        ("no_handler", "direct" | "review" | "intake") | ("no_staff_posted", "window") => "route_is_citys",
        ("no_seal_in_service", "review") => "waits_before_sealing",
        // What the city owes never bars a region; of what the region owes only its body does.
        _ => "none",
    }
}
