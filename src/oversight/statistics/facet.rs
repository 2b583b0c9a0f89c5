use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Month, Subject};
use crate::{
    body::Department,
    case::StageKind,
    catalogue::{Key, Kind, Standing},
    law::Fact,
    place::Region,
    term::terms,
};

/// 统计口径: what cases are grouped by, one by one; for several at once, group by tuples. Rulebook and platform ask for these; more may come.
///
/// ```
/// use tongquan::{AnyCase, Calendar, Region, oversight::{Facet, Statistics}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut statistics = Statistics::on("2024-03-31".parse()?);
/// statistics.add(case.record(), Calendar::built_in(), Facet::all);
/// let told: Vec<String> = statistics.groups().map(|(key, _)| key.zh()).collect();
/// let whole = ["全部", "区域：汶上县", "事项：附件1第33项", "市级部门：市自然资源和规划局", "归属：下放实质性审核权", "类型：其他行政权力",
///     "阶段：归档", "收件月份：2024-03"];
/// assert_eq!(told, whole);
/// assert_eq!(serde_json::to_string(&Facet::Region(Region::Wenshang))?, r#"{"region":"wenshang"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumDiscriminants)]
#[serde(rename_all = "snake_case")]
#[strum_discriminants(name(FacetKind), derive(PartialOrd, Ord, Hash, strum::EnumIter))]
#[strum_discriminants(non_exhaustive)]
#[strum_discriminants(doc = "统计口径种类: what cases are grouped by.")]
#[non_exhaustive]
pub enum Facet {
    /// 全部: all cases in one group.
    All,
    /// 区域: the region whose business it is.
    Region(Region),
    /// 事项: the item, by its key.
    Item(Key),
    /// 市级部门: the item's city department; none for items that are of no city department.
    Department(Option<Department>),
    /// 归属: how the item stands in the region, with the modality.
    Standing(Standing),
    /// 事项类型: which of the four kinds of item.
    Kind(Kind),
    /// 阶段: the stage that the case is at.
    Stage(StageKind),
    /// 收件月份: the month in which it was filed.
    Month(Month),
}

impl Facet {
    /// Every group that a case is counted in.
    pub fn all(of: &Subject<'_>) -> [Self; 8] {
        [
            Self::All,
            Self::Region(of.region()),
            Self::Item(of.item().clone()),
            Self::Department(of.department()),
            Self::Standing(of.standing()),
            Self::Kind(of.kind()),
            Self::Stage(of.stage()),
            Self::Month(of.month()),
        ]
    }

    /// What it is grouped by.
    pub fn kind(&self) -> FacetKind {
        self.into()
    }

    /// Which of it: the region, the item, the month; of all cases, that it is all.
    ///
    /// ```
    /// use tongquan::{Region, oversight::Facet};
    /// assert_eq!(Facet::Region(Region::Wenshang).value().zh(), "汶上县");
    /// assert_eq!(Facet::Department(None).value().to_string(), "of no city department");
    /// ```
    pub fn value(&self) -> Fact {
        match self {
            Self::All => FacetKind::All.into(),
            Self::Region(it) => (*it).into(),
            Self::Item(it) => it.into(),
            Self::Department(Some(it)) => (*it).into(),
            Self::Department(None) => Fact::Term { zh: "无市级部门", en: "of no city department" },
            Self::Standing(it) => (*it).into(),
            Self::Kind(it) => (*it).into(),
            Self::Stage(it) => (*it).into(),
            Self::Month(it) => (*it).into(),
        }
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let kind = self.kind();
        if kind == FacetKind::All {
            kind.label().to_owned()
        } else {
            format!("{}：{}", kind.label(), self.value().zh())
        }
    }
}

terms!(FacetKind {
    Self::All => "全部", "all";
    Self::Region => "区域", "region";
    Self::Item => "事项", "item";
    Self::Department => "市级部门", "department";
    Self::Standing => "归属", "standing";
    Self::Kind => "类型", "kind";
    Self::Stage => "阶段", "stage";
    Self::Month => "收件月份", "filed in";
});

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        if kind == FacetKind::All { kind.fmt(f) } else { write!(f, "{kind}: {}", self.value()) }
    }
}
