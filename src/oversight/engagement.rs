use serde::{Deserialize, Serialize};

use super::{
    Matter, OnCase,
    beside::{View, decider, done_by},
    dossier::sealed,
};
use crate::{
    body::Department,
    case::{Docket, Stamp},
    law::{Bench, Clause, Fact, Permit, Rule, Silence, Source},
    place::Region,
    register::{ExpertWork, Office},
    route::Answer,
    term::{named, terms},
    text::{Mark, Person, Text},
};

/// 调用专家: an expert of a pool, called for a case before its decision (`C8`, `S60`).
///
/// ```
/// use tongquan::{AnyCase, Office, Rule};
/// use tongquan::oversight::{CallExpert, Dossier, Engagement, OnCase};
/// # let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// # let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let beside = OnCase { record: case.record(), office: &office };
/// let call: CallExpert = serde_json::from_str(
///     r#"{"number": "DY-1", "case": "2024-000001", "expert": "ZK-9", "persons": ["surveyor-7"], "work": "survey"}"#,
/// )?;
/// let stamp = case.record().stamps().last().ok_or("no stamp")?.clone(); // the case is closed, and this office has no pool
/// let unopened = Dossier::<Engagement>::open(call, stamp, beside).unwrap_err();
/// assert!(unopened.why.names(Rule::ExpertBeforeDecision) && unopened.why.names(Rule::ExpertInPool));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    expert: Mark,
    persons: Vec<Person>,
    payer: Answer<Payer>,
    opinion: Option<Mark>,
}

/// 调用, by the deciding body.
///
/// Rules: [`MatterActor`](Rule::MatterActor), [`ExpertBeforeDecision`](Rule::ExpertBeforeDecision), [`ExpertInPool`](Rule::ExpertInPool), [`ExpertForWork`](Rule::ExpertForWork),
/// [`ExpertApart`](Rule::ExpertApart), [`NamedOnce`](Rule::NamedOnce), [`ProcedureInStandard`](Rule::ProcedureInStandard),
/// [`PayerOtherwise`](Rule::PayerOtherwise).
///
/// ```
/// use tongquan::oversight::CallExpert;
/// let call: CallExpert = serde_json::from_str(r#"{"number": "DY-1", "case": "2024-000001", "expert": "ZK-001", "work": "survey"}"#)?;
/// assert_eq!(call.expert.as_str(), "ZK-001"); // by the number in the pool
/// assert!(call.otherwise.is_none()); // whoever pays by rule
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CallExpert {
    /// 编号: the engagement's number.
    pub number: Mark,
    /// 办件编号: the number of the case that the expert is called for.
    pub case: Mark,
    /// 专家编号: who, by the number in the pool.
    pub expert: Mark,
    /// 到场人员: the persons who come for an organisation.
    #[serde(default)]
    pub persons: Vec<Person>,
    /// 事由: for which kind of work.
    pub work: ExpertWork,
    /// 特别程序: the proceeding of the standard that it serves, where it serves one.
    #[serde(default)]
    pub procedure: Option<Mark>,
    /// 费用承担的例外: who pays, where another than by rule does.
    #[serde(default)]
    pub otherwise: Option<PaidOtherwise>,
}

/// 例外: the rule is one in principle (原则上), so an exception names who pays, and why.
///
/// ```
/// use tongquan::oversight::PaidOtherwise;
/// let other: PaidOtherwise = serde_json::from_str(r#"{"payer": {"region": "wenshang"}, "reason": "（虚构）区域同意承担"}"#)?;
/// assert_eq!(other.payer.label(), "汶上县"); // never shifted to the applicant (S60)
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PaidOtherwise {
    /// 支付单位: who pays instead.
    pub payer: Payer,
    /// 理由: why the rule does not hold here.
    pub reason: Text,
}

/// 费用承担方: who pays an expert.
///
/// ```
/// use tongquan::{AnyCase, Department, Office, oversight::{PaidOtherwise, Payer}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let by_rule = Payer::of(&case.record().docket(), &office, None); // the county called the expert for a formerly-city item
/// assert_eq!((by_rule.is, by_rule.is.label()), (Payer::Department(Department::NaturalResources), "市自然资源和规划局"));
/// // an exception, as a client sends it
/// let other: PaidOtherwise = serde_json::from_str(r#"{"payer": {"region": "wenshang"}, "reason": "（虚构）已列入县级预算"}"#)?;
/// assert_eq!(other.payer.label(), "汶上县");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// 申请人: the applicant, where the standard makes the applicant pay for the proceeding.
    Applicant,
    /// 市直部门: the item's city department, for what was formerly the city's.
    Department(Department),
    /// 县（市、区）、功能区: the region, for items that were never the city's.
    Region(Region),
}

impl Payer {
    /// Who it is, in Chinese.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Applicant => "申请人",
            Self::Department(it) => it.label(),
            Self::Region(it) => it.label(),
        }
    }
}

