//! 办理: a case goes step by step, each taken through the crate by whoever holds its role, until it ends or the year does.

use tongquan::{
    Actor, AnyCase, AnyStep, Body, Moment, Record, Stamp,
    case::{Role, StageKind},
    text::{BadText, Mark, Person},
};

use super::{Fallible, fate::Fate, luck::Luck, world::World};

/// One case under way.
pub(crate) struct Course<'w> {
    pub(super) world: &'w World,
    pub(super) luck: &'w mut Luck,
    pub(super) fate: Fate,
    /// Of the line, for the numbers of receipts and notices.
    pub(super) line: u64,
    /// Optional steps that are passed over, and repeated ones that were repeated.
    pub(super) settled: Vec<Mark>,
}

/// What is done next, by whom, and when.
pub(super) type Next = Option<(AnyStep, Stamp)>;

impl<'w> Course<'w> {
    pub(crate) fn new(world: &'w World, line: u64, fate: Fate, luck: &'w mut Luck) -> Self {
        Self { world, luck, fate, line, settled: Vec::new() }
    }

    /// Until nothing more is done, or not this year.
    pub(crate) fn run(mut self, mut case: AnyCase) -> Fallible<AnyCase> {
        while let Some((step, stamp)) = self.next(&case)? {
            if !self.world.days.hold(stamp.at) {
                break;
            }
            case = case.apply(step, stamp, &self.world.office).map_err(|it| it.why)?;
        }
        Ok(case)
    }

    fn next(&mut self, case: &AnyCase) -> Fallible<Next> {
        if self.fate.withdrawn == Some(case.stage()) && self.luck.chance(500) {
            return self.withdraw(case).map(Some);
        }
        match case {
            AnyCase::Filed(it) => self.filed(case, it),
            AnyCase::Correcting(it) => self.correcting(it),
            AnyCase::Accepted(it) => self.accepted(case, it),
            AnyCase::Suspended(it) => self.suspended(it),
            AnyCase::Decided(_) | AnyCase::Sealed(_) | AnyCase::Licensed(_) | AnyCase::Concluded(_) => {
                self.decided(case)
            }
            AnyCase::Closed(_) | AnyCase::NotAccepted(_) | AnyCase::Withdrawn(_) | AnyCase::Lapsed(_) => Ok(None),
        }
    }

    /// By somebody of the body that holds the role, so many working days after the last step.
    pub(super) fn act(&mut self, record: &Record, step: impl Into<AnyStep>, role: Role, days: u32) -> Fallible<Next> {
        let at = self.later(record, days)?;
        self.act_at(record, step, role, at)
    }

    pub(super) fn act_at(
        &mut self,
        record: &Record,
        step: impl Into<AnyStep>,
        role: Role,
        at: Moment,
    ) -> Fallible<Next> {
        let by = self.holder(record, role)?;
        Ok(Some((step.into(), Stamp { at, by })))
    }

    /// Any of the bodies that hold a role.
    pub(super) fn holder(&mut self, record: &Record, role: Role) -> Fallible<Actor> {
        let bodies: Vec<_> = record.holders(role).collect();
        let body = self.luck.pick(&bodies).and_then(|it| it.to_body()).ok_or("nobody holds the role")?;
        self.somebody(body)
    }

    pub(super) fn somebody(&mut self, body: Body) -> Fallible<Actor> {
        Ok(Actor::Official { body, person: self.world.clerk(self.luck)? })
    }

    pub(super) fn by_applicant(&mut self, record: &Record, step: impl Into<AnyStep>, days: u32) -> Fallible<Next> {
        let by = Actor::Applicant(record.file().applicant.clone());
        let at = self.later(record, days)?;
        Ok(Some((step.into(), Stamp { at, by })))
    }

    pub(super) fn later(&mut self, record: &Record, days: u32) -> Fallible<Moment> {
        self.world.days.later(record.last_at(), days, self.luck)
    }

    /// 编号 of a paper: no two of one kind are alike.
    pub(super) fn paper(&self, kind: &str) -> Result<Mark, BadText> {
        format!("{kind}-{}", self.line).parse()
    }
}

/// Somebody whom no agreement and no roster names.
pub(crate) fn stranger() -> Result<Person, BadText> {
    "stranger-1".parse()
}

/// Whether a case was decided.
pub(crate) const fn is_past_decision(stage: StageKind) -> bool {
    matches!(
        stage,
        StageKind::Decided | StageKind::Sealed | StageKind::Licensed | StageKind::Concluded | StageKind::Closed
    )
}
