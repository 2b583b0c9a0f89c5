use chrono::NaiveDate;
use strum::IntoEnumIterator;

use super::{
    by_id::by_id,
    table::{ARTICLES, Article, CLAUSES, Clause, SILENCES, Silence},
};
use crate::{term::rows, written::written};

#[derive(Debug)]
pub(crate) struct ClauseRow {
    pub(crate) clause: Clause,
    pub(crate) id: &'static str,
    pub(crate) cite: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) leads: &'static [&'static str],
    pub(crate) bearers: &'static [&'static str],
    pub(crate) due: &'static [NaiveDate],
}

#[derive(Debug)]
pub(crate) struct SilenceRow {
    pub(crate) silence: Silence,
    pub(crate) id: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) fixed: bool,
}

#[derive(Debug)]
pub(crate) struct ArticleRow {
    pub(crate) article: Article,
    pub(crate) id: &'static str,
    pub(crate) law: &'static str,
    pub(crate) number: &'static str,
    pub(crate) topic: &'static str,
    pub(crate) parameters: &'static [Parameter],
    pub(crate) from: Option<NaiveDate>,
    pub(crate) until: Option<NaiveDate>,
    pub(crate) validity: &'static str,
}

/// 规定要点: what an article says, as a figure or a few words.
///
/// ```
/// use tongquan::law::Article;
/// // the one notice of corrections for a licence
/// let notice = Article::Apl32d.parameters().first().ok_or("it rules nothing")?;
/// assert_eq!((notice.number, notice.value, notice.unit), ("32(1)(四)", "5", "working_day"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Paragraph and item within the law.
    pub number: &'static str,
    /// What is ruled, in a word or two: `deadline`.
    pub name: &'static str,
    /// The figure or the ruling; empty where only the note speaks.
    pub value: &'static str,
    /// `working_day`, `day`, `month`, `person`, `item`, or empty.
    pub unit: &'static str,
    /// A remark on reading it.
    pub note: &'static str,
}

macro_rules! cited {
    ($($Type:ident, $Row:ident, $TABLE:ident, $field:ident;)+) => {$(
        rows!($Type, $Row, $TABLE, $field);
        impl $Type {
            /// The identifier by which it is cited.
            pub const fn id(self) -> &'static str {
                self.row().id
            }
        }
        by_id! { $Type in $Type::iter(); }
    )+};
}
cited! {
    Clause, ClauseRow, CLAUSES, clause;
    Silence, SilenceRow, SILENCES, silence;
    Article, ArticleRow, ARTICLES, article;
}

impl Clause {
    /// Where it stands in the document, in Chinese.
    pub const fn cite(self) -> &'static str {
        self.row().cite
    }
    /// What it asks, in our words, in Chinese.
    pub const fn zh(self) -> &'static str {
        self.row().zh
    }
    /// What it asks, in our words.
    pub const fn en(self) -> &'static str {
        self.row().en
    }
    /// 牵头: the units that lead, as its own line of responsible units names them.
    pub const fn leads(self) -> &'static [&'static str] {
        self.row().leads
    }
    /// The other responsible units of its line.
    pub const fn bearers(self) -> &'static [&'static str] {
        self.row().bearers
    }
    /// The days by which what it asks was due.
    pub const fn due(self) -> &'static [NaiveDate] {
        self.row().due
    }
}

impl Silence {
    /// How we settled it, in Chinese.
    pub const fn zh(self) -> &'static str {
        self.row().zh
    }
    /// How we settled it.
    pub const fn en(self) -> &'static str {
        self.row().en
    }
    /// Whether no data can switch it.
    pub const fn is_fixed(self) -> bool {
        self.row().fixed
    }
}

/// 效力未知: an article is asked about on a day that its known span does not cover. The law of that day is not in the facts, and is not guessed.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, law::Article};
/// let route = Route::of(Edition::built_in().look_up("A1-36")?, Region::Wenshang, Scope::WITHIN)?;
/// // the reconsideration law that is read holds from 2024 on
/// let why = route.respondent().in_reconsideration("2021-07-01".parse()?).map(|_| ()).unwrap_err();
/// assert_eq!(why.article.from(), Some("2024-01-01".parse()?));
/// assert!(why.zh().contains("在2021-07-01是否有效"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} ({} art. {}) is not known to be in force on {day}", self.article, self.article.law(), self.article.number())]
pub struct NotInForce {
    /// The article whose span is asked.
    pub article: Article,
    /// The day asked about.
    pub day: NaiveDate,
}

impl NotInForce {
    /// The same in Chinese.
    pub fn zh(&self) -> String {
        format!(
            "本库未收录{}第{}条（{}）在{}是否有效的依据",
            self.article.law(),
            self.article.number(),
            self.article,
            self.day
        )
    }
}

