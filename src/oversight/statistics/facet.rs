use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Month, Subject};
use crate::{
    body::Department,
    case::StageKind,
    catalogue::{Key, Kind, Standing},
    law::Fact,
    place::Region,
};

/// 统计口径: what cases are grouped by, one by one; for several at once, group by tuples. Closed: rulebook and platform ask for these.
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// 全部
    All,
    /// 区域
    Region(Region),
    /// 事项
    Item(Key),
    /// 市级部门; none for items that are of no city department.
    Department(Option<Department>),
    /// 归属, with the modality.
    Standing(Standing),
    /// 事项类型
    Kind(Kind),
    /// 阶段
    Stage(StageKind),
    /// 收件月份
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

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        self.told().map_or_else(|| "全部".into(), |(zh, _, of)| format!("{zh}：{}", of.zh()))
    }

    /// What is grouped by, and by which of it; of all there is nothing to tell.
    fn told(&self) -> Option<(&'static str, &'static str, Fact)> {
        Some(match self {
            Self::All => return None,
            Self::Region(it) => ("区域", "region", (*it).into()),
            Self::Item(it) => ("事项", "item", it.into()),
            Self::Department(it) => ("市级部门", "department", (*it).into()),
            Self::Standing(it) => ("归属", "standing", (*it).into()),
            Self::Kind(it) => ("类型", "kind", (*it).into()),
            Self::Stage(it) => ("阶段", "stage", (*it).into()),
            Self::Month(it) => ("收件月份", "filed in", Fact::Told { zh: it.to_string(), en: it.to_string() }),
        })
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.told() {
            None => f.write_str("all"),
            Some((_, en, of)) => write!(f, "{en}: {of}"),
        }
    }
}
