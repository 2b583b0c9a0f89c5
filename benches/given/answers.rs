//! The answers of a route, read: shared by the benches, the counts and the peers.

use std::hint::black_box;

use tongquan::Route;

/// Reads the seven answers of a route.
#[inline]
pub(crate) fn read(route: &Route<'_>) {
    black_box((route.intake(), route.acceptance(), route.decision(), route.seal(), route.answers()));
    black_box((route.respondent().who(), route.why()));
}
