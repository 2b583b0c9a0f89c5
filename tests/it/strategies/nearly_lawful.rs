//! Histories that end in an attempt which is refused.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};

use proptest::prelude::*;
use strum::IntoEnumIterator;
use tongquan::{
    Rule,
    strategies::{Mistake, NearlyLawful, nearly_lawful_histories, offices},
};

use super::{OFFICE, draws};

static NEARLY: LazyLock<Vec<NearlyLawful>> = LazyLock::new(|| {
    let mut all = draws(&nearly_lawful_histories(Arc::clone(&OFFICE), 0..30), 400);
    all.extend(draws(&offices().prop_flat_map(|office| nearly_lawful_histories(office, 0..30)), 800));
    all
});

/// The attempt is refused with what is told, and changes nothing.
fn then_refused(it: &NearlyLawful) {
    let (history, (step, stamp)) = (it.history(), it.attempt());
    let case = history.case().clone();
    let back = case.apply(step.clone(), stamp.clone(), history.office()).unwrap_err();
    assert_eq!((&back.case, &back.step, &back.stamp), (history.case(), step, stamp));
    assert_eq!(&back.why, it.why());
    assert!(it.mistake().rules().iter().any(|rule| it.why().names(*rule)), "{:?}: {}", it.mistake(), it.why());
}

#[test]
fn every_attempt_is_refused_with_the_told_reason_and_changes_nothing() {
    NEARLY.iter().for_each(then_refused);
}

#[test]
fn every_kind_of_mistake_is_made_and_every_rule_of_each_is_met() {
    let (mut kinds, mut rules) = (BTreeMap::<Mistake, usize>::new(), BTreeSet::new());
    for it in NEARLY.iter() {
        *kinds.entry(it.mistake()).or_default() += 1;
        rules.extend(it.why().objections().iter().map(|it| it.rule));
    }
    assert_eq!(kinds.keys().copied().collect::<Vec<_>>(), Mistake::iter().collect::<Vec<_>>());
    assert!(kinds.values().all(|it| *it >= 10), "{kinds:?}");
    let unmet: Vec<&Rule> = Mistake::iter().flat_map(|it| it.rules()).filter(|it| !rules.contains(it)).collect();
    assert_eq!(unmet, Vec::<&Rule>::new());
}

#[test]
fn a_rule_of_a_mistake_is_one_of_steps_and_of_no_other_mistake() {
    let mut said = BTreeSet::new();
    for rule in Mistake::iter().flat_map(|it| it.rules()) {
        assert!(!rule.is_of_registers() && !rule.is_of_oversight(), "{rule:?}");
        assert!(said.insert(*rule), "{rule:?} twice");
    }
    // what no attempt at a case that is filed meets: filing, retries, stale versions, lies, calendars, and what is told beside other rules
    let unsaid: Vec<Rule> =
        Rule::iter().filter(|it| !it.is_of_registers() && !it.is_of_oversight() && !said.contains(it)).collect();
    let filing = [
        Rule::EditionInForce,
        Rule::ItemInForce,
        Rule::CatalogueAgrees,
        Rule::PlaceHasRegion,
        Rule::RegionHasChosen,
        Rule::ReviewSealNamed,
        Rule::CrossingResolved,
        Rule::HandlerNamed,
        Rule::VenueOpen,
        Rule::NewCase,
    ];
    let others =
        [Rule::ActionOnce, Rule::VersionAsExpected, Rule::RecordAgrees, Rule::CalendarCovers, Rule::AddresseesNamed];
    let expected: BTreeSet<Rule> = filing.into_iter().chain(others).collect();
    assert_eq!(unsaid.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_mistake_has_two_names_of_its_own() {
    let zh: BTreeSet<&str> = Mistake::iter().map(Mistake::label).collect();
    let en: BTreeSet<&str> = Mistake::iter().map(Mistake::english).collect();
    assert_eq!((zh.len(), en.len()), (Mistake::iter().count(), Mistake::iter().count()));
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn whatever_the_office_the_attempt_is_refused(
        it in offices().prop_flat_map(|office| nearly_lawful_histories(office, 0..24)),
    ) {
        then_refused(&it);
    }
}