impl Article {
    /// The law, with the year of the version read.
    pub const fn law(self) -> &'static str {
        self.row().law
    }
    /// The article's number within the law.
    pub const fn number(self) -> &'static str {
        self.row().number
    }
    /// What it is about.
    pub const fn topic(self) -> &'static str {
        self.row().topic
    }
    /// What it rules, point by point.
    pub const fn parameters(self) -> &'static [Parameter] {
        self.row().parameters
    }
    /// First day of the version read, where known.
    pub const fn from(self) -> Option<NaiveDate> {
        self.row().from
    }
    /// Last day of the version read; none where no later version is known.
    pub const fn until(self) -> Option<NaiveDate> {
        self.row().until
    }
    /// How the span is known.
    pub const fn validity(self) -> &'static str {
        self.row().validity
    }

    /// Refuses a day that the version read does not cover.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use tongquan::law::Article;
    /// let day = NaiveDate::from_ymd_opt(2021, 7, 1).unwrap();
    /// // the reconsideration law of 2023 says nothing about 2021
    /// assert!(Article::Arl19a.on(day).is_err());
    /// assert!(Article::All26a.on(day).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotInForce`] outside the span, and always where the span is not known.
    pub fn on(self, day: NaiveDate) -> Result<(), NotInForce> {
        let begun = self.from().is_some_and(|from| from <= day);
        let running = self.until().is_none_or(|until| day <= until);
        if begun && running { Ok(()) } else { Err(NotInForce { article: self, day }) }
    }
}

/// 依据: why an answer is as it is. Law stands apart from the document's own rules, and both from what we decided ourselves.
///
/// ```
/// use tongquan::{Edition, Region, Route, Scope, Source, law::Clause};
/// let route = Route::of(Edition::built_in().look_up("A1-36")?, Region::Wenshang, Scope::WITHIN)?;
/// assert_eq!(route.seal().basis[0], Source::Clause(Clause::C6));
/// let cited: Vec<String> = route.seal().basis.iter().map(|it| it.cite()).collect();
/// assert_eq!(cited[0], "济政字〔2021〕30号第三部分第6点");
/// assert_eq!(serde_json::to_string(route.seal().basis)?, r#"["C6","C1"]"#); // by their ids
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// 条款: a clause of 济政字〔2021〕30号.
    Clause(Clause),
    /// 法条: an article of law beside the document.
    Article(Article),
    /// 留白: a point that the text leaves open and we settled.
    Silence(Silence),
}

impl Source {
    fn all() -> impl Iterator<Item = Self> + Clone {
        let clauses = Clause::iter().map(Self::Clause);
        clauses.chain(Article::iter().map(Self::Article)).chain(Silence::iter().map(Self::Silence))
    }
    /// The identifier by which it is cited.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Clause(it) => it.id(),
            Self::Article(it) => it.id(),
            Self::Silence(it) => it.id(),
        }
    }
    /// Where it stands, in Chinese: the point of the document, law and article, or that it is ours.
    ///
    /// ```
    /// use tongquan::law::{Article, Clause, Silence, Source};
    /// assert_eq!(Source::Clause(Clause::C6).cite(), "济政字〔2021〕30号第三部分第6点");
    /// assert_eq!(Source::Article(Article::All26a).cite(), "行政诉讼法(2017)第26条");
    /// assert_eq!(Source::Silence(Silence::S11).cite(), "文件未定，本库自定S11");
    /// ```
    pub fn cite(self) -> String {
        match self {
            Self::Clause(it) => format!("济政字〔2021〕30号{}", it.cite()),
            Self::Article(it) => format!("{}第{}条", it.law(), it.number()),
            Self::Silence(it) => format!("文件未定，本库自定{}", it.id()),
        }
    }
    /// What a clause asks, in our words, or how we settled a silence, in Chinese; empty for an article, which speaks for itself.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Clause(it) => it.zh(),
            Self::Silence(it) => it.zh(),
            Self::Article(_) => "",
        }
    }
    /// The same in English; for an article, what it is about.
    pub const fn en(self) -> &'static str {
        match self {
            Self::Clause(it) => it.en(),
            Self::Silence(it) => it.en(),
            Self::Article(it) => it.topic(),
        }
    }
}

/// The identifiers of sources, as words cite them.
pub(crate) fn ids(sources: &[Source]) -> String {
    let ids: Vec<&str> = sources.iter().map(|it| it.id()).collect();
    ids.join(" ")
}

by_id! {
    ///
    /// ```
    /// use tongquan::{Source, law::{Article, Clause, Silence}};
    /// assert_eq!("C6".parse(), Ok(Source::Clause(Clause::C6)));
    /// assert_eq!("APL34".parse(), Ok(Source::Article(Article::Apl34)));
    /// assert_eq!("S21".parse(), Ok(Source::Silence(Silence::S21)));
    /// assert_eq!("C16".parse::<Source>().unwrap_err().nearest[0], "C1");
    /// ```
    Source in Source::all();
}

written! {
    Clause => "Clause", {
        "type": "string", "enum": Self::iter().map(Self::id).collect::<Vec<_>>(), "description": "条款: of the document",
    };
    Source => "Source", {
        "type": "string", "description": "依据: a clause of the document (C6), an article of law (APL34) or a silence of ours (S21)",
        "enum": Self::all().map(Self::id).collect::<Vec<_>>(),
    };
}
