use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Devolution, Exception, Key, Kind, Modality, OwnKey};
use crate::{
    body::Department,
    place::{Region, Regions},
    term::{named, terms},
    text::{Mark, Text},
};

/// 清单调整: an amendment of the list by the city government (`C3`): it makes an edition of its own, from its day of effect; what it does not speak
/// of stays as it was, and the editions before it are never touched.
///
/// Each item stands in it once. [`Catalogue::amend`](super::Catalogue::amend) says what it must hold. It is written as part of registers or of a
/// catalogue, whose version is its own.
///
/// ```
/// use tongquan::{Modality, catalogue::{Amendment, Catalogue, ItemChange, Ground}};
/// let amendment = Amendment {
///     changes: vec![ItemChange { modality: Some(Modality::Review), ..ItemChange::of("A1-24".parse()?) }],
///     ..Amendment::new("（虚构）1号".parse()?, "2024-09-01".parse()?, Ground::Law("（虚构）某法".parse()?))
/// };
/// let catalogue = Catalogue::built_in().amend(&amendment)?;
/// let modality = |day: &str| -> Option<Modality> { catalogue.in_force(day.parse().ok()?)?.annex_1(24).ok()?.column() };
/// assert_eq!((modality("2024-08-31"), modality("2024-09-01")), (Some(Modality::Window), Some(Modality::Review)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// 文号: the number of the city government's paper, given once.
    pub number: Mark,
    /// 施行之日: the first day of the edition that it makes.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 依据: why the list is amended (`C3`).
    pub ground: Ground,
    /// 听取意见: what regions said before.
    #[serde(default)]
    pub heard: Vec<Opinion>,
    /// 增列: items that come to the list.
    #[serde(default)]
    pub adds: Vec<NewItem>,
    /// 移出: items that leave it.
    #[serde(default)]
    pub removes: Vec<Key>,
    /// 变更: items that stay and change.
    #[serde(default)]
    pub changes: Vec<ItemChange>,
}

/// 调整依据: why the list is amended (`C3`).
///
/// ```
/// use tongquan::catalogue::{Ground, Practice};
/// let ground: Ground = serde_json::from_str(r#"{"practice": ["low_volume", "costly"]}"#)?;
/// assert_eq!(ground, Ground::Practice(vec![Practice::LowVolume, Practice::Costly])); // so regions are heard first
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AmendmentGround"))]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 法律法规变化: the law that changed, in words.
    Law(Text),
    /// 政策修订调整: the policy that changed, in words.
    Policy(Text),
    /// 实施情况: what practice shows; every region that it affects is heard first.
    Practice(Vec<Practice>),
}

/// 实施情况: why practice asks for another form or scope: any one of these (`C3`). Closed by the document.
///
/// ```
/// use tongquan::{Catalogue, Modality, Region, Rule, catalogue::{Amendment, Ground, ItemChange, Opinion, Practice}};
/// let change = ItemChange { modality: Some(Modality::Intake), ..ItemChange::of("A1-36".parse()?) };
/// let ground = Ground::Practice(vec![Practice::LowVolume]);
/// let draft = Amendment { changes: vec![change], ..Amendment::new("（虚构）1号".parse()?, "2024-09-01".parse()?, ground) };
/// assert!(Catalogue::built_in().amend(&draft).unwrap_err().names(Rule::RegionsHeard)); // nobody was heard
/// let (on, said) = ("2024-08-01".parse()?, "（虚构）同意".parse::<tongquan::text::Text>()?);
/// let heard = Region::all().map(|region| Opinion { region, on, said: said.clone() }).collect();
/// Catalogue::built_in().amend(&Amendment { heard, ..draft })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Practice {
    /// 办件量较少: few cases are handled.
    LowVolume,
    /// 专业性较强: it takes special knowledge.
    Specialised,
    /// 办理成本高: it costs much to handle.
    Costly,
    /// 安全风险大: it bears a great safety risk.
    Risky,
}

terms!(Practice {
    Self::LowVolume => "办件量较少", "low volume";
    Self::Specialised => "专业性较强", "highly specialised";
    Self::Costly => "办理成本高", "costly to handle";
    Self::Risky => "安全风险大", "a great safety risk";
});
named!(word: Practice);

/// 意见: what a region said of an amendment to come.
///
/// ```
/// use tongquan::catalogue::Opinion;
/// let opinion: Opinion = serde_json::from_str(r#"{"region": "wenshang", "on": "2024-08-01", "said": "（虚构）同意"}"#)?;
/// assert_eq!((opinion.region.label(), opinion.said.as_str()), ("汶上县", "（虚构）同意"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// 区域: the region that was heard.
    pub region: Region,
    /// 日期: when: one that does not come before the day of effect was not heard.
    #[serde(with = "crate::time::Iso")]
    pub on: NaiveDate,
    /// 意见: what it said.
    pub said: Text,
}

