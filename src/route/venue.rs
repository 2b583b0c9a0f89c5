use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    law::Fact,
    place::{Centre, Place, Region, Township, Village},
    term::{named, terms},
    text::{BadText, Sought, Text, Unknown},
};

/// 办理地点: where an applicant may hand papers in (`C13` to `C15`). Closed by the document.
///
/// ```
/// use tongquan::{Region, Venue, route::VenueKind};
/// let venue: Venue = "南旺镇行政审批服务所".parse()?;
/// assert_eq!((venue.kind(), venue.region()), (VenueKind::TownshipStation, Some(Region::Wenshang)));
/// assert_eq!(serde_json::to_string(&venue)?, r#"{"township_station":"370830102"}"#);
/// assert_eq!(Venue::Online.region(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Venue {
    /// 为民服务中心: the city's, or one of the 14 at county level.
    Centre(Centre),
    /// 行政审批服务所: the outpost of a county's approval bureau in a township; it serves the whole county (`C14`).
    TownshipStation(Township),
    /// 乡镇（街道）为民服务中心: the service centre of one township (`C15`).
    TownshipCentre(Township),
    /// 联合设置的为民服务中心: set up by several townships together, under the name that they gave it.
    JointCentre(Text),
    /// 村（社区）便民服务站: the station of one village (`C15`).
    VillageStation(Village),
    /// 政银合作: a bank's outlet.
    BankOutlet(Text),
    /// 自助一体机: a self-service machine, under the name that the service gave it.
    Kiosk(Text),
    /// 网上办理: handed in online, at no place.
    Online,
}

/// 办理地点种类: what kind of venue (`C13` to `C15`).
///
/// See the example of [`Venue`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VenueKind {
    /// 市为民服务中心: the city's centre.
    CityCentre,
    /// 县级为民服务中心: one of the 14 centres at county level (`S1`).
    CountyCentre,
    /// 行政审批服务所: the outpost of a county's approval bureau in a township (`C14`).
    TownshipStation,
    /// 乡镇（街道）为民服务中心: a township's own centre (`C15`).
    TownshipCentre,
    /// 联合设置的为民服务中心: set up by several townships together.
    JointCentre,
    /// 村（社区）便民服务站: a village's station (`C15`).
    VillageStation,
    /// 政银合作网点: a bank's outlet.
    BankOutlet,
    /// 自助一体机: a self-service machine.
    Kiosk,
    /// 网上: online, at no place.
    Online,
}

terms!(VenueKind {
    Self::CityCentre => "市为民服务中心", "city public service centre";
    Self::CountyCentre => "县级为民服务中心", "county-level public service centre";
    Self::TownshipStation => "行政审批服务所", "administrative approval service station";
    Self::TownshipCentre => "乡镇（街道）为民服务中心", "township public service centre";
    Self::JointCentre => "联合设置的为民服务中心", "jointly set-up township public service centre";
    Self::VillageStation => "村（社区）便民服务站", "village convenience service station";
    Self::BankOutlet => "政银合作网点", "bank outlet";
    Self::Kiosk => "自助一体机", "kiosk";
    Self::Online => "网上", "online";
});
named!(word: VenueKind);

impl Venue {
    /// What kind it is.
    pub const fn kind(&self) -> VenueKind {
        match self {
            Self::Centre(centre) if centre.region().is_none() => VenueKind::CityCentre,
            Self::Centre(_) => VenueKind::CountyCentre,
            Self::TownshipStation(_) => VenueKind::TownshipStation,
            Self::TownshipCentre(_) => VenueKind::TownshipCentre,
            Self::JointCentre(_) => VenueKind::JointCentre,
            Self::VillageStation(_) => VenueKind::VillageStation,
            Self::BankOutlet(_) => VenueKind::BankOutlet,
            Self::Kiosk(_) => VenueKind::Kiosk,
            Self::Online => VenueKind::Online,
        }
    }
    /// The region that runs the place, where its kind tells.
    pub fn region(&self) -> Option<Region> {
        match self {
            Self::Centre(centre) => centre.region(),
            Self::TownshipStation(it) | Self::TownshipCentre(it) => Some(it.managing_region().0),
            Self::VillageStation(it) => Some(it.managing_region().0),
            Self::JointCentre(_) | Self::BankOutlet(_) | Self::Kiosk(_) | Self::Online => None,
        }
    }
    fn told(&self, name: String) -> Fact {
        Fact::Told { zh: self.to_string(), en: format!("{}, {name}", self.kind()) }
    }
}

impl From<Centre> for Venue {
    fn from(it: Centre) -> Self {
        Self::Centre(it)
    }
}

impl fmt::Display for Venue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Centre(it) => it.fmt(f),
            Self::TownshipStation(it) => write!(f, "{it}行政审批服务所"),
            Self::TownshipCentre(it) => write!(f, "{it}为民服务中心"),
            Self::JointCentre(it) => write!(f, "联合中心：{it}"),
            // many villages share a name, few townships do
            Self::VillageStation(it) => write!(f, "{}{it}便民服务站", it.township()),
            Self::BankOutlet(it) => write!(f, "政银合作：{it}"),
            Self::Kiosk(it) => write!(f, "自助机：{it}"),
            Self::Online => f.write_str("网上"),
        }
    }
}

