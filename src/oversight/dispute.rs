use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Accountability, Amount, AwardKind, DisputeKind, DisputedAct, Dossier, Matter, NoLastDay, OnCase,
    beside::{View, done_by},
    dossier::sealed,
};
use crate::{
    body::Party,
    case::{Docket, Stamp},
    law::{Bench, Fact, NotInForce, Permit, Rule},
    term::terms,
    text::{Mark, Text},
    time::Calendar,
};

/// 争议: a petition, complaint, reconsideration or litigation on a case (`C11`). It may come at any time, after the case is closed too, and never moves the
/// case. Whoever answers for the act takes it up and concludes it; the respondent appears where law wants it; then whoever pays outwardly pays, and
/// is reimbursed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    kind: DisputeKind,
    about: DisputedAct,
    known: NaiveDate,
    lodged: NaiveDate,
    appeared: bool,
    concluded: Option<(Ruling, Option<Award>)>,
    paid: Option<Amount>,
    reimbursed: Option<Amount>,
}

/// 提出争议, recorded by anyone. What comes late is recorded all the same (`S58`).
///
/// Rules: [`DisputedActThere`](Rule::DisputedActThere), [`KnownInTime`](Rule::KnownInTime).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lodge {
    /// Its number, as the service gave it.
    pub number: Mark,
    /// The case.
    pub case: Mark,
    /// In which way.
    pub kind: DisputeKind,
    /// What of the case.
    pub about: DisputedAct,
    /// 知道之日: when whoever disputes it came to know of it, which starts the time to apply.
    #[serde(with = "crate::time::iso")]
    pub known: NaiveDate,
    /// What is asked for.
    #[serde(default)]
    pub claim: Option<Text>,
}

/// What can happen to a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DisputeStep {
    /// 受理处理: whoever answers inside takes it up.
    TakeUp {},
    /// 出面: the respondent or defendant appears, where that is another.
    ///
    /// Rules: [`AppearanceCalledFor`](Rule::AppearanceCalledFor), [`LawCovers`](Rule::LawCovers).
    Appear {},
    /// 处理终结: how it ended.
    Conclude {
        /// How.
        ruling: Ruling,
        /// 文书: the number of the reply, decision or judgment.
        document: Mark,
        /// What is to be paid to the claimant, where something is.
        #[serde(default)]
        award: Option<Award>,
    },
    /// 对外支付
    ///
    /// Rules: [`PaymentWithinAward`](Rule::PaymentWithinAward).
    Pay {
        /// How much.
        amount: Amount,
    },
    /// 内部归还
    ///
    /// Rules: [`ReimbursementCalledFor`](Rule::ReimbursementCalledFor), [`PaymentWithinAward`](Rule::PaymentWithinAward).
    Reimburse {
        /// How much.
        amount: Amount,
    },
}

/// 补偿、赔偿: what is to be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Of which kind.
    pub kind: AwardKind,
    /// How much.
    pub amount: Amount,
}

/// How a dispute ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// 维持: the act stands.
    Upheld,
    /// 纠正: the act was set aside, changed, found unlawful, or is to be done.
    Overturned,
    /// 调解、和解
    Settled,
    /// 撤回
    Withdrawn,
}

terms!(Ruling {
    Self::Upheld => "维持", "upheld";
    Self::Overturned => "纠正", "overturned";
    Self::Settled => "调解、和解", "settled";
    Self::Withdrawn => "撤回", "withdrawn";
});

/// Where a dispute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum DisputeState {
    /// 已提出
    Lodged,
    /// 处理中
    TakenUp,
    /// 已终结
    Concluded,
}

terms!(DisputeState {
    Self::Lodged => "已提出", "lodged";
    Self::TakenUp => "处理中", "taken up";
    Self::Concluded => "已终结", "concluded";
});

/// The kinds of what can happen to a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStepKind {
    /// 受理处理
    TakeUp,
    /// 出面
    Appear,
    /// 处理终结
    Conclude,
    /// 对外支付
    Pay,
    /// 内部归还
    Reimburse,
}

