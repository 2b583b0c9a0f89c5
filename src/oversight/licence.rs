use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Matter, OnCase,
    beside::{Doer, View, decider, done_by},
    dossier::sealed,
};
use crate::{
    case::Stamp,
    law::{Bench, Fact, Permit, Rule},
    term::{named, terms},
    text::{Mark, Text},
};

/// 证照: a licence from its issue on (`C5`, `S59`). Electronic and physical licence are one thing under one number: each act is of both, so that they
/// cannot differ. Every act, the issue included, is owed to the provincial and to the city repository.
///
/// ```
/// use tongquan::{AnyCase, Office, Rule, Stamp};
/// use tongquan::oversight::{Dossier, Issued, Licence, LicenceStep, OnCase, Repository};
/// # let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// # let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let beside = OnCase { record: case.record(), office: &office };
/// let stamp = Stamp { at: "2024-03-29T10:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
/// let until = |day: &str| -> Result<Issued, Box<dyn std::error::Error>> {
///     Ok(Issued { case: case.record().id().clone(), until: Some(day.parse()?) })
/// };
/// let unopened = Dossier::<Licence>::open(until("2024-03-01")?, stamp, beside).unwrap_err();
/// assert!(unopened.why.names(Rule::LicenceRuns)); // it would have run out before it was issued
///
/// let licence = Dossier::<Licence>::open(until("2027-03-14")?, unopened.stamp.clone(), beside)?;
/// assert_eq!((licence.matter().number().as_str(), licence.matter().owed().count()), ("ZZ-1", 2)); // to both repositories
/// let licence = licence.take(LicenceStep::Sync { act: 0, with: Repository::Province }, unopened.stamp, beside)?;
/// assert!(licence.matter().owed().all(|it| it.with == Repository::City));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    number: Mark,
    issued: NaiveDate,
    until: Option<NaiveDate>,
    cancelled: Option<(NaiveDate, CancelGround)>,
    /// Whether each act, the issue first, was synced with the provincial and with the city repository.
    synced: Vec<[bool; 2]>,
}

/// 入账: the licence that a case issued. Its number stands in the case. That there is one dossier of it, whoever stores it sees to.
///
/// Rules: [`MatterActor`](Rule::MatterActor), [`LicenceOfCase`](Rule::LicenceOfCase), [`LicenceRuns`](Rule::LicenceRuns).
///
/// ```
/// use tongquan::oversight::Issued;
/// let issued: Issued = serde_json::from_str(r#"{"case": "2024-000001"}"#)?;
/// assert_eq!(issued.until, None); // it does not end by itself
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// 办件编号: the number of the case that issued it.
    pub case: Mark,
    /// 有效期至: its last day; none where it does not end by itself.
    #[serde(default, with = "crate::time::MaybeIso")]
    pub until: Option<NaiveDate>,
}

/// 证照环节: what can happen to a licence.
///
/// ```
/// use tongquan::oversight::{CancelGround, LicenceStep, Term};
/// let change: LicenceStep = serde_json::from_str(r#"{"change": {"what": "（虚构）地址变更", "until": "kept"}}"#)?;
/// assert!(matches!(change, LicenceStep::Change { until: Term::Kept, by_case: None, .. }));
/// let cancel: LicenceStep = serde_json::from_str(r#"{"cancel": {"ground": {"revoked": "CX-1"}}}"#)?; // by the number of the revocation
/// assert!(matches!(cancel, LicenceStep::Cancel { ground: CancelGround::Revoked(_) }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LicenceStep {
    /// 变更: both twins are changed.
    ///
    /// Rules: [`LicenceRuns`](Rule::LicenceRuns).
    Change {
        /// 变更内容: what becomes different.
        what: Text,
        /// 有效期, from then on.
        until: Term,
        /// 变更办件: the case by which it was applied for, where there is one.
        #[serde(default)]
        by_case: Option<Mark>,
    },
    /// 注销: both twins are cancelled.
    ///
    /// Rules: [`LicenceExpired`](Rule::LicenceExpired).
    Cancel {
        /// 注销理由: on what ground.
        ground: CancelGround,
    },
    /// 归集: an act was synced with a repository.
    ///
    /// Rules: [`SyncOwed`](Rule::SyncOwed).
    Sync {
        /// 归集事项: which act, counted from 0: the issue.
        act: u32,
        /// 证照库: the repository that has it now.
        with: Repository,
    },
}

/// 有效期: what a change makes of the last day.
///
/// ```
/// use tongquan::oversight::Term;
/// assert_eq!(serde_json::from_str::<Term>(r#"{"day": "2027-03-14"}"#)?, Term::Day("2027-03-14".parse()?));
/// assert_eq!(serde_json::from_str::<Term>(r#""endless""#)?, Term::Endless);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// 不变: as it was.
    Kept,
    /// 至某日: this day is the last.
    Day(#[serde(with = "crate::time::Iso")] NaiveDate),
    /// 长期: it does not end by itself.
    Endless,
}