/// 增列事项: an item that an amendment adds.
///
/// ```
/// use tongquan::{Catalogue, Kind, Region, Standing, catalogue::{Amendment, Ground, NewItem, NewOrigin}};
/// let (key, name) = ("XZ-1".parse()?, "（虚构）新增事项".parse()?);
/// let adds = vec![NewItem { key, name, kind: Kind::PublicService, origin: NewOrigin::ThreeTier }];
/// let ground = Ground::Policy("（虚构）某政策".parse()?);
/// let amendment = Amendment { adds, ..Amendment::new("（虚构）1号".parse()?, "2024-09-01".parse()?, ground) };
/// let catalogue = Catalogue::built_in().amend(&amendment)?;
/// assert_eq!(catalogue.latest().look_up("XZ-1")?.cell(Region::Wenshang).standing, Standing::RegionChooses);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewItem {
    /// 事项编号: its key, as the service gives it: no item ever had it.
    pub key: OwnKey,
    /// 名称: its name; not that of another item of the edition.
    pub name: Text,
    /// 事项类型: which of the four kinds.
    pub kind: Kind,
    /// 来源: of which list, and whose it was.
    pub origin: NewOrigin,
}

/// 新增事项来源: to which list an item is added. The region's own powers from before are on none.
///
/// ```
/// use tongquan::{Modality, catalogue::NewOrigin};
/// let origin: NewOrigin = serde_json::from_str(r#"{"city": {"department": "transport", "modality": "direct"}}"#)?;
/// assert!(matches!(origin, NewOrigin::City(it) if it.modality == Modality::Direct && it.exceptions.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NewOrigin {
    /// 市县同权: formerly the city's, devolved so.
    City(Devolution),
    /// 市县镇三级同权: each region chooses.
    ThreeTier,
}

/// 变更: what becomes of one item; what is left out stays as it is.
///
/// Modality, exceptions, scope and department are of formerly-city items alone. Exceptions that come to say what the column says fall away (`S52`).
///
/// ```
/// use tongquan::{Modality, catalogue::ItemChange};
/// let change: ItemChange = serde_json::from_str(r#"{"item": "A1-36", "modality": "direct"}"#)?;
/// assert_eq!(change, ItemChange { modality: Some(Modality::Direct), ..ItemChange::of("A1-36".parse()?) });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemChange {
    /// 事项: the key of the item that changes.
    pub item: Key,
    /// 同权方式: the modality that the column comes to have.
    #[serde(default)]
    pub modality: Option<Modality>,
    /// 例外: all of them anew.
    #[serde(default)]
    pub exceptions: Option<Vec<Exception>>,
    /// 范围: the regions that it is not devolved to, all of them anew.
    #[serde(default)]
    pub not_devolved_to: Option<Regions>,
    /// 市级实施部门: the department whose item it comes to be.
    #[serde(default)]
    pub department: Option<Department>,
    /// 事项名称: the name that it comes to have.
    #[serde(default)]
    pub name: Option<Text>,
}

impl ItemChange {
    /// One that leaves everything as it is, to be filled in.
    pub const fn of(item: Key) -> Self {
        Self { item, modality: None, exceptions: None, not_devolved_to: None, department: None, name: None }
    }

    /// Whether it speaks of more than the name.
    pub(super) const fn sets_terms(&self) -> bool {
        self.modality.is_some()
            || self.exceptions.is_some()
            || self.not_devolved_to.is_some()
            || self.department.is_some()
    }
}

impl Amendment {
    /// One that changes nothing yet, to be filled in.
    pub const fn new(number: Mark, from: NaiveDate, ground: Ground) -> Self {
        Self { number, from, ground, heard: Vec::new(), adds: Vec::new(), removes: Vec::new(), changes: Vec::new() }
    }

    /// The items that it speaks of, each with the path to it: removed, changed, added.
    pub(super) fn items(&self) -> impl Iterator<Item = (String, Key)> {
        let removed = self.removes.iter().enumerate().map(|(at, it)| (format!("removes[{at}]"), it.clone()));
        let changed = self.changes.iter().enumerate().map(|(at, it)| (format!("changes[{at}].item"), it.item.clone()));
        let added = self.adds.iter().enumerate().map(|(at, it)| (format!("adds[{at}].key"), Key::Own(it.key.clone())));
        removed.chain(changed).chain(added)
    }
}
