use std::fmt;

use serde::{Deserialize, Serialize};

use super::roll::Modalities;
use crate::{body::Department, catalogue::Modality, law::Fact, place::Region};

/// 责任单位: a unit that the document's duties bind: a city department, or a region as a whole.
///
/// ```
/// use tongquan::{Department, register::Responsible};
/// let by: Responsible = serde_json::from_str(r#"{"department": "transport"}"#)?;
/// assert_eq!(by, Responsible::Department(Department::Transport));
/// assert_eq!(Responsible::all().count(), 30);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// 市级部门: a city department.
    Department(Department),
    /// 区域: a region: which of its units acts is its own business.
    Region(Region),
}

impl Responsible {
    /// All there are, departments first.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        Department::all().map(Self::Department).chain(Region::all().map(Self::Region))
    }
    /// Its name in the document.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Department(it) => it.label(),
            Self::Region(it) => it.label(),
        }
    }
    /// Whether what it owes lies in a region: a department's in all of them.
    pub(super) fn concerns(self, region: Region) -> bool {
        match self {
            Self::Department(_) => true,
            Self::Region(it) => it == region,
        }
    }
}

impl fmt::Display for Responsible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Department(it) => it.fmt(f),
            Self::Region(it) => it.fmt(f),
        }
    }
}

impl From<Department> for Responsible {
    fn from(it: Department) -> Self {
        Self::Department(it)
    }
}

impl From<Region> for Responsible {
    fn from(it: Region) -> Self {
        Self::Region(it)
    }
}

impl From<Responsible> for Fact {
    fn from(it: Responsible) -> Self {
        match it {
            Responsible::Department(it) => it.into(),
            Responsible::Region(it) => it.into(),
        }
    }
}

/// 约束对象: whom of a clause's own line a duty binds (`S55`). Closed for one version of the crate.
///
/// ```
/// use tongquan::{Modality, Office, register::{Binds, Obligation}};
/// let seals = Obligation::HandOverSeals;
/// assert_eq!(seals.binds(), [Binds::DepartmentsWith(Modality::Review)]);
/// assert_eq!(seals.binds()[0].label(), "有下放实质性审核权事项的市直部门（单位）");
/// // whom that is, depends on the list of the day
/// assert_eq!(Office::built_in().now().bound(seals, "2024-03-04".parse()?).len(), 10);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Binds {
    /// 各县（市、区）、功能区: all 15.
    Regions,
    /// 设有中心的区域: those that have a service centre of their own (`S1`).
    RegionsWithCentre,
    /// 市直各有关部门（单位）: those that have items of the reform on the day.
    Departments,
    /// 有某类事项的市直部门: those that have items of one modality on the day, in whatever region.
    DepartmentsWith(Modality),
    /// 指明的单位: one unit that the clause names, or means.
    Only(Responsible),
}

impl Binds {
    /// Whether a unit is bound whatever is on the list.
    pub(super) fn names(self, by: Responsible) -> bool {
        match (self, by) {
            (Self::Regions, Responsible::Region(_)) => true,
            (Self::RegionsWithCentre, Responsible::Region(region)) => region.centre().is_some(),
            (Self::Only(it), _) => it == by,
            (
                Self::Regions | Self::RegionsWithCentre | Self::Departments | Self::DepartmentsWith(_),
                Responsible::Department(_) | Responsible::Region(_),
            ) => false,
        }
    }

    /// Whether a department is bound that has items of these modalities.
    pub(super) fn is_of_department_with(self, devolved: Modalities) -> bool {
        match self {
            Self::Departments => !devolved.is_none(),
            Self::DepartmentsWith(modality) => devolved.has(modality),
            Self::Regions | Self::RegionsWithCentre | Self::Only(_) => false,
        }
    }

    /// The document's own word, or ours where it has none.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Regions => "各县（市、区）、功能区",
            Self::RegionsWithCentre => "设有为民服务中心的县（市、区）、功能区",
            Self::Departments => "有同权事项的市直部门（单位）",
            Self::DepartmentsWith(Modality::Direct) => "有直接下放事项的市直部门（单位）",
            Self::DepartmentsWith(Modality::Window) => "有窗口前移事项的市直部门（单位）",
            Self::DepartmentsWith(Modality::Review) => "有下放实质性审核权事项的市直部门（单位）",
            Self::DepartmentsWith(Modality::Intake) => "有委托收件事项的市直部门（单位）",
            Self::Only(it) => it.label(),
        }
    }
    /// The English term.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Regions => "the regions",
            Self::RegionsWithCentre => "the regions that have a centre",
            Self::Departments => "the city departments that have items of the reform",
            Self::DepartmentsWith(Modality::Direct) => "the city departments that have items in direct devolution",
            Self::DepartmentsWith(Modality::Window) => "the city departments that have items in forward service window",
            Self::DepartmentsWith(Modality::Review) => "the city departments that have items in substantive review",
            Self::DepartmentsWith(Modality::Intake) => "the city departments that have items in entrusted intake",
            Self::Only(Responsible::Department(it)) => it.english(),
            Self::Only(Responsible::Region(it)) => it.label(),
        }
    }
}

impl fmt::Display for Binds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

impl From<Binds> for Fact {
    fn from(it: Binds) -> Self {
        Self::Term { zh: it.label(), en: it.english() }
    }
}
