//! 查无此名: what a name or code was looked up as, and what was meant instead.

use serde::Serialize;

use super::{SHOWN, shown};
use crate::term::terms;

/// 所查种类: what a name or code was looked up as.
///
/// See the example of [`Unknown`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sought {
    /// 事项: an item of the list.
    Item,
    /// 地点: a region, township or village.
    Place,
    /// 县（市、区）或功能区: a region.
    Region,
    /// 乡镇（街道）: a township.
    Township,
    /// 村（社区）: a village.
    Village,
    /// 市直部门: a city department.
    Department,
    /// 办理地点: a venue, by its name.
    Venue,
    /// 条款: a clause of the document.
    Clause,
    /// 规则: a rule, by its id.
    Rule,
    /// 依据: a clause, an article of law or a silence.
    Source,
    /// 法条: an article of law.
    Article,
    /// 留白: a silence.
    Silence,
    /// 同权方式: a modality.
    Modality,
    /// 事项类型: a kind of item.
    Kind,
    /// 事项来源: whose an item was before the reform.
    Origin,
    /// 阶段: a stage of a case.
    StageKind,
    /// 环节: a step of a case.
    StepKind,
    /// 角色: a role that a step asks for.
    Role,
    /// 用语: a word out of another closed list.
    Word,
}

terms!(Sought {
    Self::Item => "事项", "item";
    Self::Place => "地点", "place";
    Self::Region => "县（市、区）或功能区", "region";
    Self::Township => "乡镇（街道）", "township";
    Self::Village => "村（社区）", "village";
    Self::Department => "市直部门", "city department";
    Self::Venue => "办理地点", "venue";
    Self::Clause => "条款", "clause";
    Self::Rule => "规则", "rule";
    Self::Source => "依据", "source";
    Self::Article => "法条", "article of law";
    Self::Silence => "留白", "silence";
    Self::Modality => "同权方式", "modality";
    Self::Kind => "事项类型", "kind of item";
    Self::Origin => "事项来源", "origin of a power";
    Self::StageKind => "阶段", "stage";
    Self::StepKind => "环节", "step";
    Self::Role => "角色", "role";
    Self::Word => "用语", "word";
});

/// 查无此名: a name or code that means no one thing: there is none of it, and these are the nearest; or several share it, and these are they.
///
/// ```
/// use tongquan::{Edition, Place, text::Sought};
/// let why = Edition::built_in().item_named("道路客运站等级核定").unwrap_err();
/// assert_eq!((why.sought, why.nearest[0].as_str()), (Sought::Item, "道路客运站站级核定"));
/// // of a name that several share, all of them are told, to choose from
/// let why = "李堂村".parse::<Place>().unwrap_err();
/// assert_eq!((why.shared, why.nearest.len()), (true, 5));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{}", self.told())]
pub struct Unknown {
    /// What was looked for.
    pub sought: Sought,
    /// The name or code as given.
    pub input: String,
    /// At most three existing names, nearest first; all that share the name, where several do.
    pub nearest: Vec<String>,
    /// Whether several share the name, so that more must be said to tell them apart.
    pub shared: bool,
}

impl Unknown {
    pub(crate) fn new<'a>(sought: Sought, input: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { sought, input: input.to_owned(), nearest: nearest(input, names), shared: false }
    }
    pub(crate) fn shared(sought: Sought, input: &str, by: Vec<String>) -> Self {
        Self { sought, input: input.to_owned(), nearest: by, shared: true }
    }

    fn told(&self) -> String {
        let Self { sought, nearest, .. } = self;
        let input = shown(&self.input);
        let names = nearest.join(", ");
        match (self.shared, nearest.is_empty()) {
            (true, _) => format!("{input:?} is the name of more than one {sought}; say which: {names}"),
            (false, true) => format!("no {sought} is called {input:?}"),
            (false, false) => format!("no {sought} is called {input:?}; nearest: {names}"),
        }
    }

    /// The same in Chinese.
    pub fn zh(&self) -> String {
        let (input, nearest) = (shown(&self.input), &self.nearest);
        let (sought, names) = (self.sought.label(), quoted(nearest));
        match (self.shared, nearest.is_empty()) {
            (true, _) => format!("名为“{input}”的{sought}不止一个，请写明是哪一个：{names}"),
            (false, true) => format!("没有名为“{input}”的{sought}"),
            (false, false) => format!("没有名为“{input}”的{sought}；相近的有：{names}"),
        }
    }
}

/// Names in a row, each apart: many have a comma within.
pub(crate) fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|it| format!("“{it}”")).collect();
    names.join("、")
}

/// The one of a list that goes by a name.
pub(crate) fn named_in<T: Copy>(
    sought: Sought,
    name: &str,
    all: impl Iterator<Item = T> + Clone,
    named: impl Fn(T) -> &'static str,
) -> Result<T, Unknown> {
    let found = all.clone().find(|it| named(*it) == name);
    found.ok_or_else(|| Unknown::new(sought, name, all.map(named)))
}

/// The three names that share most with the input: those that have it within them or lie within it, then the fewest edits for the length of the longer
/// one. Names with nothing in common are left out.
pub(crate) fn nearest<'a>(input: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    // an input of any length is taken: only its head can resemble a name
    let input: Vec<char> = input.chars().take(SHOWN).collect();
    let head: String = input.iter().collect();
    let mut ranked: Vec<(bool, usize, &str)> = names
        .into_iter()
        .filter_map(|name| {
            let chars: Vec<char> = name.chars().collect();
            let longer = chars.len().max(input.len());
            let edits = edits(&input, &chars);
            let apart = input.len() < 2
                || !(name.contains(&head) || chars.len() > 1 && !name.is_ascii() && head.contains(name));
            (edits < longer).then(|| (apart, edits * 1_000 / longer.max(1), name))
        })
        .collect();
    ranked.sort();
    ranked.dedup_by_key(|(.., name)| *name);
    ranked.into_iter().take(3).map(|(.., name)| name.to_owned()).collect()
}

/// Levenshtein distance.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let cost = (diagonal + usize::from(x != y)).min(left + 1).min(*above + 1);
            diagonal = *above;
            *above = cost;
            left = cost;
        }
    }
    // the first column is never read again, so it stays as it was laid out
    if b.is_empty() { a.len() } else { row.last().copied().unwrap_or(a.len()) }
}
