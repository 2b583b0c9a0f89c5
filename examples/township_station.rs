//! 三级同权 three-tier power parity: the region chooses for its townships, and papers are handed in at stations near home.
//!
//! ```text
//! cargo run --example township_station -- --lang zh
//! ```
//!
//! 就业登记 (A2-8) in 南旺镇 of 汶上县, on `examples/office.json`, then on what is recorded later as data, in `examples/choices.json` and
//! `examples/stations.json`. All bodies, people and choices are fictional.

#[path = "story/desk.rs"]
#[allow(dead_code, reason = "one story needs less than another")]
mod desk;

use std::process::ExitCode;

use desk::{ALL_PAPERS, Desk, Fallible, favourably, papers, read, review};
use tongquan::{
    Place, Region, Rule, Venue,
    case::{
        Role, StageKind,
        steps::{Accept, AffixSeal, Close, Deliver, File},
    },
    register::Revision,
    route::{Heading, NoRoute},
};

const HOME: Region = Region::Wenshang;

fn main() -> ExitCode {
    desk::tell("township_station", story)
}

fn story(mut desk: Desk) -> Fallible<()> {
    desk.begin(
        "三级同权：就业登记（A2-8）等，汶上县南旺镇",
        "Three-tier power parity: registering employment (A2-8) and more, in 南旺镇 (Nanwang) of 汶上县 (Wenshang)",
    );
    chosen_by_the_region(&mut desk)?;
    decided_by_the_township(&desk)?;
    let [permission, choice]: [Revision; 2] = read("stations.json")?;
    at_the_village(&mut desk, &permission)?;
    at_the_station(&mut desk, &choice)
}

/// Annex 2 names no modality: until the region has chosen, and elsewhere than it chose, nobody is competent by default.
fn chosen_by_the_region(desk: &mut Desk) -> Fallible<()> {
    desk.words.head("由区域自行确定（附件2）", "The region chooses (annex 2)");
    let nanwang = in_nanwang("A2-8", "南旺镇为民服务中心")?;
    let (must_choose, county) = (NoRoute::RegionMustChoose { region: HOME }, desk.clerk_of("wenshang-bureau")?);
    desk.no_route(must_choose, &nanwang, "2024-06-28")?;
    desk.not_filed(Rule::RegionHasChosen, &nanwang, "2024-06-28T09:00:00+08:00", county)?;

    let chosen: Revision = read("choices.json")?;
    desk.record(&chosen)?;
    desk.words.say(
        &format!("{} 汶上县登记所作选择：公共服务事项直接下放南旺镇、康驿镇，自2024-07-08起。", chosen.recorded),
        &format!(
            "{} 汶上县 records what it chose: public-service items go directly to 南旺镇 and 康驿镇, from 2024-07-08.",
            chosen.recorded
        ),
    );
    let from = "2024-07-08".parse()?;
    desk.no_route(NoRoute::ChosenFrom { region: HOME, from }, &nanwang, "2024-07-05")?;
    let Place::Township(ciqiu) = "次邱镇".parse()? else { return Err("no township".into()) };
    let elsewhere = papers("A2-8", ciqiu, Venue::TownshipCentre(ciqiu), ALL_PAPERS)?;
    let not_there = NoRoute::NotChosenThere { region: HOME, township: Some(ciqiu) };
    desk.no_route(not_there, &elsewhere, "2024-07-08")
}

/// The township handles what was chosen for it, in its own name: neither the county nor another township does.
fn decided_by_the_township(desk: &Desk) -> Fallible<()> {
    desk.words.head("乡镇受理、决定、用印", "The township accepts, decides and seals");
    let papers = in_nanwang("A2-8", "南旺镇为民服务中心")?;
    let heads =
        [Heading::Standing, Heading::Intake, Heading::Decision, Heading::Seal, Heading::Answers, Heading::Respondent];
    desk.route(&papers, "2024-07-08", &heads)?;

    let case = desk.file(papers, "2024-07-08T09:00:00+08:00")?;
    let township = desk.holder(&case, Role::Deciding)?;
    let (another, county) = (desk.clerk_of("kangyi")?, desk.clerk_of("wenshang-bureau")?);
    let accept = Accept { receipt: "SL-1".parse()? };
    let case = desk.refused(Rule::ActorHoldsRole, case, accept.clone(), "2024-07-08T09:10:00+08:00", another)?;
    let case = desk.take(case, accept, "2024-07-08T09:20:00+08:00", township.clone())?;
    let case = desk.take(case, review("desk")?, "2024-07-08T10:00:00+08:00", township.clone())?;
    let case = desk.take(case, review("opinion")?, "2024-07-08T10:30:00+08:00", township.clone())?;
    let decision = favourably(&case);
    let case = desk.refused(Rule::ActorHoldsRole, case, decision.clone(), "2024-07-08T11:00:00+08:00", county)?;
    let case = desk.take(case, decision, "2024-07-08T11:10:00+08:00", township.clone())?;
    let case = desk.take(case, AffixSeal {}, "2024-07-08T11:20:00+08:00", township.clone())?;
    let case = desk.take(case, Deliver {}, "2024-07-08T11:30:00+08:00", township.clone())?;
    desk.owes_nothing(
        &case,
        "乡镇决定的不报备、不推送（S53）。",
        "What a township decides is neither reported nor pushed (S53).",
    )?;
    let case = desk.take(case, Close {}, "2024-07-08T14:00:00+08:00", township)?;
    desk.ends(&case, StageKind::Closed)
}

