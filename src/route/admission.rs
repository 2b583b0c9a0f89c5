use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Venue, VenueKind};
use crate::{
    body::{Body, UnitKind},
    place::Region,
};

/// 收件方式: what a window does with papers that are not its own business (`C13`).
///
/// ```
/// use tongquan::{Department, Edition, Region, Route, Scope, Venue, place::Centre, route::{Access, Admission, Bearer, Closed, Handling, Offer}};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?; // under Seal No. 2
/// let access = |handling| {
///     let admission = Admission { operator: Department::Transport.into(), handling };
///     route.at(&Venue::Centre(Centre::CITY), Offer::Running(&admission)).access()
/// };
/// assert_eq!(access(Handling::PassOn), Access::PassOn);
/// assert_eq!(access(Handling::Decide(Bearer::Competent)), Access::Closed(Closed::SealNo2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// 委托收件、受审分离: it takes in and passes on; who decides does not change.
    PassOn,
    /// 窗口直接办理: it decides, in the name and with the *own* seal of a body that has the power: so never with Seal No. 2.
    Decide(Bearer),
}

/// 名义单位: in whose name, and so with whose own seal, a window decides (`S12`). No record can name a third body: power is not handed on.
///
/// ```
/// use tongquan::{Department, Edition, Region, Route, Scope, Seal, Venue, place::Centre, route::{Access, Admission, Bearer, Handling, Offer}};
/// let admission = Admission { operator: Department::Transport.into(), handling: Handling::Decide(Bearer::Department) };
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// let at_window = route.at(&Venue::Centre(Centre::CITY), Offer::Running(&admission));
/// assert_eq!(at_window.access(), Access::Direct(Bearer::Department));
/// // the department decides there itself, with its own seal, and no Seal No. 2 is used
/// assert_eq!((route.seal().is, at_window.seal().is), (Seal::No2, Seal::Department));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// 有权的县级单位: the competent county body, which decides with a seal of its own.
    Competent,
    /// 市级部门: the item's city department, whose own staff sit at the window; not for what was devolved directly, since that power is the region's.
    Department,
}

/// 收件权限: what a permission gives: who runs the window, and what it does. A case keeps it.
///
/// ```
/// use tongquan::{AnyCase, route::Handling};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/foreign_venue.json")?)?;
/// let opening = case.record().opening(); // filed online
/// let given = opening.found.admission.as_ref().ok_or("filed at the competent counter")?;
/// assert_eq!(given.operator.label(), "在线政务服务平台运维方（虚构）");
/// assert_eq!(given.handling, Handling::PassOn);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AdmissionOf{B}"))]
#[serde(deny_unknown_fields)]
pub struct Admission<B = Body> {
    /// 运营单位: who runs the window; a row of the registers names it by [`BodyRef`](crate::body::BodyRef).
    pub operator: B,
    /// 权限: what it does.
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

/// 登记的收件权限: what the register says of a venue on a day (`S13`).
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, Venue, route::{Access, Closed, Offer}};
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// assert_eq!(route.at(&Venue::Online, Offer::NotRecorded).access(), Access::Closed(Closed::NotRecorded));
/// let begins = Offer::NotBegun("2024-07-01".parse()?);
/// assert_eq!(route.at(&Venue::Online, begins).access().label(), "登记的收件权限尚未开始");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer<'a> {
    /// 未登记: no permission is on record, so nothing has started there (`S13`).
    NotRecorded,
    /// 尚未开始: a permission begins on this later day.
    NotBegun(NaiveDate),
    /// 已终止: a permission ended with this day.
    Ended(NaiveDate),
    /// 有效: a permission runs.
    Running(&'a Admission),
}
