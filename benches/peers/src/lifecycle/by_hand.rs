//! The lifecycle as a match, written by hand.

use tongquan::case::{StageKind as At, StepKind as By};

use super::Machine;

pub struct ByHand(At);

impl Machine for ByHand {
    fn filed() -> Self {
        Self(At::Filed)
    }
    fn take(&mut self, by: By) -> bool {
        let next = next(self.0, by);
        self.0 = next.unwrap_or(self.0);
        next.is_some()
    }
    fn stage(&self) -> At {
        self.0
    }
}

/// Where a step leads.
pub const fn next(at: At, by: By) -> Option<At> {
    let to = match at {
        At::Filed => match by {
            By::CorrectOnSpot | By::PassOn | By::Transfer => at,
            By::AskForCorrections => At::Correcting,
            By::Accept | By::DeemAccepted => At::Accepted,
            By::NotAccept => At::NotAccepted,
            By::Withdraw => At::Withdrawn,
            _ => return None,
        },
        At::Correcting => match by {
            By::HandInCorrections | By::Transfer => at,
            By::Accept => At::Accepted,
            By::NotAccept => At::NotAccepted,
            By::Lapse => At::Lapsed,
            By::Withdraw => At::Withdrawn,
            _ => return None,
        },
        At::Accepted => match by {
            By::PassOn | By::TakeReviewStep | By::Extend | By::Transfer => at,
            By::Suspend => At::Suspended,
            By::DecideFavourably | By::DecideUnfavourably => At::Decided,
            By::Withdraw => At::Withdrawn,
            _ => return None,
        },
        At::Suspended => match by {
            By::Transfer => at,
            By::Resume => At::Accepted,
            By::Withdraw => At::Withdrawn,
            _ => return None,
        },
        At::Decided => match by {
            By::Report | By::Push | By::Acknowledge => at,
            By::AffixSeal | By::AffixSealNo2 => At::Sealed,
            _ => return None,
        },
        At::Sealed => match by {
            By::Report | By::Push | By::Acknowledge => at,
            By::IssueLicence => At::Licensed,
            By::Deliver => At::Concluded,
            _ => return None,
        },
        At::Licensed => match by {
            By::Report | By::Push | By::Acknowledge => at,
            By::Deliver => At::Concluded,
            _ => return None,
        },
        At::Concluded => match by {
            By::Report | By::Push | By::Acknowledge => at,
            By::Close => At::Closed,
            _ => return None,
        },
        At::Closed | At::NotAccepted | At::Withdrawn | At::Lapsed => return None,
    };
    Some(to)
}