impl From<&Venue> for Fact {
    fn from(it: &Venue) -> Self {
        match it {
            Venue::Centre(centre) => (*centre).into(),
            Venue::TownshipStation(at) | Venue::TownshipCentre(at) => it.told(at.to_string()),
            Venue::VillageStation(at) => it.told(format!("{}{at}", at.township())),
            Venue::JointCentre(name) | Venue::BankOutlet(name) | Venue::Kiosk(name) => it.told(name.to_string()),
            Venue::Online => it.kind().into(),
        }
    }
}

/// 办理地点有误: a venue's written form was refused.
///
/// ```
/// use tongquan::{Venue, route::BadVenue};
/// let why = "曲阜文化建设示范区".parse::<Venue>().unwrap_err();
/// assert!(matches!(why, BadVenue::NoCentre { .. }));
/// assert_eq!(why.zh(), "曲阜文化建设示范区没有为民服务中心，由其承接方案指明服务的中心（S1）");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BadVenue {
    /// No such place, or no such kind of venue.
    #[error(transparent)]
    Unknown(#[from] Unknown),
    /// The region has no centre of its own; its plan names the one that serves it (`S1`).
    #[error("{region} has no centre of its own; its plan names the one that serves it (S1)")]
    NoCentre {
        /// The region that has no centre.
        region: Region,
    },
    /// A venue of this kind has a name of its own, and none that can be taken was given.
    #[error("a venue of this kind is named: {0}")]
    Name(BadText),
}

impl From<BadText> for BadVenue {
    fn from(why: BadText) -> Self {
        Self::Name(why)
    }
}

impl BadVenue {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::Unknown(it) => it.zh(),
            Self::NoCentre { region } => format!("{region}没有为民服务中心，由其承接方案指明服务的中心（S1）"),
            Self::Name(it) => format!("此类地点须写明名称：{}", it.zh()),
        }
    }
}

/// Reads names as [`Display`](fmt::Display) writes them (`汶上县为民服务中心`, `南旺镇行政审批服务所`, `自助机：…`, `网上`), or with the code of the
/// township or village in place of its name; a name that several share is refused with all of them. The name of the city, a region or a township alone
/// is its centre.
///
/// ```
/// use tongquan::{Region, place::Centre, route::Venue};
/// assert_eq!("汶上县为民服务中心".parse(), Ok(Venue::Centre(Region::Wenshang.centre().unwrap())));
/// assert_eq!("济宁市为民服务中心".parse(), Ok(Venue::Centre(Centre::CITY)));
/// assert_eq!("网上".parse(), Ok(Venue::Online));
/// ```
impl FromStr for Venue {
    type Err = BadVenue;
    fn from_str(text: &str) -> Result<Self, BadVenue> {
        let text = text.trim();
        if matches!(text, "网上" | "网上办理") || text.eq_ignore_ascii_case("online") {
            return Ok(Self::Online);
        }
        for (kind, named) in [
            ("联合中心", Self::JointCentre as fn(Text) -> Self),
            ("政银合作", Self::BankOutlet),
            ("自助机", Self::Kiosk),
            ("自助一体机", Self::Kiosk),
        ] {
            match text.strip_prefix(kind).map(|rest| (rest, rest.strip_prefix(['：', ':']))) {
                Some((_, Some(name))) => return Ok(named(name.trim().parse()?)),
                // the kind alone: it is told that a name is wanted
                Some(("", None)) => return Ok(named("".parse()?)),
                Some(_) | None => {}
            }
        }
        if let Some(at) = text.strip_suffix("行政审批服务所").filter(|it| !it.is_empty()) {
            return Ok(Self::TownshipStation(township(at)?));
        }
        if let Some(at) = text.strip_suffix("便民服务站").filter(|it| !it.is_empty()) {
            return Ok(Self::VillageStation(Village::called(at)?));
        }
        if let Some(centre) = Centre::called(text) {
            return centre.map(Self::Centre).map_err(|region| BadVenue::NoCentre { region });
        }
        match township(text.strip_suffix("为民服务中心").unwrap_or(text)) {
            Ok(township) => Ok(Self::TownshipCentre(township)),
            Err(shared) if shared.shared => Err(shared.into()),
            Err(_) => {
                let centres = Centre::all().map(Self::Centre).chain(Township::all().map(Self::TownshipCentre));
                let centres: Vec<String> = centres.map(|it| it.to_string()).collect();
                Err(Unknown::new(Sought::Venue, text, centres.iter().map(String::as_str)).into())
            }
        }
    }
}

fn township(at: &str) -> Result<Township, Unknown> {
    match at.parse() {
        Ok(Place::Township(township)) => Ok(township),
        // where only villages share a name, none of them is meant
        Err(shared) if shared.shared && shared.sought != Sought::Village => Err(shared),
        Ok(_) | Err(_) => Err(Unknown::new(Sought::Township, at, Township::all().map(Township::name))),
    }
}
