use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{
    ElectronicMeans, Registers, SealId, SealState, coverage::Coverage, index::BoundRow, line::Line, seals::Using,
};
use crate::{
    body::{Department, UnitKind},
    catalogue::{Edition, Item, Modality, Standing},
    law::{Fact, Source, ids},
    place::Region,
    route::{ChosenWay, Effect, Gap, Owes, Tier, Undertaking},
};

/// 承接准备: whether everything is on record that an item needs in a region on a day, or all that is missing (`C1`, `C2`, `C4` to `C7`, `C10` to `C12`; of three-tier
/// items `A2`, `C15`).
///
/// It is a report: it bars only what is impossible (`S11`), and each gap tells what it bars.
///
/// ```
/// use tongquan::{Edition, Office, Region, route::{Effect, Gap, Owes}};
/// let item = Edition::built_in().look_up("A1-36")?; // substantive review in 汶上县
/// let readiness = Office::built_in().readiness(item, Region::Wenshang, "2024-03-04".parse()?);
/// assert!(!readiness.is_ready());
/// let seal = readiness.missing().find(|it| it.gap == Gap::NoSealNo2).unwrap();
/// assert_eq!((seal.effect, seal.owes), (Effect::WaitsToBeSealed, Owes::Department));
/// assert_eq!(seal.due, Some("2021-06-30".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    region: Region,
    day: NaiveDate,
    standing: Standing,
    department: Option<Department>,
    gaps: Vec<Gap>,
    /// Whether the days that the document names are meant for it: not of what a service added, or an amendment changed since.
    dated: bool,
    seals: Vec<(SealId, SealState)>,
}

/// 所缺: one thing that is missing.
///
/// ```
/// use tongquan::{Department, Edition, Office, Region, route::Gap};
/// let item = Edition::built_in().look_up("A1-36")?;
/// let readiness = Office::built_in().readiness(item, Region::Wenshang, "2024-03-04".parse()?);
/// // what the city owes is a finding against a department
/// let seal = readiness.findings().find(|it| it.gap == Gap::NoSealNo2).ok_or("nothing is missing")?;
/// assert_eq!((seal.department, seal.overdue), (Some(Department::Transport), true));
/// assert_eq!(seal.zh(), "没有可用的2号章〔C6〕由市交通运输局负责，应于2021-06-30前完成，已逾期；办至用印前等候");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// What is missing, by its kind.
    pub gap: Gap,
    /// What asks for it.
    pub basis: &'static [Source],
    /// Who is to supply it.
    pub owes: Owes,
    /// The city department, where it is the one.
    pub department: Option<Department>,
    /// The region that goes without, or that is to supply it.
    pub region: Region,
    /// The day by which the document wanted it; none where it names no day, as of items that are not its own or that an amendment changed since.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed without it; a Seal No. 2 that is there and out of service was supplied once.
    pub overdue: bool,
    /// What it bars, if anything.
    pub effect: Effect,
}

impl Readiness {
    /// Whether nothing is missing, for an item that the region is to handle: devolved to it, chosen by it, or its own from before.
    pub const fn is_ready(&self) -> bool {
        self.gaps.is_empty() && self.is_the_regions()
    }
    /// Whether the region is to handle the item at all; of another nothing is asked, and it is not ready either.
    pub const fn is_the_regions(&self) -> bool {
        matches!(self.standing, Standing::Devolved(_) | Standing::Chosen(_) | Standing::Original)
    }
    /// How the item stands in the region, on which it depends what is asked.
    pub const fn standing(&self) -> Standing {
        self.standing
    }
    /// What is missing, in a fixed order.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }
    /// What is missing, each with what asks for it, who owes it, by when, and what it bars.
    pub fn missing(&self) -> impl Iterator<Item = Missing> {
        let modality = if let Standing::Devolved(modality) = self.standing { Some(modality) } else { None };
        self.gaps.iter().map(move |gap| {
            let owes =
                if self.department.is_none() && gap.owes() == Owes::Department { Owes::Region } else { gap.owes() };
            let due = gap.due().filter(|_| self.dated);
            // what was supplied once was not supplied late
            let supplied = *gap == Gap::NoSealNo2 && !self.seals.is_empty();
            let department = match owes {
                Owes::Region => None,
                Owes::Department => self.department,
                Owes::ApprovalService => Some(Department::ApprovalService),
            };
            Missing {
                gap: *gap,
                basis: gap.basis(),
                owes,
                department,
                region: self.region,
                due,
                overdue: due.is_some_and(|due| due < self.day && !supplied),
                effect: gap.effect(modality),
            }
        })
    }
    /// 印章现状: the Seals No. 2 of the department that the region holds, with their states.
    pub fn seals(&self) -> &[(SealId, SealState)] {
        &self.seals
    }
    /// What the city owes: a finding against the department named (`C2`). What it bars, each tells.
    pub fn findings(&self) -> impl Iterator<Item = Missing> {
        self.missing().filter(|it| it.owes != Owes::Region)
    }
}

