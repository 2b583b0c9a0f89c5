use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Dossier, InOffice, Matter,
    beside::{Doer, View, acceptor, decider, done_by},
    dossier::sealed,
};
use crate::{
    body::{Actor, Department, Party},
    case::{Docket, Stamp},
    catalogue::Key,
    law::{Bench, Clause, Fact, Permit, Rule},
    place::Region,
    register::{Registers, SealEvent, SealId, SealState, SealStep, Shared},
    route::Supervisors,
    term::{named, terms},
    text::{Mark, Text},
};

/// 检查发现: what an inspection, a review of a ledger or a complaint brought to light, until it is put right (`C2`, `C6`, `C7`, `C11`, `S57`).
///
/// ```
/// use tongquan::{Actor, Department, Office, Rule, Stamp};
/// use tongquan::oversight::{Dossier, Finding, FindingState, FindingStep, InOffice, MakeFinding};
/// # let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let beside = InOffice { office: &office, record: None };
/// let make: MakeFinding = serde_json::from_str(
///     r#"{"number": "JC-1", "against": {"seal": {"seal": {"department": "natural_resources", "number": 7}, "suspend": true}},
///         "what": "用章的附件未登记", "clause": "C6"}"#,
/// )?;
/// let by = |department: Department| -> Result<Actor, tongquan::text::BadText> { Ok(Actor::official(department, "inspector-1".parse()?)) };
/// let stamp = Stamp { at: "2024-04-01T09:00:00+08:00".parse()?, by: by(Department::Finance)? };
/// let unopened = Dossier::<Finding>::open(make, stamp, beside).unwrap_err();
/// assert!(unopened.why.names(Rule::MatterActor)); // another department does not watch over this one's seal
///
/// let stamp = Stamp { by: by(Department::ApprovalService)?, ..unopened.stamp };
/// let finding = Dossier::<Finding>::open(unopened.opening, stamp.clone(), beside)?;
/// let untaken = finding.take(FindingStep::Close {}, stamp, beside).unwrap_err();
/// assert!(untaken.why.names(Rule::MatterInOrder) && untaken.dossier.state() == FindingState::Open); // nothing was put right yet
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    number: Mark,
    against: Against,
    what: Text,
    clause: Clause,
    made_by: Actor,
}

/// 作出检查发现, by whoever watches over, guides or steers what it is against.
///
/// Rules: [`MatterActor`](Rule::MatterActor), [`SubjectOnRecord`](Rule::SubjectOnRecord), [`SuspensionPossible`](Rule::SuspensionPossible).
///
/// ```
/// use tongquan::{Clause, oversight::{Against, MakeFinding}};
/// let made: MakeFinding = serde_json::from_str(
///     r#"{"number": "JC-3", "against": {"handled": {"case": "2024-000001"}}, "what": "（虚构）未一次性告知", "clause": "C7"}"#,
/// )?;
/// assert_eq!(made.clause, Clause::C7);
/// assert!(matches!(made.against, Against::Handled { case } if case.as_str() == "2024-000001"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MakeFinding {
    /// 编号: its number, as the service gave it.
    pub number: Mark,
    /// 所涉对象: what it is against: a case, a seal, a standard, a ceiling, a department.
    pub against: Against,
    /// 发现内容: what was found.
    pub what: Text,
    /// 依据: the clause that was not kept.
    pub clause: Clause,
}

