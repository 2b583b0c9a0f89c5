use std::fmt;

use super::{Body, Department, Unit, UnitKind};
use crate::{
    law::Fact,
    place::{Region, Township},
};

/// 所指单位: who an answer of a route names. Copied freely: it borrows the names that records gave.
///
/// ```
/// use tongquan::{Department, Edition, Party, Region, Route, Scope};
/// let route = Route::of(Edition::built_in().look_up("A1-36")?, Region::Wenshang, Scope::WITHIN)?;
/// // by the list alone the region's body has no name: its plan was not asked
/// assert_eq!(route.decision().is, Party::Undertaker(Region::Wenshang));
/// assert_eq!((route.decision().is.zh(), route.decision().is.to_body()), ("汶上县承办部门".into(), None));
/// assert_eq!(route.respondent().who().department(), Some(Department::Transport));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party<'a> {
    /// 市直部门: a city department.
    Department(Department),
    /// 派驻人员: staff of a city department, posted at a region's centre (`C1`).
    Posted {
        /// The city department whose staff sit there.
        department: Department,
        /// The region at whose centre they sit.
        region: Region,
    },
    /// 派驻乡镇（街道）人员: staff of a county body, who sit in a township (`A2`, `S53`).
    Stationed {
        /// The county body whose staff sit there.
        unit: &'a Unit,
        /// The township in which they sit.
        township: Township,
    },
    /// 承办部门: the body of the region that its undertaking plan is to name (`C2`); the plan was not asked.
    Undertaker(Region),
    /// 承办单位: the region's body, as the plan names it.
    Unit(&'a Unit),
    /// 窗口运营单位: the body that runs a window, as a recorded permission names it.
    Operator(&'a Body),
}

impl Party<'_> {
    /// Whether a body is this one. An undertaker that no plan has named is nobody.
    pub fn is(self, body: &Body) -> bool {
        match (self, body) {
            (Self::Operator(mine), it) => mine.is(it),
            (mine, Body::Department(it)) => mine.department() == Some(*it),
            (mine, Body::Unit(it)) => mine.is_unit(it),
            (_, Body::City(_) | Body::Partner(_)) => false,
        }
    }
    /// Whether another is the same body, or the same region's body that no plan has named.
    pub fn is_same(self, other: Party<'_>) -> bool {
        match (self, other) {
            (Self::Undertaker(mine), Party::Undertaker(it)) => mine == it,
            (_, Party::Undertaker(_)) => false,
            (_, Party::Department(it) | Party::Posted { department: it, .. }) => self.department() == Some(it),
            (_, Party::Unit(it) | Party::Stationed { unit: it, .. }) => self.is_unit(it),
            (_, Party::Operator(it)) => self.is(it),
        }
    }
    fn is_unit(self, other: &Unit) -> bool {
        matches!(self, Self::Unit(mine) | Self::Stationed { unit: mine, .. } | Self::Operator(Body::Unit(mine)) if mine.is(other))
    }
    /// The city department, where it is one or its staff.
    pub const fn department(self) -> Option<Department> {
        match self {
            Self::Department(it) | Self::Posted { department: it, .. } => Some(it),
            Self::Operator(Body::Department(it)) => Some(*it),
            Self::Undertaker(_) | Self::Unit(_) | Self::Stationed { .. } | Self::Operator(_) => None,
        }
    }
    /// The region, where it is a body of one.
    pub const fn region(self) -> Option<Region> {
        match self {
            Self::Undertaker(it) => Some(it),
            Self::Unit(it) | Self::Stationed { unit: it, .. } | Self::Operator(Body::Unit(it)) => Some(it.region),
            Self::Department(_) | Self::Posted { .. } | Self::Operator(_) => None,
        }
    }
    /// Whether both are of one region, or both of the city (`S51`).
    pub(crate) fn is_near(self, other: Party<'_>) -> bool {
        let of_the_city = |it: Party<'_>| it.department().is_some() || matches!(it, Party::Operator(Body::City(_)));
        self.region().zip(other.region()).is_some_and(|(a, b)| a == b) || (of_the_city(self) && of_the_city(other))
    }
    /// Whether it is a region's approval bureau; not known while the plan was not asked.
    pub fn is_approval_bureau(self) -> bool {
        matches!(self, Self::Unit(unit) | Self::Stationed { unit, .. } | Self::Operator(Body::Unit(unit)) if unit.kind == UnitKind::ApprovalBureau)
    }
    /// The body, where a name is known.
    pub fn to_body(self) -> Option<Body> {
        match self {
            Self::Department(it) | Self::Posted { department: it, .. } => Some(it.into()),
            Self::Undertaker(_) => None,
            Self::Unit(it) | Self::Stationed { unit: it, .. } => Some(it.clone().into()),
            Self::Operator(it) => Some(it.clone()),
        }
    }
    /// Who it is, in Chinese.
    pub fn zh(self) -> String {
        match self {
            Self::Department(it) => it.label().to_owned(),
            Self::Posted { department, region } => format!("{}派驻{region}窗口人员", department.label()),
            Self::Stationed { unit, township } => format!("{unit}派驻{township}人员"),
            Self::Undertaker(region) => format!("{region}承办部门"),
            Self::Unit(it) => it.to_string(),
            Self::Operator(it) => it.label().to_owned(),
        }
    }
}

impl fmt::Display for Party<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Department(it) => it.fmt(f),
            Self::Posted { department, region } => write!(f, "{department}'s staff at {region}"),
            Self::Stationed { unit, township } => write!(f, "{unit}'s staff in {township}"),
            Self::Undertaker(region) => write!(f, "{region}'s handling body"),
            Self::Unit(it) => it.fmt(f),
            Self::Operator(it) => it.fmt(f),
        }
    }
}

impl From<Party<'_>> for Fact {
    fn from(it: Party<'_>) -> Self {
        match it {
            Party::Department(it) => it.into(),
            Party::Unit(it) => it.into(),
            Party::Operator(it) => it.into(),
            Party::Posted { .. } | Party::Stationed { .. } | Party::Undertaker(_) => Self::told_by(&it),
        }
    }
}
