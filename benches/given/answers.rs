//! The answers of a route, read: shared by the benches, the counts and the peers.

#![allow(
    clippy::expect_used,
    dead_code,
    reason = "a bench stops when its list does not fit, and not all use everything"
)]

use std::hint::black_box;

use chrono::NaiveDate;
use tongquan::{
    Key, Office, Party, Place, Question, Region, Route, Scope, Seal, Venue,
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

pub(crate) const DAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 3, 4).expect("a day");

/// The route of an item of annex 1 as an office has it: at a window, or at the competent counter.
#[inline]
pub(crate) fn of_an_office<'a>(
    office: &'a Office,
    item: &Key,
    (region, scope): (Region, Scope),
    venue: Option<&Venue>,
) -> Route<'a> {
    let asked = Question { item, place: Place::Region(region), scope, venue, day: DAY };
    office.route(&asked).expect("annex 1 has a route everywhere")
}

/// Reads the seven answers of a route.
#[inline]
pub(crate) fn read(route: &Route<'_>) {
    black_box(&seven(route));
}
