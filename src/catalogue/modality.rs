use serde::{Deserialize, Serialize};

use crate::term::{named, terms};

/// 同权方式: the four ways in which a city item is handed to the regions (`C1`). The document closes the list.
///
/// ```
/// use tongquan::Modality;
/// assert_eq!("窗口前移".parse(), Ok(Modality::Window));
/// assert_eq!("window".parse(), Ok(Modality::Window)); // its name in data
/// assert_eq!("委托收件".parse(), Ok(Modality::Intake)); // as `C15` calls it for short
/// assert_eq!("窗口前置".parse::<Modality>().unwrap_err().nearest[0], "窗口前移");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// 直接下放: the region takes in, decides and seals in its own name.
    Direct,
    /// 窗口前移: the city's staff sit in the region's centre; the power stays with the city.
    Window,
    /// 下放实质性审核权: the region reviews, decides, and affixes Seal No. 2 of the city department.
    Review,
    /// 委托收件、受审分离: the region takes in and accepts; the city department decides.
    Intake,
}

terms!(Modality {
    Self::Direct => "直接下放", "direct devolution";
    Self::Window => "窗口前移", "forward service window";
    Self::Review => "下放实质性审核权", "devolved substantive review";
    Self::Intake => "委托收件、受审分离", "entrusted intake";
});
named!(Modality, "委托收件" => Self::Intake);
