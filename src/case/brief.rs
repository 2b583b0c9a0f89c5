use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Stamp, steps::File};
use crate::{
    catalogue::{EditionId, ItemFacts},
    register::Outline,
    route::{Permission, UndertakingRecord},
};

/// 立案依据: what the catalogue and the registers said on the filing day. A case keeps it for life (`S4`); its route follows from it and is
/// never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// The edition of the catalogue.
    pub edition: EditionId,
    /// The item, as it stood in the case's region.
    pub item: ItemFacts,
    /// What the region's plan said of it.
    pub undertaking: UndertakingRecord,
    /// The permission that spoke of the venue, where it was not the competent one.
    pub permission: Option<Permission>,
    /// The standard in force; none where no handbook was on record, which bars nothing (`S11`).
    pub standard: Option<Outline>,
}

/// 收件: the first entry of a journal: what was filed, when, by whom, and the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Version of wire shape and rules.
    pub v: u16,
    /// When and by whom.
    pub stamp: Stamp,
    /// What was filed.
    pub step: File,
    /// What catalogue and registers said.
    pub found: Box<Brief>,
}

impl Opening {
    /// The version that this crate writes. `0` promises nothing yet: it is frozen as `1` when registers and catalogue have their last shape.
    pub const VERSION: u16 = 0;

    /// 收件日: the day on which the first venue took the papers in (`S29`).
    pub const fn day(&self) -> NaiveDate {
        self.stamp.at.day()
    }
}