/// 所涉对象: what a finding is against.
///
/// ```
/// use tongquan::oversight::{Against, MakeFinding};
/// let made: MakeFinding = serde_json::from_str(
///     r#"{"number": "JC-2", "against": {"obstruction": {"department": "transport"}}, "what": "（虚构）空白证书未移交", "clause": "C2"}"#,
/// )?;
/// let Against::Obstruction { department, item: None } = made.against else { return Err("against something else".into()) };
/// assert_eq!(department.label(), "市交通运输局");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Against {
    /// 办件: how a case was handled.
    Handled {
        /// 办件编号: the number of the case that was handled so.
        case: Mark,
    },
    /// 2号章: its custody or use.
    Seal {
        /// 印章: which numbered seal, by its department and number.
        seal: SealId,
        /// 建议暂停使用: whether its suspension is proposed; the department decides, and records it.
        #[serde(default)]
        suspend: bool,
    },
    /// 业务手册、区域标准: that a handbook, or a region's own standard, is not as it must be (`C7`).
    Standard {
        /// 事项: of which item.
        item: Key,
        /// 区域自有标准: whose own it is; none for the department's handbook.
        #[serde(default)]
        own: Option<Region>,
    },
    /// 约束指标: that one was exceeded. [`ceilings`](super::ceilings) counts; whoever makes the finding answers for the count.
    Ceiling {
        /// 指标编号: the number of the ceiling.
        number: Mark,
        /// 区域: by which region, where each has the ceiling whole; none where they have it together.
        #[serde(default)]
        region: Option<Region>,
    },
    /// 阻碍: a city department obstructs a region in handling items of the reform, by withheld blank forms or in any other way (`C2`).
    Obstruction {
        /// 部门: the department that obstructs.
        department: Department,
        /// 事项: in which item, where it is one.
        #[serde(default)]
        item: Option<Key>,
    },
}

/// 发现环节: what can happen to a finding.
///
/// ```
/// use tongquan::oversight::{Finding, FindingStep, FindingStepKind, Matter};
/// let step: FindingStep = serde_json::from_str(r#"{"return": {"reason": "（虚构）补登未由使用人签字"}}"#)?;
/// assert_eq!(Finding::kind_of(&step), FindingStepKind::Return);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FindingStep {
    /// 整改: whoever it is against puts it right.
    Correct {
        /// 纠正情况: how it was put right.
        how: Text,
    },
    /// 退回: what was done does not put it right.
    Return {
        /// 理由: why that does not put it right.
        reason: Text,
    },
    /// 销号: it is put right, and done with.
    Close {},
    /// 撤回: it was none.
    Withdraw {
        /// 理由: why there was nothing to find.
        reason: Text,
    },
}

/// 发现状态: where a finding stands.
///
/// ```
/// use tongquan::oversight::{Finding, FindingState, Matter};
/// let from = Finding::LIFE.iter().filter(|(from, ..)| *from == FindingState::Corrected);
/// let told: Vec<(&str, &str)> = from.map(|(_, step, to)| (step.label(), to.label())).collect();
/// assert_eq!(told, [("退回", "待整改"), ("销号", "已销号"), ("撤回", "已撤回")]); // put right, or not
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// 待整改: made, and not put right yet.
    Open,
    /// 已整改: put right, as whoever it is against says.
    Corrected,
    /// 已销号: put right, and found so.
    Closed,
    /// 已撤回: it was none.
    Withdrawn,
}

terms!(FindingState {
    Self::Open => "待整改", "open";
    Self::Corrected => "已整改", "corrected";
    Self::Closed => "已销号", "closed";
    Self::Withdrawn => "已撤回", "withdrawn";
});
named!(word: FindingState);

/// 发现环节种类: the kinds of what can happen to a finding.
///
/// See the example of [`FindingState`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingStepKind {
    /// 整改: whoever it is against puts it right.
    Correct,
    /// 退回: what was done does not put it right.
    Return,
    /// 销号: it is put right, and done with.
    Close,
    /// 撤回: it was none.
    Withdraw,
}

terms!(FindingStepKind {
    Self::Correct => "整改", "correct";
    Self::Return => "退回", "return";
    Self::Close => "销号", "close";
    Self::Withdraw => "撤回", "withdraw";
});
named!(word: FindingStepKind);

impl Finding {
    /// The number that the service gave it.
    pub const fn number(&self) -> &Mark {
        &self.number
    }
    /// The case, seal, standard, ceiling or obstruction that it is against.
    pub const fn against(&self) -> &Against {
        &self.against
    }
    /// What was found.
    pub const fn what(&self) -> &Text {
        &self.what
    }
    /// 依据: the clause that was not kept, as whoever made it says.
    pub const fn clause(&self) -> Clause {
        self.clause
    }
}

impl Dossier<Finding> {
    /// 建议的登记: the event by which the department would suspend the seal from a day on, where that is proposed and the finding is not closed.
    pub fn proposed(&self, on: NaiveDate) -> Option<SealEvent> {
        let Against::Seal { seal, suspend: true } = self.matter().against else { return None };
        let running = matches!(self.state(), FindingState::Open | FindingState::Corrected);
        let reason = self.matter().what.clone();
        running.then_some(SealEvent { seal, on, event: SealStep::Suspended { reason } })
    }
}

