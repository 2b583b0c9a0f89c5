//! Where papers may be handed in beside the competent counter, and what the regions chose for three-tier items. All fictional.

use chrono::NaiveDate;
use tongquan::{
    Department, Key, Kind, Region, Venue,
    body::BodyRef,
    place::{Centre, Regions, Township, Village},
    register::{Choice, Items, Permission, TownshipDesk},
    route::{Admission, Bearer, ChosenWay, Handling, ReviewSeal, Supervision},
    text::Mark,
};

use super::{
    Fallible,
    bodies::{id, township_id},
};

/// 行政审批服务所: the pilots of the document (C14), and the township in which each has its station.
const STATIONS: [(Region, u32); 2] = [(Region::Wenshang, 370_830_102), (Region::HighTechZone, 370_871_003)];

/// Where papers are passed on from a day, and decided at the window from a later one.
pub(crate) fn permissions(from: NaiveDate, directly: NaiveDate) -> Fallible<Vec<Permission>> {
    let mut told: Vec<Permission> = Vec::new();
    let mut give = |venue: Venue, operator: BodyRef, handling: Handling, items: Items, regions: Regions| {
        let from = if handling == Handling::PassOn { from } else { directly };
        let number = format!("SJ-{:02}", told.len() + 1).parse()?;
        let ground = "（虚构）通办登记".parse()?;
        let gives = Admission { operator, handling };
        told.push(Permission { number, venue, gives, items, regions, from, until: None, ground });
        Fallible::Ok(())
    };
    let here = |region: Region| Regions::NONE.with(region);
    let partner = |id: &str| Fallible::Ok(BodyRef::Body(id.parse()?));
    let bureau = BodyRef::Department(Department::ApprovalService);
    give(Centre::CITY.into(), bureau, Handling::PassOn, Items::All, Regions::ALL)?;
    for region in Region::all() {
        let Some(centre) = region.centre() else { continue };
        let others = Regions::ALL.without(region);
        give(centre.into(), BodyRef::Body(id(region, "bureau")?), Handling::PassOn, Items::All, others)?;
    }
    give(Venue::Online, partner("online-operator")?, Handling::PassOn, Items::All, Regions::ALL)?;
    let kiosk = Venue::Kiosk(KIOSK.parse()?);
    for kind in [Kind::PublicService, Kind::Confirmation, Kind::Licence] {
        give(kiosk.clone(), partner("kiosk-keeper")?, Handling::PassOn, Items::OfKind(kind), Regions::ALL)?;
    }
    let licences = Items::OfKind(Kind::Licence);
    give(Venue::BankOutlet(BANK.parse()?), partner("bank")?, Handling::PassOn, licences, Regions::ALL)?;
    for (region, code) in STATIONS {
        let township = Township::with_code(code).ok_or("no such township")?;
        let operator = || Fallible::Ok(BodyRef::Body(township_id(township)?));
        let station = BodyRef::Body(id(region, "bureau")?);
        give(Venue::TownshipStation(township), station, Handling::PassOn, Items::All, here(region))?;
        give(Venue::TownshipCentre(township), operator()?, Handling::PassOn, Items::All, here(region))?;
        let joint = Venue::JointCentre(format!("（虚构）{township}联合中心").parse()?);
        give(joint, operator()?, Handling::PassOn, Items::All, here(region))?;
        let village = village(township)?;
        give(Venue::VillageStation(village), operator()?, Handling::PassOn, Items::All, here(region))?;
    }
    // 窗口直接办理: the department's own staff at the city's centre, and a county's bureau for its neighbours
    let only = |keys: &[u8]| Items::Only(keys.iter().map(|it| Key::Annex1(*it)).collect());
    for (department, items) in [(Department::NaturalResources, &[33][..]), (Department::ApprovalService, &[57, 58])] {
        let staff = BodyRef::Department(department);
        give(Centre::CITY.into(), staff, Handling::Decide(Bearer::Department), only(items), Regions::ALL)?;
    }
    let neighbours = NEIGHBOURS.into_iter().collect();
    let neighbour = BodyRef::Body(id(Region::Rencheng, "bureau")?);
    let centre = Region::Rencheng.centre().ok_or("no centre")?;
    give(centre.into(), neighbour, Handling::Decide(Bearer::Competent), only(&[10, 16]), neighbours)?;
    Ok(told)
}

/// Zones whose business the district around them decides at its window, some of it.
const NEIGHBOURS: [Region; 2] = [Region::TaibaiLakeZone, Region::HighTechZone];
const KIOSK: &str = "（虚构）一体机";
const BANK: &str = "（虚构）银行网点";

fn village(of: Township) -> Fallible<Village> {
    let run_alike = |it: &Village| it.township() == of && it.managing_region().0 == of.managing_region().0;
    Village::all().find(run_alike).ok_or_else(|| "no village".into())
}

