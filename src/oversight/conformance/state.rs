//! What a plain log's events make of a case, and what they break.

use super::{Activity, Broken, Hand, PlainEvent, Terms, landing::Landing};
use crate::{
    case::{Role, StageKind, StepKind},
    law::Rule,
    route::Tier,
    time::Moment,
};

/// A case as its events so far have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) terms: Terms,
    pub(super) last: Option<Moment>,
    /// Where it stands, once it is filed.
    pub(super) stage: Option<StageKind>,
    /// A step that came too early, and was told so: where it is what is missing later, that is no second fault.
    early: Option<StepKind>,
    desk: Desk,
    extended: bool,
    refused: bool,
    reported: Report,
    /// How many answers to what was sent may still come, at the most.
    awaited: u8,
    /// How many came.
    answered: u8,
    /// Whether there was an answer to nothing, which told that something was not sent.
    astray: bool,
    pushed: bool,
    /// Whether papers were worked on that had not been passed on: told once, and passed on late, if at all.
    late: bool,
    /// Whether it moved on to a later edition, whose route is not known.
    pub(super) moved: bool,
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
const SEATS: u8 = Tier::ALL.len() as u8;

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

impl State {
    pub(super) const fn of(terms: Terms) -> Self {
        let desk = if terms.has(Terms::TO_ACCEPTING) { Desk::Venue } else { Desk::Accepting };
        Self {
            terms,
            last: None,
            stage: None,
            early: None,
            desk,
            extended: false,
            refused: false,
            reported: Report::NotSent,
            awaited: 0,
            answered: 0,
            astray: false,
            pushed: false,
            late: false,
            moved: false,
        }
    }

    /// Before an event, of a case that may have gone ahead too early: as it was before that, where the event has its place there alone.
    #[cold]
    pub(super) fn or_back(self, before: Self, event: &PlainEvent) -> Self {
        let Activity::Step(next) = event.activity else { return self };
        let back = before.stage.zip(self.stage).is_some_and(|(here, there)| here.alone_has(there, next));
        if back { before } else { self }
    }

    /// The same, where the step that went ahead had come too early.
    pub(super) const fn with_early(self, step: StepKind) -> Self {
        Self { early: Some(step), ..self }
    }

    /// What an event breaks. Where something is missing before it, it may as well have come too early: then it is told what the case was `before`.
    #[inline(always)]
    pub(super) fn follow(&mut self, event: &PlainEvent, hand: Hand, before: &mut Option<Self>) -> Broken {
        let Some(Landing { at, ahead, role, to }) = Landing::from(self.stage, event.activity) else { return PLACE };
        let mut broken = Broken::NOTHING;
        if ahead {
            let told = self.is_told_early(event.activity);
            broken.require(told, PLACE);
            if told {
                self.early = None;
            } else if let (Some(_), Activity::Step(step)) = (self.stage, event.activity) {
                *before = Some(self.with_early(step));
            }
        }
        broken.require(self.last.is_none_or(|last| last <= event.at), ORDER);
        self.last = Some(event.at);
        broken.require(hand.may(role), ROLE);
        if let Activity::Step(step) = event.activity {
            self.judge(at, step, hand, &mut broken);
        }
        self.stage = Some(to);
        broken
    }

    /// In which roles whoever did something may act: once the case has moved on, on no known route.
    #[inline]
    pub(super) const fn hand(&self, event: &PlainEvent) -> Hand {
        if self.moved { event.hand.off_route() } else { event.hand }
    }

    /// Whether what is missing before a step was told already, as one that came too early.
    #[cold]
    fn is_told_early(self, activity: Activity) -> bool {
        let (Some(stage), Some(early), Activity::Step(step)) = (self.stage, self.early, activity) else { return false };
        stage.lacks(early, step)
    }

    #[inline]
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
                self.astray |= self.awaited == 0;
                // what answers a push that was not sent is told once, for all its seats
                self.awaited = self.awaited.checked_sub(1).unwrap_or(SEATS - 1);
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
        (sent || self.astray) && self.answered >= messages
    }
}