/// 便民服务站: a village takes papers in where that is on record, from the day on which it begins, and nowhere else (C15, S13).
fn at_the_village(desk: &mut Desk, recorded: &Revision) -> Fallible<()> {
    desk.words.head("村便民服务站收件，以登记为准", "A village station takes papers in where that is on record");
    let papers = in_nanwang("A2-9", "南旺镇杏林村委会便民服务站")?;
    let township = desk.clerk_of("nanwang")?;
    desk.not_filed(Rule::VenueOpen, &papers, "2024-07-15T09:00:00+08:00", township.clone())?;
    desk.record(recorded)?;
    desk.words.say(
        &format!("{} 登记收件权限SJ-05：{}，自2024-07-18起。", recorded.recorded, papers.venue),
        &format!("{} permission SJ-05 is recorded: {}, from 2024-07-18.", recorded.recorded, papers.venue),
    );
    if desk.route(&papers, "2024-07-17", &[Heading::Venue])?.access().is_open() {
        return Err("it is open too early".into());
    }
    desk.route(&papers, "2024-07-18", &[Heading::Venue, Heading::Intake, Heading::Acceptance])?;
    let case = desk.file(papers, "2024-07-18T09:00:00+08:00")?;
    let case = desk.take(case, Accept { receipt: "SL-2".parse()? }, "2024-07-18T09:30:00+08:00", township.clone())?;
    desk.ends(&case, StageKind::Accepted)?;

    let next_door = in_nanwang("A2-9", "南旺镇白庄村委会便民服务站")?;
    desk.not_filed(Rule::VenueOpen, &next_door, "2024-07-18T10:00:00+08:00", township)
}

/// 行政审批服务所: the outpost of the county's approval bureau is there for the bureau's items (C14), and so for what the region shares by window.
fn at_the_station(desk: &mut Desk, chosen: &Revision) -> Fallible<()> {
    desk.words.head("行政审批服务所：县级审批局派驻乡镇", "The approval station: the county's bureau in the town");
    let the_townships = in_nanwang("A2-8", "南旺镇行政审批服务所")?;
    let by_window = in_nanwang("A2-2", "南旺镇行政审批服务所")?;
    let bureau = desk.clerk_of("wenshang-bureau")?;
    desk.not_filed(Rule::VenueOpen, &the_townships, "2024-07-19T09:00:00+08:00", bureau.clone())?;
    desk.record(chosen)?;
    desk.words.say(
        &format!("{} 汶上县再登记所作选择：A2-2以窗口前移的方式在南旺镇办理，自2024-07-22起。", chosen.recorded),
        &format!(
            "{} 汶上县 records another choice: A2-2 by forward service window in 南旺镇, from 2024-07-22.",
            chosen.recorded
        ),
    );
    let heads = [Heading::Standing, Heading::Venue, Heading::Intake, Heading::Decision, Heading::Seal];
    desk.route(&by_window, "2024-07-22", &heads)?;
    let case = desk.file(by_window, "2024-07-22T09:00:00+08:00")?;
    let case = desk.take(case, Accept { receipt: "SL-3".parse()? }, "2024-07-22T09:30:00+08:00", bureau)?;
    desk.ends(&case, StageKind::Accepted)
}

fn in_nanwang(item: &str, venue: &str) -> Fallible<File> {
    papers(item, "南旺镇".parse::<Place>()?, venue.parse::<Venue>()?, ALL_PAPERS)
}
