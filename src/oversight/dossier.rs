use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};

use super::{Beside, Minutes, Noted, Seen, Unfounded, Unopened, Untaken, beside::View};
use crate::{
    case::{Record, Stamp},
    law::{Bench, Fact, Objection, Permit, Refusal, Rule},
    text::Mark,
    time::Moment,
};

/// 案外事项: a kind of matter that stands beside cases: a finding, a dispute, a licence once issued, an expert called, supervision's feedback, a
/// revocation. It looks at a case and never moves it. Closed to other crates.
///
/// ```
/// use tongquan::oversight::{Feedback, Finding, FindingState, Matter};
/// assert_eq!((Finding::NAME, Feedback::NAME), ("finding", "feedback"));
/// assert_eq!(Finding::BEGINS, FindingState::Open);
/// assert!(Finding::LIFE.iter().all(|(from, ..)| *from != FindingState::Closed)); // what is closed is closed
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Matter: Clone + Eq + Debug + sealed::Sealed {
    /// What opens it.
    type Opening: Words;
    /// What can happen to it since.
    type Step: Words;
    /// Where it can stand.
    type State: Copy + Eq + Debug + Into<Fact> + 'static;
    /// The kinds of what can happen.
    type Kind: Copy + Eq + Debug + Into<Fact> + 'static;
    /// What it is held against.
    type Beside<'b>: Beside<'b>;

    /// 卷宗类别: under which name its minutes are written.
    const NAME: &'static str;
    /// Where it stands when it is opened.
    const BEGINS: Self::State;
    /// 流转: what can happen where, and where it leads.
    const LIFE: &'static [(Self::State, Self::Kind, Self::State)];

    /// Which kind of step.
    fn kind_of(step: &Self::Step) -> Self::Kind;
    /// The case that it stands beside; none where it is of something else.
    fn case_of(opening: &Self::Opening) -> Option<&Mark>;

    #[doc(hidden)]
    fn judge_opening<'b>(opening: &Self::Opening, stamp: &Stamp, view: View<'b, Self::Beside<'b>>, bench: &mut Bench);
    #[doc(hidden)]
    fn open<'b>(opening: &Self::Opening, stamp: &Stamp, view: View<'b, Self::Beside<'b>>, permit: Permit) -> Self;
    #[doc(hidden)]
    fn judge<'b>(&self, step: &Self::Step, stamp: &Stamp, view: View<'b, Self::Beside<'b>>, bench: &mut Bench);
    #[doc(hidden)]
    fn enter(&mut self, step: &Self::Step, stamp: &Stamp, permit: Permit);
}

/// 记录内容: what a matter is told in: its opening and its steps, as they are written.
///
/// See the example of [`Matter`].
pub trait Words: Clone + Eq + Debug + Serialize + DeserializeOwned {}

impl<T: Clone + Eq + Debug + Serialize + DeserializeOwned> Words for T {}

pub(super) mod sealed {
    /// Held by the matters of this crate alone.
    pub trait Sealed {}
}

/// 卷宗: a matter beside a case: what opened it and what happened since, each step judged when it was taken.
///
/// It is written as its [`Minutes`], which anybody may read and which prove nothing; [`prove`](Self::prove) judges them again, against the case
/// and the registers as they stood at each step. There is no other way from bytes to a dossier.
///
/// ```
/// use tongquan::{AnyCase, Actor, Office, Stamp, oversight::{Dispute, DisputeKind, DisputeState, DisputeStep, DisputedAct, Dossier, Lodge, OnCase}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let beside = OnCase { record: case.record(), office: &office };
/// let lodge = Lodge { number: "XF-1".parse()?, case: case.record().id().clone(), kind: DisputeKind::Petition,
///     about: DisputedAct::Decision, claimant: "applicant-1".parse()?, known: "2024-03-20".parse()?, claim: None };
/// let by = Actor::Applicant(case.record().file().applicant.clone());
/// let dispute = Dossier::<Dispute>::open(lodge, Stamp { at: "2024-04-01T09:00:00+08:00".parse()?, by: by.clone() }, beside)?;
/// // who took the decision takes it up, and nobody else; a refusal gives everything back, with every reason
/// let stamp = Stamp { at: "2024-04-02T09:00:00+08:00".parse()?, by };
/// let refused = dispute.take(DisputeStep::TakeUp {}, stamp, beside).unwrap_err();
/// let dispute = refused.dossier;
/// assert_eq!(dispute.state(), DisputeState::Lodged);
/// // stored, and proven again
/// let stored = serde_json::to_string(&dispute)?;
/// assert_eq!(Dossier::prove(serde_json::from_str(&stored)?, beside)?, dispute);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier<M: Matter> {
    minutes: Minutes<M>,
    state: M::State,
    matter: M,
}

