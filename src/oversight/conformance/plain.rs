use super::{
    Activity, Broken, Hand, Terms,
    told::{Named, told},
};
use crate::{
    case::{Role, StageKind, StepKind},
    law::{Bench, Refusal, Rule},
    time::Moment,
};

/// 普通日志的一项: an event of one case, as far as it is held against the lifecycle. Copied freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainEvent {
    /// What was done.
    pub activity: Activity,
    /// When.
    pub at: Moment,
    /// In which roles whoever did it may act.
    pub hand: Hand,
}

/// 普通日志核查: one case of a plain log, event by event. A few bytes, copied freely and without a heap, so that a log of many interleaved cases takes
/// as much as it has running cases; nothing of it is a case.
///
/// It goes through a broken log as [`Audit`](super::Audit) goes through a journal, by the same table of arcs: what is missing is told once, what is one
/// too many is left out. Place, order and role are the lifecycle's; modality is the route's, of the day of filing. Once a case has moved on to a later
/// edition, that route says nothing any more, until [`under`](Self::under) tells the new one.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainCase {
    terms: Terms,
    last: Option<Moment>,
    /// Where it stands, once it is filed.
    pub(super) stage: Option<StageKind>,
    desk: Desk,
    extended: bool,
    refused: bool,
    reported: Report,
    /// How many answers to what was sent may still come, at the most.
    awaited: u8,
    /// How many came.
    answered: u8,
    pushed: bool,
    begun: bool,
    /// Whether papers were worked on that had not been passed on: told once, and passed on late, if at all.
    late: bool,
    /// Whether it moved on to a later edition whose route is not known.
    moved: bool,
    broken: Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Desk {
    Venue,
    Accepting,
    Deciding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Report {
    NotSent,
    /// And no answer to anything since.
    Sent,
    MayBeRejected,
}

/// A push goes to four seats at the most.
const SEATS: u8 = 4;

const PLACE: Broken = Broken::of(Rule::StepHasPlace);
const ORDER: Broken = Broken::of(Rule::TimeRunsForward);
const ROLE: Broken = Broken::of(Rule::ActorHoldsRole);
const PASSED_ON: Broken = Broken::of(Rule::PapersPassedOn);
const PASSING: Broken = Broken::of(Rule::PassingCalledFor);
const KEEPER: Broken = Broken::of(Rule::PapersWithActor);
const DEEMED: Broken = Broken::of(Rule::DeemedForLicence);
const EXTENDED: Broken = Broken::of(Rule::ExtensionForLicence);
const TWICE: Broken = Broken::of(Rule::ExtensionOnce);
const SEAL: Broken = Broken::of(Rule::SealAsRouted);
const CITY: Broken = Broken::of(Rule::SealNo2FormerlyCity);
const REVIEW: Broken = Broken::of(Rule::SealNo2Review);
const LICENCE: Broken = Broken::of(Rule::LicenceDue);
const REPORT: Broken = Broken::of(Rule::ReportCalledFor);
const PUSH: Broken = Broken::of(Rule::PushCalledFor);
const AGAIN: Broken = Broken::of(Rule::NotSentYet);
const ADDRESSED: Broken = Broken::of(Rule::WasAddressed);
const DONE: Broken = Broken::of(Rule::DutiesDone);

impl PlainCase {
    /// Before its first event, on a route or without one.
    pub const fn of(terms: Terms) -> Self {
        let desk = if terms.has(Terms::TO_ACCEPTING) { Desk::Venue } else { Desk::Accepting };
        Self {
            terms,
            last: None,
            stage: None,
            desk,
            extended: false,
            refused: false,
            reported: Report::NotSent,
            awaited: 0,
            answered: 0,
            pushed: false,
            begun: false,
            late: false,
            moved: false,
            broken: Broken::NOTHING,
        }
    }

    /// Takes an event, and tells what it breaks.
    #[inline]
    pub fn take(&mut self, event: &PlainEvent) -> Broken {
        let broken = self.follow(event);
        self.begun = true;
        self.broken |= broken;
        broken
    }

    /// 改用新版之后: the same case on the route of a later edition, the papers where they were.
    #[must_use]
    pub const fn under(self, terms: Terms) -> Self {
        Self { terms, moved: false, ..self }
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
        let broken = { *self }.take(event);
        let mut bench = Bench::new();
        broken.rules().for_each(|rule| bench.object(told(rule, self, event, named)));
        bench.rise().err()
    }

    /// Where it stands, as the log has it; none before its filing.
    pub const fn stage(&self) -> Option<StageKind> {
        self.stage
    }

    pub(super) const fn is_begun(&self) -> bool {
        self.begun
    }

    /// Whether what the route says of actors holds no more.
    pub(super) const fn is_moved(&self) -> bool {
        self.moved
    }

    /// Whether there is a route to hold its modality against.
    pub const fn is_routed(&self) -> bool {
        self.terms.is_known()
    }

    /// What its events broke so far.
    pub const fn broken(&self) -> Broken {
        self.broken
    }

    /// When the last event was.
    pub const fn last(&self) -> Option<Moment> {
        self.last
    }

    #[inline]
    fn follow(&mut self, event: &PlainEvent) -> Broken {
        let mut broken = Broken::NOTHING;
        let (at, step) = match event.activity {
            Activity::Other => return PLACE,
            Activity::File if self.stage.is_some() => return PLACE,
            Activity::File => (StageKind::Filed, None),
            Activity::Step(step) => {
                let stage = self.stage.unwrap_or(StageKind::Filed);
                let Some(ahead) = stage.ahead(step) else { return PLACE };
                broken.require(self.stage == Some(ahead), PLACE);
                (ahead, Some(step))
            }
        };
        broken.require(self.last.is_none_or(|last| last <= event.at), ORDER);
        self.last = Some(event.at);
        let arc = step.and_then(|it| at.arc(it));
        let hand = if self.moved { event.hand.off_route() } else { event.hand };
        broken.require(hand.may(arc.map_or(Role::Intake, |it| it.role)), ROLE);
        if let Some(step) = step {
            self.judge(at, step, hand, &mut broken);
        }
        self.stage = Some(arc.map_or(at, |it| it.to));
        broken
    }

    fn judge(&mut self, at: StageKind, step: StepKind, hand: Hand, broken: &mut Broken) {
        let terms = self.terms;
        match step {
            StepKind::PassOn => {
                let (leg, asked) = (self.leg(at), terms.is_known());
                let late = leg.is_none() && std::mem::take(&mut self.late);
                broken.require(leg.is_some() || late || !asked, PASSING);
                broken.require(late || !asked || hand.may(self.keeper()), KEEPER);
                self.desk = leg.unwrap_or(self.desk);
            }
            StepKind::AskForCorrections | StepKind::NotAccept | StepKind::Accept => {
                if at == StageKind::Filed {
                    self.at_desk(at, broken);
                }
            }
            StepKind::TakeReviewStep | StepKind::Suspend | StepKind::DecideFavourably => self.at_desk(at, broken),
            StepKind::DecideUnfavourably => {
                self.at_desk(at, broken);
                self.refused = true;
            }
            StepKind::Extend => {
                self.at_desk(at, broken);
                broken.require(!terms.lacks(Terms::LICENCE), EXTENDED);
                broken.require(!self.extended, TWICE);
                self.extended = true;
            }
            StepKind::DeemAccepted => broken.require(!terms.lacks(Terms::LICENCE), DEEMED),
            StepKind::AffixSeal => broken.require(!terms.has(Terms::SEAL_NO_2), SEAL),
            StepKind::AffixSealNo2 => {
                broken.require(!terms.lacks(Terms::CITY), CITY);
                broken.require(!terms.lacks(Terms::SEAL_NO_2), REVIEW);
            }
            StepKind::IssueLicence => broken.require(!self.refused, LICENCE),
            StepKind::Report => {
                broken.require(!terms.lacks(Terms::REPORTS), REPORT);
                broken.require(self.reported != Report::Sent, AGAIN);
                self.reported = Report::Sent;
                self.awaited = self.awaited.saturating_add(1);
            }
            StepKind::Push => {
                broken.require(!terms.has(Terms::PLAN_ASKED) || terms.has(Terms::PUSHES), PUSH);
                self.pushed = true;
                self.awaited = self.awaited.saturating_add(SEATS);
            }
            StepKind::Acknowledge => {
                broken.require(self.awaited > 0, ADDRESSED);
                self.awaited = self.awaited.saturating_sub(1);
                self.answered = self.answered.saturating_add(1);
                if self.reported == Report::Sent {
                    self.reported = Report::MayBeRejected;
                }
            }
            StepKind::Close => broken.require(self.may_be_done(), DONE),
            // what a later edition makes of it, the log does not say
            StepKind::Transfer => {
                self.terms = Terms::UNKNOWN;
                self.moved = true;
            }
            StepKind::CorrectOnSpot
            | StepKind::HandInCorrections
            | StepKind::Lapse
            | StepKind::Resume
            | StepKind::Deliver
            | StepKind::Withdraw => {}
        }
    }

    /// The papers are where this stage's work is done; where they were not, that is told, and they are taken to be from here on.
    fn at_desk(&mut self, at: StageKind, broken: &mut Broken) {
        while let Some(desk) = self.leg(at) {
            broken.require(false, PASSED_ON);
            self.desk = desk;
            self.late = true;
        }
    }

    /// To which desk the papers have yet to go before this stage's work, where they have.
    const fn leg(&self, at: StageKind) -> Option<Desk> {
        match (self.desk, at) {
            _ if !self.terms.is_known() => None,
            (Desk::Venue, _) => Some(Desk::Accepting),
            (Desk::Accepting, StageKind::Accepted) if self.terms.has(Terms::TO_DECIDING) => Some(Desk::Deciding),
            (Desk::Accepting | Desk::Deciding, _) => None,
        }
    }

    /// In which role whoever has the papers has them.
    pub(super) const fn keeper(&self) -> Role {
        match self.desk {
            Desk::Venue => Role::Intake,
            Desk::Accepting => Role::Accepting,
            Desk::Deciding => Role::Deciding,
        }
    }

    /// Whether every report and push may have been acknowledged: each is sent, and there are as many answers as there are messages.
    const fn may_be_done(&self) -> bool {
        let report = self.terms.has(Terms::REPORTS);
        let pushes = self.terms.has(Terms::PUSHES);
        let sent = (!report || !matches!(self.reported, Report::NotSent)) && (!pushes || self.pushed);
        let messages = report as u8 + if pushes { SEATS } else { 0 };
        // an answer to what was not sent was told when it came
        (sent || self.broken.names(Rule::WasAddressed)) && self.answered >= messages
    }
}
