//! The answers of a route, read: shared by the benches, the counts and the peers.

#![allow(dead_code, reason = "not all use everything")]

use std::hint::black_box;

use tongquan::{
    Party, Route, Seal,
    route::{Answer, Whys},
};

/// Who takes in, accepts and decides; the seal; who answers, and by whom that is contested; and why.
pub(crate) type Seven<'a> =
    (Answer<Party<'a>>, Answer<Party<'a>>, Answer<Party<'a>>, Answer<Seal>, Answer<Party<'a>>, Party<'a>, Answer<Whys>);

#[inline]
pub(crate) fn seven<'a>(route: &Route<'a>) -> Seven<'a> {
    let (intake, acceptance, decision) = (route.intake(), route.acceptance(), route.decision());
    (intake, acceptance, decision, route.seal(), route.answers(), route.respondent().who(), route.why())
}

/// Reads the seven answers of a route.
#[inline]
pub(crate) fn read(route: &Route<'_>) {
    black_box(&seven(route));
}