impl Term {
    const fn of(self, before: Option<NaiveDate>) -> Option<NaiveDate> {
        match self {
            Self::Kept => before,
            Self::Day(day) => Some(day),
            Self::Endless => None,
        }
    }
}

/// 注销的理由: why a licence is cancelled (ours: the document names none).
///
/// ```
/// use tongquan::oversight::CancelGround;
/// let ground: CancelGround = serde_json::from_str(r#"{"revoked": "CX-1"}"#)?;
/// assert!(matches!(ground, CancelGround::Revoked(number) if number.as_str() == "CX-1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CancelGround {
    /// 申请注销: its holder asks for it.
    Holder,
    /// 有效期届满: its last day is over.
    Expired,
    /// 决定已撤销: by the number of the revocation.
    Revoked(Mark),
    /// 其他: another ground, in words.
    Other(Text),
}

/// 证照库: the electronic licence repositories. Closed by the document (`C5`).
///
/// ```
/// use tongquan::oversight::Repository;
/// let told: Vec<&str> = Repository::ALL.map(Repository::label).to_vec(); // every act is owed to each
/// assert_eq!(told, ["省电子证照库", "市电子证照库"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Repository {
    /// 省电子证照库: the province's.
    Province,
    /// 市电子证照库: the city's.
    City,
}

terms!(Repository {
    Self::Province => "省电子证照库", "provincial electronic licence repository";
    Self::City => "市电子证照库", "city electronic licence repository";
});
named!(word: Repository);

impl Repository {
    /// Both repositories, the province's and the city's.
    pub const ALL: [Self; 2] = [Self::Province, Self::City];
}

/// 证照状态: where a licence stands.
///
/// ```
/// use tongquan::oversight::{Licence, LicenceState, Matter};
/// let from = Licence::LIFE.iter().filter(|(from, ..)| *from == LicenceState::Cancelled);
/// let told: Vec<(&str, &str)> = from.map(|(_, step, to)| (step.label(), to.label())).collect();
/// assert_eq!(told, [("归集", "已注销")]); // the repositories are to know of it still
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenceState {
    /// 已制发: issued, and not cancelled, whether or not its last day is over.
    Issued,
    /// 已注销: both twins are cancelled.
    Cancelled,
}

terms!(LicenceState {
    Self::Issued => "已制发", "issued";
    Self::Cancelled => "已注销", "cancelled";
});
named!(word: LicenceState);

/// 证照环节种类: the kinds of what can happen to a licence.
///
/// See the example of [`LicenceState`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenceStepKind {
    /// 变更: both twins are changed.
    Change,
    /// 注销: both twins are cancelled.
    Cancel,
    /// 归集: an act was synced with a repository.
    Sync,
}

terms!(LicenceStepKind {
    Self::Change => "变更", "change";
    Self::Cancel => "注销", "cancel";
    Self::Sync => "归集", "sync";
});
named!(word: LicenceStepKind);

/// 待归集: an act that a repository has not got.
///
/// See the example of [`Licence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SyncDuty {
    /// Which act, counted from 0: the issue.
    pub act: u32,
    /// The repository that has not got it.
    pub with: Repository,
}

impl From<SyncDuty> for Fact {
    fn from(it: SyncDuty) -> Self {
        Self::List(vec![u64::from(it.act).into(), it.with.into()])
    }
}

impl Licence {
    /// The licence's number, which its paper and its electronic twin share.
    pub const fn number(&self) -> &Mark {
        &self.number
    }
    /// 制发日: the day on which the licence was issued.
    pub const fn issued(&self) -> NaiveDate {
        self.issued
    }
    /// 有效期至; none where it does not end by itself.
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }
    /// Why it was cancelled, if it was.
    pub fn cancelled(&self) -> Option<&CancelGround> {
        self.cancelled.as_ref().map(|(_, ground)| ground)
    }
    /// Whether it is valid on a day, as far as it has come: from its issue to its last day, and no longer on the day on which it was cancelled.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        let cancelled = self.cancelled.as_ref().is_some_and(|(on, _)| *on <= day);
        self.issued <= day && !cancelled && self.until.is_none_or(|until| day <= until)
    }
    /// 待归集: what the repositories have not got yet, act by act. “实时” has no number: what is open shows as open (`S6`).
    pub fn owed(&self) -> impl Iterator<Item = SyncDuty> {
        (0..).zip(&self.synced).flat_map(|(act, synced)| {
            let open = Repository::ALL.into_iter().zip(*synced).filter(|(_, done)| !done);
            open.map(move |(with, _)| SyncDuty { act, with })
        })
    }

    /// The last day is not before a day.
    fn runs(until: Option<NaiveDate>, day: NaiveDate, bench: &mut Bench) {
        bench.require(until.is_none_or(|until| day <= until), Rule::LicenceRuns, || {
            (Fact::span(Some(day), None), until)
        });
    }
}