impl std::fmt::Display for Payer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Applicant => f.pad("the applicant"),
            Self::Department(it) => it.fmt(f),
            Self::Region(it) => it.fmt(f),
        }
    }
}

impl From<Payer> for Fact {
    fn from(it: Payer) -> Self {
        match it {
            Payer::Applicant => Self::Term { zh: it.label(), en: "the applicant" },
            Payer::Department(it) => it.into(),
            Payer::Region(it) => it.into(),
        }
    }
}

/// 专家环节: what can happen to an engagement.
///
/// ```
/// use tongquan::oversight::{Engagement, EngagementStep, EngagementStepKind, Matter};
/// let step: EngagementStep = serde_json::from_str(r#"{"opine": {"document": "YJ-1"}}"#)?;
/// assert_eq!(Engagement::kind_of(&step), EngagementStepKind::Opine);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EngagementStep {
    /// 提交意见: the deciding body takes the expert's opinion in.
    ///
    /// Rules: [`ExpertBeforeDecision`](Rule::ExpertBeforeDecision), [`ExpertApart`](Rule::ExpertApart).
    Opine {
        /// 意见书: the number of the written opinion.
        document: Mark,
    },
    /// 解除: the expert is released, with the reason.
    Release {
        /// 理由: why the expert is released.
        reason: Text,
    },
}

/// 调用状态: where an engagement stands.
///
/// ```
/// use tongquan::oversight::{Engagement, EngagementState, Matter};
/// let from = Engagement::LIFE.iter().filter(|(from, ..)| *from == EngagementState::Called);
/// let told: Vec<(&str, &str)> = from.map(|(_, step, to)| (step.label(), to.label())).collect();
/// assert_eq!(told, [("提交意见", "已出具意见"), ("解除", "已解除")]); // and nothing after either
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EngagementState {
    /// 已调用: called, without an opinion yet.
    Called,
    /// 已出具意见: the opinion was given.
    Opined,
    /// 已解除: released, with a reason.
    Released,
}

terms!(EngagementState {
    Self::Called => "已调用", "called";
    Self::Opined => "已出具意见", "opinion given";
    Self::Released => "已解除", "released";
});
named!(word: EngagementState);

/// 专家环节种类: the kinds of what can happen to an engagement.
///
/// See the example of [`EngagementState`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EngagementStepKind {
    /// 提交意见: the opinion is taken in.
    Opine,
    /// 解除: the expert is released.
    Release,
}

terms!(EngagementStepKind {
    Self::Opine => "提交意见", "give the opinion";
    Self::Release => "解除", "release";
});
named!(word: EngagementStepKind);

const C8: Source = Source::Clause(Clause::C8);
const S60: Source = Source::Silence(Silence::S60);

impl Payer {
    /// 费用承担: who pays an expert for a case: the applicant, where the standard says so of the proceeding; else the city department for what was
    /// the city's, and the region for what is its own or its townships'.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, oversight::Payer};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let read = |name: &str| -> Result<AnyCase, Box<dyn std::error::Error>> {
    ///     Ok(serde_json::from_str(&std::fs::read_to_string(format!("tests/golden/{name}.json"))?)?)
    /// };
    /// assert_eq!(Payer::of(&read("review")?.record().docket(), &office, None).is.label(), "市自然资源和规划局");
    /// assert_eq!(Payer::of(&read("county_original")?.record().docket(), &office, None).is.label(), "汶上县");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(docket: &Docket<'_>, office: &Office, procedure: Option<&Mark>) -> Answer<Self> {
        let route = docket.route();
        let by_applicant = procedure.is_some_and(|code| {
            let registers = office.as_of(docket.brief().revision, docket.bound()).unwrap_or_else(|| office.now());
            let standard = registers.standard(&docket.file().item, route.region(), docket.bound());
            standard.is_some_and(|it| it.procedures.iter().any(|it| it.code == *code && it.applicant_pays))
        });
        match route.department() {
            _ if by_applicant => Answer { is: Self::Applicant, basis: &[C8] },
            Some(department) if route.region_decides() => Answer { is: Self::Department(department), basis: &[C8] },
            Some(department) => Answer { is: Self::Department(department), basis: &[S60, C8] },
            None => Answer { is: Self::Region(route.region()), basis: &[S60, C8] },
        }
    }
}

impl Engagement {
    /// Who was called, by the number in the pool.
    pub const fn expert(&self) -> &Mark {
        &self.expert
    }
    /// 费用承担: who pays, by rule or by the exception recorded.
    pub const fn payer(&self) -> Answer<Payer> {
        self.payer
    }
    /// The number of the opinion, once it was given.
    pub const fn opinion(&self) -> Option<&Mark> {
        self.opinion.as_ref()
    }
    /// 利害关系: those of the expert's side who review or decide the case, or applied for it, as the case stands: nobody, as long as it is clean. Who
    /// comes to review it after the opinion is told here, and refused nowhere (`S60`).
    pub fn conflicts<'r>(&'r self, docket: &Docket<'r>) -> Vec<&'r Person> {
        conflicted(&self.persons, docket)
    }
}

