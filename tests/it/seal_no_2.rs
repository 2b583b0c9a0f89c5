//! Seal No. 2 against the model: every item in every region, every state of the seal, every mistake alone and all together.

mod beside;
mod carrying;
mod known;

use std::collections::BTreeSet;

use tongquan::{
    AnyCase, AnyStep, Department, Office, Refusal, Region, Rule, Stamp,
    case::StageKind,
    catalogue::Origin,
    register::{SealId, SealState},
};

use crate::model::seal::Use;
use known::{BASE, Known, Named, SOUND, Scoped, TEXTS, affix, affix_in, number, office, stamp, told};

#[track_caller]
pub(crate) fn rules(done: Result<(), Refusal>) -> BTreeSet<Rule> {
    let Err(why) = done else { return BTreeSet::new() };
    let rules: BTreeSet<Rule> = why.objections().iter().map(|it| it.rule).collect();
    assert_eq!(rules.len(), why.objections().len(), "each once: {why}");
    rules
}

#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) lawful: usize,
    pub(crate) refused: usize,
    /// Every set of reasons that was seen.
    pub(crate) reasons: BTreeSet<BTreeSet<Rule>>,
}

/// An office, and what it is like.
pub(crate) struct Kept {
    state: Option<SealState>,
    scoped: Scoped,
    office: Office,
}

/// One wish on one case: ours against the model's.
#[track_caller]
fn compare(known: &Known, case: &AnyCase, wish: &Use<'_>, step: &AnyStep, by: &Stamp, kept: &Kept, tally: &mut Tally) {
    let (got, expected) = (rules(case.check(step, by, &kept.office)), told(wish, known.department));
    assert_eq!(got, expected, "{} in {} {:?}: {wish:?}", known.item, known.region, kept.scoped);
    *(if expected.is_empty() { &mut tally.lawful } else { &mut tally.refused }) += 1;
    if !tally.reasons.contains(&expected) {
        tally.reasons.insert(expected);
    }
}

/// Every seal, and no other mistake.
fn compare_seals(known: &Known, stage: StageKind, kept: &Kept, tally: &mut Tally) {
    let case = known.at(stage);
    let by = stamp(case, "keeper");
    for named in known.seals() {
        let wish = known.wish(stage, &named, kept.state, kept.scoped);
        compare(known, case, &wish, &affix(named.seal, &[&TEXTS[0]]), &by, kept, tally);
    }
}

/// Every seal, document list, user and circumstance.
pub(crate) fn compare_all(known: &Known, stage: StageKind, kept: &Kept, tally: &mut Tally) {
    let case = known.at(stage);
    let [one, two] = &*TEXTS;
    let stamps = ["keeper", "stranger"].map(|it| stamp(case, it));
    for named in known.seals() {
        for documents in [&[one][..], &[one, two], &[], &[two, one, two]] {
            for circumstance in ["decision", "favour"] {
                let step = affix_in(circumstance, named.seal, documents);
                for (person, by) in stamps.iter().enumerate() {
                    let wish = Use {
                        documents: documents.len(),
                        document_twice: documents.len() == 3,
                        circumstance_in_agreement: circumstance == "decision",
                        user_is_named: person == 0,
                        ..known.wish(stage, &named, kept.state, kept.scoped)
                    };
                    compare(known, case, &wish, &step, by, kept, tally);
                }
            }
        }
    }
}

impl Kept {
    pub(crate) fn of(state: Option<SealState>, scoped: Scoped) -> Self {
        Self { state, scoped, office: office(state, scoped) }
    }
}

/// Every state, under every agreement that a seal can be held under in it; how an agreement that lets the use pass does so, only for a seal in
/// service: what it says is asked in the same way whatever the state.
fn offices() -> Vec<Kept> {
    let mut all = vec![(None, Scoped::Listed), (Some(SealState::NotHandedOver), Scoped::Listed)];
    for state in [SealState::InService, SealState::Suspended, SealState::Withdrawn, SealState::Lost] {
        all.extend([Scoped::Listed, Scoped::Narrow, Scoped::Closed].map(|scoped| (Some(state), scoped)));
    }
    all.extend([Scoped::All, Scoped::RunsOff].map(|scoped| (Some(SealState::InService), scoped)));
    all.into_iter().map(|(state, scoped)| Kept::of(state, scoped)).collect()
}

