//! What was told to be missing, so that it is told once: it is taken to be there from then on, and may come late.

use std::{collections::HashSet, mem};

use crate::{
    case::{
        AnyCase, Case, Desk, Duty, DutyState, Entry, Message, StepKind,
        stage::{Accepted, BeforeDecision},
    },
    law::{Bench, Rule},
    text::Mark,
};

/// What is missing so far, and was told.
#[derive(Default)]
pub(super) struct Missed {
    /// Papers were worked on that had not been passed on.
    papers: bool,
    /// Review steps that others came before.
    steps: HashSet<Mark>,
    /// Pushes were answered that had not been sent.
    pushes: bool,
}

impl Missed {
    /// What comes late is not held against an entry a second time.
    pub(super) fn forgive(&mut self, entry: &Entry, bench: &mut Bench) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "nothing else is missed so")]
        match entry {
            Entry::PassOn(_) if bench.names(Rule::PassingCalledFor) && mem::take(&mut self.papers) => {
                bench.leave_out(&[Rule::PassingCalledFor, Rule::PapersWithActor]);
            }
            Entry::TakeReviewStep(it) if self.steps.remove(&it.step.step) => bench.leave_out(&[Rule::StepNotRepeated]),
            Entry::Push(_) if mem::take(&mut self.pushes) => {
                bench.leave_out(&[Rule::NotSentYet, Rule::AddresseesNamed])
            }
            _ => {}
        }
    }

    /// The case with what an entry lacked, by what was held against it.
    pub(super) fn note(&mut self, mut case: AnyCase, entry: &Entry, unsent: bool, bench: &Bench) -> AnyCase {
        if bench.names(Rule::PapersPassedOn) {
            self.papers = true;
            case = case.with_papers(entry.kind());
        }
        if let (Entry::TakeReviewStep(it), AnyCase::Accepted(accepted)) = (entry, &mut case)
            && bench.names(Rule::StepAfterPrerequisites)
        {
            let outline = accepted.record().standard().and_then(|outline| outline.step(&it.step.step));
            let before: Vec<Mark> = outline.map(|it| it.after.clone()).unwrap_or_default();
            for step in before {
                if !accepted.stage().reviewed().contains(&step) {
                    accepted.claim(step.clone());
                    self.steps.insert(step);
                }
            }
        }
        if unsent && bench.names(Rule::WasAddressed) {
            self.pushes = true;
            case.record_mut().send_pushes(entry.stamp().at);
        }
        case
    }
}

/// Whether an entry answers a push that was never sent.
pub(super) fn is_unsent(case: &AnyCase, entry: &Entry) -> bool {
    let Entry::Acknowledge(it) = entry else { return false };
    let owed = |duty: &&Duty| duty.message == it.step.message && duty.state == DutyState::Owed;
    matches!(it.step.message, Message::Push(_)) && case.record().duties().iter().any(|duty| owed(&duty))
}

impl Case<Accepted> {
    fn claim(&mut self, step: Mark) {
        self.stage_mut().reviewed.push(step);
    }
}

impl AnyCase {
    /// With the papers at the desk at which somebody worked on them, though nobody had passed them on.
    fn with_papers(self, step: StepKind) -> Self {
        let accepts = matches!(step, StepKind::AskForCorrections | StepKind::Accept);
        let desk = if accepts { Desk::Accepting } else { Desk::Deciding };
        match self {
            Self::Filed(case) => case.at_desk(desk).into(),
            Self::Correcting(case) => case.at_desk(desk).into(),
            Self::Accepted(case) => case.at_desk(desk).into(),
            Self::Suspended(case) => case.at_desk(desk).into(),
            // once it is decided, or has ended, nobody works on them
            it @ (Self::Decided(_)
            | Self::Sealed(_)
            | Self::Licensed(_)
            | Self::Concluded(_)
            | Self::Closed(_)
            | Self::NotAccepted(_)
            | Self::Withdrawn(_)
            | Self::Lapsed(_)) => it,
        }
    }
}

impl<S: BeforeDecision> Case<S> {
    fn at_desk(self, desk: Desk) -> Self {
        let (record, stage) = self.into_parts();
        Self::claimed(record, stage.at_desk(&Bench::new().go_on(), |_| desk))
    }
}
