use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    body::{Department, Unit},
    catalogue::{Key, Kind},
    place::{Centre, Region},
    route::{Items, Supervision},
};

/// 承接落实方案: which body of a region handles which item, from a day (`C2`). A later plan of the region takes the place of the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The region.
    pub region: Region,
    /// First day.
    #[serde(with = "crate::time::iso")]
    pub from: NaiveDate,
    /// The centre that serves it, where it has none of its own or another is to (`S1`).
    #[serde(default)]
    pub centre: Option<Centre>,
    /// Who handles what; the first row that covers an item counts.
    pub undertakes: Vec<Undertaken>,
}

/// One row of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undertaken {
    /// Which items.
    pub items: Items,
    /// 承办部门（单位）
    pub handler: Unit,
    /// Who supervises them, where the approval bureau handles them (`S5`).
    #[serde(default)]
    pub supervision: Supervision,
}

impl Plan {
    /// The row that covers an item.
    pub fn row(&self, key: &Key, kind: Kind) -> Option<&Undertaken> {
        self.undertakes.iter().find(|row| row.items.cover(key, kind))
    }
}

/// 派驻: staff of a city department sit at the centre that serves a region, for a forward window (`C1`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// Whose staff.
    pub department: Department,
    /// At which region's window.
    pub region: Region,
    /// First day.
    #[serde(with = "crate::time::iso")]
    pub from: NaiveDate,
    /// Last day; none while they sit there.
    #[serde(default, with = "crate::time::iso::option")]
    pub until: Option<NaiveDate>,
}

impl Posting {
    /// Whether they sit there on a day.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}
