use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Accountability, Amount, Award, DisputeKind, DisputedAct, Dossier, Matter, NoLastDay, OnCase, Ruling,
    beside::{Doer, View, done_by},
    dossier::sealed,
};
use crate::{
    body::{Body, Department, Party},
    case::Stamp,
    law::{Bench, Fact, NotInForce, Permit, Rule},
    term::{named, terms},
    text::{Mark, Person, Text},
    time::Calendar,
};

/// 争议: a petition, complaint, reconsideration or litigation on a case (`C11`). It may come at any time, after the case is closed too, and never moves the
/// case. Whoever answers for the act takes it up and concludes it; the respondent appears where law wants it; then whoever pays outwardly pays, and
/// is reimbursed. The docs of [`Dossier`] show one.
///
/// See the example of [`DisputeDuty`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    kind: DisputeKind,
    about: DisputedAct,
    known: NaiveDate,
    lodged: NaiveDate,
    who: Parties,
    appeared: bool,
    concluded: Option<Ruling>,
    /// Paid by the respondent in another's stead, and by whoever bears it.
    paid: [Option<Amount>; 2],
    reimbursed: Option<Amount>,
}

/// Who is who in a dispute, as the case stood when it was lodged: what the case or the list becomes later gives it to nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parties {
    /// Who deals with it inside, and bears it in the end.
    answers: Body,
    /// Whom outward law takes for the one who acted, where that is another.
    respondent: Option<Body>,
    contested: bool,
    /// Whether law wants the other to appear; unknown, where the law of the day is.
    to_appear: Result<bool, NotInForce>,
}

/// 提出争议, recorded by anyone for whoever disputes it. What comes late is recorded all the same (`S58`).
///
/// Rules: [`DisputedActThere`](Rule::DisputedActThere), [`KnownInTime`](Rule::KnownInTime).
///
/// ```
/// use tongquan::oversight::{DisputeKind, Lodge};
/// let lodge: Lodge = serde_json::from_str(r#"{"number": "XF-1", "case": "2024-000001", "kind": "petition", "about": "decision",
///   "claimant": "applicant-1", "known": "2024-03-20"}"#)?;
/// assert_eq!((lodge.kind, lodge.about.label()), (DisputeKind::Petition, "决定"));
/// assert!(!lodge.kind.has_respondent());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lodge {
    /// 编号: its number, as the service gave it.
    pub number: Mark,
    /// 办件编号: the number of the case that is disputed.
    pub case: Mark,
    /// 途径: in which of the four ways.
    pub kind: DisputeKind,
    /// 争议事项: which act of the case.
    pub about: DisputedAct,
    /// 提出人: who disputes it, as an opaque reference: the applicant, or another whom it concerns.
    pub claimant: Person,
    /// 知道之日: when whoever disputes it came to know of it, which starts the time to apply.
    #[serde(with = "crate::time::Iso")]
    pub known: NaiveDate,
    /// 请求: what is asked for.
    #[serde(default)]
    pub claim: Option<Text>,
}

/// 争议环节: what can happen to a dispute.
///
/// ```
/// use tongquan::oversight::{Dispute, DisputeStep, DisputeStepKind, Matter};
/// let step: DisputeStep = serde_json::from_str(r#"{"conclude": {"ruling": {"upheld": {}}, "document": "XF-1-F"}}"#)?;
/// assert_eq!(Dispute::kind_of(&step), DisputeStepKind::Conclude);
/// assert!(matches!(step, DisputeStep::Conclude { by: None, .. })); // whoever answers inside ruled itself
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DisputeStep {
    /// 受理处理: whoever answers inside takes it up.
    TakeUp {},
    /// 出面: the respondent or defendant appears, where that is another.
    ///
    /// Rules: [`AppearanceCalledFor`](Rule::AppearanceCalledFor), [`LawCovers`](Rule::LawCovers).
    Appear {},
    /// 处理终结: how it was ruled, recorded by whoever answers inside, also where another ruled.
    Conclude {
        /// 结果: how it was ruled, and what follows.
        ruling: Ruling,
        /// 文书: the number of the reply, decision or judgment.
        document: Mark,
        /// 裁决机关: who ruled, where another did: the reconsideration body, the court.
        #[serde(default)]
        by: Option<Text>,
    },
    /// 撤回: whoever disputed it took it back, recorded by whoever answers inside.
    Withdraw {},
    /// 对外支付: the claimant is paid what was awarded.
    ///
    /// Rules: [`PaymentWithinAward`](Rule::PaymentWithinAward).
    Pay {
        /// 金额: how much was paid.
        amount: Amount,
    },
    /// 内部归还: whoever bears it in the end reimburses whoever paid (`C11`).
    ///
    /// Rules: [`ReimbursementCalledFor`](Rule::ReimbursementCalledFor), [`PaymentWithinAward`](Rule::PaymentWithinAward).
    Reimburse {
        /// 金额: how much was given back.
        amount: Amount,
    },
}

