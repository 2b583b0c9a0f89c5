#![expect(
    clippy::indexing_slicing,
    reason = "the table has a row for each stage and one before the filing, and a column for each step, by their types"
)]

use strum::EnumCount as _;

use super::Activity;
use crate::case::{ARCS, Role, StageKind, StepKind};

/// 落点: where an activity of a case has its place, by the one table of arcs.
#[derive(Clone, Copy)]
pub(super) struct Landing {
    /// The stage at which it has its place: the nearest, this one or one ahead.
    pub(super) at: StageKind,
    /// Whether something is missing before it.
    pub(super) ahead: bool,
    /// Who may take it there.
    pub(super) role: Role,
    /// Where it leads from there.
    pub(super) to: StageKind,
}

const FILING: Landing = Landing { at: StageKind::Filed, ahead: false, role: Role::Intake, to: StageKind::Filed };

const UNFILED: usize = StageKind::COUNT;

/// Of each step, at each stage and before the filing.
static STEPS: [[Option<Landing>; StepKind::COUNT]; UNFILED + 1] = {
    let mut table = [[None; StepKind::COUNT]; UNFILED + 1];
    let mut at = 0;
    while at < ARCS.len() {
        let step = ARCS[at].step;
        let mut from = 0;
        while from < ARCS.len() {
            let stage = ARCS[from].from;
            table[stage as usize][step as usize] = Landing::of(stage, step, false);
            from += 1;
        }
        table[UNFILED][step as usize] = Landing::of(StageKind::Filed, step, true);
        at += 1;
    }
    table
};

impl Landing {
    /// Of an activity, at a stage, or before the filing; none where it has no place from there on.
    #[inline]
    pub(super) const fn from(stage: Option<StageKind>, activity: Activity) -> Option<Self> {
        match (activity, stage) {
            (Activity::Step(step), Some(stage)) => STEPS[stage as usize][step as usize],
            (Activity::Step(step), None) => STEPS[UNFILED][step as usize],
            (Activity::File, None) => Some(FILING),
            (Activity::File, Some(_)) | (Activity::Other, _) => None,
        }
    }

    const fn of(stage: StageKind, step: StepKind, unfiled: bool) -> Option<Self> {
        let Some(at) = stage.ahead(step) else { return None };
        let Some(arc) = at.arc(step) else { return None };
        Some(Self { at, ahead: unfiled || at as usize != stage as usize, role: arc.role, to: arc.to })
    }
}