#[test]
fn every_item_region_state_agreement_and_mistake_is_judged_as_the_model_says() {
    let offices = offices();
    assert_eq!(offices.len(), 16);
    let (mut tally, mut early, mut late, mut cases) = (Tally::default(), Tally::default(), Tally::default(), 0);
    for item in BASE.catalogue().latest().items().filter(|it| it.origin() != Origin::ThreeTier) {
        for region in Region::all() {
            let known = Known::of(item, region);
            for kept in &offices {
                compare_all(&known, StageKind::Decided, kept, &mut tally);
                // at another stage nothing of it is asked: each seal in each office, and every mistake in one
                let others = [(StageKind::Accepted, &mut early), (StageKind::Sealed, &mut late)];
                for (stage, tally) in others {
                    compare_seals(&known, stage, kept, tally);
                    if (kept.state, kept.scoped) == (Some(SealState::InService), Scoped::Listed) {
                        compare_all(&known, stage, kept, tally);
                    }
                }
            }
            cases += 1;
        }
    }
    assert_eq!(cases, (61 + 1 + 4 + 15 + 4) * 15);
    // lawful: with one document or two, what is in review, under the three agreements that carry it all; under the narrow one its one item
    let in_review = 30 + 10 * 34 + 4 * 25 + 15 + 15 * 15 + 11;
    assert_eq!(tally.lawful, 2 * (3 * in_review + 15 * 15));
    assert_eq!(tally.lawful + tally.refused, cases * 96 * 16);
    assert_eq!(tally.lawful + tally.refused, 1_958_400, "decisions compared");
    for tally in [early, late] {
        assert_eq!((tally.lawful, tally.refused), (0, cases * (96 + 6 * 16)));
        assert_eq!(tally.reasons, BTreeSet::from([BTreeSet::from([Rule::StepHasPlace])]));
    }
    // each reason but one was met alone; that an item was never the city's always stands beside its not being in review
    let met: BTreeSet<Rule> = tally.reasons.iter().flatten().copied().collect();
    let alone: BTreeSet<Rule> = tally.reasons.iter().filter(|it| it.len() == 1).flatten().copied().collect();
    assert_eq!(met.difference(&alone).collect::<Vec<_>>(), [&Rule::SealNo2FormerlyCity]);
    assert_eq!((met.len(), tally.reasons.len()), (11, 432));
}

/// What may be sealed at all, and may not be chosen.
pub(crate) fn every_case() -> impl Iterator<Item = Known> {
    let items = BASE.catalogue().latest().items().filter(|it| it.origin() != Origin::ThreeTier);
    items.flat_map(|item| Region::all().map(move |region| Known::of(item, region)))
}

#[test]
fn of_all_seals_of_all_departments_exactly_its_own_will_do() {
    let (mut lawful, mut refused) = (0, 0);
    for known in every_case() {
        let by = stamp(&known.decided, "keeper");
        for department in Department::all() {
            for held_by in Region::all() {
                let named = Named { seal: SealId { department, number: number(held_by) }, held_by: Some(held_by) };
                let got = rules(known.decided.check(&affix(named.seal, &[&TEXTS[0]]), &by, &SOUND));
                let wish = known.wish(StageKind::Decided, &named, Some(SealState::InService), Scoped::Listed);
                assert_eq!(got, told(&wish, known.department), "{} in {}: {}", known.item, known.region, named.seal);
                *(if got.is_empty() { &mut lawful } else { &mut refused }) += 1;
            }
        }
    }
    assert_eq!((lawful, lawful + refused), (470 + 15 + 15 * 15 + 11, 1_275 * 15 * 15));
}
