//! Every rule of a step: one story that breaks it, one that keeps it, alike but for that. A rule without both fails here.

mod after;
mod before;
mod times;

use std::{collections::BTreeMap, sync::LazyLock};

use chrono::TimeDelta;
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Kind, Office, Place, Region, Rule, Scope, Stamp, Venue,
    case::{
        Action, Applied, Journal, Message, Role, StageKind, Unproven,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, CorrectOnSpot, DecideFavourably,
            DecideUnfavourably, Deliver, File, Ground, HandInCorrections, IssueLicence, NotAccept, PassOn, Push, Reply,
            Report, Suspend, TakeReviewStep,
        },
    },
    catalogue::{OwnItem, OwnOrigin},
    law::Fact,
    place::Centre,
    register::{Items, Limit, Remedy, SealEvent, SealId, SealStep, Standard, TimeUnit},
    route::Supervision,
    text::Mark,
    time::Moment,
};

use crate::{
    support::{OFFICE, case_at, case_via, changed, day, filing_day, mark, marks, official, stranger, suspend},
    traced::{Call, Refused, Shown, Story, company},
};

const HOME: Region = Region::Wenshang;

/// A stamp a day after the last step, by whoever holds the role.
fn stamp(case: &AnyCase, role: Role) -> Stamp {
    let at = case.record().last_at();
    let at = Moment::new(at.day().succ_opt().unwrap(), 9, 0, 0).unwrap();
    let by = match role {
        Role::Applicant => Actor::Applicant(case.record().file().applicant.clone()),
        _ => official(case.record().holders(role).next().unwrap().to_body().unwrap()),
    };
    Stamp { at, by }
}

/// The reasons of the one that breaks, and how the one that keeps ended.
struct Pair {
    broken: Refused,
    kept: Result<(), Refused>,
}

fn tried(case: &AnyCase, step: impl Into<AnyStep>, stamp: Stamp, office: &Office) -> Result<(), Refused> {
    let (step, before) = (step.into(), case.clone());
    let by = Call::step(step.kind());
    match case.clone().apply(step.clone(), stamp.clone(), office) {
        Ok(_) => Ok(()),
        Err(back) => {
            assert_eq!((back.case, back.step, back.stamp), (before, step, stamp), "a refused step changes nothing");
            Err(Refused { why: back.why, by })
        }
    }
}

#[track_caller]
fn story<A: Into<AnyStep>, B: Into<AnyStep>>(case: &AnyCase, role: Role, breaks: A, keeps: B) -> Pair {
    let by = stamp(case, role);
    let broken = tried(case, breaks, by.clone(), &OFFICE).unwrap_err();
    Pair { broken, kept: tried(case, keeps, by, &OFFICE) }
}

fn file() -> File {
    File {
        case: mark("C-1"),
        item: "A1-33".parse().unwrap(),
        place: Place::Region(HOME),
        scope: Scope::WITHIN,
        venue: HOME.centre().unwrap().into(),
        applicant: "applicant-1".parse().unwrap(),
        materials: marks(&["form", "subject", "proof"]),
        follows: None,
    }
}

fn filed(step: File, on: chrono::NaiveDate, office: &Office) -> Result<(), Refused> {
    let clerk = OFFICE
        .now()
        .undertaking(OFFICE.catalogue().latest().annex_1(33).unwrap(), HOME, filing_day())
        .handler
        .unwrap()
        .clone();
    let stamp = Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by: official(clerk) };
    match AnyCase::file(step.clone(), stamp.clone(), office) {
        Ok(_) => Ok(()),
        Err(back) => {
            assert_eq!((back.step, back.stamp), (step, stamp));
            Err(Refused::by("case::steps::File", back.why))
        }
    }
}

fn filing(breaks: File) -> Pair {
    Pair { broken: filed(breaks, filing_day(), &OFFICE).unwrap_err(), kept: filed(file(), filing_day(), &OFFICE) }
}

fn at(stage: StageKind) -> AnyCase {
    case_at(&OFFICE, "A1-33", HOME, stage)
}

/// A case of complete papers, just filed.
fn complete() -> AnyCase {
    let clerk = at(StageKind::Filed).record().opening().stamp.clone();
    AnyCase::file(file(), clerk, &OFFICE).unwrap()
}

