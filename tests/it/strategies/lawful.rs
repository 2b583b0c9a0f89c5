//! Lawful histories.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};

use proptest::prelude::*;
use tongquan::{
    AnyCase, Journal, Modality, Standing,
    case::{ARCS, Arc as Way, StageKind, StepKind},
    route::Access,
    strategies::{History, histories, offices},
};

use super::{OFFICE, draws};

/// In the office of the examples, and in drawn ones.
static HISTORIES: LazyLock<Vec<History>> = LazyLock::new(|| {
    let mut all = draws(&histories(Arc::clone(&OFFICE), 40), 200);
    all.extend(draws(&offices().prop_flat_map(|office| histories(office, 40)), 700));
    all
});

/// What is drawn leads to the case that it tells, by its steps and by its journal.
fn then_lawful(history: &History) {
    let office = history.office();
    let mut case = AnyCase::file(history.file().clone(), history.filed().clone(), office).unwrap();
    let mut told = history.cases();
    assert_eq!(told.next().as_ref(), Some(&case));
    for (step, stamp) in history.steps() {
        case = case.apply(step.clone(), stamp.clone(), office).unwrap_or_else(|it| panic!("{it}\n{history:?}"));
        assert_eq!(told.next().as_ref(), Some(&case));
    }
    assert_eq!((told.next(), &case), (None, history.case()));
    assert!(case.record().stamps().is_sorted_by_key(|it| it.at));

    let written = serde_json::to_string(&history.journal()).unwrap();
    let read: Journal = serde_json::from_str(&written).unwrap();
    let proven = AnyCase::replay(read).unwrap();
    assert_eq!(&proven, history.case());
    assert_eq!(proven.record().hold_against(office), Ok(()));
}

#[test]
fn every_history_replays_to_its_case_and_its_journal_reads_back() {
    HISTORIES.iter().for_each(then_lawful);
}

#[test]
fn every_arc_is_taken_and_every_end_is_met() {
    let (mut taken, mut ends) = (BTreeMap::<(StageKind, StepKind), usize>::new(), BTreeSet::new());
    for it in HISTORIES.iter() {
        ends.insert(it.case().stage());
        for (case, (step, _)) in it.cases().zip(it.steps()) {
            *taken.entry((case.stage(), step.kind())).or_default() += 1;
        }
    }
    let untaken: Vec<&Way> = ARCS.iter().filter(|it| !taken.contains_key(&(it.from, it.step))).collect();
    assert_eq!(untaken, Vec::<&Way>::new(), "{taken:?}");
    let terminal = [StageKind::Closed, StageKind::NotAccepted, StageKind::Withdrawn, StageKind::Lapsed];
    assert!(terminal.iter().all(|it| ends.contains(it)), "{ends:?}");
}

#[test]
fn every_standing_is_filed_and_every_way_in() {
    let (mut standings, mut ways) = (BTreeMap::<Standing, usize>::new(), BTreeSet::new());
    for it in HISTORIES.iter() {
        let route = it.case().record().route();
        *standings.entry(route.standing()).or_default() += 1;
        ways.insert(match route.access() {
            Access::Competent => "competent",
            Access::Outpost => "outpost",
            Access::PassOn => "pass on",
            Access::Direct(_) => "direct",
            Access::NotAsked | Access::Closed(_) => "closed",
        });
    }
    use strum::IntoEnumIterator;
    let modalities = || Modality::iter().map(Standing::Devolved).chain(Modality::iter().map(Standing::Chosen));
    let all = modalities().chain([Standing::NotDevolved, Standing::Original, Standing::Reserved]);
    assert_eq!(standings.keys().copied().collect::<BTreeSet<_>>(), all.collect());
    assert!(standings.values().all(|it| *it >= 5), "{standings:?}");
    assert_eq!(ways, ["competent", "outpost", "pass on", "direct"].into());
}

#[test]
fn detours_of_every_kind_are_made() {
    let mut seen = BTreeMap::<&str, usize>::new();
    for it in HISTORIES.iter() {
        let kinds: Vec<StepKind> = it.steps().iter().map(|(step, _)| step.kind()).collect();
        let count = |kind: StepKind| kinds.iter().filter(|it| **it == kind).count();
        let mut note = |what, is: bool| *seen.entry(what).or_default() += usize::from(is);
        note("corrected on the spot", count(StepKind::CorrectOnSpot) > 0);
        note("corrected in parts", count(StepKind::HandInCorrections) > 1);
        note("passed on twice", count(StepKind::PassOn) > 1);
        note("deemed accepted", count(StepKind::DeemAccepted) > 0);
        note("suspended twice", count(StepKind::Suspend) > 1);
        note("extended", count(StepKind::Extend) > 0);
        note("moved on", count(StepKind::Transfer) > 0);
        note("unfavourable", count(StepKind::DecideUnfavourably) > 0);
        note("sealed with Seal No. 2", count(StepKind::AffixSealNo2) > 0);
        note("licensed", count(StepKind::IssueLicence) > 0);
        note("sent again", count(StepKind::Report) > 1 || count(StepKind::Push) > 1);
    }
    assert!(seen.values().all(|it| *it >= 5), "{seen:?}");
}

#[test]
fn a_history_has_no_more_steps_than_it_may_have() {
    for most in [0, 1, 7] {
        let drawn = draws(&histories(Arc::clone(&OFFICE), most), 40);
        assert!(drawn.iter().all(|it| it.steps().len() <= most));
        assert!(drawn.iter().any(|it| it.steps().len() == most));
    }
    let lengths: BTreeSet<usize> =
        draws(&histories(Arc::clone(&OFFICE), 0..=12), 120).iter().map(|it| it.steps().len()).collect();
    assert_eq!(lengths, (0..=12).collect());
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 500, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn a_history_of_whatever_office_is_lawful(it in offices().prop_flat_map(|office| histories(office, 0..24))) {
        then_lawful(&it);
    }
}
