//! The life of a Seal No. 2: what follows what, and what is so on a day.

use chrono::NaiveDate;

use super::{
    SealEvent, SealState, SealStep, SealStepKind,
    line::{AsOf, At},
};
use crate::{place::Region, text::Mark};

/// 用章流转: what can happen to a seal in which state, and the state after it. None before it is cut. Nothing follows a loss (`S40`).
///
/// | state | event | after |
/// | --- | --- | --- |
/// | — | cut | not handed over |
/// | not handed over | handed over | in service |
/// | in service | renewed | in service |
/// | in service | suspended | suspended |
/// | suspended | renewed | suspended |
/// | suspended | restored | in service |
/// | withdrawn | handed over | in service |
/// | not handed over, in service, suspended | withdrawn | withdrawn |
/// | any, once cut | lost | lost |
///
/// ```
/// use tongquan::register::{SEAL_LIFE, SealState, SealStepKind};
/// assert!(SEAL_LIFE.contains(&(Some(SealState::Suspended), SealStepKind::Restored, SealState::InService)));
/// assert!(SEAL_LIFE.iter().all(|(state, ..)| *state != Some(SealState::Lost)));
/// ```
pub const SEAL_LIFE: &[(Option<SealState>, SealStepKind, SealState)] = {
    use SealState::{InService, Lost, NotHandedOver, Suspended, Withdrawn};
    &[
        (None, SealStepKind::Cut, NotHandedOver),
        (Some(NotHandedOver), SealStepKind::HandedOver, InService),
        (Some(NotHandedOver), SealStepKind::Withdrawn, Withdrawn),
        (Some(NotHandedOver), SealStepKind::Lost, Lost),
        (Some(InService), SealStepKind::Renewed, InService),
        (Some(InService), SealStepKind::Suspended, Suspended),
        (Some(InService), SealStepKind::Withdrawn, Withdrawn),
        (Some(InService), SealStepKind::Lost, Lost),
        (Some(Suspended), SealStepKind::Renewed, Suspended),
        (Some(Suspended), SealStepKind::Restored, InService),
        (Some(Suspended), SealStepKind::Withdrawn, Withdrawn),
        (Some(Suspended), SealStepKind::Lost, Lost),
        (Some(Withdrawn), SealStepKind::HandedOver, InService),
        (Some(Withdrawn), SealStepKind::Lost, Lost),
    ]
};

impl SealState {
    /// The state after an event; none where it cannot happen in this one.
    pub fn after(state: Option<Self>, event: SealStepKind) -> Option<Self> {
        SEAL_LIFE.iter().find(|(from, step, _)| *from == state && *step == event).map(|(.., to)| *to)
    }
    /// What can happen in a state.
    pub fn events(state: Option<Self>) -> impl Iterator<Item = SealStepKind> + Clone {
        SEAL_LIFE.iter().filter(move |(from, ..)| *from == state).map(|(_, step, _)| *step)
    }
}

/// What is known of one seal, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct SealLife {
    /// The day, the row, and the state from then on; without a loss.
    states: Vec<(NaiveDate, At, SealState)>,
    holdings: Vec<Holding>,
    /// A loss may be found out late, and ends everything.
    lost: Option<(NaiveDate, At)>,
    /// 电子印章
    pub(super) is_twin: bool,
}

/// From a day on, a seal is held by a region under an agreement.
#[derive(Clone, Debug)]
pub(super) struct Holding {
    from: NaiveDate,
    at: At,
    pub(super) region: Region,
    pub(super) agreement: Mark,
    /// The first holding of the same region without another between.
    since: usize,
}

impl SealLife {
    /// Adds what happened next, with the region of the agreement that it names. The rows were checked, or this is the check: a row that cannot
    /// follow is not added.
    pub(super) fn add(&mut self, it: &SealEvent, at: At, region: Option<Region>) -> bool {
        let on = it.on;
        let Some(state) = SealState::after(self.last_state(), it.event.kind()) else { return false };
        match state {
            SealState::Lost => self.lost = Some((on, at)),
            _ if on < self.last_day() => return false,
            SealState::NotHandedOver | SealState::InService | SealState::Suspended | SealState::Withdrawn => {
                self.states.push((on, at, state));
            }
        }
        self.is_twin |= matches!(it.event, SealStep::Cut { twin_of: Some(_) });
        if let Some((region, agreement)) = region.zip(it.event.agreement()) {
            self.hold(on, at, region, agreement.clone());
        }
        true
    }

    fn hold(&mut self, from: NaiveDate, at: At, region: Region, agreement: Mark) {
        let same = self.holdings.last().filter(|last| last.region == region).map(|last| last.since);
        let since = same.unwrap_or(self.holdings.len());
        self.holdings.push(Holding { from, at, region, agreement, since });
    }

    pub(super) fn last_state(&self) -> Option<SealState> {
        self.lost.map(|_| SealState::Lost).or_else(|| self.states.last().map(|(.., state)| *state))
    }
    pub(super) fn last_day(&self) -> NaiveDate {
        self.states.last().map_or(NaiveDate::MIN, |(on, ..)| *on)
    }
    pub(super) fn first_day(&self) -> Option<NaiveDate> {
        self.states.first().map(|(on, ..)| *on)
    }
    pub(super) fn last_holder(&self) -> Option<Region> {
        self.holdings.last().map(|it| it.region)
    }

    /// Its state; none before it was cut.
    pub(super) fn state(&self, asked: AsOf) -> Option<SealState> {
        let lost = self.lost.is_some_and(|(on, at)| on <= asked.day && at.revision <= asked.revision);
        if lost {
            return Some(SealState::Lost);
        }
        let begun = self.states.partition_point(|(on, ..)| *on <= asked.day);
        let known = self.states.get(..begun)?.iter().rev().find(|(_, at, _)| at.revision <= asked.revision);
        known.map(|(.., state)| *state)
    }

    /// The holding of a day.
    pub(super) fn holding(&self, asked: AsOf) -> Option<&Holding> {
        self.held(asked).last()
    }

    fn held(&self, asked: AsOf) -> &[Holding] {
        let begun = self.holdings.partition_point(|it| it.from <= asked.day);
        let begun = self.holdings.get(..begun).unwrap_or_default();
        // what was recorded since can only have begun since
        let known = begun.iter().rposition(|it| it.at.revision <= asked.revision).map_or(0, |at| at + 1);
        begun.get(..known).unwrap_or_default()
    }

    /// The holdings of the present holder, since another held the seal, if one did.
    pub(super) fn tenure(&self, asked: AsOf) -> &[Holding] {
        let held = self.held(asked);
        let since = held.last().map_or(0, |it| it.since);
        held.get(since..).unwrap_or_default()
    }

    /// The holdings that can carry a use for a case filed on a day, best first. They are the present holder's alone, since another held
    /// it: the one that the case was filed under (`S4`), then those begun since; of those that begin on one day the last, which took the others' place.
    pub(super) fn holdings_for(&self, used: AsOf, filed: NaiveDate) -> impl Iterator<Item = &Holding> + Clone {
        let own = self.tenure(used);
        let filed_under = own.partition_point(|it| it.from <= filed).saturating_sub(1);
        let able = own.get(filed_under..).unwrap_or_default();
        able.chunk_by(|one, next| one.from == next.from).flat_map(|it| it.iter().rev())
    }
}
