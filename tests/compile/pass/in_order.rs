//! 依序办理：可以编译。 The same steps in their order: this compiles, so that the harness is known to compile what is lawful.

use tongquan::{
    Case, Office, Stamp,
    case::{
        stage::{Closed, Decided, Filed, Imprint},
        steps::{
            Accept, AffixSeal, AffixSealNo2, AskForCorrections, Close, DecideFavourably, Deliver, HandInCorrections,
            IssueLicence,
        },
    },
    register::SealId,
    text::Mark,
};

/// From the window to the archive, each step out of the stage that the one before leads to.
fn handle(case: Case<Filed>, code: &Mark, stamp: &Stamp, office: &Office) -> Option<Case<Closed>> {
    let materials = vec![code.clone()];
    let case = case.apply(AskForCorrections { materials: materials.clone() }, stamp.clone(), office).ok()?;
    let case = case.apply(HandInCorrections { materials }, stamp.clone(), office).ok()?;
    let case = case.apply(Accept { receipt: code.clone() }, stamp.clone(), office).ok()?;
    let case = case.apply(DecideFavourably { attested: vec![] }, stamp.clone(), office).ok()?;
    let case = case.apply(AffixSeal {}, stamp.clone(), office).ok()?;
    let case = case.apply(IssueLicence { number: code.clone() }, stamp.clone(), office).ok()?;
    let case = case.apply(Deliver {}, stamp.clone(), office).ok()?;
    case.apply(Close {}, stamp.clone(), office).ok()
}

/// The proof that a Seal No. 2 was used is had from the stage of a case, and from nowhere else.
fn seal_no_2(case: Case<Decided>, seal: SealId, code: &Mark, stamp: Stamp, office: &Office) -> bool {
    let step = AffixSealNo2 { seal, circumstance: code.clone(), documents: vec![] };
    let sealed = case.apply(step, stamp, office);
    sealed.is_ok_and(|case| matches!(case.stage().imprint(), Imprint::No2(proof) if proof.seal() == seal))
}

fn main() {
    let _ = (handle, seal_no_2);
}
