use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{CITY_CODE, Confidence, Region, Township, Village};
use crate::{
    law::Fact,
    text::{Sought, Unknown},
};

/// 地点: where a matter lies, as finely as it was told. Which place counts (applicant, unit, project) is the standard's to say (`S24`).
///
/// ```
/// use tongquan::{Place, Region};
/// // by code or by name, as finely as it is known
/// let village: Place = "370811002001".parse()?;
/// assert_eq!(village.township().map(|it| it.name()), Some("许庄街道"));
/// assert_eq!(village.managing_region().map(|(region, _)| region), Some(Region::TaibaiLakeZone));
/// assert_eq!(serde_json::to_string(&village)?, r#"{"village":"370811002001"}"#);
/// // the city as a whole lies in no one region, so nothing is routed there
/// assert_eq!("济宁市".parse::<Place>()?.managing_region(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// 济宁市, no finer: it resolves to no region.
    City,
    /// 区域: a county, district or zone, named itself.
    Region(Region),
    /// 乡镇（街道）: a township.
    Township(Township),
    /// 村（社区）: a village.
    Village(Village),
}

impl Place {
    /// The region that runs it, and how surely that is known. The city as a whole has none.
    ///
    /// ```
    /// use tongquan::place::{Place, Region};
    /// let subdistrict: Place = "许庄街道".parse()?;
    /// assert_eq!(subdistrict.managing_region().map(|(region, _)| region), Some(Region::TaibaiLakeZone));
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    pub fn managing_region(self) -> Option<(Region, Confidence)> {
        match self {
            Self::City => None,
            Self::Region(region) => Some((region, Confidence::Statutory)),
            Self::Township(township) => Some(township.managing_region()),
            Self::Village(village) => Some(village.managing_region()),
        }
    }

    /// 所属乡镇（街道）: the township that it is or lies in, where it is told as finely.
    pub fn township(self) -> Option<Township> {
        match self {
            Self::City | Self::Region(_) => None,
            Self::Township(township) => Some(township),
            Self::Village(village) => Some(village.township()),
        }
    }
}

impl From<Region> for Place {
    fn from(it: Region) -> Self {
        Self::Region(it)
    }
}

impl From<Township> for Place {
    fn from(it: Township) -> Self {
        Self::Township(it)
    }
}

impl From<Village> for Place {
    fn from(it: Village) -> Self {
        Self::Village(it)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::City => "济宁市",
            Self::Region(it) => it.label(),
            Self::Township(it) => it.name(),
            Self::Village(it) => it.name(),
        })
    }
}

impl From<Place> for Fact {
    fn from(it: Place) -> Self {
        match it {
            Place::City => Self::Name("济宁市".into()),
            Place::Region(it) => it.into(),
            Place::Township(it) => it.into(),
            Place::Village(it) => it.into(),
        }
    }
}

/// Finds a place by code (6, 9 or 12 digits) or by Chinese name. A township's or village's name may follow that of its region or township
/// (`任城区许庄街道`); a bare name that several places share is refused with all of them named, so that nothing is guessed.
impl FromStr for Place {
    type Err = Unknown;
    fn from_str(name: &str) -> Result<Self, Unknown> {
        let name = name.trim();
        // a longer code of the list that ends in zeros is the unit above
        let digits = name.len() == 12 && name.bytes().all(|it| it.is_ascii_digit());
        let name = name.strip_suffix("000000").filter(|_| digits).unwrap_or(name);
        if matches!(name, "济宁市" | "济宁" | "山东省济宁市") || name == CITY_CODE.to_string() {
            return Ok(Self::City);
        }
        if let Ok(region) = name.parse() {
            return Ok(Self::Region(region));
        }
        if name.len() == 9 || name.len() == 12 {
            let name = name.strip_suffix("000").filter(|it| it.len() == 9).unwrap_or(name);
            if let Some(township) = name.parse().ok().and_then(Township::with_code) {
                return Ok(Self::Township(township));
            }
            if let Some(village) = name.parse().ok().and_then(Village::with_code) {
                return Ok(Self::Village(village));
            }
        }
        Self::below_region(name)
    }
}

