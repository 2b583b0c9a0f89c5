//! What the rulebook demands, as somebody read it who had not seen the crate: of each demand the rules that refuse its breach, or the test that shows it kept. What the
//! reader missed stands at the end, from `A region chooses` on.

use std::{collections::BTreeSet, fs, path::Path};

use strum::IntoEnumIterator;
use tongquan::{Clause, Rule, Source, law::Silence};

use super::{FOUND, ROOT, evidence::sources, tests_of};

const DEMANDS: &str = include_str!("demands.tsv");

struct Demand {
    says: &'static str,
    sources: BTreeSet<&'static str>,
    broken_by: &'static str,
    rules: Vec<Rule>,
    shown: &'static str,
    /// What of it the crate does not keep, as it stands.
    left: &'static str,
}

fn demands() -> Vec<Demand> {
    let rule =
        |name: &str| Rule::iter().find(|it| format!("{it:?}") == name).unwrap_or_else(|| panic!("{name} is no rule"));
    let demand = |line: &'static str| {
        let [says, sources, broken_by, rules, shown, left] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let rules = rules.split_whitespace().map(rule).collect();
        Demand { says, sources: sources.split(' ').collect(), broken_by, rules, shown, left }
    };
    DEMANDS.lines().skip(1).map(demand).collect()
}

#[test]
fn each_demand_is_kept_by_rules_that_rest_on_what_demands_it_and_are_broken_and_kept_or_by_a_test() {
    let mut said = BTreeSet::new();
    for Demand { says, sources, broken_by, rules, shown, .. } in demands() {
        assert!(said.insert(says) && !broken_by.is_empty());
        assert!(!rules.is_empty() || !shown.is_empty(), "{says}: nothing keeps it");
        let rests = |rule: &Rule| rule.sources().iter().any(|it| sources.contains(it.id()));
        assert!(rules.is_empty() || rules.iter().any(rests), "{says}: {rules:?} rest on none of {sources:?}");
        for rule in rules {
            assert!(FOUND.of_rule(rule).is_some_and(|it| it.count().is_whole()), "{says}: {rule:?}");
        }
        match shown.split_once("::") {
            Some((file, test)) => {
                let text = tests_of(file);
                let before =
                    text.split_once(&format!("fn {test}(")).unwrap_or_else(|| panic!("{shown} is not there")).0;
                assert!(before.trim_end().ends_with("#[test]"), "{shown}");
            }
            None => assert!(shown.is_empty() || Path::new(ROOT).join("tests").join(shown).exists(), "{shown}"),
        }
    }
}

#[test]
fn every_clause_and_every_silence_of_the_rulebook_demands_something_but_aims_and_organisation() {
    let demanded: BTreeSet<&str> = demands().into_iter().flat_map(|it| it.sources).collect();
    let clauses: Vec<&str> = Clause::iter().map(|it| it.id()).filter(|it| !demanded.contains(it)).collect();
    // the aim of the whole, and what the duties of the units hold alone
    assert_eq!(clauses, ["P1", "P4.1", "P4.3"]);
    let of_the_rulebook = Silence::iter().map(|it| it.id()).take_while(|it| *it != "S32");
    assert_eq!(of_the_rulebook.filter(|it| !demanded.contains(it)).collect::<Vec<_>>(), [""; 0]);
    let known: BTreeSet<&str> = sources().map(|it| it.id()).collect();
    assert_eq!(demanded.difference(&known).collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn a_rule_that_nothing_demands_rests_on_a_silence_of_our_own() {
    let demanded: BTreeSet<Rule> = demands().into_iter().flat_map(|it| it.rules).collect();
    let ours = |source: &Source| matches!(source, Source::Silence(it) if it.id()[1..].parse::<u8>().unwrap() >= 32);
    let own: Vec<Rule> = Rule::iter().filter(|it| !demanded.contains(it)).collect();
    let without: Vec<&Rule> = own.iter().filter(|it| !it.sources().iter().any(ours)).collect();
    assert_eq!(without, [&Rule::StepHasPlace; 0]);
    assert_eq!((demanded.len(), own.len()), (109, 39));
}

#[test]
fn what_is_not_kept_is_told() {
    let left = demands().into_iter().filter(|it| !it.left.is_empty());
    assert_eq!((demands().len(), left.count()), (129, 23));
    let text = fs::read_to_string(Path::new(ROOT).join("tests/README.md")).unwrap();
    assert!(text.contains("129 demands") && text.contains("23 of them in part"));
}
