//! A dispute over a case that a county decided under Seal No. 2: from the supervisor's feedback and the petition to who pays, and what is done anew.
//!
//! ```text
//! cargo run --example dispute -- --lang zh
//! ```
//!
//! The case is closed before any of it begins, and none of it moves the case: each matter is a dossier of its own, judged step by step against the
//! case and the registers. All bodies, people and numbers are fictional.

#[path = "story/read.rs"]
mod read;
#[path = "handle_case/walk.rs"]
#[allow(dead_code, reason = "the other example tells every step of one case")]
mod walk;

use std::{error::Error, fmt::Display, process::ExitCode};

use chrono::NaiveDate;
use read::read;
use tongquan::{
    Actor, AnyCase, Body, Calendar, Office, Party, Record, Refusal, Region, Source, Stamp,
    case::StageKind,
    law::Article,
    oversight::{
        Accountability, Against, Amount, Award, AwardKind, Dispute, DisputeKind, DisputeStep, DisputedAct, Dossier,
        Feedback, FeedbackStep, Finding, FindingStep, GiveFeedback, InOffice, Lodge, MakeFinding, Matter, OnCase,
        Reversal, ReversalStep, Revoke, RevokedOn, Ruling,
    },
    route::Tier,
    text::Text,
};
use walk::{Walk, Words};

type Fallible<T> = Result<T, Box<dyn Error>>;

const REGION: Region = Region::Wenshang;

fn main() -> ExitCode {
    match Words::asked("dispute").map_err(Into::into).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: Words) -> Fallible<()> {
    let office: Office = read("office.json")?;
    words
        .say("标有（虚构）的单位和全部人员、编号均为虚构。", "All people, numbers and bodies so marked are fictional.");
    let case = closed(&office)?;
    let desk = Desk { office: &office, case: &case, words };
    desk.begin()?;
    desk.feedback_and_finding()?;
    desk.petition()?;
    desk.reconsideration()?;
    desk.anew()
}

/// A case of 道路客运站站级核定, decided by the county's bureau, sealed with Seal No. 2, reported, pushed and closed.
fn closed(office: &Office) -> Fallible<AnyCase> {
    let day = "2024-03-04".parse()?;
    let item = office.catalogue().in_force(day).ok_or("no list yet")?.look_up("道路客运站站级核定")?;
    let venue = REGION.centre().ok_or("no centre")?.into();
    Walk::new(office, day, None).until(StageKind::Closed, item, REGION, &venue)
}

struct Desk<'d> {
    office: &'d Office,
    case: &'d AnyCase,
    words: Words,
}