terms!(DisputeStepKind {
    Self::TakeUp => "受理处理", "take up";
    Self::Appear => "出面", "appear";
    Self::Conclude => "处理终结", "conclude";
    Self::Pay => "对外支付", "pay the claimant";
    Self::Reimburse => "内部归还", "reimburse";
});

/// 待办: what somebody has yet to do in a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DisputeDuty<'r> {
    /// Who.
    pub by: Party<'r>,
    /// What.
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
    /// 知道之日
    pub const fn known(&self) -> NaiveDate {
        self.known
    }
    /// 提出之日
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
    ///     about: DisputedAct::Decision, known: "2024-03-20".parse()?, claim: None };
    /// let stamp = Stamp { at: "2024-05-20T09:00:00+08:00".parse()?, by: Actor::Applicant(case.record().file().applicant.clone()) };
    /// let dispute = Dossier::<Dispute>::open(lodge, stamp, OnCase { record: case.record(), office: &office })?;
    /// assert!(dispute.matter().is_late(Calendar::built_in())?); // sixty days end on 2024-05-19
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoLastDay`], as of [`DisputeKind::last_day`], where it was not lodged so soon that it is in time whatever the calendar of that year says.
    pub fn is_late(&self, calendar: &Calendar) -> Result<bool, NoLastDay> {
        match self.kind.last_day(self.known, calendar) {
            Ok(last) => Ok(last.is_some_and(|it| it.is < self.lodged)),
            // a last day is moved on, never back
            Err(NoLastDay::Uncovered(_)) if self.lodged <= self.kind.nominal_last_day(self.known) => Ok(false),
            Err(why) => Err(why),
        }
    }
    /// How it ended, and what is to be paid.
    pub const fn concluded(&self) -> Option<(Ruling, Option<Award>)> {
        self.concluded
    }
    /// What was paid to the claimant so far.
    pub const fn paid(&self) -> Option<Amount> {
        self.paid
    }
    /// What was reimbursed so far.
    pub const fn reimbursed(&self) -> Option<Amount> {
        self.reimbursed
    }

    /// 责任划分: who answers, inside and outwardly, as the case stands.
    pub fn accountability<'r>(&self, docket: &Docket<'r>) -> Accountability<'r> {
        Accountability::of(docket.route(), self.about)
    }

    /// Who is to appear where law wants it, and has not.
    fn to_appear<'r>(&self, who: &Accountability<'r>) -> Result<Option<Party<'r>>, NotInForce> {
        let appears = who.appears(self.kind, self.lodged)?;
        Ok(appears.map(|it| it.is).filter(|_| !self.appeared))
    }

    fn award(&self) -> Option<Award> {
        self.concluded.and_then(|(_, award)| award)
    }
}

impl Dossier<Dispute> {
    /// 待办: what is yet to be done, and by whom: take it up, appear, conclude it, pay, reimburse. Nothing, once all of it is.
    ///
    /// # Errors
    ///
    /// [`NotInForce`]: the law that says who appears is not known for the day on which it was lodged.
    pub fn owed<'r>(&self, docket: &Docket<'r>) -> Result<Vec<DisputeDuty<'r>>, NotInForce> {
        let (state, it) = (self.state(), self.matter());
        let who = it.accountability(docket);
        let duty = |by, step, amount| DisputeDuty { by, step, amount };
        let appears = if state == DisputeState::Concluded { None } else { it.to_appear(&who)? };
        let appears = appears.map(|by| duty(by, DisputeStepKind::Appear, None));
        let next = match state {
            DisputeState::Lodged => Some(duty(who.answers().is, DisputeStepKind::TakeUp, None)),
            DisputeState::TakenUp => Some(duty(who.answers().is, DisputeStepKind::Conclude, None)),
            DisputeState::Concluded => None,
        };
        let award = it.award();
        let to_pay = award.and_then(|award| award.amount.less(it.paid));
        let pays = award.zip(to_pay).map(|(it, left)| duty(who.pays(it.kind).is, DisputeStepKind::Pay, Some(left)));
        let to_return = it.paid.and_then(|paid| paid.less(it.reimbursed));
        let returns = award.zip(to_return).and_then(|(it, left)| {
            who.reimburses(it.kind).map(|by| duty(by.is, DisputeStepKind::Reimburse, Some(left)))
        });
        Ok(next.into_iter().chain(appears).chain(pays).chain(returns).collect())
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
        use DisputeState::{Concluded, Lodged, TakenUp};
        &[
            (Lodged, DisputeStepKind::TakeUp, TakenUp),
            (Lodged, DisputeStepKind::Appear, Lodged),
            (TakenUp, DisputeStepKind::Appear, TakenUp),
            (TakenUp, DisputeStepKind::Conclude, Concluded),
            (Concluded, DisputeStepKind::Pay, Concluded),
            (Concluded, DisputeStepKind::Reimburse, Concluded),
        ]
    };

    fn kind(step: &DisputeStep) -> DisputeStepKind {
        match step {
            DisputeStep::TakeUp {} => DisputeStepKind::TakeUp,
            DisputeStep::Appear {} => DisputeStepKind::Appear,
            DisputeStep::Conclude { .. } => DisputeStepKind::Conclude,
            DisputeStep::Pay { .. } => DisputeStepKind::Pay,
            DisputeStep::Reimburse { .. } => DisputeStepKind::Reimburse,
        }
    }

    fn case(opening: &Lodge) -> Option<&Mark> {
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

    fn open<'b>(opening: &Lodge, stamp: &Stamp, _: View<'b, OnCase<'b>>, _: Permit) -> Self {
        Self {
            kind: opening.kind,
            about: opening.about,
            known: opening.known,
            lodged: stamp.at.day(),
            appeared: false,
            concluded: None,
            paid: None,
            reimbursed: None,
        }
    }

    fn judge<'b>(&self, step: &DisputeStep, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let docket = view.docket;
        let who = self.accountability(&docket);
        let by = |party: Party<'_>, bench: &mut Bench| done_by([party.into()], &stamp.by, bench);
        match step {
            DisputeStep::TakeUp {} | DisputeStep::Conclude { .. } => by(who.answers().is, bench),
            DisputeStep::Appear {} => match self.to_appear(&who) {
                Ok(Some(party)) => by(party, bench),
                Ok(None) => bench.require(false, Rule::AppearanceCalledFor, || (Fact::Nothing, self.kind)),
                Err(NotInForce { article, day }) => bench.require(false, Rule::LawCovers, || {
                    let known = Fact::span(article.from(), article.until());
                    (known, Fact::List(vec![Fact::Name(article.id().into()), day.into()]))
                }),
            },
            DisputeStep::Pay { amount } => {
                let award = self.award();
                let left = award.and_then(|it| it.amount.less(self.paid));
                bench.require(Some(*amount) <= left, Rule::PaymentWithinAward, || (left, *amount));
                if let Some(award) = award {
                    by(who.pays(award.kind).is, bench);
                }
            }
            DisputeStep::Reimburse { amount } => {
                let called_for = self.award().and_then(|it| who.reimburses(it.kind));
                bench.require(called_for.is_some(), Rule::ReimbursementCalledFor, || (Fact::Nothing, *amount));
                if let Some(bears) = called_for {
                    let left = self.paid.and_then(|it| it.less(self.reimbursed));
                    bench.require(Some(*amount) <= left, Rule::PaymentWithinAward, || (left, *amount));
                    by(bears.is, bench);
                }
            }
        }
    }

    fn enter(&mut self, step: &DisputeStep, _: &Stamp, _: Permit) {
        match step {
            DisputeStep::TakeUp {} => {}
            DisputeStep::Appear {} => self.appeared = true,
            DisputeStep::Conclude { ruling, award, .. } => self.concluded = Some((*ruling, *award)),
            DisputeStep::Pay { amount } => self.paid = Some(amount.plus(self.paid)),
            DisputeStep::Reimburse { amount } => self.reimbursed = Some(amount.plus(self.reimbursed)),
        }
    }
}
