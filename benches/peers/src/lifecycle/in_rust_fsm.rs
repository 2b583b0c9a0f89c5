//! The lifecycle in rust-fsm's own notation.

use rust_fsm::{StateMachine, state_machine};
use tongquan::case::{StageKind as At, StepKind as By};

use super::Machine;

state_machine! {
    #[state_machine(input(tongquan::case::StepKind), state(tongquan::case::StageKind))]
    lifecycle(Filed)

    Filed => {
        CorrectOnSpot => Filed,
        PassOn => Filed,
        Transfer => Filed,
        AskForCorrections => Correcting,
        Accept => Accepted,
        DeemAccepted => Accepted,
        NotAccept => NotAccepted,
        Withdraw => Withdrawn
    },
    Correcting => {
        HandInCorrections => Correcting,
        Transfer => Correcting,
        Accept => Accepted,
        NotAccept => NotAccepted,
        Lapse => Lapsed,
        Withdraw => Withdrawn
    },
    Accepted => {
        PassOn => Accepted,
        TakeReviewStep => Accepted,
        Extend => Accepted,
        Transfer => Accepted,
        Suspend => Suspended,
        DecideFavourably => Decided,
        DecideUnfavourably => Decided,
        Withdraw => Withdrawn
    },
    Suspended => {
        Transfer => Suspended,
        Resume => Accepted,
        Withdraw => Withdrawn
    },
    Decided => {
        Report => Decided,
        Push => Decided,
        Acknowledge => Decided,
        AffixSeal => Sealed,
        AffixSealNo2 => Sealed
    },
    Sealed => {
        Report => Sealed,
        Push => Sealed,
        Acknowledge => Sealed,
        IssueLicence => Licensed,
        Deliver => Concluded
    },
    Licensed => {
        Report => Licensed,
        Push => Licensed,
        Acknowledge => Licensed,
        Deliver => Concluded
    },
    Concluded => {
        Report => Concluded,
        Push => Concluded,
        Acknowledge => Concluded,
        Close => Closed
    }
}

pub type RustFsm = StateMachine<lifecycle::Impl>;

impl Machine for RustFsm {
    fn filed() -> Self {
        Self::new()
    }
    fn take(&mut self, by: By) -> bool {
        self.consume(&by).is_ok()
    }
    fn stage(&self) -> At {
        *self.state()
    }
}
