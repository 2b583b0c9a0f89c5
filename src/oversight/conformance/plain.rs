use super::{
    Activity, Broken, Hand, Terms, Unshown,
    state::State,
    told::{Named, told},
};
use crate::{
    case::StageKind,
    law::{Bench, Refusal},
    time::Moment,
};

/// 普通日志的一项: an event of one case, as far as it is held against the lifecycle. Copied freely.
///
/// See the example of [`PlainCase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainEvent {
    /// What was done.
    pub activity: Activity,
    /// When it was done.
    pub at: Moment,
    /// In which roles whoever did it may act.
    pub hand: Hand,
}

/// 普通日志核查: one case of a plain log, event by event, in the order of time. It takes some hundred bytes, and no heap while nothing is broken, so that
/// a log of many interleaved cases takes as much as it has cases; nothing of it is a case.
///
/// It goes through a broken log as [`Audit`](super::Audit) goes through a journal, by the same table of arcs: what is missing is told once, what is one
/// too many, or too early, is left out. Place, order and role are the lifecycle's; modality is the route's, of the day of filing. Once a case has moved on
/// to a later edition, that route says nothing any more: neither role nor modality is checked from there, and [`Conformance`](super::Conformance) counts
/// that.
///
/// ```
/// use tongquan::{Edition, Region, Route, Rule, Scope, case::StepKind};
/// use tongquan::oversight::{Activity, Broken, Hand, PlainCase, PlainEvent, Terms};
/// // an item in substantive review, sealed with the county's own seal
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// let mut case = PlainCase::of(Terms::of(&route));
/// let steps = [StepKind::Accept, StepKind::DecideFavourably, StepKind::AffixSeal, StepKind::AffixSeal];
/// let activities = [Activity::File].into_iter().chain(steps.map(Activity::Step));
/// let mut told = vec![];
/// for (activity, hour) in activities.zip(9..) {
///     let at = tongquan::Moment::new("2024-03-04".parse()?, hour, 0, 0)?;
///     told.push(case.take(&PlainEvent { activity, at, hand: Hand::UNKNOWN }));
/// }
/// assert!(told[..3].iter().all(|it| it.is_empty()));
/// assert_eq!(told[3..], [Broken::of(Rule::SealAsRouted), Broken::of(Rule::StepHasPlace)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainCase {
    now: State,
    /// As it stood before the last event, where that went ahead.
    before: Option<State>,
    events: u64,
    unshown: Unshown,
    /// How many events broke what.
    broken: Vec<(Broken, u64)>,
}

impl PlainCase {
    /// Before its first event, on a route or without one.
    pub const fn of(terms: Terms) -> Self {
        Self { now: State::of(terms), before: None, events: 0, unshown: Unshown::NOTHING, broken: Vec::new() }
    }

    /// Takes an event, and tells what it breaks.
    // of every event; left to the compiler, it is called where a program has two such loops
    #[inline(always)]
    pub fn take(&mut self, event: &PlainEvent) -> Broken {
        if let Some(before) = self.before.take() {
            self.now = self.now.or_back(before, event);
        }
        let hand = self.now.hand(event);
        self.events += 1;
        self.unshown.count(hand.is_routed(), self.now.terms.is_known());
        let broken = self.now.follow(event, hand, &mut self.before);
        if !broken.is_empty() {
            count(&mut self.broken, broken);
        }
        broken
    }

    /// 理由: everything that [`take`](Self::take) would hold against an event, with facts, clauses and what would have mended it; none where that is
    /// nothing. Asked before the event is taken, and only of the bad ones, it costs the good ones nothing.
    ///
    /// ```
    /// use tongquan::{Moment, Rule, oversight::{Activity, Hand, PlainCase, PlainEvent, Terms}};
    /// let at = Moment::new("2024-03-04".parse()?, 9, 0, 0)?;
    /// let event = PlainEvent { activity: Activity::named("归档"), at, hand: Hand::UNKNOWN };
    /// let why = PlainCase::of(Terms::UNKNOWN).why(&event).ok_or("nothing against it")?;
    /// assert!(why.names(Rule::StepHasPlace) && why.zh().contains("收件"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn why(&self, event: &PlainEvent) -> Option<Refusal> {
        self.reasons(event, None)
    }

    pub(super) fn reasons(&self, event: &PlainEvent, named: Option<Named<'_>>) -> Option<Refusal> {
        let before = self.before.map_or(self.now, |before| self.now.or_back(before, event));
        let broken = { before }.follow(event, before.hand(event), &mut None);
        let mut bench = Bench::new();
        broken.rules().for_each(|rule| bench.object(told(rule, &before, event, named)));
        bench.rise().err()
    }

    /// Where it stands, as the log has it; none before its filing.
    pub const fn stage(&self) -> Option<StageKind> {
        self.now.stage
    }

    /// Whether there is a route to hold its modality against.
    pub const fn is_routed(&self) -> bool {
        self.now.terms.is_known()
    }

    /// What its events broke so far.
    pub fn broken(&self) -> Broken {
        self.broken.iter().fold(Broken::NOTHING, |all, it| all | it.0)
    }

    /// How many events it had.
    pub const fn events(&self) -> u64 {
        self.events
    }

    /// 无从核查: what of them could not be checked.
    pub const fn unshown(&self) -> Unshown {
        self.unshown
    }

    /// When the last event was that had a place: what has none moves nothing on.
    pub const fn last(&self) -> Option<Moment> {
        self.now.last
    }

    /// How many events broke what.
    pub(super) fn found(&self) -> impl Iterator<Item = (Broken, u64)> {
        self.broken.iter().copied()
    }
}

#[cold]
fn count(told: &mut Vec<(Broken, u64)>, broken: Broken) {
    let place = told.partition_point(|it| it.0 < broken);
    match told.get_mut(place).filter(|it| it.0 == broken) {
        Some((_, events)) => *events += 1,
        None => told.insert(place, (broken, 1)),
    }
}
