//! 撤销、重开: who may revoke what, and what may follow, against the model; a revocation moves neither case nor licence.

use std::collections::BTreeSet;

use tongquan::{
    Actor, AnyCase, Body, Region, Rule, Stamp,
    case::{StageKind, StepKind},
    oversight::{Dossier, Reversal, ReversalState, ReversalStep, Revoke, RevokedOn},
};

use crate::{
    matters::{Story, Told, everybody_asks, mark, on, opened, rules, taken, text, told},
    model::{
        DIRECT, ORIGINAL, REVIEW, beside,
        licences::{Event, State, after, may_revoke, reopening_refused, to_be_cancelled},
    },
    scenes::next_day,
    support::{OFFICE, case_at, official},
};

fn revoke(case: &AnyCase) -> Revoke {
    let ground = text("（虚构）依据的材料不实");
    Revoke { number: mark("CX-1"), case: case.record().id().clone(), on: RevokedOn::OwnMotion, ground }
}

fn reopen(case: &str) -> ReversalStep {
    ReversalStep::Reopen { as_case: mark(case) }
}

/// The bodies that the model names.
fn may(it: &Told) -> Vec<Body> {
    let hands = &it.hands;
    let who = may_revoke(it.stage, "accepts", "decides", "seal_of");
    let body = |word: &&str| match *word {
        "accepts" => hands.accepts.clone(),
        "decides" => hands.decides.clone(),
        _ => hands.seal_of.clone(),
    };
    who.iter().map(body).collect()
}

fn stamp(it: &Told, by: &Actor) -> Stamp {
    Stamp { at: next_day(it.case), by: by.clone() }
}

fn by(it: &Told, by: &Actor) -> Result<Dossier<Reversal>, crate::traced::Refused> {
    opened(&revoke(it.case), &stamp(it, by), on(it.case, it.office))
}

const SHOTS: [&str; 5] = ["turned away", "decided unfavourably", "decided", "sealed", "closed"];

#[test]
fn a_decision_or_a_non_acceptance_is_revoked_by_exactly_those_whom_the_model_names() {
    let (mut asked, mut found) = (0, BTreeSet::new());
    for it in told().iter().filter(|it| SHOTS.contains(&it.shot)) {
        let may = may(it);
        asked += everybody_asks(it, &may, Rule::MatterActor, |actor| by(it, actor).map(drop));
        let one = may.iter().all(|body| *body == may[0]);
        found.insert((it.hands.route, it.stage, one));
    }
    for route in beside::ROUTES {
        assert!(found.contains(&(route, "not_accepted", true)) && found.contains(&(route, "decided", true)), "{route}");
        assert!(found.iter().any(|it| (it.0, it.1) == (route, "sealed")), "{route}");
    }
    // under Seal No. 2, under a county's seal in a township, and at windows that decide in another's name there are two
    let two: BTreeSet<&str> = found.iter().filter(|it| !it.2).map(|it| it.0).collect();
    let expected = [REVIEW, beside::TOWN_REVIEW_COUNTY, DIRECT, ORIGINAL];
    assert_eq!(two, BTreeSet::from(expected));
    assert!(asked > 200_000, "{asked}");
}

#[test]
fn what_is_neither_decided_nor_turned_away_is_not_revoked() {
    let (mut refused, mut stages) = (0, BTreeSet::new());
    for it in told().iter().filter(|it| may(it).is_empty()) {
        for body in [&it.hands.takes_in, &it.hands.accepts, &it.hands.decides, &it.hands.seal_of] {
            let why = by(it, &official(body.clone())).unwrap_err();
            assert!(why.names(Rule::RevokedActThere), "{}: {why}", it.what);
            refused += 1;
        }
        stages.insert(it.stage);
    }
    let expected = ["accepted", "correcting", "filed", "lapsed", "suspended", "withdrawn"];
    assert_eq!(stages, BTreeSet::from(expected));
    assert!(refused > 20_000, "{refused}");
}

/// As the case stood when it was revoked, whatever came since.
#[test]
fn who_may_revoke_is_asked_of_the_case_as_it_stood() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Closed);
    let entry = |kind| case.record().entries().iter().find(|it| it.kind() == kind).unwrap().stamp().clone();
    let (accepted, decided, sealed) =
        (entry(StepKind::Accept), entry(StepKind::DecideFavourably), entry(StepKind::AffixSealNo2));
    let department = official(tongquan::Department::NaturalResources);
    let told = |at, by: &Actor| {
        let stamp = Stamp { at, by: by.clone() };
        opened::<Reversal>(&revoke(&case), &stamp, on(&case, &OFFICE)).map_or_else(|why| rules(&why), |_| vec![])
    };
    assert_eq!(told(accepted.at, &accepted.by), [Rule::RevokedActThere]);
    assert_eq!(told(decided.at, &decided.by), []);
    assert_eq!(told(decided.at, &department), [Rule::MatterActor]);
    assert_eq!(told(sealed.at, &department), []);
}

