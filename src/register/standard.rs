use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    catalogue::Key,
    term::terms,
    text::{Mark, Text},
};

/// 业务手册: the standard by which an item is handled (`C7`): what papers, which steps, which conditions, which limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// The item.
    pub item: Key,
    /// Its edition, counted from 1.
    pub edition: u32,
    /// First day in force.
    #[serde(with = "crate::time::iso")]
    pub from: NaiveDate,
    /// 申请材料
    pub materials: Vec<Material>,
    /// 受理条件与审查条件
    pub conditions: Vec<Condition>,
    /// 办件流程: the review steps.
    pub steps: Vec<ReviewStep>,
    /// The word for a favourable outcome: 准予, 备案, 确认, 鉴定结论 …
    pub outcome: Text,
    /// The remedies that an unfavourable decision tells.
    pub remedies: Vec<Remedy>,
    /// 证照: the licence that results, where one does.
    #[serde(default)]
    pub licence: Option<Text>,
    /// 办理时限
    #[serde(default)]
    pub limits: Option<Limits>,
}

/// One of the papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Its code.
    pub code: Mark,
    /// Its name.
    pub name: Text,
    /// Whether papers are incomplete without it.
    pub required: bool,
}

/// One of the conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Its code.
    pub code: Mark,
    /// What must be so.
    pub name: Text,
}

/// One of the review steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewStep {
    /// Its code.
    pub code: Mark,
    /// What is done.
    pub name: Text,
    /// Whether a favourable decision needs it.
    pub required: bool,
    /// The steps that come before it.
    #[serde(default)]
    pub after: Vec<Mark>,
    /// Whether it may be taken more than once.
    #[serde(default)]
    pub repeats: bool,
}

/// 救济途径
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// 行政复议
    Reconsideration,
    /// 行政诉讼
    Litigation,
}

terms!(Remedy {
    Self::Reconsideration => "行政复议", "administrative reconsideration";
    Self::Litigation => "行政诉讼", "administrative litigation";
});

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// 工作日
    WorkingDay,
    /// 日
    Day,
}

terms!(TimeUnit {
    Self::WorkingDay => "工作日", "working days";
    Self::Day => "日", "days";
});

/// A limit with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: TimeUnit,
}

/// 承诺时限、法定时限. Promised at most the statutory one, in the same unit; across units nothing is compared, which is a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// 承诺时限
    pub promised: Limit,
    /// 法定时限, where the law sets one.
    #[serde(default)]
    pub statutory: Option<Limit>,
}

/// The outline of a standard that a case keeps for life: codes and limits, no prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// Edition of the standard.
    pub edition: u32,
    /// Materials without which papers are incomplete.
    pub required: Vec<Mark>,
    /// Other materials that it names.
    pub optional: Vec<Mark>,
    /// Conditions.
    pub conditions: Vec<Mark>,
    /// Review steps.
    pub steps: Vec<OutlineStep>,
    /// The word for a favourable outcome.
    pub outcome: Text,
    /// Remedies that an unfavourable decision tells.
    pub remedies: Vec<Remedy>,
    /// The licence that results, where one does.
    pub licence: Option<Text>,
    /// Limits.
    pub limits: Option<Limits>,
}

/// A review step in outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlineStep {
    /// Its code.
    pub code: Mark,
    /// Whether a favourable decision needs it.
    pub required: bool,
    /// The steps that come before it.
    pub after: Vec<Mark>,
    /// Whether it may be taken more than once.
    pub repeats: bool,
}

impl Outline {
    /// Whether it names a material.
    pub fn names_material(&self, code: &Mark) -> bool {
        self.required.contains(code) || self.optional.contains(code)
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
        let step = |it: &ReviewStep| OutlineStep {
            code: it.code.clone(),
            required: it.required,
            after: it.after.clone(),
            repeats: it.repeats,
        };
        Outline {
            edition: self.edition,
            required: codes(required),
            optional: codes(optional),
            conditions: self.conditions.iter().map(|it| it.code.clone()).collect(),
            steps: self.steps.iter().map(step).collect(),
            outcome: self.outcome.clone(),
            remedies: self.remedies.clone(),
            licence: self.licence.clone(),
            limits: self.limits,
        }
    }
}

impl Limits {
    /// Promised at most the statutory one, in the same unit.
    pub fn is_within(&self) -> bool {
        self.statutory.is_none_or(|it| it.unit == self.promised.unit && self.promised.amount <= it.amount)
    }
}
