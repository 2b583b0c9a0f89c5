use serde::{Deserialize, Serialize};

use super::{Chosen, Supervision};
use crate::{
    body::{Unit, UnitKind},
    place::Centre,
};

/// 承接情况: what a region's undertaking plan says of one item on a day (`C2`), as far as a route needs it. Borrowed from the plan.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let plan = case.record().brief().undertaking.view(); // what the region's plan said on the filing day
/// assert_eq!(plan.handler.map(|it| it.name.as_str()), Some("汶上县行政审批服务局（虚构）"));
/// assert!(plan.is_bureaus()); // so its supervisors are pushed what it decides
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undertaking<'a> {
    /// 承办部门: the body that handles the item; none named, and what is devolved stays the city's (`S11`).
    pub handler: Option<&'a Unit>,
    /// Whether the city department has posted staff at the region's centre that day; without them a forward service window stays the city's (`S11`).
    pub posted: bool,
    /// The centre that serves the region, where it has none of its own or the plan names another (`S1`).
    pub centre: Option<Centre>,
    /// Who supervises what the approval bureau handled (`C11`, `C12`, `S5`).
    pub supervision: &'a Supervision,
    /// 本区域的选择: what the region chose for a three-tier item in the township of the place; none where it chose nothing there (`S53`).
    pub chosen: Option<&'a Chosen>,
}

impl<'a> Undertaking<'a> {
    /// Who supervises: of a three-tier item as the choice names them, else as the plan does.
    pub const fn supervised_by(&self) -> &'a Supervision {
        match self.chosen {
            Some(chosen) => &chosen.supervision,
            None => self.supervision,
        }
    }

    /// Whether the handling body is the region's approval bureau.
    pub const fn is_bureaus(&self) -> bool {
        matches!(self.handler, Some(unit) if matches!(unit.kind, UnitKind::ApprovalBureau))
    }
}

/// 承接情况: the same, kept: what a case found on its filing day.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let kept = &case.record().brief().undertaking;
/// assert!(kept.chosen.is_none() && kept.centre.is_none()); // no three-tier item, and the region's own centre serves it
/// assert_eq!(kept.view().supervised_by(), &kept.supervision);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UndertakingRecord {
    /// 承办部门: the body that handles the item, where one is named ([`Undertaking::handler`]).
    pub handler: Option<Unit>,
    /// 派驻: whether the city department had staff at the centre ([`Undertaking::posted`]).
    pub posted: bool,
    /// 服务中心: the centre that serves the region, where it is not its own ([`Undertaking::centre`]).
    pub centre: Option<Centre>,
    /// 监管单位: who supervises what the approval bureau handled ([`Undertaking::supervision`]).
    pub supervision: Supervision,
    /// 本区域的选择: what the region chose for a three-tier item in the township ([`Undertaking::chosen`]).
    pub chosen: Option<Chosen>,
}

impl UndertakingRecord {
    /// The same, borrowed.
    pub const fn view(&self) -> Undertaking<'_> {
        Undertaking {
            handler: self.handler.as_ref(),
            posted: self.posted,
            centre: self.centre,
            supervision: &self.supervision,
            chosen: self.chosen.as_ref(),
        }
    }
}

impl From<Undertaking<'_>> for UndertakingRecord {
    fn from(it: Undertaking<'_>) -> Self {
        Self {
            handler: it.handler.cloned(),
            posted: it.posted,
            centre: it.centre,
            supervision: it.supervision.clone(),
            chosen: it.chosen.cloned(),
        }
    }
}
