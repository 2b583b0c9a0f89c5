use serde::{Deserialize, Serialize};

use super::{
    Matter, OnCase,
    beside::{Doer, View, acceptor, decider, done_by},
    dossier::sealed,
};
use crate::{
    case::{Docket, Stamp},
    law::{Bench, Fact, Permit, Rule},
    term::{named, terms},
    text::{Mark, Text},
};

/// 撤销: the decision of a case, or its non-acceptance, is revoked, and the matter may be reopened as a new case (`S26`, `S59`). The case itself stays as
/// it is, and so does the licence that it issued ([`Docket::licence`]), which is cancelled by an act of its own.
///
/// ```
/// use tongquan::{AnyCase, Office, Rule, Stamp};
/// use tongquan::oversight::{Dossier, OnCase, Reversal, ReversalStep, Revoke, RevokedOn};
/// # let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// # let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let beside = OnCase { record: case.record(), office: &office };
/// let id = case.record().id();
/// let revoke = Revoke { number: "CX-1".parse()?, case: id.clone(), on: RevokedOn::OwnMotion, ground: "依据的材料不实".parse()? };
/// // the county took the decision, and may revoke it
/// let stamp = Stamp { at: "2024-07-01T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
/// let reversal = Dossier::<Reversal>::open(revoke, stamp.clone(), beside)?;
/// let untaken = reversal.take(ReversalStep::Reopen { as_case: id.clone() }, stamp.clone(), beside).unwrap_err();
/// assert!(untaken.why.names(Rule::ReopenedAsAnother));
///
/// let reversal = untaken.dossier.take(ReversalStep::Reopen { as_case: "2024-000117".parse()? }, stamp, beside)?;
/// assert_eq!(reversal.matter().reopened().map(|it| it.as_str()), Some("2024-000117"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reversal {
    on: RevokedOn,
    reopened: Option<Mark>,
}

/// 撤销决定, by the body that took it, or by the one whose seal it carries. That a case is revoked once, whoever stores it sees to: a dossier knows of no
/// other.
///
/// Rules: [`MatterActor`](Rule::MatterActor), [`RevokedActThere`](Rule::RevokedActThere).
///
/// ```
/// use tongquan::oversight::{Revoke, RevokedOn};
/// let revoke: Revoke = serde_json::from_str(
///     r#"{"number": "CX-1", "case": "2024-000001", "on": "own_motion", "ground": "（虚构）依据的材料不实"}"#,
/// )?;
/// assert_eq!((revoke.case.as_str(), revoke.on), ("2024-000001", RevokedOn::OwnMotion));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// 编号: its number, as the service gave it.
    pub number: Mark,
    /// 办件编号: the number of the case whose act is revoked.
    pub case: Mark,
    /// 所依: whether on its own motion, a dispute or a finding.
    pub on: RevokedOn,
    /// 理由: the ground, in words.
    pub ground: Text,
}

/// 撤销所依: what a revocation rests on.
///
/// ```
/// use tongquan::oversight::RevokedOn;
/// let on: RevokedOn = serde_json::from_str(r#"{"dispute": "SS-2024-1"}"#)?;
/// assert!(matches!(on, RevokedOn::Dispute(number) if number.as_str() == "SS-2024-1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RevokedOn {
    /// 自行纠正: on its own motion.
    OwnMotion,
    /// 争议的处理结果: by the dispute's number.
    Dispute(Mark),
    /// 检查发现: by the finding's number.
    Finding(Mark),
}

/// 撤销环节: what can happen after a revocation.
///
/// ```
/// use tongquan::oversight::{Matter, Reversal, ReversalStep, ReversalStepKind};
/// let step: ReversalStep = serde_json::from_str(r#"{"reopen": {"as_case": "2024-000117"}}"#)?;
/// assert_eq!(Reversal::kind_of(&step), ReversalStepKind::Reopen);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ReversalStep {
    /// 重开: the matter is handled anew, as another case (`S9`), by whoever may revoke.
    ///
    /// Rules: [`ReopenedAsAnother`](Rule::ReopenedAsAnother).
    Reopen {
        /// 新办件编号: the new case.
        as_case: Mark,
    },
}

