use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::Region;
use crate::{
    law::Fact,
    text::{Sought, Unknown},
    written::written,
};

/// 为民服务中心: one of the 15 service centres, 1 of the city and 14 at county level (`C13`, `S1`).
///
/// ```
/// use tongquan::place::{Centre, Region};
/// assert_eq!(Centre::all().count(), 15);
/// assert_eq!(Region::Wenshang.centre().unwrap().region(), Some(Region::Wenshang));
/// assert_eq!(Region::CultureZone.centre(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Centre(Option<Region>);

impl Centre {
    /// 济宁市为民服务中心: the city's.
    pub const CITY: Self = Self(None);

    // INVARIANT (centre): only for regions whose row says that they have one; `Region::centre` is the one caller.
    pub(super) const fn region_of_centre(region: Region) -> Self {
        Self(Some(region))
    }
    /// All 15, the city's first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::CITY).chain(Region::all().filter_map(Region::centre))
    }
    /// The region whose centre it is; none for the city's.
    pub const fn region(self) -> Option<Region> {
        self.0
    }

    /// The centre of a name, or the region of it that has none; nothing where it names neither the city nor a region.
    pub(crate) fn called(text: &str) -> Option<Result<Self, Region>> {
        let at = text.strip_suffix("为民服务中心").unwrap_or(text);
        if matches!(at, "济宁市" | "市" | "济宁") {
            return Some(Ok(Self::CITY));
        }
        let region = at.parse::<Region>().ok()?;
        Some(region.centre().ok_or(region))
    }
}

impl std::fmt::Display for Centre {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            None => f.write_str("济宁市为民服务中心"),
            Some(region) => write!(f, "{region}为民服务中心"),
        }
    }
}

/// By its whole name, or by the name of the city or the region alone, in any form that a region is read in.
///
/// ```
/// use tongquan::{Region, place::Centre};
/// assert_eq!("汶上县为民服务中心".parse::<Centre>()?, "汶上".parse()?);
/// assert_eq!("济宁市".parse::<Centre>()?, Centre::CITY);
/// let why = "曲阜文化建设示范区".parse::<Centre>().unwrap_err(); // which has none
/// assert!(why.nearest.contains(&"曲阜市为民服务中心".to_owned()));
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
///
/// # Errors
///
/// [`Unknown`] with the nearest names of centres.
impl FromStr for Centre {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        let text = text.trim();
        Self::called(text).and_then(Result::ok).ok_or_else(|| {
            let names: Vec<String> = Self::all().map(|it| it.to_string()).collect();
            Unknown::new(Sought::Venue, text, names.iter().map(String::as_str))
        })
    }
}

impl From<Centre> for Fact {
    fn from(it: Centre) -> Self {
        Self::Name(it.to_string().into())
    }
}

/// The written form: `"city"`, or the region whose centre it is. Never an absence, which would be lost in an option.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    City,
    Region(Region),
}

impl Serialize for Centre {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.map_or(Form::City, Form::Region).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Centre {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Form::deserialize(from)? {
            Form::City => Ok(Self::CITY),
            Form::Region(region) => {
                region.centre().ok_or_else(|| D::Error::custom(format_args!("{region} has no centre of its own (S1)")))
            }
        }
    }
}

written! {
    Centre => "Centre", {
        "description": "服务中心: the city's, or a region's own, where it has one (S1)",
        "oneOf": [
            { "const": "city", "description": "市级" },
            {
                "type": "object", "additionalProperties": false, "required": ["region"], "description": "县（市、区）、功能区",
                "properties": { "region": { "enum": Region::all().filter(|it| it.centre().is_some()).collect::<Vec<_>>() } },
            },
        ],
    };
}