/// Windows other than centres that take in the business of a region.
pub(crate) fn nearby(region: Region) -> Fallible<Vec<Venue>> {
    let mut told = vec![Venue::Kiosk(KIOSK.parse()?), Venue::BankOutlet(BANK.parse()?)];
    if NEIGHBOURS.contains(&region) {
        told.extend(Region::Rencheng.centre().map(Venue::Centre));
    }
    for (_, code) in STATIONS.iter().filter(|(of, _)| *of == region) {
        let township = Township::with_code(*code).ok_or("no such township")?;
        told.extend([
            Venue::TownshipStation(township),
            Venue::TownshipCentre(township),
            Venue::JointCentre(format!("（虚构）{township}联合中心").parse()?),
            Venue::VillageStation(village(township)?),
        ]);
    }
    Ok(told)
}

/// 自行确定: by which way, for which items, in which townships.
pub(crate) struct Chosen {
    region: Region,
    way: Way,
    items: Of,
    pub(crate) townships: &'static [u32],
}

enum Way {
    Direct,
    Window(&'static str),
    Review,
    ReviewFor(&'static str),
    Intake(&'static str),
}

enum Of {
    Kind(Kind),
    These(&'static [u8]),
}

/// Every way, for licences and for public services.
pub(crate) const CHOICES: &[Chosen] = &[
    Chosen {
        region: Region::Liangshan,
        way: Way::Direct,
        items: Of::Kind(Kind::PublicService),
        townships: &[370_832_104, 370_832_110],
    },
    Chosen {
        region: Region::Liangshan,
        way: Way::Intake("bureau"),
        items: Of::Kind(Kind::Licence),
        townships: &[370_832_104],
    },
    Chosen {
        region: Region::Wenshang,
        way: Way::Review,
        items: Of::Kind(Kind::PublicService),
        townships: &[370_830_102, 370_830_108],
    },
    Chosen {
        region: Region::Wenshang,
        way: Way::Window("bureau"),
        items: Of::These(&[7]),
        townships: &[370_830_102, 370_830_108],
    },
    Chosen { region: Region::Wenshang, way: Way::Review, items: Of::These(&[1, 5]), townships: &[370_830_102] },
    Chosen {
        region: Region::Wenshang,
        way: Way::ReviewFor("bureau"),
        items: Of::These(&[2, 3]),
        townships: &[370_830_102],
    },
    Chosen {
        region: Region::Qufu,
        way: Way::Intake("society"),
        items: Of::Kind(Kind::PublicService),
        townships: &[370_881_102, 370_881_105],
    },
    Chosen {
        region: Region::Qufu,
        way: Way::Intake("bureau"),
        items: Of::Kind(Kind::Licence),
        townships: &[370_881_102],
    },
    Chosen {
        region: Region::HighTechZone,
        way: Way::Direct,
        items: Of::Kind(Kind::Licence),
        townships: &[370_871_003],
    },
    Chosen {
        region: Region::HighTechZone,
        way: Way::Direct,
        items: Of::Kind(Kind::PublicService),
        townships: &[370_871_003],
    },
    Chosen {
        region: Region::Zoucheng,
        way: Way::Window("bureau"),
        items: Of::Kind(Kind::Licence),
        townships: &[370_883_105],
    },
    Chosen {
        region: Region::Zoucheng,
        way: Way::ReviewFor("society"),
        items: Of::Kind(Kind::PublicService),
        townships: &[370_883_105],
    },
    Chosen {
        region: Region::Rencheng,
        way: Way::Window("society"),
        items: Of::Kind(Kind::PublicService),
        townships: &[370_811_102],
    },
];

pub(crate) fn choices(from: NaiveDate) -> Fallible<Vec<Choice>> {
    CHOICES.iter().map(|it| it.told(from)).collect()
}

impl Chosen {
    fn told(&self, from: NaiveDate) -> Fallible<Choice> {
        let region = self.region;
        let county = |what: &str| id(region, what);
        let way: ChosenWay<Mark> = match self.way {
            Way::Direct => ChosenWay::Direct,
            Way::Window(what) => ChosenWay::Window { county: county(what)? },
            Way::Review => ChosenWay::Review { seal: Some(ReviewSeal::Township) },
            Way::ReviewFor(what) => ChosenWay::Review { seal: Some(ReviewSeal::County(county(what)?)) },
            Way::Intake(what) => ChosenWay::Intake { county: county(what)? },
        };
        let items = match self.items {
            Of::Kind(kind) => Items::OfKind(kind),
            Of::These(numbers) => Items::Only(numbers.iter().map(|it| Key::Annex2(*it)).collect()),
        };
        let desk = |code: &u32| {
            let township = Township::with_code(*code).ok_or("no such township")?;
            Fallible::Ok(TownshipDesk { township, body: township_id(township)? })
        };
        let supervision = Supervision {
            county_supervisor: Some(BodyRef::Body(id(region, "supervisor")?)),
            county_enforcement: Some(BodyRef::Body(id(region, "enforcement")?)),
            city_supervisor: Some(BodyRef::Body("city-supervisor".parse()?)),
            city_enforcement: Some(BodyRef::Body("city-enforcement".parse()?)),
        };
        let townships = self.townships.iter().map(desk).collect::<Fallible<_>>()?;
        Ok(Choice { region, items, from, way, townships, supervision })
    }
}
