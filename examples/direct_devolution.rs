//! 直接下放 direct devolution: the county decides in its own name and under its own seal, and tells the city afterwards.
//!
//! ```text
//! cargo run --example direct_devolution -- --lang zh
//! ```
//!
//! 建设工程规划验线 (A1-13) was 市行政审批服务局's; 汶上县 has it whole. On `examples/office.json`, where all bodies and people are fictional.

#[path = "story/desk.rs"]
#[allow(dead_code, reason = "one story needs less than another")]
mod desk;

use std::process::ExitCode;

use desk::{ALL_PAPERS, Desk, Fallible, favourably, official, papers, review};
use tongquan::{
    AnyCase, Department, Region, Rule,
    case::{
        Role, StageKind,
        steps::{Accept, Acknowledge, AffixSeal, AffixSealNo2, Close, Deliver, Push, Reply, Report},
    },
    register::SealId,
    route::Heading,
};

const HOME: Region = Region::Wenshang;
const CITY: Department = Department::ApprovalService;

fn main() -> ExitCode {
    desk::tell("direct_devolution", story)
}

fn story(desk: Desk) -> Fallible<()> {
    desk.begin(
        "直接下放：建设工程规划验线（A1-13），汶上县",
        "Direct devolution: checking that a project keeps to its planned lines (A1-13), in 汶上县 (Wenshang County)",
    );
    let case = decided(&desk)?;
    let case = sealed(&desk, case)?;
    told(&desk, case)
}

/// The power came whole: nobody of the city has a part in it any more.
fn decided(desk: &Desk) -> Fallible<AnyCase> {
    desk.words.head("县级以自己的名义办理、决定", "The county handles and decides in its own name");
    let papers = papers("A1-13", HOME, HOME.centre().ok_or("no centre")?, ALL_PAPERS)?;
    let heads = [Heading::Standing, Heading::Intake, Heading::Decision, Heading::Seal, Heading::Answers];
    desk.route(&papers, "2024-03-04", &heads)?;

    let case = desk.file(papers, "2024-03-04T09:00:00+08:00")?;
    let bureau = desk.holder(&case, Role::Deciding)?;
    let case = desk.take(case, Accept { receipt: "SL-1".parse()? }, "2024-03-04T09:30:00+08:00", bureau.clone())?;
    let case = desk.take(case, review("desk")?, "2024-03-05T09:00:00+08:00", bureau.clone())?;
    let case = desk.take(case, review("opinion")?, "2024-03-06T09:00:00+08:00", bureau.clone())?;
    let decision = favourably(&case);
    let city = official(CITY)?;
    let case = desk.refused(Rule::ActorHoldsRole, case, decision.clone(), "2024-03-06T14:00:00+08:00", city)?;
    desk.take(case, decision, "2024-03-06T15:00:00+08:00", bureau)
}

/// The region holds a Seal No. 2 of the same department, for what is in substantive review: not for this.
fn sealed(desk: &Desk, case: AnyCase) -> Fallible<AnyCase> {
    desk.words.head("用本单位印章，不用“2号章”", "Its own seal, and not Seal No. 2");
    let bureau = desk.holder(&case, Role::Sealing)?;
    let no_2 = AffixSealNo2 {
        seal: SealId { department: CITY, number: 7 },
        circumstance: "decision".parse()?,
        documents: vec!["决定书".parse()?],
    };
    let case = desk.refused(Rule::SealNo2Review, case, no_2, "2024-03-07T09:00:00+08:00", bureau.clone())?;
    let case = desk.take(case, AffixSeal {}, "2024-03-07T09:30:00+08:00", bureau.clone())?;
    desk.take(case, Deliver {}, "2024-03-07T10:00:00+08:00", bureau)
}

/// What the region decides it reports to the department (C4); what its approval bureau decides goes to whoever supervises (C12).
fn told(desk: &Desk, mut case: AnyCase) -> Fallible<()> {
    desk.words.head("批后报备与推送", "Reported and pushed afterwards");
    desk.words.say(
        "决定之后即应报备、推送；“及时”没有天数（S6），未全部签收的不能归档：",
        "Owed from the decision on; “promptly” has no number (S6), and nothing is closed before all is acknowledged:",
    );
    desk.owes(&case)?;
    let bureau = desk.holder(&case, Role::Reporting)?;
    case = desk.take(case, Report {}, "2024-03-07T11:00:00+08:00", bureau.clone())?;
    case = desk.take(case, Push {}, "2024-03-07T11:10:00+08:00", bureau.clone())?;
    case = desk.refused(Rule::DutiesDone, case, Close {}, "2024-03-07T16:00:00+08:00", bureau.clone())?;
    for owed in case.record().duties().to_vec() {
        let addressee = official(owed.to.ok_or("nobody is named")?)?;
        let signs = Acknowledge { message: owed.message, reply: Reply::Acknowledged };
        case = desk.take(case, signs, "2024-03-08T09:00:00+08:00", addressee)?;
    }
    case = desk.take(case, Close {}, "2024-03-08T10:00:00+08:00", bureau)?;
    desk.ends(&case, StageKind::Closed)?;

    desk.words.head("如有争议", "Should it be disputed");
    let heads = [Heading::Answers, Heading::Defendant, Heading::Respondent];
    let respondent = desk.route(case.record().file(), "2024-03-08", &heads)?.respondent();
    if respondent.is_contested() || respondent.who().region() != Some(HOME) {
        return Err("the county is not respondent".into());
    }
    Ok(())
}
