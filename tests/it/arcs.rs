//! The lifecycle table against the independent model, and what a step without an arc meets.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Region, Rule, Stamp,
    case::{
        ARCS, Message, StageKind, StepKind,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, CorrectOnSpot, DecideFavourably,
            DecideUnfavourably, DeemAccepted, Deliver, Ground, HandInCorrections, IssueLicence, Lapse, NotAccept,
            PassOn, Push, Reply, Report, Resume, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::SealId,
};

use crate::{
    model,
    support::{OFFICE, case_at, extend, mark, official, stranger, suspend},
};

/// Some step of each kind.
fn step(kind: StepKind) -> AnyStep {
    let seal = SealId { department: tongquan::Department::NaturalResources, number: 7 };
    match kind {
        StepKind::AskForCorrections => AskForCorrections { materials: vec![mark("form")] }.into(),
        StepKind::CorrectOnSpot => CorrectOnSpot { material: mark("form"), what: "日期补全".parse().unwrap() }.into(),
        StepKind::NotAccept => NotAccept { receipt: mark("BYSL-1"), ground: Ground::NothingToApplyFor }.into(),
        StepKind::Suspend => suspend().into(),
        StepKind::Resume => Resume {}.into(),
        StepKind::DeemAccepted => DeemAccepted {}.into(),
        StepKind::Lapse => Lapse {}.into(),
        StepKind::Extend => extend(official(stranger(Region::Wenshang))).into(),
        StepKind::Transfer => Transfer { reason: "手册换版".parse().unwrap() }.into(),
        StepKind::Withdraw => Withdraw { reason: None }.into(),
        StepKind::HandInCorrections => HandInCorrections { materials: vec![mark("form")] }.into(),
        StepKind::Accept => Accept { receipt: mark("SL-1") }.into(),
        StepKind::PassOn => PassOn {}.into(),
        StepKind::TakeReviewStep => TakeReviewStep { step: mark("desk"), finding: None, officers: vec![] }.into(),
        StepKind::DecideFavourably => DecideFavourably { attested: vec![] }.into(),
        StepKind::DecideUnfavourably => DecideUnfavourably { unmet: vec![], remedies: vec![] }.into(),
        StepKind::AffixSeal => AffixSeal {}.into(),
        StepKind::AffixSealNo2 => AffixSealNo2 { seal, circumstance: mark("decision"), documents: vec![] }.into(),
        StepKind::IssueLicence => IssueLicence { number: mark("ZZ-1") }.into(),
        StepKind::Deliver => Deliver {}.into(),
        StepKind::Report => Report {}.into(),
        StepKind::Push => Push {}.into(),
        StepKind::Acknowledge => Acknowledge { message: Message::Report, reply: Reply::Acknowledged }.into(),
        StepKind::Close => Close {}.into(),
    }
}

fn wire(name: impl serde::Serialize) -> String {
    serde_json::to_value(name).unwrap().as_str().unwrap().to_owned()
}

/// Papers are passed on by the window that has them, which the table calls a window, the rulebook's word; out of "accepted" it has one arc for two
/// of the model's, the foreign venue's and the accepting body's. Which of them it is, `PapersWithActor` tells, and `who_may` compares.
fn as_listed((from, step, role, to): (&'static str, &'static str, &'static str, &'static str)) -> [&'static str; 4] {
    match (from, step, role) {
        ("filed", "pass_on", "intake") | ("accepted", "pass_on", "intake" | "accepting") => [from, step, "window", to],
        _ => [from, step, role, to],
    }
}

#[test]
fn the_table_has_the_arcs_and_roles_of_the_rulebook_and_no_other() {
    let ours: BTreeSet<[String; 4]> =
        ARCS.iter().map(|arc| [wire(arc.from), wire(arc.step), arc.role.english().to_owned(), wire(arc.to)]).collect();
    let models: BTreeSet<[String; 4]> =
        model::arcs().into_iter().map(as_listed).map(|arc| arc.map(str::to_owned)).collect();
    assert_eq!(ours.difference(&models).collect::<Vec<_>>(), Vec::<&[String; 4]>::new(), "not in the rulebook");
    assert_eq!(models.difference(&ours).collect::<Vec<_>>(), Vec::<&[String; 4]>::new(), "not in the table");
    assert_eq!(ARCS.len(), ours.len(), "an arc stands twice");
    assert_eq!(model::arcs().len(), ours.len() + 1, "two of the model's, and no more, are one here");
}

#[test]
fn four_stages_are_terminal_and_every_other_leads_on() {
    for stage in StageKind::iter() {
        let ended =
            matches!(stage, StageKind::Closed | StageKind::NotAccepted | StageKind::Withdrawn | StageKind::Lapsed);
        assert_eq!(stage.is_terminal(), ended);
        assert_eq!(stage.steps().count(), ARCS.iter().filter(|arc| arc.from == stage).count());
    }
}

#[test]
fn a_step_without_an_arc_is_refused_citing_clause_7_and_everything_comes_back() {
    let mut refused = 0;
    for stage in StageKind::iter() {
        let case = case_at(&OFFICE, "A1-33", Region::Wenshang, stage);
        for kind in StepKind::iter().filter(|kind| !stage.steps().any(|it| it == *kind)) {
            let stamp = Stamp { at: case.record().last_at(), by: official(stranger(Region::Wenshang)) };
            let back = case.clone().apply(step(kind), stamp.clone(), &OFFICE).unwrap_err();
            assert_eq!((&back.case, &back.step, &back.stamp), (&case, &step(kind), &stamp));
            let [objection] = back.why.objections() else { panic!("{}", back.why) };
            assert_eq!(objection.rule, Rule::StepHasPlace);
            assert!(objection.rule.sources().iter().any(|it| it.id() == "C7"));
            assert_eq!(case.check(&step(kind), &stamp, &OFFICE), Err(back.why));
            refused += 1;
        }
    }
    assert_eq!(refused, StageKind::iter().count() * StepKind::iter().count() - ARCS.len());
}

#[test]
fn what_a_case_offers_is_what_the_table_lists() {
    for stage in StageKind::iter() {
        let case: AnyCase = case_at(&OFFICE, "A1-33", Region::Wenshang, stage);
        let offered: Vec<StepKind> = case.steps().collect();
        assert_eq!(offered, stage.steps().collect::<Vec<_>>());
    }
}