fn unproven(it: Box<Unproven>) -> Refused {
    Refused::by("AnyCase::replay", it.why)
}

fn replayed(change: impl Fn(&mut Journal)) -> Pair {
    let mut journal = Journal::from(at(StageKind::Decided));
    let kept = AnyCase::replay(journal.clone()).map(drop).map_err(unproven);
    change(&mut journal);
    Pair { broken: AnyCase::replay(journal).map_err(unproven).unwrap_err(), kept }
}

fn stories() -> Vec<Story> {
    let pairs = [
        before::laws(),
        before::out_of_place(),
        before::filings(),
        before::papers(),
        before::turned_away(),
        times::answers(),
        times::corrections(),
        times::licences(),
        times::moves(),
        before::reviews(),
        after::seals(),
        after::endings(),
    ]
    .into_iter()
    .flatten();
    pairs.map(|(rule, Pair { broken, kept })| Story { rule, broken, kept }).collect()
}

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(stories);

pub(crate) fn shown() -> Vec<Shown> {
    STORIES.iter().map(Shown::from).collect()
}

#[test]
fn each_rule_is_broken_by_one_story_and_kept_by_its_twin() {
    let mut told: BTreeMap<Rule, usize> = BTreeMap::new();
    for Story { rule, broken, kept } in &*STORIES {
        let rule = *rule;
        let mut expected = vec![rule];
        expected.extend(company(rule));
        let got: Vec<Rule> = broken.into_iter().map(|it| it.rule).collect();
        assert_eq!(got, expected, "{}: {broken}", rule.id());
        assert_eq!(*kept, Ok(()), "{}", rule.id());
        for objection in broken.objections() {
            let (zh, en) = (objection.zh(), objection.to_string());
            let source = objection.rule.sources().first().unwrap().id();
            assert!(zh.contains(source) && en.contains(source));
            assert!(zh.contains(objection.rule.remedy_zh()) && en.contains(objection.rule.remedy_en()));
        }
        *told.entry(rule).or_default() += 1;
    }
    let untold: Vec<Rule> =
        Rule::iter().filter(|it| !it.is_of_registers() && !it.is_of_oversight() && !told.contains_key(it)).collect();
    assert_eq!(untold, [], "no story breaks these");
}

#[test]
fn a_refusal_names_every_reason_at_once_in_a_stable_order() {
    let case = at(StageKind::Decided);
    let wrong = AffixSealNo2 {
        seal: SealId { department: tongquan::Department::Commerce, number: 6 },
        circumstance: mark("a-favour"),
        documents: vec!["决定书".parse().unwrap(), "决定书".parse().unwrap()],
    };
    let at = Moment::of(
        &(case.record().last_at().naive() - TimeDelta::days(1))
            .and_local_timezone(chrono::FixedOffset::east_opt(8 * 3600).unwrap())
            .unwrap(),
    )
    .unwrap();
    let by = Stamp { at, by: official(stranger(HOME)) };
    let why = tried(&case, wrong.clone(), by.clone(), &OFFICE).unwrap_err();
    let rules: Vec<Rule> = why.objections().iter().map(|it| it.rule).collect();
    let expected = [
        Rule::TimeRunsForward,
        Rule::ActorHoldsRole,
        Rule::SealNo2OfDepartment,
        Rule::NamedOnce,
        Rule::SealNo2HeldHere,
        Rule::SealNo2ForItem,
        Rule::SealNo2ForCircumstance,
        Rule::SealNo2NamedUser,
    ];
    assert_eq!(rules, expected);
    assert_eq!(tried(&case, wrong, by, &OFFICE).unwrap_err(), why);
    assert_eq!(why.zh().lines().count(), expected.len());
    assert_eq!(why.to_string().lines().count(), expected.len() + 1);
}

#[test]
fn what_is_named_again_and_again_is_told_once() {
    let materials = marks(&["form", "subject", "form", "proof", "form", "proof"]);
    let refused = filing(File { materials, ..file() }).broken;
    let [told] = refused.why.objections() else { panic!("{}", refused.why) };
    assert_eq!((told.rule, &told.got), (Rule::NamedOnce, &Fact::list(marks::<Mark>(&["form", "proof"]))));
}
