//! 逐条核查: goes through a journal to its end, past what could not lawfully have been, so that each fault is told once, where it stands. It judges
//! by the very rules of the steps. What it makes of a broken journal is a claim: its record may be counted, and no case comes of it.

use std::collections::HashSet;

use super::{
    AnyCase, Case, Desk, Entry, Journal, Record, StageKind, StepKind,
    stage::{Accepted, BeforeDecision, Concluded, Correcting, Decided, Decision, Imprint, Outcome, Sealed, Suspended},
};
use crate::{
    law::{Bench, Refusal, Rule},
    register::Office,
    text::Mark,
    time::Moment,
};

/// What was found on the way through a journal.
pub(crate) struct Walked {
    /// As it claims, where its opening makes a route; entries that have no place are left out.
    pub(crate) record: Option<Record>,
    /// What was held against which entry; 0 is the opening.
    pub(crate) faults: Vec<(usize, Refusal)>,
}

impl Walked {
    /// Through a journal, by what it says and, with an office, by what its registers said.
    pub(crate) fn through(journal: &Journal, office: Option<&Office>) -> Self {
        let (mut faults, mut bench) = (Vec::new(), Bench::new());
        let record = Record::claimed(&journal.opening, office, &mut bench);
        faults.extend(bench.rise().err().map(|why| (0, why)));
        let Some(record) = record else { return Self { record: None, faults } };
        let (mut case, mut late) = (AnyCase::opened(record), false);
        for (at, entry) in journal.entries.iter().enumerate() {
            let mut bench = Bench::new();
            let rest = journal.entries.get(at..).unwrap_or_default();
            case = case.where_it_has_place(entry, rest, &mut bench).go_on(entry.clone(), office, &mut bench);
            if late && entry.kind() == StepKind::PassOn && bench.names(Rule::PassingCalledFor) {
                // what was told to be missing comes late
                bench.leave_out(&[Rule::PassingCalledFor, Rule::PapersWithActor]);
                late = false;
            }
            if bench.names(Rule::PapersPassedOn) {
                case = case.with_papers(entry.kind());
                late = true;
            }
            faults.extend(bench.rise().err().map(|why| (at + 1, why)));
        }
        Self { record: Some(case.into_record()), faults }
    }
}

impl AnyCase {
    /// The case at the stage at which an entry has a place: this one; one ahead, where a step at least is missing; else none, and it stays.
    fn where_it_has_place(self, entry: &Entry, rest: &[Entry], bench: &mut Bench) -> Self {
        let (stage, step) = (self.stage(), entry.kind());
        let ahead = stage.ahead(step);
        if ahead == Some(stage) {
            return self;
        }
        bench.object(Self::unplaced(stage, step));
        match ahead {
            Some(ahead) => self.stand(ahead, stage.passes_over_decision(step), entry.stamp().at, rest),
            None => self,
        }
    }

    /// With the papers at the desk at which somebody worked on them, though nobody had passed them on.
    fn with_papers(self, step: StepKind) -> Self {
        let accepts = matches!(step, StepKind::AskForCorrections | StepKind::Accept);
        let desk = if accepts { Desk::Accepting } else { Desk::Deciding };
        match self {
            Self::Filed(case) => case.at_desk(desk).into(),
            Self::Correcting(case) => case.at_desk(desk).into(),
            Self::Accepted(case) => case.at_desk(desk).into(),
            Self::Suspended(case) => case.at_desk(desk).into(),
            decided => decided,
        }
    }

    /// At a stage ahead, by what is known of the case and what the rest of the journal makes of it, so that what is missing is not held against
    /// what follows.
    fn stand(self, ahead: StageKind, undecided: bool, at: Moment, rest: &[Entry]) -> Self {
        let claims = Claims::of(&self, at);
        let decision = claims.decision.unwrap_or_else(|| Decision { favourable: issues_licence(rest), at });
        let imprint = claims.imprint.unwrap_or(Imprint::Own);
        let mut record = self.into_record();
        if undecided {
            record.owe_messages();
        }
        match ahead {
            StageKind::Correcting => {
                let (desk, asked) = (claims.accepted.desk, handed_in(rest));
                Case::claimed(record, Correcting { since: at, desk, asked, supplied: Vec::new() }).into()
            }
            StageKind::Suspended => {
                let accepted = Box::new(claims.accepted);
                Case::claimed(record, Suspended { accepted, since: at, procedure: Mark::blank(1) }).into()
            }
            StageKind::Decided => Case::claimed(record, Decided { decision }).into(),
            StageKind::Sealed => Case::claimed(record, Sealed { decision, imprint }).into(),
            StageKind::Concluded => {
                let outcome = Outcome { decision, imprint, licence: claims.licence, delivered: at };
                Case::claimed(record, Concluded { outcome }).into()
            }
            // INVARIANT (what stands ahead): nothing leads to the filing, what leaves `Licensed` leaves `Sealed` too, and nothing leaves the other four
            StageKind::Accepted
            | StageKind::Filed
            | StageKind::Licensed
            | StageKind::Closed
            | StageKind::NotAccepted
            | StageKind::Withdrawn
            | StageKind::Lapsed => Case::claimed(record, claims.accepted).into(),
        }
    }
}

impl<S: BeforeDecision> Case<S> {
    fn at_desk(self, desk: Desk) -> Self {
        let (record, stage) = self.into_parts();
        Self::claimed(record, stage.at_desk(&Bench::new().go_on(), |_| desk))
    }
}

/// What is known of a case that is to stand further ahead.
struct Claims {
    accepted: Accepted,
    decision: Option<Decision>,
    imprint: Option<Imprint>,
    licence: Option<Mark>,
}

impl Claims {
    fn of(case: &AnyCase, at: Moment) -> Self {
        let accepted = Accepted { at, desk: Desk::Accepting, extended: false, reviewed: Vec::new() };
        let mut known = Self { accepted, decision: None, imprint: None, licence: None };
        match case {
            AnyCase::Filed(case) => known.accepted.desk = case.stage().desk.clone(),
            AnyCase::Correcting(case) => known.accepted.desk = case.stage().desk.clone(),
            AnyCase::Accepted(case) => known.accepted = case.stage().clone(),
            AnyCase::Suspended(case) => known.accepted = case.stage().accepted().clone(),
            AnyCase::Decided(case) => known.decision = Some(case.stage().decision),
            AnyCase::Sealed(case) => {
                known.decision = Some(case.stage().decision);
                known.imprint = Some(case.stage().imprint.clone());
            }
            AnyCase::Licensed(case) => {
                known.decision = Some(case.stage().decision);
                known.imprint = Some(case.stage().imprint.clone());
                known.licence = Some(case.stage().licence.clone());
            }
            // no other stage is ahead of these
            AnyCase::Concluded(_)
            | AnyCase::Closed(_)
            | AnyCase::NotAccepted(_)
            | AnyCase::Withdrawn(_)
            | AnyCase::Lapsed(_) => {}
        }
        known
    }
}

/// Whether a decision that is missing was favourable, as far as can be seen.
fn issues_licence(rest: &[Entry]) -> bool {
    rest.iter().any(|it| matches!(it, Entry::IssueLicence(_)))
}

/// What a notice that is missing must have asked for.
fn handed_in(rest: &[Entry]) -> Vec<Mark> {
    let given = rest.iter().filter_map(|it| if let Entry::HandInCorrections(it) = it { Some(it) } else { None });
    let mut seen = HashSet::new();
    given.flat_map(|it| &it.step.materials).filter(|it| seen.insert(*it)).cloned().collect()
}