/// 争议状态: where a dispute stands.
///
/// ```
/// use tongquan::oversight::{Dispute, DisputeState, Matter};
/// let from = Dispute::LIFE.iter().filter(|(from, ..)| *from == DisputeState::Concluded);
/// let told: Vec<(&str, &str)> = from.map(|(_, step, to)| (step.label(), to.label())).collect();
/// assert_eq!(told, [("对外支付", "已终结"), ("内部归还", "已终结")]); // what may still happen to it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeState {
    /// 已提出: lodged, and not taken up yet.
    Lodged,
    /// 处理中: taken up by whoever answers inside.
    TakenUp,
    /// 已终结: ruled; what was awarded may still be to pay.
    Concluded,
    /// 已撤回: taken back by whoever lodged it.
    Withdrawn,
}

terms!(DisputeState {
    Self::Lodged => "已提出", "lodged";
    Self::TakenUp => "处理中", "taken up";
    Self::Concluded => "已终结", "concluded";
    Self::Withdrawn => "已撤回", "withdrawn";
});
named!(word: DisputeState);

/// 争议环节种类: the kinds of what can happen to a dispute.
///
/// See the example of [`DisputeState`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStepKind {
    /// 受理处理: whoever answers inside takes it up.
    TakeUp,
    /// 出面: the respondent or defendant appears, where that is another.
    Appear,
    /// 处理终结: the ruling is recorded.
    Conclude,
    /// 撤回: whoever disputed it took it back.
    Withdraw,
    /// 对外支付: the claimant is paid what was awarded.
    Pay,
    /// 内部归还: whoever bears it in the end reimburses whoever paid.
    Reimburse,
}

terms!(DisputeStepKind {
    Self::TakeUp => "受理处理", "take up";
    Self::Appear => "出面", "appear";
    Self::Conclude => "处理终结", "conclude";
    Self::Withdraw => "撤回", "withdraw";
    Self::Pay => "对外支付", "pay the claimant";
    Self::Reimburse => "内部归还", "reimburse";
});
named!(word: DisputeStepKind);

/// 待办: what somebody has yet to do in a dispute.
///
/// ```
/// use tongquan::{AnyCase, Office, oversight::{Dispute, DisputeStepKind, Dossier, Minutes, OnCase}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut stored: serde_json::Value = serde_json::from_str(&std::fs::read_to_string("tests/golden/dossiers.json")?)?;
/// let mut minutes: Minutes<Dispute> = serde_json::from_value(stored["dispute"].take())?;
/// minutes.steps.truncate(3); // taken up, appeared and concluded, and nothing paid yet
/// let dispute = Dossier::prove(minutes, OnCase { record: case.record(), office: &office })?;
/// let owed = dispute.owed();
/// assert_eq!((owed[0].by.label(), owed[0].step), ("市自然资源和规划局", DisputeStepKind::Pay)); // whose seal it was
/// assert!(owed[0].amount.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DisputeDuty<'d> {
    /// The body that is to do it.
    pub by: &'d Body,
    /// What it is to do.
    pub step: DisputeStepKind,
    /// How much, where it is to pay.
    pub amount: Option<Amount>,
}

