//! Audits of journals: what replay refuses first is what an audit finds first; what it proves, an audit finds nothing in.

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use tongquan::{
    AnyCase, Journal, Rule,
    case::{Entry, StepKind},
    oversight::{Audit, Breach},
};

use super::{Edit, edits, golden, golden_journals, whole};
use crate::support::OFFICE;

/// What an audit says is held against what a replay says, which stops at the first entry that it refuses.
#[track_caller]
pub(super) fn agrees_with_replay(journal: &Journal) -> Audit {
    let audit = Audit::of(journal.clone());
    match AnyCase::replay(journal.clone()) {
        Ok(_) => assert!(audit.is_proven() && audit.breaches().is_empty()),
        Err(unproven) => {
            assert!(!audit.is_proven());
            let first = audit.breaches().first().expect("a breach");
            assert_eq!(first.entry, unproven.at);
            let told = first.why.objections();
            let refused = unproven.why.objections();
            assert!(refused.iter().all(|it| told.contains(it)), "{refused:?}\n{told:?}");
            // more is told only of what was judged further ahead
            assert!(told.len() == refused.len() || unproven.why.names(Rule::StepHasPlace), "{refused:?}\n{told:?}");
        }
    }
    assert!(audit.breaches().is_sorted_by_key(|it| it.entry));
    assert!(audit.breaches().iter().all(|it| !it.why.objections().is_empty()));
    assert_eq!(audit.clone().into_journal(), *journal);
    audit
}

#[test]
fn a_lawful_journal_has_no_breach_with_or_without_its_office() {
    let mut seen = 0;
    for (record, office) in whole() {
        let journal = record.to_journal();
        assert!(agrees_with_replay(&journal).breaches().is_empty());
        assert_eq!(Audit::against(journal, office).breaches(), []);
        seen += 1;
    }
    assert!(seen > 500, "{seen}");
    for journal in golden_journals() {
        assert!(agrees_with_replay(&journal).breaches().is_empty());
    }
}

#[test]
fn whatever_is_done_to_one_entry_the_first_that_replay_refuses_is_the_first_breach() {
    let (mut broken, mut lawful) = (0, 0);
    for (record, _) in whole() {
        for (_, edited) in edits(&record.to_journal()) {
            if agrees_with_replay(&edited).is_proven() { lawful += 1 } else { broken += 1 }
        }
    }
    assert!(broken > 30_000 && lawful > 500, "{broken} {lawful}");
}

fn rules(breach: &Breach) -> Vec<Rule> {
    breach.why.objections().iter().map(|it| it.rule).collect()
}

/// The breaches of a golden journal after an edit of the first entry of a kind: entry and rules.
#[track_caller]
fn told(name: &str, step: StepKind, edit: impl Fn(usize) -> Edit) -> Vec<(Option<StepKind>, Vec<Rule>)> {
    let journal = golden(name);
    let at = journal.entries.iter().position(|it| it.kind() == step).unwrap();
    let (_, edited) = edits(&journal).find(|(it, _)| *it == edit(at)).unwrap();
    agrees_with_replay(&edited).breaches().iter().map(|it| (it.step, rules(it))).collect()
}

