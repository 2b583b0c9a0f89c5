//! One matter of each kind beside the golden case in review, with a step of each kind and whoever takes it.

use std::sync::LazyLock;

use serde::Serialize;
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, Clause, Department, Office, Stamp,
    oversight::{
        Against, Amount, Award, AwardKind, CallExpert, CancelGround, Dispute, DisputeKind, DisputeStep,
        DisputeStepKind, DisputedAct, Engagement, EngagementStep, EngagementStepKind, Feedback, FeedbackStep,
        FeedbackStepKind, Finding, FindingStep, FindingStepKind, GiveFeedback, InOffice, Issued, Licence, LicenceStep,
        LicenceStepKind, Lodge, MakeFinding, Matter, OnCase, Repository, Reversal, ReversalStep, ReversalStepKind,
        Revoke, RevokedOn, Ruling, Term,
    },
    register::{Expert, ExpertWork},
    text::Mark,
};

use super::golden;
use crate::{
    journals::{Golden, proven},
    matters::{mark, text},
    support::{changed, day, official},
};

/// A case, and the office that keeps the registers.
pub(super) struct Given {
    pub(super) case: AnyCase,
    pub(super) office: Office,
}

/// The golden case in review and the fictional office, in whose registers the golden experts are.
pub(super) fn given() -> &'static Given {
    static GIVEN: LazyLock<Given> = LazyLock::new(|| Given {
        case: proven(&Golden::called("review").entries()),
        office: changed(|rows| rows.experts = golden::experts()),
    });
    &GIVEN
}

/// What the tests know of a matter.
pub(super) trait Sample:
    Matter<State: IntoEnumIterator + Ord, Kind: IntoEnumIterator + Ord + Serialize> + 'static
{
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> Self::Beside<'b>;
    /// What opens one, of a case, and by whom, on which day of 2024.
    fn opening(case: &Mark) -> (Self::Opening, Actor, (u32, u32));
    fn step(kind: Self::Kind) -> (Self::Step, Actor);
}

pub(super) fn opening<M: Sample>(case: &Mark) -> (M::Opening, Stamp) {
    let (opening, by, (month, on)) = M::opening(case);
    (opening, crate::matters::stamp(day(2024, month, on), &by))
}

fn bureau() -> Actor {
    official(given().office.now().body(&mark("wenshang-bureau")).unwrap().clone())
}

fn supervisor() -> Actor {
    official(given().office.now().body(&mark("wenshang-supervisor")).unwrap().clone())
}

fn department() -> Actor {
    official(Department::NaturalResources)
}

/// Of a case there is one, always.
fn on<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> OnCase<'b> {
    OnCase { record: case.unwrap().record(), office }
}

impl Sample for Finding {
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> InOffice<'b> {
        InOffice { office, record: case.map(AnyCase::record) }
    }
    fn opening(case: &Mark) -> (MakeFinding, Actor, (u32, u32)) {
        let what = text("（虚构）现场核查未留记录");
        let against = Against::Handled { case: case.clone() };
        (MakeFinding { number: mark("JC-1"), against, what, clause: Clause::C11 }, supervisor(), (4, 8))
    }
    fn step(kind: FindingStepKind) -> (FindingStep, Actor) {
        match kind {
            FindingStepKind::Correct => (FindingStep::Correct { how: text("（虚构）已补记录") }, bureau()),
            FindingStepKind::Return => (FindingStep::Return { reason: text("（虚构）仍不全") }, supervisor()),
            FindingStepKind::Close => (FindingStep::Close {}, supervisor()),
            FindingStepKind::Withdraw => (FindingStep::Withdraw { reason: text("（虚构）查无此事") }, supervisor()),
        }
    }
}

