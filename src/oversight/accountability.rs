use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    body::Party,
    case::Docket,
    law::{Article, Clause, NotInForce, Silence, Source},
    route::{Answer, Respondent, Route},
    term::{named, terms},
    time::{Calendar, Uncovered},
};

/// 争议途径: the ways in which a case is disputed. Closed by the document (`C11`).
///
/// ```
/// use tongquan::oversight::DisputeKind;
/// let kind: DisputeKind = "行政复议".parse()?;
/// assert!(kind.has_respondent() && !DisputeKind::Complaint.has_respondent());
/// assert_eq!(serde_json::to_string(&kind)?, r#""reconsideration""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DisputeKind {
    /// 信访: brought to the administration, without a respondent whom law names.
    Petition,
    /// 投诉: against how the case was handled, without a respondent whom law names.
    Complaint,
    /// 行政复议: before a reconsideration body, against the respondent.
    Reconsideration,
    /// 行政诉讼: before a court, against the defendant.
    Litigation,
}

terms!(DisputeKind {
    Self::Petition => "信访", "petition";
    Self::Complaint => "投诉", "complaint";
    Self::Reconsideration => "行政复议", "administrative reconsideration";
    Self::Litigation => "行政诉讼", "administrative litigation";
});

impl DisputeKind {
    /// Whether somebody is respondent or defendant in it, whom law names.
    pub const fn has_respondent(self) -> bool {
        matches!(self, Self::Reconsideration | Self::Litigation)
    }
}

/// 所争行为: what of a case is disputed (`S58`).
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, oversight::{Accountability, DisputedAct}};
/// let route = Route::of(Edition::built_in().annex_1(61)?, Region::Wenshang, Scope::WITHIN)?; // entrusted intake
/// let answers = |act| Accountability::of(route, act).answers().is.zh();
/// assert_eq!(answers(DisputedAct::NonAcceptance), "汶上县承办部门"); // for what it turned away itself
/// assert_eq!(answers(DisputedAct::Decision), "市人力资源社会保障局");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DisputedAct {
    /// 收件: how the papers were taken in, asked for, accepted or passed on.
    Intake,
    /// 不予受理: that the application was turned away.
    NonAcceptance,
    /// 决定: what was decided, favourable or not.
    Decision,
    /// 未作决定: that it is not decided.
    Delay,
}

terms!(DisputedAct {
    Self::Intake => "收件", "intake";
    Self::NonAcceptance => "不予受理", "refusal to accept";
    Self::Decision => "决定", "the decision";
    Self::Delay => "未作决定", "want of a decision";
});

impl DisputedAct {
    /// Whether it is an act of those who take in and accept, not of those who decide.
    const fn is_of_intake(self) -> bool {
        matches!(self, Self::Intake | Self::NonAcceptance)
    }
}

/// 款项种类: what is paid to the claimant (`C11`).
///
/// ```
/// use tongquan::oversight::AwardKind;
/// let kind: AwardKind = "赔偿".parse()?;
/// assert_eq!((kind, kind.english()), (AwardKind::StateCompensation, "state compensation"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AwardKind {
    /// 补偿: for a lawful act.
    Compensation,
    /// 赔偿: for an unlawful one.
    StateCompensation,
}

terms!(AwardKind {
    Self::Compensation => "补偿", "compensation";
    Self::StateCompensation => "赔偿", "state compensation";
});
named!(word: DisputeKind, DisputedAct, AwardKind);

impl AwardKind {
    /// Whether outward law has the respondent pay it (`SCL7`), whoever bears it in the end.
    pub(super) const fn is_outward(self) -> bool {
        matches!(self, Self::StateCompensation)
    }
}

/// 责任划分: who answers for an act of a case, inside the administration and, apart from that, before the law (`C11`, `S58`).
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, oversight::{Accountability, AwardKind, DisputeKind, DisputedAct}};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// let it = Accountability::of(route, DisputedAct::Decision);
/// // decided by the county under Seal No. 2: the county deals with it, the department whose seal it is appears, pays, and is reimbursed
/// assert_eq!(it.answers().is.zh(), "汶上县承办部门");
/// let day = "2024-06-03".parse()?;
/// assert_eq!(it.appears(DisputeKind::Litigation, day)?.map(|it| it.is.zh()).as_deref(), Some("市交通运输局"));
/// assert_eq!(it.pays(AwardKind::StateCompensation).is.zh(), "市交通运输局");
/// assert_eq!(it.reimburses(AwardKind::StateCompensation).map(|it| it.is.zh()).as_deref(), Some("汶上县承办部门"));
/// assert!(it.respondent().is_contested());
/// // nobody appears for a petition, and the law of reconsideration is in the facts from 2024 only
/// assert_eq!(it.appears(DisputeKind::Petition, day)?, None);
/// assert!(it.appears(DisputeKind::Reconsideration, "2023-06-01".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Accountability<'r> {
    route: Route<'r>,
    act: DisputedAct,
}

