use serde::{Deserialize, Serialize};

use super::{Answer, Route, hands::Whose};
use crate::{
    body::{Body, Department, Party},
    law::{Clause, Silence, Source},
    term::{named, terms},
};

/// 监管单位: who supervises and who enforces, as the undertaking plan names them. At city tier the item's department stands in where none
/// is named, unless that is 市行政审批服务局 itself (`S5`). A plan names them by [`BodyRef`](crate::body::BodyRef).
///
/// ```
/// use tongquan::{AnyCase, Department, route::Tier};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let named = &case.record().brief().undertaking.supervision; // as the plan had them on the filing day
/// assert_eq!(named.named(Tier::CountyEnforcement).map(|it| it.label()), Some("汶上县执法机构（虚构）"));
/// // nobody is named at the city's tier, so the item's department sits there
/// assert_eq!(named.named(Tier::CitySupervisor), None);
/// let sits = named.seat(Tier::CitySupervisor, Some(Department::NaturalResources));
/// assert_eq!(sits.map(|it| it.zh()).as_deref(), Some("市自然资源和规划局"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SupervisionBy{B}"))]
#[serde(deny_unknown_fields)]
pub struct Supervision<B = Body> {
    /// 县级行业主管部门: the county's sector department, which supervises.
    pub county_supervisor: Option<B>,
    /// 县级执法机构: the county's enforcement body.
    pub county_enforcement: Option<B>,
    /// 市直行业主管部门: the city's sector department, which supervises.
    pub city_supervisor: Option<B>,
    /// 市直监管执法部门: the city's enforcement body.
    pub city_enforcement: Option<B>,
}

/// 监管席位: the four seats that supervise what an approval bureau handled.
///
/// ```
/// use tongquan::route::Tier;
/// let seat: Tier = "市级执法机构".parse()?;
/// assert!(seat.is_city());
/// assert_eq!(serde_json::to_string(&seat)?, r#""city_enforcement""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// 县级监管部门: the county's sector department.
    CountySupervisor,
    /// 县级执法机构: the county's enforcement body.
    CountyEnforcement,
    /// 市级监管部门: the city's sector department.
    CitySupervisor,
    /// 市级执法机构: the city's enforcement body.
    CityEnforcement,
}

impl Tier {
    /// The four, in the order in which they are told everywhere.
    pub const ALL: [Self; 4] =
        [Self::CountySupervisor, Self::CountyEnforcement, Self::CitySupervisor, Self::CityEnforcement];

    /// The seat's name in data.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::CountySupervisor => "county_supervisor",
            Self::CountyEnforcement => "county_enforcement",
            Self::CitySupervisor => "city_supervisor",
            Self::CityEnforcement => "city_enforcement",
        }
    }

    /// 市级: whether the seat is of the city's tier.
    pub const fn is_city(self) -> bool {
        matches!(self, Self::CitySupervisor | Self::CityEnforcement)
    }
}

terms!(Tier {
    Self::CountySupervisor => "县级监管部门", "county supervisor";
    Self::CountyEnforcement => "县级执法机构", "county enforcement body";
    Self::CitySupervisor => "市级监管部门", "city supervisor";
    Self::CityEnforcement => "市级执法机构", "city enforcement body";
});
named!(word: Tier);

impl<B> Supervision<B> {
    /// Nobody is named for any seat, as where a plan tells nothing.
    pub const NOBODY: Self =
        Self { county_supervisor: None, county_enforcement: None, city_supervisor: None, city_enforcement: None };

    /// Whom it names for a seat itself.
    pub const fn named(&self, tier: Tier) -> Option<&B> {
        match tier {
            Tier::CountySupervisor => self.county_supervisor.as_ref(),
            Tier::CountyEnforcement => self.county_enforcement.as_ref(),
            Tier::CitySupervisor => self.city_supervisor.as_ref(),
            Tier::CityEnforcement => self.city_enforcement.as_ref(),
        }
    }