/// Written with whether it is ready, and everything that is missing.
impl Serialize for Readiness {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let missing: Vec<Missing> = self.missing().collect();
        let mut told = to.serialize_struct("Readiness", 6)?;
        told.serialize_field("region", &self.region)?;
        told.serialize_field("day", &self.day)?;
        told.serialize_field("standing", &self.standing)?;
        told.serialize_field("ready", &self.is_ready())?;
        told.serialize_field("missing", &missing)?;
        told.serialize_field("seals", &self.seals)?;
        told.end()
    }
}

impl Missing {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let who = self.department.map_or_else(|| self.region.to_string(), |it| it.label().to_owned());
        let due = self.due.map(|due| format!("，应于{due}前完成{}", if self.overdue { "，已逾期" } else { "" }));
        format!(
            "{}〔{}〕由{who}负责{}；{}",
            self.gap.label(),
            ids(self.basis),
            due.unwrap_or_default(),
            self.effect.label()
        )
    }
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let who = self.department.map_or_else(|| self.region.to_string(), |it| it.to_string());
        write!(f, "{} [{}], owed by {who}", self.gap, ids(self.basis))?;
        if let Some(due) = self.due {
            write!(f, ", due {due}{}", if self.overdue { ", overdue" } else { "" })?;
        }
        write!(f, "; {}", self.effect)
    }
}

impl From<Missing> for Fact {
    fn from(it: Missing) -> Self {
        it.gap.into()
    }
}

impl<'o> Registers<'o> {
    /// 承接准备 of an item in a region on a day, for a matter that lies within it.
    pub fn readiness(self, item: Item<'_>, region: Region, day: NaiveDate) -> Readiness {
        let gaps = self.gaps(item, region, item.cell(region).standing, day);
        self.told(item, region, day, gaps)
    }

    /// One of the things that may be missing; none where it is there, or is not asked.
    pub(super) fn missing(self, gap: Gap, item: Item<'_>, region: Region, day: NaiveDate) -> Option<Missing> {
        if !self.asks(item, region, item.cell(region).standing, day).lacks(gap) {
            return None;
        }
        self.told(item, region, day, vec![gap]).missing().next()
    }

    fn told(self, item: Item<'_>, region: Region, day: NaiveDate, gaps: Vec<Gap>) -> Readiness {
        let department = item.department();
        let held = department.into_iter().flat_map(|it| self.seals_held(it, region, day));
        let seals = held.filter_map(|seal| Some((seal, self.seal_state(seal, day)?))).collect();
        let dated = Edition::built_in().find(item.key()).is_some_and(|listed| {
            (listed.cell(region).standing, listed.department()) == (item.cell(region).standing, item.department())
        });
        Readiness { region, day, standing: self.standing(item, region, day), department, gaps, dated, seals }
    }

    /// What is missing for an item that stands so.
    pub(crate) fn gaps(self, item: Item<'_>, region: Region, standing: Standing, day: NaiveDate) -> Vec<Gap> {
        let asks = self.asks(item, region, standing, day);
        Gap::ALL.into_iter().filter(|gap| asks.lacks(*gap)).collect()
    }

    fn asks<'a>(self, item: Item<'a>, region: Region, standing: Standing, day: NaiveDate) -> Asks<'a, 'o> {
        let (undertaking, row) = (self.undertaking(item, region, day), self.undertaken(item, region, day));
        Asks { registers: self, item, region, standing, day, undertaking, row }
    }
}

struct Asks<'a, 'o> {
    registers: Registers<'o>,
    item: Item<'a>,
    region: Region,
    standing: Standing,
    day: NaiveDate,
    undertaking: Undertaking<'o>,
    row: Option<&'o BoundRow>,
}

