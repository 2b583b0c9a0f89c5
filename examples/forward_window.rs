//! 窗口前移 forward service window: the power stays with the city, and its staff come to the county.
//!
//! ```text
//! cargo run --example forward_window -- --lang zh
//! ```
//!
//! 对自愿实施清洁生产审核的单位进行认定 (A1-24) is 市生态环境局's, which has staff at the centre of 汶上县, until it calls them back. On
//! `examples/office.json`, where all bodies and people are fictional.

#[path = "story/desk.rs"]
#[allow(dead_code, reason = "one story needs less than another")]
mod desk;

use std::process::ExitCode;

use desk::{ALL_PAPERS, Desk, Fallible, favourably, official, papers, review};
use tongquan::{
    AnyCase, Department, Region, Rule,
    case::{
        Role, StageKind,
        steps::{Accept, AffixSeal, Close, Deliver},
    },
    place::Centre,
    register::{Ending, Ends, Revision},
    route::{Gap, Heading},
};

const HOME: Region = Region::Wenshang;
const CITY: Department = Department::Ecology;

fn main() -> ExitCode {
    desk::tell("forward_window", story)
}

fn story(mut desk: Desk) -> Fallible<()> {
    desk.begin(
        "窗口前移：对自愿实施清洁生产审核的单位进行认定（A1-24），汶上县",
        "Forward service window: recognising voluntary cleaner-production audits (A1-24), in 汶上县 (Wenshang County)",
    );
    let case = decided_by_the_city(&desk)?;
    nothing_is_owed(&desk, case)?;
    called_back(&mut desk)
}

/// 派驻人员 act for the department: at the county's centre it is the city that takes in, accepts and decides.
fn decided_by_the_city(desk: &Desk) -> Fallible<AnyCase> {
    desk.words.head("市直部门派驻人员在县级中心办理", "The city's staff at the county's centre");
    let papers = papers("A1-24", HOME, HOME.centre().ok_or("no centre")?, ALL_PAPERS)?;
    let heads = [Heading::Standing, Heading::Intake, Heading::Acceptance, Heading::Decision, Heading::Seal];
    desk.route(&papers, "2024-03-04", &heads)?;

    let county = desk.clerk_of("wenshang-bureau")?;
    desk.words.say("派驻人员以市级部门的名义办理（C1）：", "The staff act in the name of the city department (C1):");
    desk.not_filed(Rule::ActorHoldsRole, &papers, "2024-03-04T08:50:00+08:00", county.clone())?;
    let case = desk.file(papers, "2024-03-04T09:00:00+08:00")?;
    let posted = desk.holder(&case, Role::Intake)?;
    let accept = Accept { receipt: "SL-1".parse()? };
    let case = desk.refused(Rule::ActorHoldsRole, case, accept.clone(), "2024-03-04T09:10:00+08:00", county.clone())?;
    let case = desk.take(case, accept, "2024-03-04T09:20:00+08:00", posted.clone())?;
    let case = desk.take(case, review("desk")?, "2024-03-05T09:00:00+08:00", posted.clone())?;
    let case = desk.take(case, review("opinion")?, "2024-03-06T09:00:00+08:00", posted.clone())?;
    let decision = favourably(&case);
    let case = desk.refused(Rule::ActorHoldsRole, case, decision.clone(), "2024-03-06T14:00:00+08:00", county)?;
    let case = desk.take(case, decision, "2024-03-06T15:00:00+08:00", posted.clone())?;
    let case = desk.take(case, AffixSeal {}, "2024-03-06T15:30:00+08:00", posted.clone())?;
    desk.take(case, Deliver {}, "2024-03-07T09:00:00+08:00", posted)
}

/// Reports and pushes are what a region owes.
fn nothing_is_owed(desk: &Desk, case: AnyCase) -> Fallible<()> {
    desk.words.head("市级决定，市级负责", "The city decided, and the city answers");
    desk.owes_nothing(
        &case,
        "市级决定的不报备（C4）、不推送（S18），送达后即可归档。",
        "What the city decides is neither reported (C4) nor pushed (S18): once delivered, it can be closed.",
    )?;
    let posted = desk.holder(&case, Role::Deciding)?;
    let case = desk.take(case, Close {}, "2024-03-07T09:30:00+08:00", posted)?;
    desk.ends(&case, StageKind::Closed)?;
    desk.route(case.record().file(), "2024-03-07", &[Heading::Answers, Heading::Defendant, Heading::Respondent])
        .map(drop)
}

/// Where nobody is posted there is no window: the item is handled in the city again, and the registers say who owes what.
fn called_back(desk: &mut Desk) -> Fallible<()> {
    desk.words.head("派驻人员撤回之后（S11）", "The staff are called back (S11)");
    let posting = Ends::Posting { department: CITY, region: HOME };
    let ending = Ending { ends: posting, last: "2024-06-30".parse()?, reason: "（虚构）人员调整".parse()? };
    desk.record(&Revision { endings: vec![ending], ..Revision::on("2024-06-24".parse()?) })?;

    let here = papers("A1-24", HOME, HOME.centre().ok_or("no centre")?, ALL_PAPERS)?;
    let heads = [Heading::Standing, Heading::Why, Heading::Intake, Heading::Decision, Heading::Venue, Heading::Counter];
    desk.route(&here, "2024-06-28", &heads)?;
    if desk.route(&here, "2024-07-01", &heads)?.why().is.gap != Some(Gap::NoStaffPosted) {
        return Err("somebody is posted".into());
    }
    let item = desk.office.catalogue().latest().look_up("A1-24")?;
    for it in desk.office.readiness(item, HOME, "2024-07-01".parse()?).missing() {
        println!("      - {}", desk.words.told(&it));
    }

    desk.not_filed(Rule::VenueOpen, &here, "2024-07-01T09:00:00+08:00", official(CITY)?)?;
    let in_the_city = papers("A1-24", HOME, Centre::CITY, ALL_PAPERS)?;
    let case = desk.file(in_the_city, "2024-07-01T14:00:00+08:00")?;
    desk.ends(&case, StageKind::Filed)
}