impl<M: Matter> Dossier<M> {
    /// Opens a matter.
    ///
    /// ```
    /// use tongquan::{Actor, AnyCase, Office, Stamp, oversight::{Dispute, DisputeKind, DisputedAct, Dossier, Lodge, OnCase}, Rule};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let lodge = Lodge { number: "FY-1".parse()?, case: case.record().id().clone(), kind: DisputeKind::Reconsideration,
    ///     about: DisputedAct::Decision, claimant: "applicant-1".parse()?, known: "2024-03-20".parse()?, claim: None };
    /// let stamp = Stamp { at: "2024-04-21T09:00:00+08:00".parse()?, by: Actor::Applicant(case.record().file().applicant.clone()) };
    /// // of another case than the one that it is held against
    /// let refused = Dossier::<Dispute>::open(Lodge { case: "2024-9".parse()?, ..lodge }, stamp, OnCase { record: case.record(), office: &office }).unwrap_err();
    /// assert!(refused.why.names(Rule::MatterOfCase));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unopened`] gives opening and stamp back, with every rule that did not hold: [`MatterOfCase`](Rule::MatterOfCase) and
    /// [`RecordAgrees`](Rule::RecordAgrees) alone, [`TimeRunsForward`](Rule::TimeRunsForward), and those that the opening names.
    pub fn open(opening: M::Opening, stamp: Stamp, beside: M::Beside<'_>) -> Result<Self, Box<Unopened<M>>> {
        let seen = now::<M>(&opening, stamp.at, beside);
        match opened(&opening, &stamp, seen, beside) {
            Ok(matter) => Ok(Self::begun(Noted { stamp, seen, step: opening }, matter)),
            Err(why) => Err(Box::new(Unopened { opening, stamp, why })),
        }
    }

    /// Takes a step.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, Rule, Stamp, oversight::{Dispute, DisputeState, DisputeStep, Dossier, OnCase}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let beside = OnCase { record: case.record(), office: &office };
    /// # let lodge = tongquan::oversight::Lodge { number: "XF-1".parse()?, case: case.record().id().clone(), kind: tongquan::oversight::DisputeKind::Petition,
    /// #     about: tongquan::oversight::DisputedAct::Decision, claimant: "applicant-1".parse()?, known: "2024-03-20".parse()?, claim: None };
    /// # let by = tongquan::Actor::Applicant(case.record().file().applicant.clone());
    /// # let stamp = tongquan::Stamp { at: "2024-04-01T09:00:00+08:00".parse()?, by };
    /// # let dispute = Dossier::<Dispute>::open(lodge, stamp, beside)?;
    /// // the county's bureau filed and decided the case, and takes the dispute up
    /// let stamp = Stamp { at: "2024-04-02T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
    /// let dispute = dispute.take(DisputeStep::TakeUp {}, stamp.clone(), beside)?;
    /// assert_eq!(dispute.state(), DisputeState::TakenUp);
    /// // once: a refusal gives back what went in
    /// let refused = dispute.clone().take(DisputeStep::TakeUp {}, stamp, beside).unwrap_err();
    /// assert!(refused.why.names(Rule::MatterInOrder));
    /// assert_eq!(refused.dossier, dispute);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Untaken`] gives dossier, step and stamp back, with every rule that did not hold: as [`open`](Self::open),
    /// [`MatterInOrder`](Rule::MatterInOrder) alone, [`MatterActor`](Rule::MatterActor), and those that the step names.
    pub fn take(mut self, step: M::Step, stamp: Stamp, beside: M::Beside<'_>) -> Result<Self, Box<Untaken<M>>> {
        match self.judged(&step, &stamp, beside) {
            Ok((seen, state, permit)) => {
                self.enter(Noted { stamp, seen, step }, state, permit);
                Ok(self)
            }
            Err(why) => Err(Box::new(Untaken { dossier: self, step, stamp, why })),
        }
    }

