//! Every rule of what surrounds a case: one story that breaks it, and nothing else, one that keeps it, alike but for that. A rule without both fails
//! here.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;
use tongquan::Rule;

use super::{Story, rules};
use crate::{dossiers, feedback, findings, licences, reversals};

/// One line for each file that tells stories.
fn stories() -> Vec<Story> {
    [dossiers::stories(), findings::stories(), licences::stories(), feedback::stories(), reversals::stories()]
        .into_iter()
        .flatten()
        .collect()
}

/// Rules that are broken and kept in a file of their own, by name.
const ELSEWHERE: [(Rule, &str); 14] = {
    const DISPUTES: &str = include_str!("../disputes/rules.rs");
    const EXPERTS: &str = include_str!("../experts/calls.rs");
    const SAMPLES: &str = include_str!("../samples/bad.rs");
    const STATISTICS: &str = include_str!("../statistics/merged.rs");
    [
        (Rule::DisputedActThere, DISPUTES),
        (Rule::KnownInTime, DISPUTES),
        (Rule::AppearanceCalledFor, DISPUTES),
        (Rule::LawCovers, DISPUTES),
        (Rule::PaymentWithinAward, DISPUTES),
        (Rule::ReimbursementCalledFor, DISPUTES),
        (Rule::ExpertBeforeDecision, EXPERTS),
        (Rule::ExpertInPool, EXPERTS),
        (Rule::ExpertForWork, EXPERTS),
        (Rule::ExpertApart, EXPERTS),
        (Rule::PayerOtherwise, EXPERTS),
        (Rule::SampleWithinPopulation, SAMPLES),
        (Rule::ShardsOfOneDraw, SAMPLES),
        (Rule::StatisticsOfOneDay, STATISTICS),
    ]
};

#[test]
fn each_rule_beside_a_case_is_broken_alone_by_one_story_and_kept_by_its_twin() {
    let mut told: BTreeMap<Rule, usize> = BTreeMap::new();
    for Story { rule, broken, kept } in stories() {
        assert_eq!(rules(&broken), [rule], "{}: {broken}", rule.id());
        assert_eq!(kept, Ok(()), "{}", rule.id());
        for objection in broken.objections() {
            let (zh, en) = (objection.zh(), objection.to_string());
            let source = rule.sources().first().unwrap().id();
            assert!(zh.contains(source) && en.contains(source));
            assert!(zh.contains(rule.zh()) && zh.contains(rule.remedy_zh()));
            assert!(en.contains(rule.en()) && en.contains(rule.remedy_en()));
            assert_ne!(objection.expected, objection.got, "{en}");
        }
        *told.entry(rule).or_default() += 1;
    }
    let untold: Vec<Rule> = Rule::iter().filter(|it| it.is_of_oversight() && !told.contains_key(it)).collect();
    assert_eq!(untold, ELSEWHERE.map(|it| it.0), "no story breaks these");
    for (rule, file) in ELSEWHERE {
        assert!(file.contains(&format!("Rule::{rule:?}")), "{rule:?}");
    }
    // the laws that every step of a case keeps too
    let beside: Vec<Rule> = told.into_keys().filter(|it| !it.is_of_oversight()).collect();
    assert_eq!(beside, [Rule::TimeRunsForward, Rule::RecordAgrees]);
}
