use std::fmt;

use serde::{Deserialize, Serialize};

use super::Department;
use crate::{
    law::Fact,
    place::Region,
    term::{named, terms},
    text::{Mark, Text},
};

/// 单位性质: what a region's unit is to a case.
///
/// ```
/// use tongquan::{Office, body::{Body, UnitKind}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let Some(Body::Unit(handler)) = office.now().body(&"wenshang-bureau".parse()?) else { return Err("not on record".into()) };
/// assert_eq!(handler.kind, UnitKind::ApprovalBureau); // so what it decides is pushed to those who supervise
/// assert_eq!((handler.kind.label(), handler.kind.english()), ("行政审批服务局", "administrative approval service bureau"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 行政审批服务局: what it handles is supervised by others, so it owes pushes (`C11`, `C12`).
    ApprovalBureau,
    /// 行业主管部门: a sector department.
    Sector,
    /// 执法机构: an enforcement body.
    Enforcement,
    /// 乡镇（街道）: a township government or subdistrict office.
    Township,
}

terms!(UnitKind {
    Self::ApprovalBureau => "行政审批服务局", "administrative approval service bureau";
    Self::Sector => "行业主管部门", "sector department";
    Self::Enforcement => "执法机构", "enforcement body";
    Self::Township => "乡镇（街道）", "township";
});
named!(word: UnitKind);

/// 承办单位: a unit of a region, under the name that the region itself gave it. The crate knows no such names. It is known by its id: under
/// another name it is the same unit.
///
/// ```
/// use tongquan::body::Unit;
/// let unit: Unit = serde_json::from_str(r#"{"id": "ws-bureau", "region": "wenshang", "kind": "approval_bureau", "name": "（虚构）承办单位"}"#)?;
/// let renamed = Unit { name: "（虚构）改名后的承办单位".parse()?, ..unit.clone() };
/// assert!(renamed.is(&unit) && renamed != unit); // known by its id and region
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// 单位代号: given by the service, for good.
    pub id: Mark,
    /// 区域: the region that it belongs to.
    pub region: Region,
    /// 单位性质: what it is to a case.
    pub kind: UnitKind,
    /// 名称: its name.
    pub name: Text,
}

impl Unit {
    /// Whether another is the same unit, under whatever name.
    pub fn is(&self, other: &Self) -> bool {
        self.id == other.id && self.region == other.region
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name.as_str())
    }
}

/// 机构: a body that the document does not name and that belongs to no region, known by its id.
///
/// ```
/// use tongquan::body::{Agency, Body};
/// let agency: Agency = serde_json::from_str(r#"{"id": "city-law", "name": "（虚构）市级执法机构"}"#)?;
/// let renamed = Agency { name: "（虚构）改名后的机构".parse()?, ..agency.clone() };
/// assert!(Body::City(renamed.clone()).is(&Body::City(agency))); // of `agencies`
/// assert_eq!(Body::Partner(renamed).label(), "（虚构）改名后的机构"); // of `partners`
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// 机构代号: given by the service, for good.
    pub id: Mark,
    /// 名称: its name.
    pub name: Text,
}

/// 单位指称: how a row of the registers names a body.
///
/// ```
/// use tongquan::{Department, body::BodyRef, route::Supervision};
/// let seats: Supervision<BodyRef> = serde_json::from_str(
///     r#"{"county_supervisor": {"body": "ws-traffic"}, "city_enforcement": {"department": "transport"}}"#)?;
/// assert_eq!(seats.county_supervisor, Some(BodyRef::Body("ws-traffic".parse()?))); // of `units` or `agencies`
/// assert_eq!(seats.city_enforcement, Some(BodyRef::Department(Department::Transport)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BodyRef {
    /// 市级部门: a city department.
    Department(Department),
    /// 登记单位: a body on record, by its id.
    Body(Mark),
}

/// 单位: a body that acts.
///
/// ```
/// use tongquan::{Office, body::Body};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let Some(Body::City(it)) = office.now().body(&"city-enforcement".parse()?) else { return Err("not on record".into()) };
/// assert_eq!(it.name.as_str(), "市级执法机构（虚构）");
/// let partner = office.now().body(&"online-operator".parse()?).ok_or("not on record")?;
/// assert!(matches!(partner, Body::Partner(_))); // it runs a window, and decides nothing
/// assert_eq!(serde_json::to_value(Body::from(tongquan::Department::Transport))?, serde_json::json!({"department": "transport"}));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// 市级部门: a city department.
    Department(Department),
    /// 市级单位: a city body that the document does not name, an enforcement body for one.
    City(Agency),
    /// 区域单位: a unit of a region.
    Unit(Unit),
    /// 合作单位: a partner that runs a window and is no authority: a bank, the keeper of a kiosk or of the online platform.
    Partner(Agency),
}

impl Body {
    /// Its Chinese name.
    pub fn label(&self) -> &str {
        match self {
            Self::Department(it) => it.label(),
            Self::Unit(it) => it.name.as_str(),
            Self::City(it) | Self::Partner(it) => it.name.as_str(),
        }
    }
    /// 单位代号: the id by which it is known; none for a city department.
    pub const fn id(&self) -> Option<&Mark> {
        match self {
            Self::Department(_) => None,
            Self::Unit(it) => Some(&it.id),
            Self::City(it) | Self::Partner(it) => Some(&it.id),
        }
    }
    /// Whether another is the same body: the same department, or known by the same id.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Department(mine), Self::Department(it)) => mine == it,
            (Self::Unit(mine), Self::Unit(it)) => mine.is(it),
            (Self::City(mine), Self::City(it)) | (Self::Partner(mine), Self::Partner(it)) => mine.id == it.id,
            _ => false,
        }
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Department(it) => it.fmt(f),
            Self::Unit(it) => it.fmt(f),
            Self::City(it) | Self::Partner(it) => it.name.fmt(f),
        }
    }
}

impl From<Department> for Body {
    fn from(it: Department) -> Self {
        Self::Department(it)
    }
}

impl From<Unit> for Body {
    fn from(it: Unit) -> Self {
        Self::Unit(it)
    }
}

impl From<&Unit> for Body {
    fn from(it: &Unit) -> Self {
        Self::Unit(it.clone())
    }
}

impl From<&BodyRef> for Fact {
    fn from(it: &BodyRef) -> Self {
        match it {
            BodyRef::Department(it) => (*it).into(),
            BodyRef::Body(id) => id.into(),
        }
    }
}

/// What it is to a case is said where its name does not say it.
impl From<&Unit> for Fact {
    fn from(it: &Unit) -> Self {
        let (name, kind) = (it.name.as_str(), it.kind);
        if name.contains(kind.label()) {
            return it.name.clone().into();
        }
        Self::Told { zh: format!("{name}，{}", kind.label()), en: format!("{name} ({kind})") }
    }
}

impl From<&Body> for Fact {
    fn from(it: &Body) -> Self {
        match it {
            Body::Department(it) => (*it).into(),
            Body::Unit(it) => it.into(),
            Body::City(it) | Body::Partner(it) => it.name.clone().into(),
        }
    }
}