    /// Whether a step would be taken.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, Rule, oversight::{Dispute, DisputeStep, Dossier, OnCase}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let beside = OnCase { record: case.record(), office: &office };
    /// # let lodge = tongquan::oversight::Lodge { number: "XF-1".parse()?, case: case.record().id().clone(), kind: tongquan::oversight::DisputeKind::Petition,
    /// #     about: tongquan::oversight::DisputedAct::Decision, claimant: "applicant-1".parse()?, known: "2024-03-20".parse()?, claim: None };
    /// # let by = tongquan::Actor::Applicant(case.record().file().applicant.clone());
    /// # let stamp = tongquan::Stamp { at: "2024-04-01T09:00:00+08:00".parse()?, by };
    /// # let dispute = Dossier::<Dispute>::open(lodge, stamp.clone(), beside)?;
    /// // the claimant, who lodged it, cannot take it up
    /// let refused = dispute.check(&DisputeStep::TakeUp {}, &stamp, beside).unwrap_err();
    /// assert!(refused.names(Rule::MatterActor));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The reasons that [`take`](Self::take) would give.
    pub fn check(&self, step: &M::Step, stamp: &Stamp, beside: M::Beside<'_>) -> Result<(), Refusal> {
        self.judged(step, stamp, beside).map(drop)
    }

    /// The dossier that minutes prove, by judging each entry again.
    ///
    /// ```
    /// use tongquan::{AnyCase, Office, oversight::{Dispute, Dossier, Minutes, OnCase}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let beside = OnCase { record: case.record(), office: &office };
    /// # let lodge = tongquan::oversight::Lodge { number: "XF-1".parse()?, case: case.record().id().clone(), kind: tongquan::oversight::DisputeKind::Petition,
    /// #     about: tongquan::oversight::DisputedAct::Decision, claimant: "applicant-1".parse()?, known: "2024-03-20".parse()?, claim: None };
    /// # let by = tongquan::Actor::Applicant(case.record().file().applicant.clone());
    /// # let stamp = tongquan::Stamp { at: "2024-04-01T09:00:00+08:00".parse()?, by };
    /// # let dispute = Dossier::<Dispute>::open(lodge, stamp.clone(), beside)?;
    /// let stored = serde_json::to_string(&dispute)?;
    /// let mut minutes: Minutes<Dispute> = serde_json::from_str(&stored)?;
    /// assert_eq!(Dossier::prove(minutes.clone(), beside)?, dispute);
    /// // told of another case, they prove nothing
    /// minutes.opening.step.case = "2024-9".parse()?;
    /// assert!(Dossier::prove(minutes, beside).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unfounded`] gives the minutes back, and says which entry could not lawfully have been, and why.
    pub fn prove(minutes: Minutes<M>, beside: M::Beside<'_>) -> Result<Self, Box<Unfounded<M>>> {
        let Minutes { opening, steps } = minutes;
        let Noted { stamp, seen, step } = &opening;
        let mut dossier = match opened(step, stamp, *seen, beside) {
            Ok(matter) => Self::begun(opening, matter),
            Err(why) => return Err(Box::new(Unfounded { minutes: Minutes { opening, steps }, at: 0, why })),
        };
        let mut rest = steps.into_iter();
        while let Some(noted) = rest.next() {
            match dossier.follows(&noted.step, &noted.stamp, noted.seen, beside) {
                Ok((state, permit)) => dossier.enter(noted, state, permit),
                Err(why) => {
                    let mut minutes = dossier.minutes;
                    let at = minutes.steps.len() + 1;
                    minutes.steps.push(noted);
                    minutes.steps.extend(rest);
                    return Err(Box::new(Unfounded { minutes, at, why }));
                }
            }
        }
        Ok(dossier)
    }

    /// Where it stands.
    pub const fn state(&self) -> M::State {
        self.state
    }
    /// What the steps so far have made of it.
    pub const fn matter(&self) -> &M {
        &self.matter
    }
    /// What opened it, and what happened since.
    pub const fn minutes(&self) -> &Minutes<M> {
        &self.minutes
    }
    /// How many entries it has: the version that a store expects.
    pub const fn version(&self) -> usize {
        1 + self.minutes.steps.len()
    }
    /// When the last thing happened.
    pub fn last_at(&self) -> Moment {
        self.minutes.steps.last().map_or(self.minutes.opening.stamp.at, |it| it.stamp.at)
    }
    /// What can happen where it stands, whoever may do it.
    pub fn next_steps(&self) -> impl Iterator<Item = M::Kind> {
        let state = self.state;
        M::LIFE.iter().filter(move |(from, ..)| *from == state).map(|(_, kind, _)| *kind)
    }

    const fn begun(opening: Noted<M::Opening>, matter: M) -> Self {
        Self { minutes: Minutes { opening, steps: Vec::new() }, state: M::BEGINS, matter }
    }

    fn judged(
        &self,
        step: &M::Step,
        stamp: &Stamp,
        beside: M::Beside<'_>,
    ) -> Result<(Seen, M::State, Permit), Refusal> {
        let opening = &self.minutes.opening.step;
        admitted::<M>(opening, beside)?;
        let seen = now::<M>(opening, stamp.at, beside);
        self.follows(step, stamp, seen, beside).map(|(state, permit)| (seen, state, permit))
    }

