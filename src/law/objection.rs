use std::{borrow::Cow, fmt};

use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Rule, Source, source::ids};
use crate::{
    text::{Bilingual, Mark, Person, Text, quoted},
    time::Moment,
    written::written,
};

/// 事实: what a judgement compared. Closed words carry both their names.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{case::{StepKind, steps::DecideFavourably}, law::Fact};
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // accepted, and nothing reviewed
/// let why = case.apply(DecideFavourably { attested: vec![] }.into(), stamp, &office).unwrap_err().why;
/// let missing = &why.objections()[0].expected; // the steps that are required
/// assert_eq!((missing.zh(), missing.to_string()), ("desk、opinion".into(), "desk, opinion".into()));
/// assert!(matches!(missing, Fact::List(steps) if steps.len() == 2));
/// assert_eq!(serde_json::to_value(missing)?["list"][0]["mark"], "desk");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fact {
    /// 无: no such record, or nothing was given.
    Nothing,
    /// 用语: a word out of a closed list.
    Term {
        /// 中文: the document's own word.
        zh: &'static str,
        /// 英文: the English term.
        en: &'static str,
    },
    /// 说明: words made of what was given.
    Told {
        /// 中文: in Chinese.
        zh: String,
        /// 英文: in English.
        en: String,
    },
    /// 文本: a name or text.
    Text(Text),
    /// 代号: an identifier.
    Mark(Mark),
    /// 名称: a name from the tables, or made of one.
    Name(Cow<'static, str>),
    /// 日: a day.
    Day(#[serde(with = "crate::time::Iso")] NaiveDate),
    /// 时刻: a moment.
    Moment(Moment),
    /// 数: a number.
    Number(u64),
    /// 多项: several.
    List(Vec<Self>),
}

impl Fact {
    /// What a list wanted that names something twice.
    pub(crate) const ONCE: Self = Self::Term { zh: "每项一次", en: "each once" };

    /// What tells itself in both languages, as it does.
    pub(crate) fn told_by(it: &impl Bilingual) -> Self {
        Self::Told { zh: it.zh(), en: it.to_string() }
    }
    /// Several facts as one; none is [`Fact::Nothing`].
    pub fn list<T: Into<Self>>(facts: impl IntoIterator<Item = T>) -> Self {
        let facts: Vec<Self> = facts.into_iter().map(Into::into).collect();
        if facts.is_empty() { Self::Nothing } else { Self::List(facts) }
    }

    /// What is wanted, and names of it that are near to what was given.
    pub(crate) fn near((zh, en): (&str, &str), names: &[String]) -> Self {
        if names.is_empty() {
            return Self::Told { zh: zh.to_owned(), en: en.to_owned() };
        }
        let (zh, en) = (format!("{zh}（相近的有{}）", quoted(names)), format!("{en} (near it: {})", names.join(", ")));
        Self::Told { zh, en }
    }

    /// A span of days, open where there is none.
    pub(crate) fn span(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Self {
        let (zh, en) = match (from, until) {
            (Some(from), Some(until)) => (format!("{from}至{until}"), format!("{from} to {until}")),
            (Some(from), None) => (format!("{from}起"), format!("from {from} on")),
            (None, Some(until)) => (format!("至{until}"), format!("up to {until}")),
            (None, None) => return Self::Nothing,
        };
        Self::Told { zh, en }
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        self.told(true)
    }

    fn told(&self, chinese: bool) -> String {
        match self {
            Self::Nothing => if chinese { "无" } else { "nothing" }.to_owned(),
            Self::Term { zh, en } => if chinese { zh } else { en }.to_string(),
            Self::Told { zh, en } => if chinese { zh } else { en }.clone(),
            Self::Text(text) => text.to_string(),
            Self::Mark(mark) => mark.to_string(),
            Self::Name(name) => name.clone().into_owned(),
            Self::Day(day) => day.to_string(),
            Self::Moment(moment) => moment.to_string(),
            Self::Number(number) => number.to_string(),
            Self::List(facts) => {
                let told: Vec<String> = facts.iter().map(|fact| fact.told(chinese)).collect();
                told.join(if chinese { "、" } else { ", " })
            }
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(false))
    }
}

macro_rules! from {
    ($($Type:ty => $Variant:ident),+ $(,)?) => {$(
        impl From<$Type> for Fact {
            fn from(it: $Type) -> Self {
                Self::$Variant(it)
            }
        }
    )+};
}
from!(Text => Text, Mark => Mark, NaiveDate => Day, Moment => Moment, u64 => Number);

impl From<&Mark> for Fact {
    fn from(it: &Mark) -> Self {
        Self::Mark(it.clone())
    }
}

impl From<Person> for Fact {
    fn from(it: Person) -> Self {
        Self::Mark(it.into())
    }
}

impl From<&Person> for Fact {
    fn from(it: &Person) -> Self {
        it.clone().into()
    }
}

/// The one value that says nothing.
impl From<()> for Fact {
    fn from((): ()) -> Self {
        Self::Nothing
    }
}

impl<T: Into<Self>> From<Option<T>> for Fact {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Nothing, Into::into)
    }
}

