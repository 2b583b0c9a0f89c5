use serde::{Deserialize, Serialize};

use super::{Cell, Class, Item, Modality, Standing, Why};
use crate::{
    body::Department,
    law::{Fact, Faults, Rule},
    place::{Region, Regions},
};

/// 放权: how a city item is handed to the regions: by one modality, but for the regions that an exception names and those that it is not
/// devolved to.
///
/// ```
/// use tongquan::{Edition, Modality, Region};
/// let item = Edition::built_in().annex_1(20)?; // forward service window; substantive review outside 任城区 and the zones
/// let devolution = item.devolution().expect("a city item");
/// assert_eq!((devolution.modality, devolution.exceptions.len()), (Modality::Window, 10));
/// assert_eq!(devolution.in_region(Region::Wenshang), Some(Modality::Review));
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Devolution {
    /// 市级实施部门: the city department whose item it was.
    pub department: Department,
    /// 同权方式: by which modality, where nothing else is said.
    pub modality: Modality,
    /// 例外: the regions that another modality stands for.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// 暂不下放: the regions that it is not devolved to.
    #[serde(default)]
    pub not_devolved_to: Regions,
}

/// 例外: in one region another modality stands.
///
/// ```
/// use tongquan::{Edition, Modality};
/// let devolution = Edition::built_in().annex_1(20)?.devolution().ok_or("not the city's")?;
/// assert!(devolution.exceptions.iter().all(|it| it.modality == Modality::Review)); // the column has a forward service window
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// 区域: the region that has it otherwise.
    pub region: Region,
    /// 同权方式: by which; not that of the list's column.
    pub modality: Modality,
}

impl From<&Exception> for Fact {
    fn from(it: &Exception) -> Self {
        Self::List(vec![it.region.into(), it.modality.into()])
    }
}

impl Devolution {
    /// Without exceptions.
    pub const fn new(department: Department, modality: Modality) -> Self {
        Self { department, modality, exceptions: Vec::new(), not_devolved_to: Regions::NONE }
    }

    /// By which modality a region has it; none where it is not devolved to it.
    pub fn in_region(&self, region: Region) -> Option<Modality> {
        if self.not_devolved_to.contains(region) {
            return None;
        }
        let excepted = self.exceptions.iter().find(|it| it.region == region);
        Some(excepted.map_or(self.modality, |it| it.modality))
    }

    /// The regions that have it.
    pub fn regions(&self) -> Regions {
        Region::all().filter(|it| !self.not_devolved_to.contains(*it)).collect()
    }

    pub(super) fn class(&self, why: Why) -> Class {
        Class::by_region(|region| Cell { standing: self.standing(region), why })
    }

    pub(super) fn standing(&self, region: Region) -> Standing {
        self.in_region(region).map_or(Standing::NotDevolved, Standing::Devolved)
    }

    /// What is said of regions is said once, and says something: whether it does.
    pub(super) fn check(&self, path: &dyn Fn() -> String, faults: &mut Faults) -> bool {
        let before = faults.all().len();
        let list = || path() + ".exceptions";
        faults.once(Rule::NamedOnce, list, self.exceptions.iter().map(|it| it.region));
        for it in &self.exceptions {
            faults.require(it.modality != self.modality, Rule::ExceptionsApart, || (list(), OTHER_THAN_COLUMN, it));
            let devolved = !self.not_devolved_to.contains(it.region);
            faults.require(devolved, Rule::ExceptionsApart, || (list(), DEVOLVED_THERE, it));
        }
        faults.all().len() == before
    }
}

const OTHER_THAN_COLUMN: Fact =
    Fact::Term { zh: "与清单“同权方式”栏不同的方式", en: "a modality other than the column's" };
const DEVOLVED_THERE: Fact = Fact::Term { zh: "已下放的区域", en: "a region that it is devolved to" };

impl Item<'_> {
    /// 放权: how it is handed to the regions, as data; none for what was not the city's.
    pub fn devolution(self) -> Option<Devolution> {
        let (department, modality) = self.department().zip(self.column())?;
        let mut it = Devolution::new(department, modality);
        for region in Region::all() {
            match self.cell(region).standing {
                Standing::Devolved(other) if other != modality => {
                    it.exceptions.push(Exception { region, modality: other });
                }
                Standing::Devolved(_) => {}
                Standing::NotDevolved
                | Standing::RegionChooses
                | Standing::Chosen(_)
                | Standing::Original
                | Standing::Reserved
                | Standing::Unresolved => it.not_devolved_to = it.not_devolved_to.with(region),
            }
        }
        Some(it)
    }
}