    fn follows(
        &self,
        step: &M::Step,
        stamp: &Stamp,
        seen: Seen,
        beside: M::Beside<'_>,
    ) -> Result<(M::State, Permit), Refusal> {
        let kind = M::kind_of(step);
        let Some((.., to)) = M::LIFE.iter().find(|(from, by, _)| (*from, *by) == (self.state, kind)) else {
            let got = Fact::List(vec![self.state.into(), kind.into()]);
            let next = self.next_steps().next().map_or(ENDED, |_| Fact::list(self.next_steps()));
            return Err(Refusal::of(Objection { rule: Rule::MatterInOrder, expected: next, got }));
        };
        let view = view::<M>(&self.minutes.opening.step, stamp.at, seen, beside)?;
        let mut bench = Bench::new();
        let (last, last_seen) = (self.last_at(), self.last_seen());
        bench.require(last <= stamp.at, Rule::TimeRunsForward, || (last, stamp.at));
        bench.require(stamp.at < last || seen.is_since(last_seen), Rule::RecordAgrees, || (last_seen, seen));
        self.matter.judge(step, stamp, view, &mut bench);
        Ok((*to, bench.rise()?))
    }

    fn last_seen(&self) -> Seen {
        self.minutes.steps.last().map_or(self.minutes.opening.seen, |it| it.seen)
    }

    fn enter(&mut self, noted: Noted<M::Step>, state: M::State, permit: Permit) {
        self.matter.enter(&noted.step, &noted.stamp, permit);
        self.state = state;
        self.minutes.steps.push(noted);
    }
}

fn opened<M: Matter>(opening: &M::Opening, stamp: &Stamp, seen: Seen, beside: M::Beside<'_>) -> Result<M, Refusal> {
    admitted::<M>(opening, beside)?;
    let view = view::<M>(opening, stamp.at, seen, beside)?;
    let mut bench = Bench::new();
    if let Some(record) = of::<M>(opening, beside) {
        let filed = record.opening().stamp.at;
        bench.require(filed <= stamp.at, Rule::TimeRunsForward, || (filed, stamp.at));
    }
    M::judge_opening(opening, stamp, view, &mut bench);
    Ok(M::open(opening, stamp, view, bench.rise()?))
}

/// The case that the matter is of.
fn of<'b, M: Matter>(opening: &M::Opening, beside: M::Beside<'b>) -> Option<&'b Record> {
    M::case_of(opening).and(beside.record())
}

/// What an entry of a moment sees: the last revision of its day, and the case as it stands with all that was done by then.
fn now<M: Matter>(opening: &M::Opening, at: Moment, beside: M::Beside<'_>) -> Seen {
    let version = of::<M>(opening, beside).map(|it| it.up_to(at).version());
    Seen { revision: beside.office().on(at.day()).revision(), version }
}

/// The same again, from what an entry says that it saw: it must have been so at some time of its day, and of its second.
fn view<'b, M: Matter>(
    opening: &M::Opening,
    at: Moment,
    seen: Seen,
    beside: M::Beside<'b>,
) -> Result<View<'b, M::Beside<'b>>, Refusal> {
    let office = beside.office();
    let docket = match (of::<M>(opening, beside), seen.version) {
        (None, None) => Some(None),
        (Some(record), Some(version)) => record.as_of(version, at).map(Some),
        (None, Some(_)) | (Some(_), None) => None,
    };
    let found = office.as_of(seen.revision, at.day()).zip(docket.and_then(M::Beside::docket));
    let Some((registers, docket)) = found else {
        let expected = now::<M>(opening, at, beside).into();
        return Err(Refusal::of(Objection { rule: Rule::RecordAgrees, expected, got: seen.into() }));
    };
    Ok(View { office, registers, docket })
}

/// The case is the one that the matter stands beside, and its record is no lie: without that there is nothing to hold anything against.
fn admitted<M: Matter>(opening: &M::Opening, beside: M::Beside<'_>) -> Result<(), Refusal> {
    let Some(case) = M::case_of(opening) else { return Ok(()) };
    let record = beside.record();
    match record.filter(|it| it.id() == case) {
        Some(record) => record.hold_against(beside.office()),
        None => {
            let got = record.map(|it| it.id()).into();
            Err(Refusal::of(Objection { rule: Rule::MatterOfCase, expected: case.into(), got }))
        }
    }
}

const ENDED: Fact = Fact::Term { zh: "无：已办结", en: "none: it has ended" };

impl<M: Matter> Serialize for Dossier<M> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.minutes.serialize(to)
    }
}
