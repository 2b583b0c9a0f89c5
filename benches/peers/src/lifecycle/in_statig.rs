//! The lifecycle in statig's own notation, with what stages have in common in superstates. What no state handles ends in the outermost, which says so:
//! statig itself drops it.

use statig::prelude::*;
use tongquan::case::{StageKind as At, StepKind as By};

use super::Machine;

#[derive(Default)]
pub struct Lifecycle {
    refused: bool,
}

#[state_machine(initial = "State::filed()")]
impl Lifecycle {
    #[state(superstate = "before_decision")]
    fn filed(event: &By) -> Outcome<State> {
        match event {
            By::CorrectOnSpot | By::PassOn => Handled,
            By::AskForCorrections => Transition(State::correcting()),
            By::Accept | By::DeemAccepted => Transition(State::accepted()),
            By::NotAccept => Transition(State::not_accepted()),
            _ => Super,
        }
    }

    #[state(superstate = "before_decision")]
    fn correcting(event: &By) -> Outcome<State> {
        match event {
            By::HandInCorrections => Handled,
            By::Accept => Transition(State::accepted()),
            By::NotAccept => Transition(State::not_accepted()),
            By::Lapse => Transition(State::lapsed()),
            _ => Super,
        }
    }

    #[state(superstate = "before_decision")]
    fn accepted(event: &By) -> Outcome<State> {
        match event {
            By::PassOn | By::TakeReviewStep | By::Extend => Handled,
            By::Suspend => Transition(State::suspended()),
            By::DecideFavourably | By::DecideUnfavourably => Transition(State::decided()),
            _ => Super,
        }
    }

    #[state(superstate = "before_decision")]
    fn suspended(event: &By) -> Outcome<State> {
        match event {
            By::Resume => Transition(State::accepted()),
            _ => Super,
        }
    }

    #[state(superstate = "after_decision")]
    fn decided(event: &By) -> Outcome<State> {
        match event {
            By::AffixSeal | By::AffixSealNo2 => Transition(State::sealed()),
            _ => Super,
        }
    }

    #[state(superstate = "after_decision")]
    fn sealed(event: &By) -> Outcome<State> {
        match event {
            By::IssueLicence => Transition(State::licensed()),
            By::Deliver => Transition(State::concluded()),
            _ => Super,
        }
    }

    #[state(superstate = "after_decision")]
    fn licensed(event: &By) -> Outcome<State> {
        match event {
            By::Deliver => Transition(State::concluded()),
            _ => Super,
        }
    }

    #[state(superstate = "after_decision")]
    fn concluded(event: &By) -> Outcome<State> {
        match event {
            By::Close => Transition(State::closed()),
            _ => Super,
        }
    }

    #[state(superstate = "any")]
    fn closed() -> Outcome<State> {
        Super
    }

    #[state(superstate = "any")]
    fn not_accepted() -> Outcome<State> {
        Super
    }

    #[state(superstate = "any")]
    fn withdrawn() -> Outcome<State> {
        Super
    }

    #[state(superstate = "any")]
    fn lapsed() -> Outcome<State> {
        Super
    }

    #[superstate(superstate = "any")]
    fn before_decision(event: &By) -> Outcome<State> {
        match event {
            By::Transfer => Handled,
            By::Withdraw => Transition(State::withdrawn()),
            _ => Super,
        }
    }

    #[superstate(superstate = "any")]
    fn after_decision(event: &By) -> Outcome<State> {
        match event {
            By::Report | By::Push | By::Acknowledge => Handled,
            _ => Super,
        }
    }

    #[superstate]
    fn any(&mut self) -> Outcome<State> {
        self.refused = true;
        Handled
    }
}

impl Machine for StateMachine<Lifecycle> {
    fn filed() -> Self {
        Lifecycle::default().state_machine()
    }
    fn take(&mut self, by: By) -> bool {
        self.handle(&by);
        !self.refused
    }
    fn stage(&self) -> At {
        match self.state() {
            State::Filed {} => At::Filed,
            State::Correcting {} => At::Correcting,
            State::Accepted {} => At::Accepted,
            State::Suspended {} => At::Suspended,
            State::Decided {} => At::Decided,
            State::Sealed {} => At::Sealed,
            State::Licensed {} => At::Licensed,
            State::Concluded {} => At::Concluded,
            State::Closed {} => At::Closed,
            State::NotAccepted {} => At::NotAccepted,
            State::Withdrawn {} => At::Withdrawn,
            State::Lapsed {} => At::Lapsed,
        }
    }
}
