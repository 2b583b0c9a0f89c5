//! The clocks of a licence: an application that nobody answers, one that is suspended, extended and moved to a later handbook, and one whose
//! corrections never came.
//!
//! ```text
//! cargo run --example licence_clock -- --lang zh
//! ```
//!
//! On `examples/office.json`, where all bodies, people and standards are fictional. Each line tells when, what and by whom; what is refused is told
//! with its reasons.

#[path = "story/desk.rs"]
#[allow(dead_code, reason = "one story needs less than another")]
mod desk;

use std::process::ExitCode;

use desk::{ALL_PAPERS, Desk, Fallible, favourably, papers};
use tongquan::{
    Actor, AnyCase, Region, Rule, Stamp,
    case::{
        Period, Role,
        steps::{
            Accept, AffixSeal, AskForCorrections, DeemAccepted, Deliver, Extend, IssueLicence, Lapse, PassOn, Resume,
            Suspend, TakeReviewStep, Transfer,
        },
    },
    place::Centre,
    register::{Limit, TimeUnit},
};

const HOME: Region = Region::Wenshang;

fn main() -> ExitCode {
    desk::tell("licence_clock", |desk| {
        let desk = Desk { cites: false, ..desk };
        unanswered(&desk)?;
        a_long_review(&desk)?;
        lapsed(&desk)
    })
}

/// Papers lie at a foreign window, and five working days go by.
fn unanswered(desk: &Desk) -> Fallible<()> {
    desk.words.head(
        "无人答复的申请（XK-004，委托收件，市中心代收）",
        "Nobody answers (XK-004, entrusted intake, taken in at the city's centre)",
    );
    let papers = papers("XK-004", HOME, Centre::CITY, &["form", "subject"])?;
    let case = desk.file(papers, "2024-03-04T09:00:00+08:00")?;
    desk.due(&case)?;
    let region = desk.holder(&case, Role::Accepting)?;
    let notice = AskForCorrections { materials: vec!["proof".parse()?] };
    let case = desk.refused(Rule::NotYetDeemed, case, notice, "2024-03-12T09:00:00+08:00", region.clone())?;
    let applicant = Actor::Applicant(case.record().file().applicant.clone());
    let case = desk.take(case, DeemAccepted {}, "2024-03-12T09:30:00+08:00", applicant)?;
    let window = desk.holder(&case, Role::Intake)?;
    let case = desk.take(case, PassOn {}, "2024-03-12T10:00:00+08:00", window)?;
    let case = desk.take(case, PassOn {}, "2024-03-12T15:00:00+08:00", region)?;
    desk.words.say("决定期限自收件之日起算：", "The time to decide counts from the filing day:");
    desk.due(&case)
}