/// Whoever decided it, and whoever decides the item there on that day.
fn authorities<'b>(view: View<'b, OnCase<'b>>, stamp: &Stamp) -> Vec<Doer<'b>> {
    let docket = view.docket;
    let (file, day) = (docket.file(), stamp.at.day());
    let registers = view.registers;
    let now = registers.item_on(&file.item, day).ok().zip(file.place.managing_region()).and_then(
        |(item, (region, confidence))| registers.handled(item, (file.place, region, confidence), file.scope, day).ok(),
    );
    [Some(decider(&docket.route())), now.map(|it| it.decision().is)].into_iter().flatten().map(Doer::from).collect()
}

impl sealed::Sealed for Licence {}

impl Matter for Licence {
    type Opening = Issued;
    type Step = LicenceStep;
    type State = LicenceState;
    type Kind = LicenceStepKind;
    type Beside<'b> = OnCase<'b>;

    const NAME: &'static str = "licence";
    const BEGINS: LicenceState = LicenceState::Issued;
    const LIFE: &'static [(LicenceState, LicenceStepKind, LicenceState)] = &[
        (LicenceState::Issued, LicenceStepKind::Change, LicenceState::Issued),
        (LicenceState::Issued, LicenceStepKind::Cancel, LicenceState::Cancelled),
        (LicenceState::Issued, LicenceStepKind::Sync, LicenceState::Issued),
        (LicenceState::Cancelled, LicenceStepKind::Sync, LicenceState::Cancelled),
    ];

    fn kind_of(step: &LicenceStep) -> LicenceStepKind {
        match step {
            LicenceStep::Change { .. } => LicenceStepKind::Change,
            LicenceStep::Cancel { .. } => LicenceStepKind::Cancel,
            LicenceStep::Sync { .. } => LicenceStepKind::Sync,
        }
    }

    fn case_of(opening: &Issued) -> Option<&Mark> {
        Some(&opening.case)
    }

    fn judge_opening<'b>(opening: &Issued, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let docket = view.docket;
        bench.require(docket.licence().is_some(), Rule::LicenceOfCase, || (Fact::Nothing, &opening.case));
        done_by([decider(&docket.route()).into()], &stamp.by, bench);
        // it may be entered late, and have run out since
        Self::runs(opening.until, docket.licensed().unwrap_or(stamp.at.day()), bench);
    }

    fn open<'b>(opening: &Issued, stamp: &Stamp, view: View<'b, OnCase<'b>>, _: Permit) -> Self {
        // INVARIANT (LicenceOfCase): the case has issued one
        let docket = view.docket;
        let number = docket.licence().unwrap_or(&opening.case).clone();
        let issued = docket.licensed().unwrap_or(stamp.at.day());
        Self { number, issued, until: opening.until, cancelled: None, synced: vec![[false; 2]] }
    }

    fn judge<'b>(&self, step: &LicenceStep, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        done_by(authorities(view, stamp), &stamp.by, bench);
        match step {
            LicenceStep::Change { until, .. } => {
                // what has run out is not brought back, and is told alone
                let today = stamp.at.day();
                let over = self.until.filter(|it| *it < today);
                Self::runs(over.or_else(|| until.of(self.until)), today, bench);
            }
            LicenceStep::Cancel { ground: CancelGround::Expired } => {
                let over = self.until.is_some_and(|until| until < stamp.at.day());
                bench.require(over, Rule::LicenceExpired, || {
                    let after = self.until.and_then(|until| until.succ_opt());
                    (Fact::span(after, None), stamp.at.day())
                });
            }
            LicenceStep::Cancel {
                ground: CancelGround::Holder | CancelGround::Revoked(_) | CancelGround::Other(_),
            } => {}
            LicenceStep::Sync { act, with } => {
                let duty = SyncDuty { act: *act, with: *with };
                bench.require(self.owed().any(|it| it == duty), Rule::SyncOwed, || (Fact::list(self.owed()), duty));
            }
        }
    }

    fn enter(&mut self, step: &LicenceStep, stamp: &Stamp, _: Permit) {
        match step {
            LicenceStep::Change { until, .. } => {
                self.until = until.of(self.until);
                self.synced.push([false; 2]);
            }
            LicenceStep::Cancel { ground } => {
                self.cancelled = Some((stamp.at.day(), ground.clone()));
                self.synced.push([false; 2]);
            }
            LicenceStep::Sync { act, with } => {
                let act = usize::try_from(*act).ok().and_then(|at| self.synced.get_mut(at));
                let at = Repository::ALL.iter().position(|it| it == with);
                if let Some(done) = act.zip(at).and_then(|(act, at)| act.get_mut(at)) {
                    *done = true;
                }
            }
        }
    }
}
