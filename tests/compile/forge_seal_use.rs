//! 用章凭证不得自造。 No proof of a use of Seal No. 2 but the machine's own (C6): it is made when every rule has held.

use tongquan::{
    Moment,
    case::stage::{Decision, SealUse},
    register::SealId,
    text::{Mark, Person, Text},
};

fn forge(
    seal: SealId,
    user: Person,
    decision: Decision,
    at: Moment,
    circumstance: Mark,
    documents: Vec<Text>,
) -> SealUse {
    SealUse { seal, user, decision, at, circumstance, documents }
}

fn main() {}
