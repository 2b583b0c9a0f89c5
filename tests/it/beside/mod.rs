//! Every route of the model as the crate has it, for what stands beside a case: the regions, what their plans say, and cases decided there.

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Department, Item, Key, Kind, Modality, Office, Place, Question, Region, Scope, Stamp, UnitKind, Venue,
    body::BodyRef,
    case::steps::{Accept, DecideFavourably, DecideUnfavourably, File, PassOn},
    catalogue::{Devolution, OwnItem, OwnOrigin},
    register::{Remedy, Revision},
    route::{Supervision, Tier},
};

use crate::{
    choices::{CITY_ENFORCEMENT, city_supervisor, supervised, supervisor, unit},
    gaps::taken,
    model::{self, beside::GAP},
    routes::offices::rows_of,
    support::{filing_day, marks, official},
};

mod stands;

pub(crate) use stands::{STANDS, Stand};

/// Who is named to supervise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seats {
    Nobody,
    County,
    City,
    All,
}

impl Seats {
    pub(crate) const ALL: [Self; 4] = [Self::Nobody, Self::County, Self::City, Self::All];

    const fn names(self, tier: Tier) -> bool {
        match self {
            Self::Nobody => false,
            Self::County => !tier.is_city(),
            Self::City => tier.is_city(),
            Self::All => true,
        }
    }

    pub(crate) fn of(self, region: Region) -> Supervision<BodyRef> {
        let all = supervised(region);
        Supervision::by_seat(|tier| all.named(tier).filter(|_| self.names(tier)).cloned())
    }

    /// The name of whom a plan names.
    pub(crate) fn name(self, region: Region, tier: Tier) -> Option<String> {
        let name = match tier {
            Tier::CountySupervisor => supervisor(region).name.to_string(),
            Tier::CountyEnforcement => unit(region, UnitKind::Enforcement).name.to_string(),
            Tier::CitySupervisor => city_supervisor().name.to_string(),
            Tier::CityEnforcement => CITY_ENFORCEMENT.label().to_owned(),
        };
        self.names(tier).then_some(name)
    }
}

/// What every region's plan says, and whether staff are posted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) handler: Option<UnitKind>,
    pub(crate) posted: bool,
    pub(crate) seats: Seats,
}

pub(crate) const HANDLERS: [Option<UnitKind>; 3] = [None, Some(UnitKind::ApprovalBureau), Some(UnitKind::Sector)];

/// The department whose items a service kept of earlier rounds.
pub(crate) const EARLIER: Department = Department::Transport;

/// Items of a service's own: of every origin, kept by the city too, and of every kind.
pub(crate) fn own_items() -> impl Iterator<Item = (OwnItem, &'static str)> {
    let county = (OwnOrigin::County, model::ORIGINAL);
    let city = [
        (Modality::Direct, model::DIRECT),
        (Modality::Window, model::WINDOW),
        (Modality::Review, model::REVIEW),
        (Modality::Intake, model::ENTRUSTED),
    ];
    let city = city.map(|(modality, told)| (OwnOrigin::City(Devolution::new(EARLIER, modality)), told));
    let nobodys = Devolution { not_devolved_to: Region::all().collect(), ..Devolution::new(EARLIER, Modality::Direct) };
    let kept = (OwnOrigin::City(nobodys), model::NOT_HERE);
    let origins = [county].into_iter().chain(city).chain([kept]);
    origins.enumerate().flat_map(|(at, (origin, told))| {
        Kind::iter().enumerate().map(move |(kind_at, kind)| {
            let key = format!("WS-{at}{kind_at}").parse().unwrap();
            let name = format!("（虚构）第{at}{kind_at}项").parse().unwrap();
            (OwnItem { key, name, kind, origin: origin.clone() }, told)
        })
    })
}

