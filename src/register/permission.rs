use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Items;
use crate::{
    body::BodyRef,
    place::Regions,
    route::{Admission, Venue},
    text::{Mark, Text},
};

/// 收件权限登记: that a venue takes in other places' business. A start is recorded by the service; what is not recorded has not started (`S13`).
///
/// Where several speak of an item, the one that runs and began last counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// 登记号
    pub number: Mark,
    /// The venue.
    pub venue: Venue,
    /// What it gives.
    pub gives: Admission<BodyRef>,
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
