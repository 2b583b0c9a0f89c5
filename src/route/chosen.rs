use serde::{Deserialize, Serialize};

use super::Supervision;
use crate::{
    body::{Body, Unit},
    catalogue::Modality,
    place::Township,
};

/// 自行确定的方式: by which of the four modalities a region shares a three-tier item with its townships, and the county's bodies that it needs
/// (`A2`, `S10`). Closed by the document.
///
/// ```
/// use tongquan::{Modality, route::ChosenWay, text::Mark};
/// // as a choice is written in the registers, with the body by its id
/// let way = |json: &str| serde_json::from_str::<ChosenWay<Mark>>(json);
/// assert_eq!(way(r#"{"review": {"seal": "township"}}"#)?.county(), None); // the township's own seal
/// let as_county = way(r#"{"review": {"seal": {"county": "wenshang-bureau"}}}"#)?;
/// assert_eq!(as_county.county().map(Mark::as_str), Some("wenshang-bureau"));
/// assert_eq!(as_county.modality(), Modality::Review);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ChosenWayOf{U}"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChosenWay<U = Unit> {
    /// 直接下放: the township in its own name.
    Direct,
    /// 窗口前移: staff of a county body sit in the township.
    Window {
        /// 县级单位: the county body whose staff sit there, and which decides.
        county: U,
    },
    /// 下放实质性审核权: the township decides, under the seal that the choice names.
    Review {
        /// 所用印章: whose seal; none named, and the choice is not usable (`S20`). Never Seal No. 2.
        seal: Option<ReviewSeal<U>>,
    },
    /// 委托收件: the township takes in and accepts, a county body decides.
    Intake {
        /// 县级单位: the county body that decides.
        county: U,
    },
}

/// 审核用章: under whose seal a township decides what it reviews (`S20`).
///
/// ```
/// use tongquan::{route::ReviewSeal, text::Mark};
/// let seal: ReviewSeal<Mark> = serde_json::from_str(r#"{"county": "wenshang-bureau"}"#)?; // as a choice names it, by the body's id
/// assert!(matches!(seal, ReviewSeal::County(body) if body.as_str() == "wenshang-bureau"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ReviewSealOf{U}"))]
#[serde(rename_all = "snake_case")]
pub enum ReviewSeal<U = Unit> {
    /// 乡镇自有印章: the township's own.
    Township,
    /// 县级单位印章: that of a county body, affixed by the township (`S53`).
    County(U),
}

impl<U> ChosenWay<U> {
    /// Which of the four.
    pub const fn modality(&self) -> Modality {
        match self {
            Self::Direct => Modality::Direct,
            Self::Window { .. } => Modality::Window,
            Self::Review { .. } => Modality::Review,
            Self::Intake { .. } => Modality::Intake,
        }
    }

    /// The county's body that it needs.
    pub const fn county(&self) -> Option<&U> {
        match self {
            Self::Window { county }
            | Self::Intake { county }
            | Self::Review { seal: Some(ReviewSeal::County(county)) } => Some(county),
            Self::Direct | Self::Review { seal: None | Some(ReviewSeal::Township) } => None,
        }
    }

    /// The same with the county's body told in another way; none where there is no telling it.
    pub(crate) fn told<V>(&self, county: impl FnOnce(&U) -> Option<V>) -> Option<ChosenWay<V>> {
        Some(match self {
            Self::Direct => ChosenWay::Direct,
            Self::Window { county: it } => ChosenWay::Window { county: county(it)? },
            Self::Review { seal: None } => ChosenWay::Review { seal: None },
            Self::Review { seal: Some(ReviewSeal::Township) } => ChosenWay::Review { seal: Some(ReviewSeal::Township) },
            Self::Review { seal: Some(ReviewSeal::County(it)) } => {
                ChosenWay::Review { seal: Some(ReviewSeal::County(county(it)?)) }
            }
            Self::Intake { county: it } => ChosenWay::Intake { county: county(it)? },
        })
    }
}

/// 本区域的选择: what a region chose for a three-tier item in one township. A case keeps it.
///
/// ```
/// use tongquan::{AnyCase, Modality};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/township_intake.json")?)?;
/// let chosen = case.record().brief().undertaking.chosen.as_ref().ok_or("nothing was chosen")?;
/// assert_eq!((chosen.way.modality(), chosen.body.name.as_str()), (Modality::Intake, "拳铺镇人民政府（虚构）"));
/// let decides = chosen.way.county().ok_or("no county body")?;
/// assert_eq!(case.record().route().decision().is.zh(), decides.name.as_str());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// 同权方式: by which modality, with the county's body.
    pub way: ChosenWay,
    /// 乡镇（街道）: the township.
    pub township: Township,
    /// 乡镇单位: the township's body.
    pub body: Unit,
    /// 监管单位: who supervises what the county's approval bureau decides of it.
    pub supervision: Supervision<Body>,
}