#[test]
fn one_fault_is_told_once_where_it_stands() {
    use StepKind::{
        Accept, AffixSealNo2, AskForCorrections, Close, DecideFavourably, Deliver, HandInCorrections, Report,
    };
    let place = vec![Rule::StepHasPlace];
    let one = |step, rules: &[Rule]| vec![(Some(step), rules.to_vec())];
    // what is missing
    assert_eq!(told("review", Accept, Edit::LeftOut), one(StepKind::TakeReviewStep, &place));
    assert_eq!(told("review", DecideFavourably, Edit::LeftOut), one(AffixSealNo2, &place));
    assert_eq!(told("review", AffixSealNo2, Edit::LeftOut).len(), 1);
    assert_eq!(told("review", AskForCorrections, Edit::LeftOut), one(HandInCorrections, &place));
    assert_eq!(told("review", Deliver, Edit::LeftOut), one(Close, &place));
    // what is one too many
    for step in [Accept, AskForCorrections, DecideFavourably, AffixSealNo2, Deliver, Close] {
        assert_eq!(told("review", step, Edit::Twice), one(step, &place), "{step}");
    }
    assert_eq!(told("review", Report, Edit::Twice), one(Report, &[Rule::NotSentYet]));
    // somebody else
    for step in [Accept, DecideFavourably, Report, Close, Deliver] {
        assert_eq!(told("review", step, Edit::ByStranger), one(step, &[Rule::ActorHoldsRole]), "{step}");
    }
    // a moment too early
    for step in [Accept, DecideFavourably, Report, Close, Deliver] {
        assert_eq!(told("review", step, Edit::TooEarly), one(step, &[Rule::TimeRunsForward]), "{step}");
    }
    // sealed before it was decided: the seal came too early, and that is what the delivery lacks
    assert_eq!(told("review", DecideFavourably, Edit::Swapped), one(AffixSealNo2, &place));
}

/// A step told too early, whatever it is and wherever it stands, accuses nobody who came after it.
#[test]
fn a_step_planted_too_early_is_told_where_it_stands_and_nothing_lawful_after_it() {
    let (mut planted, mut other) = (0, Vec::new());
    for journal in golden_journals() {
        for from in 1..journal.entries.len() {
            for to in 0..from {
                use StepKind::{Acknowledge, PassOn, Push, Report};
                // where what comes next has its place on both sides, nobody can tell
                if matches!(journal.entries[to].kind(), PassOn | Report | Push | Acknowledge) {
                    continue;
                }
                let mut edited = journal.clone();
                let mut early = serde_json::to_value(&journal.entries[from]).unwrap();
                let before = if to == 0 { journal.opening.stamp.at } else { journal.entries[to - 1].stamp().at };
                early.as_object_mut().unwrap().values_mut().next().unwrap()["stamp"]["at"] = serde_json::json!(before);
                edited.entries.insert(to, serde_json::from_value(early).unwrap());
                let audit = agrees_with_replay(&edited);
                // where it has a place, what follows is judged by what it made of the case
                if !audit.breaches().iter().any(|it| it.entry == to + 1 && it.why.names(Rule::StepHasPlace)) {
                    continue;
                }
                // the real one comes again
                let lawful = |it: &&Breach| it.entry != to + 1 && it.entry != from + 2;
                other.extend(audit.breaches().iter().find(lawful).map(|it| {
                    (journal.case().clone(), journal.entries[from].kind(), to, it.entry, it.step, rules(it))
                }));
                planted += 1;
            }
        }
    }
    assert!(planted > 500 && other.is_empty(), "{planted} {} {:#?}", other.len(), &other[..other.len().min(12)]);
}

#[test]
fn what_follows_the_end_is_told_entry_by_entry() {
    let mut journal = golden("withdrawn");
    let tail = golden("review").entries;
    let before = journal.entries.len();
    journal.entries.extend(tail.clone());
    let audit = agrees_with_replay(&journal);
    assert_eq!(audit.breaches().len(), tail.len());
    assert!(
        audit.breaches().iter().zip(before + 1..).all(|(it, at)| it.entry == at && rules(it) == [Rule::StepHasPlace])
    );
}

#[test]
fn an_opening_without_a_route_leaves_nothing_to_judge_by_and_that_is_told() {
    let mut journal = golden("review");
    journal.opening.step.place = tongquan::Place::City;
    let audit = agrees_with_replay(&journal);
    assert_eq!(audit.breaches().len(), 1);
    assert_eq!(
        (audit.breaches()[0].entry, audit.breaches()[0].step, audit.unjudged()),
        (0, None, journal.entries.len())
    );
    assert!(audit.breaches()[0].why.names(Rule::PlaceHasRegion) && audit.breaches()[0].zh().contains("收件"));
}