#[test]
fn what_was_revoked_is_reopened_once_as_another_case_by_whoever_may_revoke() {
    let (mut asked, mut reopened) = (0, 0);
    for it in told().iter().filter(|it| ["turned away", "sealed", "closed"].contains(&it.shot)) {
        let (beside, own) = (on(it.case, it.office), it.case.record().id().as_str());
        let may = may(it);
        let reversal = by(it, &official(may[0].clone())).unwrap();
        assert_eq!((reversal.state(), reversal.matter().reopened()), (ReversalState::Revoked, None));
        let take =
            |dossier: &Dossier<Reversal>, case: &str, by: &Actor| taken(dossier, &reopen(case), &stamp(it, by), beside);
        asked += everybody_asks(it, &may, Rule::MatterActor, |by| take(&reversal, "C-2", by).map(drop));
        for one in &may {
            let one = official(one.clone());
            assert_eq!(reopening_refused("revoked", own, own), Some("no_new_case"));
            assert_eq!(rules(&take(&reversal, own, &one).unwrap_err()), [Rule::ReopenedAsAnother]);
            let done = take(&reversal, "C-2", &one).unwrap();
            assert_eq!((done.state(), done.matter().reopened()), (ReversalState::Reopened, Some(&mark("C-2"))));
            assert_eq!(reopening_refused("reopened", own, "C-3"), Some("reopened_already"));
            assert_eq!(rules(&take(&done, "C-3", &one).unwrap_err()), [Rule::MatterInOrder]);
            reopened += 1;
        }
    }
    assert!(asked > 100_000 && reopened > 1_000, "{asked} {reopened}");
}

#[test]
fn a_revocation_leaves_the_case_as_it_is_and_its_record_names_the_licence_to_cancel() {
    let mut with_licence = 0;
    for it in told().iter().filter(|it| !may(it).is_empty()) {
        let before = it.case.clone();
        by(it, &official(may(it)[0].clone())).unwrap();
        assert_eq!(*it.case, before);
        let issued = it.case.record().entries().iter().any(|it| it.kind() == StepKind::IssueLicence);
        let life = [Event::Issue, Event::Revoke];
        let life = life.into_iter().filter(|it| issued || *it != Event::Issue);
        let state = life.fold(State::default(), |state, it| after(&state, it).unwrap());
        let to_cancel = it.case.record().docket().licence();
        assert_eq!(to_cancel.is_some(), to_be_cancelled(&state), "{}", it.what);
        with_licence += usize::from(issued);
    }
    assert!(with_licence > 1_000, "{with_licence}");
}

#[test]
fn a_revocation_says_what_it_rests_on() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Sealed);
    let by = case.record().entries().last().unwrap().stamp().by.clone();
    for grounds in [RevokedOn::OwnMotion, RevokedOn::Dispute(mark("SS-1")), RevokedOn::Finding(mark("JC-1"))] {
        let step = Revoke { on: grounds.clone(), ..revoke(&case) };
        let stamp = Stamp { at: next_day(&case), by: by.clone() };
        let reversal = opened::<Reversal>(&step, &stamp, on(&case, &OFFICE)).unwrap();
        assert_eq!(
            (reversal.matter().on(), reversal.minutes().opening.step.ground.as_str()),
            (&grounds, step.ground.as_str())
        );
    }
}

pub(crate) fn stories() -> Vec<Story> {
    let at = |stage| case_at(&OFFICE, "A1-33", Region::Wenshang, stage);
    let by = |case: &AnyCase| {
        let bureau = OFFICE.now().body(&mark("wenshang-bureau")).unwrap().clone();
        Stamp { at: next_day(case), by: official(bureau) }
    };
    let revoked = |case: &AnyCase| opened::<Reversal>(&revoke(case), &by(case), on(case, &OFFICE));
    let (accepted, lapsed, decided) = (at(StageKind::Accepted), at(StageKind::Lapsed), at(StageKind::Decided));
    let reversal = revoked(&decided).unwrap();
    let reopened = |case: &str| taken(&reversal, &reopen(case), &by(&decided), on(&decided, &OFFICE));
    vec![
        Story::of(Rule::RevokedActThere, revoked(&accepted), revoked(&decided)),
        Story::of(Rule::RevokedActThere, revoked(&lapsed), revoked(&at(StageKind::NotAccepted))),
        Story::of(Rule::ReopenedAsAnother, reopened(decided.record().id().as_str()), reopened("C-2")),
    ]
}
