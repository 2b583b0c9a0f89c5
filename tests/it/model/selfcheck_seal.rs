//! The model of Seal No. 2 against the sentences of rulebook 6 and of C6.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::seal::{EVENTS, STATES, Use, after, carrying, refusals};

fn lawful() -> Use<'static> {
    Use {
        origin: "city",
        modality: Some("review"),
        route_is_citys: false,
        stage_decided: true,
        already_sealed: false,
        seal_on_record: true,
        has_agreement_for_case: true,
        seal_department_is_items: true,
        held_by_region: true,
        item_in_agreement: true,
        circumstance_in_agreement: true,
        user_is_named: true,
        state: "in_service",
        documents: 1,
        document_twice: false,
    }
}

fn why(change: impl Fn(&mut Use<'static>)) -> Vec<&'static str> {
    let mut wish = lawful();
    change(&mut wish);
    refusals(&wish).into_iter().collect()
}

/// 分别编号后转交 (C6); numbers are unique per department (6).
#[test]
fn a_number_is_cut_once_and_then_handed_over() {
    let able = |event| STATES.into_iter().filter(|s| after(s, event).is_some()).collect::<Vec<_>>();
    assert_eq!(able("cut"), ["none"]);
    assert_eq!(able("handed_over"), ["not_handed_over", "withdrawn"]);
    assert_eq!(able("renewed"), ["in_service", "suspended"]);
    assert_eq!(able("suspended"), ["in_service"]);
    assert_eq!(able("restored"), ["suspended"]);
    assert_eq!(able("withdrawn"), ["not_handed_over", "in_service", "suspended"]);
    assert_eq!(able("lost"), ["not_handed_over", "in_service", "suspended", "withdrawn"]);
    // renewal keeps the state: it neither lifts nor brings a suspension
    assert!(["in_service", "suspended"].iter().all(|s| after(s, "renewed") == Some(*s)));
}

#[test]
fn every_state_can_be_reached_and_lost_is_the_end() {
    let mut reached = BTreeSet::from(["none"]);
    for _ in STATES {
        for state in reached.clone() {
            reached.extend(EVENTS.iter().filter_map(|e| after(state, e)));
        }
    }
    assert_eq!(reached, BTreeSet::from(STATES));
    assert!(EVENTS.iter().all(|e| after("lost", e).is_none()));
    // S21: a suspended seal comes back, and so does a withdrawn one, by being handed over
    let walk = ["cut", "handed_over", "suspended", "restored", "renewed", "withdrawn", "handed_over", "lost"];
    assert_eq!(walk.iter().try_fold("none", |s, e| after(s, e)), Some("lost"));
}

/// "It may be affixed only when *all* hold" (6): each condition fails by itself.
#[test]
fn each_condition_is_told_by_itself() {
    assert!(why(|_| ()).is_empty());
    assert!(why(|u| u.documents = 3).is_empty(), "a use may list several documents");
    assert_eq!(why(|u| u.origin = "three_tier"), ["not_formerly_city"]);
    for modality in [None, Some("direct"), Some("window"), Some("intake")] {
        assert_eq!(why(|u| u.modality = modality), ["not_review_here"]);
    }
    assert_eq!(why(|u| u.route_is_citys = true), ["not_review_here"]);
    assert_eq!(why(|u| u.stage_decided = false), ["not_decided"]);
    assert_eq!(why(|u| u.already_sealed = true), ["sealed_already"]);
    assert_eq!(why(|u| u.seal_on_record = false), ["no_record"]);
    assert_eq!(why(|u| u.has_agreement_for_case = false), ["no_agreement"]);
    assert_eq!(why(|u| u.seal_department_is_items = false), ["other_department"]);
    assert_eq!(why(|u| u.held_by_region = false), ["other_region"]);
    assert_eq!(why(|u| u.item_in_agreement = false), ["item_outside"]);
    assert_eq!(why(|u| u.circumstance_in_agreement = false), ["circumstance_outside"]);
    assert_eq!(why(|u| u.user_is_named = false), ["user_not_named"]);
    for state in STATES.into_iter().filter(|s| *s != "in_service") {
        assert_eq!(why(|u| u.state = state), ["not_in_service"]);
    }
    assert_eq!(why(|u| u.documents = 0), ["no_document"]);
    assert_eq!(why(|u| (u.documents, u.document_twice) = (2, true)), ["document_twice"]);
}

/// 严格区分 (C6, 6): a county-original item can never be sealed with it.
#[test]
fn no_other_item_is_ever_sealed_with_it() {
    for origin in ["county", "three_tier"] {
        for modality in [None, Some("direct"), Some("window"), Some("review"), Some("intake")] {
            assert!(why(|u| (u.origin, u.modality) = (origin, modality)).contains(&"not_formerly_city"));
        }
    }
    let county = why(|u| (u.origin, u.modality, u.seal_department_is_items) = ("county", None, false));
    assert_eq!(county, ["not_formerly_city", "not_review_here", "other_department"]);
}

/// "names *every* condition that failed" (5), where there is something to ask.
#[test]
fn everything_that_failed_is_told_at_once() {
    let all_wrong = |u: &mut Use<'static>| {
        (u.origin, u.modality, u.state) = ("county", None, "lost");
        (u.already_sealed, u.seal_department_is_items, u.held_by_region) = (true, false, false);
        (u.item_in_agreement, u.circumstance_in_agreement, u.user_is_named) = (false, false, false);
        u.documents = 0;
    };
    assert_eq!(why(all_wrong).len(), 10);
    let of_its_agreement = ["item_outside", "circumstance_outside", "user_not_named"];
    let no_agreement = why(|u| {
        all_wrong(u);
        u.has_agreement_for_case = false;
    });
    assert_eq!(no_agreement.len(), 8);
    assert!(no_agreement.contains(&"no_agreement") && of_its_agreement.iter().all(|r| !no_agreement.contains(r)));
    let no_record = why(|u| {
        all_wrong(u);
        u.has_agreement_for_case = false;
        (u.seal_on_record, u.state) = (false, "none");
    });
    let left =
        ["no_document", "no_record", "not_formerly_city", "not_review_here", "other_department", "sealed_already"];
    assert_eq!(no_record, left);
    let not_decided = why(|u| {
        all_wrong(u);
        (u.stage_decided, u.already_sealed) = (false, false);
    });
    assert_eq!(not_decided, ["not_decided"]);
}

/// "it closes to cases filed from that day and runs off for those filed before" (6, S4).
#[test]
fn an_ended_agreement_runs_off() {
    let day = |d| NaiveDate::from_ymd_opt(2021, 7, d).unwrap();
    let held = |spans: &[(u32, u32)], used, filed| {
        let spans: Vec<_> = spans.iter().map(|(from, until)| (day(*from), (*until > 0).then(|| day(*until)))).collect();
        carrying(&spans, day(used), day(filed))
    };
    assert_eq!(held(&[], 9, 9), None, "no agreement, no seal");
    // one that ended on the 10th
    assert_eq!(held(&[(5, 10)], 20, 10), Some(0), "filed on its last day");
    assert_eq!(held(&[(5, 10)], 20, 11), None, "filed after it");
    assert_eq!(held(&[(5, 10)], 20, 2), Some(0), "filed before it began");
    assert_eq!(held(&[(5, 10)], 4, 2), None, "used before it began");
    assert_eq!(held(&[(5, 0)], 5, 5), Some(0), "its first day counts");
    // renewed from the 11th, and again from the 16th
    let renewed = [(5, 10), (11, 15), (16, 0)];
    assert_eq!(held(&renewed, 20, 10), Some(0), "the case keeps the one of its filing");
    assert_eq!(held(&renewed, 20, 11), Some(1));
    assert_eq!(held(&renewed, 20, 16), Some(2));
    assert_eq!(held(&renewed, 20, 2), Some(0), "of those begun since, the first");
    // a gap between two: filed in it, the case has the one begun since
    assert_eq!(held(&[(5, 10), (15, 0)], 20, 12), Some(1));
    assert_eq!(held(&[(5, 10), (15, 0)], 14, 12), None, "and none before that");
    // replaced on its first day: it never was in force
    assert_eq!(held(&[(5, 4), (5, 0)], 6, 4), Some(1));
    assert_eq!(held(&[(5, 0), (7, 0)], 9, 8), Some(1), "of two in force at filing, the later");
}
