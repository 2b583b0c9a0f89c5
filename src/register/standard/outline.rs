use serde::{Deserialize, Serialize};

use super::{Condition, ConditionKind, Limit, Limits, Material, Own, Remedy, ReviewStep, Standard};
use crate::text::{Mark, Text};

/// 标准摘要: the outline of a standard that a case keeps for life: codes and limits, no prose.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let kept = case.record().standard().ok_or("no handbook was on record")?;
/// assert_eq!((kept.edition, kept.outcome.as_str()), (1, "准予"));
/// let required: Vec<&str> = kept.required.iter().map(|it| it.as_str()).collect();
/// assert_eq!(required, ["form", "subject", "proof"]); // what a window asks for
/// let opinion = kept.step(&"opinion".parse()?).ok_or("no such step")?;
/// assert!(opinion.required && opinion.after == ["desk".parse()?]); // after the desk's review
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// 标准版次: edition of the standard: the handbook's, or that of the region's own.
    pub edition: u32,
    /// 区域标准: whose own it is and from what it is drawn; none for the handbook.
    pub own: Option<Own>,
    /// 必要材料: materials without which papers are incomplete.
    pub required: Vec<Mark>,
    /// 其他材料: other materials that it names.
    pub optional: Vec<Mark>,
    /// 受理条件: conditions of acceptance, by their codes.
    pub acceptance: Vec<Mark>,
    /// 审查条件: conditions of review, by their codes.
    pub conditions: Vec<Mark>,
    /// 审查环节: the review steps, in the order of the standard.
    pub steps: Vec<OutlineStep>,
    /// 特别程序: what stops the clock.
    pub procedures: Vec<Mark>,
    /// 准予决定名称: the word for a favourable outcome.
    pub outcome: Text,
    /// 救济途径: remedies that an unfavourable decision tells.
    pub remedies: Vec<Remedy>,
    /// 证照: the licence that results, where one does.
    pub licence: Option<Text>,
    /// 时限: the limits, promised and statutory.
    pub limits: Option<Limits>,
    /// 告知期限: the period for the one notice of corrections.
    pub notice: Option<Limit>,
    /// 补正期限: the applicant's period for corrections; none, and the case never lapses (`S3`).
    pub corrections: Option<Limit>,
}

/// 审查环节: a review step in outline.
///
/// ```
/// use tongquan::AnyCase;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let kept = case.record().standard().ok_or("no handbook was on record")?;
/// // the steps that can be taken first, for the page of a case
/// let first: Vec<&str> = kept.steps.iter().filter(|it| it.after.is_empty()).map(|it| it.code.as_str()).collect();
/// assert_eq!(first, ["desk"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutlineStep {
    /// 编号: its code, by which it is taken.
    pub code: Mark,
    /// 必经: whether a favourable decision needs it.
    pub required: bool,
    /// 前置环节: the steps that come before it.
    pub after: Vec<Mark>,
    /// 可重复: whether it may be taken more than once.
    pub repeats: bool,
    /// 实地核查: whether it is made on site.
    pub on_site: bool,
}

impl Outline {
    /// Whether it names a material.
    pub fn names_material(&self, code: &Mark) -> bool {
        self.required.contains(code) || self.optional.contains(code)
    }
    /// Every material that it names, those required first.
    pub fn every_material(&self) -> impl Iterator<Item = &Mark> + Clone {
        self.required.iter().chain(&self.optional)
    }
    /// Every condition: those of acceptance, then those of review.
    pub fn every_condition(&self) -> impl Iterator<Item = &Mark> + Clone {
        self.acceptance.iter().chain(&self.conditions)
    }
    /// The step of a code.
    pub fn step(&self, code: &Mark) -> Option<&OutlineStep> {
        self.steps.iter().find(|step| step.code == *code)
    }
}

impl Standard {
    /// What a case keeps of it.
    pub fn outline(&self) -> Outline {
        let (required, optional): (Vec<&Material>, Vec<&Material>) = self.materials.iter().partition(|it| it.required);
        let codes = |materials: Vec<&Material>| materials.into_iter().map(|it| it.code.clone()).collect();
        let (accepting, reviewing): (Vec<&Condition>, Vec<&Condition>) =
            self.conditions.iter().partition(|it| it.kind == ConditionKind::Acceptance);
        let step = |it: &ReviewStep| OutlineStep {
            code: it.code.clone(),
            required: it.required,
            after: it.after.clone(),
            repeats: it.repeats,
            on_site: it.on_site,
        };
        Outline {
            edition: self.edition,
            own: self.own,
            required: codes(required),
            optional: codes(optional),
            acceptance: accepting.into_iter().map(|it| it.code.clone()).collect(),
            conditions: reviewing.into_iter().map(|it| it.code.clone()).collect(),
            steps: self.steps.iter().map(step).collect(),
            procedures: self.procedures.iter().map(|it| it.code.clone()).collect(),
            outcome: self.outcome.clone(),
            remedies: self.remedies.clone(),
            licence: self.licence.clone(),
            limits: self.limits,
            notice: self.notice,
            corrections: self.corrections,
        }
    }
}
