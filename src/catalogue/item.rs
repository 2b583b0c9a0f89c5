use serde::{Deserialize, Serialize};

use super::{Cell, Class, Devolution, Key, Modality, Origin, OwnKey, Standing};
use crate::{
    body::Department,
    place::Region,
    term::{named, terms},
    text::Text,
};

/// 事项类型: the kind of an item. The document closes the list to these four; the codes are those of GB/T 39046-2020, annex A.
///
/// ```
/// use tongquan::{Edition, Kind};
/// let count = |kind: Kind| Edition::built_in().items().filter(|it| it.kind() == kind).count();
/// assert_eq!((count(Kind::Licence), count(Kind::Confirmation), count(Kind::OtherPower), count(Kind::PublicService)), (7, 9, 49, 11));
/// assert_eq!("行政许可".parse::<Kind>()?.code(), "01");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 行政许可: the Licensing Law's clocks bind it.
    Licence,
    /// 行政确认: a fact or a legal standing is confirmed.
    Confirmation,
    /// 其他行政权力: a power that is none of the named kinds.
    OtherPower,
    /// 公共服务: a service to the public; village stations handle such items (`C15`).
    PublicService,
}

terms!(Kind {
    Self::Licence => "行政许可", "administrative licence";
    Self::Confirmation => "行政确认", "administrative confirmation";
    Self::OtherPower => "其他行政权力", "other administrative power";
    Self::PublicService => "公共服务", "public service item";
});
named!(Kind);

impl Kind {
    /// Its code in GB/T 39046-2020.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Licence => "01",
            Self::Confirmation => "07",
            Self::OtherPower => "10",
            Self::PublicService => "20",
        }
    }
}

/// An item's name: from the annexes, or as it was given.
#[derive(Clone, Debug)]
pub(crate) enum Name {
    Listed(&'static str),
    Given(Text),
}

impl Name {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Listed(name) => name,
            Self::Given(name) => name.as_str(),
        }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Name {}

/// What a catalogue keeps of an item beside its class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) key: Key,
    pub(crate) name: Name,
    pub(crate) department: Option<Department>,
    pub(crate) kind: Kind,
    pub(crate) column: Option<Modality>,
    pub(crate) remark: &'static str,
}

impl Row {
    /// Of an item that the annexes do not have.
    pub(super) fn given(key: OwnKey, name: Text, kind: Kind, devolution: Option<&Devolution>) -> Self {
        Self {
            key: Key::Own(key),
            name: Name::Given(name),
            department: devolution.map(|it| it.department),
            kind,
            column: devolution.map(|it| it.modality),
            remark: "",
        }
    }
}

/// 事项: an item of an edition. A handle of two words; that it exists proves that the item does.
///
/// ```
/// use tongquan::{Edition, Modality, Region, Standing};
/// let item = Edition::built_in().item_named("道路客运站站级核定")?;
/// assert_eq!(item.key().to_string(), "A1-36");
/// assert_eq!(item.cell(Region::Wenshang).standing, Standing::Devolved(Modality::Review));
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
#[derive(Clone, Copy)]
pub struct Item<'e> {
    row: &'e Row,
    class: &'e Class,
}

impl<'e> Item<'e> {
    pub(super) const fn new(row: &'e Row, class: &'e Class) -> Self {
        Self { row, class }
    }
    /// The key by which it is stored.
    pub const fn key(self) -> &'e Key {
        &self.row.key
    }
    /// Its name, letter for letter as in the list or in the amendment that changed it.
    pub fn name(self) -> &'e str {
        self.row.name.as_str()
    }
    /// 市级实施部门: the city department; annex 2 and county-original items have none.
    pub const fn department(self) -> Option<Department> {
        self.row.department
    }
    /// 事项类型: which of the four kinds; the Licensing Law's clocks bind licences alone.
    pub const fn kind(self) -> Kind {
        self.row.kind
    }
    /// 同权方式: the modality in the list's own column, before exceptions.
    pub const fn column(self) -> Option<Modality> {
        self.row.column
    }
    /// 备注: the remark, as it stands in the annex; empty where there is none. Where an amendment has spoken since, [`cell`](Self::cell) says so.
    pub const fn remark(self) -> &'e str {
        self.row.remark
    }
    pub(super) const fn parts(self) -> (&'e Row, &'e Class) {
        (self.row, self.class)
    }
    /// Whether a region has it in substantive review.
    pub(crate) fn is_in_review(self, region: Region) -> bool {
        self.cell(region).standing == Standing::Devolved(Modality::Review)
    }
    /// How it stands in a region, for a matter that lies within it.
    #[inline]
    pub const fn cell(self, region: Region) -> Cell {
        self.class.cell(region)
    }
    /// Whose power it was before.
    pub const fn origin(self) -> Origin {
        self.cell(Region::Rencheng).origin()
    }
    /// What a case keeps of the item for life, as it stands in a region.
    pub const fn facts(self, region: Region) -> ItemFacts {
        ItemFacts {
            department: self.row.department,
            kind: self.row.kind,
            column: self.row.column,
            cell: self.cell(region),
        }
    }
}

impl PartialEq for Item<'_> {
    /// Equal where key and contents are, of whatever edition.
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row && self.class == other.class
    }
}

impl Eq for Item<'_> {}

impl std::fmt::Debug for Item<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Item({} {})", self.row.key, self.name())
    }
}

impl std::fmt::Display for Item<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// 事项情况: what the rules need of an item in one region; a case keeps it as it was on its filing day (`S4`).
///
/// ```
/// use tongquan::{Edition, Modality, Region, Standing};
/// let facts = Edition::built_in().annex_1(36)?.facts(Region::Wenshang);
/// assert_eq!(facts.department.map(|it| it.label()), Some("市交通运输局"));
/// assert_eq!(facts.standing(false), Standing::Devolved(Modality::Review));
/// assert_eq!(facts.standing(true), Standing::Reserved); // a matter that crosses regions is the city's
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemFacts {
    /// 市级实施部门: the city department; none where the item was not the city's.
    pub department: Option<Department>,
    /// 事项类型: which of the four kinds; the Licensing Law's clocks bind licences alone.
    pub kind: Kind,
    /// 同权方式: the modality in the list's own column, which a remark may set aside for the case's region.
    pub column: Option<Modality>,
    /// 归属: how it stands in the case's region, and why.
    pub cell: Cell,
}

impl ItemFacts {
    /// How the item stands for a matter: `crossing` where it touches a second region.
    pub const fn standing(&self, crossing: bool) -> Standing {
        match (crossing, self.cell.origin()) {
            (false, _) => self.cell.standing,
            (true, Origin::City) => Standing::Reserved,
            (true, Origin::County | Origin::ThreeTier) => Standing::Unresolved,
        }
    }
    /// Whether it was the city's before.
    pub const fn is_formerly_city(&self) -> bool {
        matches!(self.cell.origin(), Origin::City)
    }
}
