use serde::{Deserialize, Serialize};

use crate::{
    term::{named, terms},
    text::{Mark, Text},
};

/// 特别程序: a proceeding that the standard provides for, while which the clock stands (`APL45`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// 编号: its code.
    pub code: Mark,
    /// 名称: what it is.
    pub name: Text,
    /// 种类: which of those that the Licensing Law lists; for a licence it is one of them.
    #[serde(default)]
    pub kind: Option<ProcedureKind>,
    /// 行政相对人承担评审费用: whether the applicant pays the experts whom it needs (`C8`); to make him pay is growth, as a fee is (`S41`).
    #[serde(default)]
    pub applicant_pays: bool,
}

/// 不计入期限的八种程序: the eight whose time is not counted for a licence. Closed by the Licensing Law (`APL45`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProcedureKind {
    /// 听证
    Hearing,
    /// 招标
    Tender,
    /// 拍卖
    Auction,
    /// 检验
    Inspection,
    /// 检测
    Testing,
    /// 检疫
    Quarantine,
    /// 鉴定
    Appraisal,
    /// 专家评审
    ExpertReview,
}

terms!(ProcedureKind {
    Self::Hearing => "听证", "hearing";
    Self::Tender => "招标", "tender";
    Self::Auction => "拍卖", "auction";
    Self::Inspection => "检验", "inspection";
    Self::Testing => "检测", "testing";
    Self::Quarantine => "检疫", "quarantine";
    Self::Appraisal => "鉴定", "appraisal";
    Self::ExpertReview => "专家评审", "expert review";
});
named!(word: ProcedureKind);
