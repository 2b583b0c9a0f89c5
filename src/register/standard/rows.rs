use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Element, Example, Limit, Limits, Procedure};
use crate::{
    catalogue::Key,
    place::Region,
    term::{named, terms},
    text::{Mark, Text},
};

/// 业务手册、区域标准: the standard by which an item is handled (`C7`): what papers, which steps, which conditions, which
/// limits.
///
/// It is the city department's handbook, or where `own` is given a region's own, drawn from an edition of the handbook.
/// How a region may depart from it, [`check_line`](super::check_line) tells. Fields that a file leaves out are empty, but for edition, day, materials, conditions, steps, outcome and remedies, which it always names; a
/// mark that is left out lets nothing be dropped.
///
/// ```
/// use tongquan::register::Standard;
/// let handbook: Standard = serde_json::from_str(r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15",
///     "materials": [{"code": "form", "name": "申请表", "required": true},
///                   {"code": "photo", "name": "现场照片", "required": true, "dispensable": true}],
///     "conditions": [{"code": "scope", "name": "属于本事项", "kind": "acceptance"}, {"code": "eligible", "name": "符合条件"}],
///     "steps": [{"code": "desk", "name": "材料审查", "required": true},
///               {"code": "site", "name": "现场核查", "required": true, "after": ["desk"], "dispensable": true}],
///     "fees": [{"code": "book", "name": "工本费", "amount": 1000, "by": "（虚构）收费文件"}],
///     "outcome": "确认", "refusal": "不予确认", "remedies": ["reconsideration", "litigation"],
///     "review_points": ["核对站级与客流"], "pitfalls": ["客流按年度平均日计"],
///     "examples": [{"kind": "model", "text": "（虚构）某站一次办结"}],
///     "limits": {"promised": {"amount": 5, "unit": "working_day"}}}"#)?;
/// assert!(!handbook.materials[0].dispensable && handbook.own.is_none());
/// assert_eq!(handbook.conditions.iter().map(|it| it.kind.label()).collect::<Vec<_>>(), ["受理条件", "审查条件"]);
/// assert_eq!(handbook.steps[1].after, [handbook.steps[0].code.clone()]);
/// assert_eq!(handbook.fees[0].amount, 1000); // 10 yuan
/// assert_eq!(handbook.remedies[0].label(), "行政复议");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// 事项: the item that is handled by it.
    pub item: Key,
    /// 版次: its edition, counted from 1; a region's own editions are counted by themselves.
    pub edition: u32,
    /// 施行日: first day in force.
    #[serde(with = "crate::time::Iso")]
    pub from: NaiveDate,
    /// 区域标准: whose own it is and from what it is drawn; none for the city department's handbook.
    #[serde(default)]
    pub own: Option<Own>,
    /// 申请材料: the papers that an application may need.
    pub materials: Vec<Material>,
    /// 受理条件与审查条件: the conditions of acceptance and of review.
    pub conditions: Vec<Condition>,
    /// 办件流程: the review steps.
    pub steps: Vec<ReviewStep>,
    /// 特别程序: what stops the clock.
    #[serde(default)]
    pub procedures: Vec<Procedure>,
    /// 收费标准: what the applicant pays.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// 准予决定名称: the word for a favourable outcome: 准予, 备案, 确认, 鉴定结论 …
    pub outcome: Text,
    /// 不予决定名称: the word for an unfavourable outcome, where the handbook gives one.
    #[serde(default)]
    pub refusal: Option<Text>,
    /// 救济途径: the remedies that an unfavourable decision tells.
    pub remedies: Vec<Remedy>,
    /// 证照: the licence that results, where one does.
    #[serde(default)]
    pub licence: Option<Text>,
    /// 办理时限: the limits, promised and statutory.
    #[serde(default)]
    pub limits: Option<Limits>,
    /// 告知期限: the period for the one notice of corrections, from the filing day (`S8`); a licence's is at most the law's.
    #[serde(default)]
    pub notice: Option<Limit>,
    /// 补正期限: the period that the applicant has for corrections, from the notice; where none is given, a case never lapses (`S3`).
    #[serde(default)]
    pub corrections: Option<Limit>,
    /// 审核要点: what to look at, of complex items.
    #[serde(default)]
    pub review_points: Vec<Text>,
    /// 易错环节: where omissions and mistakes come easily.
    #[serde(default)]
    pub pitfalls: Vec<Text>,
    /// 典型示范案例、典型错误案例: cases to go by, and to avoid.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// 增加的依据: for each thing that grew, the law or higher policy that asks for it (`C3`, `S41`). A region cites none.
    #[serde(default)]
    pub grown: Vec<Grown>,
    /// 改革前基线: the state before the reform, in a handbook's first edition.
    #[serde(default)]
    pub baseline: Option<Baseline>,
}

