use super::{contents::written, moves, moves::Move, pace};
use crate::{
    case::{AnyCase, StepKind},
    register::Office,
    strategies::luck::Luck,
};

/// How often a later moment is looked at where nothing is open.
const TRIES: u32 = 5;

/// A lawful step, some time after the last; none where the case has ended, or waits for what no step of it brings.
pub(in crate::strategies) fn next(case: &AnyCase, office: &Office, luck: &mut Luck) -> Option<Move> {
    for asked in 0..TRIES {
        let at = pace::later(case.record().last_at(), asked, luck)?;
        let open = moves::open(case, at, office, luck);
        // only the applicant's leave is open: so it may be at any other moment
        if open.iter().all(|(step, _)| step.kind() == StepKind::Withdraw) && asked + 1 < TRIES {
            continue;
        }
        let awaited: Vec<StepKind> = case.waits_for(office, at.day()).iter().flat_map(|it| it.steps).copied().collect();
        let taken = luck.weighed(&open, |(step, _)| moves::weight(step.kind(), &awaited)).cloned();
        return taken.map(|it| written(case, it, office, luck));
    }
    None
}
