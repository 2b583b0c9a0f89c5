use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Venue, VenueKind};
use crate::{
    body::{Body, UnitKind},
    catalogue::{Key, Kind},
    place::{Region, Regions},
    text::Text,
};

/// Which items a record speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Items {
    /// Every item that the rest of the record can mean.
    All,
    /// Those of a kind.
    OfKind(Kind),
    /// These.
    Only(Vec<Key>),
}

impl Items {
    /// Whether an item is among them.
    pub fn cover(&self, key: &Key, kind: Kind) -> bool {
        match self {
            Self::All => true,
            Self::OfKind(it) => *it == kind,
            Self::Only(keys) => keys.contains(key),
        }
    }
}

/// What a window does with papers that are not its own business (`C13`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// 委托收件、受审分离: it takes in and passes on; who decides does not change.
    PassOn,
    /// 窗口直接办理: it decides, in the name and with the *own* seal of a body that has the power: so never with Seal No. 2.
    Decide(Bearer),
}

/// In whose name, and so with whose own seal, a window decides (`S12`). No record can name a third body: power is not handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// The competent county body, which decides with a seal of its own.
    Competent,
    /// The item's city department, whose own staff sit at the window; not for what was devolved directly, since that power is the region's.
    Department,
}

/// What a permission gives: who runs the window, and what it does. A case keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Who runs the window.
    pub operator: Body,
    /// What it does.
    pub handling: Handling,
}

impl Admission {
    /// Whether the operator is an authority whose window a venue can be, for the business of a region.
    pub(super) fn is_window_of(&self, venue: &Venue, home: Region) -> bool {
        match &self.operator {
            Body::Department(_) => matches!(venue.kind(), VenueKind::CityCentre | VenueKind::Online),
            Body::Unit(unit) => unit.kind != UnitKind::Enforcement && venue.region().unwrap_or(home) == unit.region,
            Body::City(_) | Body::Partner(_) => false,
        }
    }
}

/// 收件权限登记: that a venue takes in other places' business. A start is recorded by the service; what is not recorded has not started (`S13`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// The venue.
    pub venue: Venue,
    /// What it gives.
    pub gives: Admission,
    /// Which items it takes.
    pub items: Items,
    /// Whose business it takes.
    pub regions: Regions,
    /// First day.
    #[serde(with = "crate::time::iso")]
    pub from: NaiveDate,
    /// Last day; none while it runs on.
    #[serde(default, with = "crate::time::iso::option")]
    pub until: Option<NaiveDate>,
    /// By what it was given.
    pub ground: Text,
}

impl Permission {
    /// Whether it speaks of an item of a region at a venue, on whatever day.
    pub fn speaks_of(&self, venue: &Venue, key: &Key, kind: Kind, region: Region) -> bool {
        self.venue == *venue && self.regions.contains(region) && self.items.cover(key, kind)
    }
    /// Whether it runs on a day.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        matches!(self.offer(day), Offer::Running(_))
    }
    /// What it offers on a day.
    pub fn offer(&self, day: NaiveDate) -> Offer<'_> {
        match self.until {
            _ if day < self.from => Offer::NotBegun(self.from),
            Some(until) if until < day => Offer::Ended(until),
            _ => Offer::Running(&self.gives),
        }
    }
}

/// What the register says of a venue on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer<'a> {
    /// Nothing.
    NotRecorded,
    /// A permission begins on this later day.
    NotBegun(NaiveDate),
    /// A permission ended with this day.
    Ended(NaiveDate),
    /// A permission runs.
    Running(&'a Admission),
}
