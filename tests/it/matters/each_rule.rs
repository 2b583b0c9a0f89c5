//! Every rule of what surrounds a case: one story that breaks it, and nothing else, one that keeps it, alike but for that. A rule without both fails
//! here.

use std::{collections::BTreeMap, sync::LazyLock};

use strum::IntoEnumIterator;
use tongquan::Rule;

use super::{Story, rules};
use crate::{disputes, dossiers, experts, feedback, findings, licences, reversals, samples, statistics, traced::Shown};

/// One line for each file that tells stories.
static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let files = [
        dossiers::stories,
        findings::stories,
        licences::stories,
        feedback::stories,
        reversals::stories,
        disputes::stories,
        experts::stories,
        samples::stories,
        statistics::stories,
    ];
    files.into_iter().flat_map(|it| it()).collect()
});

pub(crate) fn shown() -> Vec<Shown> {
    STORIES.iter().map(Shown::from).collect()
}

#[test]
fn each_rule_beside_a_case_is_broken_alone_by_one_story_and_kept_by_its_twin() {
    let mut told: BTreeMap<Rule, usize> = BTreeMap::new();
    for Story { rule, broken, kept } in &*STORIES {
        let rule = *rule;
        assert_eq!(rules(broken), [rule], "{}: {broken}", rule.id());
        assert_eq!(*kept, Ok(()), "{}", rule.id());
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
    assert_eq!(untold, [], "no story breaks these");
    // those that a step of a case keeps too
    let beside: Vec<Rule> = told.into_keys().filter(|it| !it.is_of_oversight()).collect();
    assert_eq!(beside, [Rule::TimeRunsForward, Rule::NamedOnce, Rule::RecordAgrees, Rule::ProcedureInStandard]);
}
