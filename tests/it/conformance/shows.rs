//! Of every rule it is told whether a plain log shows it.

use strum::IntoEnumIterator;
use tongquan::{
    Rule,
    oversight::{Broken, Shows},
};

#[test]
fn every_rule_of_a_step_is_shown_or_told_not_to_be_and_no_other() {
    let mut checked = Vec::new();
    for rule in Rule::iter() {
        let of_a_step = !rule.is_of_registers() && !rule.is_of_oversight();
        let shows = Shows::of(rule);
        assert_eq!(shows.is_some(), of_a_step, "{rule:?}");
        if shows.is_some_and(Shows::is_checked) {
            checked.push(rule);
        }
    }
    let mut rules = Broken::RULES.to_vec();
    rules.sort();
    assert_eq!(checked, rules);
    assert!(Broken::RULES.iter().all(|it| Broken::of(*it).rules().eq([*it])));
}