/// 区域标准: whose own standard it is, and from which handbook it is drawn (`C7`, `S42`).
///
/// ```
/// use tongquan::{Office, Region, register::{Own, Revision}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let (item, day) = ("A1-36".parse()?, "2024-03-04".parse()?);
/// let mut own = office.now().handbook(&item, day).ok_or("none")?.clone();
/// own.own = Some(Own { region: Region::Wenshang, handbook: own.edition });
/// (own.from, own.limits.as_mut().ok_or("no limits")?.promised.amount) = (day, 3); // it may be quicker
/// let office = office.record(&Revision { standards: vec![own], ..Revision::on(day) })?;
/// let promised = |region| office.now().standard(&item, region, day).and_then(|it| it.limits).map(|it| it.promised.amount);
/// assert_eq!((promised(Region::Wenshang), promised(Region::Qufu)), (Some(3), Some(5)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// 区域: the region whose own it is.
    pub region: Region,
    /// 手册版次: the edition of the handbook.
    pub handbook: u32,
}

/// 申请材料: one of the papers.
///
/// ```
/// use tongquan::register::Material;
/// let photo: Material = serde_json::from_str(r#"{"code": "photo", "name": "现场照片", "required": true, "dispensable": true}"#)?;
/// assert!(photo.required && photo.dispensable); // asked for, and a region may drop it
/// let form: Material = serde_json::from_str(r#"{"code": "form", "name": "申请表", "required": true}"#)?;
/// assert!(!form.dispensable); // not said: the law requires it
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// 编号: its code, by which cases name it.
    pub code: Mark,
    /// 名称: what the paper is called.
    pub name: Text,
    /// 必要: whether papers are incomplete without it.
    pub required: bool,
    /// 非法定: whether no law requires it, so that a region may drop it. Not said: the law requires it.
    #[serde(default)]
    pub dispensable: bool,
}

/// 受理条件或审查条件: one of the conditions.
///
/// ```
/// use tongquan::register::{Condition, ConditionKind};
/// let condition: Condition = serde_json::from_str(r#"{"code": "eligible", "name": "符合条件"}"#)?;
/// assert_eq!(condition.kind, ConditionKind::Review); // not said: of review
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// 编号: its code, by which decisions name it.
    pub code: Mark,
    /// 内容: what must be so.
    pub name: Text,
    /// 种类: of what; not said: of review.
    #[serde(default)]
    pub kind: ConditionKind,
}

/// 条件种类: what a condition is asked for.
///
/// ```
/// use tongquan::{Office, register::ConditionKind};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let handbook = office.now().handbook(&"A1-36".parse()?, "2024-03-04".parse()?).ok_or("none")?;
/// // what a decision attests one by one
/// let review = handbook.conditions.iter().filter(|it| it.kind == ConditionKind::Review);
/// assert_eq!(review.map(|it| it.name.as_str()).collect::<Vec<_>>(), ["申请人符合条件", "材料真实有效"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConditionKind {
    /// 受理条件: of acceptance: unmet, what is no licence may be turned away.
    Acceptance,
    /// 审查条件: of review: attested, or named as unmet, by the decision.
    #[default]
    Review,
}

terms!(ConditionKind {
    Self::Acceptance => "受理条件", "condition of acceptance";
    Self::Review => "审查条件", "condition of review";
});
named!(word: ConditionKind);

