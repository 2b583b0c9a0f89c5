use std::{borrow::Cow, fmt};

use chrono::NaiveDate;
use serde::Serialize;

use super::{Rule, Source};
use crate::{
    text::{Mark, Person, Text},
    time::Moment,
};

/// A fact that a judgement compared. Closed words carry both their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Nothing: no such record, or nothing was given.
    Nothing,
    /// A word out of a closed list.
    Term {
        /// The document's own word.
        zh: &'static str,
        /// The English term.
        en: &'static str,
    },
    /// Words made of what was given.
    Told {
        /// In Chinese.
        zh: String,
        /// In English.
        en: String,
    },
    /// A name or text.
    Text(Text),
    /// An identifier.
    Mark(Mark),
    /// A name from the tables, or made of one.
    Name(Cow<'static, str>),
    /// A day.
    Day(NaiveDate),
    /// A moment.
    Moment(Moment),
    /// A number.
    Number(u64),
    /// Several.
    List(Vec<Self>),
}

impl Fact {
    /// What a list wanted that names something twice.
    pub(crate) const ONCE: Self = Self::Term { zh: "每项一次", en: "each once" };

    /// Several facts as one; none is [`Fact::Nothing`].
    pub fn list<T: Into<Self>>(facts: impl IntoIterator<Item = T>) -> Self {
        let facts: Vec<Self> = facts.into_iter().map(Into::into).collect();
        if facts.is_empty() { Self::Nothing } else { Self::List(facts) }
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Objection {
    /// The rule; it carries clause, sentence and remedy.
    pub rule: Rule,
    /// What would have satisfied it.
    pub expected: Fact,
    /// What was found.
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
        format!("{}〔{}〕应为：{expected}；实为：{got}。补救：{}", rule.zh(), Cited(rule), rule.remedy_zh())
    }
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, expected, got } = self;
        write!(f, "{} [{}] expected: {expected}; got: {got}; to mend: {}", rule.en(), Cited(*rule), rule.remedy_en())
    }
}

struct Cited(Rule);

impl fmt::Display for Cited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, source) in self.0.sources().iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            f.write_str(source.id())?;
        }
        Ok(())
    }
}

/// 不予办理: every rule that did not hold, in the order in which they were judged. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