impl Place {
    fn below_region(name: &str) -> Result<Self, Unknown> {
        let named: Vec<_> = Township::all().filter(|it| it.is_named(name)).collect();
        if let [township] = *named {
            return Ok(Self::Township(township));
        }
        // without its 镇 or 街道 a township may be called as a village is, elsewhere too
        let townships: Vec<_> = Township::all().filter(|it| it.is_called(name)).collect();
        let villages: Vec<_> = Village::all().filter(|it| it.is_called(name)).collect();
        match (&*townships, &*villages) {
            ([township], []) => return Ok(Self::Township(*township)),
            ([], [village]) => return Ok(Self::Village(*village)),
            _ => {}
        }
        let mut nearest: Vec<String> = townships.iter().map(|it| it.long_name()).collect();
        nearest.extend(villages.iter().map(|it| it.long_name()));
        if nearest.is_empty() {
            let regions = Region::all().map(Region::label);
            return Err(Unknown::new(
                Sought::Place,
                name,
                regions.chain(Township::all().map(Township::name)).chain(Village::all().map(Village::name)),
            ));
        }
        let sought = match (townships.is_empty(), villages.is_empty()) {
            (true, _) => Sought::Village,
            (_, true) => Sought::Township,
            (false, false) => Sought::Place,
        };
        Err(Unknown::shared(sought, name, nearest))
    }
}

impl Township {
    /// By its name, alone or after that of a region that it belongs to, by law or as run.
    fn is_named(self, name: &str) -> bool {
        name.strip_suffix(self.name()).is_some_and(|before| self.lies_in(before))
    }
    /// By its name, or by that without its kind.
    fn is_called(self, name: &str) -> bool {
        let stem = ["街道", "镇", "乡"].iter().find_map(|it| self.name().strip_suffix(it));
        self.is_named(name) || stem.and_then(|it| name.strip_suffix(it)).is_some_and(|before| self.lies_in(before))
    }
    fn lies_in(self, before: &str) -> bool {
        let run_by = |it: Region| it == self.statutory_parent() || it == self.managing_region().0;
        before.is_empty() || before.parse().is_ok_and(run_by)
    }
    fn long_name(self) -> String {
        format!("{}{}", self.statutory_parent(), self.name())
    }
}

impl Village {
    /// The village of a name or code, whatever else is called so.
    pub(crate) fn called(name: &str) -> Result<Self, Unknown> {
        match *Self::all().filter(|it| it.is_called(name)).collect::<Vec<_>>() {
            [village] => Ok(village),
            [] => match name.parse() {
                Ok(Place::Village(of_a_code)) => Ok(of_a_code),
                _ => Err(Unknown::new(Sought::Village, name, Self::all().map(Self::name))),
            },
            ref several => {
                Err(Unknown::shared(Sought::Village, name, several.iter().map(|it| it.long_name()).collect()))
            }
        }
    }
    /// The name without its committee, and what may stand for that: 夫子洞村 for 夫子洞村村民委员会, 杏林村 and 杏林 for 杏林村委会, 颂运水庭社区 for
    /// 颂运水庭社区居民委员会.
    fn short_name(self) -> (&'static str, &'static [&'static str]) {
        let name = self.name();
        let stem = ["村民委员会", "村委会", "居民委员会", "居委会"].iter().find_map(|it| name.strip_suffix(it));
        match stem {
            Some(stem) if stem.ends_with(['村', '区']) => (stem, &[""]),
            Some(stem) if name.ends_with("村民委员会") => (stem, &["村"]),
            Some(stem) if name.ends_with("村委会") => (stem, &["村", ""]),
            Some(stem) => (stem, &[""]),
            None => (name, &[""]),
        }
    }
    fn is_called(self, name: &str) -> bool {
        let township = self.township();
        let run_by = |it: Region| it == township.statutory_parent() || it == self.managing_region().0;
        let lies_in =
            |before: &str| before.is_empty() || township.is_called(before) || before.parse().is_ok_and(run_by);
        let (stem, endings) = self.short_name();
        let short = |ending: &&str| name.strip_suffix(ending).and_then(|name| name.strip_suffix(stem));
        name.strip_suffix(self.name()).is_some_and(lies_in) || endings.iter().filter_map(short).any(lies_in)
    }
    fn long_name(self) -> String {
        format!("{}{}", self.township().long_name(), self.name())
    }
}
