use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Venue;
use crate::{
    body::{Body, Department, Unit},
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// 委托收件、受审分离: it takes in and passes on; who decides does not change.
    PassOn,
    /// 窗口直接办理: it decides in the name and with the own seal of this body, by default of the competent one (`S12`). A body's *own*
    /// seal: so never Seal No. 2.
    Decide(Option<Bearer>),
}

/// In whose name, and so with whose own seal, a window decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// A city department.
    Department(Department),
    /// A unit of a region.
    Unit(Unit),
}

impl From<Department> for Bearer {
    fn from(it: Department) -> Self {
        Self::Department(it)
    }
}

impl From<Unit> for Bearer {
    fn from(it: Unit) -> Self {
        Self::Unit(it)
    }
}

/// 收件权限登记: that a venue takes in other places' business. A start is recorded by the service; what is not recorded has not started (`S13`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// The venue.
    pub venue: Venue,
    /// Who runs its window.
    pub operator: Body,
    /// Which items it takes.
    pub items: Items,
    /// Whose business it takes.
    pub regions: Regions,
    /// What it does with it.
    pub handling: Handling,
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
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}
