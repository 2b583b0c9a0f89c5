//! 委托收件、受审分离 entrusted intake: the county takes in, accepts and passes on; the city decides and seals.
//!
//! ```text
//! cargo run --example entrusted_intake -- --lang zh
//! ```
//!
//! A1-61, on early retirement, is 市人力资源社会保障局's; 汶上县 is the window. On `examples/office.json`, where all bodies and people are fictional.

#[path = "story/desk.rs"]
#[allow(dead_code, reason = "one story needs less than another")]
mod desk;

use std::process::ExitCode;

use desk::{ALL_PAPERS, Desk, Fallible, favourably, ids, papers, review};
use tongquan::{
    AnyCase, Department, Region, Rule,
    case::{
        ReceiptStamp, Role, StageKind,
        steps::{Accept, AffixSeal, Close, Deliver, PassOn},
    },
    oversight::{Accountability, DisputedAct},
    route::Heading,
};

const HOME: Region = Region::Wenshang;
const CITY: Department = Department::HumanResources;

fn main() -> ExitCode {
    desk::tell("entrusted_intake", story)
}

fn story(desk: Desk) -> Fallible<()> {
    desk.begin(
        "委托收件、受审分离：参保人员因病、特殊工种提前退休领取基本养老保险待遇资格确认\
         （A1-61），汶上县",
        "Entrusted intake: who may retire early, for illness or special work (A1-61), in 汶上县 (Wenshang County)",
    );
    let case = taken_in(&desk)?;
    let case = decided(&desk, case)?;
    answered_for(&desk, &case)
}

/// 县级窗口受理收件: the county accepts, and its receipt says for whom.
fn taken_in(desk: &Desk) -> Fallible<AnyCase> {
    desk.words.head("县级收件、受理", "The county takes in and accepts");
    let papers = papers("A1-61", HOME, HOME.centre().ok_or("no centre")?, ALL_PAPERS)?;
    let heads = [Heading::Standing, Heading::Intake, Heading::Acceptance, Heading::Decision, Heading::Seal];
    desk.route(&papers, "2024-03-04", &heads)?;

    let case = desk.file(papers, "2024-03-04T09:00:00+08:00")?;
    let county = desk.holder(&case, Role::Accepting)?;
    let case = desk.take(case, Accept { receipt: "SL-1".parse()? }, "2024-03-04T09:30:00+08:00", county)?;
    let stamp = case.record().receipt_stamp().ok_or("nobody accepts")?;
    if stamp.on_behalf_of.and_then(|it| it.department()) != Some(CITY) {
        return Err("it was not accepted for the city".into());
    }
    let told = desk.words.of("受理凭证", "the receipt carries");
    println!("    {told}{}{} 〔{}〕", desk.words.of("：", ": "), desk.words.fact(stamp), ids(ReceiptStamp::BASIS));
    Ok(case)
}

/// 仍由市直部门办理: the county may neither review nor decide, before the papers went on or after.
fn decided(desk: &Desk, case: AnyCase) -> Fallible<AnyCase> {
    desk.words.head("转送市级，市级决定、用印", "Passed on; the city decides and seals");
    let county = desk.holder(&case, Role::Accepting)?;
    let city = desk.holder(&case, Role::Deciding)?;
    let decision = favourably(&case);
    let case =
        desk.refused(Rule::ActorHoldsRole, case, decision.clone(), "2024-03-04T10:00:00+08:00", county.clone())?;
    let case = desk.refused(Rule::PapersPassedOn, case, review("desk")?, "2024-03-04T10:30:00+08:00", city.clone())?;
    let case = desk.take(case, PassOn {}, "2024-03-04T15:00:00+08:00", county.clone())?;
    let case = desk.take(case, review("desk")?, "2024-03-05T09:00:00+08:00", city.clone())?;
    let case = desk.take(case, review("opinion")?, "2024-03-06T09:00:00+08:00", city.clone())?;
    let case =
        desk.refused(Rule::ActorHoldsRole, case, decision.clone(), "2024-03-07T09:00:00+08:00", county.clone())?;
    let case = desk.take(case, decision, "2024-03-07T09:30:00+08:00", city.clone())?;
    let case = desk.refused(Rule::ActorHoldsRole, case, AffixSeal {}, "2024-03-07T09:40:00+08:00", county.clone())?;
    let case = desk.take(case, AffixSeal {}, "2024-03-07T10:00:00+08:00", city.clone())?;
    desk.words.say(
        "送达可在收件的窗口（P2，一地办结）：",
        "It is delivered where it was handed in: all is done in one place (P2):",
    );
    let case = desk.take(case, Deliver {}, "2024-03-08T09:00:00+08:00", county)?;
    let case = desk.take(case, Close {}, "2024-03-08T10:00:00+08:00", city)?;
    desk.ends(&case, StageKind::Closed)?;
    Ok(case)
}

/// One case, two who answer: each for what it did (S2, C11).
fn answered_for(desk: &Desk, case: &AnyCase) -> Fallible<()> {
    desk.words.head("谁做的谁负责（S2 C11）", "Each answers for what it did (S2 C11)");
    for act in [DisputedAct::Intake, DisputedAct::Decision] {
        let who = Accountability::of_case(&case.record().docket(), act);
        let (inside, outward) = (who.answers(), who.respondent());
        let law: Vec<&str> = outward.in_reconsideration("2024-03-11".parse()?)?.map(|it| it.id()).collect();
        let (about, by) = (desk.words.fact(act), outward.who());
        desk.words.say(&format!("就{about}发生争议："), &format!("A dispute over {about}:"));
        let inside_by = desk.words.told(&inside.is);
        println!("    {}{inside_by} 〔{}〕", desk.words.of("内部责任：", "answers inside: "), ids(inside.basis));
        let outward_by = desk.words.told(&by);
        println!(
            "    {}{outward_by} 〔{}〕",
            desk.words.of("复议被申请人：", "reconsideration respondent: "),
            law.join(" ")
        );
        let by_county = inside.is.region() == Some(HOME);
        if by_county != (act == DisputedAct::Intake) || outward.who().department() != Some(CITY) {
            return Err("another answers".into());
        }
    }
    Ok(())
}
