//! 下放实质性审核权 substantive review: the county reviews, decides and affixes the city department's Seal No. 2.
//!
//! ```text
//! cargo run --example substantive_review -- --lang zh
//! ```
//!
//! 道路客运站站级核定 (A1-36) is 市交通运输局's; 汶上县 handles it under the department's seal. On `examples/office.json`, where all bodies and people are
//! fictional.

#[path = "story/desk.rs"]
#[allow(dead_code, reason = "one story needs less than another")]
mod desk;

use std::process::ExitCode;

use desk::{ALL_PAPERS, Desk, Fallible, favourably, official, papers, review};
use tongquan::{
    Actor, AnyCase, Department, Region, Rule,
    case::{
        Role, StageKind,
        steps::{Accept, AffixSeal, AffixSealNo2, Deliver},
    },
    oversight::Ledger,
    register::SealId,
    route::Heading,
};

const HOME: Region = Region::Wenshang;
const CITY: Department = Department::Transport;
const SEAL: SealId = SealId { department: CITY, number: 7 };

fn main() -> ExitCode {
    desk::tell("substantive_review", story)
}

fn story(desk: Desk) -> Fallible<()> {
    desk.begin(
        "下放实质性审核权：道路客运站站级核定（A1-36），汶上县",
        "Substantive review: grading a road passenger station (A1-36), in 汶上县 (Wenshang County)",
    );
    let case = decided(&desk)?;
    let case = sealed(&desk, case)?;
    in_the_ledger(&desk, &case)?;
    disputed(&desk, &case)
}

/// The county's steps are the handbook's, and no other: not one of the county's own, and none of the city's.
fn decided(desk: &Desk) -> Fallible<AnyCase> {
    desk.words.head("县级审核、决定，环节不增", "The county reviews and decides, and adds no step");
    let papers = papers("A1-36", HOME, HOME.centre().ok_or("no centre")?, ALL_PAPERS)?;
    let heads = [Heading::Standing, Heading::Intake, Heading::Acceptance, Heading::Decision, Heading::Seal];
    desk.route(&papers, "2024-03-04", &heads)?;

    let case = desk.file(papers, "2024-03-04T09:00:00+08:00")?;
    let bureau = desk.holder(&case, Role::Deciding)?;
    let case = desk.take(case, Accept { receipt: "SL-1".parse()? }, "2024-03-04T09:30:00+08:00", bureau.clone())?;
    let case = desk.take(case, review("desk")?, "2024-03-05T09:00:00+08:00", bureau.clone())?;
    // 复核: the handbook lists none
    let recheck = review("recheck")?;
    let case = desk.refused(Rule::StepInStandard, case, recheck, "2024-03-05T14:00:00+08:00", bureau.clone())?;
    let case = desk.take(case, review("opinion")?, "2024-03-06T09:00:00+08:00", bureau.clone())?;
    let decision = favourably(&case);
    let city = official(CITY)?;
    let case = desk.refused(Rule::ActorHoldsRole, case, decision.clone(), "2024-03-06T14:00:00+08:00", city)?;
    desk.take(case, decision, "2024-03-06T15:00:00+08:00", bureau)
}

/// The seal is the department's, the hand that affixes it the county's: the user whom the agreement names.
fn sealed(desk: &Desk, case: AnyCase) -> Fallible<AnyCase> {
    desk.words.head("直接加盖“2号章”（C6）", "Seal No. 2 is affixed, by the county itself (C6)");
    let bureau = desk.holder(&case, Role::Sealing)?;
    let no_2 = AffixSealNo2 { seal: SEAL, circumstance: "decision".parse()?, documents: vec!["核定文书".parse()?] };
    let case = desk.refused(Rule::SealAsRouted, case, AffixSeal {}, "2024-03-07T09:00:00+08:00", bureau.clone())?;
    let case = desk.refused(Rule::SealNo2NamedUser, case, no_2.clone(), "2024-03-07T09:10:00+08:00", bureau.clone())?;
    let keeper =
        Actor::Official { body: bureau.body().ok_or("nobody seals")?.clone(), person: "wenshang-seal-keeper".parse()? };
    let case = desk.take(case, no_2, "2024-03-07T09:20:00+08:00", keeper)?;
    let case = desk.take(case, Deliver {}, "2024-03-07T10:00:00+08:00", bureau)?;
    desk.ends(&case, StageKind::Concluded)?;
    desk.words.say("决定之后应报备、推送（C4 C12）：", "Owed since the decision (C4 C12):");
    desk.owes(&case)?;
    Ok(case)
}

/// 用章台账, out of the journals themselves.
fn in_the_ledger(desk: &Desk, case: &AnyCase) -> Fallible<()> {
    desk.words.head("用章台账", "The ledger of the seal");
    let mut ledger = Ledger::default();
    ledger.add(case.record());
    for it in ledger.of_seal(SEAL) {
        let (seal, case, user) = (desk.words.fact(it.seal()), it.case(), it.user());
        desk.words.say(
            &format!("{} {seal} — 办件{case}，用章人{user}", it.at()),
            &format!("{} {seal} — case {case}, affixed by {user}", it.at()),
        );
    }
    if ledger.of_seal(SEAL).count() != 1 || ledger.findings(&desk.office).next().is_some() {
        return Err("the ledger tells otherwise".into());
    }
    desk.words.say("用章一次，核对登记无违规。", "One use; held against the registers, nothing is found against it.");
    Ok(())
}

/// Outward the paper carries the department's name; inside, who decided answers (C11).
fn disputed(desk: &Desk, case: &AnyCase) -> Fallible<()> {
    desk.words.head("如有争议：对外是市级，对内是县级", "Should it be disputed: outward the city, inside the county");
    let heads = [Heading::Answers, Heading::Defendant, Heading::Respondent];
    let route = desk.route(case.record().file(), "2024-03-08", &heads)?;
    let respondent = route.respondent();
    if respondent.who().department() != Some(CITY) || !respondent.is_contested() {
        return Err("the respondent is not the department, or nobody contests it".into());
    }
    if route.answers().is.region() != Some(HOME) {
        return Err("the county does not answer".into());
    }
    Ok(())
}