impl Asks<'_, '_> {
    fn lacks(&self, gap: Gap) -> bool {
        let Self { registers, item, region, standing, day, undertaking, row } = *self;
        let Standing::Devolved(modality) = standing else {
            // of what is not devolved here, the handbook alone is asked, and the choice where there is one to make
            if standing == Standing::RegionChooses {
                return self.lacks_of_chosen(gap);
            }
            let unhandled = gap == Gap::NoHandler && standing == Standing::Original && undertaking.handler.is_none();
            return unhandled || (gap == Gap::NoStandard && registers.standard(item.key(), region, day).is_none());
        };
        let index = &registers.office.index;
        let uses = row.map(|it| it.uses).unwrap_or_default();
        match gap {
            Gap::NotChosen | Gap::SealNotNamed => false,
            Gap::NoHandler => undertaking.handler.is_none(),
            Gap::NoCentre => undertaking.centre.or_else(|| region.centre()).is_none(),
            Gap::NotStationed => !self.covered(index.stationings.get(&region)),
            Gap::NoStandard => registers.standard(item.key(), region, day).is_none(),
            Gap::NoAdviser => registers.adviser(item, day).is_none(),
            Gap::NoStaffPosted => modality == Modality::Window && !undertaking.posted,
            Gap::NoSealNo2 => modality == Modality::Review && !self.served(false),
            Gap::NoElectronicSeal => {
                uses.seal
                    && if modality == Modality::Review { !self.served(true) } else { !self.has(ElectronicMeans::Seal) }
            }
            Gap::NoElectronicLicence => uses.licence && !self.has(ElectronicMeans::Licence),
            Gap::NotOnPlatform => !self.covered(index.on_platform.get(&region)),
            Gap::EmptySeat(tier) => self.seat_is_empty(tier, modality),
        }
    }

    /// Of a three-tier item: that the region chose, a seal for what it has reviewed, the handbook, and who watches over what its bureau
    /// decides.
    fn lacks_of_chosen(&self, gap: Gap) -> bool {
        let Self { registers, item, region, day, .. } = *self;
        let choice = registers.choice(item, region, day);
        match gap {
            Gap::NotChosen => choice.is_none(),
            Gap::SealNotNamed => choice.is_some_and(|it| matches!(it.way, ChosenWay::Review { seal: None })),
            Gap::NoStandard => registers.standard(item.key(), region, day).is_none(),
            Gap::EmptySeat(tier) => choice.is_some_and(|it| {
                let decides = matches!(it.way.modality(), Modality::Window | Modality::Intake);
                let bureau = it.way.county().is_some_and(|it| it.kind == UnitKind::ApprovalBureau);
                let mut chosen = it.in_township.values();
                decides && bureau && chosen.any(|it| it.supervision.seat(tier, None).is_none())
            }),
            // what an item needs at the county's centre, a township's does not
            Gap::NoHandler
            | Gap::NoCentre
            | Gap::NotStationed
            | Gap::NoAdviser
            | Gap::NoStaffPosted
            | Gap::NoSealNo2
            | Gap::NoElectronicSeal
            | Gap::NoElectronicLicence
            | Gap::NotOnPlatform => false,
        }
    }

    fn covered(&self, coverage: Option<&Coverage<Line>>) -> bool {
        let asked = self.registers.as_of(self.day);
        coverage.is_some_and(|it| it.on(self.item.key(), self.item.kind(), asked).is_some())
    }

    fn has(&self, what: ElectronicMeans) -> bool {
        self.covered(self.registers.office.index.electronics.get(&(what, self.region)))
    }

    fn served(&self, twin: bool) -> bool {
        let Some(department) = self.item.department() else { return false };
        let using = Using { item: self.item.key(), kind: self.item.kind(), filed: self.day };
        let asked = self.registers.as_of(self.day);
        self.registers.office.index.seals.serves(department, self.region, twin, using, asked)
    }

    /// The seats watch over what the approval bureau decides: nothing is pushed of what the city does (`S18`).
    fn seat_is_empty(&self, tier: Tier, modality: Modality) -> bool {
        let decides = matches!(modality, Modality::Direct | Modality::Review);
        let Some(row) = self.row.filter(|_| decides) else { return false };
        row.handler.kind == UnitKind::ApprovalBureau && row.supervision.seat(tier, self.item.department()).is_none()
    }
}
