use serde::{Deserialize, Serialize};

use crate::{
    term::{named, terms},
    text::{Mark, Text},
};

/// 特别程序: a proceeding that the standard provides for, during which the clock stands (`APL45`).
///
/// ```
/// use tongquan::{Office, register::ProcedureKind};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let handbook = office.now().handbook(&"A1-36".parse()?, "2024-03-04".parse()?).ok_or("none")?;
/// let panel = &handbook.procedures[0]; // what a suspension names by its code
/// assert_eq!((panel.code.as_str(), panel.kind, panel.applicant_pays), ("panel", Some(ProcedureKind::ExpertReview), false));
/// assert_eq!(panel.kind.map(ProcedureKind::label), Some("专家评审"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// 编号: its code, which a suspension names.
    pub code: Mark,
    /// 名称: what it is.
    pub name: Text,
    /// 种类: which of those that the Licensing Law lists; for a licence it is one of them.
    #[serde(default)]
    pub kind: Option<ProcedureKind>,
    /// 行政相对人承担评审费用: whether the applicant pays the experts whom it needs (`C8`); to make the applicant pay is growth, as a fee is (`S41`).
    #[serde(default)]
    pub applicant_pays: bool,
}

/// 不计入期限的八种程序: the eight whose time is not counted for a licence. Closed by the Licensing Law (`APL45`).
///
/// ```
/// use tongquan::register::{Procedure, ProcedureKind};
/// let hearing: Procedure = serde_json::from_str(r#"{"code": "hearing", "name": "听证", "kind": "hearing"}"#)?;
/// assert_eq!(hearing.kind.map(ProcedureKind::english), Some("hearing"));
/// // none of the eight, so not for a licence
/// let other: Procedure = serde_json::from_str(r#"{"code": "other", "name": "（虚构）其他程序"}"#)?;
/// assert_eq!(other.kind, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProcedureKind {
    /// 听证: a hearing.
    Hearing,
    /// 招标: a tender.
    Tender,
    /// 拍卖: an auction.
    Auction,
    /// 检验: an inspection of a thing.
    Inspection,
    /// 检测: a test.
    Testing,
    /// 检疫: a quarantine check.
    Quarantine,
    /// 鉴定: an appraisal.
    Appraisal,
    /// 专家评审: a review by experts.
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