/// 审查环节: one of the review steps.
///
/// ```
/// use tongquan::Office;
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let handbook = office.now().handbook(&"A1-36".parse()?, "2024-03-04".parse()?).ok_or("none")?;
/// let required: Vec<&str> = handbook.steps.iter().filter(|it| it.required).map(|it| it.code.as_str()).collect();
/// assert_eq!(required, ["desk", "opinion"]); // a favourable decision needs them
/// let site = &handbook.steps[1];
/// assert_eq!((site.name.as_str(), site.after[0].as_str(), site.repeats), ("现场核查", "desk", false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewStep {
    /// 编号: its code, by which it is taken.
    pub code: Mark,
    /// 名称: what is done.
    pub name: Text,
    /// 必经: whether a favourable decision needs it.
    pub required: bool,
    /// 前置环节: the steps that come before it.
    #[serde(default)]
    pub after: Vec<Mark>,
    /// 可重复: whether it may be taken more than once.
    #[serde(default)]
    pub repeats: bool,
    /// 非法定: whether no law requires it, so that a region may drop or merge it. Not said: the law requires it.
    #[serde(default)]
    pub dispensable: bool,
    /// 实地核查: whether it is made on site, for a licence by two officers (`APL34`).
    #[serde(default)]
    pub on_site: bool,
    /// 合并环节: in a region's own, the handbook's dispensable steps whose place it takes.
    #[serde(default)]
    pub merges: Vec<Mark>,
}

/// 收费: one of the fees.
///
/// ```
/// use tongquan::register::Fee;
/// let fee: Fee = serde_json::from_str(r#"{"code": "book", "name": "工本费", "amount": 1250, "by": "（虚构）收费文件"}"#)?;
/// assert_eq!(format!("{}.{:02}元", fee.amount / 100, fee.amount % 100), "12.50元");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// 编号: its code within the standard.
    pub code: Mark,
    /// 名称: what the fee is called.
    pub name: Text,
    /// 数额: how much, in fen 分: hundredths of a yuan.
    pub amount: u64,
    /// 收费依据: what allows it.
    pub by: Text,
}

/// 救济途径: what an applicant may do against a decision.
///
/// ```
/// use tongquan::Office;
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let handbook = office.now().handbook(&"A1-36".parse()?, "2024-03-04".parse()?).ok_or("none")?;
/// // what a decision that is not favourable tells, in words
/// assert_eq!(handbook.remedies.iter().map(|it| it.label()).collect::<Vec<_>>(), ["行政复议", "行政诉讼"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// 行政复议: reconsideration by an administrative authority.
    Reconsideration,
    /// 行政诉讼: litigation before a court.
    Litigation,
}

terms!(Remedy {
    Self::Reconsideration => "行政复议", "administrative reconsideration";
    Self::Litigation => "行政诉讼", "administrative litigation";
});
named!(word: Remedy);

/// 增加的依据: the law or higher policy cited for one thing that grew (`C3`). A thing may be cited for by several.
///
/// ```
/// use tongquan::register::{Element, Grown};
/// let cited: Grown = serde_json::from_str(r#"{"element": "material", "code": "photo", "by": "（虚构）上级文件"}"#)?;
/// assert_eq!((cited.element, cited.element.label()), (Element::Material, "材料"));
/// let limit: Grown = serde_json::from_str(r#"{"element": "limit", "by": "（虚构）上级文件"}"#)?;
/// assert_eq!(limit.code, None); // there is one promised limit, so it needs no code
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grown {
    /// 所增内容: what kind of thing.
    pub element: Element,
    /// 编号: its code; none for the promised limit and the period for the notice, which have none.
    #[serde(default)]
    pub code: Option<Mark>,
    /// 法定依据: the law or policy.
    pub by: Text,
}

/// 改革前基线: the state before the reform, as far as it is given, against which a first edition is measured (`C7`:
/// 只减不增).
///
/// What is not given is not measured: a list that is left out is unknown; an empty one says that there was nothing.
///
/// ```
/// use tongquan::register::Standard;
/// let first: Standard = serde_json::from_str(r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15", "conditions": [], "steps": [],
///     "materials": [{"code": "form", "name": "申请表", "required": true}], "outcome": "确认", "remedies": [],
///     "baseline": {"materials": [{"code": "form", "name": "申请表", "required": true}, {"code": "copy", "name": "复印件", "required": true}]}}"#)?;
/// let told = first.against_baseline().ok_or("no baseline")?;
/// assert_eq!(told.to_string(), "material 复印件 (copy) dropped (against the baseline)"); // of steps, fees and limits nothing is said
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Baseline {
    /// 环节: the review steps that there were.
    pub steps: Option<Vec<ReviewStep>>,
    /// 材料: the papers that were asked for.
    pub materials: Option<Vec<Material>>,
    /// 收费: the fees that were taken.
    pub fees: Option<Vec<Fee>>,
    /// 承诺时限: the limit that was promised.
    pub promised: Option<Limit>,
}