const C11: Source = Source::Clause(Clause::C11);
const S58: Source = Source::Silence(Silence::S58);

impl<'r> Accountability<'r> {
    /// For an act of a case that goes this route.
    pub const fn of(route: Route<'r>, act: DisputedAct) -> Self {
        Self { route, act }
    }

    /// For an act of a case: of its intake whoever took it in answers, also where the case moved on to a later edition since.
    pub fn of_case(docket: &Docket<'r>, act: DisputedAct) -> Self {
        let docket = if act == DisputedAct::Intake { docket.as_filed() } else { *docket };
        Self::of(docket.route(), act)
    }

    /// 内部责任: who deals with the dispute inside the administration, and bears its cost in the end: whoever handled, and under entrusted intake the
    /// region for what it took in and accepted.
    pub fn answers(&self) -> Answer<Party<'r>> {
        let for_intake = self.route.answers_for_intake().filter(|_| self.act.is_of_intake());
        for_intake.unwrap_or_else(|| self.route.answers())
    }

    /// 被申请人、被告: whom outward law takes for the one who acted, with the articles and their validity.
    pub fn respondent(&self) -> Respondent<'r> {
        let respondent = self.route.respondent();
        match self.route.answers_for_intake() {
            Some(_) => respondent.of_entrusted(self.act.is_of_intake()),
            None if self.act == DisputedAct::Decision => respondent,
            None => respondent.unsealed(),
        }
    }

    /// 出面: who appears where law wants it, though another deals with the dispute inside, in a dispute brought on a day; none where whoever deals
    /// with it appears itself, and where the dispute has no respondent.
    ///
    /// ```
    /// use tongquan::{AnyCase, oversight::{Accountability, DisputeKind, DisputedAct}};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let who = Accountability::of(case.record().route(), DisputedAct::Decision);
    /// // the county deals with it; before a court the department appears whose seal it was
    /// let appears = who.appears(DisputeKind::Litigation, "2024-05-06".parse()?)?.ok_or("nobody")?;
    /// assert_eq!(appears.is.zh(), "市自然资源和规划局");
    /// // the reconsideration law is on record from 2024 on
    /// assert!(who.appears(DisputeKind::Reconsideration, "2023-05-06".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotInForce`]: the law that names the respondent is not known for that day.
    pub fn appears(&self, kind: DisputeKind, day: NaiveDate) -> Result<Option<Answer<Party<'r>>>, NotInForce> {
        let respondent = self.respondent();
        match kind {
            DisputeKind::Petition | DisputeKind::Complaint => return Ok(None),
            DisputeKind::Reconsideration => drop(respondent.in_reconsideration(day)?),
            DisputeKind::Litigation => drop(respondent.in_litigation(day)?),
        }
        Ok(self.respondent_is_another().then(|| Answer { is: respondent.who(), basis: &[C11, S58] }))
    }

    /// 对外支付: who pays the claimant: for an unlawful act the respondent (`SCL7` where another acted in its name), for a lawful one whoever
    /// answers inside.
    pub fn pays(&self, award: AwardKind) -> Answer<Party<'r>> {
        if self.is_paid_in_stead(award) {
            Answer { is: self.respondent().who(), basis: &[Source::Article(Article::Scl7), S58] }
        } else {
            Answer { is: self.answers().is, basis: &[C11, S58] }
        }
    }

    /// 内部归还: who reimburses whoever paid, where that is another (`C11`).
    pub fn reimburses(&self, award: AwardKind) -> Option<Answer<Party<'r>>> {
        self.is_paid_in_stead(award).then(|| Answer { is: self.answers().is, basis: &[C11, S58] })
    }

    /// Whether the respondent pays it in the stead of whoever answers inside.
    fn is_paid_in_stead(&self, award: AwardKind) -> bool {
        award.is_outward() && self.respondent_is_another()
    }

    fn respondent_is_another(&self) -> bool {
        !self.answers().is.is_same(self.respondent().who())
    }
}

