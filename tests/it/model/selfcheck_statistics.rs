//! The naive recount against figures made by hand from journals in their golden form.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::stages;
use super::statistics::{Counted, count};
use super::statistics_clock::counted;
use super::statistics_groups::{KEYS, grouped, histogram, mean, percentile};
use super::statistics_seeds::{managing, works};

const DIRECT: &str = include_str!("../../golden/direct.json");
const WITHDRAWN: &str = include_str!("../../golden/withdrawn.json");
const LICENCE: &str = include_str!("../../golden/licence.json");
const DEEMED: &str = include_str!("../../golden/deemed.json");
const LAPSED: &str = include_str!("../../golden/lapsed.json");
const UNFAVOURABLE: &str = include_str!("../../golden/unfavourable.json");
const TOWNSHIP: &str = include_str!("../../golden/township_intake.json");
const WINDOW: &str = include_str!("../../golden/window.json");

fn on(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn journal(text: &str) -> Value {
    serde_json::from_str(text).expect("a journal")
}

fn seen(text: &str, day: &str) -> Counted {
    count(&journal(text), on(day)).expect("filed by then")
}

fn keys(case: &Counted) -> [&str; 6] {
    [&case.region, &case.item, &case.department, &case.standing, &case.kind, &case.month]
}

fn states(text: &str, day: &str) -> String {
    let told: Vec<_> = seen(text, day).periods.into_iter().map(|(period, state)| format!("{period} {state}")).collect();
    told.join(", ")
}

fn messages(case: &Counted) -> Vec<(&'static str, &'static str, u64)> {
    case.messages.iter().map(|((kind, state), many)| (*kind, *state, *many)).collect()
}

#[test]
fn the_table_of_stages_is_that_of_the_course() {
    let mut here = stages::arcs();
    let mut there: Vec<_> = super::arcs().into_iter().map(|(from, step, _, to)| (from, step, to)).collect();
    there.push(("", "file", "filed"));
    here.sort_unstable();
    there.sort_unstable();
    there.dedup();
    assert_eq!(here, there);
}

/// Every stage against every step: no stage ahead is as near as another that knows the step too (`walk` asserts it).
#[test]
fn a_walk_jumps_to_the_nearest_stage_that_knows_the_step() {
    let mut jumps = vec![];
    for stage in super::STAGES {
        for step in super::STEPS {
            if let stages::Went::Jumped { at, .. } = stages::walk(stage, step) {
                jumps.push((stage, step, at));
            }
        }
    }
    assert!(jumps.contains(&("filed", "take_review_step", "accepted")));
    assert!(jumps.contains(&("filed", "resume", "suspended")));
    assert!(jumps.contains(&("suspended", "decide_favourably", "accepted")));
    assert!(jumps.contains(&("correcting", "pass_on", "accepted")));
    assert!(jumps.contains(&("", "deliver", "sealed")));
    assert!(jumps.contains(&("accepted", "close", "concluded")));
    assert!(jumps.iter().all(|(stage, ..)| !["closed", "lapsed", "withdrawn", "not_accepted"].contains(stage)));
    assert_eq!(stages::walk("decided", "decide_favourably"), stages::Went::LeftOut);
    assert_eq!(stages::walk("accepted", "accept"), stages::Went::LeftOut);
    assert_eq!(stages::walk("correcting", "ask_for_corrections"), stages::Went::LeftOut);
    assert_eq!(stages::walk("licensed", "affix_seal"), stages::Went::LeftOut);
}

#[test]
fn days_and_places_are_those_of_the_seeds() {
    // a Sunday worked for 清明节, a Monday off for 端午节, days of a year without notice
    assert_eq!(
        [works(on("2024-04-07")), works(on("2024-06-10")), works(on("2027-01-04"))],
        [Some(true), Some(false), None]
    );
    let at = |text: &str| managing(&serde_json::from_str(text).expect("a place"));
    assert_eq!(at(r#"{"township":"370811002"}"#), "taibai_lake_zone");
    assert_eq!(at(r#"{"village":"370811002001"}"#), "taibai_lake_zone");
    assert_eq!(at(r#"{"village":"370811005001"}"#), "rencheng");
    assert_eq!(at(r#"{"township":"370871004"}"#), "high_tech_zone");
    assert_eq!(at(r#"{"region":"culture_zone"}"#), "culture_zone");
    assert_eq!(counted("working_day", on("2024-03-07"), on("2024-03-13"), &[]), Some(4));
    assert_eq!(counted("day", on("2024-03-07"), on("2024-03-13"), &[]), Some(6));
    assert_eq!(counted("working_day", on("2026-12-30"), on("2027-01-04"), &[]), None);
}

/// Filed on Monday 4 March 2024, accepted on the 7th, decided on the 13th, closed on the 27th; 5 working days are
/// promised, to the 14th.
#[test]
fn a_direct_case_day_by_day() {
    assert_eq!(count(&journal(DIRECT), on("2024-03-03")), None);
    let end = seen(DIRECT, "2024-12-31");
    assert_eq!(keys(&end), ["rencheng", "A1-1", "natural_resources", "direct", "other_power", "2024-03"]);
    let steps: Vec<_> = end.steps.iter().map(|(step, times)| (step.as_str(), *times)).collect();
    let once = ["affix_seal", "ask_for_corrections", "close", "decide_favourably", "deliver", "hand_in_corrections"];
    assert_eq!(steps.len(), once.len() + 5);
    assert!(once.iter().all(|step| end.steps[*step] == 1));
    assert_eq!([end.steps["acknowledge"], end.steps["take_review_step"], end.steps["accept"]], [5, 3, 1]);
    let spans = [
        ("acceptance_decision", 6),
        ("counted_working_day", 4),
        ("filing_acceptance", 3),
        ("filing_decision", 9),
        ("filing_delivery", 11),
    ];
    assert_eq!(end.spans, BTreeMap::from(spans));
    assert_eq!(messages(&end), [("push", "acknowledged", 4), ("report", "acknowledged", 1)]);

    let stages = ["04", "05", "06", "07", "12", "13", "14", "15", "26", "27"]
        .map(|day| seen(DIRECT, &format!("2024-03-{day}")).stage);
    let expected = [
        "filed",
        "correcting",
        "correcting",
        "accepted",
        "accepted",
        "decided",
        "sealed",
        "concluded",
        "concluded",
        "closed",
    ];
    assert_eq!(stages, expected);
    assert_eq!(states(DIRECT, "2024-03-06"), "");
    assert_eq!(states(DIRECT, "2024-03-12"), "promised running, statutory running");
    assert_eq!(states(DIRECT, "2024-03-13"), "promised in_time, statutory in_time");
    assert_eq!(messages(&seen(DIRECT, "2024-03-12")), []);
    assert_eq!(messages(&seen(DIRECT, "2024-03-13")), [("push", "owed", 4), ("report", "owed", 1)]);
    assert_eq!(messages(&seen(DIRECT, "2024-03-18")), [("push", "owed", 4), ("report", "sent", 1)]);
    let some = [("push", "acknowledged", 2), ("push", "sent", 2), ("report", "acknowledged", 1)];
    assert_eq!(messages(&seen(DIRECT, "2024-03-22")), some);
}

/// The same without its decision: the 14th is the last day, and the 20th working day is Sunday 7 April, a worked one.
#[test]
fn an_undecided_case_runs_and_is_overdue() {
    let Value::Array(mut entries) = journal(DIRECT) else { panic!("a list") };
    entries.truncate(7);
    let undecided = Value::Array(entries);
    let state = |day| count(&undecided, on(day)).expect("filed").periods;
    assert_eq!(state("2024-03-14"), BTreeMap::from([("promised", "running"), ("statutory", "running")]));
    assert_eq!(state("2024-03-15"), BTreeMap::from([("promised", "overdue"), ("statutory", "running")]));
    // 8 March is the 1st, 15 the 6th, 22 the 11th, 29 the 16th; 1, 2, 3 April; 4 to 6 are off, 7 is worked: the 20th
    assert_eq!(state("2024-04-07")["statutory"], "running");
    assert_eq!(state("2024-04-08")["statutory"], "overdue");
}

/// What happened in a year without notice is not known to be in time.
#[test]
fn a_year_without_notice_is_unknown() {
    let later = DIRECT.replace("2024-03-", "2027-03-");
    assert_eq!(states(&later, "2027-03-13"), "promised unknown, statutory unknown");
    let end = seen(&later, "2027-12-31");
    assert!(!end.spans.contains_key("counted_working_day"));
    assert_eq!(end.spans["filing_decision"], 9);
}

/// Accepted on Sunday 7 April 2024, a worked one; stopped from the 9th to the 21st; 3 working days: 8, 22, 23.
#[test]
fn a_suspension_is_taken_out() {
    assert_eq!(states(WITHDRAWN, "2024-04-08"), "promised running, statutory running");
    assert_eq!(seen(WITHDRAWN, "2024-04-21").stage, "suspended");
    assert_eq!(states(WITHDRAWN, "2024-04-21"), "promised running, statutory running");
    assert_eq!(states(WITHDRAWN, "2024-04-22"), "promised running, statutory running");
    let end = seen(WITHDRAWN, "2024-04-23");
    assert_eq!(end.stage, "withdrawn");
    assert_eq!(end.periods, BTreeMap::from([("promised", "in_time"), ("statutory", "in_time")]));
    assert_eq!(end.spans, BTreeMap::from([("filing_acceptance", 6)]));
    let later = WITHDRAWN.replace("2024-04-23", "2024-04-24");
    assert_eq!(states(&later, "2024-04-24"), "promised late, statutory in_time");
}

/// Accepted on 27 May 2024; since the 3rd of June 8 working days instead of 10 are promised, to the 6th; 5 more are
/// given on the 5th, to the 14th (8 to 10 June are off).
#[test]
fn a_transfer_shortens_and_an_extension_lengthens() {
    let end = seen(LICENCE, "2024-06-30");
    assert_eq!(keys(&end), ["wenshang", "XK-001", "", "original", "licence", "2024-05"]);
    let all = "delivery in_time, notice in_time, promised in_time, statutory in_time";
    assert_eq!(states(LICENCE, "2024-06-30"), all);
    assert_eq!(states(LICENCE, "2024-06-12"), all.replace("delivery in_time", "delivery running"));
    assert_eq!(states(LICENCE, "2024-06-11"), "notice in_time, promised running, statutory running");
    assert_eq!(end.spans["counted_working_day"], 11);
    assert_eq!(
        [end.spans["filing_acceptance"], end.spans["filing_decision"], end.spans["filing_delivery"]],
        [0, 16, 18]
    );
    assert_eq!(messages(&end), []);
    let decided = |day: &str| LICENCE.replace("2024-06-12", day).replace("2024-06-13", day).replace("2024-06-14", day);
    assert_eq!(states(&decided("2024-06-14"), "2024-06-14"), all);
    let late = all.replace("promised in_time", "promised late");
    assert_eq!(states(&decided("2024-06-17"), "2024-06-17"), late);
    // extended on the 7th only, the promise has run out on the 6th and stays so
    assert_eq!(states(&LICENCE.replace("2024-06-05", "2024-06-07"), "2024-06-30"), late);
}

/// Filed on 4 March 2024 at the city; 3 working days for the notice, to the 7th; deemed accepted on the 12th.
#[test]
fn what_is_deemed_accepted_was_answered_late() {
    assert_eq!(states(DEEMED, "2024-03-07"), "notice running");
    assert_eq!(states(DEEMED, "2024-03-08"), "notice overdue");
    assert_eq!(states(DEEMED, "2024-03-12"), "notice late, promised running, statutory running");
    let end = seen(DEEMED, "2024-03-18");
    assert_eq!(keys(&end), ["wenshang", "XK-004", "transport", "intake", "licence", "2024-03"]);
    let spans = [
        ("acceptance_decision", 3),
        ("counted_working_day", 9),
        ("filing_acceptance", 8),
        ("filing_decision", 11),
        ("filing_delivery", 14),
    ];
    assert_eq!(end.spans, BTreeMap::from(spans));
    assert_eq!([end.steps["pass_on"], end.steps["decide_unfavourably"]], [2, 1]);
}

/// Asked on 5 March 2024; 15 working days, to the 26th; lapsed on the 27th.
#[test]
fn corrections_run_out() {
    assert_eq!(states(LAPSED, "2024-03-26"), "corrections running");
    assert_eq!(states(LAPSED, "2024-03-27"), "corrections late");
    assert_eq!(seen(LAPSED, "2024-03-27").stage, "lapsed");
}

#[test]
fn a_rejected_push_is_sent_again() {
    let Value::Array(mut entries) = journal(UNFAVOURABLE) else { panic!("a list") };
    let at = |text: &str| entries.iter().position(|entry| entry.to_string().contains(text)).expect("an entry");
    let rejected = at("缺少现场核查记录");
    assert_eq!(messages(&seen(UNFAVOURABLE, "2024-05-09")), [("push", "sent", 4), ("report", "owed", 1)]);
    assert_eq!(messages(&seen(UNFAVOURABLE, "2024-05-10")), [("push", "sent", 4), ("report", "sent", 1)]);
    assert_eq!(
        messages(&seen(UNFAVOURABLE, "2024-05-11")),
        [("push", "acknowledged", 4), ("report", "acknowledged", 1)]
    );
    entries.truncate(rejected + 1);
    let cut = count(&Value::Array(entries), on("2024-05-10")).expect("filed");
    assert_eq!(messages(&cut), [("push", "rejected", 1), ("push", "sent", 3), ("report", "owed", 1)]);
    assert_eq!(cut.region, "weishan");
}

#[test]
fn what_the_city_or_a_township_decides_is_told_otherwise() {
    assert_eq!(messages(&seen(WINDOW, "2024-12-31")), []);
    assert_eq!(seen(WINDOW, "2024-12-31").standing, "window");
    let town = seen(TOWNSHIP, "2024-12-31");
    assert_eq!((town.region.as_str(), town.standing.as_str()), ("liangshan", "township_intake"));
    assert_eq!(messages(&town), [("push", "acknowledged", 4)]);
    let crossing = DIRECT.replace(r#""scope":[]"#, r#""scope":["wenshang"]"#);
    assert_eq!(seen(&crossing, "2024-12-31").standing, "reserved");
    assert_eq!(messages(&seen(&crossing, "2024-12-31")), []);
    let same = DIRECT.replace(r#""scope":[]"#, r#""scope":["rencheng"]"#);
    assert_eq!(seen(&same, "2024-12-31").standing, "direct");
    let gap = DIRECT.replace(
        r#""undertaking":{"handler":{"id":"rencheng-bureau","region":"rencheng","kind":"approval_bureau","name":"任城区行政审批服务局（虚构）"}"#,
        r#""undertaking":{"handler":null"#,
    );
    assert_eq!((seen(&gap, "2024-12-31").standing.as_str(), messages(&seen(&gap, "2024-12-31")).len()), ("direct", 0));
}

#[test]
fn groups_add_up_and_quantiles_are_of_nearest_rank() {
    let texts = [DIRECT, WITHDRAWN, LICENCE, DEEMED, LAPSED, UNFAVOURABLE, TOWNSHIP, WINDOW];
    let cases: Vec<_> = texts.iter().map(|text| seen(text, "2024-12-31")).collect();
    for key in KEYS {
        assert_eq!(grouped(&cases, &[key]).values().map(|group| group.cases).sum::<u64>(), 8, "{key}");
    }
    let all = &grouped(&cases, &[])[&vec![]];
    assert_eq!(all.stages, BTreeMap::from([("closed".into(), 6), ("lapsed".into(), 1), ("withdrawn".into(), 1)]));
    assert_eq!(all.messages[&("push", "acknowledged")], 4 + 4 + 4);
    assert_eq!(all.periods[&("delivery", "in_time")], 2);
    let by_region = grouped(&cases, &["region"]);
    assert_eq!(by_region[&vec!["wenshang".to_owned()]].cases, 3);

    let days = [3, 1, 2, 2];
    assert_eq!([0, 25, 26, 50, 75, 76, 100].map(|p| percentile(&days, p)), [1, 1, 2, 2, 2, 3, 3].map(Some));
    assert_eq!(percentile(&[], 50), None);
    assert_eq!(histogram(&days), BTreeMap::from([(1, 1), (2, 2), (3, 1)]));
    assert_eq!(mean(&days), Some((8, 4)));
}