/// 不予办理的理由: one rule that did not hold, what it wanted and what was there.
///
/// It serialises with what it rests on, and told in both languages, beside it.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::DecideFavourably}};
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // accepted, and nothing reviewed
/// let why = case.apply(DecideFavourably { attested: vec![] }.into(), stamp, &office).unwrap_err().why;
/// let first = &why.objections()[0];
/// assert_eq!(first.rule, Rule::RequiredStepsDone);
/// assert_eq!(first.zh(), "手册所定必经环节须全部完成〔C7〕应为：desk、opinion；实为：无。补救：办完所缺环节");
/// // what a service passes on: the rule by its id, the facts, both languages, and what it rests on
/// let sent = serde_json::to_value(first)?;
/// assert_eq!((&sent["rule"], &sent["basis"][0]), (&"required_steps_done".into(), &"C7".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// 规则: the rule; it carries clause, sentence and remedy.
    pub rule: Rule,
    /// 应为: what would have satisfied it.
    pub expected: Fact,
    /// 实为: what was found.
    pub got: Fact,
}

impl Objection {
    /// What the rule rests on.
    pub const fn sources(&self) -> &'static [Source] {
        self.rule.sources()
    }

    /// Rule, sources, facts and remedy in Chinese.
    pub fn zh(&self) -> String {
        let rule = self.rule;
        let (expected, got) = (self.expected.zh(), self.got.zh());
        format!("{}〔{}〕应为：{expected}；实为：{got}。补救：{}", rule.zh(), ids(rule.sources()), rule.remedy_zh())
    }
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, expected, got } = self;
        let cited = ids(rule.sources());
        write!(f, "{} [{cited}] expected: {expected}; got: {got}; to mend: {}", rule.en(), rule.remedy_en())
    }
}

impl Serialize for Objection {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let cited: Vec<String> = self.sources().iter().map(|it| it.cite()).collect();
        let mut objection = to.serialize_struct("Objection", 7)?;
        objection.serialize_field("rule", &self.rule)?;
        objection.serialize_field("expected", &self.expected)?;
        objection.serialize_field("got", &self.got)?;
        objection.serialize_field("zh", &self.zh())?;
        objection.serialize_field("en", &self.to_string())?;
        objection.serialize_field("basis", self.sources())?;
        objection.serialize_field("cited", &cited)?;
        objection.end()
    }
}

written! {
    Objection => "Objection", of rule: Rule, fact: Fact, source: Source => {
        "type": "object", "additionalProperties": false,
        "required": ["rule", "expected", "got", "zh", "en", "basis", "cited"],
        "description": "不予办理的理由: one rule that did not hold, what it wanted and what was there",
        "properties": {
            "rule": { "allOf": [rule], "description": "规则: by its identifier" },
            "expected": { "allOf": [fact], "description": "应为: what would have satisfied it" },
            "got": { "allOf": [fact], "description": "实为: what was found" },
            "zh": { "type": "string", "description": "中文: rule, sources, facts and remedy in Chinese" },
            "en": { "type": "string", "description": "英文: the same in English" },
            "basis": { "type": "array", "items": source, "description": "依据: what the rule rests on" },
            "cited": { "type": "array", "items": { "type": "string" }, "description": "依据所在: where each of them stands, in Chinese" },
        },
    };
}

/// 不予办理: every rule that did not hold, in the order in which they were judged. Never empty.
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::DecideFavourably}};
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // accepted, and nothing reviewed
/// let refused = case.apply(DecideFavourably { attested: vec![] }.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::RequiredStepsDone) && !refused.why.names(Rule::RemediesTold));
/// let rules: Vec<&str> = refused.why.objections().iter().map(|it| it.rule.id()).collect();
/// assert_eq!(rules, ["required_steps_done", "conditions_attested"]);
/// assert_eq!(refused.why.zh().lines().count(), 2); // each reason one line, under one another
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Refusal(Vec<Objection>);

impl Refusal {
    pub(crate) fn of(objection: Objection) -> Self {
        Self(vec![objection])
    }
    pub(super) const fn all(objections: Vec<Objection>) -> Self {
        Self(objections)
    }
    pub(crate) fn add(&mut self, objection: Objection) {
        self.0.push(objection);
    }
    /// Says otherwise what a rule got.
    pub(crate) fn tell(&mut self, rule: Rule, got: Fact) {
        if let Some(objection) = self.0.iter_mut().find(|it| it.rule == rule) {
            objection.got = got;
        }
    }
    /// Every reason.
    pub fn objections(&self) -> &[Objection] {
        &self.0
    }
    /// Whether a rule is among the reasons.
    pub fn names(&self, rule: Rule) -> bool {
        self.0.iter().any(|objection| objection.rule == rule)
    }
    /// Every reason in Chinese, one a line.
    pub fn zh(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(Objection::zh).collect();
        lines.join("\n")
    }
}

impl<'a> IntoIterator for &'a Refusal {
    type Item = &'a Objection;
    type IntoIter = std::slice::Iter<'a, Objection>;

    fn into_iter(self) -> Self::IntoIter {
        self.objections().iter()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")?;
        for objection in &self.0 {
            write!(f, "\n- {objection}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