impl Sample for Dispute {
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> OnCase<'b> {
        on(case, office)
    }
    fn opening(case: &Mark) -> (Lodge, Actor, (u32, u32)) {
        let lodge = Lodge {
            number: mark("SS-1"),
            case: case.clone(),
            kind: DisputeKind::Litigation,
            about: DisputedAct::Decision,
            claimant: "applicant-1".parse().unwrap(),
            known: day(2024, 3, 18),
            claim: None,
        };
        (lodge, Actor::Applicant("applicant-1".parse().unwrap()), (4, 8))
    }
    fn step(kind: DisputeStepKind) -> (DisputeStep, Actor) {
        let amount = Amount::fen(1_000).unwrap();
        match kind {
            DisputeStepKind::Withdraw => (DisputeStep::Withdraw {}, bureau()),
            DisputeStepKind::TakeUp => (DisputeStep::TakeUp {}, bureau()),
            DisputeStepKind::Appear => (DisputeStep::Appear {}, department()),
            DisputeStepKind::Conclude => {
                let amount = Amount::fen(100_000).unwrap();
                let award = Some(Award { kind: AwardKind::StateCompensation, amount });
                let (ruling, document) = (Ruling::Overturned { award }, mark("PJ-1"));
                (DisputeStep::Conclude { ruling, document, by: None }, bureau())
            }
            DisputeStepKind::Pay => (DisputeStep::Pay { amount }, department()),
            DisputeStepKind::Reimburse => (DisputeStep::Reimburse { amount }, bureau()),
        }
    }
}

impl Sample for Licence {
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> OnCase<'b> {
        on(case, office)
    }
    fn opening(case: &Mark) -> (Issued, Actor, (u32, u32)) {
        (Issued { case: case.clone(), until: Some(day(2029, 3, 14)) }, bureau(), (4, 8))
    }
    fn step(kind: LicenceStepKind) -> (LicenceStep, Actor) {
        let step = match kind {
            LicenceStepKind::Change => {
                let (what, by_case) = (text("（虚构）变更单位名称"), Some(mark("2024-000002")));
                LicenceStep::Change { what, until: Term::Kept, by_case }
            }
            LicenceStepKind::Cancel => LicenceStep::Cancel { ground: CancelGround::Holder },
            LicenceStepKind::Sync => LicenceStep::Sync { act: 0, with: Repository::City },
        };
        (step, bureau())
    }
}

impl Sample for Engagement {
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> OnCase<'b> {
        on(case, office)
    }
    fn opening(case: &Mark) -> (CallExpert, Actor, (u32, u32)) {
        let expert = golden::experts().remove(0);
        let Expert { number: expert, .. } = expert;
        let call = CallExpert {
            number: mark("ZJ-2024-1"),
            case: case.clone(),
            expert,
            persons: vec!["surveyor-7".parse().unwrap()],
            work: ExpertWork::Survey,
            procedure: Some(mark("panel")),
            otherwise: None,
        };
        (call, bureau(), (3, 8))
    }
    fn step(kind: EngagementStepKind) -> (EngagementStep, Actor) {
        let step = match kind {
            EngagementStepKind::Opine => EngagementStep::Opine { document: mark("YJ-1") },
            EngagementStepKind::Release => EngagementStep::Release { reason: text("（虚构）另有任务") },
        };
        (step, bureau())
    }
}

impl Sample for Feedback {
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> OnCase<'b> {
        on(case, office)
    }
    fn opening(case: &Mark) -> (GiveFeedback, Actor, (u32, u32)) {
        let what = text("（虚构）现场检查与许可内容一致");
        (GiveFeedback { number: mark("FK-1"), case: case.clone(), what, finding: None }, supervisor(), (4, 8))
    }
    fn step(kind: FeedbackStepKind) -> (FeedbackStep, Actor) {
        match kind {
            FeedbackStepKind::Receive => (FeedbackStep::Receive {}, bureau()),
        }
    }
}

impl Sample for Reversal {
    fn beside<'b>(case: Option<&'b AnyCase>, office: &'b Office) -> OnCase<'b> {
        on(case, office)
    }
    fn opening(case: &Mark) -> (Revoke, Actor, (u32, u32)) {
        let ground = text("（虚构）依据的材料不实");
        let on = RevokedOn::Finding(mark("JC-1"));
        (Revoke { number: mark("CX-1"), case: case.clone(), on, ground }, department(), (4, 8))
    }
    fn step(kind: ReversalStepKind) -> (ReversalStep, Actor) {
        match kind {
            ReversalStepKind::Reopen => (ReversalStep::Reopen { as_case: mark("2024-000003") }, bureau()),
        }
    }
}

/// Runs a test for each of the six.
macro_rules! each_matter {
    ($test:ident) => {{
        use tongquan::oversight::{Dispute, Engagement, Feedback, Finding, Licence, Reversal};
        [
            $test::<Finding>(),
            $test::<Dispute>(),
            $test::<Licence>(),
            $test::<Engagement>(),
            $test::<Feedback>(),
            $test::<Reversal>(),
        ]
    }};
}
pub(super) use each_matter;