/// Those of them who are the applicant, or review or decide the case.
fn conflicted<'p>(persons: impl IntoIterator<Item = &'p Person>, docket: &Docket<'_>) -> Vec<&'p Person> {
    let sides: Vec<&Person> = std::iter::once(&docket.file().applicant).chain(docket.reviewers()).collect();
    persons.into_iter().filter(|it| sides.contains(it)).collect()
}

fn before_decision(docket: &Docket<'_>, bench: &mut Bench) {
    let over = docket.decided().or(docket.ended_undecided());
    bench.require(over.is_none(), Rule::ExpertBeforeDecision, || (NOT_DECIDED, over));
}

const NOT_DECIDED: Fact = Fact::Term { zh: "尚未决定", en: "not decided yet" };

fn apart<'p>(persons: impl IntoIterator<Item = &'p Person>, docket: &Docket<'_>, bench: &mut Bench) {
    let conflicted = conflicted(persons, docket).into_iter();
    bench.none(conflicted, Rule::ExpertApart, |conflicted| (NEITHER, conflicted));
}

const NEITHER: Fact = Fact::Term {
    zh: "既不审查、决定本案，也不是申请人的人员",
    en: "somebody who neither reviews nor decides the case, nor applied for it",
};

impl sealed::Sealed for Engagement {}

impl Matter for Engagement {
    type Opening = CallExpert;
    type Step = EngagementStep;
    type State = EngagementState;
    type Kind = EngagementStepKind;
    type Beside<'b> = OnCase<'b>;

    const NAME: &'static str = "engagement";
    const BEGINS: EngagementState = EngagementState::Called;
    const LIFE: &'static [(EngagementState, EngagementStepKind, EngagementState)] = &[
        (EngagementState::Called, EngagementStepKind::Opine, EngagementState::Opined),
        (EngagementState::Called, EngagementStepKind::Release, EngagementState::Released),
    ];

    fn kind_of(step: &EngagementStep) -> EngagementStepKind {
        match step {
            EngagementStep::Opine { .. } => EngagementStepKind::Opine,
            EngagementStep::Release { .. } => EngagementStepKind::Release,
        }
    }

    fn case_of(opening: &CallExpert) -> Option<&Mark> {
        Some(&opening.case)
    }

    fn judge_opening<'b>(opening: &CallExpert, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let docket = view.docket;
        done_by([decider(&docket.route()).into()], &stamp.by, bench);
        before_decision(&docket, bench);
        bench.once(&opening.persons);
        if let Some(code) = &opening.procedure {
            let known = || docket.standard().into_iter().flat_map(|it| &it.procedures);
            bench.require(known().any(|it| it == code), Rule::ProcedureInStandard, || (Fact::list(known()), code));
        }
        let expert = view.registers.expert(&opening.expert, stamp.at.day());
        bench.require(expert.is_some(), Rule::ExpertInPool, || (stamp.at.day(), &opening.expert));
        if let Some(expert) = expert {
            bench.require(expert.works.contains(&opening.work), Rule::ExpertForWork, || {
                (Fact::list(expert.works.iter().copied()), opening.work)
            });
        }
        apart(expert.map(|it| &it.reference).into_iter().chain(&opening.persons), &docket, bench);
        if let Some(otherwise) = &opening.otherwise {
            let by_rule = Payer::of(&docket, view.office, opening.procedure.as_ref()).is;
            let route = docket.route();
            let others = [route.department().map(Payer::Department), Some(Payer::Region(route.region()))];
            let others = others.into_iter().flatten().filter(|it| *it != by_rule);
            let lawful = others.clone().any(|it| it == otherwise.payer);
            bench.require(lawful, Rule::PayerOtherwise, || (Fact::list(others), otherwise.payer));
        }
    }

    fn open<'b>(opening: &CallExpert, stamp: &Stamp, view: View<'b, OnCase<'b>>, _: Permit) -> Self {
        let expert = view.registers.expert(&opening.expert, stamp.at.day());
        let persons = expert.map(|it| &it.reference).into_iter().chain(&opening.persons).cloned().collect();
        let by_rule = Payer::of(&view.docket, view.office, opening.procedure.as_ref());
        let payer = opening.otherwise.as_ref().map_or(by_rule, |it| Answer { is: it.payer, basis: &[C8, S60] });
        Self { expert: opening.expert.clone(), persons, payer, opinion: None }
    }

    fn judge<'b>(&self, step: &EngagementStep, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let docket = view.docket;
        done_by([decider(&docket.route()).into()], &stamp.by, bench);
        match step {
            EngagementStep::Opine { .. } => {
                before_decision(&docket, bench);
                apart(&self.persons, &docket, bench);
            }
            EngagementStep::Release { .. } => {}
        }
    }

    fn enter(&mut self, step: &EngagementStep, _: &Stamp, _: Permit) {
        match step {
            EngagementStep::Opine { document } => self.opinion = Some(document.clone()),
            EngagementStep::Release { .. } => {}
        }
    }
}