    /// The seats, each as told.
    pub fn by_seat(mut seat: impl FnMut(Tier) -> Option<B>) -> Self {
        Self {
            county_supervisor: seat(Tier::CountySupervisor),
            county_enforcement: seat(Tier::CountyEnforcement),
            city_supervisor: seat(Tier::CitySupervisor),
            city_enforcement: seat(Tier::CityEnforcement),
        }
    }
}

impl<B> Default for Supervision<B> {
    fn default() -> Self {
        Self::NOBODY
    }
}

impl Supervision {
    /// Who sits in a seat, for an item of a department.
    pub fn seat(&self, tier: Tier, department: Option<Department>) -> Option<Party<'_>> {
        let stands_in = department.filter(|it| tier.is_city() && *it != Department::ApprovalService);
        self.named(tier).map(Party::Operator).or(stands_in.map(Party::Department))
    }
}

/// 监管: who watches over a case of a route.
///
/// ```
/// use tongquan::{AnyCase, Edition, Region, Route, Scope, route::Supervisors};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let Supervisors::Seats(seats) = case.record().route().supervisors() else { return Err("not the bureau's".into()) };
/// assert_eq!(seats.is.iter().flatten().count(), 4); // each is to be pushed what is decided
/// // by the list alone nobody knows who handles it: the department guides and inspects either way
/// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
/// assert!(matches!(route.supervisors(), Supervisors::PlanNotAsked(it) if it.is.zh() == "市交通运输局"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supervisors<'a> {
    /// The city department decides itself: none of the document's supervision between tiers applies.
    None,
    /// 指导监督: the region's own department handles it; the item's city department guides and inspects (`C7`, `C11`).
    Department(Answer<Party<'a>>),
    /// The approval bureau handles it: the four seats of `C11` and `C12`, in the order of [`Tier`]; an empty one is a gap of the plan.
    Seats(Answer<[Option<Party<'a>>; 4]>),
    /// The plan was not asked, so it is open who handles it; the item's city department guides and inspects in any case (`C7`).
    PlanNotAsked(Answer<Party<'a>>),
    /// A power of the region's own, outside the reform, or a township's: the document names nobody.
    Own,
}

const GUIDANCE: &[Source] = &[Source::Clause(Clause::C7), Source::Clause(Clause::C11)];
const SEATS: &[Source] = &[Source::Clause(Clause::C11), Source::Clause(Clause::C12), Source::Silence(Silence::S5)];

impl<'a> Route<'a> {
    /// 监管: who watches over it.
    pub fn supervisors(&self) -> Supervisors<'a> {
        let guidance = match (self.core.hands.whose(), self.core.facts.department) {
            (Whose::Devolved, Some(it)) if self.region_decides() => Answer::new(Party::Department(it), GUIDANCE),
            (Whose::Devolved | Whose::City, _) => return Supervisors::None,
            // what the county's approval bureau decides is watched over, what a township does by nobody whom the document names
            (Whose::Shared, _) if self.decision().is.is_approval_bureau() => return self.seats(),
            (Whose::Region | Whose::Shared, _) => return Supervisors::Own,
        };
        match self.undertaking {
            None => Supervisors::PlanNotAsked(guidance),
            Some(plan) if !plan.is_bureaus() => Supervisors::Department(guidance),
            Some(_) => self.seats(),
        }
    }

    fn seats(&self) -> Supervisors<'a> {
        let named = self.undertaking.map(|it| it.supervised_by());
        let seats = Tier::ALL.map(|tier| named.and_then(|it| it.seat(tier, self.core.facts.department)));
        Supervisors::Seats(Answer::new(seats, SEATS))
    }

    /// 批后报备: the department to which the region reports what it decided; formerly-city items only (`C4`, `S17`).
    pub const fn reports_to(&self) -> Option<Department> {
        match self.core.hands.whose() {
            Whose::Devolved if self.region_decides() => self.core.facts.department,
            Whose::Devolved | Whose::City | Whose::Region | Whose::Shared => None,
        }
    }

    /// 审管信息推送: whether pushes are owed: for what the region's approval bureau decided under the reform (`C12`, `S18`).
    pub fn owes_pushes(&self) -> bool {
        matches!(self.supervisors(), Supervisors::Seats(_))
    }
}
