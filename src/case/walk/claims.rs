//! What a journal claims by going on from a step that it lacks.

use crate::{
    among::Among,
    case::{
        AnyCase, Case, Desk, Entry, StageKind,
        stage::{Accepted, Concluded, Correcting, Decided, Decision, Imprint, Outcome, Sealed, Suspended},
    },
    text::Mark,
    time::Moment,
};

impl AnyCase {
    /// At a stage ahead, by what is known of the case and what the rest of the journal makes of it, so that what is missing is not held against
    /// what follows.
    pub(super) fn stand(self, ahead: StageKind, undecided: bool, at: Moment, rest: &[Entry]) -> Self {
        let claims = Claims::of(&self, at);
        let decision =
            claims.decision.unwrap_or_else(|| Decision { favourable: undecided && issues_licence(rest), at });
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

/// What a notice that is missing must have asked for.
fn handed_in(rest: &[Entry]) -> Vec<Mark> {
    let given = rest.iter().filter_map(|it| if let Entry::HandInCorrections(it) = it { Some(it) } else { None });
    let mut seen = Among::nothing();
    given.flat_map(|it| &it.step.materials).filter(|it| seen.add(*it)).cloned().collect()
}

/// Whether a decision that is missing was favourable, as far as can be seen.
fn issues_licence(rest: &[Entry]) -> bool {
    rest.iter().any(|it| matches!(it, Entry::IssueLicence(_)))
}
