//! 检查发现: who makes one against what, who puts it right, who closes it, and what it may propose, against the model.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Body, Clause, Department, Key, Office, Region, Rule, Stamp,
    case::StageKind,
    oversight::{Against, Dossier, Finding, FindingState, FindingStep, FindingStepKind, InOffice, MakeFinding},
    register::SealId,
};

mod ceilings;
mod correctors;
mod makers;
mod order;
mod seals;
mod seats;
mod standards;

use crate::{
    matters::{Story, everybody_of, mark, opened, rules, stamp, taken, text, within},
    scenes::{next_day, same},
    support::{OFFICE, case_at, day, official},
    traced::Refused,
};

const FOUND: NaiveDate = NaiveDate::from_ymd_opt(2024, 4, 8).unwrap();

fn finding(against: Against) -> MakeFinding {
    let what = text("（虚构）抽查发现：用章台账漏登一次");
    MakeFinding { number: mark("JC-1"), against, what, clause: Clause::C6 }
}

fn of_case(case: &AnyCase) -> MakeFinding {
    finding(Against::Handled { case: case.record().id().clone() })
}

fn correct() -> FindingStep {
    FindingStep::Correct { how: text("（虚构）已补登") }
}

/// A step of a kind.
fn step(kind: FindingStepKind) -> FindingStep {
    match kind {
        FindingStepKind::Correct => correct(),
        FindingStepKind::Return => FindingStep::Return { reason: text("（虚构）仍有漏登") },
        FindingStepKind::Close => FindingStep::Close {},
        FindingStepKind::Withdraw => FindingStep::Withdraw { reason: text("（虚构）查无此事") },
    }
}

/// What is of no case.
const fn of_office(office: &Office) -> InOffice<'_> {
    InOffice { office, record: None }
}

/// Everybody of an office asks: these may, and every other is refused by who it is alone. How many asked.
#[track_caller]
fn all_ask(office: &Office, may: &[Body], what: &str, ask: impl Fn(&Actor) -> Result<(), Refused>) -> usize {
    let everybody: BTreeSet<Body> = everybody_of(office).into_iter().chain(may.iter().cloned()).collect();
    for body in &everybody {
        let named = may.iter().any(|it| same(it, body));
        match ask(&official(body.clone())) {
            Ok(()) => assert!(named, "{body} may: {what}"),
            Err(why) => {
                assert!(!named, "{body} may not: {what}: {why}");
                assert_eq!(rules(&why), [Rule::MatterActor], "{body}: {what}");
            }
        }
    }
    let applicant = Actor::Applicant("applicant-1".parse().unwrap());
    assert_eq!(rules(&ask(&applicant).unwrap_err()), [Rule::MatterActor], "{what}");
    everybody.len() + 1
}

/// Every unit of a region that is asked.
fn units_of(office: &Office, region: Region) -> Vec<Body> {
    let of = |it: &Body| matches!(it, Body::Unit(it) if it.region == region);
    everybody_of(office).into_iter().filter(of).collect()
}

fn city(departments: &[Department]) -> Vec<Body> {
    departments.iter().map(|it| (*it).into()).collect()
}

pub(crate) fn stories() -> Vec<Story> {
    let office = official(Department::GovernmentOffice);
    let made = |against: Against| opened::<Finding>(&finding(against), &stamp(FOUND, &office), of_office(&OFFICE));
    let seal = |number, suspend| {
        let seal = SealId { department: Department::NaturalResources, number };
        made(Against::Seal { seal, suspend })
    };
    let standard = |item: &str, own| made(Against::Standard { item: item.parse().unwrap(), own });
    let capped = ceilings::with_one();
    let ceiling = |number| {
        let found = finding(Against::Ceiling { number: mark(number), region: None });
        opened::<Finding>(&found, &stamp(FOUND, &office), of_office(&capped))
    };
    let obstruction = |item: Option<Key>| made(Against::Obstruction { department: Department::Transport, item });
    let suspended = seals::suspended(SealId { department: Department::NaturalResources, number: 7 });
    let in_suspended = |suspend| {
        let seal = SealId { department: Department::NaturalResources, number: 7 };
        let found = finding(Against::Seal { seal, suspend });
        opened::<Finding>(&found, &stamp(FOUND, &office), of_office(&suspended))
    };
    let on_record = Rule::SubjectOnRecord;
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Sealed);
    let by = |body: Department| {
        let at = next_day(&case);
        opened::<Finding>(&of_case(&case), &Stamp { at, by: official(body) }, within(&case, &OFFICE))
    };
    vec![
        Story::of(on_record, seal(999, false), seal(7, false)),
        // what cannot be is not proposed to be suspended either, and that is told once
        Story::of(on_record, seal(999, true), seal(7, true)),
        Story::of(on_record, standard("A1-99", None), standard("A1-33", None)),
        Story::of(on_record, standard("A1-33", Some(Region::Wenshang)), standard("A1-33", None)),
        Story::of(on_record, ceiling("ZB-2"), ceiling("ZB-1")),
        Story::of(on_record, obstruction(Some("A1-99".parse().unwrap())), obstruction(None)),
        Story::of(Rule::SuspensionPossible, in_suspended(true), in_suspended(false)),
        Story::of(Rule::MatterActor, by(Department::Transport), by(Department::NaturalResources)),
    ]
}