impl Setting {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        HANDLERS.into_iter().flat_map(|handler| {
            let all = Seats::ALL.into_iter().flat_map(|seats| [(false, seats), (true, seats)]);
            all.map(move |(posted, seats)| Self { handler, posted, seats })
        })
    }

    pub(crate) fn rows(self) -> Revision {
        let mut rows = rows_of(self.handler, self.posted);
        rows.agencies.push(city_supervisor());
        rows.own_items.extend(own_items().map(|(it, _)| it));
        for plan in &mut rows.plans {
            rows.units.extend([supervisor(plan.region), unit(plan.region, UnitKind::Enforcement)]);
            plan.undertakes.iter_mut().for_each(|it| it.supervision = self.seats.of(plan.region));
        }
        rows
    }

    pub(crate) fn office(self) -> Office {
        Office::new(vec![self.rows()]).unwrap()
    }

    pub(crate) fn is_bureaus(self) -> bool {
        self.handler == Some(UnitKind::ApprovalBureau)
    }

    /// The model's word for the route; none where nobody is named to decide.
    pub(crate) fn route(self, item: Item<'_>, region: Region, crosses: bool) -> Option<&'static str> {
        let standing = standing(item, region, crosses);
        match standing {
            "自行确定" | "未定" => None,
            _ if model::fallback(standing, self.handler.is_some(), self.posted) => Some(GAP),
            _ => Some(standing),
        }
    }
}

fn standing(item: Item<'_>, region: Region, crosses: bool) -> &'static str {
    let own = match item.key() {
        Key::Annex1(number) => return model::answer(1, *number, region.label(), crosses).modality,
        Key::Annex2(number) => return model::answer(2, *number, region.label(), crosses).modality,
        Key::Own(key) => own_items().find(|(it, _)| it.key == *key).unwrap().1,
    };
    match own {
        model::ORIGINAL if crosses => "未定",
        _ if crosses => model::RESERVED,
        own => own,
    }
}

/// The city department in the model's words.
pub(crate) fn department(item: Item<'_>) -> Option<&'static str> {
    match item.key() {
        Key::Annex1(number) => Some(model::department(*number)),
        Key::Annex2(_) => None,
        Key::Own(_) => (standing(item, Region::Wenshang, false) != model::ORIGINAL).then_some("市交通运输局"),
    }
}

/// Within the region, and touching a second one.
pub(crate) fn scopes(region: Region) -> [(Scope, bool); 2] {
    let other = if region == Region::Liangshan { Region::Wenshang } else { Region::Liangshan };
    [(Scope::WITHIN, false), (Scope::touching([region, other]), true)]
}

/// A case, accepted by whoever accepts and handed to whoever decides.
#[track_caller]
pub(crate) fn accepted(office: &Office, item: Item<'_>, place: Place, scope: Scope, venue: Option<&Venue>) -> AnyCase {
    let asked = Question { item: item.key(), place, scope, venue, day: filing_day() };
    let route = office.route(&asked).unwrap();
    let venue = venue.cloned().unwrap_or_else(|| route.counter().unwrap());
    let asked = Question { venue: Some(&venue), ..asked };
    let route = office.route(&asked).unwrap();
    let file = File {
        case: "C-1".parse().unwrap(),
        item: item.key().clone(),
        place,
        scope,
        venue: venue.clone(),
        applicant: "applicant-1".parse().unwrap(),
        materials: Vec::new(),
        follows: None,
    };
    let stamp =
        Stamp { at: "2024-03-04T09:00:00+08:00".parse().unwrap(), by: official(route.intake().is.to_body().unwrap()) };
    let case = AnyCase::file(file, stamp, office).unwrap();
    assert_eq!(case.record().duties(), []);
    let case = taken(case, Accept { receipt: "SL-1".parse().unwrap() }, office).unwrap();
    assert_eq!(case.record().duties(), []);
    // under entrusted intake the papers go to whoever decides
    match taken(case.clone(), PassOn {}, office) {
        Ok(passed) => passed,
        Err(_) => case,
    }
}

/// Decided, favourably and not, by whoever decides.
#[track_caller]
pub(crate) fn decided(case: &AnyCase, office: &Office) -> [(AnyCase, bool); 2] {
    let refuse = DecideUnfavourably { unmet: marks(&["by-law"]), remedies: Remedy::iter().collect() };
    let grant = DecideFavourably { attested: marks(&["by-law"]) };
    [(taken(case.clone(), refuse, office).unwrap(), false), (taken(case.clone(), grant, office).unwrap(), true)]
}