/// 无从计算末日: why there is no last day to tell.
///
/// ```
/// use tongquan::{Calendar, oversight::{DisputeKind, DisputedAct, NoLastDay}};
/// let why = DisputeKind::Reconsideration.last_day(DisputedAct::Decision, "2023-12-31".parse()?, Calendar::built_in()).unwrap_err();
/// assert!(matches!(why, NoLastDay::NotInForce(_))); // the reconsideration law is in the facts from 2024 on: no guess
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoLastDay {
    /// The law of that day is not in the facts.
    #[error(transparent)]
    NotInForce(#[from] NotInForce),
    /// The last day may be a day off, and its year is not in the calendar.
    #[error(transparent)]
    Uncovered(#[from] Uncovered),
}

impl NoLastDay {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::NotInForce(it) => it.zh(),
            Self::Uncovered(it) => it.zh(),
        }
    }
}

/// `ARL20`: days to apply for reconsideration.
const TO_APPLY: Days = Days::new(60);
/// `ALL46`: months to sue.
const TO_SUE: Months = Months::new(6);

impl DisputeKind {
    /// 申请期限末日: the last day on which somebody may apply who came to know of an act on a day; none for what has no such limit in the facts: petitions
    /// and complaints, and the want of a decision. The day of knowledge is not counted (`S58`). The limit to sue after a reconsideration is another,
    /// which the facts lack: this one is of a suit without one.
    ///
    /// ```
    /// use tongquan::{Calendar, oversight::{DisputeKind, DisputedAct}};
    /// let (calendar, act) = (Calendar::built_in(), DisputedAct::Decision);
    /// let last = DisputeKind::Reconsideration.last_day(act, "2024-03-04".parse()?, calendar)?.ok_or("no limit")?;
    /// assert_eq!(last.is, "2024-05-06".parse()?); // 60 days (ARL20), moved on from a holiday (S58)
    /// let last = DisputeKind::Litigation.last_day(act, "2024-03-15".parse()?, calendar)?.ok_or("no limit")?;
    /// assert_eq!(last.is, "2024-09-18".parse()?); // six months (ALL46), moved on from three days off (SPC48)
    /// assert!(DisputeKind::Reconsideration.last_day(act, "2023-12-31".parse()?, calendar).is_err());
    /// assert_eq!(DisputeKind::Petition.last_day(act, "2024-03-04".parse()?, calendar)?, None);
    /// assert_eq!(DisputeKind::Litigation.last_day(DisputedAct::Delay, "2024-03-04".parse()?, calendar)?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoLastDay`]: an article is not known to be in force on the day of knowledge, or the calendar lacks the year.
    pub fn last_day(
        self,
        act: DisputedAct,
        known: NaiveDate,
        calendar: &Calendar,
    ) -> Result<Option<Answer<NaiveDate>>, NoLastDay> {
        const ARL20: Source = Source::Article(Article::Arl20);
        const LITIGATION: &[Source] = &[Source::Article(Article::All46), Source::Article(Article::Spc48), S58];
        if act == DisputedAct::Delay {
            return Ok(None);
        }
        let basis = match self {
            Self::Petition | Self::Complaint => return Ok(None),
            Self::Reconsideration => {
                Article::Arl20.on(known)?;
                &[ARL20, S58]
            }
            Self::Litigation => {
                Article::All46.on(known)?;
                Article::Spc48.on(known)?;
                LITIGATION
            }
        };
        let last = self.nominal_last_day(known);
        let is = if calendar.kind(last)?.is_workday() { last } else { calendar.after(last, 1)? };
        Ok(Some(Answer { is, basis }))
    }

    /// The same before it is moved on from a day off; no day at all where there is no limit.
    pub(super) fn nominal_last_day(self, known: NaiveDate) -> NaiveDate {
        let last = match self {
            Self::Petition | Self::Complaint => None,
            Self::Reconsideration => known.checked_add_days(TO_APPLY),
            Self::Litigation => known.checked_add_months(TO_SUE),
        };
        last.unwrap_or(NaiveDate::MAX)
    }
}