impl<'d> Desk<'d> {
    const fn record(&self) -> &'d Record {
        self.case.record()
    }

    const fn beside(&self) -> OnCase<'d> {
        OnCase { record: self.case.record(), office: self.office }
    }

    fn begin(&self) -> Fallible<()> {
        let (record, words) = (self.record(), self.words);
        let decided = record.docket().decided().ok_or("not decided")?;
        words.say(
            &format!("办件{}：{}，{decided}决定，加盖“2号章”，现已归档。", record.id(), record.file().item),
            &format!(
                "Case {}: {}, decided on {decided} and sealed with Seal No. 2, is closed.",
                record.id(),
                record.file().item
            ),
        );
        Ok(())
    }

    /// 监管信息反馈, and the finding that is made on it.
    fn feedback_and_finding(&self) -> Fallible<()> {
        let words = self.words;
        words.head("监管反馈与检查发现", "Feedback and finding");
        let supervisor = self.supervisor()?;
        let bureau = self.bureau()?;
        let given = GiveFeedback {
            number: "FK-1".parse()?,
            case: self.record().id().clone(),
            what: words.of("现场与审查意见不符", "the site is not as the opinion says").parse()?,
            finding: Some("JC-1".parse()?),
        };
        let stamp = self.stamp("2024-04-09T09:00:00+08:00", &supervisor, "inspector-1")?;
        self.tell(&stamp, ("反馈", "feedback"), given.what.as_str());
        let feedback = Dossier::<Feedback>::open(given, stamp, self.beside())?;
        let received = self.stamp("2024-04-09T15:00:00+08:00", &bureau, "clerk-1")?;
        let feedback = feedback.take(FeedbackStep::Receive {}, received, self.beside())?;
        self.stands(&feedback);

        let against = Against::Handled { case: self.record().id().clone() };
        let what = words.of("审查意见未附现场照片", "the opinion has no photographs of the site").parse()?;
        let made = MakeFinding { number: "JC-1".parse()?, against, what, clause: "C7".parse()? };
        let beside = InOffice { office: self.office, record: Some(self.record()) };
        let stamp = self.stamp("2024-04-10T09:00:00+08:00", &supervisor, "inspector-1")?;
        self.tell(&stamp, ("检查发现", "finding"), made.what.as_str());
        let finding = Dossier::<Finding>::open(made, stamp, beside)?;
        // whom it is against puts it right, and who made it closes it: not the other way round
        let early = self.stamp("2024-04-11T09:00:00+08:00", &supervisor, "inspector-1")?;
        let why = finding.check(&FindingStep::Close {}, &early, beside).err().ok_or("closed uncorrected")?;
        self.refused(&why);
        let how: Text = words.of("补拍并归入案卷", "taken since, and put on file").parse()?;
        let stamp = self.stamp("2024-04-15T09:00:00+08:00", &bureau, "clerk-1")?;
        self.tell(&stamp, ("整改", "correction"), &how);
        let finding = finding.take(FindingStep::Correct { how }, stamp, beside)?;
        let stamp = self.stamp("2024-04-16T09:00:00+08:00", &supervisor, "inspector-1")?;
        self.stands(&finding.take(FindingStep::Close {}, stamp, beside)?);
        Ok(())
    }

    /// 信访: whoever handled the case deals with it.
    fn petition(&self) -> Fallible<()> {
        let words = self.words;
        words.head("信访", "A petition");
        let dispute = self.lodge("XF-1", DisputeKind::Petition, "2024-04-18T09:00:00+08:00")?;
        let who = Accountability::of_case(&self.record().docket(), dispute.matter().about());
        self.say_who(("内部由谁处理", "dealt with by"), who.answers().is, who.answers().basis);
        // the department whose seal it is did not handle it
        let department = Body::from(who.respondent().who().department().ok_or("no department")?);
        let stamp = self.stamp("2024-04-19T09:00:00+08:00", &department, "official-1")?;
        let refused = dispute.take(DisputeStep::TakeUp {}, stamp, self.beside()).err().ok_or("taken up")?;
        self.refused(&refused.why);
        let bureau = self.bureau()?;
        let stamp = self.stamp("2024-04-19T10:00:00+08:00", &bureau, "clerk-1")?;
        let dispute = refused.dossier.take(DisputeStep::TakeUp {}, stamp, self.beside())?;
        let stamp = self.stamp("2024-04-26T10:00:00+08:00", &bureau, "clerk-1")?;
        let ruling = Ruling::Upheld { compensation: None };
        let conclude = DisputeStep::Conclude { ruling, document: "XF-1-DF".parse()?, by: None };
        let dispute = dispute.take(conclude, stamp, self.beside())?;
        self.stands(&dispute);
        println!("           {}", words.fact(ruling));
        Ok(())
    }

    /// 行政复议: law names the respondent, and the clause who bears the cost in the end.
    fn reconsideration(&self) -> Fallible<()> {
        let words = self.words;
        words.head("行政复议", "Reconsideration");
        let dispute = self.lodge("FY-1", DisputeKind::Reconsideration, "2024-05-06T09:00:00+08:00")?;
        self.in_time(dispute.matter())?;
        let who = Accountability::of_case(&self.record().docket(), dispute.matter().about());
        self.respondent(who, dispute.matter().lodged())?;
        let department = Body::from(who.respondent().who().department().ok_or("no department")?);
        let bureau = self.bureau()?;

        let stamp = self.stamp("2024-05-08T09:00:00+08:00", &bureau, "clerk-1")?;
        let dispute = dispute.take(DisputeStep::TakeUp {}, stamp, self.beside())?;
        let stamp = self.stamp("2024-05-09T09:00:00+08:00", &department, "official-1")?;
        self.tell(&stamp, ("出面", "appears"), words.of("以被申请人身份", "as the respondent"));
        let dispute = dispute.take(DisputeStep::Appear {}, stamp, self.beside())?;
        let amount = Amount::fen(300_000).ok_or("nothing")?;
        let award = Some(Award { kind: AwardKind::StateCompensation, amount });
        let stamp = self.stamp("2024-06-20T09:00:00+08:00", &bureau, "clerk-1")?;
        let ruling = Ruling::Overturned { award };
        let how = (ruling.label(), ruling.english());
        // the county records what the reconsideration body ruled
        let organ = words.of("（虚构）复议机关", "a reconsideration body (fictional)");
        let told = words.of(&format!("赔偿{}", amount.zh()), &format!("state compensation of {amount}"));
        self.tell(&stamp, how, format!("{told} — {organ}"));
        let conclude = DisputeStep::Conclude { ruling, document: "FY-1-JD".parse()?, by: Some(organ.parse()?) };
        let dispute = dispute.take(conclude, stamp, self.beside())?;
        self.owed(&dispute);
        let too_much = Amount::fen(300_001).ok_or("nothing")?;
        let stamp = self.stamp("2024-07-01T09:00:00+08:00", &department, "official-1")?;
        let why = dispute.check(&DisputeStep::Pay { amount: too_much }, &stamp, self.beside()).err().ok_or("paid")?;
        self.refused(&why);
        self.tell(&stamp, ("对外支付", "pays the claimant"), words.told(&amount));
        let dispute = dispute.take(DisputeStep::Pay { amount }, stamp, self.beside())?;
        self.owed(&dispute);
        let stamp = self.stamp("2024-07-15T09:00:00+08:00", &bureau, "clerk-1")?;
        self.tell(&stamp, ("内部归还", "reimburses"), words.told(&amount));
        let dispute = dispute.take(DisputeStep::Reimburse { amount }, stamp, self.beside())?;
        self.owed(&dispute);
        // what is stored proves nothing by itself, and is proven again against case and registers
        let stored = serde_json::to_string(&dispute)?;
        let again = Dossier::<Dispute>::prove(serde_json::from_str(&stored)?, self.beside())?;
        if again != dispute {
            return Err("another dossier".into());
        }
        words.say(
            &format!("卷宗{}条，存储后重新证明无误。", again.version()),
            &format!("The dossier has {} entries; stored, and proven again.", again.version()),
        );
        Ok(())
    }

    /// 撤销与重开: the case stays as it is, and another is handled in its place.
    fn anew(&self) -> Fallible<()> {
        let words = self.words;
        words.head("撤销与重开", "Revoked and reopened");
        let before = self.case.clone();
        let ground = words.of("依复议决定撤销", "by the decision on reconsideration").parse()?;
        let on = RevokedOn::Dispute("FY-1".parse()?);
        let revoke = Revoke { number: "CX-1".parse()?, case: self.record().id().clone(), on, ground };
        let bureau = self.bureau()?;
        let stamp = self.stamp("2024-06-24T09:00:00+08:00", &bureau, "clerk-1")?;
        self.tell(&stamp, ("撤销", "revoked"), revoke.ground.as_str());
        let reversal = Dossier::<Reversal>::open(revoke, stamp, self.beside())?;
        let stamp = self.stamp("2024-06-25T09:00:00+08:00", &bureau, "clerk-1")?;
        self.tell(&stamp, ("重开", "reopened"), "2024-000002");
        let reversal = reversal.take(ReversalStep::Reopen { as_case: "2024-000002".parse()? }, stamp, self.beside())?;
        self.stands(&reversal);
        if before != *self.case {
            return Err("a matter moved the case".into());
        }
        words.say("办件本身未变：仍为归档。", "The case itself is as it was: closed.");
        Ok(())
    }

    fn lodge(&self, number: &str, kind: DisputeKind, at: &str) -> Fallible<Dossier<Dispute>> {
        let (record, words) = (self.record(), self.words);
        let applicant = record.file().applicant.clone();
        let stamp = Stamp { at: at.parse()?, by: Actor::Applicant(applicant) };
        let claim: Text = words.of("不服核定的站级", "the class is contested").parse()?;
        self.tell(&stamp, (kind.label(), kind.english()), &claim);
        let lodge = Lodge {
            number: number.parse()?,
            case: record.id().clone(),
            kind,
            about: DisputedAct::Decision,
            claimant: record.file().applicant.clone(),
            known: record.docket().decided().ok_or("not decided")?,
            claim: Some(claim),
        };
        Ok(Dossier::open(lodge, stamp, self.beside())?)
    }

    fn in_time(&self, dispute: &Dispute) -> Fallible<()> {
        let last =
            dispute.kind().last_day(dispute.about(), dispute.known(), Calendar::built_in())?.ok_or("no limit")?;
        let late = last.is < dispute.lodged();
        let told = if late { ("逾期", "late") } else { ("在期限内", "in time") };
        println!(
            "           {} {} {}〔{}〕",
            self.words.of("申请期限末日", "last day to apply"),
            last.is,
            self.words.of(told.0, told.1),
            ids(last.basis)
        );
        Ok(())
    }

    /// Who is respondent, by which articles in force that day, and that courts may see it otherwise.
    fn respondent(&self, who: Accountability<'_>, day: NaiveDate) -> Fallible<()> {
        let respondent = who.respondent();
        let articles: Vec<&str> = respondent.in_reconsideration(day)?.map(Article::id).collect();
        let contested =
            if respondent.is_contested() { self.words.of("（有争议）", " (contested)") } else { String::new() };
        println!(
            "           {} {}{contested}〔{}〕",
            self.words.of("被申请人", "respondent"),
            self.party(respondent.who()),
            articles.join(" ")
        );
        // the law of an earlier day is not in the facts, and is not guessed
        let early = respondent.in_reconsideration("2023-12-29".parse()?).err().ok_or("the law of 2023 is known")?;
        let had = self.words.of("如在2023年提出：", "had it been lodged in 2023: ");
        println!("           {had}{}", self.words.told(&early));
        self.say_who(("内部由谁处理、承担", "dealt with and borne inside by"), who.answers().is, who.answers().basis);
        Ok(())
    }

    fn owed(&self, dispute: &Dossier<Dispute>) {
        let owed = dispute.owed();
        for it in &owed {
            let amount = it.amount.map_or_else(String::new, |it| self.words.told(&it));
            let step = self.words.told(&it.step);
            println!("           → {} {step} {amount}", self.words.of(it.by.label(), &it.by.to_string()));
        }
        if owed.is_empty() {
            println!("           → {}", self.words.of("无待办", "nothing is left to do"));
        }
    }

    fn bureau(&self) -> Fallible<Body> {
        self.record().route().decision().is.to_body().ok_or_else(|| "the plan names nobody".into())
    }

    fn supervisor(&self) -> Fallible<Body> {
        let seats = &self.record().brief().undertaking.supervision;
        seats.named(Tier::CountySupervisor).cloned().ok_or_else(|| "nobody supervises".into())
    }

    fn stamp(&self, at: &str, body: &Body, person: &str) -> Fallible<Stamp> {
        Ok(Stamp { at: at.parse()?, by: Actor::Official { body: body.clone(), person: person.parse()? } })
    }

    fn party(&self, party: Party<'_>) -> String {
        self.words.told(&party)
    }

    fn say_who(&self, (zh, en): (&str, &str), who: Party<'_>, basis: &[Source]) {
        println!("           {} {}〔{}〕", self.words.of(zh, en), self.party(who), ids(basis));
    }

    fn tell(&self, stamp: &Stamp, (zh, en): (&str, &str), what: impl Display) {
        let who = match &stamp.by {
            Actor::Official { body, .. } => self.words.of(body.label(), &body.to_string()),
            Actor::Applicant(it) => format!("{} {it}", self.words.of("申请人", "the applicant")),
        };
        println!("{} {who} — {} {what}", stamp.at.day(), self.words.of(zh, en));
    }

    fn stands<M: Matter>(&self, dossier: &Dossier<M>) {
        println!("           = {}", self.words.fact(dossier.state()));
    }

    fn refused(&self, why: &Refusal) {
        self.words.refusal(why);
    }
}

fn ids(basis: &[Source]) -> String {
    basis.iter().map(|it| it.id()).collect::<Vec<_>>().join(" ")
}