#[test]
fn a_lie_about_the_registers_shows_with_the_office_alone() {
    let journal = golden("review");
    assert_eq!(Audit::against(journal.clone(), &OFFICE).breaches(), []);
    // the seal's record names a user whom the agreement does not
    let text = serde_json::to_string(&journal).unwrap();
    let Some(Entry::AffixSealNo2(use_)) = journal.entries.iter().find(|it| it.kind() == StepKind::AffixSealNo2) else {
        panic!("a use of the seal")
    };
    let user = use_.stamp.by.person().to_string();
    let forged: Journal = serde_json::from_str(&text.replace(&format!("\"{user}\""), "\"nobody\"")).unwrap();
    assert!(agrees_with_replay(&forged).breaches().is_empty());
    let held = Audit::against(forged, &OFFICE);
    assert!(held.is_proven());
    let [breach] = held.breaches() else { panic!("{:?}", held.breaches()) };
    assert_eq!(breach.step, Some(StepKind::AffixSealNo2));
    assert_eq!(rules(breach), [Rule::SealNo2NamedUser, Rule::RecordAgrees]);
}

/// A loss that is recorded after the use is told beside what else is wrong with it, and once.
#[test]
fn a_seal_found_to_have_been_lost_is_told_with_the_other_reasons_of_its_use() {
    let journal = golden("review");
    let lost = json!({
        "recorded": "2026-01-05",
        "seals": [{
            "seal": {"department": "natural_resources", "number": 7}, "on": "2024-03-14",
            "event": {"lost": {"reason": "（虚构）"}},
        }],
    });
    let office = OFFICE.record(&serde_json::from_value(lost).unwrap()).unwrap();
    let at = journal.entries.iter().position(|it| it.kind() == StepKind::AffixSealNo2).unwrap();
    let found = |journal: &Journal| -> Vec<(usize, Vec<Rule>)> {
        Audit::against(journal.clone(), &office).breaches().iter().map(|it| (it.entry, rules(it))).collect()
    };
    assert_eq!(found(&journal), [(at + 1, vec![Rule::SealNo2InService])]);
    let edited = |edit: fn(&mut Value)| -> Journal {
        let mut told = serde_json::to_value(&journal).unwrap();
        edit(&mut told[8]["affix_seal_no2"]);
        serde_json::from_value(told).unwrap()
    };
    let by_nobody = edited(|it| it["stamp"]["by"]["official"]["person"] = json!("nobody"));
    let also = [Rule::SealNo2NamedUser, Rule::SealNo2InService];
    assert_eq!(found(&by_nobody), [(at + 1, also.to_vec())]);
    let told_lost = edited(|it| it["found"]["said"]["state"] = json!("lost"));
    let [(entry, rules)] = &found(&told_lost)[..] else { panic!("{told_lost:?}") };
    assert_eq!((*entry, rules.iter().filter(|it| **it == Rule::SealNo2InService).count()), (at + 1, 1));
    // what is found at another entry is left as it is
    let stranger = edits(&journal).find(|it| it.0 == Edit::ByStranger(0)).unwrap().1;
    let all = found(&stranger);
    assert_eq!((all.len(), &all[1]), (2, &(at + 1, vec![Rule::SealNo2InService])));
}

proptest! {
    /// However often it is broken, an audit goes through it to the end, and finds first what replay finds first.
    #[test]
    fn many_edits_at_once(which in any::<Index>(), picks in proptest::collection::vec(any::<Index>(), 1..6)) {
        let golden: Vec<Journal> = golden_journals();
        let mut journal = which.get(&golden).clone();
        for pick in picks {
            let all: Vec<Journal> = edits(&journal).map(|it| it.1).collect();
            if all.is_empty() {
                break;
            }
            journal = pick.get(&all).clone();
        }
        agrees_with_replay(&journal);
        Audit::against(journal, &OFFICE);
    }
}
