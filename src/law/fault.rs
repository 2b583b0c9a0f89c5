use std::{fmt, hash::Hash};

use serde::Serialize;

use super::{Fact, Objection, Rule};
use crate::among::Among;

/// 一处差错: a row of data that was refused: which, by its path (`[0].seals[3].on`: the revision, the list, the row, the field), and why.
///
/// ```
/// use tongquan::{Office, Rule, register::Revision};
/// let faults = Office::new(vec![Revision::on("2021-07-01".parse()?), Revision::on("2021-06-30".parse()?)]).unwrap_err();
/// let fault = &faults.all()[0]; // a page marks the field by the path
/// assert_eq!((fault.path.as_str(), fault.objection.rule), ("[1].recorded", Rule::RevisionsRunForward));
/// assert!(fault.zh().starts_with("[1].recorded："));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault {
    /// 位置: the row, by its path.
    pub path: String,
    /// 理由: the rule that it breaks, with the facts.
    pub objection: Objection,
}

impl Fault {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!("{}：{}", self.path, self.objection.zh())
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.all().iter()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.objection)
    }
}

/// 差错: every fault of bad data at once: of registers, of a catalogue. Never empty where it is an error.
///
/// ```
/// use tongquan::{Office, Rule, register::Revision};
/// let revisions: Vec<Revision> = serde_json::from_str(r#"[{"recorded": "2021-06-30", "plans": [
///   {"region": "wenshang", "from": "2021-06-30", "undertakes": [{"items": {"only": ["A1-99"]}, "handler": "nobody"}]}]}]"#)?;
/// let faults = Office::new(revisions).unwrap_err();
/// let told: Vec<_> = faults.all().iter().map(|it| (it.path.as_str(), it.objection.rule)).collect();
/// assert_eq!(told, [("[0].plans[0].undertakes[0].items", Rule::ItemInForce), ("[0].plans[0].undertakes[0].handler", Rule::BodyKnown)]);
/// assert!(faults.zh().starts_with("[0].plans[0].undertakes[0].items："));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Each of them.
    pub fn all(&self) -> &[Fault] {
        &self.0
    }
    /// Whether a rule is among the reasons.
    pub fn names(&self, rule: Rule) -> bool {
        self.0.iter().any(|it| it.objection.rule == rule)
    }
    /// The same in Chinese, one a line.
    pub fn zh(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(Fault::zh).collect();
        lines.join("\n")
    }

    /// Adds a fault where the condition does not hold; path and facts are only told then.
    pub(crate) fn require<E: Into<Fact>, G: Into<Fact>>(
        &mut self,
        holds: bool,
        rule: Rule,
        told: impl FnOnce() -> (String, E, G),
    ) {
        if !holds {
            let (path, expected, got) = told();
            self.0.push(Fault { path, objection: Objection { rule, expected: expected.into(), got: got.into() } });
        }
    }

    /// Adds a fault for each thing that stands in a list a second time.
    pub(crate) fn once<T: Eq + Hash + Clone + Into<Fact>>(
        &mut self,
        rule: Rule,
        path: impl Fn() -> String,
        list: impl IntoIterator<Item = T>,
    ) {
        let list: Vec<T> = list.into_iter().collect();
        let mut seen = Among::nothing();
        for it in &list {
            self.require(seen.add(it), rule, || (path(), Fact::ONCE, it.clone()));
        }
    }

    /// Adds a fault where a list names nothing.
    pub(crate) fn some<T>(&mut self, path: impl FnOnce() -> String, list: &[T]) {
        self.require(!list.is_empty(), Rule::NamesSomething, || (path(), AT_LEAST_ONE, Fact::Nothing));
    }

    /// Revision by revision.
    fn in_order(mut self) -> Self {
        let revision = |it: &Fault| it.path.split(['[', ']']).nth(1).and_then(|it| it.parse::<usize>().ok());
        self.0.sort_by_cached_key(revision);
        self
    }

    /// Whether there are so many that what was meant is no longer looked for: that costs as much as all names there are.
    pub(crate) const fn is_crowded(&self) -> bool {
        self.0.len() >= CROWD
    }

    /// What was made, where nothing is wrong with it.
    pub(crate) fn or<T>(self, made: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(made) } else { Err(self.in_order()) }
    }
}

const CROWD: usize = 100;

const AT_LEAST_ONE: Fact = Fact::Term { zh: "至少一项", en: "at least one" };

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "faults: {}", self.0.len())?;
        for fault in &self.0 {
            write!(f, "\n- {fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