const OFFICES: [Party<'static>; 2] =
    [Party::Department(Department::ApprovalService), Party::Department(Department::GovernmentOffice)];

impl Against {
    /// The department whose seal it is, or whose handbook.
    fn own(&self, registers: Registers<'_>, day: NaiveDate) -> Option<Department> {
        match self {
            Self::Seal { seal, .. } => Some(seal.department),
            // as the list last had it
            Self::Standard { item, .. } => {
                let mut begun = registers.editions().iter().rev().filter(|it| it.begins() <= day);
                begun.find_map(|it| it.find(item)).and_then(|it| it.department())
            }
            Self::Ceiling { number, .. } => registers.ceiling(number).map(|it| it.department),
            Self::Handled { .. } | Self::Obstruction { .. } => None,
        }
    }

    /// Who may make a finding against it.
    fn makers<'b>(&self, docket: Option<&Docket<'b>>, registers: Registers<'b>, day: NaiveDate) -> Vec<Doer<'b>> {
        let offices = OFFICES.into_iter().map(Doer::from);
        match (self, docket) {
            (Self::Handled { .. }, Some(docket)) => {
                let route = docket.route();
                let seats = if let Supervisors::Seats(seats) = route.supervisors() { seats.is } else { [None; 4] };
                let told = docket.pushed_to().into_iter().cloned().map(Doer::Body);
                let department = route.department().map(Party::Department);
                seats.into_iter().flatten().chain(department).map(Doer::from).chain(told).chain(offices).collect()
            }
            (Self::Obstruction { .. }, _) => {
                let regions = Region::all().map(Doer::UnitOf);
                regions.chain([Party::Department(Department::GovernmentOffice).into()]).collect()
            }
            (Self::Handled { .. } | Self::Seal { .. } | Self::Standard { .. } | Self::Ceiling { .. }, _) => {
                let own = self.own(registers, day).map(Party::Department);
                own.into_iter().map(Doer::from).chain(offices).collect()
            }
        }
    }

    /// Who is to put it right.
    fn correctors<'b>(&self, docket: Option<&Docket<'b>>, registers: Registers<'b>, day: NaiveDate) -> Vec<Doer<'b>> {
        let own = self.own(registers, day).map(|it| Doer::from(Party::Department(it)));
        match self {
            Self::Handled { .. } => docket.map_or_else(Vec::new, |docket| {
                let route = docket.route();
                let now = [route.intake().is, acceptor(&route), decider(&route)].map(Doer::from);
                // those that a move to a later edition relieved of it took it in or accepted it all the same
                docket.handled_by().cloned().map(Doer::Body).chain(now).collect()
            }),
            Self::Seal { seal, .. } => {
                let held = registers.seal_holder(*seal, day).map(|(region, _)| Doer::UnitOf(region));
                held.or(own).into_iter().collect()
            }
            Self::Standard { own: Some(region), .. } => vec![Doer::UnitOf(*region)],
            // what was never the city's has no department: its standard is the regions'
            Self::Standard { own: None, .. } => {
                own.map_or_else(|| Region::all().map(Doer::UnitOf).collect(), |department| vec![department])
            }
            Self::Ceiling { region: Some(region), .. } => vec![Doer::UnitOf(*region)],
            Self::Ceiling { number, region: None } => {
                let regions = registers.ceiling(number).into_iter().flat_map(|it| it.regions.iter());
                regions.map(Doer::UnitOf).collect()
            }
            Self::Obstruction { department, .. } => vec![Party::Department(*department).into()],
        }
    }

    fn judge(&self, registers: Registers<'_>, day: NaiveDate, bench: &mut Bench) {
        match self {
            Self::Seal { seal, suspend } => {
                let state = registers.seal_state(*seal, day);
                bench.require(state.is_some(), Rule::SubjectOnRecord, || (Fact::Nothing, *seal));
                let possible = !suspend || state.is_none() || state == Some(SealState::InService);
                bench.require(possible, Rule::SuspensionPossible, || (SealState::InService, state));
            }
            Self::Standard { item, own } => {
                let known = match own {
                    Some(region) => registers.standard(item, *region, day).filter(|it| it.own.is_some()),
                    None => registers.handbook(item, day),
                };
                bench.require(known.is_some(), Rule::SubjectOnRecord, || {
                    (Fact::Nothing, Fact::List(vec![item.into(), own.map(Fact::from).into()]))
                });
            }
            Self::Ceiling { number, region } => {
                let begun = registers.ceiling(number).filter(|it| it.from <= day);
                let fits = begun.is_some_and(|it| match (it.shared, region) {
                    (Shared::Together, None) => true,
                    (Shared::Each, Some(region)) => it.regions.contains(*region),
                    (Shared::Together, Some(_)) | (Shared::Each, None) => false,
                });
                bench.require(fits, Rule::SubjectOnRecord, || {
                    let of = begun.filter(|it| it.shared == Shared::Each).map(|it| Fact::list(it.regions.iter()));
                    let got = [Fact::from(number)].into_iter().chain(region.map(Fact::from)).collect();
                    (of.or(begun.map(|it| it.shared.into())), Fact::List(got))
                });
            }
            Self::Obstruction { item: Some(item), .. } => {
                let known = registers.item_on(item, day).is_ok();
                bench.require(known, Rule::SubjectOnRecord, || (Fact::Nothing, item));
            }
            Self::Handled { .. } | Self::Obstruction { item: None, .. } => {}
        }
    }
}

impl sealed::Sealed for Finding {}

impl Matter for Finding {
    type Opening = MakeFinding;
    type Step = FindingStep;
    type State = FindingState;
    type Kind = FindingStepKind;
    type Beside<'b> = InOffice<'b>;

    const NAME: &'static str = "finding";
    const BEGINS: FindingState = FindingState::Open;
    const LIFE: &'static [(FindingState, FindingStepKind, FindingState)] = {
        use FindingState::{Closed, Corrected, Open, Withdrawn};
        &[
            (Open, FindingStepKind::Correct, Corrected),
            (Open, FindingStepKind::Withdraw, Withdrawn),
            (Corrected, FindingStepKind::Return, Open),
            (Corrected, FindingStepKind::Close, Closed),
            (Corrected, FindingStepKind::Withdraw, Withdrawn),
        ]
    };

    fn kind_of(step: &FindingStep) -> FindingStepKind {
        match step {
            FindingStep::Correct { .. } => FindingStepKind::Correct,
            FindingStep::Return { .. } => FindingStepKind::Return,
            FindingStep::Close {} => FindingStepKind::Close,
            FindingStep::Withdraw { .. } => FindingStepKind::Withdraw,
        }
    }

    fn case_of(opening: &MakeFinding) -> Option<&Mark> {
        if let Against::Handled { case } = &opening.against { Some(case) } else { None }
    }

    fn judge_opening<'b>(opening: &MakeFinding, stamp: &Stamp, view: View<'b, InOffice<'b>>, bench: &mut Bench) {
        let (registers, day) = (view.registers, stamp.at.day());
        let docket = view.docket;
        opening.against.judge(registers, day, bench);
        done_by(opening.against.makers(docket.as_ref(), registers, day), &stamp.by, bench);
    }

    fn open<'b>(opening: &MakeFinding, stamp: &Stamp, _: View<'b, InOffice<'b>>, _: Permit) -> Self {
        let MakeFinding { number, against, what, clause } = opening.clone();
        Self { number, against, what, clause, made_by: stamp.by.clone() }
    }

    fn judge<'b>(&self, step: &FindingStep, stamp: &Stamp, view: View<'b, InOffice<'b>>, bench: &mut Bench) {
        match step {
            FindingStep::Correct { .. } => {
                let docket = view.docket;
                let by = self.against.correctors(docket.as_ref(), view.registers, stamp.at.day());
                done_by(by, &stamp.by, bench);
            }
            FindingStep::Return { .. } | FindingStep::Close {} | FindingStep::Withdraw { .. } => {
                done_by(self.made_by.body().cloned().map(Doer::Body), &stamp.by, bench);
            }
        }
    }

    fn enter(&mut self, _: &FindingStep, _: &Stamp, _: Permit) {}
}