impl Dispute {
    /// In which way it is disputed.
    pub const fn kind(&self) -> DisputeKind {
        self.kind
    }
    /// What is disputed.
    pub const fn about(&self) -> DisputedAct {
        self.about
    }
    /// 知道之日: the day on which the claimant came to know of the act.
    pub const fn known(&self) -> NaiveDate {
        self.known
    }
    /// 提出之日: the day on which it was lodged.
    pub const fn lodged(&self) -> NaiveDate {
        self.lodged
    }
    /// 是否逾期: whether it was lodged after the last day to apply; what has no limit in the facts is never late. It is recorded all the same, and shown
    /// so (`S58`).
    ///
    /// ```
    /// use tongquan::{Actor, AnyCase, Calendar, Office, Stamp, oversight::{Dispute, DisputeKind, DisputedAct, Dossier, Lodge, OnCase}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let lodge = Lodge { number: "FY-1".parse()?, case: case.record().id().clone(), kind: DisputeKind::Reconsideration,
    ///     about: DisputedAct::Decision, claimant: "applicant-1".parse()?, known: "2024-03-20".parse()?, claim: None };
    /// let stamp = Stamp { at: "2024-05-21T09:00:00+08:00".parse()?, by: Actor::Applicant(case.record().file().applicant.clone()) };
    /// let dispute = Dossier::<Dispute>::open(lodge, stamp, OnCase { record: case.record(), office: &office })?;
    /// assert!(dispute.matter().is_late(Calendar::built_in())?); // sixty days end on Sunday 2024-05-19, so on the Monday
    /// let (who, has) = dispute.matter().appears()?.ok_or("nobody")?;
    /// assert_eq!((who.label(), has), ("市自然资源和规划局", false)); // whose seal it was; the county deals with it
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoLastDay`], as of [`DisputeKind::last_day`]. But what was lodged by the day on which the period ends is in time, though the calendar lacks
    /// that year: a last day is moved on, never back.
    pub fn is_late(&self, calendar: &Calendar) -> Result<bool, NoLastDay> {
        match self.kind.last_day(self.about, self.known, calendar) {
            Ok(last) => Ok(last.is_some_and(|it| it.is < self.lodged)),
            // a last day is moved on, never back
            Err(NoLastDay::Uncovered(_)) if self.lodged <= self.kind.nominal_last_day(self.known) => Ok(false),
            Err(why) => Err(why),
        }
    }
    /// 内部责任: who deals with it inside the administration, and bears its cost in the end.
    pub const fn answers(&self) -> &Body {
        &self.who.answers
    }
    /// 被申请人、被告: whom outward law takes for the one who acted.
    pub fn respondent(&self) -> &Body {
        self.who.respondent.as_ref().unwrap_or(&self.who.answers)
    }
    /// Whether courts may see the respondent otherwise.
    pub const fn is_contested(&self) -> bool {
        self.who.contested
    }
    /// 出面: who is to appear, though another deals with it inside, and whether it has; nobody, where whoever deals with it appears itself. The example
    /// of [`is_late`](Self::is_late) asks it too.
    ///
    /// # Errors
    ///
    /// [`NotInForce`]: the law that says so is not known for the day on which it was lodged.
    pub fn appears(&self) -> Result<Option<(&Body, bool)>, NotInForce> {
        let wanted = self.who.to_appear?;
        Ok(self.who.respondent.as_ref().filter(|_| wanted).map(|it| (it, self.appeared)))
    }
    /// How it was ruled, once it was; none while it is open, and where it was withdrawn.
    pub const fn concluded(&self) -> Option<Ruling> {
        self.concluded
    }
    /// What was paid to the claimant so far, by whomever.
    pub fn paid(&self) -> Option<Amount> {
        let [outwardly, by_bearer] = self.paid;
        outwardly.map_or(by_bearer, |it| Some(it.plus(by_bearer)))
    }
    /// What was reimbursed so far.
    pub const fn reimbursed(&self) -> Option<Amount> {
        self.reimbursed
    }

    fn award(&self) -> Option<Award> {
        self.concluded.and_then(Ruling::award)
    }
    /// Whether an award is paid in the stead of whoever bears it.
    fn in_its_stead(&self) -> Option<&Body> {
        let outward = self.award().is_some_and(|it| it.kind.is_outward());
        self.who.respondent.as_ref().filter(|_| outward)
    }
    fn to_pay(&self) -> Option<Amount> {
        self.award().and_then(|it| it.amount.less(self.paid()))
    }
    fn to_reimburse(&self) -> Option<Amount> {
        let [outwardly, _] = self.paid;
        outwardly.and_then(|it| it.less(self.reimbursed))
    }
}

impl Dossier<Dispute> {
    /// 待办: what is yet to be done, and by whom: take it up, conclude it, appear, pay, reimburse. Nothing, once all of it is. Who is to appear is left
    /// out where the law of that day is not known: [`Dispute::appears`] tells.
    pub fn owed(&self) -> Vec<DisputeDuty<'_>> {
        let it = self.matter();
        let duty = |by, step, amount| DisputeDuty { by, step, amount };
        let next = match self.state() {
            DisputeState::Lodged => Some(DisputeStepKind::TakeUp),
            DisputeState::TakenUp => Some(DisputeStepKind::Conclude),
            DisputeState::Concluded | DisputeState::Withdrawn => None,
        };
        let appears = it.appears().ok().flatten().filter(|(_, done)| next.is_some() && !done);
        let pays = it
            .to_pay()
            .map(|left| duty(it.in_its_stead().unwrap_or(&it.who.answers), DisputeStepKind::Pay, Some(left)));
        let returns = it.to_reimburse().map(|left| duty(&it.who.answers, DisputeStepKind::Reimburse, Some(left)));
        let next = next.map(|step| duty(&it.who.answers, step, None));
        let appears = appears.map(|(by, _)| duty(by, DisputeStepKind::Appear, None));
        next.into_iter().chain(appears).chain(pays).chain(returns).collect()
    }
}

impl sealed::Sealed for Dispute {}

impl Matter for Dispute {
    type Opening = Lodge;
    type Step = DisputeStep;
    type State = DisputeState;
    type Kind = DisputeStepKind;
    type Beside<'b> = OnCase<'b>;

    const NAME: &'static str = "dispute";
    const BEGINS: DisputeState = DisputeState::Lodged;
    const LIFE: &'static [(DisputeState, DisputeStepKind, DisputeState)] = {
        use DisputeState::{Concluded, Lodged, TakenUp, Withdrawn};
        &[
            (Lodged, DisputeStepKind::TakeUp, TakenUp),
            (Lodged, DisputeStepKind::Appear, Lodged),
            (TakenUp, DisputeStepKind::Appear, TakenUp),
            (TakenUp, DisputeStepKind::Conclude, Concluded),
            (Lodged, DisputeStepKind::Withdraw, Withdrawn),
            (TakenUp, DisputeStepKind::Withdraw, Withdrawn),
            (Concluded, DisputeStepKind::Pay, Concluded),
            (Concluded, DisputeStepKind::Reimburse, Concluded),
        ]
    };

    fn kind_of(step: &DisputeStep) -> DisputeStepKind {
        match step {
            DisputeStep::TakeUp {} => DisputeStepKind::TakeUp,
            DisputeStep::Appear {} => DisputeStepKind::Appear,
            DisputeStep::Conclude { .. } => DisputeStepKind::Conclude,
            DisputeStep::Withdraw {} => DisputeStepKind::Withdraw,
            DisputeStep::Pay { .. } => DisputeStepKind::Pay,
            DisputeStep::Reimburse { .. } => DisputeStepKind::Reimburse,
        }
    }

    fn case_of(opening: &Lodge) -> Option<&Mark> {
        Some(&opening.case)
    }

    fn judge_opening<'b>(opening: &Lodge, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let docket = view.docket;
        let (decided, not_accepted) = (docket.decided(), docket.not_accepted());
        let there = match opening.about {
            DisputedAct::Intake => true,
            DisputedAct::NonAcceptance => not_accepted.is_some(),
            DisputedAct::Decision => decided.is_some(),
            DisputedAct::Delay => decided.is_none() && docket.ended_undecided().is_none(),
        };
        bench.require(there, Rule::DisputedActThere, || {
            let stands = decided.map(|_| DisputedAct::Decision).or(not_accepted.map(|_| DisputedAct::NonAcceptance));
            (opening.about, stands)
        });
        let done = match opening.about {
            DisputedAct::Decision => decided,
            DisputedAct::NonAcceptance => not_accepted,
            DisputedAct::Intake | DisputedAct::Delay => None,
        };
        let (since, today) = (done.unwrap_or(docket.filed()), stamp.at.day());
        bench.require(since <= opening.known && opening.known <= today, Rule::KnownInTime, || {
            (Fact::span(Some(since), Some(today)), opening.known)
        });
    }

    fn open<'b>(opening: &Lodge, stamp: &Stamp, view: View<'b, OnCase<'b>>, _: Permit) -> Self {
        let (kind, about, known, lodged) = (opening.kind, opening.about, opening.known, stamp.at.day());
        let it = Accountability::of_case(&view.docket, about);
        let (answers, respondent) = (it.answers().is, it.respondent().who());
        // INVARIANT (HandlerNamed): a case that was filed has every body of its route named; the lead of C11's supervision stands in for none
        let body = |party: Party<'_>| party.to_body().unwrap_or(Body::Department(Department::GovernmentOffice));
        let who = Parties {
            answers: body(answers),
            respondent: Some(respondent).filter(|it| !it.is_same(answers)).map(body),
            contested: it.respondent().is_contested(),
            to_appear: it.appears(kind, lodged).map(|it| it.is_some()),
        };
        let (appeared, concluded, paid, reimbursed) = (false, None, [None; 2], None);
        Self { kind, about, known, lodged, who, appeared, concluded, paid, reimbursed }
    }

    fn judge<'b>(&self, step: &DisputeStep, stamp: &Stamp, _: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let by = |bodies: &[&Body], bench: &mut Bench| {
            done_by(bodies.iter().map(|it| Doer::Body((*it).clone())), &stamp.by, bench);
        };
        match step {
            DisputeStep::TakeUp {} | DisputeStep::Conclude { .. } | DisputeStep::Withdraw {} => {
                by(&[&self.who.answers], bench);
            }
            DisputeStep::Appear {} => match self.appears() {
                Ok(Some((body, false))) => by(&[body], bench),
                Ok(it) => bench.require(false, Rule::AppearanceCalledFor, || {
                    (
                        Fact::Nothing,
                        it.map_or_else(|| self.kind.into(), |_| Fact::List(vec![self.kind.into(), APPEARED])),
                    )
                }),
                Err(NotInForce { article, day }) => bench.require(false, Rule::LawCovers, || {
                    let known = Fact::span(article.from(), article.until());
                    (known, Fact::List(vec![Fact::Name(article.id().into()), day.into()]))
                }),
            },
            DisputeStep::Pay { amount } => {
                let left = self.to_pay();
                bench.require(Some(*amount) <= left, Rule::PaymentWithinAward, || (left, *amount));
                let Some(_) = self.award() else { return };
                let stead = self.in_its_stead();
                // who is held to be respondent in the end is the court's to say
                let bears = stead.is_none() || self.who.contested;
                let payers = stead.into_iter().chain(bears.then_some(&self.who.answers));
                by(&payers.collect::<Vec<_>>(), bench);
            }
            DisputeStep::Reimburse { amount } => {
                let called_for = self.in_its_stead().is_some();
                bench.require(called_for, Rule::ReimbursementCalledFor, || (Fact::Nothing, *amount));
                if called_for {
                    let left = self.to_reimburse();
                    bench.require(Some(*amount) <= left, Rule::PaymentWithinAward, || (left, *amount));
                    by(&[&self.who.answers], bench);
                }
            }
        }
    }

    fn enter(&mut self, step: &DisputeStep, stamp: &Stamp, _: Permit) {
        match step {
            DisputeStep::TakeUp {} | DisputeStep::Withdraw {} => {}
            DisputeStep::Appear {} => self.appeared = true,
            DisputeStep::Conclude { ruling, .. } => self.concluded = Some(*ruling),
            DisputeStep::Pay { amount } => {
                let stead = self.in_its_stead().zip(stamp.by.body()).is_some_and(|(it, by)| it.is(by));
                let [outwardly, by_bearer] = &mut self.paid;
                let paid = if stead { outwardly } else { by_bearer };
                *paid = Some(amount.plus(*paid));
            }
            DisputeStep::Reimburse { amount } => self.reimbursed = Some(amount.plus(self.reimbursed)),
        }
    }
}

const APPEARED: Fact = Fact::Term { zh: "已出面", en: "has appeared" };