/// Accepted, suspended for an expert review, extended, moved to the later handbook, decided, delivered.
fn a_long_review(desk: &Desk) -> Fallible<()> {
    desk.words.head("一件本级许可（XK-001）", "A licence of the county's own (XK-001)");
    let papers = papers("XK-001", HOME, HOME.centre().ok_or("no centre")?, ALL_PAPERS)?;
    let case = desk.file(papers, "2024-05-20T09:00:00+08:00")?;
    let clerk = desk.holder(&case, Role::Deciding)?;
    let case = desk.take(case, Accept { receipt: "SL-1".parse()? }, "2024-05-20T10:00:00+08:00", clerk.clone())?;
    let review = |step: &str, officers: &[&str]| -> Fallible<TakeReviewStep> {
        let officers = officers.iter().map(|it| it.parse()).collect::<Result<_, _>>()?;
        Ok(TakeReviewStep { step: step.parse()?, finding: None, officers })
    };
    let case = desk.take(case, review("desk", &[])?, "2024-05-21T10:00:00+08:00", clerk.clone())?;
    desk.what_is_open(&case, &Stamp { at: "2024-05-21T11:00:00+08:00".parse()?, by: clerk.clone() });
    let needs = Limit { amount: 5, unit: TimeUnit::WorkingDay };
    let panel = Suspend { procedure: "panel".parse()?, needs, notice: "TZ-1".parse()? };
    let case = desk.take(case, panel, "2024-05-22T09:00:00+08:00", clerk.clone())?;
    desk.due(&case)?;
    let case = desk.take(case, Resume {}, "2024-05-29T09:00:00+08:00", clerk.clone())?;
    let case = desk.refused(
        Rule::TwoOfficers,
        case,
        review("site", &["clerk-1"])?,
        "2024-05-30T09:00:00+08:00",
        clerk.clone(),
    )?;
    let case = desk.take(case, review("site", &["clerk-1", "clerk-3"])?, "2024-05-30T09:10:00+08:00", clerk.clone())?;

    let Actor::Official { body, .. } = clerk.clone() else { return Err("an official decides".into()) };
    let approved_by = Actor::Official { body, person: "head-1".parse()? };
    let extend = |working_days| -> Fallible<Extend> {
        let (reason, notice) = ("（虚构）需补充勘验".parse()?, "YQ-1".parse()?);
        Ok(Extend { working_days, reason, notice, approved_by: approved_by.clone() })
    };
    let case = desk.refused(Rule::ExtensionWithinLaw, case, extend(11)?, "2024-05-31T09:00:00+08:00", clerk.clone())?;
    let case = desk.take(case, extend(5)?, "2024-05-31T09:10:00+08:00", clerk.clone())?;
    let later = Transfer { reason: "（虚构）新版手册承诺时限更短，申请人同意改用".parse()? };
    let case = desk.refused(Rule::LaterEdition, case, later.clone(), "2024-05-31T10:00:00+08:00", clerk.clone())?;
    let case = desk.take(case, later, "2024-06-03T09:00:00+08:00", clerk.clone())?;
    let case = desk.take(case, review("opinion", &[])?, "2024-06-04T10:00:00+08:00", clerk.clone())?;
    desk.account(&case, "2024-06-05")?;

    let decision = favourably(&case);
    let case = desk.take(case, decision, "2024-06-05T10:00:00+08:00", clerk.clone())?;
    let case = desk.take(case, AffixSeal {}, "2024-06-05T11:00:00+08:00", clerk.clone())?;
    let case = desk.take(case, IssueLicence { number: "ZZ-1".parse()? }, "2024-06-06T10:00:00+08:00", clerk.clone())?;
    let case = desk.take(case, Deliver {}, "2024-06-21T10:00:00+08:00", clerk)?;
    for it in case.record().periods() {
        let late = it.is_late("2024-06-30".parse()?, desk.office.now().calendar())?;
        let period = desk.words.told(&it.period);
        println!("  {period}: {}", if late { desk.words.of("逾期", "late") } else { desk.words.of("按时", "in time") });
    }
    Ok(())
}

/// The one notice goes out, and nothing comes back.
fn lapsed(desk: &Desk) -> Fallible<()> {
    desk.words.head("补正逾期（A1-33）", "Corrections that never came (A1-33)");
    let papers = papers("A1-33", HOME, HOME.centre().ok_or("no centre")?, &["subject", "proof"])?;
    let case = desk.file(papers, "2024-03-04T09:00:00+08:00")?;
    let clerk = desk.holder(&case, Role::Accepting)?;
    let notice = AskForCorrections { materials: vec!["form".parse()?] };
    let case = desk.take(case, notice, "2024-03-05T09:00:00+08:00", clerk.clone())?;
    desk.due(&case)?;
    let case = desk.refused(Rule::CorrectionPeriodOver, case, Lapse {}, "2024-03-20T09:00:00+08:00", clerk.clone())?;
    desk.take(case, Lapse {}, "2024-03-27T09:00:00+08:00", clerk).map(drop)
}

impl Desk {
    /// When it is due, as far as is known.
    fn due(&self, case: &AnyCase) -> Fallible<()> {
        let due = self.words.fact(case.record().due(self.office.now().calendar()));
        println!("  {}{due}", self.words.of("到期：", "due: "));
        Ok(())
    }

    /// Day by day, so that a person can check the count.
    fn account(&self, case: &AnyCase, until: &str) -> Fallible<()> {
        let clock = case.record().clock(Period::Promised).ok_or("no promised limit")?;
        let calendar = self.office.now().calendar();
        self.words.say("承诺时限逐日计算：", "The promised limit, day by day:");
        for it in clock.account(until.parse()?, calendar) {
            let it = it?;
            println!("    {}", self.words.told(&it));
        }
        self.due(case)
    }

    /// What is open to somebody, and why the rest is not.
    fn what_is_open(&self, case: &AnyCase, stamp: &Stamp) {
        self.words.say("此刻可办与不可办：", "What is open now, and what is not:");
        for it in case.available(stamp, &self.office) {
            let step = self.words.fact(it.step);
            let of = it.of.map(|it| format!(" {}", self.words.fact(it))).unwrap_or_default();
            match it.why_not {
                None => println!("  ✓ {step}{of}"),
                Some(why) => {
                    println!("  ✗ {step}{of}");
                    self.words.refusal(&why);
                }
            }
        }
    }
}
