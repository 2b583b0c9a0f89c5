//! What is attempted, drawn.

use std::fmt;

use chrono::Days;
use proptest::{collection::vec, prelude::*, sample::select};
use strum::IntoEnumIterator;
use tongquan::{
    Moment, Place, Region, Venue,
    case::{Role, StepKind},
    place::Centre,
};

use crate::{choices, support::day};

/// A case, and what is attempted with it one after the other.
pub(super) struct Plan {
    pub(super) item: &'static str,
    pub(super) region: Region,
    pub(super) venue: At,
    /// Whether all papers are handed in.
    pub(super) complete: bool,
    /// Days after the first of March 2024.
    pub(super) day: u8,
    pub(super) tries: Vec<Try>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    /// At the region's centre, or in the township, where it chose for that.
    Counter,
    City,
    Online,
}

#[derive(Clone, Copy)]
pub(super) struct Try {
    pub(super) step: Pick,
    pub(super) how: How,
    pub(super) by: Who,
    /// Hours after the last step.
    pub(super) hours: i64,
    pub(super) way: Way,
    /// Before the last revision of the day was recorded.
    pub(super) lags: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Pick {
    /// What the case waits for, the nth of several.
    Forward(u8),
    /// One of those that the stage has, but for what ends a case.
    Next(u8),
    Of(StepKind),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    Right(u8),
    Nearly(u8),
    Wrong,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Who {
    /// Whoever holds the role, the nth of several.
    Holder(u8),
    Role(Role),
    Stranger,
    AnotherApplicant,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    Step,
    /// As an action of a new id, for the version so many behind.
    Action(Option<u8>),
    /// The last action once more.
    Again,
    /// Under the id of the last action.
    Reused,
}

impl Plan {
    pub(super) fn begins(&self) -> Moment {
        Moment::new(day(2024, 3, 1) + Days::new(self.day.into()), 9, 0, 0).unwrap()
    }

    /// A three-tier matter names its township.
    pub(super) fn place(&self) -> Place {
        if self.item.starts_with("A2") { choices::township_of(self.region).unwrap().into() } else { self.region.into() }
    }

    pub(super) fn venue(&self) -> Venue {
        match (self.venue, self.place()) {
            (At::Counter, Place::Township(it)) => Venue::TownshipCentre(it),
            (At::Counter, _) => self.region.centre().unwrap().into(),
            (At::City, _) => Venue::Centre(Centre::CITY),
            (At::Online, _) => Venue::Online,
        }
    }
}

/// A line for each attempt.
impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { item, region, venue, complete, day, tries } = self;
        let papers = if *complete { "complete" } else { "incomplete" };
        write!(f, "{item} in {region} at {venue:?}, {papers}, on day {day}")?;
        tries.iter().try_for_each(|it| write!(f, "\n  {it:?}"))
    }
}

impl fmt::Debug for Try {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, how, by, hours, way, lags } = self;
        let lags = if *lags { ", before the last revision" } else { "" };
        write!(f, "{step:?} {how:?} by {by:?} after {hours} h, {way:?}{lags}")
    }
}

const ITEMS: [&str; 13] = [
    "A1-1", "A1-20", "A1-31", "A1-33", "A1-34", "A1-61", "A2-1", "A2-8", "WS-001", "XK-001", "XK-002", "XK-003",
    "XK-004",
];
pub(super) const REGIONS: [Region; 4] = [Region::Wenshang, Region::Rencheng, Region::HighTechZone, Region::Qufu];

/// What ends a case before its decision.
pub(super) const ENDS: [StepKind; 3] = [StepKind::Withdraw, StepKind::NotAccept, StepKind::Lapse];

fn attempts() -> impl Strategy<Value = Try> {
    let kinds: Vec<StepKind> = StepKind::iter().collect();
    let roles = [Role::Intake, Role::Accepting, Role::Deciding, Role::Window, Role::Applicant];
    let step = prop_oneof![
        7 => any::<u8>().prop_map(Pick::Forward),
        10 => any::<u8>().prop_map(Pick::Next),
        1 => select(kinds).prop_map(Pick::Of),
        1 => select(ENDS.as_slice()).prop_map(Pick::Of),
    ];
    let how = prop_oneof![
        12 => any::<u8>().prop_map(How::Right),
        3 => any::<u8>().prop_map(How::Nearly),
        1 => Just(How::Wrong),
    ];
    let by = prop_oneof![
        16 => any::<u8>().prop_map(Who::Holder),
        2 => select(roles.to_vec()).prop_map(Who::Role),
        1 => Just(Who::Stranger),
        1 => Just(Who::AnotherApplicant),
    ];
    let hours = prop_oneof![4 => Just(0_i64), 8 => 1_i64..60, 2 => 60_i64..900, 1 => -60_i64..0];
    let way = prop_oneof![
        8 => Just(Way::Step),
        4 => Just(Way::Action(Some(0))),
        1 => Just(Way::Action(None)),
        1 => any::<u8>().prop_map(|it| Way::Action(Some(it))),
        1 => Just(Way::Again),
        1 => Just(Way::Reused),
    ];
    (step, how, by, hours, way, any::<bool>()).prop_map(|(step, how, by, hours, way, lags)| Try {
        step,
        how,
        by,
        hours,
        way,
        lags,
    })
}

/// Plans of so many attempts.
pub(super) fn plans(tries: std::ops::Range<usize>) -> impl Strategy<Value = Plan> {
    let venue = prop_oneof![3 => Just(At::Counter), 1 => Just(At::City), 1 => Just(At::Online)];
    let of = (select(ITEMS.as_slice()), select(REGIONS.as_slice()), venue, any::<bool>(), 0_u8..80);
    (of, vec(attempts(), tries)).prop_map(|((item, region, venue, complete, day), tries)| Plan {
        item,
        region,
        venue,
        complete,
        day,
        tries,
    })
}
