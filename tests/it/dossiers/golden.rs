//! The golden dossiers: one of each matter, beside the golden case in review and the fictional office; what version 1 wrote is read for ever.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase,
    oversight::{
        Dispute, DisputeState, Dossier, Engagement, EngagementState, Feedback, FeedbackState, Finding, FindingState,
        Licence, LicenceState, Matter, Minutes, Payer, Reversal, ReversalState,
    },
    register::{Expert, SealId},
};

use super::samples::{Sample, given};
use crate::journals::{Golden, proven};

const DOSSIERS: &str = include_str!("../../golden/dossiers.json");

/// The experts are in the registers of `examples/office.json` beside what is there.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dossiers {
    experts: Vec<Expert>,
    finding: Minutes<Finding>,
    dispute: Minutes<Dispute>,
    licence: Minutes<Licence>,
    engagement: Minutes<Engagement>,
    feedback: Minutes<Feedback>,
    reversal: Minutes<Reversal>,
}

fn dossiers() -> Dossiers {
    serde_json::from_str(DOSSIERS).unwrap()
}

pub(super) fn experts() -> Vec<Expert> {
    dossiers().experts
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_golden_dossiers_are_read_and_written_back_byte_for_byte() {
    let wire: String = DOSSIERS.lines().collect();
    assert_eq!(serde_json::to_string(&dossiers()).unwrap(), wire);
}

/// The golden case that minutes are of.
fn case_of<M: Matter>(minutes: &Minutes<M>) -> Option<AnyCase> {
    let id = M::case_of(&minutes.opening.step)?;
    let case = proven(&Golden::called("review").entries());
    assert_eq!(case.record().id(), id);
    Some(case)
}

#[track_caller]
fn proven_dossier<M: Sample>(minutes: Minutes<M>) -> Dossier<M> {
    let case = case_of(&minutes);
    let beside = M::beside(case.as_ref(), &given().office);
    Dossier::prove(minutes, beside).unwrap_or_else(|why| panic!("{}: {why}", M::NAME))
}

#[test]
fn the_golden_dossiers_are_proven_and_stand_where_they_stood() {
    let all = dossiers();
    let finding = proven_dossier(all.finding);
    assert_eq!((finding.state(), finding.version()), (FindingState::Closed, 5));
    let seal = SealId { department: tongquan::Department::NaturalResources, number: 7 };
    assert_eq!(finding.proposed(day("2024-04-08")), None, "it is closed");
    let begun = Minutes { opening: dossiers().finding.opening, steps: Vec::new() };
    let proposed = proven_dossier(begun).proposed(day("2024-04-08")).unwrap();
    assert_eq!((proposed.seal, finding.matter().number().as_str()), (seal, "JC-2024-1"));
    let told = dossiers().finding.opening.step;
    let matter = finding.matter();
    assert_eq!((matter.against(), matter.what(), matter.clause()), (&told.against, &told.what, told.clause));

    let dispute = proven_dossier(all.dispute);
    assert_eq!((dispute.state(), dispute.version()), (DisputeState::Concluded, 6));
    assert_eq!(dispute.matter().paid(), dispute.matter().reimbursed());
    // under Seal No. 2 the county answers inside, and the department is the one that is sued
    let (answers, respondent) = (dispute.matter().answers(), dispute.matter().respondent());
    assert_eq!((answers.label(), respondent.label()), ("汶上县行政审批服务局（虚构）", "市自然资源和规划局"));
    assert!(dispute.matter().is_contested());

    let licence = proven_dossier(all.licence);
    assert_eq!((licence.state(), licence.version()), (LicenceState::Cancelled, 7));
    assert_eq!((licence.matter().number().as_str(), licence.matter().owed().count()), ("ZZ-1", 2));

    let engagement = proven_dossier(all.engagement);
    assert_eq!((engagement.state(), engagement.version()), (EngagementState::Opined, 2));
    assert_eq!(engagement.matter().payer().is, Payer::Department(tongquan::Department::NaturalResources));

    let feedback = proven_dossier(all.feedback);
    assert_eq!((feedback.state(), feedback.version()), (FeedbackState::Received, 2));

    let reversal = proven_dossier(all.reversal);
    assert_eq!((reversal.state(), reversal.version()), (ReversalState::Reopened, 2));
    assert_eq!(reversal.matter().reopened().map(|it| it.as_str()), Some("2024-000117"));
}

/// Each of them refers to the others as they do to it.
#[test]
fn the_golden_dossiers_tell_one_story() {
    let all = dossiers();
    let found = all.finding.opening.step.number.clone();
    assert_eq!(all.feedback.opening.step.finding.as_ref(), Some(&found));
    let ground = serde_json::to_value(&all.reversal.opening.step.on).unwrap();
    assert_eq!(ground["dispute"], serde_json::to_value(&all.dispute.opening.step.number).unwrap());
    let cancelled = serde_json::to_value(&all.licence.steps.last().unwrap().step).unwrap();
    assert_eq!(cancelled["cancel"]["ground"]["revoked"], all.reversal.opening.step.number.as_str());
    // a person who reads it sees that it is made up, and a line for each entry
    let texts = DOSSIERS.matches("（虚构）").count();
    assert!(texts > 10, "{texts}");
    assert!(DOSSIERS.lines().all(|it| it.chars().count() < 600));
}

fn kinds<M: Sample>(minutes: &Minutes<M>) -> BTreeSet<M::Kind> {
    minutes.steps.iter().map(|it| M::kind_of(&it.step)).collect()
}

#[test]
fn the_golden_dossiers_have_almost_every_kind_of_step() {
    let all = dossiers();
    let missing = |count: usize, all: usize| all - count;
    let told = [
        missing(kinds(&all.finding).len(), <Finding as Matter>::Kind::iter().count()),
        missing(kinds(&all.dispute).len(), <Dispute as Matter>::Kind::iter().count()),
        missing(kinds(&all.licence).len(), <Licence as Matter>::Kind::iter().count()),
        missing(kinds(&all.engagement).len(), <Engagement as Matter>::Kind::iter().count()),
        missing(kinds(&all.feedback).len(), <Feedback as Matter>::Kind::iter().count()),
        missing(kinds(&all.reversal).len(), <Reversal as Matter>::Kind::iter().count()),
    ];
    // what was closed or ruled was not withdrawn, and an expert who gave an opinion was not released
    assert_eq!(told, [1, 1, 0, 1, 0, 0]);
}