/// 撤销状态: where a revocation stands.
///
/// ```
/// use tongquan::oversight::{Reversal, ReversalState, Matter};
/// let from = Reversal::LIFE.iter().filter(|(from, ..)| *from == ReversalState::Revoked);
/// let told: Vec<(&str, &str)> = from.map(|(_, step, to)| (step.label(), to.label())).collect();
/// assert_eq!(told, [("重开", "已重开")]); // once, as another case
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReversalState {
    /// 已撤销: revoked; the matter is not handled anew.
    Revoked,
    /// 已重开: the matter is handled anew, as another case.
    Reopened,
}

terms!(ReversalState {
    Self::Revoked => "已撤销", "revoked";
    Self::Reopened => "已重开", "reopened";
});
named!(word: ReversalState);

/// 撤销环节种类: the kinds of what can happen after a revocation.
///
/// See the example of [`ReversalState`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReversalStepKind {
    /// 重开: the matter is handled anew, as another case.
    Reopen,
}

terms!(ReversalStepKind {
    Self::Reopen => "重开", "reopen";
});
named!(word: ReversalStepKind);

impl Reversal {
    /// What it rests on.
    pub const fn on(&self) -> &RevokedOn {
        &self.on
    }
    /// The case as which the matter was reopened.
    pub const fn reopened(&self) -> Option<&Mark> {
        self.reopened.as_ref()
    }
}

/// Whoever took the decision, or refused to accept; and whose seal the decision carries.
fn authorities<'r>(docket: &Docket<'r>) -> impl Iterator<Item = Doer<'r>> {
    let route = docket.route();
    let acted = if docket.decided().is_some() { decider(&route) } else { acceptor(&route) };
    let sealed = docket.sealed().map(|_| route.respondent().who());
    std::iter::once(acted).chain(sealed).map(Doer::from)
}

impl sealed::Sealed for Reversal {}

impl Matter for Reversal {
    type Opening = Revoke;
    type Step = ReversalStep;
    type State = ReversalState;
    type Kind = ReversalStepKind;
    type Beside<'b> = OnCase<'b>;

    const NAME: &'static str = "reversal";
    const BEGINS: ReversalState = ReversalState::Revoked;
    const LIFE: &'static [(ReversalState, ReversalStepKind, ReversalState)] =
        &[(ReversalState::Revoked, ReversalStepKind::Reopen, ReversalState::Reopened)];

    fn kind_of(step: &ReversalStep) -> ReversalStepKind {
        match step {
            ReversalStep::Reopen { .. } => ReversalStepKind::Reopen,
        }
    }

    fn case_of(opening: &Revoke) -> Option<&Mark> {
        Some(&opening.case)
    }

    fn judge_opening<'b>(_: &Revoke, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let docket = view.docket;
        let act = docket.decided().or(docket.not_accepted());
        bench.require(act.is_some(), Rule::RevokedActThere, || (DECIDED, Fact::Nothing));
        done_by(authorities(&docket), &stamp.by, bench);
    }

    fn open<'b>(opening: &Revoke, _: &Stamp, _: View<'b, OnCase<'b>>, _: Permit) -> Self {
        Self { on: opening.on.clone(), reopened: None }
    }

    fn judge<'b>(&self, step: &ReversalStep, stamp: &Stamp, view: View<'b, OnCase<'b>>, bench: &mut Bench) {
        let ReversalStep::Reopen { as_case } = step;
        bench.require(as_case != &view.docket.file().case, Rule::ReopenedAsAnother, || (Fact::Nothing, as_case));
        done_by(authorities(&view.docket), &stamp.by, bench);
    }

    fn enter(&mut self, step: &ReversalStep, _: &Stamp, _: Permit) {
        let ReversalStep::Reopen { as_case } = step;
        self.reopened = Some(as_case.clone());
    }
}

const DECIDED: Fact = Fact::Term { zh: "已作出的决定或不予受理", en: "a decision or a non-acceptance" };
