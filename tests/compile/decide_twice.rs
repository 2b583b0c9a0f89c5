//! 一案只作一次决定。 One decision for a case (C7): a favourable one is not turned into a refusal, nor the other way round (S26).

use tongquan::{
    Case, Office, Stamp,
    case::{
        stage::Accepted,
        steps::{DecideFavourably, DecideUnfavourably},
    },
};

fn change_ones_mind(
    case: Case<Accepted>,
    granted: DecideFavourably,
    refused: DecideUnfavourably,
    stamp: Stamp,
    office: &Office,
) {
    if let Ok(decided) = case.apply(granted, stamp.clone(), office) {
        let _ = decided.apply(refused, stamp, office);
    }
}

fn main() {}
